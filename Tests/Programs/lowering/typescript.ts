// What TypeScript adds at run time: enums, namespaces, parameter properties.
export {};
enum Color { Red, Green = 5, Blue, S = "s", N = -1, M = 1 << 3 | 2, "quoted name" = 7, Comp = "abc".length, After = 1, Ref = Green * 2, Str2 = S + "x" as any }
const enum CE { A = 1, B = A * 2, C = ~B, D = B ** 3 }
console.log(Color.Red, Color[5], Color["quoted name"], CE.B, CE.C, CE.D, Color.Comp, Color[Color.Comp], Color.Ref, Color);
enum Color { Extra = 100 }
console.log(Color.Extra, Color[100], Color.Red);
function localEnum(n: number) { enum L { A = n as any, B = 5, C } return [L.A, L[n], L.C, L]; }
console.log(localEnum(3));
namespace N {
  export const a = 1; export let b = a + 1;
  export function f() { return b++; }
  export class K { v = hidden; }
  export enum En { P, Q }
  const hidden = 2;
  export namespace Inner { export const deep = hidden; export function g() { return deep + a; } }
  f();
}
namespace N { export const c = N.a + N.b; export const arrow = () => c; }
namespace O.P.Q { export const r = 1; export const { s, t: [u] } = { s: 2, t: [3] }; }
function merged() { return merged.x; } namespace merged { export const x = 1; export let y = x; y++; }
class MC { static z = 1; } namespace MC { export const y = MC.z + 1; export function make() { return new MC(); } }
namespace Types { export interface I { a: number } export type T = string; }
import alias = N.Inner;
import En = N.En;
console.log(N.f(), N.b, N.a, new N.K().v, alias.deep, alias.g(), En.Q, O.P.Q.r, O.P.Q.s, O.P.Q.u, merged(), merged.y, MC.y, MC.make() instanceof MC, N.c, N.arrow(), Object.keys(N));
N.b = 50; console.log(N.f(), N.b);
declare const ambient: number; declare function ambientFn(): void; declare namespace AmbientNs { const x: number; } declare enum AmbientEnum { A }
console.log(typeof ambient, typeof ambientFn);
function overload(a: string): string; function overload(a: number): number; function overload(a: any) { return a; }
console.log(overload(1), overload("x"), (<T,>(x: T) => x)(3));
abstract class Shape { constructor(protected readonly name: string) { } abstract area(): number; toString() { return `${this.name} ${this.area()}`; } }
class Sq extends Shape { constructor(private side: number) { super("sq"); } area() { return this.side ** 2; } }
console.log(`${new Sq(3)}`, new Sq(2));
function assertIsString(x: unknown): asserts x is string { if (typeof x !== "string") throw new TypeError("no"); }
const u: unknown = "s"; assertIsString(u); console.log(u.length, (u as string)!.length, u satisfies string);
enum E2 { A = "a", B = "b" } const e: E2 = E2.B; switch (e as E2) { case E2.A: console.log("A"); break; case E2.B: console.log("B"); }
function thisParam(this: { v: number }, k: number) { return this.v + k; } console.log(thisParam.call({ v: 1 }, 2), thisParam.length);
