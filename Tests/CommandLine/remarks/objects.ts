// Properties and elements that are looked up, and tests of objects that stay.
class Circle { constructor(readonly radius: number) {} get area() { return this.radius ** 2 * 3; } }
class Square { side = 1; name = "square"; }
class Line { length = 1; weight = 1; name = "line"; }
class Dot { name = "dot"; }
class Star { points = 5; name = "star"; }
class Ring { inner = 1; outer = 2; name = "ring"; }

const drawn = [new Square(), new Line(), new Dot(), new Star(), new Ring()];
let text = "";
for (let i = 0; i < drawn.length; i++) text += drawn[i].name;

let area = 0;
const circles: Circle[] = [];
for (let i = 0; i < 3; i++) circles.push(new Circle(i));
for (const circle of circles) area += circle.area + circle.radius;

const counts: Record<string, number> = {};
for (const word of "to be or not to be".split(" ")) counts[word] = (counts[word] ?? 0) + 1;
for (const word in counts) if (counts[word] === 1) delete counts[word];

let state = { x: 0, y: 0 };
for (let i = 0; i < 3; i++) state = { ...state, x: i };

let squares = 0;
for (const shape of drawn as object[]) if (shape instanceof Square && "side" in shape) squares++;

const cells = new Float64Array(8);
for (let i = 1; i < 8; i++) cells[i] = cells[i - 1] + cells[(i * 3) % 8] + 1;
const list = [1, 2, 3];
let total = 0;
for (let i = 0; i < list.length; i++) total += list[i] * list[list.length - 1 - i];
console.log(text, area, Object.keys(counts).join(), state.x, squares, cells[7], total);
