// Indices that are sums and products of what a loop gets from outside, and numbers whose bits a program chose.

function gather(values: Float64Array, rows: number, columns: number, step: number, offset: number): string {
  const found: (number | undefined)[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) found.push(values[i * step + j + offset]);
  }
  return found.join();
}

function total(values: Float64Array, count: number, step: number, offset: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i * step + offset]!;
  return sum;
}

const table = Float64Array.from({ length: 24 }, (_, i) => i);
console.log(gather(table, 3, 4, 8, 0), gather(table, 3, 4, -1, 5), gather(table, 2, 3, 0.5, 1));
for (const step of [1, 2, -1, 0, -0, 0.5, NaN, Infinity, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53, 1e300]) {
  console.log(step, total(table, 4, step, 0), total(table, 4, step, 3), total(table, 1, step, -0), total(table, 4, step, -3));
}
for (const offset of [2 ** 31, -(2 ** 31) - 1, 2 ** 53, -1, 1e-9, 22]) console.log(offset, total(table, 3, 1, offset));
// Products that doubles round and integers do not.
function far(values: number[], a: number, b: number, c: number): number {
  let misses = 0;
  for (let i = 0; i < 3; i++) if (values[(i + a) * b - c] === undefined) misses++;
  return misses;
}
console.log(far([1, 2, 3], 2 ** 30, 2 ** 30, 2 ** 60), far([1, 2, 3], 0, 1, 0), far([1, 2, 3], 2147483647, 2147483647, 2147483647));

function below(limit: number): number {
  let sum = 0;
  for (let i = 0; i < limit; i++) sum += i;
  return sum;
}
function upTo(limit: number): number {
  let sum = 0;
  for (let i = 0; i <= limit; i++) sum += i;
  return sum;
}
function downTo(limit: number): number {
  let sum = 0;
  for (let i = 5; i > limit; i--) sum += i;
  for (let i = 5; i >= limit; i--) sum += i;
  return sum;
}
for (const limit of [0, -0, 3, 3.5, -1, -1.5, 2.999999999, NaN, -Infinity]) console.log(limit, below(limit), upTo(limit));
for (const limit of [0, -0, 3, 3.5, 6, NaN, Infinity]) console.log(limit, downTo(limit));

// NaNs with other bits look like no value of the program.
const bits = new BigUint64Array(6);
bits.set([0xfffc000000001000n, 0xfff9000000000000n, 0xfffb123456789abcn, 0x7ff8000000000001n, 0xffffffffffffffffn, 0x3ff0000000000000n]);
const numbers = new Float64Array(bits.buffer);
const kept: unknown[] = [];
let sum = 0;
for (let i = 0; i < numbers.length; i++) {
  const number = numbers[i]!;
  kept.push(number, -number, number * 2, number > 0 ? number : sum);
  sum += Math.abs(number);
}
console.log(kept.join(), sum, typeof kept[0], kept.map((value) => typeof value).join());
function largest(values: Float64Array): number {
  let best = -Infinity;
  for (let i = 0; i < values.length; i++) best = values[i]! > best || best !== best ? best : values[i]!;
  return best;
}
console.log(largest(numbers), [...numbers].join(), Object.is(numbers[2], NaN), { value: numbers[1] });
const floats = new Float32Array(new Uint32Array([0xffc00001, 0x7fc12345, 0x3f800000]).buffer);
let product = 1;
for (let i = 0; i < floats.length; i++) product = floats[i]! * product;
console.log(product, floats[0], [floats[1], floats[2]]);
