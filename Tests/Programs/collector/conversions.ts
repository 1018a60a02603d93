// Getters, setters, conversions, symbols and classes that allocate at every step.
class Node2 { #next: Node2 | null = null; name = "n" + Node2.count++; static count = 0; get chain(): string { return this.name + (this.#next ? "," + this.#next.chain : ""); } set next(n: Node2 | null) { this.#next = n; this.name += "(" + [..."ab"].map((c) => c + this.name).length + ")"; } }
let head: Node2 | null = null; for (let i = 0; i < 30; i++) { const x: Node2 = new Node2(); x.next = head; head = x; } console.log(head!.chain);
const conv = (n: number): any => ({ valueOf() { return { a: [n, "" + n] }.a[0]; }, toString() { return "c" + [n].join() + {}; }, [Symbol.toPrimitive](h: string) { return h === "string" ? this.toString() : h + this.valueOf(); } });
let acc: any = ""; for (let i = 0; i < 20; i++) acc = acc.slice(-40) + conv(i) + `${conv(i + 1)}` + [conv(i)]; console.log(acc);
const target: any = {}; for (let i = 0; i < 50; i++) Object.defineProperty(target, "p" + (i % 25), { get: () => ["g" + i, { i }], enumerable: true, configurable: true });
console.log(Object.entries(target).map(([k, v]: any) => k + v[0]).join()); const sp = { ...target, extra: "e" + 1 }; console.log(JSON.stringify(sp).length);
const { p1: [first, { i: num }], p2 = "d", ...rest } = target; console.log(first, num, p2[0], Object.keys(rest).length);
class A { x: any; constructor(...a: any[]) { this.x = a.map((v) => [v, "" + v]); } static make(...a: any[]) { return new this(...a, "s" + a.length); } } class B extends A { y = ["y" + this.x.length]; constructor(...a: any[]) { super(...a, { z: "z" + a.length }); } get z() { return this.y.concat(this.x.map((p: any) => p[1])); } }
console.log((B.make("q" + 1, 2, [3]) as B).z.join(";"));
const iter = { i: 0, [Symbol.iterator]() { return { next: () => ({ done: this.i >= 10, value: { v: "v" + this.i++ } }), return: () => { this.i = -1; return { value: "r" + 1 }; } } as any; } };
for (const { v } of iter as any) { if (v === "v5") break; } console.log(iter.i); const [a1, ...a2] = Object.assign(iter, { i: 3 }) as any; console.log(a1.v, a2.length, a2[5].v);
function thrower(d: number): any { try { if (d === 0) throw new Error("e" + [1, 2].join()); return [thrower(d - 1), { d }]; } catch (e) { throw Object.assign(new TypeError("w" + d + (e as Error).message.slice(0, 30), { cause: e }), { tag: ["t" + d] }); } finally { acc = [acc, "f" + d].join("").slice(-30); } }
try { thrower(12); } catch (e: any) { console.log(e.message, e.tag, acc, e.cause.cause.tag); }
console.log("a-b-c".split("-").map((s, i, all) => s.padStart(i + 3, all.join(""))).join("|"), "xyx".replaceAll("x", (m, at) => m + [at, { at }].length + "y" + at));
const t = (s: TemplateStringsArray, ...v: any[]) => s.raw.map((r, i) => r + (v[i] === undefined ? "" : [v[i]].join())).join("") + v.length; console.log(t`a${"x" + 1}b${conv(2)}c`);
const fns = Array.from({ length: 20 }, (_, i) => { let state = "st" + i; return { push: (x: string) => { state = state + x; return [state]; }, bound: function (this: any, a: any, b: any) { return this.k + a + b + state; }.bind({ k: "k" + i }, "A" + i) }; });
console.log(fns.map((f, i) => f.push("p" + i)[0] + f.bound("!")).join());
console.log(Object.fromEntries(Object.entries({ a: 1, b: 2 }).map(([k, v]) => [k.repeat(2), { v: "v" + v }])), Reflect.ownKeys({ ["x" + 1]: 1, [Symbol("s" + 1)]: 2 }).length);
