// Loops that use arrays in fields and module variables, which are loaded and looked at once: what they hold is no typed array,
// is missing, changes while the loop runs, or the loop does not run at all.
const table = new Uint32Array([1, 2, 3, 4, 5, 6, 7, 8]);
let replaced: any = new Float64Array([1, 2, 3, 4]);

class Filter {
  weights: any = new Float64Array(4).fill(2);
  sums: any = new Float64Array(4);
  count = 4;
  used = 0;

  apply(input: Float64Array): void {
    for (let i = 0; i < this.count; i++) this.sums[i] += this.weights[i] * input[i]!;
  }
  // The field of one of the ways only.
  pick(input: Float64Array, which: boolean): number {
    let sum = 0;
    for (let i = 0; i < 4; i++) {
      if (which) sum += this.weights[i];
      else sum -= input[i]!;
    }
    return sum;
  }
  // Fields that the loop itself changes.
  fill(value: number): number {
    for (let i = 0; i < 10; i++) {
      if (this.used === this.count) break;
      this.sums[this.used++] = value + i;
      if (this.used === 2) this.sums = this.weights;
    }
    return this.used;
  }
  find(key: number): number {
    let slot = key & 3;
    let probes = 0;
    while (this.weights[slot] !== 0 && this.sums[slot] !== key && probes++ < 8) slot = (slot + 1) & 3;
    return slot * 100 + probes;
  }
}

class Wide extends Filter {
  extra = 1;
  more = new Float64Array(2);
}

function digest(words: Uint32Array, rounds: number): number {
  let a = 1;
  let b = 2;
  for (let i = 0; i < rounds; i++) {
    const sum = (a + table[i]! + words[i]!) | 0;
    a = b;
    b = (sum << 3) | (sum >>> 29);
  }
  return a ^ b;
}
function weigh(count: number): unknown {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += replaced[i];
  return sum;
}
function swap(count: number): string {
  let log = "";
  for (let i = 0; i < count; i++) {
    log += replaced[i] + " ";
    if (i === 1) replaced = [10, 20, 30, 40];
  }
  return log;
}
function mixed(a: any, b: any, user: boolean, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    if (user) sum += a.weights[i];
    else sum += b[i] ?? 0.5;
  }
  return sum;
}

const input = Float64Array.of(1, 2, 3, 4);
const text = (values: any) => Array.from(values as ArrayLike<unknown>, String).join();
for (const filter of [new Filter(), new Wide()]) {
  filter.apply(input);
  filter.apply(input.subarray(1));
  console.log(text(filter.sums), filter.pick(input, true), filter.pick(input, false));
  console.log(filter.find(4), filter.find(99), filter.find(2));
  console.log(filter.fill(7), text(filter.sums), filter.sums === filter.weights);
  filter.count = 6;
  filter.apply(input);
  console.log(text(filter.sums));
}
// A field that is gone or a getter, and objects that never had it.
const without = new Filter() as any;
delete without.weights;
console.log(mixed(without, input, false, 4), mixed({}, [1, , 3], false, 3), mixed(new Wide(), null, true, 4));
let calls = 0;
Object.defineProperty(without, "weights", { get: () => (calls++, calls < 3 ? Float64Array.of(5, 6, 7, 8) : [50, 60, 70, 80]) });
console.log(mixed(without, input, true, 4), calls, without.pick(input, true), calls);

console.log(digest(Uint32Array.of(9, 8, 7, 6, 5, 4, 3, 2), 8), digest(new Uint32Array(4), 8), digest(new Uint32Array(20), 9));
console.log(weigh(0), weigh(4), weigh(5), swap(4), weigh(3));
replaced = null;
console.log(weigh(0));
try {
  weigh(1);
} catch (error) {
  console.log((error as Error).message);
}
// Memory that shrinks between two runs.
const buffer = new ArrayBuffer(64, { maxByteLength: 64 });
replaced = new Float64Array(buffer);
console.log(weigh(8));
buffer.resize(16);
console.log(weigh(2), weigh(3));
buffer.transfer();
console.log(weigh(0), weigh(1));
