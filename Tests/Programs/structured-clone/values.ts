// Primitives, wrappers, dates, regular expressions, collections and plain objects.
const primitives: any[] = [undefined, null, true, 0, -0, NaN, 1.5, "text", 12345678901234567890n];
for (const value of primitives) console.log(Object.is(structuredClone(value), value));

const wrappers: any[] = [Object(1), Object("ab"), Object(false), Object(5n)];
for (const wrapper of wrappers) {
  const clone = structuredClone(wrapper);
  console.log(typeof clone, clone !== wrapper, clone.valueOf() === wrapper.valueOf(), Object.keys(clone).join());
}

const date: any = new Date(86400000);
date.extra = 1;
const dateClone = structuredClone(date);
console.log(dateClone instanceof Date, dateClone.getTime(), Object.keys(dateClone).length);
console.log(structuredClone(new Date(NaN)).getTime());

const expression = /a(b)?/gi;
expression.lastIndex = 3;
const expressionClone = structuredClone(expression);
console.log(String(expressionClone), expressionClone.lastIndex, expressionClone.exec("xAB")![1]);

class Point {
  #hidden = 1;
  constructor(public x: number, public y: number) {}
  get sum() { return this.x + this.y + this.#hidden; }
}
const point: any = structuredClone(new Point(1, 2));
console.log(point, point instanceof Point, point.constructor === Object, point.sum);
console.log(structuredClone({ get a() { return [1]; }, [Symbol("s")]: 1, b: { c: undefined } }));
console.log(structuredClone(Object.create({ inherited: 1 }, { hidden: { value: 1 }, shown: { value: 2, enumerable: true } })));
console.log(Object.getOwnPropertyDescriptor(structuredClone(Object.freeze({ a: 1 })), "a"));

const sparse: any = [1, , 3];
sparse[10] = { deep: true };
sparse.extra = "e";
const sparseClone = structuredClone(sparse);
console.log(sparseClone, sparseClone.length, 1 in sparseClone);
const long = structuredClone(Object.assign([], { length: 4000000000, 7: 1 }));
console.log(long.length, Object.keys(long).join());
class List extends Array {}
console.log(Object.getPrototypeOf(structuredClone(List.from([1, 2]))) === Array.prototype);

const map = new Map<any, any>([["a", { n: 1 }], [{ k: 1 }, new Set([1, [2]])]]);
(map as any).extra = 1;
console.log(structuredClone(map), (structuredClone(map) as any).extra);
const growing = new Set<any>();
growing.add({ get a() { growing.add("later"); return 1; } });
console.log(structuredClone(growing).size, growing.size);

const removing: any = { get first() { delete removing.second; return 1; }, second: 2, third: 3 };
console.log(structuredClone(removing));
