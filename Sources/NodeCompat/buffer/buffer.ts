/// `node:buffer` (https://nodejs.org/api/buffer.html). The class is a global (prelude/buffer-*.ts).
import { bufferCheck, bufferDecode, bufferEncode, binaryByteLength, binaryKind, isDetached } from "polyglot:runtime";
import { atob as decodeBase64, btoa as encodeBase64 } from "../prelude/base64.ts";
import { Blob as BlobClass, File as FileClass, resolveObjectURL as resolveURL } from "../prelude/blob.ts";
import { encodingNumber, UNKNOWN } from "../prelude/buffer-encodings.ts";
import { isBytes } from "../prelude/buffer-create.ts";
import { bufferConstructor } from "../prelude/buffer-global.ts";
import { inspectionLimit, setInspectionLimit } from "../prelude/inspect-buffer.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { validateNumber } from "../prelude/validators.ts";

/// `buffer.Buffer`
export const Buffer: any = bufferConstructor;

/// `buffer.SlowBuffer`: a Buffer that never shared memory.
export function SlowBuffer(size: any): any {
  return bufferConstructor.allocUnsafeSlow(size);
}

/// `buffer.kMaxLength`
export const kMaxLength = 9007199254740991;
/// `buffer.kStringMaxLength`
export const kStringMaxLength = 536870888;
/// `buffer.constants`
export const constants: any = Object.defineProperties({}, {
  MAX_LENGTH: { value: kMaxLength, enumerable: true },
  MAX_STRING_LENGTH: { value: kStringMaxLength, enumerable: true },
});
/// `buffer.INSPECT_MAX_BYTES`
export const INSPECT_MAX_BYTES = 50;
export const atob: any = decodeBase64;
export const btoa: any = encodeBase64;

/// A view or a buffer as something whose bytes can be checked.
function bytesOf(input: any): any {
  const kind = binaryKind(input);
  if (kind !== 1 && kind !== 2) {
    throw invalidType("input", "an instance of ArrayBuffer, Buffer, or TypedArray", input);
  }
  const isGone = kind === 2 && isDetached(input);
  if (isGone) throw codedError(new Error("Cannot validate on a detached buffer"), "ERR_INVALID_STATE");
  return kind === 2 ? bufferConstructor.from(input) : input;
}

/// `buffer.isUtf8`
export function isUtf8(input: any): boolean {
  return bufferCheck(bytesOf(input), true);
}

/// `buffer.isAscii`
export function isAscii(input: any): boolean {
  return bufferCheck(bytesOf(input), false);
}

/// `buffer.transcode`
export function transcode(source: any, fromEncoding: any, toEncoding: any): any {
  if (!isBytes(source)) throw invalidType("source", "an instance of Buffer or Uint8Array", source);
  const length = binaryByteLength(source);
  if (length === 0) return bufferConstructor.alloc(0);
  const from = encodingNumber(fromEncoding);
  const to = encodingNumber(toEncoding);
  // Base64 and digits are no character encodings.
  if (from === UNKNOWN || to === UNKNOWN || from > 3 || to > 3) {
    const code = "U_ILLEGAL_ARGUMENT_ERROR";
    const error: any = codedError(new Error("Unable to transcode Buffer [" + code + "]"), code);
    error.errno = 1;
    throw error;
  }
  const text: string = bufferDecode(source, from, 0, length);
  if (to < 2) return bufferEncode(text, to);
  // What the narrow encodings lack is a question mark.
  const limit = to === 2 ? 0xff : 0x7f;
  let narrow = "";
  for (const character of text) narrow += character.codePointAt(0)! > limit ? "?" : character;
  return bufferEncode(narrow, to);
}

export const Blob: any = BlobClass;
export const File: any = FileClass;

/// `buffer.resolveObjectURL`
export function resolveObjectURL(url: any): any {
  return resolveURL(url);
}

/// Adds what is read and set through the module.
function complete(object: any): any {
  return Object.defineProperty(object, "INSPECT_MAX_BYTES", {
    get: inspectionLimit,
    set(count: any) {
      validateNumber(count, "INSPECT_MAX_BYTES", 0);
      setInspectionLimit(count);
    },
    enumerable: true, configurable: true,
  });
}

export default complete({
  Buffer, SlowBuffer, transcode, isUtf8, isAscii, kMaxLength, kStringMaxLength, btoa, atob, constants, Blob, File,
  resolveObjectURL,
});
