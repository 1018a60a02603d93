/// Errors as Node's own modules make them (https://nodejs.org/api/errors.html).
// @optimize size
import { errnoMessage, errnoName, receivedText, setErrorCode } from "polyglot:runtime";
import { inspect } from "./inspect.ts";

/// An error with a `code`; the code is part of the name in the stack, as in Node.
export function codedError(error: any, code: string): any {
  setErrorCode(error, code);
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
