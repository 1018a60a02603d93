/// Making Buffers (https://nodejs.org/api/buffer.html#class-buffer).
import {
  binaryByteLength, binaryKind, binaryLength, bufferCompare, bufferCopy, bufferDecode, bufferEncode,
  bufferEncodedLength, bufferIs, bufferIsBytes, bufferNew, bufferPart, bufferView, call1, isPlainArray,
} from "polyglot:runtime";
import { encodingNumber, UNKNOWN, unknownEncoding, UTF8 } from "./buffer-encodings.ts";
import { fillBuffer } from "./buffer-fill.ts";
import { registerBuffers } from "./inspect.ts";
import { inspectBuffer } from "./inspect-buffer.ts";
import { codedError, invalidType } from "./node-errors.ts";
import { emitWarning } from "./process-warning.ts";
import { validateArray, validateInteger, validateNumber } from "./validators.ts";

/// What the results of `binaryKind` mean.
const TYPED_ARRAY = 1;
const BUFFER = 2;
const MAXIMUM = 9007199254740991;

// Whoever makes Buffers gets their methods, and sees them as Node shows them.
registerBuffers(Buffer, inspectBuffer);

/// Whether a value is a Uint8Array, of which Buffers are, and does not only inherit from it.
export function isBytes(value: any): boolean {
  // Naming the class also makes it part of the program: Buffers inherit from it.
  return bufferIs(value) || (value instanceof Uint8Array && bufferIsBytes(value));
}

/// The error of an argument that is neither a Buffer nor a Uint8Array.
export function notBytes(name: string, value: any): any {
  return invalidType(name, "an instance of Buffer or Uint8Array", value);
}

let hasWarned = false;

/// `new Buffer` and `Buffer`
export function construct(first: any, encodingOrOffset?: any, length?: any): any {
  if (!hasWarned) {
    hasWarned = true;
    emitWarning(
      "Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), " +
      "Buffer.allocUnsafe(), or Buffer.from() methods instead.", "DeprecationWarning", "DEP0005",
    );
  }
  if (typeof first !== "number") return from(first, encodingOrOffset, length);
  if (typeof encodingOrOffset === "string") throw invalidType("string", "of type string", first);
  return alloc(first);
}

/// `Buffer.from`
export function from(value: any, encodingOrOffset?: any, length?: any): any {
  if (typeof value === "string") return fromText(value, encodingOrOffset);
  if (typeof value === "object" && value !== null) {
    const kind = binaryKind(value);
    if (kind === BUFFER) return fromArrayBuffer(value, encodingOrOffset, length);
    if (kind === TYPED_ARRAY || isPlainArray(value)) return fromArrayLike(value);
    const primitive: any = value.valueOf && value.valueOf();
    if (primitive !== null && primitive !== undefined && primitive !== value &&
      (typeof primitive === "string" || typeof primitive === "object")) {
      return from(primitive, encodingOrOffset, length);
    }
    const made: any = fromObject(value);
    if (made !== undefined) return made;
    const convert: any = value[Symbol.toPrimitive];
    if (typeof convert === "function") {
      const text: any = call1(convert, value, "string");
      if (typeof text === "string") return fromText(text, encodingOrOffset);
    }
  }
  throw invalidType(
    "first argument", "of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object", value,
  );
}

function fromText(text: string, encoding: any): any {
  if (typeof encoding !== "string" || encoding === "") return bufferEncode(text, UTF8);
  const number = encodingNumber(encoding);
  if (number === UNKNOWN) throw unknownEncoding(encoding);
  return bufferEncode(text, number);
}

function outOfBounds(name: string): any {
  return codedError(new RangeError('"' + name + '" is outside of buffer bounds'), "ERR_BUFFER_OUT_OF_BOUNDS");
}

function fromArrayBuffer(buffer: any, byteOffset: any, length: any): any {
  let offset = byteOffset === undefined ? 0 : +byteOffset;
  if (Number.isNaN(offset)) offset = 0;
  offset = Math.trunc(offset);
  const available = binaryByteLength(buffer) - offset;
  if (available < 0) throw outOfBounds("offset");
  let count = available;
  if (length !== undefined) {
    count = Math.trunc(+length);
    if (!(count > 0)) count = 0;
    else if (count > available) throw outOfBounds("length");
  }
  if (offset < 0) throw new RangeError("Start offset " + offset + " is outside the bounds of the buffer");
  return bufferView(buffer, offset, count);
}

function fromArrayLike(list: any): any {
  const length = binaryKind(list) === TYPED_ARRAY ? binaryLength(list) : +list.length;
  if (!(length > 0)) return bufferNew(0);
  const result: any = bufferNew(length);
  if (isBytes(list)) {
    bufferCopy(list, result, 0, 0, length);
    return result;
  }
  for (let i = 0; i < length; i++) result[i] = list[i];
  return result;
}

function fromObject(value: any): any {
  if (value.length !== undefined || binaryKind(value.buffer) === BUFFER) {
    return typeof value.length === "number" ? fromArrayLike(value) : bufferNew(0);
  }
  return value.type === "Buffer" && Array.isArray(value.data) ? fromArrayLike(value.data) : undefined;
}

/// `Buffer.alloc`
export function alloc(size: any, fill?: any, encoding?: any): any {
  validateNumber(size, "size", 0, MAXIMUM);
  const result: any = bufferNew(Math.trunc(size));
  if (fill !== undefined && fill !== 0 && size > 0) fillBuffer(result, fill, encoding, undefined, undefined);
  return result;
}

/// `Buffer.allocUnsafe` and `Buffer.allocUnsafeSlow`; the memory is clear all the same.
export function allocUnsafe(size: any): any {
  validateNumber(size, "size", 0, MAXIMUM);
  return bufferNew(Math.trunc(size));
}

/// `Buffer.of`
export function of(...items: any[]): any {
  const result: any = bufferNew(items.length);
  for (let i = 0; i < items.length; i++) result[i] = items[i];
  return result;
}

/// `Buffer.copyBytesFrom`
export function copyBytesFrom(view: any, offset?: any, length?: any): any {
  if (binaryKind(view) !== TYPED_ARRAY) throw invalidType("view", "an instance of TypedArray", view);
  const count = binaryLength(view);
  if (count === 0) return bufferNew(0);
  let start = 0;
  let end = count;
  if (offset !== undefined) {
    validateInteger(offset, "offset", 0);
    if (offset >= count) return bufferNew(0);
    start = offset;
  }
  if (length !== undefined) {
    validateInteger(length, "length", 0);
    end = Math.min(start + length, count);
  }
  const size = binaryByteLength(view) / count;
  const result: any = bufferNew((end - start) * size);
  bufferCopy(view, result, 0, start * size, (end - start) * size);
  return result;
}

/// `Buffer.isBuffer`
export function isBuffer(value: any): boolean {
  return bufferIs(value) || value instanceof Buffer;
}

/// `Buffer.isEncoding`
export function isEncoding(name: any): boolean {
  return typeof name === "string" && name !== "" && encodingNumber(name) !== UNKNOWN;
}

/// `Buffer.compare`
export function compare(a: any, b: any): number {
  if (!isBytes(a)) throw notBytes("buf1", a);
  if (!isBytes(b)) throw notBytes("buf2", b);
  return a === b ? 0 : bufferCompare(a, b, 0, binaryByteLength(a), 0, binaryByteLength(b));
}

/// `Buffer.concat`
export function concat(list: any, length?: any): any {
  validateArray(list, "list");
  const count: number = list.length;
  if (count === 0) return bufferNew(0);
  let total = 0;
  if (length === undefined) {
    for (let i = 0; i < count; i++) {
      const size: any = list[i].length;
      if (size) total += size;
    }
  } else {
    validateInteger(length, "length", 0);
    total = length;
  }
  // Each element is read once from here on, as it may be a getter.
  const parts: any[] = [];
  for (let i = 0; i < count; i++) {
    const item: any = list[i];
    if (!isBytes(item)) throw notBytes("list[" + i + "]", item);
    parts.push(item);
  }
  const result: any = bufferNew(total);
  let end = 0;
  for (let i = 0; i < count && end < total; i++) {
    const size = Math.min(binaryByteLength(parts[i]), total - end);
    bufferCopy(parts[i], result, end, 0, size);
    end += size;
  }
  return result;
}

/// `Buffer.byteLength`
export function byteLength(value: any, encoding?: any): number {
  if (typeof value !== "string") {
    if (binaryKind(value) !== 0) return binaryByteLength(value);
    throw invalidType("string", "of type string or an instance of Buffer or ArrayBuffer", value);
  }
  if (encoding === undefined || value === "") return value === "" ? 0 : bufferEncodedLength(value, UTF8);
  const number = encodingNumber(encoding);
  return bufferEncodedLength(value, number === UNKNOWN ? UTF8 : number);
}

/// The getter `Buffer[Symbol.species]`.
export function species(): any {
  return Buffer;
}

/// Node's exception for strings that would be too long.
export function decodeChecked(buffer: any, encoding: number, start: number, end: number): string {
  const text: any = bufferDecode(buffer, encoding, start, end);
  if (text !== undefined) return text;
  const message = "Cannot create a string longer than 0x1fffffe8 characters";
  throw codedError(new Error(message), "ERR_STRING_TOO_LONG");
}

/// A part of a Buffer, which shares its memory.
export function part(buffer: any, start: number, end: number): any {
  return bufferPart(buffer, start, end);
}

