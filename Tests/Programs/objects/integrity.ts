// freeze, seal and preventExtensions on every kind of object.
const kinds: [string, any][] = [["object", { a: 1, get b() { return 2; } }], ["class", class C { static s = 1; }], ["arrow", () => 1], ["error", new Error("e")],
  ["map", new Map([[1, 2]])], ["string", Object("ab")], ["arguments", (function () { return arguments; })()], ["bound", (function () {}).bind(null)], ["proxy", new Proxy({ x: 1 }, {})], ["symbol key", { [Symbol("s")]: 1 }], ["null", Object.create(null)]];
for (const [name, o] of kinds) {
  const keys = Reflect.ownKeys(o).length;
  Object.preventExtensions(o);
  console.log(name, Object.isExtensible(o), Reflect.set(o, "extra", 1), Reflect.setPrototypeOf(o, { z: 1 }), Reflect.setPrototypeOf(o, Object.getPrototypeOf(o)));
  Object.seal(o);
  console.log(Object.isSealed(o), Object.isFrozen(o), keys === Reflect.ownKeys(o).length);
  Object.freeze(o);
  console.log(Object.isFrozen(o), Reflect.ownKeys(o).every((k) => { const d: any = Reflect.getOwnPropertyDescriptor(o, k); return !d.configurable && !d.writable; }), Reflect.ownKeys(o).every((k) => !Reflect.deleteProperty(o, k)));
}
console.log(Object.isFrozen(1), Object.isSealed("s"), Object.isExtensible(true), Object.freeze(3), Object.seal("x"));
const t = (f: () => unknown) => { try { console.log(f()); } catch (e) { console.log((e as Error).message); } };
const o: any = Object.freeze({ a: 1, f() {} });
t(() => { o.a = 2; }); t(() => { o.b = 2; }); t(() => { delete o.a; }); t(() => Object.defineProperty(o, "a", { value: 2 })); t(() => Object.defineProperty(o, "c", { value: 2 })); t(() => Object.defineProperty(o, "a", { value: 1 }) === o);
t(() => Object.setPrototypeOf(o, {}));
const child: any = Object.create(o);
t(() => { child.a = 3; });
t(() => Object.defineProperty(child, "a", { value: 3 }).a);
t(() => Object.setPrototypeOf(Object.getPrototypeOf(child), child));
