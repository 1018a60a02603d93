// Long arrays: which pairs comparators see while runs are merged, galloping too, and the order of texts.
let seed = 1;
const random = (): number => (seed = (seed * 16807) % 2147483647);
const patterns: [string, (i: number, n: number) => number][] = [
  ["random", () => random() % 1000],
  ["few", () => random() % 3],
  ["up", (i) => i],
  ["down", (i) => -i],
  ["equal", () => 7],
  ["runs", (i) => (i % 97) * 10 + (i % 7)],
  ["organ", (i, n) => (i < n / 2 ? i : n - i)],
  ["nearly", (i) => (i % 50 === 0 ? random() % 2000 : i)],
  ["two", (i, n) => (i < n / 3 ? i * 2 : (i - n / 3) | 0)],
];
const comparators: [string, (a: { key: number }, b: { key: number }) => number][] = [
  ["by key", (a, b) => a.key - b.key],
  ["backwards", (a, b) => b.key - a.key],
  ["truth", (a, b) => (a.key > b.key) as unknown as number],
  ["text", (a, b) => String(a.key - b.key) as unknown as number],
  ["wild", (a, b) => ((a.key * 31 + b.key * 17) % 5) - 2],
  ["never", () => NaN],
  ["always", () => -1],
];
for (const [name, make] of patterns) {
  const line: string[] = [];
  for (const n of [33, 65, 200, 1111]) {
    for (const [, compare] of comparators) {
      const items = Array.from({ length: n }, (_, i) => ({ key: make(i, n), index: i }));
      let calls = 0;
      let hash = 0;
      items.sort((a, b) => {
        calls++;
        hash = (hash * 31 + ((a as any).index * 3 + (b as any).index)) % 1000003;
        return compare(a, b);
      });
      let order = 0;
      for (const { index } of items) order = (order * 31 + index) % 1000003;
      line.push(`${calls}/${hash}/${order}`);
    }
  }
  console.log(name, line.join(" "));
}

// A comparator that throws in the midst of a merge leaves the array as it was.
const kept = Array.from({ length: 300 }, (_, i) => (i * 91) % 301);
const before = kept.join();
for (const limit of [1, 100, 900, 1500]) {
  let calls = 0;
  try {
    kept.sort((a, b) => {
      if (++calls > limit) throw new Error("at " + limit);
      return a - b;
    });
  } catch (error) {
    console.log((error as Error).message, kept.join() === before);
  }
}

// Texts that begin alike, that are prefixes of others, with NUL, beyond Latin-1, in parts that were joined.
const texts: string[] = ["", "\0", "a", "a\0", "a\0\0b", "abc", "abcd", "abcde", "abcd\0", "ÿ", "Ā", "\uD83D\uDE00", "\uFFFF", "ab", "aÿ", "aĀ"];
for (let i = 0; i < 500; i++) texts.push("abcd" + (random() % 300), "é" + (random() % 50) + "\u4e2d", ("x" + i) + ("y".repeat(i % 9) + (i % 3)));
const sorted = texts.slice().sort();
let wrong = 0;
for (let i = 1; i < sorted.length; i++) if (sorted[i] < sorted[i - 1]) wrong++;
let check = 0;
for (const text of sorted) for (let i = 0; i < text.length; i++) check = (check * 31 + text.charCodeAt(i)) % 1000003;
console.log(sorted.length, wrong, check, JSON.stringify(sorted.slice(0, 6)), sorted.toSorted().join() === sorted.join());

// Values of one text keep their order; what is turned into text may be anything.
const things = Array.from({ length: 400 }, (_, i) => ({ text: "t" + (i * 7) % 13, index: i, toString() { return this.text; } }));
things.sort();
console.log(things.map(({ index }) => index).join());
const mixed: unknown[] = [];
for (let i = 0; i < 60; i++) mixed.push(i * 7 % 23, `${i % 9}`, i % 2 === 0, null, undefined, [i % 4], -0.5 * i);
console.log(mixed.sort().map(String).join(" "));
const numbers = Array.from({ length: 100 }, (_, i) => (i * 37) % 101);
console.log(numbers.sort().join(), numbers.every((value) => typeof value === "number"));
console.log(numbers.sort((a, b) => a - b).join());
