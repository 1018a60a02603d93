/// `http.IncomingMessage` (https://nodejs.org/api/http.html#class-httpincomingmessage). What few programs ask for is made
/// when they do: the fields, out of the text of the head, and the state of the stream, which a request without a body whose
/// listener does not read it never needs.
// @optimize size
import { httpDistinctFields, httpFields, httpRawFields, netRead, nextTick } from "polyglot:runtime";
import { Head } from "./http-common.ts";
import { finished } from "./stream-finished.ts";
import { ReadableState } from "./stream-readable-state.ts";
import { Readable } from "./stream-readable.ts";
import { Flag } from "./stream-state.ts";

/// How far a message is whose state as a stream nobody has asked for.
export const enum Progress { arriving, ended, closed }

/// Lets a socket read, or not.
export function setReading(socket: any, reads: boolean): void {
  const handle: any = socket._handle;
  if (handle && typeof handle === "object" && socket._httpState) netRead(handle, reads ? 1 : 0);
  else if (reads && typeof socket.resume === "function") socket.resume();
}

/// The constructor.
export function IncomingMessage(this: any, socket?: any): void {
  this.socket = socket;
  this._progress = Progress.arriving;
  this._hasState = false;
  this._head = "";
  this._what = 0;
  this.method = null;
  this.url = "";
  this.complete = false;
  this.upgrade = null;
  this._dumped = false;
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable as any);

const prototype: any = IncomingMessage.prototype;
/// What most messages do not have of their own.
prototype._trailers = undefined;
prototype._limit = 0;
prototype._consuming = false;
prototype.joinDuplicateHeaders = undefined;
prototype.aborted = false;
prototype.statusCode = null;
prototype.statusMessage = null;

/// Replaces an accessor by what it gave.
function keep(message: any, name: string, value: any): any {
  Object.defineProperty(message, name, { value, writable: true, enumerable: true, configurable: true });
  return value;
}

function makeState(message: any): any {
  const state: any = new ReadableState(undefined, false);
  message._hasState = true;
  keep(message, "_readableState", state);
  if (message._progress === Progress.closed) {
    state.flags |= Flag.ended | Flag.endEmitted | Flag.destroyed | Flag.closed | Flag.closeEmitted;
  } else if (message._progress === Progress.ended) {
    message.push(null);
  }
  return state;
}

/// The end of a message has arrived.
export function endMessage(message: any): void {
  message.complete = true;
  if (message._hasState) message.push(null);
  else message._progress = Progress.ended;
}

const accessors: any = {
  get _readableState(): any { return makeState(this); },
  get headers(): any {
    const self: any = this;
    return keep(self, "headers", self._head === "" ? {} : httpFields(self._head, 0, self._limit, self.joinDuplicateHeaders ? 1 : 0));
  },
  get headersDistinct(): any {
    const self: any = this;
    return keep(self, "headersDistinct", self._head === "" ? Object.create(null) : httpDistinctFields(self._head, 0, self._limit));
  },
  get rawHeaders(): any {
    const self: any = this;
    return keep(self, "rawHeaders", self._head === "" ? [] : httpRawFields(self._head, 0, self._limit));
  },
  get trailers(): any {
    const text: any = (this as any)._trailers;
    return text === undefined ? {} : httpFields(text, 1, 0, (this as any).joinDuplicateHeaders ? 1 : 0);
  },
  get trailersDistinct(): any {
    const text: any = (this as any)._trailers;
    return text === undefined ? Object.create(null) : httpDistinctFields(text, 1, 0);
  },
  get rawTrailers(): any {
    const text: any = (this as any)._trailers;
    return text === undefined ? [] : httpRawFields(text, 1, 0);
  },
  get httpVersionMajor(): any {
    const what: number = (this as any)._what;
    return what === 0 ? null : Math.trunc(what / Head.version / 10);
  },
  get httpVersionMinor(): any {
    const what: number = (this as any)._what;
    return what === 0 ? null : Math.trunc(what / Head.version) % 10;
  },
  get httpVersion(): any {
    const self: any = this;
    return self._what === 0 ? null : self.httpVersionMajor + "." + self.httpVersionMinor;
  },
  get connection(): any { return (this as any).socket; },
};
for (const name of Object.keys(accessors)) {
  const get: any = Object.getOwnPropertyDescriptor(accessors, name)!.get;
  const set = function (this: any, value: any): void {
    if (name === "connection") this.socket = value;
    else keep(this, name, value);
  };
  Object.defineProperty(prototype, name, { get, set, enumerable: true, configurable: true });
}
Object.defineProperty(prototype, "client", {
  get(this: any): any { return this.socket; },
  set(this: any, value: any): void { keep(this, "client", value); },
  enumerable: true, configurable: true,
});

function tellError(message: any, error: any, callback: any): void {
  // Without a listener the abort is no exception.
  if (message.listenerCount("error") === 0) callback();
  else callback(error);
}

const methods: any = {
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    if (callback) this.on("timeout", callback);
    this.socket.setTimeout(milliseconds);
    return this;
  },
  _read(this: any, _size?: any): void {
    if (!this._consuming) {
      this._readableState.readingMore = false;
      this._consuming = true;
    }
    if (this.socket && this.socket.readable) setReading(this.socket, true);
  },
  _destroy(this: any, error: any, callback: any): void {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit("aborted");
    }
    const socket: any = this.socket;
    if (socket && !socket.destroyed && this.aborted) {
      socket.destroy(error);
      const cleanup: any = finished(socket, (failure: any) => {
        cleanup();
        const told: any = failure?.code === "ERR_STREAM_PREMATURE_CLOSE" ? null : failure;
        nextTick(tellError, [this, told || error, callback]);
      });
    } else {
      nextTick(tellError, [this, error, callback]);
    }
  },
  _dump(this: any): void {
    if (this._dumped) return;
    this._dumped = true;
    if (!this._hasState && this.complete && this._events === undefined) {
      this._progress = Progress.closed;
      return;
    }
    this.resume();
  },
  /// Adds a line to the fields, as programs that make messages themselves do.
  _addHeaderLine(this: any, field: any, value: any, dest: any): void {
    const key = String(field).toLowerCase();
    if (dest[key] === undefined) dest[key] = key === "set-cookie" ? [value] : value;
    else if (key === "set-cookie") dest[key].push(value);
    else dest[key] += (key === "cookie" ? "; " : ", ") + value;
  },
  _addHeaderLines(this: any, headers: any, count: number): void {
    if (!headers || !headers.length) return;
    for (let i = 0; i < count; i += 2) this._addHeaderLine(headers[i], headers[i + 1], this.headers);
    this.rawHeaders = headers;
  },
};
for (const name of Object.keys(methods)) prototype[name] = methods[name];
