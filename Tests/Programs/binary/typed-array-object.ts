// Typed arrays as objects: keys, descriptors, canonical numeric strings (ECMA-262 10.4.5).
const a: any = new Uint8Array([10, 20]);
a.name = "bytes";
a[Symbol("s")] = 1;
console.log(Object.keys(a), Reflect.ownKeys(a), Object.entries(a));
for (const key in a) console.log(key);
console.log(0 in a, 2 in a, "1" in a, "-0" in a, "1.5" in a, "01" in a, "name" in a, Object.hasOwn(a, 1), Object.hasOwn(a, 2));
console.log(a[0], a["1"], a[2], a[-1], a[1.5], a["-0"], a["01"], a.Infinity, a.NaN);
a[5] = 1;
a[-1] = 1;
a[1.5] = 1;
a["-0"] = 1;
a["01"] = "plain";
a["1"] = 257;
console.log(a.length, a["01"], a[1], Object.keys(a));
console.log(Object.getOwnPropertyDescriptor(a, 0), Object.getOwnPropertyDescriptor(a, 2));
console.log(Reflect.set(a, 9, 1), Reflect.deleteProperty(a, 0), Reflect.deleteProperty(a, 9), Reflect.has(a, 9));
console.log(Reflect.defineProperty(a, 0, { value: 3 }), Reflect.defineProperty(a, 2, { value: 3 }), a[0]);
console.log(Reflect.defineProperty(a, 0, { value: 3, writable: false }), Reflect.defineProperty(a, 0, { get: () => 1 }));
console.log(Reflect.defineProperty(a, 0, { value: 4, configurable: true, enumerable: true, writable: true }), a[0]);

const child = Object.create(a);
console.log(child[0], child[7], 7 in child, 0 in child);
child[0] = 5;
child[7] = 5;
console.log(Object.keys(child), a[0]);
Object.setPrototypeOf(a, { 7: "inherited", get 8() { return "getter"; }, other: 1 });
console.log(a[7], a[8], a.other, 7 in a);

console.log(Object.isFrozen(a), Object.isSealed(a), Object.isExtensible(a));
Object.preventExtensions(a);
console.log(Object.isExtensible(a), Reflect.set(a, "more", 1), Object.isFrozen(Object.preventExtensions(new Uint8Array(0))));
console.log(Object.assign({}, new Uint8Array([1, 2])), { ...new Uint8Array([3]) }, Object.prototype.toString.call(new Int8Array(1)));

function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
const b: any = new Uint8Array(2);
attempt(() => delete b[0]);
attempt(() => delete b[5]);
attempt(() => Object.defineProperty(b, "5", { value: 1 }));
attempt(() => Object.freeze(b));
attempt(() => (b[0] = { valueOf() { throw new Error("valueOf"); } }));
attempt(() => (b[9] = { valueOf() { console.log("converted"); return 1; } }));
attempt(() => (b[0] = Symbol()));
attempt(() => Reflect.set(b, 0, 7, {}));
console.log(b);
