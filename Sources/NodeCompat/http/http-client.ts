/// `http.ClientRequest` (https://nodejs.org/api/http.html#class-httpclientrequest).
// @optimize size
import { httpEnd, httpExecute, httpNew, httpUse, nextTick } from "polyglot:runtime";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { validateBoolean, validateInteger, validateNumber } from "../prelude/validators.ts";
import { getGlobalAgent } from "./http-agent.ts";
import { coded, connectionReset, headersSent, Head, invalidToken, isToken, Out, parseError } from "./http-common.ts";
import { endMessage, IncomingMessage } from "./http-incoming.ts";
import { OutgoingMessage, triplesOf } from "./http-outgoing.ts";
import { storeHead } from "./http-outgoing-send.ts";
import { HeadState } from "./http-outgoing-state.ts";
import { connect } from "./net.ts";
import { abortWith } from "./stream-abort.ts";
import { finished } from "./stream-finished.ts";

/// The host of an option, otherwise ERR_INVALID_ARG_TYPE.
function checkHost(host: any, name: string): any {
  if (host !== null && host !== undefined && typeof host !== "string") {
    throw invalidType("options." + name, "of type string or one of undefined or null", host);
  }
  return host;
}

/// The options that a URL stands for.
function optionsOfUrl(url: any): any {
  const { hostname } = url;
  const options: any = {
    __proto__: null, ...url, protocol: url.protocol,
    hostname: hostname && hostname[0] === "[" ? hostname.slice(1, -1) : hostname,
    hash: url.hash, search: url.search, pathname: url.pathname, path: (url.pathname || "") + (url.search || ""), href: url.href,
  };
  if (url.port !== "") options.port = Number(url.port);
  if (url.username || url.password) {
    options.auth = decodeURIComponent(url.username) + ":" + decodeURIComponent(url.password);
  }
  return options;
}

/// What was given to `request` as one object, and the callback.
function readArguments(input: any, options: any, callback: any): any {
  let base: any = input;
  let more: any = options;
  let done: any = callback;
  if (typeof input === "string") {
    base = optionsOfUrl(new URL(input));
  } else if (input instanceof URL) {
    base = optionsOfUrl(input);
  } else {
    done = options;
    more = input;
    base = null;
  }
  if (typeof more === "function") {
    done = more;
    more = base || {};
  } else {
    more = Object.assign(base || {}, more);
  }
  return { options: more, callback: done };
}

function agentOf(options: any): any {
  const agent: any = options.agent;
  const usual: any = options._defaultAgent || getGlobalAgent();
  if (agent === false) return new usual.constructor();
  if (agent === null || agent === undefined) return typeof options.createConnection === "function" ? agent : usual;
  if (typeof agent.addRequest !== "function") {
    throw invalidType("options.agent", "one of Agent-like Object, undefined, or false", agent);
  }
  return agent;
}

/// A timeout in milliseconds.
function duration(value: any, name: string): number {
  validateNumber(value, name);
  if (value < 0 || !Number.isFinite(value)) {
    throw codedError(new RangeError(
      'The value of "' + name + '" is out of range. It must be a non-negative finite number. Received ' + value), "ERR_OUT_OF_RANGE");
  }
  return value > 2147483647 ? 2147483647 : value;
}

/// The constructor.
export function ClientRequest(this: any, input: any, given?: any, done?: any): void {
  (OutgoingMessage as any).call(this);
  const { options, callback } = readArguments(input, given, done);
  const agent: any = agentOf(options);
  this.agent = agent;
  const usual: any = options._defaultAgent || getGlobalAgent();
  const protocol: any = options.protocol || usual.protocol;
  const expected: any = agent?.protocol || usual.protocol;
  if (options.path) {
    const path = String(options.path);
    if (/[^\u0021-\u00ff]/.test(path)) {
      throw coded(TypeError, "ERR_UNESCAPED_CHARACTERS", "Request path contains unescaped characters");
    }
  }
  if (protocol !== expected) {
    throw coded(TypeError, "ERR_INVALID_PROTOCOL", 'Protocol "' + protocol + '" not supported. Expected "' + expected + '"');
  }
  const defaultPort: any = options.defaultPort || agent?.defaultPort;
  const port: any = options.port = options.port || defaultPort || 80;
  const host: any = options.host = checkHost(options.hostname, "hostname") || checkHost(options.host, "host") || "localhost";
  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = duration(options.timeout, "timeout");
  if (options.signal) abortWith(options.signal, this);
  setMethod(this, options.method);
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, "maxHeaderSize", 0);
  this.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, "options.insecureHTTPParser");
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, "options.joinDuplicateHeaders");
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.path = options.path || "/";
  this.host = host;
  this.protocol = protocol;
  if (callback) this.once("response", callback);
  if (agent) {
    this._out.bits |= Out.agent;
    const isOnce = !agent.keepAlive && !Number.isFinite(agent.maxSockets);
    this._last = isOnce;
    this.shouldKeepAlive = !isOnce;
  }
  setHeaders(this, options, host, port, defaultPort);
  this._ended = false;
  // Nothing of what the signal does is the socket's.
  const forSocket: any = options.signal ? { ...options, signal: undefined } : options;
  if (agent) {
    agent.addRequest(this, forSocket);
    return;
  }
  this._last = true;
  this.shouldKeepAlive = false;
  openSocket(this, forSocket);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage as any);

const prototype: any = ClientRequest.prototype;
const defaults: any = {
  _ended: false, res: null, aborted: false, timeoutCb: null, upgradeOrConnect: false, parser: null, maxHeadersCount: null,
  reusedSocket: false, agent: undefined, timeout: undefined, _error: undefined, _agentOptions: undefined,
};
for (const name of Object.keys(defaults)) prototype[name] = defaults[name];

function setMethod(request: any, method: any): void {
  if (method !== null && method !== undefined && typeof method !== "string") {
    throw invalidType("options.method", "of type string", method);
  }
  if (method) {
    if (!isToken(method)) throw invalidToken("Method", method);
    request.method = method.toUpperCase();
  } else {
    request.method = "GET";
  }
  request.useChunkedEncodingByDefault = !["GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT"].includes(request.method);
}

function setHeaders(request: any, options: any, host: string, port: any, defaultPort: any): void {
  const headers: any = options.headers;
  if (Array.isArray(headers)) {
    storeHead(request, 0, firstLine(request), triplesOf(headers));
    return;
  }
  if (headers) for (const key of Object.keys(headers)) request.setHeader(key, headers[key]);
  const wantsHost = options.setHost !== undefined ? Boolean(options.setHost) : true;
  if (host && !request.getHeader("host") && wantsHost) {
    // An address of IPv6 has brackets there.
    const isAddress = host.includes(":") && host.includes(":", host.indexOf(":") + 1) && host[0] !== "[";
    let text = isAddress ? "[" + host + "]" : host;
    if (port && +port !== defaultPort) text += ":" + port;
    request.setHeader("Host", text);
  }
  if (options.auth && !request.getHeader("Authorization")) {
    request.setHeader("Authorization", "Basic " + Buffer.from(options.auth).toString("base64"));
  }
  if (request.getHeader("expect")) {
    if (request._out.head !== HeadState.none) throw headersSent("render");
    storeHead(request, 0, firstLine(request), request._out.fields);
  }
}

function firstLine(request: any): string {
  return request.method + " " + request.path + " HTTP/1.1\r\n";
}

function openSocket(request: any, options: any): void {
  if (typeof options.createConnection !== "function") {
    request.onSocket(connect(options));
    return;
  }
  let isDone = false;
  const done = (error: any, socket?: any): void => {
    if (isDone) return;
    isDone = true;
    if (error) nextTick(emitError, [request, error]);
    else request.onSocket(socket);
  };
  try {
    const socket: any = options.createConnection(options, done);
    if (socket) done(null, socket);
  } catch (error) {
    done(error);
  }
}

function emitError(request: any, error: any): void {
  request.emit("error", error);
}

function emitAbort(request: any): void {
  request.emit("abort");
}

/// The request ends without a response.
function fail(request: any, error: any): void {
  if (error) request.emit("error", error);
  request._out.closed = true;
  request.emit("close");
}

function startOnSocket(request: any, socket: any, error: any): void {
  if (!request.destroyed && !error) {
    useSocket(request, socket);
    request._flush();
    return;
  }
  let failure: any = error || request._error;
  if (!request.aborted && !failure) failure = connectionReset("socket hang up");
  if (socket) {
    if (!failure && request.agent && !socket.destroyed) {
      socket.emit("free");
    } else {
      finished(socket.destroy(failure), (told: any) => {
        const other: any = told?.code === "ERR_STREAM_PREMATURE_CLOSE" ? null : told;
        fail(request, other || failure);
      });
      return;
    }
  }
  fail(request, failure);
}

let isUsed = false;

function useSocket(request: any, socket: any): void {
  if (!isUsed) {
    isUsed = true;
    httpUse(1, onHead, onBody, onComplete, onError, onUpgrade, undefined);
  }
  const parser: any = httpNew(request, 1, request.insecureHTTPParser ? 1 : 0, request.maxHeaderSize || 16384);
  request.socket = socket;
  request.parser = parser;
  request._isParsing = true;
  socket.parser = parser;
  socket._httpMessage = request;
  socket.on("error", onSocketError);
  socket.on("data", onSocketData);
  socket.on("end", onSocketEnd);
  socket.on("close", onSocketClose);
  socket.on("drain", onSocketDrain);
  if (request.timeout !== undefined) listenForTimeout(request);
  request.emit("socket", socket);
}

// What the parser tells.

function onHead(request: any, status: number, reason: any, head: any, what: number): number {
  const socket: any = request.socket;
  if (request.res) {
    // A second response to one request.
    socket.destroy();
    return 0;
  }
  const response: any = new (IncomingMessage as any)(socket);
  response._head = head;
  response._what = what;
  response.statusCode = status;
  response.statusMessage = reason;
  if (request.joinDuplicateHeaders) response.joinDuplicateHeaders = true;
  if (typeof request.maxHeadersCount === "number") response._limit = request.maxHeadersCount;
  response.upgrade = (what & Head.upgrade) !== 0;
  request.res = response;
  if (response.upgrade || request.method === "CONNECT") {
    response.upgrade = true;
    return 2;
  }
  if (status >= 100 && status < 200) {
    if (status === 101) return 1;
    request.res = null;
    if (status === 100) request.emit("continue");
    request.emit("information", {
      statusCode: status, statusMessage: reason, httpVersion: response.httpVersion,
      httpVersionMajor: response.httpVersionMajor, httpVersionMinor: response.httpVersionMinor,
      headers: response.headers, rawHeaders: response.rawHeaders,
    });
    return 1;
  }
  if (request.shouldKeepAlive && (what & Head.keepAlive) === 0 && !request.upgradeOrConnect) {
    request.shouldKeepAlive = false;
  }
  response.req = request;
  response.on("end", onResponseEnd);
  request.on("finish", onRequestFinish);
  if (request.aborted || !request.emit("response", response)) response._dump();
  if (request.method === "HEAD") return 1;
  if (status === 304) {
    response.complete = true;
    return 1;
  }
  return 0;
}

function onBody(request: any, chunk: any): void {
  const response: any = request.res;
  if (response === null || response._dumped) return;
  if (!response.push(chunk)) request.socket.pause();
}

function onComplete(request: any, trailers: any): void {
  const response: any = request.res;
  if (response === null) return;
  if (trailers !== undefined) response._trailers = trailers;
  if (response.upgrade || response.statusCode === 101) {
    response.complete = true;
    return;
  }
  endMessage(response);
  // The state knows the end, and tells the listener that was added for it.
  void response._readableState;
  stopParsing(request);
}

function stopParsing(request: any): void {
  if (!request._isParsing) return;
  request._isParsing = false;
  const socket: any = request.socket;
  socket.removeListener("data", onSocketData);
  socket.removeListener("end", onSocketEnd);
  socket.removeListener("drain", onSocketDrain);
  socket.parser = null;
  request.parser = null;
  if (typeof socket.resume === "function") socket.resume();
}

function onError(request: any, number: number, position: number, packet: any): void {
  const socket: any = request.socket;
  stopParsing(request);
  socket.destroy();
  socket._hadError = true;
  request.emit("error", parseError(number, position, packet));
}

function onUpgrade(request: any, rest: any): void {
  const socket: any = request.socket;
  const response: any = request.res;
  const type = request.method === "CONNECT" ? "connect" : "upgrade";
  request._isParsing = false;
  socket.removeListener("data", onSocketData);
  socket.removeListener("end", onSocketEnd);
  socket.removeListener("drain", onSocketDrain);
  if (request.timeoutCb) socket.removeListener("timeout", request.timeoutCb);
  socket.parser = null;
  request.parser = null;
  if (request.listenerCount(type) === 0) {
    socket.destroy();
    return;
  }
  request.upgradeOrConnect = true;
  socket.emit("agentRemove");
  socket.removeListener("close", onSocketClose);
  socket.removeListener("error", onSocketError);
  socket._httpMessage = null;
  socket.readableFlowing = null;
  request.emit(type, response, socket, rest);
  request.destroyed = true;
  request._out.closed = true;
  request.emit("close");
}

// What the socket tells.

function onSocketData(this: any, chunk: any): void {
  const request: any = this._httpMessage;
  if (request && request._isParsing) httpExecute(request.parser, chunk);
}

function onSocketDrain(this: any): void {
  const request: any = this._httpMessage;
  if (request && !request.finished && request._out.needDrain) {
    request._out.needDrain = false;
    request.emit("drain");
  }
}

function onSocketError(this: any, error: any): void {
  const request: any = this._httpMessage;
  if (request) {
    this._hadError = true;
    request.emit("error", error);
    if (request._isParsing) {
      httpEnd(request.parser);
      stopParsing(request);
    }
  }
  this.destroy();
}

function onSocketEnd(this: any): void {
  const request: any = this._httpMessage;
  if (!request.res && !this._hadError) {
    this._hadError = true;
    request.emit("error", connectionReset("socket hang up"));
  }
  if (request._isParsing) {
    httpEnd(request.parser);
    stopParsing(request);
  }
  this.end();
}

function onSocketClose(this: any): void {
  const request: any = this._httpMessage;
  // What is still there may be the end of the response.
  this.read();
  request.destroyed = true;
  const response: any = request.res;
  if (response) {
    if (!response.complete) response.destroy(connectionReset("aborted"));
    request._out.closed = true;
    request.emit("close");
    if (!response.aborted && response.readable) response.push(null);
  } else {
    if (!this._hadError) {
      this._hadError = true;
      request.emit("error", connectionReset("socket hang up"));
    }
    request._out.closed = true;
    request.emit("close");
  }
  request.outputData = [];
  if (request._isParsing) {
    httpEnd(request.parser);
    stopParsing(request);
  }
}

function onResponseEnd(this: any): void {
  const request: any = this.req;
  const socket: any = request.socket;
  if (socket && request.timeoutCb) socket.removeListener("timeout", emitTimeout);
  request._ended = true;
  if (!request.shouldKeepAlive) {
    if (socket.writable) {
      if (typeof socket.destroySoon === "function") socket.destroySoon();
      else socket.end();
    }
  } else if (request.writableFinished && !this.aborted) {
    freeSocket(request);
  }
}

function onRequestFinish(this: any): void {
  if (this.shouldKeepAlive && this._ended) freeSocket(this);
}

/// The socket can be used for another request.
function freeSocket(request: any): void {
  const socket: any = request.socket;
  if (request.timeoutCb) {
    socket.setTimeout(0, request.timeoutCb);
    request.timeoutCb = null;
  }
  socket.removeListener("close", onSocketClose);
  socket.removeListener("error", onSocketError);
  socket.removeListener("data", onSocketData);
  socket.removeListener("end", onSocketEnd);
  nextTick(emitFree, [request]);
  request.destroyed = true;
  if (request.res) request.res.socket = null;
}

function emitFree(request: any): void {
  request._out.closed = true;
  request.emit("close");
  if (request.socket) request.socket.emit("free");
}

function emitTimeout(this: any): void {
  const request: any = this._httpMessage;
  if (request) request.emit("timeout");
}

function listenForTimeout(request: any): void {
  if (request.timeoutCb) return;
  request.timeoutCb = emitTimeout;
  if (request.socket) request.socket.once("timeout", emitTimeout);
  else request.on("socket", (socket: any) => socket.once("timeout", emitTimeout));
}

function setSocketTimeout(socket: any, milliseconds: number): void {
  if (socket.connecting) socket.once("connect", () => socket.setTimeout(milliseconds));
  else socket.setTimeout(milliseconds);
}

/// Calls a method of the socket when it is connected.
function whenConnected(request: any, name: string, values: any[]): void {
  const callNow = (): void => Reflect.apply(request.socket[name], request.socket, values);
  const wait = (): void => {
    if (request.socket.writable) callNow();
    else request.socket.once("connect", callNow);
  };
  if (request.socket) wait();
  else request.once("socket", wait);
}

const methods: any = {
  _implicitHeader(this: any): void {
    if (this._out.head !== HeadState.none) throw headersSent("render");
    storeHead(this, 0, firstLine(this), this._out.fields);
  },
  abort(this: any): void {
    if (this.aborted) return;
    this.aborted = true;
    nextTick(emitAbort, [this]);
    this.destroy();
  },
  destroy(this: any, error?: any): any {
    if (this.destroyed) return this;
    this.destroyed = true;
    if (this.res) this.res._dump();
    this._error = error;
    this.socket?.destroy(error);
    return this;
  },
  onSocket(this: any, socket: any, error?: any): void {
    nextTick(startOnSocket, [this, socket, error]);
  },
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    if (this._ended) return this;
    listenForTimeout(this);
    const wanted = duration(milliseconds, "msecs");
    if (callback) this.once("timeout", callback);
    if (this.socket) setSocketTimeout(this.socket, wanted);
    else this.once("socket", (socket: any) => setSocketTimeout(socket, wanted));
    return this;
  },
  clearTimeout(this: any, callback?: any): void {
    this.setTimeout(0, callback);
  },
  setNoDelay(this: any, enable?: any): void {
    whenConnected(this, "setNoDelay", [enable]);
  },
  setSocketKeepAlive(this: any, enable?: any, initialDelay?: any): void {
    whenConnected(this, "setKeepAlive", [enable, initialDelay]);
  },
};
for (const name of Object.keys(methods)) prototype[name] = methods[name];
