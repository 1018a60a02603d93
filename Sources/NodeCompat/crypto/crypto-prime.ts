/// Prime numbers (https://nodejs.org/api/crypto.html#cryptocheckprimecandidate-options-callback).
// @optimize size
import { cryptoIsPrime, cryptoPrime } from "polyglot:runtime";
import { codedError, invalidType, outOfRange } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction, validateInteger, validateObject } from "../prelude/validators.ts";
import { copyOf, INT32_MAX, isBinary, requireLibrary } from "./crypto-arguments.ts";

/// The bytes of a number that is given so or as a bigint.
function numberBytes(value: any, name: string): any {
  if (typeof value === "bigint") {
    if (value < 0n) throw outOfRange(name, ">= 0", value);
    const digits = value.toString(16);
    return Buffer.from(digits.length % 2 === 0 ? digits : "0" + digits, "hex");
  }
  if (isBinary(value)) return copyOf(value);
  throw invalidType(name, "of type bigint or an instance of ArrayBuffer, TypedArray, Buffer, or DataView", value);
}

function checkTest(candidate: any, options: any): any {
  const bytes: any = numberBytes(candidate, "candidate");
  validateObject(options, "options");
  if (options.checks !== undefined) validateInteger(options.checks, "options.checks", 0, INT32_MAX);
  requireLibrary();
  return bytes;
}

/// `crypto.checkPrimeSync`
export function checkPrimeSync(candidate: any, options: any = {}): boolean {
  return cryptoIsPrime(checkTest(candidate, options), undefined);
}

/// `crypto.checkPrime`
export function checkPrime(candidate: any, options: any, callback?: any): void {
  const done = typeof options === "function" ? options : callback;
  const bytes: any = checkTest(candidate, typeof options === "function" || options === undefined ? {} : options);
  validateFunction(done, "callback");
  cryptoIsPrime(bytes, (isPrime: boolean): void => done(undefined, isPrime));
}

function checkSearch(size: any, options: any): any {
  validateInteger(size, "size", 1, INT32_MAX);
  validateObject(options, "options");
  const { safe = false, bigint = false, add, rem } = options;
  validateBoolean(safe, "options.safe");
  validateBoolean(bigint, "options.bigint");
  const request: any = { safe, bigint, add: undefined, rem: undefined };
  if (add !== undefined) request.add = numberBytes(add, "options.add");
  if (rem !== undefined) request.rem = numberBytes(rem, "options.rem");
  requireLibrary();
  return request;
}

function search(size: number, request: any, completion: any): any {
  const found: any = cryptoPrime(size, request.safe, request.add, request.rem, completion);
  if (typeof found !== "number") return found;
  throw codedError(new RangeError("invalid options." + (found === 1 ? "add" : "rem")), "ERR_OUT_OF_RANGE");
}

function resultOf(bytes: any, request: any): any {
  if (bytes === undefined) throw new Error("No prime was found");
  return request.bigint ? BigInt("0x" + bytes.toString("hex")) : bytes.buffer;
}

/// `crypto.generatePrimeSync`
export function generatePrimeSync(size: number, options: any = {}): any {
  const request: any = checkSearch(size, options);
  return resultOf(search(size, request, undefined), request);
}

/// `crypto.generatePrime`
export function generatePrime(size: any, options: any, callback?: any): void {
  const done = typeof options === "function" ? options : callback;
  const request: any = checkSearch(size, typeof options === "function" || options === undefined ? {} : options);
  validateFunction(done, "callback");
  search(size, request, (bytes: any): void => {
    if (bytes === undefined) done(new Error("No prime was found"));
    else done(undefined, resultOf(bytes, request));
  });
}
