// Map and Set changed while they are iterated.
const s = new Set([1, 2, 3]);
for (const x of s) { console.log(x); if (x < 3) s.add(x + 10); s.delete(2); }
console.log(s);
const m = new Map([["a", 1], ["b", 2]]);
for (const [k, v] of m) { if (v < 3) { m.delete(k); m.set(k, v + 2); } console.log(k, v); }
console.log(m);
const c = new Set([1, 2]);
for (const x of c) { c.clear(); c.add(x + 1); if (x > 4) break; console.log(x); }
const keys = new Map([[1, "x"]]).keys();
console.log(keys.next(), keys.next(), keys.next(), keys);
const it = new Set(["p", "q"]).entries();
console.log(it.next().value, [...it], it[Symbol.toStringTag]);
m.forEach((v, k, self) => { if (self.size < 4) self.set(k + "!", v); console.log(k); });
