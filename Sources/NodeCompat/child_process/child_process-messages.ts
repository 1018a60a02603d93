/// Messages with `serialization: "advanced"`: V8's format of structured clones, version 15, with views of bytes as Node
/// writes them (https://nodejs.org/api/child_process.html#advanced-serialization).
// @optimize size
import { binaryKind, classOf, cloneDescription } from "polyglot:runtime";

/// The kinds of views by their numbers; 9 is DataView and 10 Buffer.
const viewTypes: any[] = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  DataView, Buffer, BigInt64Array, BigUint64Array,
];
const DATA_VIEW = 9;
const BUFFER = 10;

/// The letters of errors by their names.
const errorLetters = new Map([
  ["EvalError", "E"], ["RangeError", "R"], ["ReferenceError", "F"], ["SyntaxError", "S"], ["TypeError", "T"], ["URIError", "U"],
]);
const errorTypes: any = {
  E: EvalError, R: RangeError, F: ReferenceError, S: SyntaxError, T: TypeError, U: URIError,
};
/// The flags of regular expressions, from the lowest bit on.
const regexpFlags = "gimyusdv";

function notCloneable(value: any): Error {
  return new Error(cloneDescription(value) + " could not be cloned.");
}

class Writer {
  #bytes: any = Buffer.allocUnsafe(256);
  #size = 4;
  #ids = new Map<any, number>();

  /// The message with its length before it.
  finish(message: any): any {
    this.#byte(0xff);
    this.#byte(15);
    this.#value(message);
    this.#bytes.writeUInt32BE(this.#size - 4, 0);
    return this.#bytes.subarray(0, this.#size);
  }

  #reserve(count: number): number {
    const at = this.#size;
    this.#size += count;
    if (this.#size > this.#bytes.length) {
      const grown: any = Buffer.allocUnsafe(Math.max(this.#size, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, at);
      this.#bytes = grown;
    }
    return at;
  }

  #byte(value: number): void {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
  }

  #tag(letter: string): void {
    this.#byte(letter.charCodeAt(0));
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#byte(rest % 128 + 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  #double(value: number): void {
    const at = this.#reserve(8);
    this.#bytes.writeDoubleLE(value, at);
  }

  #raw(bytes: any): void {
    const at = this.#reserve(bytes.length);
    this.#bytes.set(bytes, at);
  }

  #text(value: string): void {
    for (let i = 0; i < value.length; i++) {
      if (value.charCodeAt(i) < 256) continue;
      // Two bytes a unit begin at an even place.
      const size = value.length * 2;
      let varintSize = 1;
      for (let rest = size; rest >= 128; rest = Math.floor(rest / 128)) varintSize++;
      if ((this.#size - 4 + 1 + varintSize) % 2 === 1) this.#byte(0);
      this.#tag("c");
      this.#varint(size);
      this.#raw(Buffer.from(value, "utf16le"));
      return;
    }
    this.#tag('"');
    this.#varint(value.length);
    this.#raw(Buffer.from(value, "latin1"));
  }

  #bigint(value: bigint): void {
    let digits = (value < 0n ? -value : value).toString(16);
    const size = value === 0n ? 0 : Math.ceil(digits.length / 16) * 8;
    digits = digits.padStart(size * 2, "0");
    this.#varint(size * 2 + (value < 0n ? 1 : 0));
    if (size > 0) this.#raw(Buffer.from(digits, "hex").reverse());
  }

  #value(value: any): void {
    switch (typeof value) {
      case "undefined": return this.#tag("_");
      case "boolean": return this.#tag(value ? "T" : "F");
      case "string": return this.#text(value);
      case "bigint":
        this.#tag("Z");
        return this.#bigint(value);
      case "number":
        if (value === (value | 0) && !Object.is(value, -0)) {
          this.#tag("I");
          return this.#varint(value < 0 ? -2 * value - 1 : 2 * value);
        }
        this.#tag("N");
        return this.#double(value);
      case "object":
        if (value === null) return this.#tag("0");
        return this.#object(value);
      default: throw notCloneable(value);
    }
  }

  #object(value: any): void {
    const known = this.#ids.get(value);
    if (known !== undefined) {
      this.#tag("^");
      return this.#varint(known);
    }
    this.#ids.set(value, this.#ids.size);
    const binary = binaryKind(value);
    if (binary === 2) {
      const bytes = new Uint8Array(value);
      this.#tag("B");
      this.#varint(bytes.length);
      return this.#raw(bytes);
    }
    if (binary !== 0) return this.#view(value);
    switch (classOf(value)) {
      case "Array": return this.#array(value);
      case "Date":
        this.#tag("D");
        return this.#double(+value);
      case "Boolean": return this.#tag(value.valueOf() ? "y" : "x");
      case "Number":
        this.#tag("n");
        return this.#double(value.valueOf());
      case "BigInt":
        this.#tag("z");
        return this.#bigint(value.valueOf());
      case "String":
        this.#tag("s");
        return this.#text(value.valueOf());
      case "RegExp": return this.#regexp(value);
      case "Map": return this.#map(value);
      case "Set": return this.#set(value);
      case "Error": return this.#error(value);
      case "WeakMap": case "WeakSet": case "WeakRef": case "Promise": case "Symbol":
        throw notCloneable(value);
    }
    this.#tag("o");
    const count = this.#members(value, Object.keys(value));
    this.#tag("{");
    this.#varint(count);
  }

  #members(value: any, keys: string[]): number {
    for (const key of keys) {
      const number = Number(key);
      this.#value(Number.isInteger(number) && number >= 0 && number < 4294967295 && String(number) === key ? number : key);
      this.#value(value[key]);
    }
    return keys.length;
  }

  #array(value: any[]): void {
    const length = value.length;
    const keys = Object.keys(value);
    // Where elements are missing, those that are there are members.
    const isDense = length === 0 || keys[length - 1] === String(length - 1);
    this.#tag(isDense ? "A" : "a");
    this.#varint(length);
    for (let i = 0; isDense && i < length; i++) this.#value(value[i]);
    const count = this.#members(value, isDense ? keys.slice(length) : keys);
    this.#tag(isDense ? "$" : "@");
    this.#varint(count);
    this.#varint(length);
  }

  #regexp(value: RegExp): void {
    this.#tag("R");
    this.#text(value.source);
    let bits = 0;
    for (const flag of value.flags) bits += 2 ** regexpFlags.indexOf(flag);
    this.#varint(bits);
  }

  #map(value: Map<any, any>): void {
    this.#tag(";");
    const entries = [...value];
    for (const [key, item] of entries) {
      this.#value(key);
      this.#value(item);
    }
    this.#tag(":");
    this.#varint(entries.length * 2);
  }

  #set(value: Set<any>): void {
    this.#tag("'");
    const items = [...value];
    for (const item of items) this.#value(item);
    this.#tag(",");
    this.#varint(items.length);
  }

  #error(value: any): void {
    this.#tag("r");
    const letter = errorLetters.get(String(value.name));
    if (letter !== undefined) this.#tag(letter);
    if (Object.hasOwn(value, "message")) {
      this.#tag("m");
      this.#text(String(value.message));
    }
    if (typeof value.stack === "string") {
      this.#tag("s");
      this.#text(value.stack);
    }
    if (Object.hasOwn(value, "cause")) {
      this.#tag("c");
      this.#value(value.cause);
    }
    this.#tag(".");
  }

  #view(value: any): void {
    let type = Buffer.isBuffer(value) ? BUFFER : viewTypes.findIndex((one) => value instanceof one);
    if (type < 0) type = 1;
    this.#tag("\\");
    this.#varint(0);
    this.#varint(type);
    this.#varint(value.byteLength);
    this.#raw(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
}

class Reader {
  #bytes: any;
  #at = 0;
  #objects: any[] = [];

  constructor(bytes: any) {
    this.#bytes = bytes;
  }

  message(): any {
    if (this.#bytes[0] !== 0xff || this.#bytes[1] < 13 || this.#bytes[1] > 15) throw this.#failure();
    this.#at = 2;
    return this.#value();
  }

  #failure(): Error {
    return new Error("Unable to deserialize cloned data.");
  }

  #byte(): number {
    if (this.#at >= this.#bytes.length) throw this.#failure();
    return this.#bytes[this.#at++];
  }

  #tag(): string {
    let byte = this.#byte();
    while (byte === 0) byte = this.#byte();
    return String.fromCharCode(byte);
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  #raw(count: number): any {
    if (this.#at + count > this.#bytes.length) throw this.#failure();
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  #double(): number {
    return this.#raw(8).readDoubleLE(0);
  }

  #bigint(): bigint {
    const bits = this.#varint();
    const digits = Buffer.from(this.#raw((bits - bits % 2) / 2)).reverse().toString("hex");
    const value = BigInt("0x" + (digits || "0"));
    return bits % 2 === 1 ? -value : value;
  }

  #text(tag: string): string {
    const bytes: any = this.#raw(this.#varint());
    if (tag === '"') return bytes.toString("latin1");
    if (tag === "c") return bytes.toString("utf16le");
    if (tag === "S") return bytes.toString("utf8");
    throw this.#failure();
  }

  /// Notes an object, so that what follows can refer to it.
  #note(object: any): any {
    this.#objects.push(object);
    return object;
  }

  #value(): any {
    return this.#valueOf(this.#tag());
  }

  #valueOf(tag: string): any {
    switch (tag) {
      case "_": case "-": return undefined;
      case "0": return null;
      case "T": return true;
      case "F": return false;
      case "I": {
        const number = this.#varint();
        return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
      }
      case "U": return this.#varint();
      case "N": return this.#double();
      case "Z": return this.#bigint();
      case '"': case "c": case "S": return this.#text(tag);
      case "^": return this.#objects[this.#varint()];
      case "D": return this.#note(new Date(this.#double()));
      case "y": return this.#note(Object(true));
      case "x": return this.#note(Object(false));
      case "n": return this.#note(Object(this.#double()));
      case "z": return this.#note(Object(this.#bigint()));
      case "s": return this.#note(Object(this.#text(this.#tag())));
      case "B": return this.#note(new Uint8Array(this.#raw(this.#varint())).buffer);
      case "\\": return this.#view();
      case "R": return this.#regexp();
      case "o": return this.#members(this.#note({}), "{", 1);
      case "a": {
        const array: any[] = this.#note(new Array(this.#varint()));
        return this.#members(array, "@", 2);
      }
      case "A": return this.#array();
      case ";": return this.#map();
      case "'": return this.#set();
      case "r": return this.#error();
      default: throw this.#failure();
    }
  }

  /// Members up to a tag, behind which so many numbers are that say what was read.
  #members(object: any, end: string, numbers: number): any {
    for (;;) {
      const tag = this.#tag();
      if (tag === end) break;
      const key: any = this.#valueOf(tag);
      const value: any = this.#value();
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    }
    for (let i = 0; i < numbers; i++) this.#varint();
    return object;
  }

  #array(): any {
    const length = this.#varint();
    const array: any[] = this.#note(new Array(length));
    for (let i = 0; i < length; i++) {
      const tag = this.#tag();
      if (tag !== "-") array[i] = this.#valueOf(tag);
    }
    return this.#members(array, "$", 2);
  }

  #regexp(): any {
    const source = this.#text(this.#tag());
    const bits = this.#varint();
    let flags = "";
    for (let i = 0; i < regexpFlags.length; i++) if (bits & (1 << i)) flags += regexpFlags[i];
    return this.#note(new RegExp(source, flags));
  }

  #map(): any {
    const map: any = this.#note(new Map());
    for (let tag = this.#tag(); tag !== ":"; tag = this.#tag()) {
      const key: any = this.#valueOf(tag);
      map.set(key, this.#value());
    }
    this.#varint();
    return map;
  }

  #set(): any {
    const set: any = this.#note(new Set());
    for (let tag = this.#tag(); tag !== ","; tag = this.#tag()) set.add(this.#valueOf(tag));
    this.#varint();
    return set;
  }

  #error(): any {
    const id = this.#objects.push(undefined) - 1;
    let type: any = Error;
    let message: string | undefined;
    let stack: string | undefined;
    let options: any;
    for (let tag = this.#tag(); tag !== "."; tag = this.#tag()) {
      if (tag === "m") message = this.#text(this.#tag());
      else if (tag === "s") stack = this.#text(this.#tag());
      else if (tag === "c") options = { cause: this.#value() };
      else if (errorTypes[tag] !== undefined) type = errorTypes[tag];
      else throw this.#failure();
    }
    const error: any = new type(message, options);
    Object.defineProperty(error, "stack", { value: stack, writable: true, enumerable: false, configurable: true });
    this.#objects[id] = error;
    return error;
  }

  /// A view of bytes, or an object that Node copied.
  #view(): any {
    const id = this.#objects.push(undefined) - 1;
    let result: any;
    if (this.#varint() !== 0) {
      result = this.#value();
    } else {
      const type = this.#varint();
      const bytes = this.#raw(this.#varint());
      const constructor: any = viewTypes[type];
      if (constructor === undefined) throw this.#failure();
      const copy = new Uint8Array(bytes).buffer;
      if (type === BUFFER) result = Buffer.from(copy);
      else if (type === DATA_VIEW) result = new DataView(copy);
      else result = new constructor(copy);
    }
    this.#objects[id] = result;
    return result;
  }
}

/// A message as bytes, its length before it.
export function encodeMessage(message: any): any {
  return new Writer().finish(message);
}

/// The message that was encoded, behind its length.
export function decodeMessage(bytes: any): any {
  return new Reader(bytes).message();
}
