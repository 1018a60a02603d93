/// `node:string_decoder` (https://nodejs.org/api/string_decoder.html).
import { binaryByteLength, binaryKind, bufferCopy, bufferDecode, bufferNew } from "polyglot:runtime";
import {
  BASE64, BASE64URL, encodingNumber, UNKNOWN, unknownEncoding, UTF16LE, UTF8,
} from "../prelude/buffer-encodings.ts";
import { makeEnumerable } from "../prelude/class-support.ts";
import { invalidType } from "../prelude/node-errors.ts";
import { incompleteUtf8 } from "../prelude/utf8-tail.ts";

/// The names under which decoders show their encodings.
const names = ["utf8", "utf16le", "latin1", "ascii", "base64", "base64url", "hex"];

/// How many bytes at the end belong to a character that is not complete.
function incomplete(bytes: any, length: number, encoding: number): number {
  switch (encoding) {
    case UTF8: return incompleteUtf8(bytes, length);
    case BASE64: case BASE64URL: return length % 3;
    case UTF16LE: {
      const odd = length % 2;
      return length - odd >= 2 && (bytes[length - odd - 1] & 0xfc) === 0xd8 ? odd + 2 : odd;
    }
    default: return 0;
  }
}

/// A decoder of bytes that come in pieces.
export class StringDecoder {
  encoding: string;
  #encoding: number;
  #pending: any = undefined;

  constructor(encoding?: any) {
    const number = encoding === undefined || encoding === null || encoding === "" ? UTF8 : encodingNumber(encoding);
    if (number === UNKNOWN) throw unknownEncoding(encoding);
    this.#encoding = number;
    this.encoding = names[number]!;
  }

  write(chunk: any): string {
    if (typeof chunk === "string") return chunk;
    if (binaryKind(chunk) !== 1 && binaryKind(chunk) !== 3) {
      throw invalidType("buf", "an instance of Buffer, TypedArray, or DataView", chunk);
    }
    const added = binaryByteLength(chunk);
    let bytes: any = chunk;
    let length = added;
    const pending: any = this.#pending;
    if (pending !== undefined) {
      const held = binaryByteLength(pending);
      length += held;
      bytes = bufferNew(length);
      bufferCopy(pending, bytes, 0, 0, held);
      bufferCopy(chunk, bytes, held, 0, added);
      this.#pending = undefined;
    }
    const rest = incomplete(bytes, length, this.#encoding);
    if (rest > 0) {
      this.#pending = bufferNew(rest);
      bufferCopy(bytes, this.#pending, 0, length - rest, rest);
    }
    return bufferDecode(bytes, this.#encoding, 0, length - rest);
  }

  end(chunk?: any): string {
    let text = chunk === undefined ? "" : this.write(chunk);
    const pending: any = this.#pending;
    if (pending !== undefined) {
      this.#pending = undefined;
      text += bufferDecode(pending, this.#encoding, 0, binaryByteLength(pending));
    }
    return text;
  }

  text(chunk: any, offset: number): string {
    this.#pending = undefined;
    return this.write(chunk.slice(offset));
  }

  get lastChar(): any {
    const bytes: any = bufferNew(4);
    const pending: any = this.#pending;
    if (pending !== undefined) bufferCopy(pending, bytes, 0, 0, binaryByteLength(pending));
    return bytes;
  }

  get lastNeed(): number {
    return this.lastTotal === 0 ? 0 : this.lastTotal - binaryByteLength(this.#pending);
  }

  get lastTotal(): number {
    const pending: any = this.#pending;
    if (pending === undefined) return 0;
    if (this.#encoding === UTF16LE) return binaryByteLength(pending) < 2 ? 2 : 4;
    if (this.#encoding !== UTF8) return 3;
    const lead: number = pending[0];
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
}
makeEnumerable(StringDecoder.prototype, ["write", "end", "text", "lastChar", "lastNeed", "lastTotal"]);

export default { StringDecoder };
