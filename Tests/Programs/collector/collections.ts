// Maps and sets that change while they are walked; keys that only the collection holds; weak ones.
const m = new Map<any, any>();
for (let i = 0; i < 20; i++) m.set({ id: "k" + i }, ["v" + i]);
let steps = 0;
for (const [k, v] of m) { steps++; if (steps < 60) { m.delete(k); m.set({ id: k.id + "'" }, [v[0] + "+", ...v].slice(0, 3)); } }
console.log(steps, m.size, [...m.keys()].map((k) => k.id).join().slice(0, 80));
m.forEach((v, k) => { const t = { v: v.join("/") + k.id }; if (t.v.length % 2) m.delete(k); else m.set(k, [t.v]); });
console.log(m.size, [...m.values()].map((v) => v[0].length).join());
const s = new Set<string>(); for (let i = 0; i < 50; i++) s.add("s" + (i % 17) + "-".repeat(i % 2));
for (const x of s) { if (x.length < 3) s.add(x + "longer" + s.size); s.delete("s" + s.size); }
console.log(s.size, [...s].sort().join().length);
const wm = new WeakMap<object, any>(); const keep: object[] = [];
for (let i = 0; i < 200; i++) { const k = { i }; wm.set(k, { data: "d" + i, self: k }); if (i % 10 === 0) keep.push(k); }
console.log(keep.map((k) => wm.get(k).data + (wm.get(k).self === k)).join());
const g = new Map(Object.entries({ a: 1, b: 2 }).map(([k, v]) => [k + "x", { v }] as const)); console.log([...g].flat().map((x) => JSON.stringify(x)).join());
const it = m.entries(); let n = 0; for (let r = it.next(); !r.done; r = it.next()) { n += r.value[1][0].length; if (n > 500) m.clear(); } console.log(n > 0, m.size);
console.log(new Set([1, 2, 3].map((x) => "q" + x)).union(new Set(["q3", "z" + 1])).size, [...new Set("hello".split("").map((c) => c + c))].join());
console.log(Object.groupBy(["aa", "b", "cc" + 1], (x) => "L" + x.length), Map.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "ev" + "en")));
