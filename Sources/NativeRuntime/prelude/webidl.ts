/// Conversions of JavaScript values as Node's classes of web standards do them (https://webidl.spec.whatwg.org/).
// @optimize size
import { call0 } from "polyglot:runtime";
import { invalidType, plainCodedError } from "./node-errors.ts";

/// A TypeError of a conversion; `context` names the value.
function notConvertible(context: string, reason: string): any {
  return plainCodedError(new TypeError(context + " " + reason), "ERR_INVALID_ARG_TYPE");
}

/// Whether a value is an object of the language.
export function isObject(value: any): boolean {
  return typeof value === "object" ? value !== null : typeof value === "function";
}

/// The elements of an iterable, each converted by a function that gets it and its name.
export function toSequence(value: any, context: string, convert: (element: any, context: string) => any): any[] {
  const reason = "cannot be converted to sequence.";
  const method: any = isObject(value) ? value[Symbol.iterator] : undefined;
  if (typeof method !== "function") throw notConvertible(context, reason);
  const iterator: any = call0(method, value);
  const next: any = iterator?.next;
  if (typeof next !== "function") throw notConvertible(context, reason);
  const elements: any[] = [];
  for (;;) {
    const result: any = call0(next, iterator);
    if (!isObject(result)) throw notConvertible(context, reason);
    if (result.done) return elements;
    elements.push(convert(result.value, context + "[" + elements.length + "]"));
  }
}

/// DOMString
export function toDOMString(value: any, context: string): string {
  if (typeof value === "symbol") throw notConvertible(context, "is a Symbol and cannot be converted to a string.");
  return `${value}`;
}

/// long long
export function toLongLong(value: any, context: string): number {
  if (typeof value === "bigint") throw notConvertible(context, "is a BigInt and cannot be converted to a number.");
  if (typeof value === "symbol") throw notConvertible(context, "is a Symbol and cannot be converted to a number.");
  const number = +value;
  if (!Number.isFinite(number)) return 0;
  // All of this is exact, as the remainder of powers of two is, and so are differences of neighbours.
  const remainder = Math.trunc(number) % 18446744073709551616;
  if (remainder >= 9223372036854775808) return remainder - 18446744073709551616;
  if (remainder < -9223372036854775808) return remainder + 18446744073709551616;
  return remainder + 0;
}

/// A dictionary: any object, undefined or null.
export function validateDictionary(value: any, name: string): void {
  if (value !== undefined && value !== null && !isObject(value)) throw invalidType(name, "a dictionary", value);
}
