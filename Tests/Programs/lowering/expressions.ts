// Operators, evaluation order, references.
export {};
const log: string[] = [];
const say = <T>(s: string, v: T): T => { log.push(s); return v; };
const flush = () => { console.log(log.join(" ")); log.length = 0; };
const o: any = { n: 1, get g() { return say("get", this.n); }, set g(v) { say("set" + v, 0); this.n = v; }, s: "str", m(...a: any[]) { return [this === o, ...a]; } };
o.g += 5; flush(); o.g++; flush(); console.log(++o.g, o.g--, o.n); flush();
console.log(o["g"]--, --o["g"]); flush();
say("obj", o)[say("key", "n")] = say("value", 3); flush();
say("obj", o)[say("key", "n")] += say("value", 4); flush(); console.log(o.n);
o.z ??= say("nullish", 1); o.z ??= say("never", 2); o.z ||= say("never", 3); o.z &&= say("and", 0); o.z ||= say("or", 5); flush(); console.log(o.z);
let x: any = 1; x = x++ + ++x; console.log(x); x = x-- - --x; console.log(x);
x = "5"; console.log(x++, x, -x, +x, ~x, !x, typeof x); x = "a"; x++; console.log(x);

console.log(1 + 2 + "3" + 4 + 5, "a" + 1 * 2, 7 % 4, -7 % 4, 2 ** 3 ** 2, (-8) >>> 28, 1 << 33, 5 & 3 | 8 ^ 2);
console.log(1 < 2, "b" > "a", null >= 0, undefined == null, NaN != NaN, "1" == (1 as any), [] + "", `${[1, 2]}`);
console.log("n" in o, o instanceof Object, delete o.z, "z" in o, delete o["s"], o.s, delete o.nothing);
console.log(typeof undeclared, typeof null, typeof (() => 1), typeof Symbol.iterator, void 0);
try { (undeclared as any)(say("arg", 1)); } catch (e) { console.log((e as Error).message); } flush();
try { (undeclared as any) = 1; } catch (e) { console.log((e as Error).name); }
console.log(o?.n, o?.["n"], o.nope?.x.y.z, o.nope?.[say("never", 1)], o.nope?.(say("never", 1)), o.m?.(1), o?.m(2), o.m?.call(o, 3), (o?.m)(4), (o.m)(5), (o?.nope)?.(1)); flush();
const nul: any = null; console.log(nul?.a.b.c(say("never", 0)), delete nul?.a, nul?.a ?? "default"); flush();
try { nul.a(say("never", 0)); } catch (e) { console.log((e as Error).message); } flush();
try { o.nope(say("evaluated", 0)); } catch (e) { console.log((e as Error).name); } flush();
try { o.nope.x = say("rhs", 0); } catch (e) { console.log((e as Error).name); } flush();
console.log(o["m"](1), o["m"]?.(2), o["m" as string](3), o.m(...[1, 2], 3));
const k1 = { toString() { return say("k1", "dyn"); } }; const lit: any = { [k1 as any]: say("v1", 1), ["c" + 1]: say("v2", 2), a: 1, "b c": 2, 3: 3, 1: 1, a2: { b: 1 }, ...{ s: 1, a: 9 }, ...null, ...[7, 8], m() { return super.toString === Object.prototype.toString; }, get acc() { return 5; }, set acc(v) { say("acc" + v, 0); }, get ["d" + 1]() { return 6; }, async: 1, get: 2, set: 3, f: function () { }, ar: () => 1, cl: class { }, ["comp" + 2]: () => 2, 1.5: "x", __proto__: { inherited: 1 } };
flush(); console.log(Object.keys(lit).join(), lit.m(), lit.inherited, lit.f.name, lit.ar.name, lit.cl.name, lit.comp2.name, lit.m.name, lit.acc); lit.acc = 2; flush();
console.log(Object.getOwnPropertyDescriptor(lit, "acc")!.get!.name, Object.getOwnPropertyDescriptor(lit, "d1")!.enumerable, lit["1.5"]);
const { a, "b c": bc, [`a${2}`]: { b, missing = "dflt" } = {} as any, ...others } = lit; console.log(a, bc, b, missing, Object.keys(others).length);
let d1: any, d2: any, d3: any; [d1, d2] = [1, 2];[d1, d2] = [d2, d1]; ({ d1, e: d2 = say("default", 7), ...d3 } = { d1: 10, f: 1, g: 2 } as any); console.log(d1, d2, d3); flush();
({ a: o.p1, b: o["p2"], ...o.p3 } = { a: 1, b: 2, c: 3 }); [o.q1, ...o.q2] = [1, 2, 3]; [[o.r1], { x: o.r2 }] = [[1], { x: 2 }]; console.log(o.p1, o.p2, o.p3, o.q1, o.q2, o.r1, o.r2);
const order: any = {}; [say("t1", order)[say("k", "x")], say("t2", order).y] = [say("v", 1), 2]; flush();
({ [say("p", "pp")]: say("t", order)[say("kk", "z")] = say("dd", 4) } = {} as any); flush(); console.log(order);
try { const { u } = undefined as any; } catch (e) { console.log((e as Error).name); } try { const { } = null as any; } catch (e) { console.log((e as Error).name); } try { [d1] = {} as any; } catch (e) { console.log((e as Error).name); }
console.log(String.raw`a${1}\n${"b"}`, ((s: TemplateStringsArray, ...v: any[]) => [s.length, s.raw[0], s[1], ...v])`x\ty${1}z`);
const same = (s: TemplateStringsArray) => s; const mk = () => same`t`; console.log(mk() === mk(), Object.isFrozen(mk()));
console.log(`${o.n}${"s"}${null}${undefined}`, `multi
line`, ``);
const sparse = [1, , 3, ...[, 5]]; console.log(sparse.length, 1 in sparse, 3 in sparse, sparse);
console.log(Math.max(...[1, 5, 3], 4), new Array(...[1, 2]).length, new Set([1]).size, [..."héllo"].length, [...new Set([1, 1, 2])]);
const nf = new (function (this: any, v: number) { this.v = v; } as any)(3); console.log(nf.v, new (class { x = 1 })().x, new (Map as any)([[1, 2]]).get(1));
const named = { f: () => { }, ["g"]: () => { } }; let anon; anon = () => { }; const { dn = () => { } } = {} as any; console.log(named.f.name, named.g.name, anon.name, dn.name);
const chained = 1 + 2 * 3 - 4 / 2 % 3; console.log(chained, ((1 as any) as string)!, <any>1, 1 satisfies number);
(() => { try { (c as any) = 2; } catch (e) { console.log((e as Error).message); } })(); const c = 1;
console.log([1, 2, 3].includes(2) && "yes" || "no", null ?? (0 || "zero"), !!0 === false && !1 === false);
globalThis.console.log(globalThis === globalThis.globalThis, NaN, Infinity, undefined, parseInt("12px"), isNaN(NaN));
var fnInLoop = 0; for (const f of [() => 1, () => 2]) fnInLoop += f(); console.log(fnInLoop);
console.log((function (this: any) { return this; })(), (() => typeof this)());
label: for (var ii = 0; ii < 2; ii++) { for (; ;) { continue label; } } console.log(ii);
console.log(0 ? 1 : 2, "" ? 1 : 2, [] ? 1 : 2, (0, o.m)(1)[0], o.m.length, 0x10, 1e3, .5, 0b11, 0o17, 1_000);
