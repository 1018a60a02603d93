/// The global `TextDecoder` (https://encoding.spec.whatwg.org/#interface-textdecoder) for UTF-8, UTF-16 and
/// windows-1252.
import { binaryByteLength, binaryKind, bufferCheck, bufferCopy, bufferNew, bufferView } from "polyglot:runtime";
import { decodeChecked } from "./buffer-create.ts";
import { LATIN1, UTF16LE, UTF8 } from "./buffer-encodings.ts";
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { codedError, invalidThis, invalidType } from "./node-errors.ts";
import { incompleteUtf8 } from "./utf8-tail.ts";

/// The names that stand for the encodings here.
function encodingOfLabel(label: string): string | undefined {
  switch (label) {
    case "unicode-1-1-utf-8": case "unicode11utf8": case "unicode20utf8": case "utf-8": case "utf8":
    case "x-unicode20utf8":
      return "utf-8";
    case "csunicode": case "iso-10646-ucs-2": case "ucs-2": case "unicode": case "unicodefeff": case "utf-16":
    case "utf-16le":
      return "utf-16le";
    case "unicodefffe": case "utf-16be": return "utf-16be";
    case "ansi_x3.4-1968": case "ascii": case "cp1252": case "cp819": case "csisolatin1": case "ibm819":
    case "iso-8859-1":
    case "iso-ir-100": case "iso8859-1": case "iso88591": case "iso_8859-1": case "iso_8859-1:1987": case "l1":
    case "latin1": case "us-ascii": case "windows-1252": case "x-cp1252":
      return "windows-1252";
    default: return undefined;
  }
}

/// The characters of windows-1252 from 0x80 to 0x9f, where it differs from Latin-1.
const differing =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

let isDecoder: (value: any) => boolean;

/// The class of decoders.
export class TextDecoder {
  #encoding: string;
  #fatal: boolean;
  #ignoresMark: boolean;
  /// Bytes of an incomplete character, while a stream is decoded.
  #pending: any = undefined;
  #isStarted = false;

  constructor(label: any = "utf-8", options: any = {}) {
    const text = `${label}`;
    if (options !== null && typeof options !== "object" && typeof options !== "function") {
      throw invalidType("options", "of type object", options);
    }
    const encoding = encodingOfLabel(text.trim().toLowerCase());
    if (encoding === undefined) {
      const message = 'The "' + text + '" encoding is not supported';
      throw codedError(new RangeError(message), "ERR_ENCODING_NOT_SUPPORTED");
    }
    this.#encoding = encoding;
    this.#fatal = !!options?.fatal;
    this.#ignoresMark = !!options?.ignoreBOM;
  }

  decode(input?: any, options?: any): string {
    check(this);
    let bytes: any;
    if (input === undefined) {
      bytes = bufferNew(0);
    } else {
      const kind = binaryKind(input);
      if (kind === 0) {
        const message = 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.';
        throw codedError(new TypeError(message), "ERR_INVALID_ARG_TYPE");
      }
      bytes = kind === 2 ? bufferView(input, 0, binaryByteLength(input)) : input;
    }
    if (options !== undefined && options !== null && typeof options !== "object" && typeof options !== "function") {
      throw invalidType("options", "of type object", options);
    }
    const isStream = !!options?.stream;
    if (this.#pending !== undefined) bytes = joined(this.#pending, bytes);
    this.#pending = undefined;
    const length = binaryByteLength(bytes);
    let end = length;
    if (isStream) {
      if (this.#encoding === "utf-8") end -= incompleteUtf8(bytes, length);
      else if (this.#encoding !== "windows-1252") end -= this.#incompleteUtf16(bytes, length);
      if (end < length) this.#pending = bufferPartCopy(bytes, end, length);
    }
    let text = this.#text(bytes, end);
    if (!this.#isStarted && end > 0) {
      const mayHaveMark = !this.#ignoresMark && this.#encoding !== "windows-1252";
      if (mayHaveMark && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      this.#isStarted = true;
    }
    if (!isStream) this.#isStarted = false;
    return text;
  }

  #text(bytes: any, end: number): string {
    switch (this.#encoding) {
      case "utf-8":
        if (this.#fatal) {
          const checked: any = end === binaryByteLength(bytes) ? bytes : bufferPartCopy(bytes, 0, end);
          if (!bufferCheck(checked, true)) throw this.#invalid();
        }
        return decodeChecked(bytes, UTF8, 0, end);
      case "windows-1252": {
        const latin = decodeChecked(bytes, LATIN1, 0, end);
        return /[\x80-\x9f]/.test(latin)
          ? latin.replace(/[\x80-\x9f]/g, (unit) => differing.charAt(unit.charCodeAt(0) - 0x80))
          : latin;
      }
      default: {
        let units: any = bytes;
        if (this.#encoding === "utf-16be") {
          units = bufferPartCopy(bytes, 0, end);
          for (let i = 0; i + 1 < end; i += 2) {
            const high: number = units[i];
            units[i] = units[i + 1];
            units[i + 1] = high;
          }
        }
        const text = decodeChecked(units, UTF16LE, 0, end - (end % 2));
        if (end % 2 === 0 && text.isWellFormed()) return text;
        if (this.#fatal) throw this.#invalid();
        return text.toWellFormed() + (end % 2 === 0 ? "" : "\ufffd");
      }
    }
  }

  /// How many bytes at the end may be the start of a character: an odd one, or a high surrogate.
  #incompleteUtf16(bytes: any, length: number): number {
    const odd = length % 2;
    if (length - odd < 2) return odd;
    const view: any = bufferPartCopy(bytes, length - odd - 2, length - odd);
    const high: number = this.#encoding === "utf-16be" ? view[0] : view[1];
    return (high & 0xfc) === 0xd8 ? odd + 2 : odd;
  }

  #invalid(): any {
    this.#isStarted = false;
    const message = "The encoded data was not valid for encoding " + this.#encoding;
    return codedError(new TypeError(message), "ERR_ENCODING_INVALID_ENCODED_DATA");
  }

  get encoding(): string {
    check(this);
    return this.#encoding;
  }

  get fatal(): boolean {
    check(this);
    return this.#fatal;
  }

  get ignoreBOM(): boolean {
    check(this);
    return this.#ignoresMark;
  }

  [inspectSymbol](depth: any, options: any): any {
    check(this);
    const members = { encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoresMark };
    return inspectMembers(this.constructor.name, members, depth, options);
  }

  static {
    isDecoder = (value: any) => value !== null && typeof value === "object" && #pending in value;
  }
}
makeEnumerable(TextDecoder.prototype, ["decode", "encoding", "fatal", "ignoreBOM"]);
setTag(TextDecoder.prototype, "TextDecoder");

function check(value: any): void {
  if (!isDecoder(value)) throw invalidThis("TextDecoder");
}

function bufferPartCopy(bytes: any, start: number, end: number): any {
  const result: any = bufferNew(end - start);
  bufferCopy(bytes, result, 0, start, end - start);
  return result;
}

function joined(first: any, second: any): any {
  const firstLength = binaryByteLength(first);
  const secondLength = binaryByteLength(second);
  const result: any = bufferNew(firstLength + secondLength);
  bufferCopy(first, result, 0, 0, firstLength);
  bufferCopy(second, result, firstLength, 0, secondLength);
  return result;
}

/// The value of the global.
export function textDecoderClass(): any {
  return TextDecoder;
}
