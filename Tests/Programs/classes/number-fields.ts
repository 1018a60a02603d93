// Fields that hold nothing but numbers as far as the text shows, and what happens when something else gets there.
class Point {
  x: number;
  y: number;
  #weight = 1;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  get weight(): number {
    return this.#weight;
  }
  grow(by: number): void {
    this.#weight += by;
  }
  length(): number {
    return Math.sqrt(this.x * this.x + this.y * this.y);
  }
}

class Point3 extends Point {
  z = 0;
  constructor(x: number, y: number, z: number) {
    super(x, y);
    this.z = z;
  }
  override length(): number {
    return Math.sqrt(this.x * this.x + this.y * this.y + this.z * this.z);
  }
}

function total(points: Point[]): number {
  let sum = 0;
  for (const point of points) sum += point.x * 2 + point.y;
  return sum;
}

function move(points: Point[], by: number): void {
  for (const point of points) {
    point.x += by;
    point.y -= by;
  }
}

function show(name: string, points: Point[]): void {
  console.log(name, total(points), points.map((p) => typeof p.x + ":" + String(p.x) + "," + Object.is(p.y, -0)).join(" "));
}

function make(): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < 8; i++) points.push(i % 3 === 2 ? new Point3(i, i + 0.5, 1) : new Point(i, -i));
  return points;
}

// What the text does not show: each stores a value of unknown name or kind.
const hide = (name: string): string => name.toLowerCase();
const anything = (value: unknown): any => JSON.parse(JSON.stringify({ value })).value;

const intrusions: Record<string, (point: Point) => void> = {
  nothing() {},
  computed(point) {
    (point as any)[hide("X")] = anything("7");
  },
  assign(point) {
    Object.assign(point, { [hide("X")]: anything("8"), extra: 1 });
  },
  define(point) {
    Object.defineProperty(point, hide("X"), { value: anything("9") });
  },
  reflect(point) {
    Reflect.set(point, hide("X"), anything(null));
  },
  receiver(point) {
    Reflect.set({}, hide("X"), anything(true), point);
  },
  getter(point) {
    Object.defineProperty(point, hide("X"), { get: () => 42, configurable: true });
  },
  frozen(point) {
    Object.freeze(point);
    try {
      (point as any)[hide("X")] = "no";
    } catch (error) {
      console.log((error as Error).name);
    }
  },
  deleted(point) {
    delete (point as any)[hide("X")];
  },
  restored(point) {
    (point as any)[hide("X")] = anything("5");
    (point as any)[hide("X")] = 6;
  },
  extra(point) {
    (point as any).name = "extra";
    (point as any)[hide("X")] = 1.5;
  },
  missing(point) {
    (point as any)[hide("X")] = undefined;
  },
  zero(point) {
    point.x = -0;
    point.y = -0;
  },
  nan(point) {
    point.x = Number(anything("nonsense"));
    point.y = Infinity;
  },
  prototype(point) {
    const child = Object.create(point);
    child.x = anything("inherited");
    console.log(child.x, point.x, child.length());
  },
};

for (const [name, intrude] of Object.entries(intrusions)) {
  const points = make();
  total(points);
  intrude(points[3]!);
  show(name, points);
  try {
    move(points, 1);
    show(name + " moved", points);
  } catch (error) {
    console.log(name, (error as Error).name);
  }
  console.log(points.map((p) => p.length().toFixed(3)).join(" "));
}

// The constructor gets something else.
for (const value of [1, "2", null, undefined, true, -0, NaN, { valueOf: () => 3 }]) {
  const point = new Point(anything(value) ?? value, 4);
  const other = new Point3(1, 2, value as any);
  console.log(typeof point.x, String(point.x), point.length(), other.z, other.length(), total([point, other, new Point(1, 2)]));
  point.grow(value as any);
  point.grow(1);
  console.log(typeof point.weight, String(point.weight));
}

// Literals: all sites with the same names share what is known of them.
interface Cell {
  count: number;
  sum: number;
}

function cell(count: number, sum: number): Cell {
  return { count, sum };
}

function add(cells: Cell[]): number {
  let sum = 0;
  for (const cell of cells) {
    cell.count++;
    sum += cell.sum * cell.count;
  }
  return sum;
}

const cells: Cell[] = [];
for (let i = 0; i < 6; i++) cells.push(cell(i, i / 2));
console.log(add(cells));
cells.push({ count: anything("3"), sum: 1 }, JSON.parse('{"count":1,"sum":2}'), { ...cells[1]!, sum: anything("4") });
cells.push(structuredClone(cells[2]!), Object.assign({}, cells[3]), { ...cells[4]! });
console.log(add(cells), JSON.stringify(cells));
Object.assign(cells[0]!, JSON.parse('{"count":"x"}'));
console.log(add(cells), JSON.stringify(cells));
for (const [key] of Object.entries(cells[1]!)) (cells[1] as any)[key] = [key];
console.log(add(cells), JSON.stringify(cells));

// A class that is made several times, and one whose objects are made while it is defined.
function counter(start: any) {
  return class {
    value = 1;
    static first = new this();
    add(n: number) {
      this.value += n;
      return this;
    }
    constructor() {
      if (start !== undefined) (this as any)[hide("VALUE")] = start;
    }
  };
}
for (const start of [undefined, 5, "6", null]) {
  const Counter = counter(start);
  const made = new Counter().add(1).add(2);
  console.log(typeof made.value, made.value, Counter.first.value);
}

// Reflect.set and computed names on objects of a derived class, with values that have no product.
class Base {
  amount = 2;
  put(value: any): void {
    (this as any)[hide("AMOUNT")] = value;
  }
}
class Derived extends Base {
  rate = 0.5;
  override put(value: any): void {
    super.put(value);
    Reflect.set(this, "rate", value);
  }
  price(): number {
    return this.amount * this.rate;
  }
}
const derived = [new Derived(), new Derived(), new Derived()];
for (const value of [3, "4", 5, [], 6n, 7]) {
  try {
    derived[1]!.put(value);
    console.log(derived.map((d) => String(d.price())).join(" "));
  } catch (error) {
    console.log((error as Error).name);
  }
}
