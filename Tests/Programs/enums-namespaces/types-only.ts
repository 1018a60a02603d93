// Type-level syntax leaves no trace.
type Id = string & { readonly brand: unique symbol };
interface Named { name: string; greet?(this: Named): string }
interface Named { age?: number }
declare const missing: number;
abstract class Base<T extends object = {}> { declare phantom: T; abstract run(): void; optional?: number; definite!: string; }
class Impl extends Base implements Named { name = "impl"; run() {} }
const x = { a: 1 } satisfies Record<string, number>;
const y = <const T,>(v: T): T => v;
const list = ["a", "b"] as const;
let z: (typeof list)[number] = "a";
function over(a: number): number;
function over(a: string): string;
function over(a: any) { return a; }
function assertString(v: unknown): asserts v is string { if (typeof v !== "string") throw new TypeError("no string"); }
const isNum = (v: unknown): v is number => typeof v === "number";
console.log(new Impl(), "phantom" in new Impl(), "definite" in new Impl(), x, y({ q: [1] }), z, over(1), over("s"), isNum(5), list!.length);
try {
  assertString(5 as unknown);
} catch (e) {
  console.log(String(e));
}
type Keys = keyof typeof x; type Mapped = { [K in Keys]?: (typeof x)[K] }; type Cond<T> = T extends string ? 1 : 2;
const m: Mapped = {}; const c: Cond<string> = 1;
console.log(m, c, typeof missing);
