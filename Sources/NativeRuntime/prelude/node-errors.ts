/// Errors as Node's own modules make them (https://nodejs.org/api/errors.html).
// @optimize size
import { errnoMessage, errnoName } from "polyglot:runtime";
import { inspect } from "./inspect.ts";

/// An error with a `code`; the code is part of the name in the stack, as in Node.
export function codedError(error: any, code: string): any {
  const name: string = error.name;
  const stack: any = error.stack;
  if (typeof stack === "string" && stack.startsWith(name)) {
    Object.defineProperty(error, "stack", {
      value: name + " [" + code + "]" + stack.slice(name.length), writable: true, configurable: true, enumerable: false,
    });
  }
  error.code = code;
  return error;
}

/// ERR_INVALID_ARG_TYPE: `expected` is like "of type string".
export function invalidType(name: string, expected: string, value: any): any {
  const what = name.endsWith(" argument") ? name : '"' + name + '" ' + (name.includes(".") ? "property" : "argument");
  return codedError(
    new TypeError("The " + what + " must be " + expected + ". Received " + receivedText(value)), "ERR_INVALID_ARG_TYPE",
  );
}

/// ERR_INVALID_ARG_VALUE.
export function invalidValue(name: string, value: any, reason: string): any {
  const kind = name.includes(".") ? "property" : "argument";
  return codedError(
    new TypeError("The " + kind + " '" + name + "' " + reason + ". Received " + inspect(value)), "ERR_INVALID_ARG_VALUE",
  );
}

/// ERR_OUT_OF_RANGE.
export function outOfRange(name: string, range: string, value: any): any {
  return codedError(
    new RangeError('The value of "' + name + '" is out of range. It must be ' + range + ". Received " + inspect(value)),
    "ERR_OUT_OF_RANGE",
  );
}

/// How a message describes a value of a wrong type.
function receivedText(value: any): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === "function") return "function " + value.name;
  if (typeof value === "object") {
    const constructor: any = value.constructor;
    if (constructor !== undefined && constructor !== null && constructor.name) return "an instance of " + constructor.name;
    return inspect(value, { depth: -1 });
  }
  let text = inspect(value, { colors: false });
  if (text.length > 28) text = text.slice(0, 25) + "...";
  return "type " + typeof value + " (" + text + ")";
}

/// The error of a system call: `ENOENT: no such file or directory, open 'x'`. `errno` is negative.
export function systemError(errno: number, syscall: string, path?: string, destination?: string): any {
  const code = errnoName(-errno);
  let message = code + ": " + errnoMessage(-errno) + ", " + syscall;
  if (path !== undefined) message += " '" + path + "'";
  if (destination !== undefined) message += " -> '" + destination + "'";
  const error: any = new Error(message);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (path !== undefined) error.path = path;
  if (destination !== undefined) error.dest = destination;
  return error;
}
