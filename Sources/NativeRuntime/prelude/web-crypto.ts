/// The global `crypto` (https://w3c.github.io/webcrypto/), of which there are the random numbers.
// @optimize size
import { binaryByteLength, binaryKind, bufferNew, cryptoRandom } from "polyglot:runtime";
import { makeEnumerable, setTag } from "./class-support.ts";
import { illegalConstructor, invalidThis, systemError } from "./node-errors.ts";
import { validateBoolean, validateObject } from "./validators.ts";

const exceptionConstructor: any = DOMException;

/// Fills bytes of a view or buffer.
export function fillRandom(target: any, offset: number, size: number): void {
  const error = cryptoRandom(target, offset, size, undefined);
  if (error !== 0) throw systemError(error, "getrandom");
}

const UUID_BATCH = 128;
let uuidPool: any;
let uuidOffset = 16 * UUID_BATCH;
let digits: string[] | undefined;

function uuidText(bytes: any, start: number, version: number): string {
  if (digits === undefined) {
    digits = [];
    for (let i = 0; i < 256; i++) digits.push((i + 256).toString(16).slice(1));
  }
  const d: string[] = digits;
  return d[bytes[start]] + d[bytes[start + 1]] + d[bytes[start + 2]] + d[bytes[start + 3]] + "-" +
    d[bytes[start + 4]] + d[bytes[start + 5]] + "-" +
    d[(bytes[start + 6] & 0x0f) | (version << 4)] + d[bytes[start + 7]] + "-" +
    d[(bytes[start + 8] & 0x3f) | 0x80] + d[bytes[start + 9]] + "-" +
    d[bytes[start + 10]] + d[bytes[start + 11]] + d[bytes[start + 12]] + d[bytes[start + 13]] + d[bytes[start + 14]] + d[bytes[start + 15]];
}

/// `crypto.randomUUID`: the text of a UUID with fresh random bytes, the first six of version 7 being the time.
export function randomUuid(options: any, version: number): string {
  if (options !== undefined) validateObject(options, "options");
  const unbuffered: any = options === undefined ? undefined : options.disableEntropyCache;
  if (unbuffered !== undefined) validateBoolean(unbuffered, "options.disableEntropyCache");
  let bytes: any = uuidPool;
  let start = uuidOffset;
  if (unbuffered === true) {
    bytes = bufferNew(16);
    fillRandom(bytes, 0, 16);
    start = 0;
  } else {
    if (bytes === undefined) uuidPool = bytes = bufferNew(16 * UUID_BATCH);
    if (start === 16 * UUID_BATCH) {
      fillRandom(bytes, 0, 16 * UUID_BATCH);
      start = 0;
    }
    uuidOffset = start + 16;
  }
  if (version === 7) {
    let rest = Date.now();
    for (let i = 5; i >= 0; i--) {
      bytes[start + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  const text = uuidText(bytes, start, version);
  for (let i = 0; i < 16; i++) bytes[start + i] = 0;
  return text;
}

/// `crypto.getRandomValues`
export function getRandomValues(array: any): any {
  const tag = binaryKind(array) === 1 ? array[Symbol.toStringTag] : "";
  if (tag === "" || tag.startsWith("Float")) {
    throw new exceptionConstructor("The data argument must be an integer-type TypedArray", "TypeMismatchError");
  }
  const size = binaryByteLength(array);
  if (size > 65536) {
    throw new exceptionConstructor("The requested length exceeds 65,536 bytes", "QuotaExceededError");
  }
  fillRandom(array, 0, size);
  return array;
}

/// Lets the one object be made.
const token: any = {};
let isCrypto: (value: any) => boolean;

/// What is missing says so when it is used.
const unsupported: any = new Proxy({}, {
  get(_target: any, name: any): any {
    if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
    return (): never => {
      throw new Error("crypto.subtle." + name + " is not supported yet");
    };
  },
});

/// The class of the global.
class Crypto {
  #mark = 0;

  constructor(key?: any) {
    if (key !== token) throw illegalConstructor();
  }

  get subtle(): any {
    check(this);
    return unsupported;
  }

  getRandomValues(array: any): any {
    check(this);
    return getRandomValues(array);
  }

  randomUUID(options?: any): string {
    check(this);
    return randomUuid(options, 4);
  }

  static {
    isCrypto = (value: any) => value !== null && typeof value === "object" && #mark in value;
  }
}
makeEnumerable(Crypto.prototype, ["subtle", "getRandomValues", "randomUUID"]);
setTag(Crypto.prototype, "Crypto");

function check(value: any): void {
  if (!isCrypto(value)) throw invalidThis("Crypto");
}

let instance: any;

/// The value of the global.
export function cryptoObject(): any { return instance ??= new Crypto(token); }
