/// Public and private keys as objects (https://nodejs.org/api/crypto.html#class-keyobject).
// @optimize size
import { cryptoKeyDetails, cryptoKeyPublic, cryptoKeyRead, cryptoKeyWrite } from "polyglot:runtime";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateObject, validateString } from "../prelude/validators.ts";
import { bytesOf, isBinary, libraryError, requireLibrary } from "./crypto-arguments.ts";
import { handleOf, KeyObject, KEYS, wrongKeyType } from "./crypto-keys.ts";

const BYTES = "of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView";

/// The numbers of src/crypto/key.c.
const enum Form { spki, pkcs8, traditional, pkcs1Public }

/// ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS
function incompatible(type: string, keys: string): any {
  const message = "The selected key encoding " + type + " " + keys + ".";
  return codedError(new Error(message), "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS");
}

/// What `asymmetricKeyDetails` shows of a key.
function detailsOf(key: any): any {
  const fields: any[] = cryptoKeyDetails(handleOf(key));
  const details: any = {};
  if (fields[0] === "rsa" || fields[0] === "rsa-pss") {
    details.modulusLength = fields[1];
    details.publicExponent = BigInt(fields[2]);
  } else if (fields[0] === "ec") {
    details.namedCurve = fields[2];
  }
  return details;
}

/// How a key is to be written, after all checks: `name` is that of the options in messages.
function formOf(options: any, type: string, isPrivate: boolean, name: string): number {
  const wanted: any = options.type;
  if (options.format !== "pem" && options.format !== "der") {
    if (options.format === "jwk") throw new Error("Keys of the format jwk are not supported yet");
    throw invalidValue(name + ".format", options.format, "is invalid");
  }
  if (wanted === "pkcs1") {
    if (type !== "rsa") throw incompatible("pkcs1", "can only be used for RSA keys");
    return isPrivate ? Form.traditional : Form.pkcs1Public;
  }
  if (!isPrivate && wanted === "spki") return Form.spki;
  if (isPrivate && wanted === "pkcs8") return Form.pkcs8;
  if (isPrivate && wanted === "sec1") {
    if (type !== "ec") throw incompatible("sec1", "can only be used for EC keys");
    return Form.traditional;
  }
  throw invalidValue(name + ".type", wanted, "is invalid");
}

/// Writes a key.
export function write(key: any, options: any, name = "options"): any {
  validateObject(options, name);
  const isPrivate = key.type === "private";
  const form = formOf(options, key.asymmetricKeyType, isPrivate, name);
  let cipher: any;
  let passphrase: any;
  if (isPrivate && options.cipher !== undefined && options.cipher !== null) {
    cipher = options.cipher;
    validateString(cipher, name + ".cipher");
    passphrase = options.passphrase;
    if (typeof passphrase !== "string" && !isBinary(passphrase)) throw invalidValue(name + ".passphrase", passphrase, "is invalid");
    if (form === Form.traditional && options.format === "der") {
      throw incompatible(options.type, "does not support encryption");
    }
  } else if (isPrivate && options.passphrase !== undefined) {
    throw invalidValue(name + ".cipher", options.cipher, "is invalid");
  }
  const bytes: any = cryptoKeyWrite(handleOf(key), form, options.format === "der", cipher, passphrase);
  if (bytes === null) throw codedError(new Error("Unknown cipher"), "ERR_CRYPTO_UNKNOWN_CIPHER");
  if (bytes === undefined) throw libraryError("Failed to encode the key", true);
  return options.format === "pem" ? bytes.toString() : bytes;
}

/// The class of what key pairs consist of.
class AsymmetricKeyObject extends KeyObject {
  get asymmetricKeyType(): string { return cryptoKeyDetails(handleOf(this))[0]; }
  get asymmetricKeyDetails(): any { return detailsOf(this); }
  export(options?: any): any { return write(this, options); }
}

/// The class of public keys.
export class PublicKeyObject extends AsymmetricKeyObject {}

/// The class of private keys.
export class PrivateKeyObject extends AsymmetricKeyObject {}

/// A key of bytes, or of an object that says how they are to be read.
function read(key: any, isPrivate: boolean): any {
  const isObject = key !== null && typeof key === "object" && !isBinary(key);
  const data: any = isObject ? key.key : key;
  const format: any = isObject && key.format !== undefined ? key.format : "pem";
  if (format === "jwk") throw new Error("Keys of the format jwk are not supported yet");
  if (typeof data !== "string" && !isBinary(data)) throw invalidType(isObject && !(key instanceof KeyObject) ? "key.key" : "key", BYTES, isObject && !(key instanceof KeyObject) ? data : key);
  if (format !== "pem" && format !== "der") throw invalidValue("key.format", format, "is invalid");
  if (format === "der" && !["pkcs1", "spki", "pkcs8", "sec1"].includes(key.type)) {
    throw invalidValue("key.type", key.type, "is invalid");
  }
  const passphrase: any = isObject && key.passphrase !== null ? key.passphrase : undefined;
  if (passphrase !== undefined && typeof passphrase !== "string" && !isBinary(passphrase)) {
    throw invalidValue("key.passphrase", passphrase, "is invalid");
  }
  requireLibrary();
  const engine: any = cryptoKeyRead(bytesOf(data, "key", isObject ? key.encoding : undefined), isPrivate, format === "der", passphrase);
  if (engine === undefined) throw libraryError("Failed to read the key", true);
  return engine;
}

/// `crypto.createPrivateKey`
export function createPrivateKey(key: any): PrivateKeyObject { return new PrivateKeyObject("private", read(key, true)); }

/// `crypto.createPublicKey`
export function createPublicKey(key: any): PublicKeyObject {
  const inner: any = key instanceof KeyObject ? key : key?.key instanceof KeyObject ? key.key : undefined;
  if (inner === undefined) return new PublicKeyObject("public", read(key, false));
  if (inner.type !== "private") throw wrongKeyType(inner.type, "private");
  return new PublicKeyObject("public", cryptoKeyPublic(handleOf(inner)));
}

/// The engine of a key in any form that the functions take which use one.
export function engineOf(key: any, isPrivate: boolean): any {
  const inner: any = key !== null && typeof key === "object" && !isBinary(key) && !(key instanceof KeyObject) ? key.key : key;
  if (inner instanceof KeyObject) {
    if (isPrivate ? inner.type !== "private" : inner.type === "secret") {
      throw wrongKeyType(inner.type, isPrivate ? "private" : "private or public");
    }
    return handleOf(inner);
  }
  if (typeof inner !== "string" && !isBinary(inner)) throw invalidType(inner === key ? "key" : "key.key", inner === key ? KEYS : BYTES, inner);
  return read(key, isPrivate);
}
