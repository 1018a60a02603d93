/// Keys from passwords (https://nodejs.org/api/crypto.html#cryptoscryptpassword-salt-keylen-options-callback).
// @optimize size
import { cryptoDerive, cryptoDigestSize, cryptoErrors } from "polyglot:runtime";
import { codedError, outOfRange } from "../prelude/node-errors.ts";
import { validateFunction, validateInteger, validateString } from "../prelude/validators.ts";
import { bytesOf, INT32_MAX, invalidDigest, invalidKeyLength, libraryError, requireLibrary, UINT32_MAX } from "./crypto-arguments.ts";
import { inputKeyOf } from "./crypto-keys.ts";

// The numbers of src/crypto/derive.c.
const PBKDF2 = 0;
const SCRYPT = 1;
const HKDF = 2;

/// What is to be derived, after all checks.
interface Derivation {
  kind: number;
  secret: any;
  salt: any;
  /// Of HKDF, otherwise undefined.
  info: any;
  /// The size, and what else the function takes.
  parameters: number[];
}

function failure(): any {
  cryptoErrors();
  return new Error("Deriving bits failed");
}

/// Why a derivation could not begin.
function refusal(derivation: Derivation): any {
  if (derivation.kind !== SCRYPT) return failure();
  const error: any = libraryError("");
  const reason = error.message === "" ? "" : ": " + error.message;
  return codedError(new RangeError("Invalid scrypt params" + reason), "ERR_CRYPTO_INVALID_SCRYPT_PARAMS");
}

function deriveNow(d: Derivation): any {
  const result: any = cryptoDerive(d.kind, d.secret, d.salt, d.info, d.parameters, undefined);
  if (result === undefined) throw refusal(d);
  return result;
}

function deriveLater(d: Derivation, callback: any): void {
  const result: any = cryptoDerive(d.kind, d.secret, d.salt, d.info, d.parameters, (bytes: any): void => {
    if (bytes === undefined) callback(failure());
    else callback(null, d.kind === HKDF ? bytes.buffer : bytes);
  });
  if (result === undefined) throw refusal(d);
}

/// A digest that exists; the error is the same for all functions.
function checkDigest(name: string): void {
  if (cryptoDigestSize(name) === 0) throw invalidDigest(name);
}

function preparePbkdf2(password: any, salt: any, iterations: any, keylen: any, digest: any): Derivation {
  validateString(digest, "digest");
  const secret: any = bytesOf(password, "password");
  const bytes: any = bytesOf(salt, "salt");
  validateInteger(iterations, "iterations", 1, INT32_MAX);
  validateInteger(keylen, "keylen", 0, INT32_MAX);
  requireLibrary();
  checkDigest(digest);
  return { kind: PBKDF2, secret, salt: [bytes, digest], info: undefined, parameters: [keylen, iterations] };
}

/// `crypto.pbkdf2Sync`
export function pbkdf2Sync(password: any, salt: any, iterations: number, keylen: number, digest: string): Buffer {
  return deriveNow(preparePbkdf2(password, salt, iterations, keylen, digest));
}

/// `crypto.pbkdf2`
export function pbkdf2(password: any, salt: any, iterations: any, keylen: any, digest: any, callback?: any): void {
  const done = typeof digest === "function" ? digest : callback;
  const derivation = preparePbkdf2(password, salt, iterations, keylen, typeof digest === "function" ? undefined : digest);
  validateFunction(done, "callback");
  deriveLater(derivation, done);
}

/// ERR_INCOMPATIBLE_OPTION_PAIR
function incompatible(first: string, second: string): any {
  const message = 'Option "' + first + '" cannot be used in combination with option "' + second + '"';
  return codedError(new TypeError(message), "ERR_INCOMPATIBLE_OPTION_PAIR");
}

/// An option that has two names.
function option(options: any, short: string, long: string, missing: number): number {
  const value: any = options[short];
  const other: any = options[long];
  if (value !== undefined) validateInteger(value, short, 0, UINT32_MAX);
  if (other !== undefined) {
    if (value !== undefined) throw incompatible(short, long);
    validateInteger(other, long, 0, UINT32_MAX);
  }
  return (value ?? other ?? missing) || missing;
}

function prepareScrypt(password: any, salt: any, keylen: any, options: any): Derivation {
  const secret: any = bytesOf(password, "password");
  const bytes: any = bytesOf(salt, "salt");
  validateInteger(keylen, "keylen", 0, INT32_MAX);
  let cost = 16384;
  let blockSize = 8;
  let parallelization = 1;
  let memory = 33554432;
  if (options !== undefined && options !== null) {
    cost = option(options, "N", "cost", cost);
    blockSize = option(options, "r", "blockSize", blockSize);
    parallelization = option(options, "p", "parallelization", parallelization);
    if (options.maxmem !== undefined) {
      validateInteger(options.maxmem, "maxmem", 0);
      memory = options.maxmem || memory;
    }
  }
  requireLibrary();
  return {
    kind: SCRYPT, secret, salt: [bytes, undefined], info: undefined,
    parameters: [keylen, cost, blockSize, parallelization, memory],
  };
}

/// `crypto.scryptSync`
export function scryptSync(password: any, salt: any, keylen: number, options?: any): Buffer {
  return deriveNow(prepareScrypt(password, salt, keylen, options));
}

/// `crypto.scrypt`
export function scrypt(password: any, salt: any, keylen: any, options: any, callback?: any): void {
  const done = typeof options === "function" ? options : callback;
  const derivation = prepareScrypt(password, salt, keylen, typeof options === "function" ? undefined : options);
  validateFunction(done, "callback");
  deriveLater(derivation, done);
}

function prepareHkdf(digest: any, ikm: any, salt: any, info: any, length: any): Derivation {
  validateString(digest, "digest");
  const secret: any = inputKeyOf(ikm);
  const expected = "of type string or an instance of ArrayBuffer, TypedArray, DataView, or Buffer";
  const bytes: any = bytesOf(salt, "salt", undefined, expected);
  const context: any = bytesOf(info, "info", undefined, expected);
  validateInteger(length, "length", 0, INT32_MAX);
  if (context.byteLength > 1024) throw outOfRange("info", "must not contain more than 1024 bytes", context.byteLength);
  requireLibrary();
  const size = cryptoDigestSize(digest);
  if (size === 0) throw invalidDigest(digest);
  if (length > size * 255) throw invalidKeyLength();
  return { kind: HKDF, secret, salt: [bytes, digest], info: context, parameters: [length] };
}

/// `crypto.hkdfSync`
export function hkdfSync(digest: string, ikm: any, salt: any, info: any, keylen: number): ArrayBuffer {
  return deriveNow(prepareHkdf(digest, ikm, salt, info, keylen)).buffer;
}

/// `crypto.hkdf`
export function hkdf(digest: string, ikm: any, salt: any, info: any, keylen: number, callback: any): void {
  const derivation = prepareHkdf(digest, ikm, salt, info, keylen);
  validateFunction(callback, "callback");
  deriveLater(derivation, callback);
}
