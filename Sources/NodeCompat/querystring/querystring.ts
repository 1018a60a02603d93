/// `node:querystring` (https://nodejs.org/api/querystring.html).
import { binaryByteLength, bufferDecode, bufferEncode } from "polyglot:runtime";
import { part } from "../prelude/buffer-create.ts";
import { LATIN1, UTF8 } from "../prelude/buffer-encodings.ts";
import { codedError } from "../prelude/node-errors.ts";

function hexValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const small = unit | 32;
  return small >= 97 && small <= 102 ? small - 87 : -1;
}

/// `querystring.unescapeBuffer`: text with its percent-encoded bytes, as a Buffer.
export function unescapeBuffer(text: any, decodeSpaces?: any): any {
  const bytes: any = bufferEncode(`${text}`, LATIN1);
  const length: number = binaryByteLength(bytes);
  let count = 0;
  for (let i = 0; i < length; i++) {
    let byte: number = bytes[i];
    if (byte === 43 && decodeSpaces) {
      byte = 32;
    } else if (byte === 37 && i + 2 < length) {
      const high = hexValue(bytes[i + 1]);
      const low = hexValue(bytes[i + 2]);
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        i += 2;
      }
    }
    bytes[count++] = byte;
  }
  return count === length ? bytes : part(bytes, 0, count);
}

/// `querystring.unescape`, which programs may replace.
export function unescape(text: any, decodeSpaces?: any): string {
  try {
    return decodeURIComponent(text);
  } catch {
    const bytes: any = unescapeBuffer(text, decodeSpaces);
    return bufferDecode(bytes, UTF8, 0, binaryByteLength(bytes));
  }
}

/// `querystring.escape`, which programs may replace.
export function escape(value: any): string {
  let text: any = value;
  if (typeof text !== "string") text = typeof text === "object" ? String(text) : text + "";
  let plain = true;
  for (let i = 0; i < text.length && plain; i++) {
    const unit = text.charCodeAt(i);
    plain = (unit | 32) >= 97 && (unit | 32) <= 122 ? true : (unit >= 48 && unit <= 57) || unit === 45 || unit === 95;
  }
  if (plain) return text;
  if (text.isWellFormed()) return encodeURIComponent(text);
  throw codedError(new URIError("URI malformed"), "ERR_INVALID_URI");
}

/// A value of `stringify` as text.
function primitiveText(value: any): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? "" + value : "";
  if (typeof value === "bigint") return "" + value;
  if (typeof value === "boolean") return value ? "true" : "false";
  return "";
}

/// `querystring.stringify`
export function stringify(object: any, separator?: any, equals?: any, options?: any): string {
  if (object === null || typeof object !== "object") return "";
  const between: string = separator || "&";
  const sign: string = equals || "=";
  const given: any = options?.encodeURIComponent;
  const custom: any = typeof given === "function" ? given : exported.escape;
  const encode = (value: any): string => custom(primitiveText(value));
  const fields: string[] = [];
  for (const key of Object.keys(object)) {
    const value: any = object[key];
    const name = encode(key) + sign;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) fields.push(name + encode(value[i]));
    } else {
      fields.push(name + encode(value));
    }
  }
  return fields.join(between);
}

/// `querystring.parse`
export function parse(text: any, separator?: any, equals?: any, options?: any): any {
  const result: any = Object.create(null);
  if (typeof text !== "string" || text.length === 0) return result;
  const between: string = separator ? separator + "" : "&";
  const sign: string = equals ? equals + "" : "=";
  const limit: number = options && typeof options.maxKeys === "number" ? options.maxKeys : 1000;
  let decode: any = exported.unescape;
  if (options && typeof options.decodeURIComponent === "function") decode = options.decodeURIComponent;
  const decoded = (piece: string): string => {
    const spaced = piece.includes("+") ? piece.replaceAll("+", " ") : piece;
    if (decode === unescape && !spaced.includes("%")) return spaced;
    try {
      return decode(spaced);
    } catch {
      return unescape(spaced, true);
    }
  };
  let start = 0;
  for (let count = 0; start <= text.length; ) {
    let end = text.indexOf(between, start);
    if (end < 0) end = text.length;
    if (end > start) {
      const split = text.indexOf(sign, start);
      const isSplit = split >= 0 && split + sign.length <= end;
      const name = decoded(text.slice(start, isSplit ? split : end));
      const value = isSplit ? decoded(text.slice(split + sign.length, end)) : "";
      const known: any = result[name];
      if (known === undefined) result[name] = value;
      else if (Array.isArray(known)) known.push(value);
      else result[name] = [known, value];
      if (++count === limit) break;
    }
    start = end + between.length;
  }
  return result;
}

export { parse as decode, stringify as encode };

const exported: any = {
  unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse,
};

export default exported;
