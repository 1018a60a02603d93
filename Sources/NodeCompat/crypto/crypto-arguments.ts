/// What the functions of `crypto` share: data in any form, encodings, errors of OpenSSL.
// @optimize size
import { binaryByteLength, binaryKind, bufferEncode, bufferView, cryptoErrors, cryptoIsAvailable } from "polyglot:runtime";
import { encodingNumber, HEX, UNKNOWN, UTF8 } from "../prelude/buffer-encodings.ts";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";

/// What views and buffers are called in messages.
export const VIEWS = "of type string or an instance of Buffer, TypedArray, or DataView";
const BUFFERS = "of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView";

/// The largest unsigned and signed integers of 32 bits.
export const UINT32_MAX = 4294967295;
export const INT32_MAX = 2147483647;

/// Whether a value is a view of bytes.
export function isView(value: any): boolean {
  const kind = binaryKind(value);
  return kind === 1 || kind === 3;
}

/// Whether a value is a view, an ArrayBuffer or a SharedArrayBuffer.
export function isBinary(value: any): boolean { return binaryKind(value) !== 0; }

/// Throws where there is no OpenSSL.
export function requireLibrary(): void {
  if (cryptoIsAvailable()) return;
  const message = "This target has no OpenSSL: of node:crypto only random numbers work";
  throw codedError(new Error(message), "ERR_NO_CRYPTO");
}

/// Text, or a view or buffer as it is; otherwise ERR_INVALID_ARG_TYPE. Text in an encoding becomes bytes.
export function bytesOf(value: any, name: string, encoding?: any, expected: string = BUFFERS): any {
  if (typeof value === "string") return bufferEncode(value, dataEncoding(encoding));
  if (!isBinary(value)) throw invalidType(name, expected, value);
  return value;
}

/// A copy of the bytes of a view or buffer as a Buffer.
export function copyOf(value: any): any {
  const kind = binaryKind(value);
  const bytes = kind === 2 ? bufferView(value, 0, value.byteLength) : new Uint8Array(value.buffer, value.byteOffset, binaryByteLength(value));
  return Buffer.from(bytes as any);
}

/// The number of the encoding of text that comes in; what is none is UTF-8, as everywhere in `crypto`.
export function dataEncoding(encoding: any): number {
  if (encoding === undefined || encoding === null || encoding === "buffer") return UTF8;
  const number = encodingNumber(encoding);
  return number === UNKNOWN ? UTF8 : number;
}

/// The same, for data that must fit its encoding.
export function checkedDataEncoding(data: string, encoding: any): number {
  const number = dataEncoding(encoding);
  if (number === HEX && data.length % 2 !== 0) {
    throw invalidValue("encoding", encoding, "is invalid for data of length " + data.length);
  }
  return number;
}

/// The number of the encoding of a result; what is none gives a Buffer.
export function resultEncoding(encoding: any): number {
  if (typeof encoding === "object" && encoding !== null) return encodingNumber(`${encoding}`);
  return encoding === undefined || encoding === null || encoding === "buffer" ? UNKNOWN : encodingNumber(encoding);
}

/// The oldest error in OpenSSL's queue, or one with a message of ours if that is empty. It lists all if there are more, or
/// `isListed` says so.
export function libraryError(message: string, isListed = false): any {
  const fields: any[] = cryptoErrors();
  if (fields.length === 0) return new Error(message);
  const error: any = new Error(fields[0]);
  const stack: string[] = [];
  for (let i = fields.length - 4; i >= 0; i -= 4) stack.push(fields[i]);
  if (isListed || stack.length > 1) error.opensslErrorStack = stack;
  const reason: string = fields[2];
  error.library = fields[1];
  error.reason = reason;
  error.code = "ERR_OSSL_" + fields[3] + reason.toUpperCase().replaceAll(" ", "_");
  return error;
}

/// ERR_CRYPTO_INVALID_STATE
export function invalidState(operation: string): any {
  return codedError(new Error("Invalid state for operation " + operation), "ERR_CRYPTO_INVALID_STATE");
}

/// ERR_CRYPTO_INVALID_DIGEST
export function invalidDigest(name: string): any {
  cryptoErrors();
  return codedError(new TypeError("Invalid digest: " + name), "ERR_CRYPTO_INVALID_DIGEST");
}

/// ERR_CRYPTO_INVALID_KEYLEN
export function invalidKeyLength(): any {
  return codedError(new RangeError("Invalid key length"), "ERR_CRYPTO_INVALID_KEYLEN");
}

/// A class that can also be called without `new`.
export function callable(name: string, target: any): any {
  const call: any = function (this: any, ...values: any[]): any {
    return Reflect.construct(target, values, new.target === undefined ? target : new.target);
  };
  Object.defineProperty(call, "name", { value: name, configurable: true });
  Object.defineProperty(call, "length", { value: target.length, configurable: true });
  Object.setPrototypeOf(call, Object.getPrototypeOf(target));
  call.prototype = target.prototype;
  target.prototype.constructor = call;
  return call;
}
