/// Symmetric ciphers (https://nodejs.org/api/crypto.html#class-cipheriv).
// @optimize size
import {
  cryptoCipherFinal, cryptoCipherInfo, cryptoCipherNew, cryptoCipherSetData, cryptoCipherSetPadding, cryptoCipherSetTag,
  cryptoCipherTag, cryptoCipherUpdate, cryptoNames,
} from "polyglot:runtime";
import { UNKNOWN } from "../prelude/buffer-encodings.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { validateInteger, validateObject, validateString } from "../prelude/validators.ts";
import { StringDecoder } from "./string_decoder.ts";
import {
  bytesOf, checkedDataEncoding, INT32_MAX, invalidKeyLength, invalidState, isView, libraryError, requireLibrary,
  resultEncoding, UINT32_MAX, VIEWS,
} from "./crypto-arguments.ts";
import { sortedNames } from "./crypto-hash.ts";
import { secretOf } from "./crypto-keys.ts";
import { LazyTransform } from "./crypto-stream.ts";

/// The numbers of src/crypto/cipher.c.
const enum Problem {
  okay, unknownCipher, invalidKeyLength, invalidIv, tagLengthRequired, invalidTagLength, invalidState, unsupportedState,
  notAuthentic, libraryError, lengthRequired, tooLong,
}

/// The error of a problem; `detail` is what it needs to say.
function errorOf(problem: number, detail: any): any {
  switch (problem) {
    case Problem.unknownCipher: return codedError(new Error("Unknown cipher"), "ERR_CRYPTO_UNKNOWN_CIPHER");
    case Problem.invalidKeyLength: return invalidKeyLength();
    case Problem.invalidIv: return codedError(new TypeError("Invalid initialization vector"), "ERR_CRYPTO_INVALID_IV");
    case Problem.tagLengthRequired:
      return codedError(new TypeError("authTagLength required for " + detail), "ERR_CRYPTO_INVALID_AUTH_TAG");
    case Problem.invalidTagLength:
      return codedError(new TypeError("Invalid authentication tag length: " + detail), "ERR_CRYPTO_INVALID_AUTH_TAG");
    case Problem.invalidState:
      if (detail === "") return codedError(new Error("Invalid state"), "ERR_CRYPTO_INVALID_STATE");
      return invalidState(detail);
    case Problem.notAuthentic: return new Error("Unsupported state or unable to authenticate data");
    case Problem.libraryError: return libraryError("Unsupported state", true);
    case Problem.lengthRequired:
      return codedError(new TypeError("options.plaintextLength required for CCM mode with AAD"), "ERR_MISSING_ARGS");
    case Problem.tooLong: return codedError(new Error("Invalid message length"), "ERR_CRYPTO_INVALID_MESSAGELEN");
    default: return new Error("Trying to add data in unsupported state");
  }
}

/// What ciphers and deciphers have in common.
class CipherBase extends LazyTransform {
  /// Holds back what is part of a character, or of three bytes that become four digits.
  declare _decoder: any;
  #engine: any;
  #outputEncoding = UNKNOWN;

  constructor(cipher: any, key: any, iv: any, options: any, isEncryption: boolean) {
    super(options);
    validateString(cipher, "cipher");
    const secret: any = secretOf(key, options);
    const vector: any = iv === null ? undefined : bytesOf(iv, "iv");
    const length: any = options === undefined || options === null ? undefined : options.authTagLength;
    if (length !== undefined && length !== null) validateInteger(length, "options.authTagLength", 0, INT32_MAX);
    requireLibrary();
    const engine: any = cryptoCipherNew(cipher, secret, vector, isEncryption, length ?? -1);
    if (typeof engine === "number") throw errorOf(engine, engine === Problem.tagLengthRequired ? cipher : length);
    this.#engine = engine;
    this._decoder = null;
  }

  _transform(chunk: any, encoding: any, callback: any): void {
    (this as any).push(this.update(chunk, encoding));
    callback();
  }

  _flush(callback: any): void {
    try {
      (this as any).push(this.final());
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  }

  update(data: any, inputEncoding?: any, outputEncoding?: any): any {
    let number = 0;
    if (typeof data === "string") number = checkedDataEncoding(data, inputEncoding);
    else if (!isView(data)) throw invalidType("data", VIEWS, data);
    const result: any = cryptoCipherUpdate(this.#engine, data, number);
    if (typeof result === "number") throw errorOf(result, "update");
    return resultEncoding(outputEncoding) === UNKNOWN ? result : this.#decoderOf(outputEncoding).write(result);
  }

  final(outputEncoding?: any): any {
    const result: any = cryptoCipherFinal(this.#engine);
    if (typeof result === "number") throw errorOf(result, "");
    return resultEncoding(outputEncoding) === UNKNOWN ? result : this.#decoderOf(outputEncoding).end(result);
  }

  #decoderOf(encoding: any): any {
    const number = resultEncoding(encoding);
    if (this._decoder === null) {
      this._decoder = new StringDecoder(encoding);
      this.#outputEncoding = number;
    } else if (number !== this.#outputEncoding) {
      throw codedError(
        new Error(
          "Cannot change encoding\nThis is caused by either a bug in Node.js or incorrect usage of Node.js internals.\n" +
          "Please open an issue with this stack trace at https://github.com/nodejs/node/issues\n",
        ),
        "ERR_INTERNAL_ASSERTION",
      );
    }
    return this._decoder;
  }

  setAutoPadding(autoPadding?: any): this {
    if (!cryptoCipherSetPadding(this.#engine, autoPadding === undefined || !!autoPadding)) throw invalidState("setAutoPadding");
    return this;
  }

  setAAD(buffer: any, options?: any): this {
    const bytes: any = bytesOf(buffer, "aadbuf", options?.encoding);
    const length: any = options?.plaintextLength;
    if (length !== undefined && length !== null) validateInteger(length, "options.plaintextLength", 0, INT32_MAX);
    const problem = cryptoCipherSetData(this.#engine, bytes, length ?? -1);
    if (problem !== Problem.okay) throw errorOf(problem, "setAAD");
    return this;
  }

  protected tag(): any {
    const tag: any = cryptoCipherTag(this.#engine);
    if (tag === undefined) throw invalidState("getAuthTag");
    return tag;
  }

  protected setTag(tag: any, encoding: any): void {
    const bytes: any = bytesOf(tag, "buffer", encoding);
    const problem = cryptoCipherSetTag(this.#engine, bytes);
    if (problem !== Problem.okay) throw errorOf(problem, problem === Problem.invalidTagLength ? bytes.byteLength : "setAuthTag");
  }
}

/// `crypto.Cipheriv`
export class Cipheriv extends CipherBase {
  constructor(cipher: any, key: any, iv: any, options?: any) { super(cipher, key, iv, options, true); }
  getAuthTag(): Buffer { return this.tag(); }
}

/// `crypto.Decipheriv`
export class Decipheriv extends CipherBase {
  constructor(cipher: any, key: any, iv: any, options?: any) { super(cipher, key, iv, options, false); }

  setAuthTag(buffer: any, encoding?: any): this {
    this.setTag(buffer, encoding);
    return this;
  }
}

/// `crypto.createCipheriv`
export function createCipheriv(cipher: string, key: any, iv: any, options?: any): Cipheriv {
  return new Cipheriv(cipher, key, iv, options);
}

/// `crypto.createDecipheriv`
export function createDecipheriv(cipher: string, key: any, iv: any, options?: any): Decipheriv {
  return new Decipheriv(cipher, key, iv, options);
}

let cipherNames: string[] | undefined;

/// `crypto.getCiphers`
export function getCiphers(): string[] {
  if (cipherNames === undefined) {
    requireLibrary();
    cipherNames = sortedNames(cryptoNames(1).map((name: string) => (name.startsWith("id-") ? name : name.toLowerCase())));
  }
  return cipherNames.slice();
}

/// `crypto.getCipherInfo`
export function getCipherInfo(nameOrNid: any, options?: any): any {
  if (typeof nameOrNid !== "string" && typeof nameOrNid !== "number") {
    throw invalidType("nameOrNid", "of type string or number", nameOrNid);
  }
  if (typeof nameOrNid === "number") validateInteger(nameOrNid, "nameOrNid", -2147483648, INT32_MAX);
  let keyLength: any;
  let ivLength: any;
  if (options !== undefined) {
    validateObject(options, "options");
    keyLength = options.keyLength;
    ivLength = options.ivLength;
    if (keyLength !== undefined) validateInteger(keyLength, "options.keyLength", 0, UINT32_MAX);
    if (ivLength !== undefined) validateInteger(ivLength, "options.ivLength", 0, UINT32_MAX);
  }
  requireLibrary();
  const fields: any = cryptoCipherInfo(nameOrNid, keyLength ?? -1, ivLength ?? -1);
  if (fields === undefined) return undefined;
  const info: any = { mode: fields[0], name: fields[1].toLowerCase(), nid: fields[2] };
  if (fields[0] !== "stream") info.blockSize = fields[3];
  if (fields[4] !== 0) info.ivLength = fields[4];
  info.keyLength = fields[5];
  return info;
}
