// JSON: toJSON, replacers, revivers, getters.
const data: any = { list: [], get lazy() { return { now: "n" + this.list.length, deep: [{ a: "a".repeat(3) + this.list.length }] }; } };
for (let i = 0; i < 30; i++) data.list.push({ i, toJSON(key: string) { return { key: key + ":" + i, body: ["x" + i, { v: [i, "" + i] }], s: "\u00e9\"" + i }; } });
const text = JSON.stringify(data, (k, v) => (typeof v === "string" ? v + "~" + k : Array.isArray(v) ? [...v, "tail" + k] : v), " " + " ");
console.log(text.length, text.slice(0, 120));
const back = JSON.parse(text, function (k, v) { if (typeof v === "string") return { s: v + k, o: [v] }; if (k === "i") return undefined; return Array.isArray(v) ? v.map((x) => ({ x })) : v; });
console.log(JSON.stringify(back).length, JSON.stringify(back).slice(0, 200));
console.log(JSON.stringify({ a: new Map(), b: [new String("s" + 1), Object(1), Object(true)], c: { toJSON() { return "t" + [1]; } } }, ["a", "b", "c", "x" + 1]));
const many: any = {}; for (let i = 0; i < 100; i++) many["key" + i] = i % 3 ? "v" + i : { ["k" + i]: [i] };
const p = JSON.parse(JSON.stringify(many)); console.log(Object.keys(p).length, p.key99.k99[0], JSON.stringify(p) === JSON.stringify(many));
try { const c: any = { a: { b: [] } }; c.a.b.push(c); JSON.stringify(c); } catch (e) { console.log((e as Error).message); }
try { JSON.parse('{"a": [1, 2, {"b": tru}]}'); } catch (e) { console.log((e as Error).message); }
console.log(JSON.stringify(Array.from({ length: 20 }, (_, i) => ({ get g() { return "g" + i + {}; } }))).length);
