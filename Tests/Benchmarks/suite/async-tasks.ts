/// Promises: chains of then, awaits in loops, a queue between producers and consumers, and many tasks at once.
class AsyncQueue<T> {
  private readonly items: T[] = [];
  private readonly waiting: ((item: T) => void)[] = [];

  get length(): number {
    return this.items.length;
  }

  put(item: T): void {
    const receiver = this.waiting.shift();
    if (receiver) receiver(item);
    else this.items.push(item);
  }

  async take(): Promise<T> {
    const item = this.items.shift();
    if (item !== undefined) return item;
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

async function fetchRecord(id: number): Promise<{ id: number; value: number }> {
  await null;
  if (id % 1000 === 999) throw new RangeError(`record ${id} is gone`);
  return { id, value: (id * 7919) % 10007 };
}

async function fetchWithDefault(id: number): Promise<number> {
  try {
    const { value } = await fetchRecord(id);
    return value;
  } catch (error) {
    if (error instanceof RangeError) return -1;
    throw error;
  }
}

async function sumInTurn(count: number): Promise<number> {
  let sum = 0;
  for (let id = 0; id < count; id++) sum += await fetchWithDefault(id);
  return sum;
}

async function sumInBatches(count: number, size: number): Promise<number> {
  let sum = 0;
  for (let start = 0; start < count; start += size) {
    const values = await Promise.all(Array.from({ length: size }, (_, i) => fetchWithDefault(start + i)));
    sum += values.reduce((a, b) => a + b, 0);
  }
  return sum;
}

function chain(count: number): Promise<number> {
  let promise = Promise.resolve(0);
  for (let i = 0; i < count; i++) promise = promise.then((value) => (value * 31 + i) % 1000003);
  return promise;
}

async function produceAndConsume(count: number, workers: number): Promise<number> {
  const queue = new AsyncQueue<number>();
  const results: number[] = [];
  const work = async (): Promise<void> => {
    for (;;) {
      const item = await queue.take();
      if (item < 0) return;
      results.push(await Promise.resolve(item * 2).then((value) => value + 1));
    }
  };
  const running = Array.from({ length: workers }, work);
  for (let i = 0; i < count; i++) {
    queue.put(i);
    while (queue.length >= 16) await null;
  }
  for (let i = 0; i < workers; i++) queue.put(-1);
  await Promise.all(running);
  return results.reduce((sum, value) => (sum * 17 + value) % 1000003, 0);
}

async function* pages(count: number): AsyncGenerator<number[]> {
  for (let page = 0; page < count; page++) {
    await null;
    yield [page, page + 1, page + 2];
  }
}

async function sumOfPages(count: number): Promise<number> {
  let sum = 0;
  for await (const page of pages(count)) {
    for (const value of page) sum += value;
  }
  return sum;
}

const count = Number(process.argv[2] ?? 400_000);
console.log(await sumInTurn(count));
console.log(await sumInBatches(count, 100));
console.log(await chain(count));
console.log(await produceAndConsume(count, 8));
console.log(await sumOfPages(count / 2));
