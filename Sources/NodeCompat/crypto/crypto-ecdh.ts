/// Agreeing on secrets by elliptic curves (https://nodejs.org/api/crypto.html#class-ecdh).
// @optimize size
import {
  cryptoEcdhGenerate, cryptoEcdhGet, cryptoEcdhNew, cryptoEcdhSecret, cryptoEcdhSet,
} from "polyglot:runtime";
import { UNKNOWN } from "../prelude/buffer-encodings.ts";
import { codedError } from "../prelude/node-errors.ts";
import { validateString } from "../prelude/validators.ts";
import { bytesOf, requireLibrary, resultEncoding } from "./crypto-arguments.ts";

/// The forms of public keys, by OpenSSL's numbers; the private key is 0.
const PRIVATE = 0;
const COMPRESSED = 2;
const UNCOMPRESSED = 4;
const HYBRID = 6;

function formOf(format: any): number {
  switch (format) {
    case "compressed": return COMPRESSED;
    case "hybrid": return HYBRID;
    case undefined: case null: case "": case "uncompressed": return UNCOMPRESSED;
    default: throw codedError(new TypeError("Invalid ECDH format: " + format), "ERR_CRYPTO_ECDH_INVALID_FORMAT");
  }
}

function failed(message: string): any { return codedError(new Error(message), "ERR_CRYPTO_OPERATION_FAILED"); }

function encode(bytes: any, encoding: any): any {
  return resultEncoding(encoding) === UNKNOWN ? bytes : bytes.toString(encoding);
}

function newSide(curve: any): any {
  validateString(curve, "curve");
  requireLibrary();
  const side: any = cryptoEcdhNew(curve);
  if (side === undefined) throw codedError(new TypeError("Invalid EC curve name"), "ERR_CRYPTO_INVALID_CURVE");
  return side;
}

/// `crypto.ECDH`
export class ECDH {
  #side: any;

  constructor(curve: any) { this.#side = newSide(curve); }

  static convertKey(key: any, curve: any, inputEncoding?: any, outputEncoding?: any, format?: any): any {
    validateString(curve, "curve");
    const bytes: any = bytesOf(key, "key", inputEncoding);
    const form = formOf(format);
    if (bytes.byteLength === 0) return "";
    const side: any = newSide(curve);
    if (!cryptoEcdhSet(side, bytes, false)) throw failed("Failed to convert Buffer to EC_POINT");
    return encode(cryptoEcdhGet(side, form), outputEncoding);
  }

  computeSecret(otherPublicKey: any, inputEncoding?: any, outputEncoding?: any): any {
    const secret: any = cryptoEcdhSecret(this.#side, bytesOf(otherPublicKey, "otherPublicKey", inputEncoding));
    if (secret === 1) throw codedError(new RangeError("Invalid key pair"), "ERR_CRYPTO_INVALID_KEYPAIR");
    if (secret === 2) {
      throw codedError(new Error("Public key is not valid for specified curve"), "ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY");
    }
    return encode(secret, outputEncoding);
  }

  setPrivateKey(key: any, encoding?: any): void {
    if (cryptoEcdhSet(this.#side, bytesOf(key, "key", encoding), true)) return;
    throw codedError(new RangeError("Private key is not valid for specified curve."), "ERR_CRYPTO_INVALID_KEYTYPE");
  }

  setPublicKey(key: any, encoding?: any): void {
    if (!cryptoEcdhSet(this.#side, bytesOf(key, "key", encoding), false)) throw failed("Failed to convert Buffer to EC_POINT");
  }

  getPrivateKey(encoding?: any): any {
    const key: any = cryptoEcdhGet(this.#side, PRIVATE);
    if (key === undefined) throw failed("Failed to get ECDH private key");
    return encode(key, encoding);
  }

  generateKeys(encoding?: any, format?: any): any {
    if (!cryptoEcdhGenerate(this.#side)) throw failed("Failed to generate key");
    return this.getPublicKey(encoding, format);
  }

  getPublicKey(encoding?: any, format?: any): any {
    const form = formOf(format);
    const key: any = cryptoEcdhGet(this.#side, form);
    if (key === undefined) throw failed("Failed to get ECDH public key");
    return encode(key, encoding);
  }
}

/// `crypto.createECDH`
export function createECDH(curve: string): ECDH { return new ECDH(curve); }
