// %ThrowTypeError%, arguments objects, the accessor methods of Object.prototype.
function f(..._: unknown[]) { return arguments; }
const a: any = (f as any)(1, "b");
const callee = Object.getOwnPropertyDescriptor(a, "callee")!;
const caller = Object.getOwnPropertyDescriptor(Function.prototype, "caller")!;
console.log(callee.get === callee.set, callee.get === caller.get, callee.enumerable, callee.configurable, Object.isFrozen(callee.get), callee.get!.name === "", callee.get!.length);
for (const g of [() => a.callee, () => (f as any).caller, () => { (f as any).arguments = 1; }]) try { g(); } catch (e) { console.log((e as Error).message); }
console.log(Reflect.ownKeys(a), a.length, [...a], a[Symbol.iterator] === Array.prototype.values, Object.prototype.toString.call(a));
for (const x of a) console.log(x);
a[Symbol.iterator] = (() => ({ next: () => ({ done: true, value: 0 }) }));
console.log([...a], a);
const o: any = {};
o.__defineGetter__("x", () => 7);
o.__defineSetter__("y", (v: any) => { o.seen = v; });
o.y = 3;
console.log(o.x, o.seen, o.__lookupGetter__("x")(), o.__lookupSetter__("x"), Object.create(o).__lookupSetter__("y") !== undefined, o.__lookupGetter__("seen"));
console.log(o.__proto__ === Object.prototype, (o.__proto__ = null, Object.getPrototypeOf(o)));
