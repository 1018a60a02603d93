/// What the files of `http` share: tables, checks of what is sent, and errors.
// @optimize size
import { httpErrorCode, httpErrorText, httpIsToken, httpIsValue, httpMethod, httpStatusText } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";

/// Bits of heads that are sent; src/http/compose.h has the same numbers.
export const enum Out {
  date = 1,
  keepAlive = 2,
  hasBody = 4,
  chunksByDefault = 8,
  removedConnection = 16,
  removedLength = 32,
  removedEncoding = 64,
  maxRequests = 128,
  agent = 256,
  last = 512,
  chunked = 1024,
  withExpect = 2048,
  withTrailer = 4096,
  withLength = 8192,
  badTrailer = 16384,
  /// The body goes on behind what is sent with the head.
  starts = 32768,
}

/// What a head says; src/http/connection.c has the same numbers.
export const enum Head {
  keepAlive = 1,
  upgrade = 2,
  complete = 4,
  host = 8,
  expect = 16,
  chunked = 32,
  length = 64,
  version = 256,
}

/// How data is framed by httpWrite.
export const enum Framing { none, chunk, last }

function allMethods(): string[] {
  const result: string[] = [];
  for (let i = 0; ; i++) {
    const method = httpMethod(i);
    if (method === "") return result.sort();
    result.push(method);
  }
}

function allStatusCodes(): any {
  const result: any = {};
  for (let status = 100; status < 600; status++) {
    const text = httpStatusText(status);
    if (text !== "") result[status] = text;
  }
  return result;
}

/// `http.METHODS`
export const METHODS: string[] = allMethods();
/// `http.STATUS_CODES`
export const STATUS_CODES: any = allStatusCodes();

/// `http.maxHeaderSize`
export const maxHeaderSize = 16384;

/// Whether something can be a name or method.
export function isToken(text: any): boolean {
  return typeof text === "string" && httpIsToken(text) !== 0;
}

/// Whether text can be a value or reason.
export function isValue(text: any): boolean {
  return httpIsValue(typeof text === "string" ? text : String(text)) !== 0;
}

/// Whether a header has a word, which is given in small letters: neither letters, digits nor underscores stand beside it.
/// A regular expression would link their engine into each server.
export function hasWord(header: any, word: string): boolean {
  const text = `${header}`;
  for (let start = 0; start + word.length <= text.length; start++) {
    let length = 0;
    while (length < word.length && smallLetter(text.charCodeAt(start + length)) === word.charCodeAt(length)) length++;
    if (length === word.length && !isWordUnit(text, start - 1) && !isWordUnit(text, start + length)) return true;
  }
  return false;
}

function smallLetter(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

function isWordUnit(text: string, index: number): boolean {
  const unit = smallLetter(text.charCodeAt(index));
  return unit >= 97 && unit <= 122 || unit >= 48 && unit <= 57 || unit === 95;
}

// Errors.

export function coded(kind: any, code: string, message: string): any {
  return codedError(new kind(message), code);
}

export function invalidCharacter(name?: any): any {
  const what = name === undefined ? "content" : 'content ["' + name + '"]';
  return coded(TypeError, "ERR_INVALID_CHAR", "Invalid character in header " + what);
}

export function invalidToken(label: string, value: any): any {
  return coded(TypeError, "ERR_INVALID_HTTP_TOKEN", label + ' must be a valid HTTP token ["' + String(value) + '"]');
}

export function headersSent(verb: string): any {
  return coded(Error, "ERR_HTTP_HEADERS_SENT", "Cannot " + verb + " headers after they are sent to the client");
}

/// `ECONNRESET` as http makes it.
export function connectionReset(message: string): any {
  const error: any = new Error(message);
  error.code = "ECONNRESET";
  return error;
}

/// The error of the parser with a number.
export function parseError(number: number, position: number, packet: any): any {
  const reason = httpErrorText(number);
  // Behind the end of the connection there is no packet to blame.
  const error: any = new Error(packet === undefined ? "Parse Error" : "Parse Error: " + reason);
  error.bytesParsed = position;
  error.code = httpErrorCode(number);
  error.reason = reason;
  error.rawPacket = packet;
  return error;
}
