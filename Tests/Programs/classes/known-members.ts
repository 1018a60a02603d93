// Static members, getters and instanceof of classes that the compiler knows, while the program changes them.
function attempt(label: string, run: () => unknown) {
  try { console.log(label, run()); } catch (error) { console.log(label, (error as Error).name, (error as Error).message); }
}

// Static members.
class Settings {
  static step = 2;
  static #hidden = 10;
  static get half() { return this.step / 2; }
  static twice(n: number) { return n * 2; }
  static bump() { return ++this.#hidden; }
  static label = "settings";
  static { this.step += 1; }
  static name2 = Settings.twice(Settings.step);
}
class Derived extends Settings { static own = "own"; static read() { return this.step + super.twice(4); } }
function total(n: number) {
  let t = 0;
  for (let i = 0; i < n; i++) t += Settings.step + Settings.twice(i & 3) + Settings.half;
  return t;
}
console.log(total(50), Settings.name2, Settings.bump(), Settings.bump(), Derived.read(), Derived.own, Derived.step);
Settings.step = 5;
console.log(total(50), Derived.read());
Derived.step = 100;
console.log(total(10), Derived.read(), Settings.step);
(Settings as any).step = "text";
console.log((total as any)(2));
Settings.step = -0;
console.log(Object.is(Settings.step, -0), total(3));
(Settings as any).twice = (n: number) => n * 100;
console.log(total(3));
Object.defineProperty(Settings, "step", { get() { return 7; }, configurable: true });
console.log(total(3));
Object.defineProperty(Settings, "step", { value: 8, writable: false, configurable: true });
attempt("readonly", () => { try { Settings.step = 9; } catch (error) { return error instanceof TypeError; } });
delete (Settings as any).step;
console.log((total as any)(3), "step" in Settings);
Settings.step = 1;
(Settings as any).added = 1;
console.log(total(3), Object.keys(Settings), Object.getOwnPropertyNames(Derived));
Object.freeze(Settings);
attempt("frozen", () => { try { Settings.label = "other"; } catch (error) { return error instanceof TypeError; } });
console.log(Settings.label, Settings.bump());
class Counter { static count = 0; static length = 9; static make() { this.count++; return new this(); } }
for (let i = 0; i < 5; i++) Counter.make();
console.log(Counter.count, Counter.length, Counter.name);
Object.setPrototypeOf(Counter, { extra: "inherited" });
console.log((Counter as any).extra, Counter.count);
attempt("early", () => { class Early { static value = Early.read(); static read() { return typeof Early; } } return Early.value; });
// Several classes of one definition.
function makeClass(seed: number) { return class { static seed = seed; static next() { return ++this.seed; } }; }
const One = makeClass(1), Two = makeClass(20);
console.log(One.next(), One.next(), Two.next(), One.seed, Two.seed);
// Defined one after the other, as arguments run.
let order = "";
class Ordered { static a = (order += "a"); static [(order += "k", "computed")] = 1; static b = (order += "b"); static read() { return this.a + this.b; } }
console.log(order, Ordered.read(), (Ordered as any).computed);

// Getters.
class Item {
  energy: number;
  constructor(energy: number) { this.energy = energy; }
  get alive() { return this.energy > 0; }
  get twice() { return this.energy * 2; }
  set twice(value: number) { this.energy = value / 2; }
  get failing(): number { throw new Error("failing " + this.energy); }
}
class Heavy extends Item { get twice() { return super.twice + 1; } set twice(value: number) { super.twice = value; } }
const items: Item[] = [];
for (let i = 0; i < 20; i++) items.push(i % 4 === 3 ? new Heavy(i) : new Item(i % 3));
function count() { let n = 0; for (let i = 0; i < items.length; i++) { const item = items[i]!; if (item.alive) n += item.twice; } return n; }
console.log(count());
items[3]!.twice = 10;
console.log(count());
attempt("failing", () => { let n = 0; for (const item of items) n += item.failing; return n; });
Object.defineProperty(items[1]!, "alive", { value: false, configurable: true });
console.log(count());
delete (items[1] as any).alive;
console.log(count());
Object.setPrototypeOf(items[2]!, { alive: true, twice: 1000 });
console.log(count());
items.push({ energy: 1, alive: true, twice: 5 } as any);
console.log(count());
Object.defineProperty(Heavy.prototype, "alive", { get() { return false; }, configurable: true });
console.log(count());
Object.defineProperty(Item.prototype, "alive", { get() { return this.energy > 1; }, configurable: true });
console.log(count());
delete (Item.prototype as any).twice;
console.log(count());
attempt("no getter", () => { class Only { value = 1; set only(value: number) { this.value = value; } } let s = ""; const o = new Only(); for (let i = 0; i < 3; i++) { o.only = i; s += o.only; } return s + o.value; });

// instanceof.
class Animal { legs = 4; }
class Dog extends Animal { name = "dog"; }
class Cat extends Animal { lives = 9; }
const animals: unknown[] = [];
for (let i = 0; i < 12; i++) animals.push(i % 3 === 0 ? new Dog() : i % 3 === 1 ? new Cat() : new Animal());
function dogs() { let n = ""; for (let i = 0; i < animals.length; i++) n += animals[i] instanceof Dog ? "D" : animals[i] instanceof Animal ? "a" : "-"; return n; }
console.log(dogs());
Object.setPrototypeOf(animals[0] as object, Cat.prototype);
Object.setPrototypeOf(animals[1] as object, null);
animals.push({ legs: 4, name: "dog" }, Object.create(Dog.prototype), null, 1, "Dog");
console.log(dogs());
Object.setPrototypeOf(Cat.prototype, Dog.prototype);
console.log(dogs(), new Cat() instanceof Dog);
attempt("class", () => Cat instanceof Function && !(Cat instanceof Animal));

// Methods of several classes.
abstract class Shape { abstract area(): number; scaled(k: number) { return this.area() * k; } }
class Square extends Shape { constructor(public s: number) { super(); } area() { return this.s * this.s; } }
class Circle extends Shape { constructor(public r: number) { super(); } area() { return this.r * 3; } }
class Line extends Shape { constructor(public l: number) { super(); } area() { return this.l; } scaled(k: number) { return super.scaled(k) + 1; } }
const shapes: Shape[] = [];
for (let i = 0; i < 12; i++) shapes.push(i % 3 === 0 ? new Square(i) : i % 3 === 1 ? new Circle(i) : new Line(i));
function areas() { let t = 0; for (let i = 0; i < shapes.length; i++) t += shapes[i]!.area() + shapes[i]!.scaled(2); return t; }
console.log(areas());
(shapes[0] as any).area = () => 1000;
console.log(areas());
Circle.prototype.area = function () { return -this.r; };
console.log(areas());
shapes.push({ area: () => 1, scaled: () => 2 } as any);
console.log(areas());
Object.setPrototypeOf(Line.prototype, { area() { return 77; }, scaled() { return 5; } });
console.log(areas());
delete (Line.prototype as any).area;
console.log(areas());
attempt("missing", () => { shapes.push({} as any); return areas(); });
