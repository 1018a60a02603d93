/// Generators: lazy pipelines over endless sequences, a recursive walk by yield*, and permutations.
function* naturals(): Generator<number> {
  for (let n = 0; ; n++) yield n;
}

function* filter<T>(values: Iterable<T>, accept: (value: T) => boolean): Generator<T> {
  for (const value of values) if (accept(value)) yield value;
}

function* map<T, U>(values: Iterable<T>, convert: (value: T) => U): Generator<U> {
  for (const value of values) yield convert(value);
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  if (count <= 0) return;
  for (const value of values) {
    yield value;
    if (--count === 0) return;
  }
}

function* zip<A, B>(left: Iterable<A>, right: Iterable<B>): Generator<[A, B]> {
  const others = right[Symbol.iterator]();
  for (const value of left) {
    const other = others.next();
    if (other.done) return;
    yield [value, other.value];
  }
}

interface Tree {
  value: number;
  left?: Tree;
  right?: Tree;
}

function build(from: number, to: number): Tree | undefined {
  if (from >= to) return undefined;
  const middle = (from + to) >> 1;
  const left = build(from, middle);
  const right = build(middle + 1, to);
  return { value: middle, ...(left && { left }), ...(right && { right }) };
}

function* walk(tree: Tree): Generator<number> {
  if (tree.left) yield* walk(tree.left);
  yield tree.value;
  if (tree.right) yield* walk(tree.right);
}

function* permutations<T>(values: T[], from = 0): Generator<T[]> {
  if (from === values.length) {
    yield values;
    return;
  }
  for (let i = from; i < values.length; i++) {
    [values[from], values[i]] = [values[i]!, values[from]!];
    yield* permutations(values, from + 1);
    [values[from], values[i]] = [values[i]!, values[from]!];
  }
}

function* runningAverage(): Generator<number, void, number> {
  let sum = 0;
  let count = 0;
  let value = yield 0;
  for (;;) {
    sum += value;
    count++;
    value = yield sum / count;
  }
}

const count = Number(process.argv[2] ?? 300_000);

let sum = 0;
const odd = filter(naturals(), (n) => n % 2 === 1);
const squares = map(naturals(), (n) => n * n);
for (const [a, b] of take(zip(odd, squares), count)) sum = (sum + a * 3 + b) % 1000003;
console.log(sum);

let previous = -1;
let ordered = true;
for (const value of walk(build(0, count)!)) {
  if (value <= previous) ordered = false;
  previous = value;
}
console.log(ordered, previous);

let fixedPoints = 0;
for (const permutation of take(permutations([0, 1, 2, 3, 4, 5, 6, 7, 8]), count)) {
  permutation.forEach((value, i) => {
    if (value === i) fixedPoints++;
  });
}
console.log(fixedPoints);

const averages = runningAverage();
averages.next();
let average = 0;
for (let i = 0; i < count; i++) average = averages.next(i % 100).value ?? 0;
console.log(average.toFixed(6));
