// Loops that test their arrays once: what is no number, missing, beyond the end or not writable comes at any place.

function scale(target: number[], source: number[], factor: number, from: number, to: number): void {
  for (let i = from; i < to; i++) target[i]! += factor * source[i]!;
}
function shift(target: number[], count: number, by: number): void {
  for (let i = 0; i <= count; i++) target[i + by] = target[i]! * 2 + by;
}
function strided(bytes: Uint8Array, from: number, limit: number, step: number): number {
  let writes = 0;
  for (let at = from; at <= limit; at += step) {
    bytes[at] = 1;
    if (++writes > 1000) break;
  }
  return writes;
}
function combine(a: Float64Array, b: Float64Array, rows: number, columns: number, stride: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) a[i * stride + j]! += b[j * stride]! - b[i]!;
  }
}

const text = (value: unknown) => JSON.stringify(value);
const ones = () => [1, 2, 3, 4, 5, 6];
for (const [from, to] of [[0, 6], [2, 4], [0, 7], [-1, 2], [3, 3], [5, 2], [0.5, 3], [0, 4.5], [NaN, 3], [0, NaN]] as const) {
  const target = ones();
  scale(target, ones(), 2, from, to);
  console.log(from, to, text(target), Object.keys(target).length, target.length);
}
// What is in the way, first, last and in the middle.
for (const other of [undefined, null, "7", true, { valueOf: () => 9 }, NaN, -0, Infinity, 2 ** 60]) {
  for (const place of [0, 3, 5]) {
    const target = ones();
    const source = ones() as any[];
    source[place] = other;
    scale(target, source, 1, 0, 6);
    const changed = ones() as any[];
    changed[place] = other;
    scale(changed, ones(), 1, 0, 6);
    console.log(String(other), place, target.join(), changed.join(), typeof changed[place]);
  }
}
const holes = [1, , 3, 4, , 6] as number[];
scale(holes, ones(), 1, 0, 6);
console.log(holes.join());
for (const prepare of [Object.freeze, Object.seal, Object.preventExtensions] as ((value: object) => object)[]) {
  const target = ones();
  prepare(target);
  try {
    scale(target, ones(), 1, 0, 7);
    console.log("done");
  } catch (error) {
    console.log((error as Error).message);
  }
  console.log(target.join());
}
// The same array on both sides, and stores that lie before what is read later.
const self = ones();
scale(self, self, 1, 0, 6);
console.log(self.join());
for (const by of [0, 1, 2, -1]) {
  const target = ones();
  shift(target, 4, by);
  console.log(by, text(target), text(Object.entries(target).slice(6)));
}
const long = Array.from({ length: 1000 }, (_, i) => i);
const mixed = long.slice() as any[];
mixed[700] = "x";
scale(long, mixed, 1, 0, 1000);
console.log(long[699], long[700], long[701], long[999]);

for (const [from, limit, step] of [[0, 9, 1], [1, 9, 3], [0, 10, 2], [0, 9, 0], [9, 0, 1], [0, 20, 5], [-4, 6, 2], [0, 9, 0.5], [0, 9, -1]] as const) {
  const bytes = new Uint8Array(10);
  console.log(from, limit, step, strided(bytes, from, limit, step), bytes.join(""));
}
for (const stride of [0, 1, 3, 4, -1, 0.5, 2 ** 31, 2 ** 62]) {
  const a = new Float64Array(12).map((_, i) => i);
  const b = new Float64Array(12).map((_, i) => 10 * i);
  combine(a, b, 3, 4, stride);
  console.log(stride, a.join());
}
// A limit that the loop changes, a counter that is used afterwards, and a loop that ends early.
const growing = [1, 2, 3];
for (let i = 0; i < growing.length && growing.length < 8; i++) growing[growing.length] = growing[i]! * 2;
console.log(growing.join());
function copyUntil(target: number[], source: number[], end: number): number {
  let i = 0;
  for (; i < source.length; i++) {
    target[i] = source[i]!;
    if (source[i] === end) break;
  }
  return i;
}
const copies = ones();
console.log(copyUntil(copies, [9, 8, 7, 6], 7), copies.join(), copyUntil(copies, [], 1), copyUntil(copies, [1, 2], 3), copies.join());
// Prototypes with elements.
const exposed = [1, 2, 3, 4] as number[];
delete exposed[2];
(Array.prototype as any)[2] = 50;
scale(exposed, ones(), 1, 0, 4);
delete (Array.prototype as any)[2];
console.log(exposed.join());
