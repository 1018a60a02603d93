// Default order, comparators, stability, undefined and holes.
console.log([10, 9, 1, 100].sort(), ["b", "a", "C"].sort(), [true, false].sort(), [3, undefined, 1, , 2].sort(), [-1, -2, 5, 0].sort());
console.log([10, 9, 1, 100].sort((a, b) => a - b), ["bb", "a", "ccc"].sort((a, b) => b.length - a.length));
const people = Array.from({ length: 30 }, (_, i) => ({ id: i, age: (i * 7) % 5 }));
people.sort((a, b) => a.age - b.age);
console.log(people.map((p) => p.id).join(" "));
console.log([3, 1, 2].toSorted(), [2, 1].sort((a, b) => (a > b) as any), [1, 2, 3].sort(() => 0), [5, 25, 100].sort(undefined));
const words = ["éclair", "eclair", "Zebra", "apple", "\u{1f600}", "\uffff"];
console.log(words.sort().map((w) => w.codePointAt(0)));
const mixed: any[] = [null, "null", 5, "5", NaN, {}, [2], [1]];
console.log(mixed.sort());
try {
  [1, 2].sort(5 as any);
} catch (e) {
  console.log(String(e));
}
const big = Array.from({ length: 500 }, (_, i) => (i * 7919) % 1009);
const sorted = big.slice().sort((a, b) => a - b);
console.log(sorted[0], sorted[250], sorted[499], sorted.every((x, i) => i === 0 || sorted[i - 1] <= x));
