// Constructors of classes that extend others, in loops, while what they call and make is changed.
function attempt(label: string, run: () => unknown) {
  try { console.log(label, run()); } catch (error) { console.log(label, (error as Error).name, (error as Error).message); }
}
class A { x: number; constructor(x: number, more = 5) { this.x = x + more; } sum() { return this.x; } }
class B extends A { y: number; constructor(x: number) { super(x, 1); this.y = x + 1; } sum() { return super.sum() + this.y; } }
class C extends B { z = 3; w = [this.z]; }
class D extends C { sum() { return super.sum() + this.z + this.w[0]!; } }
function run(n: number) {
  let t = 0;
  for (let i = 0; i < n; i++) { const b = new B(i & 7), c = new C(i & 3), d = new D(2); t += b.x + b.y + c.sum() + d.sum(); }
  return t;
}
console.log(run(100), JSON.stringify([new B(1), new C(2), new D(3)]), Object.keys(new D(1)));
console.log((new (C as any)(undefined)).sum(), (new (C as any)(undefined)).x, (new (D as any)("s")).x);

// A constructor that nobody wrote passes on what it gets, and no more.
class Plain { all: unknown; constructor(public a?: unknown, public b: unknown = "default") { this.all = new.target.name; } }
class Implicit extends Plain { own = this.b; }
class Twice extends Implicit {}
for (const arguments_ of [[], [1], [1, 2], [1, undefined, 3], [1, 2, 3]]) console.log(JSON.stringify(new (Twice as any)(...arguments_)));
console.log(JSON.stringify([new Implicit(), new Implicit(7), new (Twice as any)(7, 8, 9)]));
class Counts { count: number; constructor(...rest: unknown[]) { this.count = rest.length; } }
class CountsMore extends Counts { extra = 1; }
class Args { n: number; constructor() { this.n = arguments.length; } }
class ArgsMore extends Args { extra = 1; }
console.log(new CountsMore(1, 2, 3).count, new (ArgsMore as any)(1, 2).n, new ArgsMore().n);
const iterator = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () { throw new Error("not iterated"); } as any;
const silent = [new Twice(1), new CountsMore(1)];
Array.prototype[Symbol.iterator] = iterator;
console.log(JSON.stringify(silent));

// What the super constructor sees of the object.
let seen = "";
class Watcher { first = 1; constructor() { seen += Object.keys(this).join() + ("second" in this) + this.look() + ";"; } look(): unknown { return "base"; } }
class Watched extends Watcher { second = 2; constructor() { super(); seen += Object.keys(this).join() + ";"; } look() { return this.second; } }
for (let i = 0; i < 3; i++) new Watched();
console.log(seen);
let log = "";
class Leaks { static last: Leaks[] = []; v = 1; constructor() { Leaks.last.push(this); } }
class Leaky extends Leaks { w = Object.keys(Leaks.last[Leaks.last.length - 1]!).length; u = 9; }
for (let i = 0; i < 3; i++) log += new Leaky().w + Object.keys(new Leaky()).join();
console.log(log, Leaks.last.length);
class Thrower extends A { ok: boolean; constructor(x: number) { super(x < 3 ? x : (() => { throw new RangeError("argument " + x); })()); if (x === 2) throw new Error("body"); this.ok = true; } }
for (let i = 0; i < 5; i++) attempt("throws " + i, () => new Thrower(i).ok);
attempt("before super", () => { class Early extends A { constructor() { (this as any).y = 1; super(1); } } return new Early(); });
attempt("twice", () => { class Again extends A { constructor() { super(1); super(2); } } return new Again(); });
attempt("never", () => { class Never extends A { constructor() { if (seen === "") super(1); } } return new Never(); });
class Gives extends A { q = 1; constructor(x: number) { super(x); if (x > 1) return { x: -1, sum: () => -1, q: 2 } as any; } }
let given = 0;
for (let i = 0; i < 5; i++) { const g = new Gives(i); given += g.q * 10 + g.sum() + (g instanceof Gives ? 100 : 0); }
console.log(given);
class Other { tag = "other"; constructor(public o: unknown) {} }
console.log(Reflect.construct(B, [1], Other) instanceof Other, Reflect.construct(B, [1], C) instanceof C, JSON.stringify(Reflect.construct(C, [1], A)));

// Setters on the way.
let set = 0;
class Base { value: unknown; constructor() { this.value = 1; } }
class WithSetter extends Base { extra = 1; }
class Assigns { constructor() { (this as any).p = 1; (this as any).q = 2; } }
class Assigned extends Assigns { r = 3; }
console.log(Object.keys(new Assigned()), Object.keys(new WithSetter()));
Object.defineProperty(Assigned.prototype, "q", { set(v) { set += v; }, get() { return "got"; }, configurable: true });
for (let i = 0; i < 3; i++) console.log(Object.keys(new Assigned()).join(), (new Assigned() as any).q, set);

// Other parents.
const firstB = new B(1);
Object.setPrototypeOf(B, Other);
console.log(JSON.stringify(new B(4)), new B(4) instanceof A, attemptSum());
function attemptSum() { try { return run(3); } catch (error) { return (error as Error).message; } }
Object.setPrototypeOf(B, A);
console.log(run(3), firstB.sum());
class Switches extends A { y = 1; constructor() { super((Object.setPrototypeOf(Switches, Other), 5)); } }
console.log(JSON.stringify(new Switches()), JSON.stringify(new Switches()));
Object.setPrototypeOf(B, null);
attempt("no parent", () => { try { return new B(1); } catch (error) { return (error as Error).name; } });
Object.setPrototypeOf(B, A);
Object.setPrototypeOf(B.prototype, Other.prototype);
attempt("other prototype", () => new B(1) instanceof A);
attempt("super of other", () => new B(1).sum());
