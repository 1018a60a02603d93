// extends, super calls and overriding.
abstract class Shape {
  constructor(public readonly name: string) {}
  abstract area(): number;
  toString() { return `${this.name}(${this.area().toFixed(2)})`; }
  static compare(a: Shape, b: Shape) { return a.area() - b.area(); }
}
class Circle extends Shape {
  constructor(private r: number) { super("circle"); }
  area() { return Math.PI * this.r ** 2; }
}
class Rect extends Shape {
  constructor(protected w: number, protected h: number, name = "rect") { super(name); }
  area() { return this.w * this.h; }
}
class Square extends Rect {
  constructor(side: number) { super(side, side, "square"); }
  toString() { return "[" + super.toString() + "]"; }
  static compare(a: Shape, b: Shape) { return -super.compare(a, b); }
}
const shapes: Shape[] = [new Circle(1), new Rect(2, 3), new Square(1.5)];
console.log(shapes.map(String), shapes.sort(Shape.compare).map((s) => s.name), shapes.sort(Square.compare).map((s) => s.name));
console.log(shapes, Object.getPrototypeOf(Square) === Rect, new Square(2) instanceof Shape, Square.name);
