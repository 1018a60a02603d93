// Functions that mostly take and return integers of 32 bits, and all that may come instead.
function show(value: unknown): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function signed(word: number): number {
  return Math.imul(word, 0x9e3779b1) | 0;
}

// All of u32 and i32 come through, also what looks like the signal of an exception.
let sum = 0;
for (let i = 0; i < 40; i++) sum = (sum + rotate(0xffffffff - i * i, i & 31)) % 4294967291;
console.log(sum, rotate(0xffffffff, 3), rotate(0, 5), rotate(0x80000000, 31), signed(1), signed(-1), signed(0xffffffff));

class Table {
  words: Uint32Array;
  probes = 0;
  constructor(size: number) {
    this.words = new Uint32Array(size);
  }
  find(key: number): number {
    if (key === 77) throw new RangeError("77");
    let slot = rotate(key, 7) & (this.words.length - 1);
    while (this.words[slot] !== 0 && this.words[slot] !== key) {
      slot = (slot + 1) & (this.words.length - 1);
      this.probes++;
    }
    return slot;
  }
  add(key: number): number {
    const slot = this.find(key);
    this.words[slot] = key;
    return slot;
  }
}

const table = new Table(64);
let slots = 0;
for (let i = 1; i < 50; i++) slots += table.add((i * 2654435761) % 4294967296);
console.log(slots, table.probes);
try {
  for (let i = 70; i < 80; i++) slots += table.add(i);
} catch (error) {
  console.log(String(error), slots);
}
// What is no integer goes to the same methods, by callers that promised more.
const anything = [0.5, -0, NaN, -1, 4294967296, 4294967297, Infinity] as number[];
for (const key of anything) {
  const fresh = new Table(8);
  console.log(show(key), show(fresh.find(key)), fresh.add(key), fresh.words.join());
}
const wrong = ["12", undefined, null, true, 12n, { valueOf: () => 5 }] as unknown as number[];
for (const key of wrong) {
  try {
    console.log(typeof key, new Table(8).find(key), signed(key), rotate(key, 1));
  } catch (error) {
    console.log(typeof key, String(error));
  }
}

// Signs of zero, which an integer has not.
function scale(value: number, factor: number): number {
  return value * factor;
}
function remainder(value: number, divisor: number): number {
  return value % divisor;
}
function negate(value: number): number {
  return -value;
}
const zeros: string[] = [];
for (let i = -2; i <= 2; i++) zeros.push(show(scale(i, -3)), show(remainder(i, 2)), show(negate(i)), show(scale(i, 0)));
console.log(zeros.join(" "));

// Recursion whose result outgrows 32 bits, then 53.
function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
function depth(n: number): number {
  return n === 0 ? 0 : 1 + depth(n - 1);
}
function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
for (const n of [1, 12, 13, 18, 19, 25]) console.log(factorial(n));
let total = 0;
for (let i = 1; i < 30; i++) total += depth(i) + gcd(i * 36, 48);
console.log(total, gcd(0.75, 0.5), gcd(-6, 4), show(gcd(-6, 3)));

// Results of which one is no integer.
function half(n: number): number {
  return n & 1 ? n / 2 : n >>> 1;
}
function maybe(n: number): number {
  if (n > 8) return -0;
  return n | 0;
}
let halves = 0;
for (let i = 0; i < 12; i++) halves += half(i);
console.log(halves, show(maybe(8)), show(maybe(9)), show(maybe(NaN)));

// A counter that leaves u32, and a limit that does.
function next(n: number): number {
  return n + 1;
}
let counter = 4294967290;
for (let i = 0; i < 10; i++) counter = next(counter);
console.log(counter, next(2 ** 53), next(-1), show(next(-1)), next(0.5));

// The function as a value, called by unknown code.
console.log([1, -1, 0.5, 2 ** 32].map((n) => signed(n)), [1, 2].map(signed), [3, 4].reduce(rotate));
const methods = { twice: (n: number): number => (n * 2) | 0 };
let twice = 0;
for (let i = 0; i < 5; i++) twice += methods.twice(i * 1000000000);
console.log(twice, methods.twice("3" as unknown as number));
