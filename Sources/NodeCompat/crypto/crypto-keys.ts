/// Keys as objects (https://nodejs.org/api/crypto.html#class-keyobject).
// @optimize size
import { binaryByteLength, bufferDecode, bufferNew, cryptoEqual, cryptoKeyEqual, cryptoRandom } from "polyglot:runtime";
import { BASE64URL } from "../prelude/buffer-encodings.ts";
import { setTag } from "../prelude/class-support.ts";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateFunction, validateInteger, validateObject, validateOneOf, validateString } from "../prelude/validators.ts";
import { bytesOf, copyOf, INT32_MAX, isBinary } from "./crypto-arguments.ts";

export const KEYS = "of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey";

/// Gives what a key object holds: the bytes of a secret key, or an engine; undefined for other values.
let heldBy: (value: any) => any;

/// What a key object holds; undefined for other values.
export function handleOf(value: any): any { return heldBy(value); }

/// `crypto.KeyObject`
export class KeyObject {
  /// The bytes of a secret key, or an engine.
  #handle: any;
  #type: string;

  constructor(type: any, handle: any) {
    if (type !== "secret" && type !== "public" && type !== "private") throw invalidValue("type", type, "is invalid");
    if (handle === null || typeof handle !== "object") throw invalidType("handle", "of type object", handle);
    this.#type = type;
    this.#handle = handle;
  }

  get type(): string { return this.#type; }

  static from(key: any): KeyObject { throw invalidType("key", "an instance of CryptoKey", key); }

  equals(otherKeyObject: any): boolean {
    if (!(otherKeyObject instanceof KeyObject)) throw invalidType("otherKeyObject", "an instance of KeyObject", otherKeyObject);
    if (otherKeyObject.#type !== this.#type) return false;
    if (this.#type === "secret") return cryptoEqual(this.#handle, otherKeyObject.#handle);
    return cryptoKeyEqual(this.#handle, otherKeyObject.#handle);
  }

  static {
    heldBy = (value: any) => (value !== null && typeof value === "object" && #handle in value ? value.#handle : undefined);
  }
}
setTag(KeyObject.prototype, "KeyObject");

/// The class of keys that `createSecretKey` makes.
export class SecretKeyObject extends KeyObject {
  get symmetricKeySize(): number { return binaryByteLength(heldBy(this)); }

  export(options?: any): any {
    const bytes: any = heldBy(this);
    if (options !== undefined) {
      validateObject(options, "options");
      validateOneOf(options.format, "options.format", [undefined, "buffer", "jwk"]);
      if (options.format === "jwk") return { kty: "oct", k: bufferDecode(bytes, BASE64URL, 0, binaryByteLength(bytes)) };
    }
    return Buffer.from(bytes);
  }
}

/// ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE
export function wrongKeyType(type: string, expected: string): any {
  const message = "Invalid key object type " + type + ", expected " + expected + ".";
  return codedError(new TypeError(message), "ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE");
}

/// The bytes of a key that is given as text, bytes or an object; otherwise ERR_INVALID_ARG_TYPE.
export function secretOf(key: any, options?: any): any {
  const encoding: any = options !== undefined && options !== null && typeof options.encoding === "string" ? options.encoding : undefined;
  const bytes: any = heldBy(key);
  if (bytes === undefined) return bytesOf(key, "key", encoding, KEYS);
  if (key.type !== "secret") {
    throw wrongKeyType(key.type, "secret");
  }
  return bytes;
}

/// The same for a key that HKDF calls its input.
export function inputKeyOf(key: any): any {
  const bytes: any = heldBy(key);
  const expected = "of type string or an instance of SecretKeyObject, ArrayBuffer, TypedArray, DataView, or Buffer";
  return bytes === undefined ? bytesOf(key, "ikm", undefined, expected) : secretOf(key);
}

/// `crypto.createSecretKey`
export function createSecretKey(key: any, encoding?: any): SecretKeyObject {
  if (typeof key !== "string" && !isBinary(key)) {
    throw invalidType("key", "an instance of ArrayBuffer, Buffer, TypedArray, or DataView", key);
  }
  return new SecretKeyObject("secret", copyOf(bytesOf(key, "key", encoding)));
}

/// The number of bytes of a key that is to be generated.
function generatedSize(type: any, options: any): number {
  validateString(type, "type");
  validateObject(options, "options");
  const length: any = options.length;
  if (type === "hmac") validateInteger(length, "options.length", 8, INT32_MAX);
  else if (type === "aes") validateOneOf(length, "options.length", [128, 192, 256]);
  else throw invalidValue("type", type, "must be a supported key type");
  return Math.floor(length / 8);
}

/// `crypto.generateKeySync`
export function generateKeySync(type: string, options: { length: number }): SecretKeyObject {
  const size = generatedSize(type, options);
  const bytes: any = bufferNew(size);
  cryptoRandom(bytes, 0, size, undefined);
  return new SecretKeyObject("secret", bytes);
}

/// `crypto.generateKey`
export function generateKey(type: any, options: any, callback: any): void {
  const done = typeof options === "function" ? options : callback;
  const size = generatedSize(type, typeof options === "function" ? undefined : options);
  validateFunction(done, "callback");
  const bytes: any = bufferNew(size);
  cryptoRandom(bytes, 0, size, (): void => done(undefined, new SecretKeyObject("secret", bytes)));
}
