/// The methods of Buffers that compare, copy and cut bytes.
import {
  argumentCount, binaryByteLength, binaryKind, binaryLength, binaryOffset, binaryOwner, bufferCompare, bufferCopy,
  bufferIs, bufferPart, bufferSwap,
} from "polyglot:runtime";
import { isBytes, notBytes } from "./buffer-create.ts";
import { inspectBuffer } from "./inspect-buffer.ts";
import { codedError, outOfRange } from "./node-errors.ts";
import { validateInteger } from "./validators.ts";

/// `buffer.compare`
export function compare(
  this: any, target: any, targetStart?: any, targetEnd?: any, sourceStart?: any, sourceEnd?: any,
): number {
  if (!isBytes(this)) throw notBytes("buf1", this);
  if (!isBytes(target)) throw notBytes("target", target);
  const length = binaryByteLength(this);
  const targetLength = binaryByteLength(target);
  if (argumentCount() < 2) return bufferCompare(this, target, 0, length, 0, targetLength);
  const from = boundary(targetStart, "targetStart", 0, Number.MAX_SAFE_INTEGER);
  const to = boundary(targetEnd, "targetEnd", targetLength, targetLength);
  const ownFrom = boundary(sourceStart, "sourceStart", 0, Number.MAX_SAFE_INTEGER);
  const ownTo = boundary(sourceEnd, "sourceEnd", length, length);
  if (ownFrom >= ownTo) return from >= to ? 0 : -1;
  return from >= to ? 1 : bufferCompare(this, target, ownFrom, ownTo, from, to);
}

function boundary(value: any, name: string, missing: number, maximum: number): number {
  if (value === undefined) return missing;
  validateInteger(value, name, 0, maximum);
  return value;
}

/// `buffer.equals`
export function equals(this: any, other: any): boolean {
  if (!isBytes(other)) throw notBytes("otherBuffer", other);
  if (this === other) return true;
  const length = binaryByteLength(this);
  return length === binaryByteLength(other) && bufferCompare(this, other, 0, length, 0, length) === 0;
}

/// An argument as an integer, 0 if it is no number.
function integer(value: any): number {
  const number = Math.trunc(+value);
  return Number.isNaN(number) ? 0 : number;
}

/// Whether a value is a view of any kind.
function isView(value: any): boolean {
  const kind = binaryKind(value);
  return kind === 1 || kind === 3;
}

/// `buffer.copy`
export function copy(this: any, target: any, targetStart?: any, sourceStart?: any, sourceEnd?: any): number {
  if (!isView(this)) throw notBytes("source", this);
  if (!isView(target)) throw notBytes("target", target);
  const to = targetStart === undefined ? 0 : integer(targetStart);
  if (to < 0) throw outOfRange("targetStart", ">= 0", to);
  const from = sourceStart === undefined ? 0 : integer(sourceStart);
  const limit = binaryByteLength(this);
  if (from < 0 || from > limit) throw outOfRange("sourceStart", ">= 0 && <= " + limit, from);
  const end = sourceEnd === undefined ? limit : integer(sourceEnd);
  if (end < 0) throw outOfRange("sourceEnd", ">= 0", end);
  // Converting the end may have changed the length.
  const length = binaryByteLength(this);
  const count = Math.min(end - from, binaryByteLength(target) - to, length - from);
  if (!(count > 0)) return 0;
  bufferCopy(this, target, to, from, count);
  return count;
}

/// A position that may count from the end.
function position(value: any, length: number): number {
  const number = Math.trunc(+value);
  if (number === 0 || Number.isNaN(number)) return 0;
  if (number < 0) return Math.max(number + length, 0);
  return Math.min(number, length);
}

/// `buffer.subarray` and `buffer.slice`: a part with the same memory.
export function subarray(this: any, start?: any, end?: any): any {
  if (binaryKind(this) !== 1) throw new TypeError("this is not a typed array.");
  const length = binaryLength(this);
  const from = position(start, length);
  const to = end === undefined ? length : position(end, length);
  return bufferPart(this, from, to);
}

function swap(buffer: any, size: number): any {
  if (binaryKind(buffer) !== 1) throw codedError(new TypeError("argument must be a buffer"), "ERR_INVALID_ARG_TYPE");
  if (binaryByteLength(buffer) % size !== 0) {
    const message = "Buffer size must be a multiple of " + 8 * size + "-bits";
    throw codedError(new RangeError(message), "ERR_INVALID_BUFFER_SIZE");
  }
  bufferSwap(buffer, size);
  return buffer;
}

/// `buffer.swap16`
export function swap16(this: any): any {
  return swap(this, 2);
}

/// `buffer.swap32`
export function swap32(this: any): any {
  return swap(this, 4);
}

/// `buffer.swap64`
export function swap64(this: any): any {
  return swap(this, 8);
}

/// `buffer.inspect`
export function inspect(this: any, depth: any, context: any): string {
  return inspectBuffer(this, context);
}

/// The getter `buffer.parent`.
export function parent(this: any): any {
  return bufferIs(this) ? binaryOwner(this) : undefined;
}

/// The getter `buffer.offset`.
export function offset(this: any): any {
  return bufferIs(this) ? binaryOffset(this) : undefined;
}

