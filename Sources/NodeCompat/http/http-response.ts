/// `http.ServerResponse` (https://nodejs.org/api/http.html#class-httpserverresponse).
// @optimize speed
import { codedError } from "../prelude/node-errors.ts";
import { coded, hasWord, Head, headersSent, isValue, Out, STATUS_CODES } from "./http-common.ts";
import { positionOf } from "./http-fields.ts";
import { writeEarlyHints } from "./http-hints.ts";
import { applyOptions, OutgoingMessage, triplesOf } from "./http-outgoing.ts";
import { storeHead } from "./http-outgoing-send.ts";
import { HeadState, OutgoingState, Usual } from "./http-outgoing-state.ts";

/// The constructor.
export function ServerResponse(this: any, request: any, options?: any): void {
  const out = new OutgoingState(Usual.response);
  this._out = out;
  if (options !== undefined && options !== null) applyOptions(out, options);
  this.req = request;
  if (request.method === "HEAD") out.bits &= ~Out.hasBody;
  const what: any = request._what;
  const isUsual = what >= 11 * Head.version && what < 12 * Head.version;
  if (!isUsual && (request.httpVersionMajor < 1 || request.httpVersionMinor < 1)) {
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
    const out: OutgoingState | undefined = this._out;
    if (out === undefined || out.reason || !out.usesReason) return out?.reason;
    return STATUS_CODES[this.statusCode] || "unknown";
  },
  set(this: any, value: any): void { this._out.reason = value; },
  enumerable: true, configurable: true,
});
for (const [name, field] of [["_sent100", "sentContinue"], ["_expect_continue", "expectsContinue"]]) {
  Object.defineProperty(prototype, name, {
    get(this: any): any { return this._out?.[field]; },
    set(this: any, value: any): void { this._out[field] = !!value; },
    enumerable: true, configurable: true,
  });
}

/// Tells a response that its socket is gone.
export function closeResponse(response: any): void {
  if (response._out.closed) return;
  response._out.destroyed = response._out.closed = true;
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
  if (response._out.fields === null) return triplesOf(headers);
  if (Array.isArray(headers)) {
    const triples: any[] = triplesOf(headers);
    // Names that come here replace what was set; what comes twice is sent twice.
    for (let i = 0; i < triples.length; i += 3) {
      if (positionOf(response._out.fields, triples[i]) >= 0) response.removeHeader(triples[i]);
    }
    for (let i = 0; i < triples.length; i += 3) response.appendHeader(triples[i + 1], triples[i + 2]);
  } else if (headers) {
    for (const key of Object.keys(headers)) {
      if (key) response.setHeader(key, headers[key]);
    }
  }
  return response._out.fields;
}

function writeHead(response: any, statusCode: any, given?: any, fields?: any): any {
  const out: OutgoingState = response._out;
  if (out.head !== HeadState.none) throw headersSent("write");
  const status = statusCode | 0;
  if (status < 100 || status > 999) {
    throw codedError(new RangeError("Invalid status code: " + shown(statusCode)), "ERR_HTTP_INVALID_STATUS_CODE");
  }
  let headers: any = fields;
  if (typeof given === "string") {
    response.statusMessage = given;
  } else {
    headers ??= given;
  }
  response.statusCode = status;
  const sent: any = headers === undefined || headers === null ? out.fields : mergedFields(response, headers);
  const reason: any = out.reason ? checkReason(out.reason) : undefined;
  // RFC 9110, 6.4.1: these have no body.
  if (status === 204 || status === 304 || (status >= 100 && status <= 199)) out.bits &= ~Out.hasBody;
  // The client waits for leave to send its body, and gets an answer: it may not send it.
  if (out.expectsContinue && !out.sentContinue) out.bits &= ~Out.keepAlive;
  storeHead(response, status, reason, sent);
  // The usual reason is written in C.
  if (reason === undefined) out.usesReason = true;
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
  writeEarlyHints,
  _implicitHeader(this: any): void {
    writeHead(this, this.statusCode);
  },
  writeHead(this: any, statusCode: any, reason?: any, headers?: any): any {
    return writeHead(this, statusCode, reason, headers);
  },
};
methods.writeHeader = methods.writeHead;
for (const name of Object.keys(methods)) prototype[name] = methods[name];
