/// Hashes and HMACs (https://nodejs.org/api/crypto.html#class-hash).
// @optimize size
import {
  cryptoDigest, cryptoErrors, cryptoHash, cryptoHashCopy, cryptoHashNew, cryptoHmacNew, cryptoNames, cryptoUpdate,
} from "polyglot:runtime";
import { encodingNumber, UNKNOWN } from "../prelude/buffer-encodings.ts";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateInteger, validateString } from "../prelude/validators.ts";
import {
  checkedDataEncoding, dataEncoding, invalidDigest, isView, libraryError, requireLibrary, resultEncoding,
  UINT32_MAX, VIEWS,
} from "./crypto-arguments.ts";
import { secretOf } from "./crypto-keys.ts";
import { LazyTransform } from "./crypto-stream.ts";

/// ERR_CRYPTO_HASH_FINALIZED
function finalized(): any {
  return codedError(new Error("Digest already called"), "ERR_CRYPTO_HASH_FINALIZED");
}

function outputLengthOf(options: any): number {
  const length: any = options !== null && typeof options === "object" ? options.outputLength : undefined;
  if (length === undefined) return -1;
  validateInteger(length, "options.outputLength", 0, UINT32_MAX);
  return length;
}

/// Adds data to the state of a hash or HMAC.
function add(engine: any, data: any, encoding: any): void {
  let number = 0;
  if (typeof data === "string") number = checkedDataEncoding(data, encoding);
  else if (!isView(data)) throw invalidType("data", VIEWS, data);
  if (!cryptoUpdate(engine, data, number)) throw codedError(new Error("Hash update failed"), "ERR_CRYPTO_HASH_UPDATE_FAILED");
}

/// A value that is asked for again, in another encoding.
function inEncoding(value: any, encoding: any): any {
  if (typeof value === "string") return value;
  const number = resultEncoding(encoding);
  return number === UNKNOWN ? value : value.toString(encoding);
}

/// `crypto.Hash`
export class Hash extends LazyTransform {
  #engine: any;
  #isFinalized = false;

  constructor(algorithm: any, options?: any) {
    super(options);
    const isCopy = algorithm instanceof Hash;
    if (!isCopy) validateString(algorithm, "algorithm");
    const length = outputLengthOf(options);
    requireLibrary();
    this.#engine = isCopy ? cryptoHashCopy(algorithm.#engine, length) : cryptoHashNew(algorithm, length);
    if (this.#engine === undefined) throw libraryError("Digest method not supported");
  }

  copy(options?: any): Hash {
    if (this.#isFinalized) throw finalized();
    return new Hash(this, options);
  }

  _transform(chunk: any, encoding: any, callback: any): void {
    this.update(chunk, encoding);
    callback();
  }

  _flush(callback: any): void {
    (this as any).push(this.digest());
    callback();
  }

  update(data: any, encoding?: any): this {
    if (this.#isFinalized) throw finalized();
    add(this.#engine, data, encoding);
    return this;
  }

  digest(): Buffer;
  digest(outputEncoding: string): string;
  digest(outputEncoding?: any): any {
    if (this.#isFinalized) throw finalized();
    const value: any = cryptoDigest(this.#engine, resultEncoding(outputEncoding));
    if (value === undefined) throw libraryError("Hash digest failed");
    this.#isFinalized = true;
    return value;
  }
}

/// `crypto.Hmac`
export class Hmac extends LazyTransform {
  #engine: any;
  #isFinalized = false;

  constructor(algorithm: any, key: any, options?: any) {
    super(options);
    validateString(algorithm, "hmac");
    const secret: any = secretOf(key, options);
    requireLibrary();
    this.#engine = cryptoHmacNew(algorithm, secret);
    if (this.#engine === undefined) throw invalidDigest(algorithm);
  }

  _transform(chunk: any, encoding: any, callback: any): void {
    this.update(chunk, encoding);
    callback();
  }

  _flush(callback: any): void {
    (this as any).push(this.digest());
    callback();
  }

  update(data: any, encoding?: any): this {
    if (this.#isFinalized) throw finalized();
    add(this.#engine, data, encoding);
    return this;
  }

  digest(): Buffer;
  digest(outputEncoding: string): string;
  digest(outputEncoding?: any): any {
    // A second call gives nothing, for compatibility.
    if (this.#isFinalized) return inEncoding(Buffer.from(""), outputEncoding);
    const value: any = cryptoDigest(this.#engine, resultEncoding(outputEncoding));
    if (value === undefined) throw libraryError("Hash digest failed");
    this.#isFinalized = true;
    return value;
  }
}

/// `crypto.createHash`
export function createHash(algorithm: string, options?: any): Hash { return new Hash(algorithm, options); }

/// `crypto.createHmac`
export function createHmac(hmac: string, key: any, options?: any): Hmac { return new Hmac(hmac, key, options); }

/// `crypto.hash`
export function hash(algorithm: string, input: any, options?: any): any {
  validateString(algorithm, "algorithm");
  if (typeof input !== "string" && !isView(input)) throw invalidType("input", VIEWS, input);
  let outputEncoding: any = "hex";
  let length = -1;
  if (typeof options === "string") {
    outputEncoding = options;
  } else if (options !== undefined) {
    if (options === null || typeof options !== "object") throw invalidType("options", "of type object", options);
    length = outputLengthOf(options);
    if (options.outputEncoding !== undefined) outputEncoding = options.outputEncoding;
    validateString(outputEncoding, "outputEncoding");
  }
  const encoding = outputEncoding === "buffer" ? UNKNOWN : encodingNumber(outputEncoding);
  if (encoding === UNKNOWN && outputEncoding !== "buffer") {
    throw invalidValue("outputEncoding", outputEncoding, "is invalid");
  }
  requireLibrary();
  const value: any = cryptoHash(algorithm, input, dataEncoding(undefined), encoding, length);
  if (value === undefined) throw libraryError("Digest method " + algorithm + " is not supported");
  return value;
}

let hashNames: string[] | undefined;

/// `crypto.getHashes`
export function getHashes(): string[] {
  if (hashNames === undefined) {
    requireLibrary();
    hashNames = sortedNames(cryptoNames(0));
  }
  return hashNames.slice();
}

/// Names once each, by their letters.
export function sortedNames(names: string[]): string[] {
  cryptoErrors();
  return [...new Set(names)].sort();
}

