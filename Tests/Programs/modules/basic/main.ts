// Named, default, renamed and namespace imports.
import def, { a, b as renamed, inc, count, Shape, type OnlyType } from "./values.ts";
import * as all from "./values.ts";
import { default as again } from "./values.ts";
const t: OnlyType = { q: 1 };
console.log(def(2), a, renamed, again === def, t.q, new Shape(3).area());
console.log(count, inc(), count, all.count, Object.keys(all), all.default === def, typeof all, all);
try {
  (all as any).a = 5;
} catch (e) {
  console.log((e as Error).name);
}
console.log("a" in all, "zzz" in all, (all as any).zzz, Object.prototype.toString.call(all));
