// Object literals: shorthand, computed keys, spread, methods.
const x = 1;
const key = "dyn";
const base = { a: 1, b: { c: 2 } };
const o = { x, [key + "amic"]: 2, "quoted-key": 3, 42: "n", method() { return this.x; }, ...base, b: 5, get twice() { return this.x * 2; } };
console.log(o, o.method(), o.twice, o[42], o["quoted-key"]);
console.log({ ...null, ...undefined, ...("hi" as any), ...[7, 8], ...(5 as any) });
const copy = { ...base };
copy.b.c = 99;
console.log(base.b.c, copy === (base as any), { a: 1, a2: 2, ...{ a: 3 } });
console.log({ __proto__: { inherited: 1 }, own: 2 }, ({ __proto__: { inherited: 1 } } as any).inherited);
const fn = { async: 1, get: 2, set: 3, static: 4, new: 5, class: 6, function: 7 };
console.log(fn.async + fn.get + fn.set + fn.static + fn.new + fn.class + fn.function);
