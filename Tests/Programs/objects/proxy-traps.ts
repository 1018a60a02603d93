// Every trap is called with its arguments, in the order of the standard, and what falls through reaches the target.
const log: string[] = [];
const show = (v: unknown): string => typeof v === "symbol" ? String(v) : typeof v === "function" ? "function" : typeof v === "object" && v ? "object" : String(v);
const handler: any = {};
for (const trap of ["getPrototypeOf", "setPrototypeOf", "isExtensible", "preventExtensions", "getOwnPropertyDescriptor",
  "defineProperty", "has", "get", "set", "deleteProperty", "ownKeys", "apply", "construct"]) {
  handler[trap] = function (...rest: any[]) {
    log.push(trap + "(" + rest.map(show).join(", ") + ")");
    return (Reflect as any)[trap](...rest);
  };
}
function flush(what: string) { console.log(what + ":", log.join("; ")); log.length = 0; }
// The methods of Reflect, named so that they are there to be found by their names.
const methods = [Reflect.getPrototypeOf, Reflect.setPrototypeOf, Reflect.isExtensible, Reflect.preventExtensions,
  Reflect.getOwnPropertyDescriptor, Reflect.defineProperty, Reflect.has, Reflect.get, Reflect.set,
  Reflect.deleteProperty, Reflect.ownKeys, Reflect.apply, Reflect.construct];
console.log(methods.length);
const target: any = { a: 1, get b() { return this.a + 1; }, [Symbol.toStringTag]: "T" };
const p: any = new Proxy(target, handler);
p.a; flush("get");
p.b; flush("getter");
p.a = 5; flush("set");
p.c = 6; flush("add");
"a" in p; flush("in");
delete p.c; flush("delete");
Object.keys(p); flush("keys");
({ ...p }); flush("spread");
const { a, ...rest } = p; flush("rest " + a + Object.keys(rest));
Object.assign({}, p); flush("assign");
Object.entries(p); flush("entries");
Object.getOwnPropertyNames(p); flush("names");
Object.defineProperty(p, "d", { value: 1, configurable: true }); flush("define");
Object.getOwnPropertyDescriptor(p, "d"); flush("descriptor");
Object.hasOwn(p, "d"); flush("hasOwn");
Object.getPrototypeOf(p); flush("getPrototypeOf");
Object.setPrototypeOf(p, null); flush("setPrototypeOf");
Object.isExtensible(p); flush("isExtensible");
Object.isFrozen(p); flush("isFrozen");
Object.freeze(p); flush("freeze");
Object.isSealed(p); flush("isSealed");
p instanceof Object; flush("instanceof");
Object.prototype.toString.call(p); flush("toString");
const inherits: any = Object.create(new Proxy({ x: 1 }, handler));
inherits.x; inherits.y; flush("inherited get");
inherits.y = 2; flush("inherited set");
"z" in inherits; flush("inherited has");
const f: any = new Proxy(function (this: any, x: number) { return x; }, handler);
f(1); f.call(2, 3); flush("call");
new f(4); flush("new");
class Derived extends f { constructor() { super(5); } }
new Derived(); flush("derived");
console.log(typeof f, typeof p);
const list: any = new Proxy([1, 2, 3], handler);
list.push(4); flush("push");
list.length = 1; flush("length");
list[0]; list[7]; flush("elements");
