/// Abstract operations of ECMA-262 that several built-ins of the prelude share.
import { arraySpeciesCreateOf, createDataPropertyAt } from "polyglot:runtime";

/// ToLength (ECMA-262 7.1.20).
export function toLength(value: any): number {
  const length = Math.trunc(+value);
  if (!(length > 0)) return 0;
  return length < 9007199254740991 ? length : 9007199254740991;
}

/// ToIntegerOrInfinity (ECMA-262 7.1.5).
export function toIntegerOrInfinity(value: any): number {
  const number = Math.trunc(+value);
  return number !== number ? 0 : number + 0;
}

/// LengthOfArrayLike (ECMA-262 7.3.18).
export function lengthOf(object: any): number {
  return toLength(object.length);
}

/// ToObject of a method's receiver; the message names the method as V8 does.
export function receiverObject(receiver: any, method: string): any {
  if (receiver === undefined || receiver === null) {
    throw new TypeError(method + " called on null or undefined");
  }
  return Object(receiver);
}

/// ToObject (ECMA-262 7.1.18).
export function toObject(value: any): any {
  if (value === undefined || value === null) throw new TypeError("Cannot convert undefined or null to object");
  return Object(value);
}

/// How V8 names an argument that is not callable: its type, and its value if that is short.
function describeArgument(value: any): string {
  if (value === null) return "object null";
  const type = typeof value;
  if (type === "string") return 'string "' + value + '"';
  if (type === "number" || type === "boolean") return type + " " + value;
  return type;
}

/// Throws the TypeError for a callback that cannot be called.
export function throwNotCallable(value: any): never {
  throw new TypeError(describeArgument(value) + " is not a function");
}

/// Throws the TypeError for a source that cannot be iterated.
export function throwNotIterable(value: any): never {
  if (value === undefined) throw new TypeError("undefined is not iterable (cannot read property Symbol(Symbol.iterator))");
  throw new TypeError(describeArgument(value) + " is not iterable (cannot read property Symbol(Symbol.iterator))");
}

/// CreateDataPropertyOrThrow (ECMA-262 7.3.7) of an element.
export function createDataProperty(object: any, index: number, value: any): void {
  createDataPropertyAt(object, index, value);
}

/// ArraySpeciesCreate (ECMA-262 23.1.3.1.1).
export function arraySpeciesCreate(original: any, length: number): any {
  return arraySpeciesCreateOf(original, length);
}

/// Text for an error message, made without running user code except getters, as V8's own messages are.
export function describeValue(value: any): string {
  if (typeof value === "string") return value;
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return String(value);
  if (typeof value === "function") return Function.prototype.toString.call(value);
  if (value instanceof Error) return String(value);
  const tag = value[Symbol.toStringTag];
  if (value.toString === Object.prototype.toString) {
    const constructor = value.constructor;
    if (typeof constructor === "function" && constructor.name !== "") return "#<" + constructor.name + ">";
  }
  if (typeof tag === "string") return "[object " + tag + "]";
  return Array.isArray(value) ? "[object Array]" : "[object Object]";
}
