/// What a server does for each request: what the parser tells of it, and the order of requests and answers.
// @optimize speed
import { httpFlush, httpNow, nextTick } from "polyglot:runtime";
import { hasWord, Head, Out } from "./http-common.ts";
import { endMessage, IncomingMessage, setReading } from "./http-incoming.ts";
import { drained, onFinish } from "./http-outgoing-send.ts";
import type { OutgoingState } from "./http-outgoing-state.ts";
import { ServerResponse } from "./http-response.ts";
import { Flag, getDefaultHighWaterMark } from "./stream-state.ts";
import type { WritableState } from "./stream-writable-state.ts";

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

export function leaveIdle(state: Connection): void {
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

export function onHead(state: Connection, method: any, url: any, head: any, what: number): number {
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
  const most: any = server.maxHeadersCount;
  if (most !== null && most > 0) request._limit = most;
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
  if (!state.isPaused && isFull(state)) {
    state.isPaused = true;
    setReading(socket, false);
  }
  const Response: any = server._serverResponse;
  const isUsual = Response === ServerResponse && !server.rejectNonStandardBodyWrites && server.highWaterMark === getDefaultHighWaterMark();
  const response: any = isUsual
    ? new (ServerResponse as any)(request)
    : new Response(request, { highWaterMark: server.highWaterMark, rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites });
  const out: OutgoingState = response._out;
  out.keepAlive = keepAliveText(server);
  if ((what & Head.keepAlive) === 0) out.bits &= ~Out.keepAlive;
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

/// Whether the other end sends requests, but takes no answers.
function isFull(state: Connection): boolean {
  // The socket of a parser that reads it is one of net; others can be anything.
  if (!state.isAttached) return state.waitingBytes >= state.socket.writableHighWaterMark || state.socket.writableNeedDrain;
  const writable: WritableState = state.socket._writableState;
  const mask = Flag.destroyed | Flag.ending | Flag.needDrain;
  return state.waitingBytes >= writable.highWaterMark || (writable.flags & mask) === Flag.needDrain;
}

/// The value of the field Keep-Alive, made once.
function keepAliveText(server: any): any {
  const limit: any = server.keepAliveTimeout;
  const max: any = server.maxRequestsPerSocket;
  if (server._textOfTimeout !== limit || server._textOfMax !== max) {
    server._textOfTimeout = limit;
    server._textOfMax = max;
    server._textOfKeepAlive = limit ? "timeout=" + Math.floor(limit / 1000) + (Math.trunc(max) > 0 ? ", max=" + Math.trunc(max) : "") : undefined;
  }
  return server._textOfKeepAlive;
}

/// Gives a response the connection, or lets it wait for those before it.
function assign(state: Connection, response: any): void {
  const current: any = state.current;
  // A response whose end is sent is only told so later.
  if (current !== null && (!isEnded(current) || !state.isAttached)) {
    response._onPendingData = onPendingData;
    response._connection = state;
    (state.outgoing ??= []).push(response);
    return;
  }
  give(state, response);
}

/// Whether all of a response is handed to the system, and another one may follow.
function isEnded(response: any): boolean {
  const out: OutgoingState = response._out;
  return out.finished && out.callbacks === null && response.outputData.length === 0 && (out.bits & Out.last) === 0;
}

function give(state: Connection, response: any): void {
  const socket: any = state.socket;
  state.current = response;
  socket._httpMessage = response;
  response.socket = socket;
  if (state.isAttached) {
    const out: OutgoingState = response._out;
    out.connection = state.parser;
    out.writing = socket._writableState;
  }
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

export function onBody(state: Connection, chunk: any): void {
  const request: any = state.incoming;
  const socket: any = state.socket;
  if (socket.timeout) socket._unrefTimer();
  if (request === null || request._dumped) return;
  if (!request.push(chunk)) setReading(socket, false);
}

export function onComplete(state: Connection, trailers: any): void {
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

export function onDrain(state: Connection, _status: number): number {
  drainConnection(state);
  return 1;
}

export function drainConnection(state: Connection): void {
  if (state.isPaused && state.waitingBytes <= state.socket.writableHighWaterMark) {
    state.isPaused = false;
    setReading(state.socket, true);
  }
  if (state.current !== null) drained(state.current);
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
  // The socket is the program's.
  if (state === undefined) return;
  const out: OutgoingState = response._out;
  if (!request._consuming) request._dump();
  response.socket = null;
  out.connection = null;
  if (response._events !== undefined) nextTick(closeFinished, [response]);
  else out.destroyed = out.closed = true;
  if (state === null) return;
  if (state.finishing === response) finishNext(state);
  if (state.current === response) {
    state.current = null;
    socket._httpMessage = null;
  }
  if (out.bits & Out.last) {
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
  response._out.destroyed = response._out.closed = true;
  response.emit("close");
}

(ServerResponse as any).prototype._finished = function (this: any): void {
  finishResponse(this);
};
(ServerResponse as any).prototype._finishSoon = finishSoon;
