// WeakRef, FinalizationRegistry, and symbols as weak keys.
const log = (...parts: any[]) => console.log(...parts);
const map: any = new WeakMap();
const symbol = Symbol("key");
const object = {};
map.set(symbol, 1).set(object, 2).set(Symbol.iterator, 3);
log(map.get(symbol), map.get(object), map.get(Symbol.iterator), map.delete(symbol), map.has(symbol), map.delete(symbol));
log(new WeakSet([symbol, object] as any).has(symbol as any));
class Logged extends WeakMap<any, any> {
  set(key: any, value: any): this { log("set", value); return super.set(key, value); }
}
log(new Logged([[object, 4]]).get(object));

const registry = new FinalizationRegistry((held: any) => log("dead", held));
const token = {};
registry.register({}, "x", token);
log(registry.unregister(token), registry.unregister(token));
const reference = new WeakRef({ a: 1 });
log(reference.deref());
const failures: (() => any)[] = [
  () => map.set(Symbol.for("x"), 1), () => new WeakSet([1] as any), () => new WeakRef(1), () => new FinalizationRegistry(1 as any),
  () => registry.register(1, 1), () => registry.register(object, object), () => registry.register({}, 1, "t"),
  () => registry.unregister(5), () => (WeakRef as any)(object), () => WeakRef.prototype.deref.call({}),
];
for (const act of failures) {
  try {
    act();
  } catch (error: any) {
    log(error.name + ": " + error.message);
  }
}
log(Object.prototype.toString.call(registry), Object.prototype.toString.call(reference));
