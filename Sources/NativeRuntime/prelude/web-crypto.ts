/// The global `crypto` (https://w3c.github.io/webcrypto/), of which there are the random numbers.
// @optimize size
import { binaryByteLength, binaryKind, cryptoRandom, cryptoUuid } from "polyglot:runtime";
import { makeEnumerable, setTag } from "./class-support.ts";
import { illegalConstructor, invalidThis, systemError } from "./node-errors.ts";
import { validateBoolean, validateObject } from "./validators.ts";

const exceptionConstructor: any = DOMException;

/// Fills bytes of a view or buffer.
export function fillRandom(target: any, offset: number, size: number): void {
  const error = cryptoRandom(target, offset, size, undefined);
  if (error !== 0) throw systemError(error, "getrandom");
}

/// `crypto.randomUUID`: the text of a UUID of version 4, or of version 7 with a time (negative: none).
export function randomUuid(options: any, time: number): string {
  let isCached = true;
  if (options !== undefined) {
    validateObject(options, "options");
    const unbuffered: any = options.disableEntropyCache;
    if (unbuffered !== undefined) validateBoolean(unbuffered, "options.disableEntropyCache");
    isCached = unbuffered !== true;
  }
  const text: any = cryptoUuid(isCached, time);
  if (typeof text === "number") throw systemError(text, "getrandom");
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
    return randomUuid(options, -1);
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
