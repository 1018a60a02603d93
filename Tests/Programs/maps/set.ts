// Set and its methods on other sets.
const a = new Set([1, 2, 3, 3, NaN, NaN, -0, 0]);
const b = new Set([2, 3, 4]);
console.log(a, a.size, a.has(NaN), a.has(0), [...a].map((x) => Object.is(x, -0)));
console.log(a.union(b), a.intersection(b), a.difference(b), b.symmetricDifference(a), new Set([2]).isSubsetOf(b), b.isSupersetOf(new Set([2])), a.isDisjointFrom(new Set([9])));
console.log(a.add(9) === a, a.delete(9), a.delete(9), [...new Set("mississippi")].join(""), new Set([[1], [1]]).size);
const words = "the cat and the dog and the bird".split(" ");
console.log([...new Set(words)], new Set(words.map((w) => w.length)));
a.forEach((v, k, s) => { if (s.size !== a.size || !Object.is(v, k)) console.log("wrong"); });
const union = new Set<number>();
for (let i = 0; i < 3; i++) for (let j = 0; j < 4; j++) union.add(i * j);
console.log([...union].sort((x, y) => x - y), new Set(), new Set([new Set([1])]), Object.prototype.toString.call(a));
