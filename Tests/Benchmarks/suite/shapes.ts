/// Structural interfaces: functions that take whatever has the right members, fed by classes and by plain objects.
interface Point {
  readonly x: number;
  readonly y: number;
}

interface Shape {
  readonly name: string;
  readonly center: Point;
  area(): number;
  perimeter(): number;
}

class Vector implements Point {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  plus(other: Point): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }
}

class Circle implements Shape {
  readonly name = "circle";
  readonly center: Point;
  readonly radius: number;

  constructor(center: Point, radius: number) {
    this.center = center;
    this.radius = radius;
  }

  area(): number {
    return Math.PI * this.radius ** 2;
  }

  perimeter(): number {
    return 2 * Math.PI * this.radius;
  }
}

class Rectangle implements Shape {
  readonly center: Point;
  readonly width: number;
  readonly height: number;

  constructor(center: Point, width: number, height: number) {
    this.center = center;
    this.width = width;
    this.height = height;
  }

  get name(): string {
    return this.width === this.height ? "square" : "rectangle";
  }

  area(): number {
    return this.width * this.height;
  }

  perimeter(): number {
    return 2 * (this.width + this.height);
  }
}

class Polygon implements Shape {
  readonly name = "polygon";
  readonly corners: readonly Point[];

  constructor(corners: readonly Point[]) {
    this.corners = corners;
  }

  get center(): Point {
    let sum = new Vector(0, 0);
    for (const corner of this.corners) sum = sum.plus(corner);
    return { x: sum.x / this.corners.length, y: sum.y / this.corners.length };
  }

  area(): number {
    let twice = 0;
    this.corners.forEach((a, i) => {
      const b = this.corners[(i + 1) % this.corners.length]!;
      twice += a.x * b.y - b.x * a.y;
    });
    return Math.abs(twice) / 2;
  }

  perimeter(): number {
    return this.corners.reduce((sum, a, i) => sum + distance(a, this.corners[(i + 1) % this.corners.length]!), 0);
  }
}

function ellipse(center: Point, a: number, b: number): Shape {
  return {
    name: "ellipse",
    center,
    area: () => Math.PI * a * b,
    perimeter: () => Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b))),
  };
}

function scaled(shape: Shape, factor: number): Shape {
  return {
    center: shape.center,
    name: `scaled ${shape.name}`,
    area() {
      return shape.area() * factor * factor;
    },
    perimeter() {
      return shape.perimeter() * factor;
    },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function compactness(shape: Pick<Shape, "area" | "perimeter">): number {
  return (4 * Math.PI * shape.area()) / shape.perimeter() ** 2;
}

function nearest<T extends { readonly center: Point }>(shapes: readonly T[], point: Point): T {
  let best = shapes[0]!;
  let bestDistance = Infinity;
  for (const shape of shapes) {
    const { x, y } = shape.center;
    const squared = (x - point.x) ** 2 + (y - point.y) ** 2;
    if (squared < bestDistance) {
      best = shape;
      bestDistance = squared;
    }
  }
  return best;
}

let state = 2024;
function random(limit: number): number {
  state = (state * 48271) % 2147483647;
  return (state / 2147483647) * limit;
}

function makeShape(kind: number): Shape {
  const center = kind % 2 === 0 ? new Vector(random(100), random(100)) : { y: random(100), x: random(100) };
  switch (kind) {
    case 0:
      return new Circle(center, 1 + random(5));
    case 1:
      return new Rectangle(center, 1 + random(5), 1 + random(5));
    case 2:
      return ellipse(center, 1 + random(5), 1 + random(5));
    case 3:
      return scaled(new Circle(center, 1 + random(2)), 1 + random(2));
    default:
      return new Polygon([center, { x: center.x + 3, y: center.y }, new Vector(center.x + 2, center.y + 4)]);
  }
}

const rounds = Number(process.argv[2] ?? 2000);
const shapes = Array.from({ length: 2000 }, (_, i) => makeShape(i % 5));
let area = 0;
let compact = 0;
const counts: Record<string, number> = {};
for (let round = 0; round < rounds; round++) {
  for (const shape of shapes) {
    area += shape.area();
    compact += compactness(shape);
  }
  const { name } = nearest(shapes, { x: random(100), y: random(100) });
  counts[name] = (counts[name] ?? 0) + 1;
}
console.log(`area ${area.toFixed(3)}, compactness ${(compact / (rounds * shapes.length)).toFixed(6)}`);
for (const name of Object.keys(counts).sort()) console.log(`${name}: ${counts[name]}`);
