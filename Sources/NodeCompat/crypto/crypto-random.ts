/// Random numbers (https://nodejs.org/api/crypto.html#cryptorandombytessize-callback): those of the system, so that they
/// work without OpenSSL too.
// @optimize size
import { binaryByteLength, binaryKind, bufferNew, cryptoRandom } from "polyglot:runtime";
import { invalidType, outOfRange, systemError } from "../prelude/node-errors.ts";
import { validateFunction, validateNumber } from "../prelude/validators.ts";
import { fillRandom as fillNow, getRandomValues, randomUuid } from "../prelude/web-crypto.ts";
import { INT32_MAX, isBinary } from "./crypto-arguments.ts";

function fillLater(target: any, offset: number, size: number, callback: any): void {
  cryptoRandom(target, offset, size, (error: number): void => {
    if (error !== 0) callback(systemError(error, "getrandom"));
    else callback(null, target);
  });
}

/// A number of elements, in bytes.
function checkOffset(offset: any, elementSize: number, length: number): number {
  validateNumber(offset, "offset");
  const bytes = offset * elementSize;
  const maximum = Math.min(length, INT32_MAX);
  if (Number.isNaN(bytes) || bytes > maximum || bytes < 0) throw outOfRange("offset", ">= 0 && <= " + maximum, bytes);
  return bytes >>> 0;
}

function checkSize(size: any, elementSize: number, offset: number, length: number): number {
  validateNumber(size, "size");
  const bytes = size * elementSize;
  if (Number.isNaN(bytes) || bytes > INT32_MAX || bytes < 0) throw outOfRange("size", ">= 0 && <= " + INT32_MAX, bytes);
  if (bytes + offset > length) throw outOfRange("size + offset", "<= " + length, bytes + offset);
  return bytes >>> 0;
}

/// `crypto.randomBytes`
export function randomBytes(size: number): Buffer;
export function randomBytes(size: number, callback: (error: any, bytes: Buffer) => void): void;
export function randomBytes(size: any, callback?: any): any {
  const count = checkSize(size, 1, 0, Infinity);
  if (callback !== undefined) validateFunction(callback, "callback");
  const bytes: any = bufferNew(count);
  if (callback === undefined) fillNow(bytes, 0, count);
  else fillLater(bytes, 0, count, callback);
  return callback === undefined ? bytes : undefined;
}

function elementSizeOf(target: any): number {
  return binaryKind(target) === 1 ? target.BYTES_PER_ELEMENT : 1;
}

/// `crypto.randomFillSync`
export function randomFillSync(target: any, offset: any = 0, size?: any): any {
  if (!isBinary(target)) throw invalidType("buf", "an instance of ArrayBuffer or ArrayBufferView", target);
  const elementSize = elementSizeOf(target);
  const length = binaryByteLength(target);
  const start = checkOffset(offset, elementSize, length);
  const count = size === undefined ? length - start : checkSize(size, elementSize, start, length);
  if (count > 0) fillNow(target, start, count);
  return target;
}

/// `crypto.randomFill`
export function randomFill(target: any, offset: any, size?: any, callback?: any): void {
  if (!isBinary(target)) throw invalidType("buf", "an instance of ArrayBuffer or ArrayBufferView", target);
  const elementSize = elementSizeOf(target);
  const length = binaryByteLength(target);
  let done = callback;
  let start = offset;
  let count = size;
  if (typeof offset === "function") {
    done = offset;
    start = 0;
    count = undefined;
  } else if (typeof size === "function") {
    done = size;
    count = undefined;
  } else {
    validateFunction(callback, "callback");
  }
  start = checkOffset(start, elementSize, length);
  count = count === undefined ? length - start : checkSize(count, elementSize, start, length);
  fillLater(target, start, count, done);
}

/// The numbers of 48 bits that `randomInt` chooses among.
const RANGE_MAX = 281474976710655;
const POOL_SIZE = 6 * 512;
let pool: any;
let poolOffset = POOL_SIZE;

function nextNumber(): number {
  if (pool === undefined) pool = bufferNew(POOL_SIZE);
  if (poolOffset === POOL_SIZE) {
    fillNow(pool, 0, POOL_SIZE);
    poolOffset = 0;
  }
  let value = 0;
  for (let i = 0; i < 6; i++) {
    value = value * 256 + pool[poolOffset];
    // What was given out is not to be found in memory.
    pool[poolOffset++] = 0;
  }
  return value;
}

/// `crypto.randomInt`
export function randomInt(max: number): number;
export function randomInt(min: number, max: number): number;
export function randomInt(max: number, callback: (error: any, value: number) => void): void;
export function randomInt(min: number, max: number, callback: (error: any, value: number) => void): void;
export function randomInt(min: any, max?: any, callback?: any): any {
  const hasMinimum = max !== undefined && typeof max !== "function";
  const done = hasMinimum ? callback : max;
  const low = hasMinimum ? min : 0;
  const high = hasMinimum ? max : min;
  if (done !== undefined) validateFunction(done, "callback");
  if (!Number.isSafeInteger(low)) throw invalidType("min", "a safe integer", low);
  if (!Number.isSafeInteger(high)) throw invalidType("max", "a safe integer", high);
  if (high <= low) throw outOfRange("max", 'greater than the value of "min" (' + low + ")", high);
  const range = high - low;
  if (!(range <= RANGE_MAX)) throw outOfRange(hasMinimum ? "max - min" : "max", "<= " + RANGE_MAX, range);
  // What lies above the last multiple of the range would make some results likelier than others.
  const limit = RANGE_MAX - (RANGE_MAX % range);
  let value = nextNumber();
  while (value >= limit) value = nextNumber();
  const result = (value % range) + low;
  if (done === undefined) return result;
  process.nextTick(done, undefined, result);
  return undefined;
}

/// `crypto.randomUUID`
export function randomUUID(options?: { disableEntropyCache?: boolean }): string { return randomUuid(options, -1); }

/// `crypto.randomUUIDv7`
export function randomUUIDv7(options?: { disableEntropyCache?: boolean }): string { return randomUuid(options, Date.now()); }

export { getRandomValues };
