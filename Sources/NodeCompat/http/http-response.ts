/// `http.ServerResponse` (https://nodejs.org/api/http.html#class-httpserverresponse).
// @optimize size
import { codedError, invalidValue } from "../prelude/node-errors.ts";
import { validateObject } from "../prelude/validators.ts";
import {
  coded, hasWord, headersSent, invalidCharacter, isValue, positionOf, STATUS_CODES, validateHeaderName, validateHeaderValue,
} from "./http-common.ts";
import { HeadState, OutgoingMessage, storeHead, triplesOf } from "./http-outgoing.ts";

/// The constructor.
export function ServerResponse(this: any, request: any, options?: any): void {
  (OutgoingMessage as any).call(this, options);
  this.req = request;
  if (request.method === "HEAD") this._hasBody = false;
  if (request.httpVersionMajor < 1 || request.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = hasWord(request.headers.te, "chunked");
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage as any);

const prototype: any = ServerResponse.prototype;
prototype.statusCode = 200;
/// The usual reason stands there once the head is made, unless another one was set.
Object.defineProperty(prototype, "statusMessage", {
  get(this: any): any {
    return this._reason || !this._usesReason ? this._reason : STATUS_CODES[this.statusCode] || "unknown";
  },
  set(this: any, value: any): void { this._reason = value; },
  enumerable: true, configurable: true,
});
prototype._reason = undefined;
prototype._usesReason = false;
prototype.sendDate = true;
prototype._sent100 = false;
prototype._expect_continue = false;

/// Tells a response that its socket is gone.
export function closeResponse(response: any): void {
  if (response._closed) return;
  response.destroyed = true;
  response._closed = true;
  if (response._events !== undefined) response.emit("close");
}

function onSocketClose(this: any): void {
  // Whoever listens may have detached the response.
  if (this._httpMessage) closeResponse(this._httpMessage);
}

/// A reason as it may be sent, otherwise ERR_INVALID_CHAR.
function checkReason(reason: any): string {
  const text = String(reason);
  if (!isValue(text)) throw coded(TypeError, "ERR_INVALID_CHAR", "Invalid character in statusMessage");
  return text;
}

/// The fields of writeHead with those that were set before.
function mergedFields(response: any, headers: any): any {
  if (response._fields === null) return triplesOf(headers);
  if (Array.isArray(headers)) {
    const triples: any[] = triplesOf(headers);
    // Names that come here replace what was set; what comes twice is sent twice.
    for (let i = 0; i < triples.length; i += 3) {
      if (positionOf(response._fields, triples[i]) >= 0) response.removeHeader(triples[i]);
    }
    for (let i = 0; i < triples.length; i += 3) response.appendHeader(triples[i + 1], triples[i + 2]);
  } else if (headers) {
    for (const key of Object.keys(headers)) {
      if (key) response.setHeader(key, headers[key]);
    }
  }
  return response._fields;
}

function writeHead(response: any, statusCode: any, given?: any, fields?: any): any {
  if (response._state !== HeadState.none) throw headersSent("write");
  const original: any = statusCode;
  const status = statusCode | 0;
  if (status < 100 || status > 999) {
    throw codedError(new RangeError("Invalid status code: " + shown(original)), "ERR_HTTP_INVALID_STATUS_CODE");
  }
  let headers: any = fields;
  if (typeof given === "string") {
    response.statusMessage = given;
  } else {
    headers ??= given;
  }
  response.statusCode = status;
  const sent: any = headers === undefined || headers === null ? response._fields : mergedFields(response, headers);
  const reason = response._reason ? checkReason(response._reason) : undefined;
  // RFC 9110, 6.4.1: these have no body.
  if (status === 204 || status === 304 || (status >= 100 && status <= 199)) response._hasBody = false;
  // The client waits for leave to send its body, and gets an answer: it may not send it.
  if (response._expect_continue && !response._sent100) response.shouldKeepAlive = false;
  storeHead(response, status, reason === undefined ? undefined : reason, sent);
  // The usual reason is written in C.
  if (reason === undefined) response._usesReason = true;
  return response;
}

function shown(value: any): string {
  return typeof value === "object" && value !== null ? "[object Object]" : String(value);
}

const methods: any = {
  assignSocket(this: any, socket: any): void {
    if (socket._httpMessage) throw coded(Error, "ERR_HTTP_SOCKET_ASSIGNED", "Socket already assigned");
    socket._httpMessage = this;
    if (!socket._httpState) socket.on("close", onSocketClose);
    this.socket = socket;
    this.emit("socket", socket);
    this._flush();
  },
  detachSocket(this: any, socket: any): void {
    socket.removeListener("close", onSocketClose);
    socket._httpMessage = null;
    this.socket = null;
  },
  writeContinue(this: any, callback?: any): void {
    this._writeRaw("HTTP/1.1 100 Continue\r\n\r\n", "latin1", callback);
    this._sent100 = true;
  },
  writeProcessing(this: any, callback?: any): void {
    this._writeRaw("HTTP/1.1 102 Processing\r\n\r\n", "latin1", callback);
  },
  writeEarlyHints(this: any, hints: any, callback?: any): void {
    let head = "HTTP/1.1 103 Early Hints\r\n";
    validateObject(hints, "hints");
    if (hints.link === null || hints.link === undefined) return;
    const link = linkText(hints.link);
    if (link.length === 0) return;
    if (!isValue(link)) throw invalidCharacter("Link");
    head += "Link: " + link + "\r\n";
    for (const key of Object.keys(hints)) {
      if (key === "link") continue;
      validateHeaderName(key);
      validateHeaderValue(key, hints[key]);
      head += key + ": " + hints[key] + "\r\n";
    }
    this._writeRaw(head + "\r\n", "ascii", callback);
  },
  _implicitHeader(this: any): void {
    writeHead(this, this.statusCode);
  },
  writeHead(this: any, statusCode: any, reason?: any, headers?: any): any {
    return writeHead(this, statusCode, reason, headers);
  },
};
methods.writeHeader = methods.writeHead;
for (const name of Object.keys(methods)) prototype[name] = methods[name];

/// Whether text is a link of early hints: `<…>` and parameters behind semicolons, whose values may be quoted. A regular
/// expression would link their engine into each server.
function isLink(text: string): boolean {
  let at = text.indexOf(">") + 1;
  if (text[0] !== "<" || at === 0) return false;
  while (at < text.length) {
    at = skipSpaces(text, at);
    if (text[at] !== ";") return false;
    const start = skipSpaces(text, at + 1);
    at = endOfWord(text, start);
    if (at === start) return false;
    if (text[at] === '"') {
      if (text[at - 1] !== "=" || at - start < 2) return false;
      at = endOfWord(text, at + 1);
      if (text[at++] !== '"') return false;
    }
  }
  return true;
}

function isSpace(text: string, at: number): boolean {
  return at < text.length && text[at].trim() === "";
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (isSpace(text, at)) at++;
  return at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ";" && text[at] !== '"' && !isSpace(text, at)) at++;
  return at;
}

/// The value of the field Link, otherwise ERR_INVALID_ARG_VALUE.
function linkText(value: any): string {
  const reason = "must be an array or string of format \"</styles.css>; rel=preload; as=style\"";
  const all: any[] = typeof value === "string" ? [value] : Array.isArray(value) ? value : [undefined];
  for (const one of all) {
    if (typeof one !== "string" || !isLink(one)) throw invalidValue("hints", value, reason);
  }
  return all.join(", ");
}
