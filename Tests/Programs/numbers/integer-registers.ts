// Numbers that are kept in integer registers where they are integers, and everything that must not be.
export {};

function mixed(values: number[]): string {
  let state = 1;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    state = (state * 31 + values[i]!) | 0;
    sum += values[i]!;
  }
  return `${state} ${sum}`;
}
console.log(mixed([1, 2, 3]), mixed([1.5, -0, 2 ** 53]), mixed([NaN, Infinity]), mixed([-1, 2 ** 31, 2 ** 32 + 1]));

// The loop is left and entered again with numbers of another kind.
function wandering(items: unknown[]): string {
  let a = 1;
  let b = 2;
  const seen: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as any;
    const next = (a + b + item) as any;
    a = b;
    b = typeof next === "number" ? next & 1023 : 0.5;
    if (i % 3 === 2) b = -b;
    seen.push(Object.is(b, -0) ? "-0" : String(b));
  }
  return seen.join();
}
console.log(wandering([1, 2, 3, "x", 4, 5, null, 6, 7, undefined, 8, 9, 1024, 0, 0, 0]));

// Products that are -0, or too large to be exact.
function products(n: number): string {
  const found: string[] = [];
  for (let i = -2; i < 3; i++) {
    const zero = i * 0;
    const large = (i + 5) * 4503599627370497 * 3;
    found.push(Object.is(zero, -0) ? "-0" : String(zero), String(large % n), String((i * n) % 3), Object.is((i * n) % 2, -0) ? "-0" : "n");
  }
  return found.join(" ");
}
console.log(products(7), products(-7), products(0));

// Remainders, comparisons and keys.
function hashing(count: number): string {
  const table = new Uint32Array(16);
  let x = 2463534242;
  for (let i = 0; i < count; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const key = (x >>> 0) % 13;
    table[key]! += i & 3;
    if (key >= 12.5) table[15] = 1;
  }
  return table.join();
}
console.log(hashing(1000), Math.imul(0xffffffff, 5), Math.imul(3, 1.9), Math.imul(-0, 2 ** 40 + 3));

function countdown(from: number): number {
  let steps = 0;
  for (let n = from; n > 0; n -= 1) steps += n > 4294967290 ? 2 : 1;
  return steps;
}
console.log(countdown(5), countdown(0.5), countdown(-1), countdown(NaN));

// Two kinds of arrays over the same bytes.
function punned(rounds: number): string {
  const buffer = new ArrayBuffer(8);
  const doubles = new Float64Array(buffer);
  const words = new Uint32Array(buffer);
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let i = 0; i < rounds; i++) {
    doubles[0] = i + 0.5;
    const high = words[1]!;
    bytes[7] = 0xc0;
    words[0] = i;
    text += `${high.toString(16)}:${doubles[0]} `;
  }
  return text;
}
console.log(punned(4));
