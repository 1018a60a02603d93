// Getters and setters with side effects, on literals and through inheritance.
const log: string[] = [];
const o = {
  _v: 1,
  get v() { log.push("get"); return this._v; },
  set v(x: number) { log.push("set " + x); this._v = x; },
  get only() { return "read"; },
};
o.v += 5;
o.v++;
console.log(o.v, log.join(","), o.only);
try {
  (o as any).only = 1;
} catch (e) {
  console.log((e as Error).message);
}
const child = Object.create(o);
child.v = 50;
console.log(child._v, o._v, Object.keys(child), Object.hasOwn(child, "v"));
const setter: any = { set w(x: any) { this.got = x; } };
console.log(setter.w, (setter.w = 3), setter.got);
console.log(Object.getOwnPropertyDescriptor(o, "_v"), Object.getOwnPropertyDescriptor(o, "only")!.set, o);
