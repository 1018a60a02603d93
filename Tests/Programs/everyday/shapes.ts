abstract class Shape {
  static count = 0; static #registry: Shape[] = [];
  protected constructor(readonly name: string) { Shape.count++; Shape.#registry.push(this); }
  abstract area(): number;
  get label(): string { return `${this.name}(${this.area().toFixed(2)})`; }
  toString() { return this.label; }
  static all(): readonly Shape[] { return Shape.#registry; }
  compareTo(other: Shape): number { return this.area() - other.area(); }
}
class Circle extends Shape { constructor(private r: number) { super("circle"); } area() { return Math.PI * this.r ** 2; } set radius(v: number) { if (v < 0) throw new RangeError("negative"); this.r = v; } get radius() { return this.r; } }
class Rect extends Shape { constructor(protected w: number, protected h: number, name = "rect") { super(name); } area() { return this.w * this.h; } }
class Square extends Rect { constructor(s: number) { super(s, s, "square"); } override get label() { return "[" + super.label + "]"; } override toString() { return "Sq:" + super.toString(); } }
const shapes = [new Circle(1.5), new Rect(2, 3), new Square(2)];
for (const s of [...shapes].sort((a, b) => a.compareTo(b))) console.log(String(s), s instanceof Rect, s.constructor.name);
console.log(Shape.count, Shape.all().length, shapes.map(s => s.label).join("; "));
const c = shapes[0] as Circle; c.radius = 2; console.log(c.label, c.radius);
try { c.radius = -1; } catch (e) { console.log((e as Error).message, e instanceof RangeError); }
console.log(Object.keys(c), JSON.stringify(shapes), shapes);
class Stack<T> implements Iterable<T> { #items: T[] = []; push(...xs: T[]): this { this.#items.push(...xs); return this; } pop(): T | undefined { return this.#items.pop(); } get size() { return this.#items.length; } [Symbol.iterator](): Iterator<T> { let i = this.#items.length; const items = this.#items; return { next: () => i > 0 ? { value: items[--i]!, done: false } : { value: undefined, done: true } }; } map<U>(f: (x: T) => U): Stack<U> { const r = new Stack<U>(); for (const x of [...this].reverse()) r.push(f(x)); return r; } static of<T>(...xs: T[]) { return new Stack<T>().push(...xs); } }
const st = Stack.of(1, 2, 3).map(x => x * 1.5); console.log([...st], st.pop(), st.size, Math.max(...st), st);
interface Visitor<R> { num(n: number): R; add(a: Expr, b: Expr): R; mul(a: Expr, b: Expr): R }
interface Expr { accept<R>(v: Visitor<R>): R }
const num = (n: number): Expr => ({ accept: v => v.num(n) }); const add = (a: Expr, b: Expr): Expr => ({ accept: v => v.add(a, b) }); const mul = (a: Expr, b: Expr): Expr => ({ accept(v) { return v.mul(a, b); } });
const ev: Visitor<number> = { num: n => n, add: (a, b) => a.accept(ev) + b.accept(ev), mul: (a, b) => a.accept(ev) * b.accept(ev) };
const show: Visitor<string> = { num: String, add: (a, b) => `(${a.accept(show)} + ${b.accept(show)})`, mul: (a, b) => `${a.accept(show)} * ${b.accept(show)}` };
const e = add(num(1), mul(num(2), add(num(3), num(4)))); console.log(e.accept(show), "=", e.accept(ev));
