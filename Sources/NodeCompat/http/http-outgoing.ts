/// `http.OutgoingMessage` (https://nodejs.org/api/http.html#class-httpoutgoingmessage): the fields of a message that is
/// sent, its head and its body.
///
/// A message whose connection belongs to src/http alone (`_channel`) is put together there. All others become text that is
/// written to whatever the socket is.
// @optimize size
import { httpAnswer, httpFlush, httpHead, httpHeadFlags, httpQueued, httpWrite, nextTick } from "polyglot:runtime";
import { ASCII, encodingNumber, LATIN1, UTF8 } from "../prelude/buffer-encodings.ts";
import { codedError, errnoException, invalidType } from "../prelude/node-errors.ts";
import { validateString } from "../prelude/validators.ts";
import {
  coded, Framing, headersSent, lowerName, Out, positionOf, sendable, validateHeaderName, validateHeaderValue,
} from "./http-common.ts";
import { Stream } from "./stream-base.ts";
import { alreadyFinished, nullValues, streamDestroyed, writeAfterEnd } from "./stream-errors.ts";
import { getDefaultHighWaterMark } from "./stream-state.ts";

/// What is known of a head that is made but not sent.
export const enum HeadState { none, made, sent }

/// What `outputData` is while nothing waits.
const nothing: any[] = [];

/// The constructor. The table of listeners is made with the first one.
// @optimize speed
export function OutgoingMessage(this: any, options?: any): void {
  if (options !== undefined && options !== null) {
    if (options.highWaterMark !== undefined) this._limit = options.highWaterMark;
    if (options.rejectNonStandardBodyWrites) this._rejectsBody = true;
  }
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream as any);

const prototype: any = OutgoingMessage.prototype;
/// What most messages do not have of their own.
const defaults: any = {
  outputSize: 0, writable: true, destroyed: false, chunkedEncoding: false, shouldKeepAlive: true,
  maxRequestsOnConnectionReached: false, _defaultKeepAlive: true, useChunkedEncodingByDefault: true, sendDate: false,
  _removedConnection: false, _removedContLen: false, _removedTE: false, strictContentLength: false,
  _contentLength: null, _hasBody: true, _trailer: "", finished: false, _last: false, _closed: false, socket: null,
  _keepAliveTimeout: 0, _maxRequestsPerSocket: 0, _keepAliveText: undefined, errored: null, outputData: nothing,
  /// Names in lower case, names, and values in turn.
  _fields: null,
  /// What the head is made of: see HeadState.
  _state: 0, _flags: 0, _status: 0, _first: undefined, _sending: null,
  /// The connection of src/http, if the message has one to itself.
  _channel: null,
  _limit: 0, _rejectsBody: false, _bytes: 0, _needDrain: false, _corked: 0, _isSent: false, _callbacks: null,
  /// What is called in front of the listeners of `finish`.
  _finished: null,
};
for (const name of Object.keys(defaults)) prototype[name] = defaults[name];

function onError(message: any, error: any, callback: any): void {
  nextTick(emitError, [message, error, callback]);
}

function emitError(message: any, error: any, callback: any): void {
  callback(error);
  if (typeof message.emit === "function" && !message.destroyed) message.emit("error", error);
}

function ignore(): void {}

function invalidChunk(chunk: any): any {
  return invalidType("chunk", "of type string or an instance of Buffer or Uint8Array", chunk);
}

/// The bytes of a chunk.
// @optimize speed
function byteLength(chunk: any, encoding: any): number {
  return typeof chunk === "string" ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
}

/// The connection, if the message can be put together there now.
// @optimize speed
function channelOf(message: any): any {
  const channel: any = message._channel;
  if (channel === null) return null;
  const socket: any = message.socket;
  if (socket === null || message.outputData.length > 0 || socket.destroyed) return null;
  const state: any = socket._writableState;
  return state.length === 0 && state.corked === 0 && !socket.writableEnded ? channel : null;
}

/// Encodings that httpWrite knows; the text of others is decoded first.
// @optimize speed
function sentEncoding(encoding: any): number {
  if (encoding === undefined || encoding === null) return UTF8;
  const number = encodingNumber(encoding);
  return number === UTF8 || number === LATIN1 || number === ASCII ? number : -1;
}

/// What a head is made with.
// @optimize speed
function headFlags(message: any): number {
  let flags = 0;
  if (message.sendDate) flags |= Out.date;
  if (message.shouldKeepAlive) flags |= Out.keepAlive;
  if (message._hasBody) flags |= Out.hasBody;
  if (message.useChunkedEncodingByDefault) flags |= Out.chunksByDefault;
  if (message._removedConnection) flags |= Out.removedConnection;
  if (message._removedContLen) flags |= Out.removedLength;
  if (message._removedTE) flags |= Out.removedEncoding;
  if (message.maxRequestsOnConnectionReached) flags |= Out.maxRequests;
  if (message.agent) flags |= Out.agent;
  if (message._last) flags |= Out.last;
  if (message.chunkedEncoding) flags |= Out.chunked;
  return flags;
}

/// The value of the field Keep-Alive.
// @optimize speed
function keepAliveText(message: any): any {
  if (!message._defaultKeepAlive || !message._keepAliveTimeout) return undefined;
  if (message._keepAliveText !== undefined) return message._keepAliveText;
  const max = Math.trunc(message._maxRequestsPerSocket) || 0;
  return "timeout=" + Math.floor(message._keepAliveTimeout / 1000) + (max > 0 ? ", max=" + max : "");
}

/// What a head's fields say of the message.
// @optimize speed
function noteFlags(message: any, flags: number): void {
  message._flags = flags;
  if (flags & Out.badTrailer) {
    throw coded(Error, "ERR_HTTP_TRAILER_INVALID", "Trailers are invalid with this transfer encoding");
  }
  if (flags & Out.last && !message._last) message._last = true;
  const isChunked = (flags & Out.chunked) !== 0;
  if (message.chunkedEncoding !== isChunked) message.chunkedEncoding = isChunked;
  const keepsAlive = (flags & Out.keepAlive) !== 0;
  if (message.shouldKeepAlive !== keepsAlive) message.shouldKeepAlive = keepsAlive;
}

/// The head as text.
function headText(message: any, length: number): string {
  const text = httpHead(message._flags, message._status, message._first, message._sending, keepAliveText(message), length);
  noteFlags(message, httpHeadFlags());
  return text;
}

/// Whether the answer can wait for its body to be made.
// @optimize speed
function isPlain(fields: any): boolean {
  return positionOf(fields, "trailer") < 0 && positionOf(fields, "expect") < 0;
}

/// Makes a head: `status` 0 says that `first` is a whole line. With a `length` it may wait for the body.
// @optimize speed
export function storeHead(message: any, status: number, first: any, fields: any): void {
  message._status = status;
  message._first = first;
  message._sending = fields;
  message._flags = headFlags(message);
  message._state = HeadState.made;
  if (fields !== null) {
    const at = positionOf(fields, "content-length");
    if (at >= 0) message._contentLength = +fields[at + 2];
  }
  // A head that has no length when it is made does not get one later.
  if (message._contentLength === null) message._flags |= Out.removedLength;
  if (channelOf(message) === null || !isPlain(fields)) {
    message._text = headText(message, message._contentLength === null ? -1 : message._contentLength);
    message._hasText = true;
    if (message._flags & Out.withExpect) message._send("");
  }
}
prototype._hasText = false;
prototype._text = "";

/// The text of a head that was made.
function textOf(message: any): string {
  if (!message._hasText) {
    message._text = headText(message, message._contentLength === null ? -1 : message._contentLength);
    message._hasText = true;
  }
  return message._text;
}

/// Sends a chunk by the connection of src/http, with the head if that is not sent: whether more can be sent, or undefined
/// if it has to go another way.
// @optimize speed
function sendFast(message: any, channel: any, chunk: any, encoding: any, isEnd: boolean): any {
  let data: any = chunk;
  let number = UTF8;
  if (typeof data === "string") {
    number = sentEncoding(encoding);
    if (number < 0) {
      data = Buffer.from(data, encoding);
      number = UTF8;
    }
  }
  const socket: any = message.socket;
  if (socket.timeout) socket._unrefTimer();
  let result: number;
  if (message._state !== HeadState.sent && !message._hasText) {
    result = httpAnswer(
      channel, isEnd ? message._flags : message._flags | Out.starts, message._status, message._first, message._sending,
      keepAliveText(message), data, number,
    );
    message._state = HeadState.sent;
    if (result >= 0) noteFlags(message, result);
  } else {
    if (message._state !== HeadState.sent) {
      httpWrite(channel, textOf(message), LATIN1, Framing.none);
      message._state = HeadState.sent;
    }
    const isChunked = message.chunkedEncoding && message._hasBody;
    if (data === undefined && !(isEnd && isChunked)) return true;
    if (!message._hasBody) return true;
    result = httpWrite(channel, data === undefined ? "" : data, number, isChunked ? (isEnd ? Framing.last : Framing.chunk) : Framing.none);
  }
  if (result < 0 && result > -100000) {
    // The other end is gone.
    socket.destroy(errnoException(result, "write"));
    return false;
  }
  if (isEnd) return true;
  const queued = httpQueued(channel);
  if (queued + data.length < message.writableHighWaterMark) return true;
  // What the system took at once counted until the next turn.
  if (queued === 0) nextTick(drained, [message]);
  return false;
}

/// Forgets the text of a head whose fields changed: not possible once it is made.
// @optimize speed
function setField(message: any, lower: string, name: any, value: any): void {
  let fields: any[] = message._fields;
  if (fields === null) {
    fields = message._fields = [lower, name, sendable(value)];
  } else {
    const at = positionOf(fields, lower);
    if (at >= 0) {
      fields[at + 1] = name;
      fields[at + 2] = sendable(value);
    } else {
      fields.push(lower, name, sendable(value));
    }
  }
  if (lower.length === 10 && lower === "connection") message._removedConnection = false;
  else if (lower.length === 14 && lower === "content-length") message._removedContLen = false;
  else if (lower.length === 17 && lower === "transfer-encoding") message._removedTE = false;
}

function connectionUncork(socket: any): void {
  socket.uncork();
}

/// `write` and the chunk of `end`.
// @optimize speed
function writeChunk(message: any, chunk: any, encoding: any, callback: any, isEnd: boolean): boolean {
  if (chunk === null) throw nullValues();
  if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) throw invalidChunk(chunk);
  let error: any;
  if (message.finished) error = writeAfterEnd();
  else if (message.destroyed) error = streamDestroyed("write");
  if (error) {
    if (!message.destroyed) onError(message, error, callback);
    else nextTick(callback, [error]);
    return false;
  }
  let size = -1;
  if (message.strictContentLength) {
    size = byteLength(chunk, encoding);
    message._bytes += size;
    if (message._contentLength !== null && (message._bytes > message._contentLength)) throw lengthMismatch(message);
  }
  if (message._state === HeadState.none) {
    if (isEnd) message._contentLength = size < 0 ? byteLength(chunk, encoding) : size;
    message._implicitHeader();
  }
  if (!message._hasBody) {
    if (message._rejectsBody) {
      throw coded(Error, "ERR_HTTP_BODY_NOT_ALLOWED", "Adding content for this request method or response status is not allowed.");
    }
    nextTick(callback, undefined);
    return true;
  }
  const channel: any = channelOf(message);
  if (channel !== null && !isEnd) {
    const goesOn: any = sendFast(message, channel, chunk, encoding, false);
    if (callback !== ignore) {
      if (httpQueued(channel) === 0) nextTick(callback, undefined);
      else (message._callbacks ??= []).push(callback);
    }
    if (!goesOn) message._needDrain = true;
    return goesOn;
  }
  const socket: any = message.socket;
  if (!isEnd && socket !== null && !socket.writableCorked) {
    socket.cork();
    nextTick(connectionUncork, [socket]);
  }
  let goesOn: boolean;
  if (message.chunkedEncoding && chunk.length !== 0) {
    if (size < 0) size = byteLength(chunk, encoding);
    message._send(size.toString(16) + "\r\n", "latin1", null);
    message._send(chunk, encoding, null, size);
    goesOn = message._send("\r\n", "latin1", callback);
  } else {
    goesOn = message._send(chunk, encoding, callback, size < 0 ? undefined : size);
  }
  if (!goesOn) message._needDrain = true;
  return goesOn;
}

function lengthMismatch(message: any): any {
  return coded(Error, "ERR_HTTP_CONTENT_LENGTH_MISMATCH",
    "Response body's content-length of " + message._bytes + " byte(s) does not match the content-length of " +
    message._contentLength + " byte(s) set in header");
}

/// `finish`, when all is handed to the system.
// @optimize speed
export function onFinish(message: any, error?: any): void {
  if (error || message.socket?._hadError) return;
  message._isSent = true;
  if (message._finished !== null) message._finished(message);
  if (message._events !== undefined) message.emit("finish");
}

/// What waited for bytes to be taken.
export function drained(message: any): void {
  const callbacks: any = message._callbacks;
  if (callbacks !== null) {
    message._callbacks = null;
    for (const callback of callbacks) callback();
  }
  if (!message.finished && message._needDrain) {
    message._needDrain = false;
    message.emit("drain");
  }
}

function destroyOnceConnected(this: any, error: any, socket: any): void {
  socket.destroy(error);
}

const methods: any = {
  // @optimize speed
  setHeader(this: any, name: any, value: any): any {
    if (this._state !== HeadState.none) throw headersSent("set");
    const lower = lowerName(name);
    validateHeaderValue(name, value);
    setField(this, lower, name, value);
    return this;
  },
  setHeaders(this: any, headers: any): any {
    if (this._state !== HeadState.none) throw headersSent("set");
    if (!headers || Array.isArray(headers) || typeof headers.keys !== "function" || typeof headers.get !== "function") {
      throw invalidType("headers", "an instance of Headers or Map", headers);
    }
    const cookies: any[] = [];
    for (const [name, value] of headers) {
      if (name === "set-cookie") {
        if (Array.isArray(value)) cookies.push(...value);
        else cookies.push(value);
      } else {
        this.setHeader(name, value);
      }
    }
    if (cookies.length > 0) this.setHeader("set-cookie", cookies);
    return this;
  },
  appendHeader(this: any, name: any, value: any): any {
    if (this._state !== HeadState.none) throw headersSent("append");
    const lower = lowerName(name);
    validateHeaderValue(name, value);
    const at = positionOf(this._fields, lower);
    if (at < 0) {
      setField(this, lower, name, value);
      return this;
    }
    const before: any = this._fields[at + 2];
    const list: any[] = Array.isArray(before) ? before.slice() : [before];
    if (Array.isArray(value)) list.push(...value);
    else list.push(value);
    this._fields[at + 2] = sendable(list);
    return this;
  },
  getHeader(this: any, name: any): any {
    validateString(name, "name");
    const at = positionOf(this._fields, name.toLowerCase());
    return at < 0 ? undefined : this._fields[at + 2];
  },
  hasHeader(this: any, name: any): boolean {
    validateString(name, "name");
    return positionOf(this._fields, name.toLowerCase()) >= 0;
  },
  removeHeader(this: any, name: any): void {
    validateString(name, "name");
    if (this._state !== HeadState.none) throw headersSent("remove");
    const lower = name.toLowerCase();
    if (lower === "connection") this._removedConnection = true;
    else if (lower === "content-length") this._removedContLen = true;
    else if (lower === "transfer-encoding") this._removedTE = true;
    else if (lower === "date") this.sendDate = false;
    const at = positionOf(this._fields, lower);
    if (at >= 0) this._fields.splice(at, 3);
  },
  getHeaderNames(this: any): string[] {
    return everyThird(this._fields, 0);
  },
  getRawHeaderNames(this: any): string[] {
    return everyThird(this._fields, 1);
  },
  getHeaders(this: any): any {
    const result: any = Object.create(null);
    const fields: any = this._fields;
    if (fields !== null) for (let i = 0; i < fields.length; i += 3) result[fields[i]] = fields[i + 2];
    return result;
  },
  _renderHeaders(this: any): any {
    if (this._state !== HeadState.none) throw headersSent("render");
    const result: any = {};
    const fields: any = this._fields;
    if (fields !== null) for (let i = 0; i < fields.length; i += 3) result[fields[i + 1]] = fields[i + 2];
    return result;
  },
  flushHeaders(this: any): void {
    if (this._state === HeadState.none) this._implicitHeader();
    this._send("");
    if (this._channel !== null) httpFlush(this._channel);
  },
  _implicitHeader(this: any): void {
    throw coded(Error, "ERR_METHOD_NOT_IMPLEMENTED", "The _implicitHeader() method is not implemented");
  },
  /// Makes a head of a first line and fields, as programs do that send messages by themselves.
  _storeHeader(this: any, firstLine: any, headers: any): void {
    storeHead(this, 0, firstLine, triplesOf(headers));
  },
  addTrailers(this: any, headers: any): void {
    this._trailer = "";
    const isList = Array.isArray(headers);
    for (const key of Object.keys(headers)) {
      const field: any = isList ? headers[key as any][0] : key;
      const value: any = isList ? headers[key as any][1] : headers[key];
      validateHeaderName(field, "Trailer name");
      for (const one of Array.isArray(value) ? value : [value]) {
        validateHeaderValue(field, one);
        this._trailer += field + ": " + one + "\r\n";
      }
    }
  },
  cork(this: any): void {
    this._corked++;
    if (this.socket) this.socket.cork();
  },
  uncork(this: any): void {
    if (this._corked > 0) this._corked--;
    if (this.socket) this.socket.uncork();
  },
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    if (callback) this.on("timeout", callback);
    if (!this.socket) this.once("socket", (socket: any) => socket.setTimeout(milliseconds));
    else this.socket.setTimeout(milliseconds);
    return this;
  },
  destroy(this: any, error?: any): any {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.errored = error ?? null;
    if (this.socket) this.socket.destroy(error);
    else this.once("socket", (socket: any) => destroyOnceConnected.call(this, error, socket));
    return this;
  },
  // @optimize speed
  write(this: any, chunk: any, encoding?: any, callback?: any): boolean {
    let done: any = callback;
    let name: any = encoding;
    if (typeof encoding === "function") {
      done = encoding;
      name = null;
    }
    return writeChunk(this, chunk, name, typeof done === "function" ? done : ignore, false);
  },
  // @optimize speed
  end(this: any, chunk?: any, encoding?: any, callback?: any): any {
    let data: any = chunk;
    let name: any = encoding;
    let done: any = callback;
    if (typeof data === "function") {
      done = data;
      data = null;
      name = null;
    } else if (typeof name === "function") {
      done = name;
      name = null;
    }
    return end(this, data, name, done);
  },
  // @optimize speed
  _finishSoon(this: any): void {
    nextTick(onFinish, [this]);
  },
  // @optimize speed
  _finish(this: any): void {
    if (this._events !== undefined) this.emit("prefinish");
  },
  /// Sends text or bytes as they are, behind the head.
  _send(this: any, data: any, encoding?: any, callback?: any, size?: any): boolean {
    if (this._state !== HeadState.sent) {
      const head = textOf(this);
      this._state = HeadState.sent;
      if (typeof data === "string" && (encoding === "utf8" || encoding === "latin1" || !encoding)) {
        return this._writeRaw(head + data, encoding === "latin1" || data === "" ? "latin1" : encoding, callback, size);
      }
      this.outputData = [{ data: head, encoding: "latin1", callback: null }, ...this.outputData];
      this.outputSize += head.length;
      this._onPendingData(head.length);
    }
    return this._writeRaw(data, encoding, callback, size);
  },
  _writeRaw(this: any, data: any, encoding?: any, callback?: any, size?: any): boolean {
    const socket: any = this.socket;
    let name: any = encoding;
    let done: any = callback;
    if (socket && socket.destroyed) return false;
    if (typeof name === "function") {
      done = name;
      name = null;
    }
    if (socket && socket._httpMessage === this && socket.writable) {
      if (this.outputData.length > 0) this._flushOutput(socket);
      if (this._channel !== null) httpFlush(this._channel);
      return socket.write(data, name, done);
    }
    if (this.outputData === nothing) this.outputData = [];
    this.outputData.push({ data, encoding: name, callback: done });
    const length = size ?? data.length;
    this.outputSize += length;
    this._onPendingData(length);
    return this.outputSize < this.writableHighWaterMark;
  },
  _onPendingData: ignore,
  /// Sends what waited for a connection.
  _flush(this: any): void {
    const socket: any = this.socket;
    if (!socket || !socket.writable) return;
    const goesOn: any = this._flushOutput(socket);
    if (this.finished) {
      this._finish();
    } else if (goesOn && this._needDrain) {
      this._needDrain = false;
      this.emit("drain");
    }
  },
  _flushOutput(this: any, socket: any): any {
    const waiting: any[] = this.outputData;
    if (waiting.length === 0) return true;
    this.outputData = nothing;
    let goesOn: any = true;
    if (this._channel !== null) httpFlush(this._channel);
    socket.cork();
    for (const one of waiting) goesOn = socket.write(one.data, one.encoding, one.callback);
    socket.uncork();
    this._onPendingData(-this.outputSize);
    this.outputSize = 0;
    return goesOn;
  },
  pipe(this: any): void {
    this.emit("error", coded(Error, "ERR_STREAM_CANNOT_PIPE", "Cannot pipe, not readable"));
  },
};
for (const name of Object.keys(methods)) prototype[name] = methods[name];

function everyThird(fields: any, first: number): any[] {
  const result: any[] = [];
  if (fields !== null) for (let i = first; i < fields.length; i += 3) result.push(fields[i]);
  return result;
}

/// Names in lower case, names and values of headers in any form in which they are given; they are checked.
// @optimize speed
export function triplesOf(headers: any): any {
  if (headers === undefined || headers === null) return null;
  const result: any[] = [];
  const add = (name: any, value: any): void => {
    const lower = lowerName(name);
    validateHeaderValue(name, value);
    result.push(lower, name, sendable(value));
  };
  if (Array.isArray(headers)) {
    if (headers.length > 0 && Array.isArray(headers[0])) {
      for (const pair of headers as any[]) add(pair[0], pair[1]);
    } else {
      if (headers.length % 2 !== 0) {
        throw codedError(new TypeError("The argument 'headers' is invalid. Received " + String(headers)), "ERR_INVALID_ARG_VALUE");
      }
      for (let i = 0; i < headers.length; i += 2) add(headers[i], headers[i + 1]);
    }
  } else {
    for (const key of Object.keys(headers)) add(key, headers[key]);
  }
  return result;
}

/// Ends a message: with all at once if nothing is sent yet.
// @optimize speed
function end(message: any, chunk: any, encoding: any, callback: any): any {
  const hasChunk = chunk !== undefined && chunk !== null && chunk !== "" && chunk !== false && chunk !== 0;
  if (hasChunk) {
    if (message.finished) {
      onError(message, writeAfterEnd(), typeof callback === "function" ? callback : ignore);
      return message;
    }
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) throw invalidChunk(chunk);
  } else if (message.finished) {
    if (typeof callback === "function") {
      if (!message.writableFinished) message.on("finish", callback);
      else callback(alreadyFinished("end"));
    }
    return message;
  }
  if (message._state === HeadState.none) {
    // The connection counts the bytes itself.
    const isCounted = !hasChunk || (!message.strictContentLength && channelOf(message) !== null && isPlain(message._fields));
    message._contentLength = isCounted ? 0 : byteLength(chunk, encoding);
    message._implicitHeader();
  }
  if (typeof callback === "function") message.once("finish", callback);
  if (message.strictContentLength && message._contentLength !== null) {
    const size = hasChunk ? byteLength(chunk, encoding) : 0;
    message._bytes += size;
    if (message._bytes !== message._contentLength && message._hasBody) throw lengthMismatch(message);
  }
  if (hasChunk && !message._hasBody && message._rejectsBody) {
    throw coded(Error, "ERR_HTTP_BODY_NOT_ALLOWED", "Adding content for this request method or response status is not allowed.");
  }
  const channel: any = message._trailer === "" && message._callbacks === null ? channelOf(message) : null;
  if (channel !== null) {
    sendFast(message, channel, hasChunk ? chunk : undefined, encoding, true);
    if (httpQueued(channel) === 0 || message.socket === null || message.socket.destroyed) message._finishSoon();
    else (message._callbacks ??= []).push(() => onFinish(message));
  } else {
    endSlowly(message, hasChunk ? chunk : undefined, encoding);
  }
  message.finished = true;
  if (message.outputData.length === 0 && message.socket && message.socket._httpMessage === message) message._finish();
  return message;
}

/// The end of a message that is written to its socket as text.
function endSlowly(message: any, chunk: any, encoding: any): void {
  const socket: any = message.socket;
  if (socket) socket.cork();
  if (chunk !== undefined) writeRest(message, chunk, encoding);
  const finish = (error?: any): void => onFinish(message, error);
  if (message._hasBody && message.chunkedEncoding) message._send("0\r\n" + message._trailer + "\r\n", "latin1", finish);
  else if (message._state !== HeadState.sent || message.writableLength || chunk !== undefined) message._send("", "latin1", finish);
  else nextTick(finish, undefined);
  if (socket) {
    socket._writableState.corked = 1;
    socket.uncork();
  }
  message._corked = 0;
}

function writeRest(message: any, chunk: any, encoding: any): void {
  if (!message._hasBody) return;
  if (message.chunkedEncoding && chunk.length !== 0) {
    message._send(byteLength(chunk, encoding).toString(16) + "\r\n", "latin1", null);
    message._send(chunk, encoding, null);
    message._send("\r\n", "latin1", null);
  } else {
    message._send(chunk, encoding, null);
  }
}

const accessors: any = {
  get headersSent(): boolean { return (this as any)._state !== HeadState.none; },
  get _header(): any { return (this as any)._state === HeadState.none ? null : textOf(this); },
  get _headerSent(): boolean { return (this as any)._state === HeadState.sent; },
  get connection(): any { return (this as any).socket; },
  set connection(value: any) { (this as any).socket = value; },
  get writableFinished(): boolean {
    const self: any = this;
    return self.finished && self.outputSize === 0 && (!self.socket || self.socket.writableLength === 0);
  },
  get writableObjectMode(): boolean { return false; },
  get writableLength(): number {
    const self: any = this;
    return self.outputSize + (self.socket ? self.socket.writableLength : 0);
  },
  get writableHighWaterMark(): number {
    const self: any = this;
    return self._limit || (self.socket ? self.socket.writableHighWaterMark : getDefaultHighWaterMark());
  },
  get writableCorked(): number { return (this as any)._corked; },
  get writableEnded(): boolean { return (this as any).finished; },
  get writableNeedDrain(): boolean {
    const self: any = this;
    return !self.destroyed && !self.finished && self._needDrain;
  },
  get closed(): boolean { return (this as any)._closed; },
};
for (const name of Object.keys(accessors)) {
  const descriptor: any = Object.getOwnPropertyDescriptor(accessors, name);
  descriptor.enumerable = false;
  Object.defineProperty(prototype, name, descriptor);
}
