// Attributes of built-in properties and functions: what is writable, enumerable, configurable; names and lengths.
const show = (o: any, k: PropertyKey) => {
  const d: any = Object.getOwnPropertyDescriptor(o, k);
  if (!d) return console.log(String(k), "none");
  const flags = (d.writable ? "w" : "") + (d.enumerable ? "e" : "") + (d.configurable ? "c" : "");
  const value = d.get || d.set ? `get ${d.get && d.get.name} set ${d.set && d.set.name}` : typeof d.value === "function" ? `${d.value.name}/${d.value.length}` : String(d.value);
  console.log(String(k), flags, value);
};
show(globalThis, "NaN"); show(globalThis, "Infinity"); show(globalThis, "undefined"); show(globalThis, "Object"); show(globalThis, "parseInt");
show(Math, "PI"); show(Math, Symbol.toStringTag); show(Math, "max"); show(Number, "MAX_VALUE");
show(Object, "prototype"); show(Object, "name"); show(Object, "length"); show(Object, "keys");
show(Object.prototype, "__proto__"); show(Object.prototype, "constructor"); show(Object.prototype, "toString");
show(Function.prototype, "caller"); show(Function.prototype, "arguments"); show(Function.prototype, Symbol.hasInstance); show(Function.prototype, "name"); show(Function.prototype, "length");
show(Array.prototype, Symbol.iterator); show(Array.prototype, "length"); show(Array, Symbol.species);
show(Symbol, "iterator"); show(Symbol.prototype, Symbol.toPrimitive); show(Symbol.prototype, "description");
show(Error.prototype, "message"); show(Error.prototype, "name"); show(TypeError, "prototype"); show(AggregateError, "length");
show(String.prototype, "length"); show("abc", 1); show("abc", "length");
show(function f(a: any, b: any) {}, "length"); show(function f() {}, "name"); show(function f() {}, "prototype"); show(class C {}, "prototype"); show(() => 1, "prototype");
console.log(Array.prototype[Symbol.iterator] === Array.prototype.values, (String.prototype as any).trimLeft === String.prototype.trimStart, Set.prototype.keys === Set.prototype.values);
console.log((Boolean.prototype as any).valueOf(), (Number.prototype as any).valueOf(), String.prototype.valueOf() === "", Array.isArray(Array.prototype));
console.log(Object.getPrototypeOf(TypeError) === Error, Object.getPrototypeOf(AggregateError.prototype) === Error.prototype);
const f = Math.max;
console.log(delete (f as any).name, f.name, delete (f as any).length, f.length, Reflect.ownKeys(f));
Object.defineProperty(Math.min, "name", { value: "least" });
console.log(Math.min.name);
try { (Math as any).PI = 3; } catch (e) { console.log((e as Error).message); }
try { (Math.abs as any).name = "x"; } catch (e) { console.log((e as Error).message); }
try { Object.setPrototypeOf(Object.prototype, {}); } catch (e) { console.log((e as Error).message); }
