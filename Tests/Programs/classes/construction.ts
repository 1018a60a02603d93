// What is seen of an object while and after its constructor defines its fields.
const seen: string[] = [];
const keys = (o: object): string => Object.keys(o).join("");

class Declared { a; b: number; c = 3; constructor(b: number) { this.b = b; } }
class Assigned { constructor(a: any, b: any) { (this as any).x = a; (this as any).y = b; } }
class Private { #hidden: number; shown: number; constructor(n: number) { this.#hidden = n; this.shown = n + 1; } get hidden() { return this.#hidden; } }
class Conditional { a!: number; constructor(first: boolean) { if (first) (this as any).z = 0; this.a = 1; (this as any).y = 2; } }
class Late { x; y; constructor(flag: number) { this.x = flag; if (flag > 1) return; this.y = flag; } }
class Escapes { x = 1; y: number; constructor() { seen.push(keys(this)); this.y = 2; (this as any).z = 3; } }
class Early { x: number; constructor(n: number) { this.x = n; this.report(); (this as any).y = n; this.report(); } report() { seen.push("early " + keys(this)); } }
class Throwing { x: number; y: number; constructor(n: number) { this.x = n; if (n === 2) throw new Error("no " + n); this.y = n; } }
class Self { me: Self; you: Self | null; constructor(you: Self | null) { this.me = this; this.you = you; } }
class Base { a: number; b: number; constructor(a: number, b: number) { this.a = a; this.b = b; } sum(): number { return this.a + this.b; } }
class Derived extends Base { c: number; constructor(n: number) { super(n, n + 1); this.c = this.sum(); } sum(): number { return 100 + super.sum(); } }
class Virtual { kind: string; constructor() { this.kind = this.name(); } name(): string { return "virtual"; } }
class Real extends Virtual { own = 1; name(): string { return "real " + keys(this); } }
class Counted { static made = 0; id = Counted.made++; value = make(this.id); }
function make(n: number): Declared { return new Declared(n); }

for (let i = 0; i < 3; i++) {
  const d = new Declared(i), a = new Assigned(i, d), p = new Private(i), c = new Conditional(i === 1), l = new Late(i);
  console.log(d, keys(a), p.hidden, p.shown, keys(c), keys(l), l.y, new Derived(i), new Real().kind, new Counted());
  try { console.log(new Throwing(i)); } catch (e) { console.log(String(e)); }
  const s = new Self(i ? new Self(null) : null);
  console.log(s.me === s, s.you === null, s.you?.me === s.you);
  new Escapes();
  new Early(i);
}
console.log(seen.join());

// Other values of new.target.
function Plain() {}
Plain.prototype = { plain: true };
for (const target of [Base, Derived, Plain, class extends Declared {}, new Proxy(Base, {}), Base.bind(null)]) {
  const made: any = Reflect.construct(Base, [1, 2], target as any);
  console.log(keys(made), made instanceof Base, made.plain, typeof made.sum);
}

// Setters and values that cannot be written appear on the prototype after instances were made.
let caught = "";
for (let i = 0; i < 4; i++) {
  if (i === 1) Object.defineProperty(Assigned.prototype, "x", { set(v) { caught += `set ${v};`; }, configurable: true });
  if (i === 2) Object.defineProperty(Assigned.prototype, "x", { value: 9, writable: false, configurable: true });
  if (i === 3) delete (Assigned.prototype as any).x;
  try { caught += keys(new Assigned(i, 0)) + ";"; } catch (e) { caught += String(e) + ";"; }
}
console.log(caught);
for (let i = 0; i < 3; i++) {
  if (i === 1) Object.defineProperty(Declared.prototype, "b", { set(v) { throw new Error("never"); }, configurable: true });
  console.log(keys(new Declared(i)), new Declared(i).b);
}

// A constructor within a constructor, and what the trace says.
class Inner { v: number; constructor(v: number) { if (v < 0) throw new RangeError("negative"); this.v = v; } }
class Outer { inner: Inner; constructor(v: number) { this.inner = new Inner(v); } }
const traced = (v: number): string => { try { return String(new Outer(v).inner.v); } catch (e) { return (e as Error).stack!.split("\n").slice(0, 3).map((l) => l.trim().replace(/ \(.*[\\/]/, " (")).join(" "); } };
console.log(traced(1), traced(-1));
