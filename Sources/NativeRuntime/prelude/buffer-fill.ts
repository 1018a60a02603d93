/// `Buffer.prototype.fill`
import { binaryByteLength, bufferEncode, bufferFill, bufferFillByte, bufferIs, bufferIsBytes } from "polyglot:runtime";
import { encodingNumber, LATIN1, UNKNOWN, unknownEncoding, UTF8 } from "./buffer-encodings.ts";
import { codedError, invalidValue } from "./node-errors.ts";
import { validateNumber, validateString } from "./validators.ts";

/// Fills a range with a byte, or with text or bytes again and again.
export function fillBuffer(buffer: any, value: any, offset: any, end: any, encoding: any): any {
  let number = UTF8;
  if (typeof value === "string") {
    if (offset === undefined || typeof offset === "string") {
      encoding = offset;
      offset = undefined;
    } else if (typeof end === "string") {
      encoding = end;
      end = undefined;
    }
    if (encoding !== undefined && encoding !== null && encoding !== "") number = encodingNumber(encoding);
    if (number === UNKNOWN) {
      validateString(encoding, "encoding");
      throw unknownEncoding(encoding);
    }
    if (value === "") {
      value = 0;
    } else if (value.length === 1) {
      const unit = value.charCodeAt(0);
      if ((number === UTF8 && unit < 128) || (number === LATIN1 && unit < 256)) value = unit;
    }
  }
  let start = 0;
  let limit = binaryByteLength(buffer);
  if (offset !== undefined) {
    validateNumber(offset, "offset", 0, Number.MAX_SAFE_INTEGER);
    start = Math.trunc(offset);
    if (end !== undefined) {
      validateNumber(end, "end", 0, limit);
      limit = Math.trunc(end);
    }
    if (start >= limit) return buffer;
  }
  if (typeof value === "string") {
    const pattern: any = bufferEncode(value, number);
    if (binaryByteLength(pattern) === 0) throw invalidValue("value", value, "is invalid");
    bufferFill(buffer, pattern, start, limit);
  } else if (bufferIs(value) || (value instanceof Uint8Array && bufferIsBytes(value))) {
    if (binaryByteLength(value) === 0) throw invalidValue("value", value, "is invalid");
    bufferFill(buffer, value, start, limit);
  } else {
    bufferFillByte(buffer, +value & 255, start, limit);
  }
  return buffer;
}

/// ERR_BUFFER_OUT_OF_BOUNDS without an argument to blame.
export function outsideOfBounds(): any {
  return codedError(new RangeError("Attempt to access memory outside buffer bounds"), "ERR_BUFFER_OUT_OF_BOUNDS");
}
