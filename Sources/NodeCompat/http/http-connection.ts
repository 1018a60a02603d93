/// The connections of a server: what src/http tells of them, and the order of requests and answers.
// @optimize size
import {
  httpAttach, httpEnd, httpExecute, httpFlush, httpHasHead, httpNew, httpNow, httpRelease, httpStarted, httpUse, nextTick,
} from "polyglot:runtime";
import { coded, connectionReset, hasWord, Head, parseError } from "./http-common.ts";
import { endMessage, IncomingMessage, setReading } from "./http-incoming.ts";
import { drained, onFinish } from "./http-outgoing.ts";
import { closeResponse, ServerResponse } from "./http-response.ts";

/// What a server knows of a connection.
export class Connection {
  server: any;
  socket: any;
  /// The parser (src/http/connection.c).
  parser: any = undefined;
  /// Whether it reads the socket itself.
  isAttached = false;
  /// The request that is arriving.
  incoming: any = null;
  /// The one that asks for another protocol.
  upgraded: any = null;
  /// The response that is being sent, and those that wait for it.
  current: any = null;
  outgoing: any[] | null = null;
  /// Bytes of those that wait.
  waitingBytes = 0;
  /// The response whose `finish` is due, and those that are sent behind it.
  finishing: any = null;
  finishLater: any[] | null = null;
  requestsCount = 0;
  isPaused = false;
  /// A place in the server's list of idle connections.
  idleSince = 0;
  previousIdle: Connection | null = null;
  nextIdle: Connection | null = null;

  constructor(server: any, socket: any) {
    this.server = server;
    this.socket = socket;
  }
}

/// Connections without a request, those that wait longest first.
export class IdleList {
  first: Connection | null = null;
  last: Connection | null = null;
  timer: any = undefined;
}

function enterIdle(state: Connection): void {
  const server: any = state.server;
  const limit: number = server.keepAliveTimeout;
  if (!limit) return;
  const list: IdleList = server._idle;
  state.idleSince = httpNow();
  state.previousIdle = list.last;
  state.nextIdle = null;
  if (list.last === null) list.first = state;
  else list.last.nextIdle = state;
  list.last = state;
  if (list.timer === undefined) startIdleTimer(server, limit + server.keepAliveTimeoutBuffer);
}

function leaveIdle(state: Connection): void {
  if (state.idleSince === 0) return;
  const list: IdleList = state.server._idle;
  state.idleSince = 0;
  if (state.previousIdle === null) list.first = state.nextIdle;
  else state.previousIdle.nextIdle = state.nextIdle;
  if (state.nextIdle === null) list.last = state.previousIdle;
  else state.nextIdle.previousIdle = state.previousIdle;
  state.previousIdle = null;
  state.nextIdle = null;
}

function startIdleTimer(server: any, milliseconds: number): void {
  const timer: any = setTimeout(() => {
    server._idle.timer = undefined;
    endIdle(server);
  }, milliseconds);
  timer.unref();
  server._idle.timer = timer;
}

/// Ends the connections that were idle too long.
function endIdle(server: any): void {
  const list: IdleList = server._idle;
  const limit: number = server.keepAliveTimeout + server.keepAliveTimeoutBuffer;
  const now = httpNow();
  while (list.first !== null) {
    const state: Connection = list.first;
    const left = state.idleSince + limit - now;
    if (left > 0) {
      if (list.timer === undefined) startIdleTimer(server, left);
      return;
    }
    leaveIdle(state);
    state.socket.emit("timeout");
  }
}

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
  if (message !== null) message._channel = null;
  httpRelease(state.parser);
}

function onSocketData(this: any, chunk: any): void {
  const state: Connection = this._httpState;
  if (state !== null && !state.isAttached) httpExecute(state.parser, chunk);
}

// What the parser tells.

function onHead(state: Connection, method: any, url: any, head: any, what: number): number {
  const server: any = state.server;
  const socket: any = state.socket;
  if (state.idleSince !== 0) leaveIdle(state);
  if (socket.timeout) socket._unrefTimer();
  const Request: any = server._incomingMessage;
  const request: any = Request === IncomingMessage ? new (IncomingMessage as any)(socket) : new Request(socket);
  request.method = method;
  request.url = url;
  request._head = head;
  request._what = what;
  if (server.maxHeadersCount > 0) request._limit = server.maxHeadersCount;
  if (server.joinDuplicateHeaders) request.joinDuplicateHeaders = true;
  state.incoming = request;
  if (what & Head.upgrade) {
    request.upgrade = method === "CONNECT" || !!server.shouldUpgradeCallback(request);
    if (request.upgrade) {
      state.upgraded = request;
      return 2;
    }
  } else {
    request.upgrade = false;
  }
  if (!state.isPaused && (state.waitingBytes >= socket.writableHighWaterMark || socket.writableNeedDrain)) {
    // The other end sends requests, but takes no answers.
    state.isPaused = true;
    setReading(socket, false);
  }
  const Response: any = server._serverResponse;
  const response: any = Response === ServerResponse && !server.rejectNonStandardBodyWrites && server.highWaterMark === undefined
    ? new (ServerResponse as any)(request)
    : new Response(request, { highWaterMark: server.highWaterMark, rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites });
  response._keepAliveTimeout = server.keepAliveTimeout;
  response._keepAliveText = server._keepAliveText();
  response._maxRequestsPerSocket = server.maxRequestsPerSocket;
  response._finished = finishResponse;
  response._finishSoon = finishSoon;
  if ((what & Head.keepAlive) === 0) response.shouldKeepAlive = false;
  assign(state, response);
  if (what >= 11 * Head.version && what < 12 * Head.version) {
    if ((what & Head.host) === 0 && server.requireHostHeader) {
      response.writeHead(400, ["Connection", "close"]);
      response.end();
      return 0;
    }
    const limit: any = server.maxRequestsPerSocket;
    if (typeof limit === "number" && limit > 0) {
      state.requestsCount++;
      if (limit <= state.requestsCount) response.maxRequestsOnConnectionReached = true;
      if (limit < state.requestsCount) {
        server.emit("dropRequest", request, socket);
        response.writeHead(503);
        response.end();
        return 0;
      }
    }
    if (what & Head.expect) {
      answerExpectation(server, request, response);
      return 0;
    }
  }
  server.emit("request", request, response);
  return 0;
}

/// Gives a response the connection, or lets it wait for those before it.
function assign(state: Connection, response: any): void {
  const current: any = state.current;
  // A response whose end is sent is only told so later.
  if (current !== null && (!current.finished || current._callbacks !== null || current.outputData.length > 0 || current._last || !state.isAttached)) {
    response._onPendingData = onPendingData;
    response._connection = state;
    (state.outgoing ??= []).push(response);
    return;
  }
  give(state, response);
}

function give(state: Connection, response: any): void {
  const socket: any = state.socket;
  state.current = response;
  socket._httpMessage = response;
  response.socket = socket;
  if (state.isAttached) response._channel = state.parser;
}

function onPendingData(this: any, change: number): void {
  const state: Connection = this._connection;
  state.waitingBytes += change;
}

function answerExpectation(server: any, request: any, response: any): void {
  if (hasWord(request.headers.expect, "100-continue")) {
    response._expect_continue = true;
    if (server.listenerCount("checkContinue") > 0) {
      server.emit("checkContinue", request, response);
    } else {
      response.writeContinue();
      server.emit("request", request, response);
    }
  } else if (server.listenerCount("checkExpectation") > 0) {
    server.emit("checkExpectation", request, response);
  } else {
    response.writeHead(417);
    response.end();
  }
}

function onBody(state: Connection, chunk: any): void {
  const request: any = state.incoming;
  const socket: any = state.socket;
  if (socket.timeout) socket._unrefTimer();
  if (request === null || request._dumped) return;
  if (!request.push(chunk)) setReading(socket, false);
}

function onComplete(state: Connection, trailers: any): void {
  const request: any = state.incoming;
  state.incoming = null;
  if (request === null || request.upgrade) {
    if (request !== null) request.complete = true;
    return;
  }
  if (trailers !== undefined) request._trailers = trailers;
  endMessage(request);
  if (request._hasState && !state.isPaused) setReading(state.socket, true);
}

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

function onDrain(state: Connection, _status: number): number {
  drainConnection(state);
  return 1;
}

function drainConnection(state: Connection): void {
  if (state.isPaused && state.waitingBytes <= state.socket.writableHighWaterMark) {
    state.isPaused = false;
    setReading(state.socket, true);
  }
  if (state.current !== null) drained(state.current);
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
  if (state.current !== null && !state.current._isSent) requests.push(state.current.req);
  if (state.outgoing !== null) for (const response of state.outgoing) requests.push(response.req);
  for (const request of requests) request.destroy(connectionReset("aborted"));
}

/// Responses that are sent together are told so one after the other.
function finishSoon(this: any): void {
  const state: Connection = this.socket._httpState;
  if (state.finishing === null) {
    state.finishing = this;
    nextTick(onFinish, [this]);
  } else {
    (state.finishLater ??= []).push(this);
  }
}

function finishNext(state: Connection): void {
  const next: any = state.finishLater !== null && state.finishLater.length > 0 ? state.finishLater.shift() : null;
  state.finishing = next;
  if (next !== null) nextTick(onFinish, [next]);
}

/// A response is sent: the next one may be.
function finishResponse(response: any): void {
  const request: any = response.req;
  const socket: any = response.socket;
  if (socket === null) return;
  const state: Connection = socket._httpState;
  if (!request._consuming) request._dump();
  response.socket = null;
  response._channel = null;
  if (response._events !== undefined) nextTick(closeFinished, [response]);
  else response.destroyed = response._closed = true;
  if (state === null) return;
  if (state.finishing === response) finishNext(state);
  if (state.current === response) {
    state.current = null;
    socket._httpMessage = null;
  }
  if (response._last) {
    httpFlush(state.parser);
    if (typeof socket.destroySoon === "function") socket.destroySoon();
    else socket.end();
    return;
  }
  if (state.current !== null) return;
  const waiting: any = state.outgoing;
  if (waiting !== null && waiting.length > 0) {
    const next: any = waiting.shift();
    give(state, next);
    if (next._events !== undefined) next.emit("socket", socket);
    next._flush();
    return;
  }
  if (state.idleSince === 0 && state.incoming === null) enterIdle(state);
  if (state.isPaused) drainConnection(state);
}

function closeFinished(response: any): void {
  response.destroyed = response._closed = true;
  response.emit("close");
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
