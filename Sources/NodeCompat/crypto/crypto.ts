/// `node:crypto` (https://nodejs.org/api/crypto.html) over OpenSSL's libcrypto, which only programs that import this module
/// contain.
// @optimize size
import { cryptoEqual, cryptoNames } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";
import { cryptoObject } from "../prelude/web-crypto.ts";
import { callable, isBinary, requireLibrary } from "./crypto-arguments.ts";
import {
  diffieHellman, generateKeyPair, generateKeyPairSync, privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt,
} from "./crypto-asymmetric.ts";
import {
  Cipheriv as CipherivClass, createCipheriv, createDecipheriv, Decipheriv as DecipherivClass, getCipherInfo, getCiphers,
} from "./crypto-cipher.ts";
import { constants } from "./crypto-constants.ts";
import { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync } from "./crypto-derive.ts";
import { createECDH, ECDH as EcdhClass } from "./crypto-ecdh.ts";
import { createHash, createHmac, getHashes, hash, Hash as HashClass, Hmac as HmacClass, sortedNames } from "./crypto-hash.ts";
import { createPrivateKey, createPublicKey } from "./crypto-key-pairs.ts";
import { createSecretKey, generateKey, generateKeySync, KeyObject } from "./crypto-keys.ts";
import { checkPrime, checkPrimeSync, generatePrime, generatePrimeSync } from "./crypto-prime.ts";
import {
  getRandomValues, randomBytes, randomFill, randomFillSync, randomInt, randomUUID, randomUUIDv7,
} from "./crypto-random.ts";
import { createSign, createVerify, sign, Sign as SignClass, verify, Verify as VerifyClass } from "./crypto-sign.ts";

export {
  checkPrime, checkPrimeSync, constants, createCipheriv, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, createSecretKey,
  createSign, createVerify, diffieHellman, generateKey, generateKeyPair, generateKeyPairSync, generateKeySync, generatePrime,
  generatePrimeSync,
  getCipherInfo, getCiphers, getHashes, getRandomValues, hash, hkdf, hkdfSync, KeyObject, pbkdf2, pbkdf2Sync,
  privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt, randomBytes, randomFill, randomFillSync, randomInt,
  randomUUID, randomUUIDv7, scrypt, scryptSync, sign, verify,
};

export const Cipheriv: any = callable("Cipheriv", CipherivClass);
export const Decipheriv: any = callable("Decipheriv", DecipherivClass);
export const ECDH: any = callable("ECDH", EcdhClass);
export const Hash: any = callable("Hash", HashClass);
export const Hmac: any = callable("Hmac", HmacClass);
export const Sign: any = callable("Sign", SignClass);
export const Verify: any = callable("Verify", VerifyClass);

export const webcrypto: any = cryptoObject();

/// `crypto.timingSafeEqual`
export function timingSafeEqual(buf1: any, buf2: any): boolean {
  checkBytes(buf1, "buf1");
  checkBytes(buf2, "buf2");
  if (buf1.byteLength !== buf2.byteLength) {
    const message = "Input buffers must have the same byte length";
    throw codedError(new RangeError(message), "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH");
  }
  return cryptoEqual(buf1, buf2);
}

function checkBytes(value: any, name: string): void {
  if (isBinary(value)) return;
  const message = 'The "' + name + '" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.';
  throw codedError(new TypeError(message), "ERR_INVALID_ARG_TYPE");
}

let curveNames: string[] | undefined;

/// `crypto.getCurves`
export function getCurves(): string[] {
  if (curveNames === undefined) {
    requireLibrary();
    curveNames = sortedNames(cryptoNames(2));
  }
  return curveNames.slice();
}

/// `crypto.getFips`
export function getFips(): number { return 0; }

/// `crypto.setFips`
export function setFips(enabled: any): void {
  if (enabled) throw codedError(new Error("Cannot set FIPS mode in a non-FIPS build."), "ERR_CRYPTO_FIPS_UNAVAILABLE");
}

/// `crypto.secureHeapUsed`
export function secureHeapUsed(): any { return { total: 0, used: 0, utilization: NaN, min: 2 }; }

/// What is not there yet says so when it is used.
function missing(name: string): any {
  return function (): never {
    throw new Error("crypto." + name + " is not supported yet");
  };
}

export const Certificate: any = missing("Certificate");
export const DiffieHellman: any = missing("DiffieHellman");
export const DiffieHellmanGroup: any = missing("DiffieHellmanGroup");
export const X509Certificate: any = missing("X509Certificate");
export const argon2: any = missing("argon2");
export const argon2Sync: any = missing("argon2Sync");
export const createDiffieHellman: any = missing("createDiffieHellman");
export const createDiffieHellmanGroup: any = missing("createDiffieHellmanGroup");
export const decapsulate: any = missing("decapsulate");
export const encapsulate: any = missing("encapsulate");
export const getDiffieHellman: any = missing("getDiffieHellman");
export const setEngine: any = missing("setEngine");
export const subtle: any = webcrypto.subtle;

/// Adds the old names, which are not enumerable.
function complete(object: any): any {
  for (const name of ["prng", "pseudoRandomBytes", "rng"]) {
    Object.defineProperty(object, name, { value: randomBytes, configurable: true, writable: true });
  }
  return object;
}

export default complete({
  Certificate, Cipheriv, Decipheriv, DiffieHellman, DiffieHellmanGroup, ECDH, Hash, Hmac, KeyObject, Sign, Verify,
  X509Certificate, argon2, argon2Sync, checkPrime, checkPrimeSync, constants, createCipheriv, createDecipheriv,
  createDiffieHellman, createDiffieHellmanGroup, createECDH, createHash, createHmac, createPrivateKey, createPublicKey,
  createSecretKey, createSign, createVerify, decapsulate, diffieHellman, encapsulate, generateKey, generateKeyPair,
  generateKeyPairSync, generateKeySync, generatePrime, generatePrimeSync, getCipherInfo, getCiphers, getCurves,
  getDiffieHellman, getFips, getHashes, getRandomValues, hash, hkdf, hkdfSync, pbkdf2, pbkdf2Sync, privateDecrypt,
  privateEncrypt, publicDecrypt, publicEncrypt, randomBytes, randomFill, randomFillSync, randomInt,
  randomUUID, randomUUIDv7, scrypt, scryptSync, secureHeapUsed, setEngine, setFips, sign, subtle, timingSafeEqual, verify,
  webcrypto,
});
