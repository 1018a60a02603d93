// Accessors in base and derived classes, super property access.
class Base {
  protected _v = 1;
  get v() { return this._v; }
  set v(x: number) { this._v = x; }
  who() { return "base"; }
}
class Derived extends Base {
  get v() { return super.v * 10; }
  set v(x: number) { super.v = x + 1; }
  who() { return "derived of " + super.who() + super["who"]().length; }
  arrow() { return (() => super.who())(); }
}
class OnlyGetter extends Base { get v() { return -1; } }
const d = new Derived();
d.v = 5;
console.log(d.v, d, d.who(), d.arrow());
try {
  (new OnlyGetter() as any).v = 3;
} catch (e) {
  console.log((e as Error).message);
}
const o = { __proto__: { m() { return "proto " + (this as any).n; } }, n: 7, m() { return "own " + super["m" as never]; } } as any;
console.log(typeof o.m());
