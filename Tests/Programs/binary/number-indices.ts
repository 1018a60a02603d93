/// Indices that are numbers in memory: integers, -0, fractions, NaN, negative and huge ones, in typed arrays and arrays.
class Cursor {
  position = 0;
  step = 1;
}

function sumAt(cursor: Cursor, bytes: Uint8Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += bytes[cursor.position] ?? 1000;
    cursor.position += cursor.step;
  }
  return sum;
}

function put(cursor: Cursor, words: Int32Array, list: number[], value: number): void {
  words[cursor.position] = value;
  list[cursor.position] = value;
  cursor.position += cursor.step;
}

const bytes = Uint8Array.from({ length: 64 }, (_, i) => i + 1);
const cursor = new Cursor();
for (let round = 0; round < 200; round++) {
  cursor.position = 0;
  sumAt(cursor, bytes, 64);
}
const starts = [0, -0, 63, 64, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 63), 2 ** 64, 1e300];
for (const start of starts) {
  cursor.position = start;
  cursor.step = 1;
  console.log(start, sumAt(cursor, bytes, 3), cursor.position, Object.is(cursor.position, -0));
}
cursor.position = 10;
cursor.step = -0.5;
console.log(sumAt(cursor, bytes, 22), cursor.position);
cursor.position = -0;
cursor.step = -0;
console.log(sumAt(cursor, bytes, 2), Object.is(cursor.position, -0));

const words = new Int32Array(8);
const list: number[] = [0, 0, 0];
cursor.step = 1;
cursor.position = 0;
for (let i = 0; i < 8; i++) put(cursor, words, list, i * 11);
for (const start of [-0, 7, 8, -1, 1.5, NaN, 2 ** 32 - 1, 2 ** 32, -(2 ** 63)]) {
  cursor.position = start;
  put(cursor, words, list, 500 + Math.floor(Number.isFinite(start) ? start % 100 : 1));
}
console.log(words.join(), list.length, list.slice(0, 10).join());
console.log(Object.keys(list).slice(8).join(), Object.keys(words).length);

/// Counters and steps that a loop doubles, halves or takes from memory.
function strides(view: Float64Array, step: number): string {
  const seen: number[] = [];
  for (let half = 1; half < view.length; half *= 2) {
    const by = step / (2 * half);
    for (let k = 0; k < half; k++) seen.push(view[k * by] ?? -1, view[k - -0 * by]!);
  }
  return seen.join();
}
const view = Float64Array.from({ length: 9 }, (_, i) => i / 4);
for (let i = 0; i < 100; i++) strides(view, 8);
for (const step of [8, 6, 1, 0, -0, -8, NaN, Infinity, 2 ** 54]) console.log(step, strides(view, step));

/// Typed arrays large enough for the system's large pages are zero, also where others were before.
let total = 0;
for (let round = 0; round < 12; round++) {
  const large = new Uint32Array(300_000 + round * 250_000);
  for (let i = 0; i < large.length; i += 511) total += large[i]!;
  total += large[large.length - 1]!;
  large.fill(0xffffffff);
}
/// Arrays that grow where they stand keep what they hold, beside others that grow at the same time.
const first: (number | string)[] = [];
const second: object[] = [];
for (let i = 0; i < 150_000; i++) {
  first.push(i % 1000 === 0 ? `text ${i}` : i);
  if (i % 3 === 0) second.push({ i });
}
let right = 0;
for (let i = 0; i < first.length; i++) if (first[i] === (i % 1000 === 0 ? `text ${i}` : i)) right++;
for (let i = 0; i < second.length; i++) if ((second[i] as { i: number }).i === 3 * i) right++;
first.splice(0, 100_000);
first.push("after", "splice");
for (let i = 0; i < 200_000; i++) first.push(i);
console.log(total, right, first.length, first[0], first[50_000], first[50_001], first[50_002], first.at(-1));
