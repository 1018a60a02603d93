/// Signatures (https://nodejs.org/api/crypto.html#class-sign).
// @optimize size
import { cryptoDigest, cryptoErrors, cryptoHashNew, cryptoSign, cryptoUpdate, cryptoVerify } from "polyglot:runtime";
import { UNKNOWN } from "../prelude/buffer-encodings.ts";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateFunction, validateString } from "../prelude/validators.ts";
import {
  bytesOf, checkedDataEncoding, invalidDigest, isView, libraryError, requireLibrary, resultEncoding, VIEWS,
} from "./crypto-arguments.ts";
import { engineOf } from "./crypto-key-pairs.ts";
import { Writable } from "./stream-writable.ts";

/// What stands for an option that was not given; src/crypto/sign.c has the same number.
const NONE = -1000;

function option(options: any, name: string): number {
  const value: any = options[name];
  if (value === undefined) return NONE;
  if (value !== (value | 0)) throw invalidValue("options." + name, value, "is invalid");
  return value;
}

/// Padding, length of the salt, whether r and s stand behind each other; whether the data are a digest, and a signature.
function optionsOf(key: any, isDigest: boolean, signature: any): any[] {
  if (key === null || typeof key !== "object") return [NONE, NONE, false, isDigest, signature];
  const encoding: any = key.dsaEncoding;
  if (encoding !== undefined && encoding !== "der" && encoding !== "ieee-p1363") {
    throw invalidValue("options.dsaEncoding", encoding, "is invalid");
  }
  return [option(key, "padding"), option(key, "saltLength"), encoding === "ieee-p1363", isDigest, signature];
}

function keyRequired(): any {
  return codedError(new Error("No key provided to sign"), "ERR_CRYPTO_SIGN_KEY_REQUIRED");
}

/// What hashes the data of signatures under way.
class SignatureBase {
  protected algorithm: string;
  #engine: any;

  constructor(algorithm: any, options: any) {
    validateString(algorithm, "algorithm");
    requireLibrary();
    this.algorithm = algorithm;
    this.#engine = cryptoHashNew(algorithm, -1);
    if (this.#engine === undefined) {
      cryptoErrors();
      throw codedError(new TypeError("Invalid digest"), "ERR_CRYPTO_INVALID_DIGEST");
    }
    (Writable as any).call(this, options);
  }

  _write(chunk: any, encoding: any, callback: any): void {
    this.update(chunk, encoding);
    callback();
  }

  update(data: any, encoding?: any): this {
    let number = 0;
    if (typeof data === "string") number = checkedDataEncoding(data, encoding);
    else if (!isView(data)) throw invalidType("data", VIEWS, data);
    if (!cryptoUpdate(this.#engine, data, number)) throw notInitialised();
    return this;
  }

  protected digest(): any {
    const digest: any = cryptoDigest(this.#engine, UNKNOWN);
    if (digest === undefined) throw notInitialised();
    return digest;
  }
}
Object.setPrototypeOf(SignatureBase.prototype, Writable.prototype);
Object.setPrototypeOf(SignatureBase, Writable as any);

function notInitialised(): any { return codedError(new Error("Not initialised"), "ERR_CRYPTO_INVALID_STATE"); }

/// `crypto.Sign`
export class Sign extends SignatureBase {
  constructor(algorithm: any, options?: any) { super(algorithm, options); }

  sign(privateKey: any): Buffer;
  sign(privateKey: any, outputEncoding: string): string;
  sign(privateKey: any, outputEncoding?: any): any {
    if (!privateKey) throw keyRequired();
    const options = optionsOf(privateKey, true, undefined);
    const engine: any = engineOf(privateKey, true);
    const signature: any = cryptoSign(engine, this.algorithm, this.digest(), options, undefined);
    if (signature === undefined) throw libraryError("Signing failed", true);
    return resultEncoding(outputEncoding) === UNKNOWN ? signature : signature.toString(outputEncoding);
  }
}

/// `crypto.Verify`
export class Verify extends SignatureBase {
  constructor(algorithm: any, options?: any) { super(algorithm, options); }

  verify(key: any, signature: any, encoding?: any): boolean {
    const engine: any = engineOf(key, false);
    const options = optionsOf(key, true, bytesOf(signature, "signature", encoding));
    return cryptoVerify(engine, this.algorithm, this.digest(), options, undefined);
  }
}

/// `crypto.createSign`
export function createSign(algorithm: string, options?: any): Sign { return new Sign(algorithm, options); }

/// `crypto.createVerify`
export function createVerify(algorithm: string, options?: any): Verify { return new Verify(algorithm, options); }

/// The digest of a signature of all its data; those of some keys have none.
function checkAlgorithm(algorithm: any): any {
  if (algorithm === undefined || algorithm === null) return undefined;
  validateString(algorithm, "algorithm");
  return algorithm;
}

/// `crypto.sign`
export function sign(algorithm: any, data: any, key: any, callback?: any): any {
  const digest: any = checkAlgorithm(algorithm);
  if (callback !== undefined) validateFunction(callback, "callback");
  const bytes: any = bytesOf(data, "data");
  if (!key) throw keyRequired();
  const options = optionsOf(key, false, undefined);
  const engine: any = engineOf(key, true);
  const completion = (signature: any): void => {
    if (signature === undefined) callback(libraryError("Signing failed"));
    else callback(null, signature);
  };
  const result: any = cryptoSign(engine, digest, bytes, options, callback === undefined ? undefined : completion);
  if (result === null) throw invalidDigest(digest);
  if (result === undefined) throw libraryError("Signing failed", true);
  return callback === undefined ? result : undefined;
}

/// `crypto.verify`
export function verify(algorithm: any, data: any, key: any, signature: any, callback?: any): any {
  const digest: any = checkAlgorithm(algorithm);
  if (callback !== undefined) validateFunction(callback, "callback");
  const bytes: any = bytesOf(data, "data");
  const sought: any = bytesOf(signature, "signature");
  const options = optionsOf(key, false, sought);
  const engine: any = engineOf(key, false);
  const completion = (isValid: boolean): void => callback(null, isValid);
  const result: any = cryptoVerify(engine, digest, bytes, options, callback === undefined ? undefined : completion);
  if (result === null) throw invalidDigest(digest);
  return callback === undefined ? result : undefined;
}
