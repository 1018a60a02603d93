// Methods of classes change while compiled code relies on them.
class Shape {
  side: number;
  constructor(side: number) { this.side = side; }
  area(): number { return this.side; }
  label(): string { return "shape " + this.area(); }
}
class Square extends Shape {
  area(): number { return this.side * this.side; }
}
class Cube extends Square {
  area(): number { return 6 * super.area(); }
}

function total(shapes: Shape[]): number {
  let sum = 0;
  for (const shape of shapes) sum += shape.area();
  return sum;
}
function labels(shapes: Shape[]): string {
  return shapes.map((shape) => shape.label()).join();
}
const shapes = [new Shape(1), new Square(2), new Cube(3)];
const show = (what: string): void => console.log(what, total(shapes), labels(shapes));
show("as defined");

// An own property hides a method, then goes away.
(shapes[1] as any).area = () => 1000;
show("hidden");
delete (shapes[1] as any).area;
show("shown again");

// A property between an object and the class that defines the method.
(Cube.prototype as any).label = function (this: Cube) { return "cube of " + this.side; };
show("added below");
delete (Cube.prototype as any).label;
show("deleted below");

// A method is overwritten, and redefined.
const original = Shape.prototype.area;
Shape.prototype.area = function () { return -this.side; };
show("overwritten");
Object.defineProperty(Square.prototype, "area", { value: () => 0.5, configurable: true, writable: true });
show("redefined");
Object.defineProperty(Square.prototype, "area", { get() { return () => 0.25; }, configurable: true });
show("as accessor");
Shape.prototype.area = original;
show("restored");

// Another chain of prototypes.
class Other { side: number; constructor(side: number) { this.side = side; } area() { return 7; } label() { return "other"; } }
class Fresh extends Other { }
const fresh = [new Other(1), new Fresh(2)];
const sum = (list: Other[]): string => list.map((o) => o.area() + o.label()).join();
console.log(sum(fresh));
Object.setPrototypeOf(Fresh.prototype, { area: () => 8, label: () => "new chain" });
console.log(sum(fresh));
Object.setPrototypeOf(fresh[0], Fresh.prototype);
console.log(sum(fresh));

// Changes while a loop runs.
class Counter {
  n = 0;
  step(): number { return ++this.n; }
}
const counter = new Counter();
let trace = "";
for (let i = 0; i < 6; i++) {
  if (i === 2) Counter.prototype.step = function () { return (this.n += 10); };
  if (i === 4) (counter as any).step = () => -1;
  trace += counter.step() + " ";
}
console.log(trace);

// A method that is deleted, and one called on what has none.
class Gone { hello() { return "hello"; } }
const gone = new Gone();
const greet = (g: Gone): string => { try { return g.hello(); } catch (e) { return String(e); } };
console.log(greet(gone), greet({ hello: () => "literal" } as any), greet({} as any));
delete (Gone.prototype as any).hello;
console.log(greet(gone), greet(new Gone()));

// Fields and methods of one name in different classes.
class A { name = "field"; size() { return 1; } }
class B { name() { return "method"; } size = 2; }
const read = (x: A | B): string => `${typeof x.name} ${typeof x.size}`;
console.log(read(new A()), read(new B()), new B().name(), new A().size());
class WithOptional { next?: number; has() { return this.next !== undefined; } }
class Cursor { next() { return 3; } }
const optional = new WithOptional();
console.log(optional.has(), new Cursor().next());
optional.next = 4;
console.log(optional.has(), optional.next);

// A class whose methods are known only when it is evaluated.
const key = "com" + "puted";
class Computed {
  [key]() { return "computed"; }
  plain() { return "plain"; }
  ["pl" + "ain"]() { return "replaced"; }
}
console.log((new Computed() as any).computed(), new Computed().plain());

function make(word: string) {
  class Local { say() { return word; } twice() { return this.say() + this.say(); } }
  return new Local();
}
console.log([make("a"), make("b")].map((x) => x.twice()).join());
Object.freeze(Shape.prototype);
show("frozen");
