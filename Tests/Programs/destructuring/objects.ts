// Object patterns: renaming, defaults, nesting, rest, computed keys.
const o: any = { a: 1, b: { c: [2, { d: 3 }] }, e: undefined, f: null, "x-y": 4 };
const { a, b: { c: [first, { d }] }, e = "default", f = "not used", "x-y": xy, missing, ...rest } = o;
console.log(a, first, d, e, f, xy, missing, rest);
const key = "dyn";
const { [key + "1"]: computed = "none", length } = "hello" as any;
console.log(computed, length);
let p = 1, q = 2;
({ p, q } = { p: q, q: p });
console.log(p, q);
const target: any = {};
({ a: target.x, b: target["y"] } = { a: 10, b: 20 });
console.log(target);
const { ...copy } = o;
copy.a = 99;
console.log(o.a, Object.keys(copy));
for (const bad of [null, undefined] as any[]) {
  try {
    const { z } = bad;
  } catch (err) {
    console.log((err as Error).message);
  }
}
const {} = 5 as any;
const { toFixed } = 5;
console.log(typeof toFixed);
