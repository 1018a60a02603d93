// Remainders of integers and others, as numbers and as values of any type.
const values = [0, -0, 1, -1, 2, 7, -7, 2.5, -2.5, 0.1, 4294967295, 4294967296, 2147483647, -2147483648, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e300, 5e-324, NaN, Infinity, -Infinity];
const show = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));
function typed(a: number, b: number): number {
  return a % b;
}
function untyped(a: any, b: any): any {
  return a % b;
}
for (const a of values) console.log(show(a) + ":", values.map((b) => show(typed(a, b))).join(" "));
let same = true;
for (const a of values) for (const b of values) same &&= Object.is(typed(a, b), untyped(a, b));
console.log(same, untyped("17", 5), untyped(17n, 5n), untyped(null, 3), untyped(true, "x"));
let seed = 42;
let sum = 0;
for (let i = 0; i < 1000; i++) {
  seed = (seed * 48271) % 2147483647;
  sum += (seed % 1000) + (-seed % 7) + (seed % 2.5) + (i % 2);
}
console.log(seed, sum);
let hash = 7;
for (let i = 0; i < 100; i++) hash = Math.imul(hash, 16777619) ^ (i * 2654435761) % 4294967296;
console.log(hash, Math.imul(1e20, 3), Math.imul(-5, 0xffffffff), Math.imul(NaN, 1), Math.imul(2 ** 53, 2));
