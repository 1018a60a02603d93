/// The global `TextEncoder` (https://encoding.spec.whatwg.org/#interface-textencoder).
// @optimize size
import { binaryByteLength, bufferEncodedLength, bufferUnitsRead, bufferWrite } from "polyglot:runtime";
import { UTF8 } from "./buffer-encodings.ts";
import { inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { inspect } from "./inspect.ts";
import { invalidThis, invalidType } from "./node-errors.ts";

const bytesConstructor: any = Uint8Array;

let isEncoder: (value: any) => boolean;

/// The class of encoders, which know UTF-8 only.
export class TextEncoder {
  /// Marks the objects of this class.
  #encoding = "utf-8";

  get encoding(): string {
    check(this);
    return this.#encoding;
  }

  encode(input: any = ""): any {
    check(this);
    const text = `${input}`;
    const length = bufferEncodedLength(text, UTF8);
    const bytes: any = new bytesConstructor(length);
    bufferWrite(bytes, text, UTF8, 0, length);
    return bytes;
  }

  encodeInto(source: any, destination: any): any {
    check(this);
    if (typeof source !== "string") throw invalidType("src", "of type string", source);
    if (!(destination instanceof bytesConstructor)) throw invalidType("dest", "an instance of Uint8Array", destination);
    if (source === "") return { read: 0, written: 0 };
    const room = binaryByteLength(destination);
    if (room === 0) return { read: 0, written: 0 };
    const written = bufferWrite(destination, source, UTF8, 0, room);
    return { read: bufferUnitsRead(), written };
  }

  [inspectSymbol](depth: any, options: any): any {
    check(this);
    if (typeof depth === "number" && depth < 0) return this;
    return inspect({ encoding: this.#encoding }, options);
  }

  static {
    isEncoder = (value: any) => value !== null && typeof value === "object" && #encoding in value;
  }
}
makeEnumerable(TextEncoder.prototype, ["encoding", "encode", "encodeInto"]);
setTag(TextEncoder.prototype, "TextEncoder");

function check(value: any): void {
  if (!isEncoder(value)) throw invalidThis("TextEncoder");
}

/// The value of the global.
export function textEncoderClass(): any {
  return TextEncoder;
}
