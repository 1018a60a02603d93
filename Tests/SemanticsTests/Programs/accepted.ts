// What tsc --strict accepts.
type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number } | { kind: "rect"; w: number; h: number };
function area(s: Shape): number {
  switch (s.kind) {
    case "circle": return Math.PI * s.radius ** 2;
    case "square": return s.side * s.side;
    case "rect": return s.w * s.h;
  }
}
const shapes: Shape[] = [{ kind: "circle", radius: 1 }, { kind: "square", side: 2 }];
console.log(shapes.map(area).reduce((a, b) => a + b, 0).toFixed(2));
function assertNever(x: never): never { throw new Error("unexpected " + String(x)); }
function name(s: Shape) {
  if (s.kind === "circle") return "c" as const;
  else if (s.kind === "square") return "s";
  else if (s.kind === "rect") return "r";
  return assertNever(s);
}
interface Node2<T> { value: T; next: Node2<T> | null }
class List<T> implements Iterable<T> {
  private head: Node2<T> | null = null;
  #size = 0;
  get size(): number { return this.#size; }
  push(value: T): this { this.head = { value, next: this.head }; this.#size++; return this; }
  *[Symbol.iterator](): Generator<T> { let n = this.head; while (n) { yield n.value; n = n.next; } }
  find(p: (v: T) => boolean): T | undefined {
    let cur = this.head;
    while (cur !== null) { if (p(cur.value)) return cur.value; cur = cur.next; }
    return undefined;
  }
  static of<U>(...xs: U[]): List<U> { const l = new List<U>(); for (const x of xs) l.push(x); return l; }
}
const l = List.of(1, 2, 3).push(4);
const f: number | undefined = l.find(x => x > 2);
if (f !== undefined) console.log(f.toFixed(1));
abstract class Animal { constructor(protected readonly name: string) {} abstract speak(): string; toString() { return `${this.name}: ${this.speak()}`; } }
class Dog extends Animal { constructor(n: string, public age = 3) { super(n); } speak() { return "woof"; } }
const animals: Animal[] = [new Dog("a"), new Dog("b", 5)];
for (const a of animals) { if (a instanceof Dog) console.log(a.age + 1); console.log(String(a)); }
const counts = new Map<string, number>();
for (const w of "a b a".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1);
const sorted = [...counts.entries()].sort((x, y) => y[1] - x[1] || x[0].localeCompare(y[0]));
for (const [word, n] of sorted) console.log(word.padEnd(4), n);
const obj: Record<string, number[]> = {};
for (const k of Object.keys(obj)) { const arr = obj[k]; arr.push(1); }
(obj["x"] ??= []).push(2);
enum Color { Red, Green = 5, Blue }
const c: Color = Color.Green;
console.log(Color[c], c === Color.Green);
enum S { A = "a", B = "b" }
function s2(x: S): string { switch (x) { case S.A: return "1"; case S.B: return "2"; } }
function isString(x: unknown): x is string { return typeof x === "string"; }
function assertIsNumber(x: unknown): asserts x is number { if (typeof x !== "number") throw new TypeError("no"); }
function g(x: unknown) {
  if (isString(x)) return x.length;
  if (Array.isArray(x)) return x.length;
  if (typeof x === "object" && x !== null && "foo" in x) return 1;
  assertIsNumber(x);
  return x.toFixed();
}
const parsed = JSON.parse("{}") as { a?: { b?: number[] } };
console.log(parsed.a?.b?.[0]?.toFixed(2) ?? "none");
function opt(a: number, b?: string, ...rest: boolean[]) { return a + (b ? b.length : 0) + rest.length; }
opt(1); opt(1, "x"); opt(1, undefined, true, false);
const tuple: [string, number] = ["a", 1];
const [t1, t2] = tuple; const t3: number = t2; console.log(t1.length, t3);
let state: "idle" | "busy" = "idle";
function setState(s: typeof state) { state = s; }
setState("busy");
const point = { x: 1, y: 2 } as const;
type P = typeof point; const px: P["x"] = 1; console.log(px);
function keys<T extends object>(o: T): (keyof T)[] { return Object.keys(o) as (keyof T)[]; }
function get<T, K extends keyof T>(o: T, k: K): T[K] { return o[k]; }
const gx: number = get({ a: 1, b: "s" }, "a"); console.log(gx, keys({ q: 1 }));
type Partial2<T> = { [K in keyof T]?: T[K] };
const pp: Partial2<{ a: number }> = {}; pp.a = 3;
interface Opts { width: number; height?: number; cb?: (n: number) => void }
function draw({ width, height = 3, cb }: Opts) { if (cb) cb(width * height); cb?.(1); }
draw({ width: 3, cb: n => console.log(n.toFixed()) });
const fns: Record<string, (a: number, b: number) => number> = { add: (a, b) => a + b, sub(a, b) { return a - b; } };
console.log(fns["add"](1, 2), fns.sub(3, 1));
let x: string | null = null;
for (let i = 0; i < 3; i++) { if (x === null) x = "a"; else x = x + "b"; }
if (x) console.log(x.length);
let y: string | undefined;
try { y = "v"; } catch (e) { if (e instanceof Error) console.log(e.message); } finally { console.log("f"); }
console.log(y);
function find2<T>(xs: readonly T[], p: (x: T) => boolean): T | null { for (const x of xs) if (p(x)) return x; return null; }
const r = find2([{ id: 1, n: "a" }], q => q.id === 1); console.log(r?.n.length);
const nested = [[1, 2], [3]].flatMap(q => q.map(z => z * 2)); const nn: number[] = nested; console.log(nn);
const grouped = ["a", "bb"].reduce<Record<number, string[]>>((acc, w) => { (acc[w.length] ||= []).push(w); return acc; }, {});
console.log(grouped);
const m2 = new Map([["a", 1], ["b", 2]]); for (const [k, v] of m2) console.log(k.length + v);
const set = new Set(["a"]); set.add("b"); const arr2: string[] = Array.from(set); console.log(arr2, [...set].map(q => q.length));
type Expr = { type: "num"; value: number } | { type: "add"; left: Expr; right: Expr };
function ev(e: Expr): number { return e.type === "num" ? e.value : ev(e.left) + ev(e.right); }
console.log(ev({ type: "add", left: { type: "num", value: 1 }, right: { type: "num", value: 2 } }));
function over(a: string): string; function over(a: number): number; function over(a: string | number): string | number { return a; }
const o1: string = over("a"); const o2: number = over(1); console.log(o1, o2);
namespace Geo { export interface Pt { x: number } export function mk(x: number): Pt { return { x }; } export const origin: Pt = mk(0); }
const gp: Geo.Pt = Geo.mk(3); console.log(gp.x, Geo.origin.x);
const sat = { a: 1, b: "x" } satisfies Record<string, number | string>; console.log(sat.a.toFixed(), sat.b.length);
label: for (const a of [1, 2]) { for (const b of [3]) { if (a === b) continue label; if (b > 5) break label; } }
const { a: da, ...restObj } = { a: 1, b: 2, c: 3 }; console.log(da, restObj.b);
class Stack<T> { private items: T[] = []; push(x: T) { this.items.push(x); } pop(): T | undefined { return this.items.pop(); } peek() { return this.items[this.items.length - 1]; } get length() { return this.items.length; } }
const st = new Stack<number>(); st.push(1); const pk: number = st.peek(); const pop = st.pop(); if (pop !== undefined) console.log(pop + pk, st.length);
let fnv: ((a: number) => string) | undefined; fnv = a => a.toString(); console.log(fnv(3));
const big = [3, 1, 2].sort((a, b) => a - b).map(String).join(","); console.log(big);
type Handler = (ev: { name: string }) => void; const hs: Handler[] = []; hs.push(({ name }) => console.log(name.length)); hs.forEach(h => h({ name: "x" }));
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C { return a => g(f(a)); }
const len = compose((s: string) => s.length, n => n * 2); const ln: number = len("abc"); console.log(ln);
console.log([1, 2, 3].filter((v): v is 1 | 2 => v < 3).length, Object.entries({ a: 1 }).map(([k, v]) => k + v.toFixed()));
let cond = Math.random() > 0.5; const val = cond ? { ok: true as const, v: 1 } : { ok: false as const, e: "x" };
if (val.ok) console.log(val.v); else console.log(val.e);
process.stdout.write("done\n"); process.exitCode = 0; const arg: string | undefined = process.argv[2]; console.log(arg?.length);
class Err extends Error { constructor(message: string, readonly code: number) { super(message); this.name = "Err"; } }
try { throw new Err("a", 1); } catch (e) { if (e instanceof Err) console.log(e.code, e.message); else throw e; }
const wm = new WeakMap<object, number>(); wm.set({}, 1);
let i2 = 0; while (true) { if (i2++ > 3) break; } do { i2--; } while (i2 > 0);
const un: unknown = 3; if (typeof un === "number" || typeof un === "string") console.log(un.toString());
function def(a = 1, b: string = "x", { c = 2 }: { c?: number } = {}) { return a + b.length + c; } def(); def(2, "y", {});
const cache: { [k: string]: number | undefined } = {}; const cv = cache["z"]; if (cv != null) console.log(cv + 1);
console.log([..."abc"].map((ch, i) => ch.charCodeAt(0) + i), "abc"[0].toUpperCase(), [1, 2].includes(1), [1, "a", null].length);
const accessed = { _v: 1, get v() { return this._v; }, set v(x: number) { this._v = x; } }; accessed.v += 1; const mixed = (a: any) => a ? 1 : a.m; console.log(mixed(accessed));

// Discriminants that were copied or taken apart; guards that are inferred.
namespace Origins {
  type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
  type Action = { kind: "num"; payload: number } | { kind: "str"; payload: string };
  function f(a: Action): number {
    const { kind, payload } = a;
    if (kind === "num") return payload.toFixed(1).length;
    return payload.length;
  }
  function g({ kind, payload }: Action): string {
    switch (kind) {
      case "num": return payload.toFixed(2);
      case "str": return payload.toUpperCase();
    }
  }
  function area(s: Shape): number {
    const { kind } = s;
    if (kind === "circle") return s.r * 2;
    return s.side;
  }
  function h(s: Shape) { const k = s.kind; return k === "square" ? s.side : s.r; }
  type R<T> = { ok: true; value: T } | { ok: false; error: string };
  function unwrap<T>(r: R<T>): T {
    const { ok } = r;
    if (!ok) throw new Error(r.error);
    return r.value;
  }
  const tuple: [tag: "a", n: number] | [tag: "b", s: string] = ["a", 1] as any;
  const [tag, content] = tuple;
  if (tag === "a") content.toFixed(); else content.trim();
  const isNum = (x: unknown): x is number => typeof x === "number";
  function cond(x: string | number) {
    const isString = typeof x === "string";
    if (isString) return x.length;
    return x.toFixed();
  }
  const shapes: Shape[] = [];
  shapes.filter((s) => s.kind === "circle").map((s) => s.r);
  shapes.find((s) => s.kind === "square")?.side;
  [1, null, 2].filter((x) => x != null).map((x) => x + 1);
  [1, undefined].filter((x) => x !== undefined && x > 1).map((x) => x);
  const fixed = 1;
  try { (fixed as any) = 2; } catch {}
  const accessors = { get v() { return 1; }, set v(x) { void x; } };
  const text: string = "h";
  enum Level { Low = "l", High = "h" }
  const level: Level | undefined = Object.values(Level).find((l) => l === text);
  [f, g, area, h, unwrap, isNum, cond, accessors, level];
}
