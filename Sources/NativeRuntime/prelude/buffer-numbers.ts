/// The methods of Buffers that read and write numbers.
import { binaryKind, binaryLength, bufferPut, bufferRead } from "polyglot:runtime";
import { outsideOfBounds } from "./buffer-fill.ts";
import { codedError, invalidType, outOfRange } from "./node-errors.ts";
import { validateNumber } from "./validators.ts";

// What stands beside the number of bytes in a code (src/buffer/buffer.c).
const BIG = 16;
const SIGNED = 32;
const FLOAT = 64;

/// Reading found no number: why, or the NaN that stands there.
function readFailed(buffer: any, offset: any, size: number): number {
  checkPlace(buffer, offset, size);
  return NaN;
}

/// Throws unless so many bytes lie at the offset.
function checkPlace(buffer: any, offset: any, size: number): void {
  if (binaryKind(buffer) !== 1) throw codedError(new TypeError("argument must be a buffer"), "ERR_INVALID_ARG_TYPE");
  validateNumber(offset, "offset");
  const last = binaryLength(buffer) - size;
  if (Number.isInteger(offset) && offset >= 0 && offset <= last) return;
  throw badPlace(offset, last, "offset");
}

function badPlace(value: any, last: number, name: string): any {
  if (!Number.isInteger(value)) return outOfRange(name, "an integer", value);
  if (last < 0) return outsideOfBounds();
  return outOfRange(name, ">= " + (name === "offset" ? 0 : 1) + " and <= " + last, value);
}

/// The offset behind a number that could not be written there: throws.
function writeFailed(buffer: any, offset: any, size: number): never {
  checkPlace(buffer, offset, size);
  throw outsideOfBounds();
}

/// Writes an integer that must lie in a range.
function put(buffer: any, input: any, offset: any, code: number, minimum: number, maximum: number): number {
  const value = +input;
  if (value > maximum || value < minimum) throw badValue(value, minimum, maximum, code & 15);
  const end = bufferPut(buffer, value, offset, code);
  return end >= 0 ? end : writeFailed(buffer, offset, code & 15);
}

function badValue(value: any, minimum: any, maximum: any, size: number): any {
  let range = ">= " + minimum + " and <= " + maximum;
  if (size > 4) {
    const bits = 8 * size;
    range = minimum === 0 ? ">= 0 and < 2 ** " + bits : ">= -(2 ** " + (bits - 1) + ") and < 2 ** " + (bits - 1);
  }
  return outOfRange("value", range, value);
}

/// A number of bytes between 1 and 6.
function checkSize(size: any): void {
  if (size === undefined) throw invalidType("byteLength", "of type number", size);
  validateNumber(size, "byteLength");
  if (!Number.isInteger(size) || size < 1 || size > 6) throw badPlace(size, 6, "byteLength");
}

function readSized(buffer: any, offset: any, size: any, flags: number): number {
  if (offset === undefined) throw invalidType("offset", "of type number", offset);
  checkSize(size);
  const value = bufferRead(buffer, offset, size | flags);
  return value === value ? value : readFailed(buffer, offset, size);
}

function putSized(buffer: any, value: any, offset: any, size: any, flags: number): number {
  checkSize(size);
  const bits = 8 * size - (flags & SIGNED ? 1 : 0);
  const maximum = 2 ** bits - 1;
  if (offset === undefined) throw invalidType("offset", "of type number", offset);
  return put(buffer, value, offset, size | flags, flags & SIGNED ? -maximum - 1 : 0, maximum);
}

/// `buffer.readUInt8`
export function readUInt8(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 1);
  return value === value ? value : readFailed(this, offset, 1);
}

/// `buffer.writeUInt8`
export function writeUInt8(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 1, 0, 255);
}

/// `buffer.readUInt16LE`
export function readUInt16LE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 2);
  return value === value ? value : readFailed(this, offset, 2);
}

/// `buffer.writeUInt16LE`
export function writeUInt16LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 2, 0, 65535);
}

/// `buffer.readUInt16BE`
export function readUInt16BE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 2 | BIG);
  return value === value ? value : readFailed(this, offset, 2);
}

/// `buffer.writeUInt16BE`
export function writeUInt16BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 2 | BIG, 0, 65535);
}

/// `buffer.readUInt32LE`
export function readUInt32LE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeUInt32LE`
export function writeUInt32LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 4, 0, 4294967295);
}

/// `buffer.readUInt32BE`
export function readUInt32BE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4 | BIG);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeUInt32BE`
export function writeUInt32BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 4 | BIG, 0, 4294967295);
}

/// `buffer.readUIntLE`
export function readUIntLE(this: any, offset: any, byteLength: any): number {
  return readSized(this, offset, byteLength, 0);
}

/// `buffer.writeUIntLE`
export function writeUIntLE(this: any, value: any, offset: any, byteLength: any): number {
  return putSized(this, value, offset, byteLength, 0);
}

/// `buffer.readUIntBE`
export function readUIntBE(this: any, offset: any, byteLength: any): number {
  return readSized(this, offset, byteLength, BIG);
}

/// `buffer.writeUIntBE`
export function writeUIntBE(this: any, value: any, offset: any, byteLength: any): number {
  return putSized(this, value, offset, byteLength, BIG);
}

/// `buffer.readInt8`
export function readInt8(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 1 | SIGNED);
  return value === value ? value : readFailed(this, offset, 1);
}

/// `buffer.writeInt8`
export function writeInt8(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 1 | SIGNED, -128, 127);
}

/// `buffer.readInt16LE`
export function readInt16LE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 2 | SIGNED);
  return value === value ? value : readFailed(this, offset, 2);
}

/// `buffer.writeInt16LE`
export function writeInt16LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 2 | SIGNED, -32768, 32767);
}

/// `buffer.readInt16BE`
export function readInt16BE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 2 | BIG | SIGNED);
  return value === value ? value : readFailed(this, offset, 2);
}

/// `buffer.writeInt16BE`
export function writeInt16BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 2 | BIG | SIGNED, -32768, 32767);
}

/// `buffer.readInt32LE`
export function readInt32LE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4 | SIGNED);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeInt32LE`
export function writeInt32LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 4 | SIGNED, -2147483648, 2147483647);
}

/// `buffer.readInt32BE`
export function readInt32BE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4 | BIG | SIGNED);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeInt32BE`
export function writeInt32BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, 4 | BIG | SIGNED, -2147483648, 2147483647);
}

/// `buffer.readIntLE`
export function readIntLE(this: any, offset: any, byteLength: any): number {
  return readSized(this, offset, byteLength, SIGNED);
}

/// `buffer.writeIntLE`
export function writeIntLE(this: any, value: any, offset: any, byteLength: any): number {
  return putSized(this, value, offset, byteLength, SIGNED);
}

/// `buffer.readIntBE`
export function readIntBE(this: any, offset: any, byteLength: any): number {
  return readSized(this, offset, byteLength, BIG | SIGNED);
}

/// `buffer.writeIntBE`
export function writeIntBE(this: any, value: any, offset: any, byteLength: any): number {
  return putSized(this, value, offset, byteLength, BIG | SIGNED);
}

/// `buffer.readFloatLE`
export function readFloatLE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4 | FLOAT);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeFloatLE`
export function writeFloatLE(this: any, value: any, offset: any = 0): number {
  const end = bufferPut(this, +value, offset, 4 | FLOAT);
  return end >= 0 ? end : writeFailed(this, offset, 4);
}

/// `buffer.readFloatBE`
export function readFloatBE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 4 | BIG | FLOAT);
  return value === value ? value : readFailed(this, offset, 4);
}

/// `buffer.writeFloatBE`
export function writeFloatBE(this: any, value: any, offset: any = 0): number {
  const end = bufferPut(this, +value, offset, 4 | BIG | FLOAT);
  return end >= 0 ? end : writeFailed(this, offset, 4);
}

/// `buffer.readDoubleLE`
export function readDoubleLE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 8 | FLOAT);
  return value === value ? value : readFailed(this, offset, 8);
}

/// `buffer.writeDoubleLE`
export function writeDoubleLE(this: any, value: any, offset: any = 0): number {
  const end = bufferPut(this, +value, offset, 8 | FLOAT);
  return end >= 0 ? end : writeFailed(this, offset, 8);
}

/// `buffer.readDoubleBE`
export function readDoubleBE(this: any, offset: any = 0): number {
  const value = bufferRead(this, offset, 8 | BIG | FLOAT);
  return value === value ? value : readFailed(this, offset, 8);
}

/// `buffer.writeDoubleBE`
export function writeDoubleBE(this: any, value: any, offset: any = 0): number {
  const end = bufferPut(this, +value, offset, 8 | BIG | FLOAT);
  return end >= 0 ? end : writeFailed(this, offset, 8);
}
