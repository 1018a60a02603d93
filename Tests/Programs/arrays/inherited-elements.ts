// Elements of Array.prototype, and results of array methods that must not run their setters.
const prototype: any = Array.prototype;
prototype[2] = "inherited";
const values: any[] = [0, 1, 5];
values.length = 2;
console.log(values[2], 2 in values, [0, , ,][2], values.indexOf("inherited"), prototype.length, Array.isArray(prototype));
delete prototype[2];
console.log(values[2], ([] as any)[2]);
prototype.length = 0;
Object.defineProperty(prototype, "0", { get() { return "getter"; }, configurable: true });
const results = { map: [7, 8].map((x) => x * 2), filter: [7, 8].filter((x) => x > 7), flatMap: [1].flatMap((x) => [x, x]),
  from: Array.from([5]), flat: [[1]].flat() };
delete prototype[0];
console.log(results);

class Sub extends Array<any> {}
const sub = Sub.from([1, 2, 3]);
console.log(sub.map((x) => x) instanceof Sub, sub.filter(() => true).constructor === Sub, sub.flat() instanceof Sub);
const own: any = [1, 2];
own.constructor = { [Symbol.species]: function (this: any, length: number) { this.made = length; } };
console.log(own.map((x: number) => x + 1).made, own.slice(1).made, own.flatMap((x: any) => x).made);
const proxied: any = new Proxy([3, , 1], {});
console.log(proxied.slice(), proxied.concat([4]), proxied.indexOf(1), proxied.flat(), Array.isArray(proxied), proxied.reverse());
const sparse: any[] = [];
for (let i = 1, k = 1; i < 32; i++) sparse[(k *= 2) - 2] = k;
console.log(sparse.length, sparse[2 ** 20 - 2], sparse[2 ** 31 - 2], Object.keys(sparse).length);

// Stores into what a length made.
function fill(array: number[], count: number): number[] {
  for (let i = 0; i < count; i++) array[i] = i * 2;
  return array;
}
console.log(fill(new Array(5), 3), fill(new Array(2), 4));
const fixed = Object.preventExtensions(new Array<number>(3));
try {
  fill(fixed, 1);
} catch (error) {
  console.log((error as Error).message, fixed.length);
}
let stored = 0;
Object.defineProperty(Array.prototype, "1", { set: (value) => { stored = value; }, configurable: true });
const filled = fill(new Array(3), 3);
const hasOwn = Object.hasOwn(filled, 1);
Reflect.deleteProperty(Array.prototype, "1");
console.log(stored, hasOwn, filled);
