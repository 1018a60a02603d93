/// The methods of Buffers that have to do with text and searching.
import {
  argumentCount, binaryByteLength, binaryKind, bufferEncode, bufferFind, bufferWrite,
} from "polyglot:runtime";
import {
  ASCII, BASE64, BASE64URL, encodingNumber, HEX, LATIN1, UNKNOWN, unknownEncoding, UTF16LE, UTF8,
} from "./buffer-encodings.ts";
import { decodeChecked, isBytes } from "./buffer-create.ts";
import { fillBuffer } from "./buffer-fill.ts";
import { codedError, invalidType } from "./node-errors.ts";
import { validateInteger } from "./validators.ts";

/// A receiver that is a view of bytes.
function checkView(value: any): void {
  if (binaryKind(value) !== 1) throw codedError(new TypeError("argument must be a buffer"), "ERR_INVALID_ARG_TYPE");
}

/// `buffer.toString`
export function toString(this: any, encoding?: any, start?: any, end?: any): string {
  checkView(this);
  const length = binaryByteLength(this);
  if (argumentCount() === 0) return decodeChecked(this, UTF8, 0, length);
  let from = 0;
  let to = length;
  if (start !== undefined && !(start <= 0)) {
    if (start >= length) return "";
    from = Math.trunc(start) || 0;
    if (from < 0) throw codedError(new RangeError("Index out of range"), "ERR_OUT_OF_RANGE");
  }
  if (end !== undefined && !(end >= length)) to = Math.trunc(end) || 0;
  if (to <= from) return "";
  if (encoding === undefined) return decodeChecked(this, UTF8, from, to);
  const number = encodingNumber(typeof encoding === "string" ? encoding : String(encoding));
  if (number === UNKNOWN) throw unknownEncoding(encoding);
  return decodeChecked(this, number, from, to);
}

/// The methods such as `buffer.hexSlice`.
function slice(buffer: any, encoding: number, start: any, end: any): string {
  checkView(buffer);
  const length = binaryByteLength(buffer);
  const from = start === undefined ? 0 : Math.trunc(+start) || 0;
  const to = end === undefined ? length : Math.trunc(+end) || 0;
  if (from < 0 || to < 0) throw codedError(new RangeError("Index out of range"), "ERR_OUT_OF_RANGE");
  return decodeChecked(buffer, encoding, Math.min(from, length), Math.min(to, length));
}

export function asciiSlice(this: any, start: any, end: any): string {
  return slice(this, ASCII, start, end);
}

export function base64Slice(this: any, start: any, end: any): string {
  return slice(this, BASE64, start, end);
}

export function base64urlSlice(this: any, start: any, end: any): string {
  return slice(this, BASE64URL, start, end);
}

export function latin1Slice(this: any, start: any, end: any): string {
  return slice(this, LATIN1, start, end);
}

export function hexSlice(this: any, start: any, end: any): string {
  return slice(this, HEX, start, end);
}

export function ucs2Slice(this: any, start: any, end: any): string {
  return slice(this, UTF16LE, start, end);
}

export function utf8Slice(this: any, start: any, end: any): string {
  return slice(this, UTF8, start, end);
}

/// `buffer.write`
export function write(this: any, text: any, offset?: any, length?: any, encoding?: any): number {
  checkView(this);
  const size = binaryByteLength(this);
  let start = 0;
  let count = size;
  if (offset === undefined) {
    // All of it, whatever the other arguments are.
    encoding = undefined;
  } else if (length === undefined && typeof offset === "string") {
    encoding = offset;
  } else {
    validateInteger(offset, "offset", 0, size);
    start = offset;
    count = size - start;
    if (typeof length === "string") {
      encoding = length;
    } else if (length !== undefined) {
      validateInteger(length, "length", 0, size);
      if (length < count) count = length;
    }
  }
  let number = UTF8;
  if (encoding) {
    number = encodingNumber(encoding);
    if (number === UNKNOWN) throw unknownEncoding(encoding);
  }
  if (typeof text !== "string") throw codedError(new TypeError("argument must be a string"), "ERR_INVALID_ARG_TYPE");
  return bufferWrite(this, text, number, start, count);
}

/// The methods such as `buffer.hexWrite`.
function writeEncoded(buffer: any, encoding: number, text: any, offset: any, length: any): number {
  checkView(buffer);
  if (typeof text !== "string") throw codedError(new TypeError("argument must be a string"), "ERR_INVALID_ARG_TYPE");
  const size = binaryByteLength(buffer);
  const start = offset === undefined ? 0 : Math.trunc(+offset) || 0;
  const count = length === undefined ? size - start : Math.trunc(+length) || 0;
  if (start < 0 || start > size) throw outsideOfBounds("offset");
  if (count < 0) throw outsideOfBounds("length");
  return bufferWrite(buffer, text, encoding, start, count);
}

function outsideOfBounds(name: string): any {
  return codedError(new RangeError('"' + name + '" is outside of buffer bounds'), "ERR_BUFFER_OUT_OF_BOUNDS");
}

export function asciiWrite(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, ASCII, text, offset, length);
}

export function base64Write(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, BASE64, text, offset, length);
}

export function base64urlWrite(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, BASE64URL, text, offset, length);
}

export function latin1Write(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, LATIN1, text, offset, length);
}

export function hexWrite(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, HEX, text, offset, length);
}

export function ucs2Write(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, UTF16LE, text, offset, length);
}

export function utf8Write(this: any, text: any, offset: any, length: any): number {
  return writeEncoded(this, UTF8, text, offset, length);
}

/// `buffer.fill`
export function fill(this: any, value: any, offset?: any, end?: any, encoding?: any): any {
  checkView(this);
  return fillBuffer(this, value, offset, end, encoding);
}

/// Where a search begins; -1 if it cannot find anything.
function searchStart(length: number, offset: number, needleLength: number, isForward: boolean): number {
  if (offset < 0) {
    if (offset + length >= 0) return length + offset;
    return isForward || needleLength === 0 ? 0 : -1;
  }
  if (offset + needleLength <= length) return offset;
  if (needleLength === 0) return length;
  return isForward ? -1 : length - 1;
}

function search(buffer: any, value: any, byteOffset: any, encoding: any, isForward: boolean): number {
  checkView(buffer);
  const length = binaryByteLength(buffer);
  let offset: any = byteOffset;
  if (typeof offset === "string") {
    encoding = offset;
    offset = undefined;
  }
  offset = +offset;
  if (Number.isNaN(offset)) offset = isForward ? 0 : length;
  offset = Math.trunc(Math.max(-0x80000000, Math.min(0x7fffffff, offset)));
  let needle: any = value;
  let number = encoding === undefined || encoding === null ? UTF8 : encodingNumber(encoding);
  if (typeof value === "number") {
    needle = bufferEncode("\0", LATIN1);
    needle[0] = value;
    number = UTF8;
  } else if (typeof value === "string") {
    if (number === UNKNOWN) throw unknownEncoding(encoding);
    needle = bufferEncode(value, number);
  } else if (!isBytes(value)) {
    throw invalidType("value", "one of type number or string or an instance of Buffer or Uint8Array", value);
  }
  const needleLength = binaryByteLength(needle);
  const start = searchStart(length, offset, needleLength, isForward);
  if (needleLength === 0) return start;
  if (length === 0 || start < 0 || needleLength > length || (isForward && needleLength + start > length)) return -1;
  if (number !== UTF16LE) return bufferFind(buffer, needle, start, 1, isForward ? 1 : 0);
  if (length < 2 || needleLength < 2) return -1;
  return bufferFind(buffer, needle, start - start % 2, 2, isForward ? 1 : 0);
}

/// `buffer.indexOf`
export function indexOf(this: any, value: any, byteOffset?: any, encoding?: any): number {
  return search(this, value, byteOffset, encoding, true);
}

/// `buffer.lastIndexOf`
export function lastIndexOf(this: any, value: any, byteOffset?: any, encoding?: any): number {
  return search(this, value, byteOffset, encoding, false);
}

/// `buffer.includes`
export function includes(this: any, value: any, byteOffset?: any, encoding?: any): boolean {
  return search(this, value, byteOffset, encoding, true) !== -1;
}

