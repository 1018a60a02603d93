/// `http.OutgoingMessage` (https://nodejs.org/api/http.html#class-httpoutgoingmessage): the fields of a message that is
/// sent, and what is seldom asked of it. What is done for each message stands in http-outgoing-send.ts.
// @optimize size
import { httpFlush, nextTick } from "polyglot:runtime";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { validateString } from "../prelude/validators.ts";
import { coded, headersSent, Out } from "./http-common.ts";
import { lowerName, positionOf, sendable, validateHeaderName, validateHeaderValue } from "./http-fields.ts";
import { ignore, onFinish, setField, storeHead, usual } from "./http-outgoing-send.ts";
import { HeadState, OutgoingState, textOf, Usual } from "./http-outgoing-state.ts";
import { flush, flushOutput, nothing, send, writeRaw } from "./http-outgoing-text.ts";
import { Stream } from "./stream-base.ts";
import { getDefaultHighWaterMark } from "./stream-state.ts";

/// The constructor. The table of listeners is made with the first one.
export function OutgoingMessage(this: any, options?: any): void {
  this._out = new OutgoingState(Usual.message);
  if (options !== undefined && options !== null) applyOptions(this._out, options);
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream as any);

/// What the options of a message say.
export function applyOptions(out: OutgoingState, options: any): void {
  if (options.highWaterMark !== undefined) out.limit = options.highWaterMark;
  if (options.rejectNonStandardBodyWrites) out.rejectsBody = true;
}

const prototype: any = OutgoingMessage.prototype;
/// What most messages do not have of their own.
const defaults: any = {
  outputSize: 0, writable: true, strictContentLength: false, socket: null, errored: null, outputData: nothing,
};
for (const name of Object.keys(defaults)) prototype[name] = defaults[name];

/// Defines a property that is a bit of what a head is made with.
function defineBit(name: string, bit: number): void {
  Object.defineProperty(prototype, name, {
    get(this: any): any {
      const out: OutgoingState | undefined = this._out;
      return out === undefined ? undefined : (out.bits & bit) !== 0;
    },
    set(this: any, value: any): void {
      const out: OutgoingState | undefined = this._out;
      if (out === undefined) return;
      if (value) out.bits |= bit;
      else out.bits &= ~bit;
    },
    enumerable: true, configurable: true,
  });
}
defineBit("sendDate", Out.date);
defineBit("shouldKeepAlive", Out.keepAlive);
defineBit("_hasBody", Out.hasBody);
defineBit("useChunkedEncodingByDefault", Out.chunksByDefault);
defineBit("_removedConnection", Out.removedConnection);
defineBit("_removedContLen", Out.removedLength);
defineBit("_removedTE", Out.removedEncoding);
defineBit("maxRequestsOnConnectionReached", Out.maxRequests);
defineBit("_last", Out.last);
defineBit("chunkedEncoding", Out.chunked);

/// Called in front of the listeners of `finish`.
prototype._finished = ignore;

function destroyOnceConnected(this: any, error: any, socket: any): void {
  socket.destroy(error);
}

const methods: any = {
  setHeader: usual.setHeader,
  setHeaders(this: any, headers: any): any {
    if (this._out.head !== HeadState.none) throw headersSent("set");
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
    if (this._out.head !== HeadState.none) throw headersSent("append");
    const lower = lowerName(name);
    validateHeaderValue(name, value);
    const at = positionOf(this._out.fields, lower);
    if (at < 0) {
      setField(this._out, lower, name, value);
      return this;
    }
    const before: any = this._out.fields[at + 2];
    const list: any[] = Array.isArray(before) ? before.slice() : [before];
    if (Array.isArray(value)) list.push(...value);
    else list.push(value);
    this._out.fields[at + 2] = sendable(list);
    return this;
  },
  getHeader(this: any, name: any): any {
    validateString(name, "name");
    const at = positionOf(this._out.fields, name.toLowerCase());
    return at < 0 ? undefined : this._out.fields[at + 2];
  },
  hasHeader(this: any, name: any): boolean {
    validateString(name, "name");
    return positionOf(this._out.fields, name.toLowerCase()) >= 0;
  },
  removeHeader(this: any, name: any): void {
    validateString(name, "name");
    if (this._out.head !== HeadState.none) throw headersSent("remove");
    const lower = name.toLowerCase();
    if (lower === "connection") this._removedConnection = true;
    else if (lower === "content-length") this._removedContLen = true;
    else if (lower === "transfer-encoding") this._removedTE = true;
    else if (lower === "date") this.sendDate = false;
    const at = positionOf(this._out.fields, lower);
    if (at >= 0) this._out.fields.splice(at, 3);
  },
  getHeaderNames(this: any): string[] {
    return everyThird(this._out.fields, 0);
  },
  getRawHeaderNames(this: any): string[] {
    return everyThird(this._out.fields, 1);
  },
  getHeaders(this: any): any {
    const result: any = Object.create(null);
    const fields: any = this._out.fields;
    if (fields !== null) for (let i = 0; i < fields.length; i += 3) result[fields[i]] = fields[i + 2];
    return result;
  },
  _renderHeaders(this: any): any {
    if (this._out.head !== HeadState.none) throw headersSent("render");
    const result: any = {};
    const fields: any = this._out.fields;
    if (fields !== null) for (let i = 0; i < fields.length; i += 3) result[fields[i + 1]] = fields[i + 2];
    return result;
  },
  flushHeaders(this: any): void {
    if (this._out.head === HeadState.none) this._implicitHeader();
    this._send("");
    if (this._out.connection !== null) httpFlush(this._out.connection);
  },
  _implicitHeader(this: any): void {
    throw coded(Error, "ERR_METHOD_NOT_IMPLEMENTED", "The _implicitHeader() method is not implemented");
  },
  /// Makes a head of a first line and fields, as programs do that send messages by themselves.
  _storeHeader(this: any, firstLine: any, headers: any): void {
    storeHead(this, 0, firstLine, triplesOf(headers));
  },
  addTrailers(this: any, headers: any): void {
    this._out.trailer = "";
    const isList = Array.isArray(headers);
    for (const key of Object.keys(headers)) {
      const field: any = isList ? headers[key as any][0] : key;
      const value: any = isList ? headers[key as any][1] : headers[key];
      validateHeaderName(field, "Trailer name");
      for (const one of Array.isArray(value) ? value : [value]) {
        validateHeaderValue(field, one);
        this._out.trailer += field + ": " + one + "\r\n";
      }
    }
  },
  cork(this: any): void {
    this._out.corked++;
    if (this.socket) this.socket.cork();
  },
  uncork(this: any): void {
    if (this._out.corked > 0) this._out.corked--;
    if (this.socket) this.socket.uncork();
  },
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    if (callback) this.on("timeout", callback);
    if (!this.socket) this.once("socket", (socket: any) => socket.setTimeout(milliseconds));
    else this.socket.setTimeout(milliseconds);
    return this;
  },
  destroy(this: any, error?: any): any {
    if (this._out.destroyed) return this;
    this._out.destroyed = true;
    this.errored = error ?? null;
    if (this.socket) this.socket.destroy(error);
    else this.once("socket", (socket: any) => destroyOnceConnected.call(this, error, socket));
    return this;
  },
  write: usual.write,
  end: usual.end,
  _finishSoon(this: any): void {
    nextTick(onFinish, [this]);
  },
  _finish(this: any): void {
    if (this._events !== undefined) this.emit("prefinish");
  },
  _send: send,
  _writeRaw: writeRaw,
  _onPendingData: ignore,
  _flush: flush,
  _flushOutput: flushOutput,
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

const accessors: any = {
  get finished(): any { return (this as any)._out?.finished; },
  set finished(value: any) { if ((this as any)._out) (this as any)._out.finished = !!value; },
  get destroyed(): any { return (this as any)._out?.destroyed; },
  set destroyed(value: any) { if ((this as any)._out) (this as any)._out.destroyed = !!value; },
  get headersSent(): boolean { return (this as any)._out.head !== HeadState.none; },
  get _header(): any { return (this as any)._out.head === HeadState.none ? null : textOf((this as any)._out); },
  get _headerSent(): boolean { return (this as any)._out.head === HeadState.sent; },
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
    return self._out.limit || (self.socket ? self.socket.writableHighWaterMark : getDefaultHighWaterMark());
  },
  get writableCorked(): number { return (this as any)._out.corked; },
  get writableEnded(): boolean { return (this as any)._out.finished; },
  get writableNeedDrain(): boolean {
    const self: any = this;
    return !self.destroyed && !self.finished && self._out.needDrain;
  },
  get closed(): boolean { return (this as any)._out.closed; },
};
for (const name of Object.keys(accessors)) {
  const descriptor: any = Object.getOwnPropertyDescriptor(accessors, name);
  descriptor.enumerable = false;
  Object.defineProperty(prototype, name, descriptor);
}
