/// The connections of a server: their beginnings and ends, and what goes wrong with them. http-exchange.ts has what is done
/// for each request.
// @optimize size
import {
  httpAttach, httpEnd, httpExecute, httpFlush, httpHasHead, httpNew, httpNow, httpRelease, httpStarted, httpUse,
} from "polyglot:runtime";
import { coded, connectionReset, parseError } from "./http-common.ts";
import {
  Connection, drainConnection, leaveIdle, onBody, onComplete, onDrain, onHead,
} from "./http-exchange.ts";
import { closeResponse } from "./http-response.ts";

let isUsed = false;

/// A new connection of a server.
export function startConnection(server: any, socket: any): void {
  if (!isUsed) {
    isUsed = true;
    httpUse(0, onHead, onBody, onComplete, onError, onUpgrade, onDrain);
  }
  const state = new Connection(server, socket);
  const parser: any = httpNew(state, 0, server.insecureHTTPParser ? 1 : 0, server.maxHeaderSize || 16384);
  state.parser = parser;
  socket._httpState = state;
  socket._httpMessage = null;
  socket.server = server;
  socket.parser = parser;
  if (server.timeout && typeof socket.setTimeout === "function") socket.setTimeout(server.timeout);
  server._connectionStates.add(state);
  socket.on("timeout", onSocketTimeout);
  socket.on("error", onSocketError);
  socket.on("end", onSocketEnd);
  socket.on("close", onSocketClose);
  socket.on("drain", onSocketDrain);
  socket.on("data", onSocketData);
  if (socket._handle && typeof socket._handle === "object") state.isAttached = httpAttach(parser, socket._handle) !== 0;
  // Who wants the bytes of the connection takes them from the parser's socket, which then goes the long way.
  if (state.isAttached) socket.on = socket.addListener = watchListeners;
}

function watchListeners(this: any, type: any, listener: any): any {
  if (type === "data" || type === "readable") detach(this._httpState);
  delete this.on;
  delete this.addListener;
  const result: any = this.on(type, listener);
  if (this._httpState?.isAttached) this.on = this.addListener = watchListeners;
  return result;
}

/// From now on the socket reads, and hands over what it read.
function detach(state: Connection): void {
  if (!state.isAttached) return;
  state.isAttached = false;
  const message: any = state.current;
  if (message !== null) message._out.connection = null;
  httpRelease(state.parser);
}

function onSocketData(this: any, chunk: any): void {
  const state: Connection = this._httpState;
  if (state !== null && !state.isAttached) httpExecute(state.parser, chunk);
}

// What the parser tells, but for what http-exchange.ts does.

function onError(state: Connection, number: number, position: number, packet: any): void {
  tellError(state.socket, parseError(number, position, packet));
}

function onUpgrade(state: Connection, rest: any): void {
  const server: any = state.server;
  const socket: any = state.socket;
  const request: any = state.upgraded;
  const type = request.method === "CONNECT" ? "connect" : "upgrade";
  forget(state);
  if (server.listenerCount(type) > 0) {
    socket.readableFlowing = null;
    server.emit(type, request, socket, rest);
  } else {
    socket.destroy();
  }
}

/// Lets go of a socket that speaks another protocol.
function forget(state: Connection): void {
  const socket: any = state.socket;
  state.server._connectionStates.delete(state);
  leaveIdle(state);
  state.isAttached = false;
  delete socket.on;
  delete socket.addListener;
  socket.removeListener("timeout", onSocketTimeout);
  socket.removeListener("error", onSocketError);
  socket.removeListener("end", onSocketEnd);
  socket.removeListener("close", onSocketClose);
  socket.removeListener("drain", onSocketDrain);
  socket.removeListener("data", onSocketData);
  socket._httpState = null;
  socket.parser = null;
}

// What the socket tells.

function onSocketDrain(this: any): void {
  drainConnection(this._httpState);
}

function onSocketTimeout(this: any): void {
  const state: Connection = this._httpState;
  const request: any = state.incoming;
  const isRequestTold = request !== null && !request.complete && request.emit("timeout", this);
  const isResponseTold = state.current !== null && state.current.emit("timeout", this);
  const isServerTold = state.server.emit("timeout", this);
  if (!isRequestTold && !isResponseTold && !isServerTold) this.destroy();
}

const badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
const requestTimeout = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";
const payloadTooLarge = "HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\n\r\n";
const fieldsTooLarge = "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n";

function ignore(): void {}

function onSocketError(this: any, error: any): void {
  tellError(this, error);
}

/// `clientError`, or the answer to what is wrong with a request.
function tellError(socket: any, error: any): void {
  const state: Connection = socket._httpState;
  socket.removeListener("error", onSocketError);
  if (socket.listenerCount("error", ignore) === 0) socket.on("error", ignore);
  if (state.server.emit("clientError", error, socket)) return;
  if (socket.writable && (state.current === null || !state.current._headerSent)) {
    httpFlush(state.parser);
    switch (error.code) {
      case "HPE_HEADER_OVERFLOW": socket.write(fieldsTooLarge); break;
      case "HPE_CHUNK_EXTENSIONS_OVERFLOW": socket.write(payloadTooLarge); break;
      case "ERR_HTTP_REQUEST_TIMEOUT": socket.write(requestTimeout); break;
      default: socket.write(badRequest);
    }
  }
  if (typeof socket.destroySoon === "function") socket.destroySoon();
  else socket.end();
}

function onSocketEnd(this: any): void {
  const state: Connection = this._httpState;
  const number = httpEnd(state.parser);
  if (number !== 0) {
    tellError(this, parseError(number, 0, undefined));
    return;
  }
  if (!state.server.httpAllowHalfOpen) {
    this.end();
  } else if (state.outgoing !== null && state.outgoing.length > 0) {
    state.outgoing[state.outgoing.length - 1]._last = true;
  } else if (state.current !== null) {
    state.current._last = true;
  } else {
    this.end();
  }
}

function onSocketClose(this: any): void {
  const state: Connection = this._httpState;
  leaveIdle(state);
  state.server._connectionStates.delete(state);
  if (state.isAttached) {
    state.isAttached = false;
    httpRelease(state.parser);
  }
  abortRequests(state);
  state.incoming = null;
  if (state.current !== null) closeResponse(state.current);
}

/// The requests whose answers cannot be sent any more.
function abortRequests(state: Connection): void {
  const requests: any[] = [];
  if (state.current !== null && !state.current._out.isSent) requests.push(state.current.req);
  if (state.outgoing !== null) for (const response of state.outgoing) requests.push(response.req);
  for (const request of requests) request.destroy(connectionReset("aborted"));
}

/// Ends connections whose requests do not come.
export function checkConnections(server: any): void {
  const { headersTimeout, requestTimeout: limit } = server;
  if (headersTimeout === 0 && limit === 0) return;
  const now = httpNow();
  for (const state of server._connectionStates) {
    const started = httpStarted(state.parser);
    if (started === 0) continue;
    const age = now - started;
    const isLate = (headersTimeout > 0 && httpHasHead(state.parser) === 0 && age >= headersTimeout) || (limit > 0 && age >= limit);
    if (isLate) tellError(state.socket, coded(Error, "ERR_HTTP_REQUEST_TIMEOUT", "Request timeout"));
  }
}

/// Whether a connection waits for a request.
export function isIdle(state: Connection): boolean {
  return state.incoming === null && (state.current === null || state.current.finished) && httpHasHead(state.parser) === 0;
}
