// Map: keys of all kinds, order, size, chaining.
const key = { k: 1 };
const m = new Map<any, any>([[1, "number"], ["1", "string"], [NaN, "nan"], [key, "object"], [null, "null"], [undefined, "undefined"], [-0, "zero"]]);
console.log(m.get(1), m.get("1"), m.get(NaN), m.get(key), m.get({ k: 1 }), m.get(null), m.get(undefined), m.get(0), m.size);
console.log(m.set("a", 1).set("b", 2).has("a"), m.delete("a"), m.delete("a"), m.size, [...m.keys()].map((k) => String(k)).join());
m.set(1, "changed");
console.log([...m.entries()][0], [...m.values()].length, m.get("missing") ?? "none");
m.clear();
console.log(m.size, m);
const big = new Map<number, number>();
for (let i = 0; i < 5000; i++) big.set(i * 7919, i);
for (let i = 0; i < 5000; i += 3) big.delete(i * 7919);
let sum = 0;
for (const [k, v] of big) sum += k % 10 + v;
console.log(big.size, sum, big.get(7919), big.get(0));
console.log(Map.groupBy([1, 2, 3, 4], (x) => (x % 2 ? "odd" : "even")), new Map(Object.entries({ x: 1 })), new Map(null), Object.fromEntries(new Map([["q", 1]])));
try {
  (Map as any)();
} catch (e) {
  console.log(String(e));
}
