/// Generating key pairs, encrypting by RSA, and agreeing on secrets.
// @optimize size
import { cryptoAgree, cryptoEncrypt, cryptoKeyGenerate, cryptoKeyPublic } from "polyglot:runtime";
import { codedError, invalidValue } from "../prelude/node-errors.ts";
import { validateFunction, validateInteger, validateObject, validateString } from "../prelude/validators.ts";
import { bytesOf, invalidDigest, libraryError, requireLibrary, UINT32_MAX } from "./crypto-arguments.ts";
import { engineOf, PrivateKeyObject, PublicKeyObject, write } from "./crypto-key-pairs.ts";
import { handleOf, KeyObject, wrongKeyType } from "./crypto-keys.ts";

/// What is to be generated.
interface Request {
  type: string;
  bits: number;
  exponent: number;
  curve: any;
  publicKeyEncoding: any;
  privateKeyEncoding: any;
}

const simpleTypes: string[] = ["ed25519", "ed448", "x25519", "x448"];

function checkEncoding(options: any, name: string): any {
  const encoding: any = options[name];
  if (encoding === undefined || encoding === null) return undefined;
  if (typeof encoding !== "object") throw invalidValue("options." + name, encoding, "is invalid");
  return encoding;
}

function prepare(type: any, given: any): Request {
  validateString(type, "type");
  let options: any = given;
  if (simpleTypes.includes(type)) {
    if (options === undefined) options = {};
  } else if (type !== "rsa" && type !== "rsa-pss" && type !== "ec") {
    if (type === "dsa" || type === "dh") throw new Error("Generating keys of the type " + type + " is not supported yet");
    throw invalidValue("type", type, "must be a supported key type");
  }
  validateObject(options, "options");
  const request: Request = {
    type: type.toUpperCase(), bits: 0, exponent: 0, curve: undefined, publicKeyEncoding: checkEncoding(options, "publicKeyEncoding"),
    privateKeyEncoding: checkEncoding(options, "privateKeyEncoding"),
  };
  if (type === "ec") {
    validateString(options.namedCurve, "options.namedCurve");
    const encoding: any = options.paramEncoding;
    if (encoding !== undefined && encoding !== null && encoding !== "named" && encoding !== "explicit") {
      throw invalidValue("options.paramEncoding", encoding, "is invalid");
    }
    request.curve = options.namedCurve;
  } else if (!simpleTypes.includes(type)) {
    validateInteger(options.modulusLength, "options.modulusLength", 0, UINT32_MAX);
    request.bits = options.modulusLength;
    request.exponent = 65537;
    if (options.publicExponent !== undefined && options.publicExponent !== null) {
      validateInteger(options.publicExponent, "options.publicExponent", 0, UINT32_MAX);
      request.exponent = options.publicExponent;
    }
  }
  requireLibrary();
  return request;
}

/// Begins to generate.
function generate(request: Request, completion: any): any {
  const result: any = cryptoKeyGenerate(request.type, request.bits, request.exponent, request.curve, completion);
  if (result === null) throw codedError(new TypeError("Invalid EC curve name"), "ERR_CRYPTO_INVALID_CURVE");
  if (result === undefined) throw libraryError("Key generation failed");
  return result;
}

/// Both halves of what was generated, written as the caller wants them.
function pairOf(engine: any, request: Request): any {
  let publicKey: any = new PublicKeyObject("public", cryptoKeyPublic(engine));
  let privateKey: any = new PrivateKeyObject("private", engine);
  if (request.publicKeyEncoding !== undefined) publicKey = write(publicKey, request.publicKeyEncoding, "options.publicKeyEncoding");
  if (request.privateKeyEncoding !== undefined) privateKey = write(privateKey, request.privateKeyEncoding, "options.privateKeyEncoding");
  return { publicKey, privateKey };
}

/// `crypto.generateKeyPairSync`
export function generateKeyPairSync(type: string, options?: any): any {
  const request = prepare(type, options);
  return pairOf(generate(request, undefined), request);
}

/// `crypto.generateKeyPair`
export function generateKeyPair(type: any, options: any, callback?: any): void {
  const done = typeof options === "function" ? options : callback;
  const request = prepare(type, typeof options === "function" ? undefined : options);
  validateFunction(done, "callback");
  generate(request, (engine: any): void => {
    if (engine === undefined) {
      done(new Error("Key generation failed"));
      return;
    }
    let pair: any;
    try {
      pair = pairOf(engine, request);
    } catch (error) {
      done(error);
      return;
    }
    done(null, pair.publicKey, pair.privateKey);
  });
}
Object.defineProperty(generateKeyPair, Symbol.for("nodejs.util.promisify.custom"), {
  value: (type: any, options: any): any =>
    new Promise((resolve, reject) => {
      generateKeyPair(type, options, (error: any, publicKey: any, privateKey: any): void => {
        if (error) reject(error);
        else resolve({ publicKey, privateKey });
      });
    }),
});

// The numbers of src/crypto/sign.c.
const ENCRYPT = 0;
const DECRYPT = 1;
const SIGN = 2;
const RECOVER = 3;
const PKCS1_PADDING = 1;
const OAEP_PADDING = 4;

function convert(kind: number, key: any, buffer: any, isPrivate: boolean, defaultPadding: number): any {
  const engine: any = engineOf(key, isPrivate);
  const isObject = key !== null && typeof key === "object" && !(key instanceof KeyObject);
  const padding: any = (isObject ? key.padding : undefined) || defaultPadding;
  const hash: any = isObject ? key.oaepHash : undefined;
  if (hash !== undefined) validateString(hash, "key.oaepHash");
  const label: any = isObject && key.oaepLabel !== undefined ? bytesOf(key.oaepLabel, "key.oaepLabel", key.encoding) : undefined;
  const data: any = bytesOf(buffer, "buffer", isObject ? key.encoding : undefined);
  const isOaep = padding === OAEP_PADDING;
  const result: any = cryptoEncrypt(engine, kind, padding, data, isOaep ? hash ?? "sha1" : undefined, isOaep ? label : undefined);
  if (result === null) {
    invalidDigest("");
    throw codedError(new Error("Invalid digest used"), "ERR_OSSL_EVP_INVALID_DIGEST");
  }
  if (result === undefined) throw libraryError("Operation failed");
  return result;
}

/// `crypto.publicEncrypt`
export function publicEncrypt(key: any, buffer: any): Buffer { return convert(ENCRYPT, key, buffer, false, OAEP_PADDING); }
/// `crypto.privateDecrypt`
export function privateDecrypt(key: any, buffer: any): Buffer { return convert(DECRYPT, key, buffer, true, OAEP_PADDING); }
/// `crypto.privateEncrypt`
export function privateEncrypt(key: any, buffer: any): Buffer { return convert(SIGN, key, buffer, true, PKCS1_PADDING); }
/// `crypto.publicDecrypt`
export function publicDecrypt(key: any, buffer: any): Buffer { return convert(RECOVER, key, buffer, false, PKCS1_PADDING); }

/// `crypto.diffieHellman`
export function diffieHellman(options: any, callback?: any): any {
  validateObject(options, "options");
  if (callback !== undefined) validateFunction(callback, "callback");
  const { privateKey, publicKey } = options;
  if (!(privateKey instanceof KeyObject)) throw invalidValue("options.privateKey", privateKey, "is invalid");
  if (!(publicKey instanceof KeyObject)) throw invalidValue("options.publicKey", publicKey, "is invalid");
  if (privateKey.type !== "private") throw wrongKeyType(privateKey.type, "private");
  if (publicKey.type === "secret") throw wrongKeyType(publicKey.type, "private or public");
  const own: string = (privateKey as any).asymmetricKeyType;
  const other: string = (publicKey as any).asymmetricKeyType;
  if (own !== other || !["dh", "ec", "x448", "x25519"].includes(own)) {
    const message = "Incompatible key types for Diffie-Hellman: " + own + " and " + other;
    throw codedError(new Error(message), "ERR_CRYPTO_INCOMPATIBLE_KEY");
  }
  const secret: any = cryptoAgree(handleOf(privateKey), handleOf(publicKey));
  if (callback === undefined) {
    if (secret === undefined) throw libraryError("diffieHellman failed");
    return secret;
  }
  const error: any = secret === undefined ? libraryError("diffieHellman failed") : null;
  setImmediate(callback, error, secret);
  return undefined;
}

