/// The names of encodings (https://nodejs.org/api/buffer.html#buffers-and-character-encodings).
// @optimize size
import { inspect } from "./inspect.ts";
import { codedError } from "./node-errors.ts";

// The numbers that the runtime knows (src/buffer/encoding.h).
export const UTF8 = 0;
export const UTF16LE = 1;
export const LATIN1 = 2;
export const ASCII = 3;
export const BASE64 = 4;
export const BASE64URL = 5;
export const HEX = 6;
/// What is no encoding.
export const UNKNOWN = -1;

/// The number of an encoding by its name, in any case.
export function encodingNumber(name: any): number {
  const exact = exactNumber(name);
  return exact !== UNKNOWN || typeof name !== "string" ? exact : exactNumber(name.toLowerCase());
}

function exactNumber(name: any): number {
  switch (name) {
    case "utf8": case "utf-8": return UTF8;
    case "ucs2": case "ucs-2": case "utf16le": case "utf-16le": return UTF16LE;
    case "latin1": case "binary": return LATIN1;
    case "ascii": return ASCII;
    case "base64": return BASE64;
    case "base64url": return BASE64URL;
    case "hex": return HEX;
    default: return UNKNOWN;
  }
}

/// The number of an encoding that must be one; nothing stands for UTF-8.
export function checkedEncoding(name: any): number {
  if (name === undefined || name === null || name === "") return UTF8;
  const encoding = encodingNumber(name);
  if (encoding === UNKNOWN) throw unknownEncoding(name);
  return encoding;
}

/// ERR_UNKNOWN_ENCODING
export function unknownEncoding(name: any): any {
  return codedError(new TypeError("Unknown encoding: " + (typeof name === "object" ? inspect(name) : String(name))), "ERR_UNKNOWN_ENCODING");
}
