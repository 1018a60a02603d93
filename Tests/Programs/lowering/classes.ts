// Classes: order of evaluation, fields, private members, inheritance.
export {};
const log: string[] = [];
const say = <T>(s: string, v: T): T => { log.push(s); return v; };
const flush = () => { console.log(log.join(" ")); log.length = 0; };
class A {
  #p = say("p", 1);
  static s = say("s " + A.name, 1);
  static #sp = 2;
  static { say("block " + this.s + A.#sp, 0); var blockVar = 1; this.s += blockVar; }
  #m() { return this.#p; }
  get #acc() { return this.#p; }
  set #acc(v) { this.#p = v * 10; }
  static #sm() { return 3; }
  q = () => this.#p;
  [say("key1", "comp" + 1)] = say("v1", 2);
  "str" = 3;
  4 = 5;
  [say("key2", "cm")]() { return "cm"; }
  m() { this.#acc = 4; this.#p++; this.#acc += 2; this.#p ??= 3; return [#p in this, this.#m(), this.#acc]; }
  static is(x: any) { return (#m in x) && A.#sm(); }
  get g() { return 1; }
  set g(v) { say("set g" + v, 0); }
  static async = 1;
  static get sg() { return this === A; }
}
flush();
const a = new A(); flush();
console.log(a.m(), a.q(), A.is(a), A.is({}), (a as any).comp1, (a as any).cm(), A.sg, Object.keys(a), A.s, a.g);
a.g = 3; flush();
try { A.prototype.m.call({} as any); } catch (e) { console.log((e as Error).name); }
class B extends A {
  y: number;
  z = this.base();
  base() { return super.m()[1]; }
  constructor(public a: number, readonly b = 2, private c?: string) {
    const f = () => super.base ? 1 : super.m;
    say("before", 0);
    super();
    this.y = a;
    say("after" + typeof f(), 0);
  }
  m() { return [...super.m(), "B", super["q" as "m"] === undefined]; }
  static is(x: any) { return [super.is(x), "B"] as any; }
  get g() { return super.g + 1; }
  set g(v) { super.g = v; }
}
const b = new B(1); flush();
console.log(b.m(), B.is(b), b.g, b.z, Object.keys(b), b instanceof A, B.name, B.length, Object.getPrototypeOf(B) === A);
b.g = 5; flush();
class C extends B { }
console.log(new C(7, 8, "x"), C.name, new C(1).constructor === C);
class D extends Array<number> { last() { return this[this.length - 1]; } static make(...xs: number[]) { return this.from(xs) as D; } }
const d = new D(); d.push(1, 2); console.log(d.last(), d.length, Array.isArray(d), D.make(5, 6).last(), d.map((x) => x) instanceof D);
class MyError extends Error { code = 7; constructor(m: string) { super(m); this.name = "MyError"; } }
try { throw new MyError("bad"); } catch (e) { console.log(String(e), e instanceof MyError, e instanceof Error, (e as MyError).code, (e as Error).message); }
class M extends Map<string, number> { get(k: string) { return (super.get(k) ?? 0) + 1; } } const m = new M([["a", 1]]); console.log(m.get("a"), m.get("b"), m.size);
class F { constructor(o?: any) { if (o) return o; } tag = "F"; }
class G extends F { #x = 5; constructor(o?: any) { super(o); } static read(o: any) { return o.#x; } }
console.log(new F({ z: 1 }), new F(1).tag, G.read(new G({ other: 1 })));
class H extends F { constructor() { super(); return undefined as any; } } console.log(new H().tag);
class H2 extends F { constructor() { super(); return 1 as any; } } try { new H2(); } catch (e) { console.log((e as Error).name); }
class H3 extends F { constructor() { if (0 as any) super(); } } try { new H3(); } catch (e) { console.log((e as Error).name); }
class H4 extends F { constructor() { super(); super(); } } try { new H4(); } catch (e) { console.log((e as Error).message); }
class H5 extends F { constructor() { try { (this as any).x = 1; } catch (e) { say((e as Error).name, 0); } super(); } } new H5(); flush();
class H6 extends F { v: () => number; constructor() { const init = () => super(); init(); this.v = () => this.w; } w = 3; u = () => this.w; } console.log(new H6().v() + new H6().u());
function factory() {
  let count = 0;
  return class Inner { id = ++count; static total = () => count; clone() { return new Inner(); } static self = Inner; };
}
const I1 = factory(), I2 = factory(); new I1(); console.log(new I1().clone().id, I1.total(), I2.total(), I1.self === I1, I1.name, (I1 as any) !== I2);
const X = class { }; const Y = class Z { m() { return Z.name; } }; const { W = class { } } = {} as any; console.log(X.name, Y.name, new Y().m(), W.name, (class { }).name, ({ k: class { } }).k.name);
class StaticName { static name = "own"; } console.log(StaticName.name);
abstract class Abs { abstract foo(): number; bar() { return this.foo(); } declare q: number; opt?: string; } class Conc extends Abs { foo() { return 4; } } console.log(new Conc().bar(), Object.keys(new Conc()));
for (let i = 0; i < 2; i++) { class Loop { static n = i; ["k" + i] = i; #x = i * 10; v() { return () => this.#x + i; } } console.log(Loop.n, new Loop(), new Loop().v()()); }
class Derived extends (class { constructor(public v: number) { } }) { constructor() { const g = () => { super(3); }; g(); } f = this.v; h = () => this; } const dd = new Derived(); console.log(dd.f, dd.h() === dd);
try { (A as any)(); } catch (e) { console.log((e as Error).message); }
try { class Bad extends (5 as any) { } } catch (e) { console.log((e as Error).name); }
class N1 extends (null as any) { static s = 1; } console.log(N1.s, Object.getPrototypeOf(N1.prototype));
class Acc { static #v = 1; static get v() { return Acc.#v; } static set v(x) { Acc.#v = x; } static inc() { return ++Acc.#v; } static bump() { Acc.v += 2; return this.#v--; } } console.log(Acc.inc(), Acc.bump(), Acc.v);
class GetOnly { get #g() { return 1; } #me() { } try1() { try { (this as any).#g = 2; } catch (e) { return (e as Error).message; } } try2() { try { (this as any).#me = 2; } catch (e) { return (e as Error).message; } } } console.log(new GetOnly().try1(), new GetOnly().try2());
class Sym { static [Symbol.hasInstance](x: any) { return x === 1; } get [Symbol.toStringTag]() { return "SymTag"; } }
console.log((1 as any) instanceof Sym, String(new Sym()));
class Chain { n = 0; add(k: number) { this.n += k; return this; } } console.log(new Chain().add(1).add(2).add(3).n);
class P0 { constructor(public x: number, protected y = x * 2, readonly z = this.calc()) { this.x++; } sum = 10; calc() { return this.sum; } } console.log(new P0(1));
class P1 { total = this.x * 2; constructor(public x: any) { } } console.log(new P1(4).total, new P1(4).x);
class Iter { i = 0; constructor(private n: number) { } [Symbol.iterator]() { return this; } next() { return this.i < this.n ? { done: false, value: this.i++ } : { done: true, value: undefined }; } } console.log([...(new Iter(3) as any)]);
const objSuper = { __proto__: { hi() { return "proto " + (this as any).n; } }, n: 1, hi() { return super.hi() + "!"; }, get up() { return (super.hi as any).call(this); } } as any; console.log(objSuper.hi(), objSuper.up);
const superSet = { __proto__: { set v(x: number) { (this as any)._v = x; } }, put(x: number) { super.v = x; (super["w" as any] as any) = x + 1; } } as any; superSet.put(2); console.log(superSet._v, superSet.w);
console.log(Object.getOwnPropertyNames(A.prototype), Object.getOwnPropertyNames(A), Object.keys(A));
