/// The methods of Buffers that read and write BigInts.
// @optimize size
import { binaryLength } from "polyglot:runtime";
import { outsideOfBounds } from "./buffer-fill.ts";
import {
  readInt32BE, readInt32LE, readUInt32BE, readUInt32LE, writeUInt32BE, writeUInt32LE,
} from "./buffer-numbers.ts";
import { outOfRange } from "./node-errors.ts";
import { validateNumber } from "./validators.ts";

function checkPlace(buffer: any, offset: any): void {
  validateNumber(offset, "offset");
  const last = binaryLength(buffer) - 8;
  if (Number.isInteger(offset) && offset >= 0 && offset <= last) return;
  if (!Number.isInteger(offset)) throw outOfRange("offset", "an integer", offset);
  if (last < 0) throw outsideOfBounds();
  throw outOfRange("offset", ">= 0 and <= " + last, offset);
}

function put(buffer: any, value: any, offset: any, isSigned: boolean, isBig: boolean): number {
  const minimum = isSigned ? -(1n << 63n) : 0n;
  const maximum = isSigned ? (1n << 63n) - 1n : (1n << 64n) - 1n;
  if (value > maximum || value < minimum) {
    const range = isSigned ? ">= -(2n ** 63n) and < 2n ** 63n" : ">= 0n and < 2n ** 64n";
    throw outOfRange("value", range, value);
  }
  checkPlace(buffer, offset);
  const low = Number(value & 0xffffffffn);
  const high = Number((value >> 32n) & 0xffffffffn);
  if (isBig) {
    writeUInt32BE.call(buffer, high, offset);
    writeUInt32BE.call(buffer, low, offset + 4);
  } else {
    writeUInt32LE.call(buffer, low, offset);
    writeUInt32LE.call(buffer, high, offset + 4);
  }
  return offset + 8;
}

/// `buffer.readBigUInt64LE`
export function readBigUInt64LE(this: any, offset: any = 0): bigint {
  checkPlace(this, offset);
  return (BigInt(readUInt32LE.call(this, offset + 4)) << 32n) + BigInt(readUInt32LE.call(this, offset));
}

/// `buffer.writeBigUInt64LE`
export function writeBigUInt64LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, false, false);
}

/// `buffer.readBigUInt64BE`
export function readBigUInt64BE(this: any, offset: any = 0): bigint {
  checkPlace(this, offset);
  return (BigInt(readUInt32BE.call(this, offset)) << 32n) + BigInt(readUInt32BE.call(this, offset + 4));
}

/// `buffer.writeBigUInt64BE`
export function writeBigUInt64BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, false, true);
}

/// `buffer.readBigInt64LE`
export function readBigInt64LE(this: any, offset: any = 0): bigint {
  checkPlace(this, offset);
  return (BigInt(readInt32LE.call(this, offset + 4)) << 32n) + BigInt(readUInt32LE.call(this, offset));
}

/// `buffer.writeBigInt64LE`
export function writeBigInt64LE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, true, false);
}

/// `buffer.readBigInt64BE`
export function readBigInt64BE(this: any, offset: any = 0): bigint {
  checkPlace(this, offset);
  return (BigInt(readInt32BE.call(this, offset)) << 32n) + BigInt(readUInt32BE.call(this, offset + 4));
}

/// `buffer.writeBigInt64BE`
export function writeBigInt64BE(this: any, value: any, offset: any = 0): number {
  return put(this, value, offset, true, true);
}
