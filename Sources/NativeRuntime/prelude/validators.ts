/// The checks of arguments that Node's functions share.
// @optimize size
import { invalidType, invalidValue, outOfRange } from "./node-errors.ts";

/// A function, otherwise ERR_INVALID_ARG_TYPE.
export function validateFunction(value: any, name: string): void {
  if (typeof value !== "function") throw invalidType(name, "of type function", value);
}

/// A string, otherwise ERR_INVALID_ARG_TYPE.
export function validateString(value: any, name: string): void {
  if (typeof value !== "string") throw invalidType(name, "of type string", value);
}

/// Whether text consists of octal digits, as that of file modes does.
export function isOctal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 55) return false;
  }
  return text !== "";
}

/// A boolean, otherwise ERR_INVALID_ARG_TYPE.
export function validateBoolean(value: any, name: string): void {
  if (typeof value !== "boolean") throw invalidType(name, "of type boolean", value);
}

/// An object that is neither null, an array nor a function, otherwise ERR_INVALID_ARG_TYPE.
export function validateObject(value: any, name: string): void {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return;
  throw invalidType(name, "of type object", value);
}

/// An array, otherwise ERR_INVALID_ARG_TYPE.
export function validateArray(value: any, name: string): void {
  if (!Array.isArray(value)) throw invalidType(name, "an instance of Array", value);
}

/// A number in a range, otherwise ERR_INVALID_ARG_TYPE or ERR_OUT_OF_RANGE.
export function validateNumber(value: any, name: string, minimum?: number, maximum?: number): void {
  if (typeof value !== "number") throw invalidType(name, "of type number", value);
  const isBelow = minimum !== undefined && value < minimum;
  const isAbove = maximum !== undefined && value > maximum;
  if (!isBelow && !isAbove && !((minimum !== undefined || maximum !== undefined) && Number.isNaN(value))) return;
  const lower = minimum === undefined ? "" : ">= " + minimum;
  const upper = maximum === undefined ? "" : "<= " + maximum;
  throw outOfRange(name, lower + (lower !== "" && upper !== "" ? " && " : "") + upper, value);
}

/// An integer in a range, otherwise ERR_INVALID_ARG_TYPE or ERR_OUT_OF_RANGE.
export function validateInteger(
  value: any, name: string, minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER,
): void {
  if (typeof value !== "number") throw invalidType(name, "of type number", value);
  if (!Number.isInteger(value)) throw outOfRange(name, "an integer", value);
  if (value < minimum || value > maximum) throw outOfRange(name, ">= " + minimum + " && <= " + maximum, value);
}

/// One of several values, otherwise ERR_INVALID_ARG_VALUE.
export function validateOneOf(value: any, name: string, allowed: any[]): void {
  if (allowed.includes(value)) return;
  const texts = allowed.map((item) => (typeof item === "string" ? "'" + item + "'" : String(item)));
  throw invalidValue(name, value, "must be one of: " + texts.join(", "));
}

/// An AbortSignal, or nothing, otherwise ERR_INVALID_ARG_TYPE.
export function validateAbortSignal(value: any, name: string): void {
  if (value !== undefined && (value === null || typeof value !== "object" || !("aborted" in value))) {
    throw invalidType(name, "an instance of AbortSignal", value);
  }
}
