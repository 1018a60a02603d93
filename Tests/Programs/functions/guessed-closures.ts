// Calls of closures that fields, arrays and variables hold, where another one than the guessed arrives sooner or later.

class Queue {
  items: number[] = [];
  compare: (a: number, b: number) => number;
  onChange?: (size: number) => void;
  constructor(compare: (a: number, b: number) => number) {
    this.compare = compare;
  }
  push(item: number): void {
    this.items.push(item);
    this.items.sort((a, b) => this.compare(a, b));
    this.onChange?.(this.items.length);
  }
  get(index: number): number | undefined {
    return this.items[index];
  }
}
const ascending = new Queue((a, b) => a - b);
const descending = new Queue((a, b) => b - a);
for (const item of [3, 1, 2]) {
  ascending.push(item);
  descending.push(item);
}
console.log(ascending.items.join(), descending.items.join(), ascending.get(0), descending.get(0));
const sizes: number[] = [];
ascending.onChange = (size) => sizes.push(size);
ascending.push(0);
ascending.compare = function (this: unknown, a, b) {
  if (this !== ascending) sizes.push(-1);
  return b - a;
};
ascending.push(9);
console.log(ascending.items.join(), sizes.join());
(ascending as any).compare = 5;
try {
  ascending.push(4);
} catch (error) {
  console.log((error as Error).constructor.name, (error as Error).message);
}

// Methods that share a name with built-in ones, called on both.
function fill(target: { push(item: number): unknown }, count: number): void {
  for (let i = 0; i < count; i++) target.push(i);
}
const list: number[] = [];
fill(list, 3);
fill(descending, 3);
fill({ push: (item) => list.push(-item) }, 3);
console.log(list.join(), descending.items.join());
const cache = new Map<number, string>([[1, "one"]]);
const get = (source: { get(key: number): unknown }, key: number) => source.get(key);
console.log(get(cache, 1), get(descending, 0), get({ get: (key) => key * 2 }, 4));
Array.prototype.push = function (this: unknown[], ...items: unknown[]) {
  this[this.length] = `<${items}>`;
  return this.length;
} as typeof list.push;
fill(list, 1);
console.log(list.join());

// Closures out of arrays and objects.
const operations: ((a: number, b: number) => number)[] = [(a, b) => a + b, (a, b) => a * b, Math.max, (a, ...rest) => a - rest[0]!];
let result = 1;
for (let i = 0; i < 12; i++) result = operations[i % operations.length]!(result, i);
console.log(result);
const table: Record<string, (x: number) => unknown> = { double: (x) => x * 2, text: (x) => `${x}`, self(this: unknown) { return this === table; } };
for (const name of ["double", "text", "self", "missing"]) {
  try {
    console.log(name, table[name]!(4));
  } catch (error) {
    console.log((error as Error).message);
  }
}
async function later(x: number): Promise<number> {
  return x + 1;
}
function* several(x: number): Generator<number> {
  yield x;
  yield x + 1;
}
const kinds = { later, several, bound: ((x: number) => x).bind(null, 7), Made: class { x = 1; } };
console.log([...kinds.several(1)].join(), kinds.bound(1), new kinds.Made().x);
void kinds.later(1).then((value) => console.log("later", value));
try {
  (kinds as any).Made();
} catch (error) {
  console.log((error as Error).message);
}

// A field that holds a number or an object, as mixed storages do.
class Cell {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  read(): number {
    return this.value;
  }
}
const storage: (number | Cell | string | null)[] = [];
for (let i = 0; i < 40; i++) storage.push(i % 3 === 0 ? i : i % 3 === 1 ? new Cell(i) : i % 5 === 0 ? null : `${i}`);
let total = 0;
for (const entry of storage) {
  if (typeof entry === "number") total += entry;
  else if (entry instanceof Cell) total += entry.read() + entry.value;
  else total += (entry?.length ?? 1000) as number;
}
console.log(total);
const loose = storage as any[];
const seen: string[] = [];
for (let i = 0; i < 6; i++) {
  try {
    seen.push(String(loose[i].value), String(loose[i].read()));
  } catch (error) {
    seen.push((error as Error).message);
  }
}
console.log(seen.join(" | "));
