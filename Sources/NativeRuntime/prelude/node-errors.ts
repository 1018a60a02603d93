/// Errors as Node's own modules make them (https://nodejs.org/api/errors.html).
// @optimize size
import { errnoMessage, errnoName, receivedText, setErrorCode } from "polyglot:runtime";
import { inspect } from "./inspect.ts";

/// An error with a `code`; the code is part of the name in the stack, as in Node.
export function codedError(error: any, code: string): any {
  setErrorCode(error, code);
  return error;
}

/// An error with a `code` that is no part of its text, as those of Node's C++ and of conversions by Web IDL are.
export function plainCodedError(error: any, code: string): any {
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
  let received = inspect(value);
  if (received.length > 128) received = received.slice(0, 128) + "...";
  return codedError(
    new TypeError("The " + kind + " '" + name + "' " + reason + ". Received " + received), "ERR_INVALID_ARG_VALUE",
  );
}

/// ERR_OUT_OF_RANGE.
export function outOfRange(name: string, range: string, value: any): any {
  const message = 'The value of "' + name + '" is out of range. It must be ' + range + ". Received ";
  return codedError(new RangeError(message + receivedNumber(value)), "ERR_OUT_OF_RANGE");
}

/// A value that is out of range, with underscores between the thousands of large integers.
function receivedNumber(value: any): string {
  if (typeof value === "bigint") {
    const text = String(value);
    return (value > 4294967296n || value < -4294967296n ? withSeparators(text) : text) + "n";
  }
  const isLarge = typeof value === "number" && Number.isInteger(value) && Math.abs(value) > 4294967296;
  return isLarge ? withSeparators(String(value)) : inspect(value);
}

function withSeparators(digits: string): string {
  let result = "";
  let end = digits.length;
  const start = digits.startsWith("-") ? 1 : 0;
  while (end >= start + 4) {
    result = "_" + digits.slice(end - 3, end) + result;
    end -= 3;
  }
  return digits.slice(0, end) + result;
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

/// The error of an operation that failed, in the short form without a description.
export function errnoException(errno: number, syscall: string): any {
  const code = errnoName(-errno);
  const error: any = new Error(syscall + " " + code);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  return error;
}

/// ERR_MISSING_ARGS: the names of the arguments that a call lacks.
export function missingArguments(names: string[]): any {
  const quoted: string[] = [];
  for (let i = 0; i < names.length; i++) quoted.push('"' + names[i] + '"');
  const last = quoted.length - 1;
  const list = last < 2 ? quoted.join(" and ") : quoted.slice(0, last).join(", ") + ", and " + quoted[last];
  const verb = last === 0 ? " argument must be specified" : " arguments must be specified";
  return codedError(new TypeError("The " + list + verb), "ERR_MISSING_ARGS");
}

/// ERR_INVALID_THIS, of methods that check their receiver.
export function invalidThis(type: string): any {
  return codedError(new TypeError('Value of "this" must be of type ' + type), "ERR_INVALID_THIS");
}

/// ERR_ILLEGAL_CONSTRUCTOR
export function illegalConstructor(): any {
  return codedError(new TypeError("Illegal constructor"), "ERR_ILLEGAL_CONSTRUCTOR");
}

/// `AbortError`: what an operation fails with that a signal aborted.
export class AbortError extends Error {
  declare code: string;

  constructor(message = "The operation was aborted", options?: any) {
    if (options !== undefined && typeof options !== "object") throw invalidType("options", "of type object", options);
    super(message, options);
    this.code = "ABORT_ERR";
    this.name = "AbortError";
  }
}
