/// The arguments of the functions of `fs`, checked as Node checks them.
// @optimize size
import { bufferDecode, binaryByteLength, binaryKind } from "polyglot:runtime";
import { encodingNumber, UNKNOWN } from "../prelude/buffer-encodings.ts";
import { codedError, invalidType, invalidValue, outOfRange } from "../prelude/node-errors.ts";
import { isOctal, validateAbortSignal, validateInteger } from "../prelude/validators.ts";

/// A checked path as text.
export function checkPath(path: any, name = "path"): string {
  let text: any = path;
  if (typeof path !== "string") {
    if (binaryKind(path) === 1) text = bufferDecode(path, 0, 0, binaryByteLength(path));
    else if (path !== null && typeof path === "object" && path.href && path.protocol) text = pathOfURL(path);
    else throw invalidType(name, "of type string or an instance of Buffer or URL", path);
  }
  if (text.includes("\0")) throw invalidValue(name, path, "must be a string, Uint8Array, or URL without null bytes");
  return text;
}

function pathOfURL(url: any): string {
  if (url.protocol !== "file:") throw codedError(new TypeError("The URL must be of scheme file"), "ERR_INVALID_URL_SCHEME");
  if (url.hostname) {
    throw codedError(
      new TypeError('File URL host must be "localhost" or empty on linux'), "ERR_INVALID_FILE_URL_HOST",
    );
  }
  const pathname = `${url.pathname}`;
  if (pathname.includes("%2f") || pathname.includes("%2F")) {
    throw codedError(
      new TypeError("File URL path must not include encoded / characters"), "ERR_INVALID_FILE_URL_PATH",
    );
  }
  return decodeURIComponent(pathname);
}

/// Options as an object: a string stands for the encoding.
export function optionsOf(options: any): any {
  if (options === undefined || options === null || typeof options === "function") return {};
  if (typeof options === "string") {
    checkEncoding(options);
    return { encoding: options };
  }
  if (typeof options !== "object") {
    throw invalidType("options", "one of type string or object", options);
  }
  if (options.encoding !== "buffer") checkEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, "options.signal");
  return options;
}

function checkEncoding(encoding: any): void {
  if (encoding && encoding !== "buffer" && encodingNumber(encoding) === UNKNOWN) {
    throw invalidValue("encoding", encoding, "is invalid encoding");
  }
}

/// The number of an encoding, -1 for bytes.
export function resultEncoding(encoding: any): number {
  return encoding === undefined || encoding === null || encoding === "buffer" ? -1 : encodingNumber(encoding);
}

/// A descriptor.
export function checkDescriptor(fd: any): number {
  if (typeof fd !== "number") throw invalidType("fd", "of type number", fd);
  validateInteger(fd, "fd", 0, 2147483647);
  return fd;
}

/// The flags of `open` for a flag such as "w" or "a+".
export function flagNumber(flag: any, name = "flags"): number {
  if (typeof flag === "number") {
    validateInteger(flag, name, -2147483648, 2147483647);
    return flag;
  }
  switch (flag) {
    case undefined: case null: case "r": return 0;
    case "rs": case "sr": return 1052672;
    case "r+": return 2;
    case "rs+": case "sr+": return 2 | 1052672;
    case "w": return 512 | 64 | 1;
    case "wx": case "xw": return 512 | 64 | 1 | 128;
    case "w+": return 512 | 64 | 2;
    case "wx+": case "xw+": return 512 | 64 | 2 | 128;
    case "a": return 1024 | 64 | 1;
    case "ax": case "xa": return 1024 | 64 | 1 | 128;
    case "as": case "sa": return 1024 | 64 | 1 | 1052672;
    case "a+": return 1024 | 64 | 2;
    case "ax+": case "xa+": return 1024 | 64 | 2 | 128;
    case "as+": case "sa+": return 1024 | 64 | 2 | 1052672;
  }
  throw invalidValue("flags", flag, "is invalid");
}

/// A file mode; text is octal.
export function modeNumber(mode: any, name: string, normal?: number): number {
  if (mode === undefined || mode === null) {
    if (normal !== undefined) return normal;
  } else if (typeof mode === "string") {
    if (!isOctal(mode)) {
      throw invalidValue(name, mode, "must be a 32-bit unsigned integer or an octal string");
    }
    return parseInt(mode, 8);
  }
  validateInteger(mode, name, 0, 4294967295);
  return mode;
}

/// A time in seconds: a number, text with one, or a Date.
export function seconds(time: any, name: string, expected = "one of type number or string or an instance of Date"): number {
  if (typeof time === "string" && +time == (time as any)) return +time;
  if (typeof time === "number" && Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (time instanceof Date) return time.getTime() / 1000;
  throw invalidType(name, expected, time);
}

/// `fs._toUnixTimestamp`
export function toUnixTimestamp(time: any, name = "time"): number {
  return seconds(time, name, "an instance of Date or an Time in seconds");
}

/// The mode of `access`.
export function accessMode(mode: any): number {
  if (mode === undefined || mode === null) return 0;
  if (typeof mode !== "number") {
    throw codedError(new TypeError("mode must be int32 or null/undefined"), "ERR_INVALID_ARG_TYPE");
  }
  const bits = mode | 0;
  if (bits < 0 || bits > 7) {
    throw codedError(new RangeError("mode is out of range: >= 0 && <= 7"), "ERR_OUT_OF_RANGE");
  }
  return bits;
}

/// Bytes or text that are to be written.
export function checkData(data: any, name = "data"): any {
  if (typeof data === "string") return data;
  const kind = binaryKind(data);
  if (kind === 1 || kind === 3) return data;
  throw invalidType(name, "of type string or an instance of Buffer, TypedArray, or DataView", data);
}

/// A length or position of a file.
export function checkLength(length: any, name: string): number {
  if (typeof length !== "number") throw invalidType(name, "of type number", length);
  if (!Number.isInteger(length)) throw outOfRange(name, "an integer", length);
  return length;
}

/// A number of a user or group.
export function checkId(id: any, name: string): number {
  validateInteger(id, name, -1, 4294967295);
  return id;
}
