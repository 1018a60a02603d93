const a: number = "x";
let b: string = 1;
function f(x: number, y?: string): string { return x; }
f("a");
f();
f(1, "b", 3);
const o = { p: 1 };
o.q;
const o2: { a: number; b: string } = { a: 1 };
const o3: { a: number } = { a: 1, z: 2 };
function g(x: string | undefined) { return x.length; }
function h(x: string | null) { x.length; }
function k(x: { y?: { z: number } }) { return x.y.z; }
const n = 5; n();
new n();
class A { readonly r = 1; private s = 2; x: number; constructor() { this.r = 2; } m() { this.r = 3; } }
new A().s;
new A().r = 4;
abstract class B { abstract m(): void; }
new B();
class C extends B { }
interface I { a: number; b(): string }
class D implements I { a = "x"; b() { return ""; } }
class E implements I { a = 1; }
const u1 = 1 + {};
const u2 = "a" * 2;
const u3 = 2 - "b";
if (1 === "a") { }
function noRet(): number { }
function someRet(x: boolean): number { if (x) return 1; }
const cb = [1, 2].map((x) => x.foo);
function imp(p) { return p; }
let un: number; un + 1;
const unk: unknown = 1; unk.foo;
type T = { k: "a"; v: number } | { k: "b"; w: string };
function disc(t: T) { if (t.k === "a") return t.w; return t.w; }
const arr: number[] = ["a", 1];
const fn: (a: number) => string = a => a;
const t: [number, string] = [1, 2];
let lit: "a" | "b" = "c";
const m = new Map<string, number>(); m.set(1, 2); const mv: number = m.get("a");
for (const q of 5) { }
let ut: Unknown;
class F extends A { m(x: number) { } }
const gen = <T extends { id: number }>(x: T) => x.id; gen({ id: "a" });
[1].push("x");
"abc".foo();
const deep: { a: { b: number } } = { a: { b: "x" } };
const badcast = "a" as number;
let ro: readonly number[] = [1]; ro.push(2);
function opt(a: { cb?: () => void }) { a.cb(); }
enum Co { X, Y } const co: Co = "X";
switch (lit as "a" | "b") { case "z": break; }
const nn = null; nn.foo;
function ret(): void { return 1; }
const prom = f(1).nope;
export {};
