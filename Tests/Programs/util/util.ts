// node:util.
import util, { promisify, callbackify, parseArgs, types, styleText, deprecate, inherits } from "node:util";
import * as all from "node:util"; import * as ty from "node:util/types";
function t(f: () => unknown) { try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message); } }
const f = (a: number, b: number, cb: (e: any, v?: number) => void) => (a < 0 ? cb(new Error("neg")) : cb(null, a + b));
promisify(f)(1, 2).then((v: any) => console.log("promisified", v)); (promisify(f) as any)(-1, 2).catch((e: any) => console.log(e.message));
callbackify(async (x: number) => x * 2)(4, (e: any, v: any) => console.log("cb", e, v)); (callbackify(async () => { throw null; }) as any)((e: any) => console.log(e.code, e.message, e.reason));
console.log(promisify.custom, promisify(f).length, callbackify(async function foo(a: any) { return a; }).name);
t(() => promisify(5 as any)); t(() => inherits(5 as any, 6 as any)); t(() => styleText("zz" as any, "x")); t(() => (styleText as any)("red", 5));
console.log(JSON.stringify(styleText(["red", "bold"], "hi", { validateStream: false } as any)), styleText("green", "x"));
const options = { foo: { type: "boolean", short: "f" }, bar: { type: "string", short: "b", default: "d" }, many: { type: "string", multiple: true, short: "m" } } as const;
for (const args of [["-f", "--bar", "b", "x"], ["-fbx", "pos"], ["--bar=1", "--many", "1", "-m2", "--", "-z"], ["--no-foo"], ["--zzz"], ["--bar"], ["--foo=1"], ["--bar", "-x"], ["-z"], ["a", "b"]]) { t(() => parseArgs({ args, options, allowPositionals: true, tokens: true } as any)); t(() => parseArgs({ args, options } as any).values); t(() => parseArgs({ args, options, strict: false, allowNegative: true } as any)); }
t(() => parseArgs({ args: [], options: { x: { type: "zz" } } } as any)); t(() => parseArgs({ args: [], options: { x: { type: "string", short: "ab" } } } as any)); t(() => parseArgs(5 as any));
class A {} ; function* g() {} async function af() {}
const values: any = { date: new Date(), re: /a/, map: new Map(), set: new Set(), prom: Promise.resolve(), ab: new ArrayBuffer(1), u8: new Uint8Array(1), buf: Buffer.from("x"), f32: new Float32Array(1), dv: new DataView(new ArrayBuffer(1)), proxy: new Proxy({}, {}), err: new TypeError(), gen: g(), genf: g, af, boxed: Object(1), sym: Object(Symbol()), big: Object(1n), wm: new WeakMap(), ws: new WeakSet(), mi: new Map().entries(), si: new Set().values(), plain: {}, n: 1, s: "x", nul: null, args: (function () { return arguments; })(), str: Object("x"), bool: Object(true) };
for (const k of Object.keys(values)) console.log(k, Object.keys(ty).filter((c) => c !== "default" && (ty as any)[c](values[k])).join());
console.log(Object.keys(all).join(), Object.keys(types).length);
console.log(util.toUSVString("a\ud800"), util.isArray([]), util.getSystemErrorName(-2), util.getSystemErrorMap().get(-2), util.parseEnv("A=1\n#c\nB='x y' # z\nexport C=\"l\\nm\"\nD= t # c\nE=\n"), util.stripVTControlCharacters("\x1b[31mx\x1b[0m"), util._extend({ a: 1 }, { b: 2 }), util.isDeepStrictEqual(new Date(0), new Date(0)), util.isDeepStrictEqual([new Uint8Array([1])], [new Uint8Array([2])]));
const d = deprecate(function (this: any, a: number) { return a + 1; }, "old", "DEP9999"); console.log(d(1), d(2), d.length, util.debuglog("x").enabled, util.inspect(d));
Promise.all([promisify(setTimeout)(1, "later"), promisify(setImmediate)("soon")]).then((v) => console.log(v));
