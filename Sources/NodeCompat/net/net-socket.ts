/// `net.Socket` (https://nodejs.org/api/net.html#class-netsocket): a Duplex over a handle.
// @optimize size
import {
  netClose, netCount, netOption, netRead, netReadTo, netReference, netReset, netSetOwner, netShutdown, netWrite,
  netWriteAll,
} from "polyglot:runtime";
import { encodingNumber, LATIN1, UTF16LE, UTF8, ASCII } from "../prelude/buffer-encodings.ts";
import { codedError, errnoException, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import {
  validateAbortSignal, validateFunction, validateInteger, validateNumber, validateString,
} from "../prelude/validators.ts";
import { isNormalized, normalizeArguments } from "./net-arguments.ts";
import { connectHandle, lookupAndConnect } from "./net-connect.ts";
import { closedBeforeConnection, hostError, invalidHandle, missingPlace, socketClosed } from "./net-errors.ts";
import { addressOf, Count, isPipeHandle, newHandle, openHandle, Option, unsupportedKind } from "./net-handle.ts";
import { abortWith } from "./stream-abort.ts";
import { Duplex } from "./stream-duplex.ts";

/// The timer of `setTimeout`, and what was queued when it fired last.
const timeoutTimer: unique symbol = Symbol("timeout") as any;
const lastQueued: unique symbol = Symbol("lastWriteQueueSize") as any;
/// The buffer, the callback and the source of further buffers of the option `onread`.
const userBuffer: unique symbol = Symbol("kBuffer") as any;
const userCallback: unique symbol = Symbol("kBufferCb") as any;
const userSource: unique symbol = Symbol("kBufferGen") as any;
/// Whether the handle reads.
const isReading: unique symbol = Symbol("reading") as any;
/// The callbacks of the request under way.
const writeCallback: unique symbol = Symbol("writeCallback") as any;
const finalCallback: unique symbol = Symbol("finalCallback") as any;
/// Why the handle was closed, for the event `close`.
const hadException: unique symbol = Symbol("hadException") as any;
/// What was asked of the connection before there was one.
export const wantsNoDelay: unique symbol = Symbol("kSetNoDelay") as any;
export const wantsKeepAlive: unique symbol = Symbol("kSetKeepAlive") as any;
export const keepAliveDelay: unique symbol = Symbol("kSetKeepAliveInitialDelay") as any;
const typeOfService: unique symbol = Symbol("kSetTOS") as any;
/// The counts of a handle that is gone.
const bytesRead: unique symbol = Symbol("kBytesRead") as any;
const bytesWritten: unique symbol = Symbol("kBytesWritten") as any;

function checkOptions(options: any): void {
  for (const name of ["objectMode", "readableObjectMode", "writableObjectMode"]) {
    if (options[name]) throw invalidValue("options." + name, options[name], "is not supported");
  }
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, "options.keepAliveInitialDelay");
  }
}

/// The constructor.
export function Socket(this: any, given?: any): any {
  if (!(this instanceof (Socket as any))) return new (Socket as any)(given);
  const options: any = typeof given === "number" ? { fd: given } : { ...given };
  checkOptions(options);
  this.connecting = false;
  this._hadError = false;
  this._handle = null;
  this._host = null;
  this[isReading] = false;
  const allowHalfOpen = Boolean(options.allowHalfOpen);
  options.allowHalfOpen = allowHalfOpen;
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  const signal: any = options.signal;
  options.signal = undefined;
  (Duplex as any).call(this, options);
  // What comes from outside is not to be called when half of the connection ends.
  this.allowHalfOpen = allowHalfOpen;
  if (options.handle) {
    this._handle = options.handle;
    netSetOwner(options.handle, this);
  } else if (options.fd !== undefined) {
    const handle: any = openDescriptor(this, options.fd);
    this._handle = handle;
  }
  const onread: any = options.onread;
  if (onread !== null && typeof onread === "object" && typeof onread.callback === "function") {
    if (typeof onread.buffer === "function") {
      this[userBuffer] = true;
      this[userSource] = onread.buffer;
    } else if (onread.buffer instanceof Uint8Array) {
      this[userBuffer] = onread.buffer;
    }
    this[userCallback] = onread.callback;
  }
  if (options.noDelay) this[wantsNoDelay] = true;
  if (options.keepAlive) this[wantsKeepAlive] = true;
  if (options.keepAliveInitialDelay) this[keepAliveDelay] = Math.trunc(options.keepAliveInitialDelay / 1000);
  if (options.blockList !== undefined) this.blockList = options.blockList;
  this.on("end", onEnd);
  if (this._handle !== null) prepareHandle(this);
  this.server = null;
  this._server = null;
  if (this._handle !== null && options.readable !== false) {
    if (options.pauseOnCreate) {
      this.readableFlowing = false;
    } else if (!options.manualStart) {
      this.read(0);
    }
  }
  if (signal !== undefined) {
    validateAbortSignal(signal, "options.signal");
    abortWith(signal, this);
  }
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex as any);

const prototype: any = Socket.prototype;
/// What few sockets have of their own.
prototype._parent = null;
prototype._closeAfterHandlingError = false;
prototype._pendingData = null;
prototype._pendingEncoding = "";
prototype._sockname = null;
prototype._peername = undefined;
for (const name of [timeoutTimer, userBuffer, userCallback, userSource, writeCallback, finalCallback] as any[]) {
  prototype[name] = null;
}
for (const name of [lastQueued, keepAliveDelay, bytesRead, bytesWritten] as any[]) prototype[name] = 0;
for (const name of [wantsNoDelay, wantsKeepAlive, hadException] as any[]) prototype[name] = false;

function openDescriptor(socket: any, fd: any): any {
  validateInteger(fd, "fd", 0, 2147483647);
  const kind = unsupportedKind(fd);
  if (kind !== undefined) {
    throw codedError(new TypeError("Unsupported fd type: " + kind), "ERR_INVALID_FD_TYPE");
  }
  const handle: any = openHandle(socket, fd);
  if (typeof handle === "number") throw errnoException(handle, "open");
  return handle;
}

/// Makes a stream out of a socket that has got a handle.
function prepareHandle(socket: any): void {
  socket._undestroy();
  socket._sockname = null;
  if (socket[userSource] !== null) socket[userBuffer] = socket[userSource]();
  if (socket[userBuffer] !== null) netReadTo(socket._handle, socket[userBuffer]);
}

/// Behind the end of what the other side sends, writing fails unless half of a connection is allowed.
function onEnd(this: any): void {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}

function writeAfterEnd(this: any, chunk: any, encoding?: any, callback?: any): boolean {
  if (!this.writableEnded) return prototype.write.call(this, chunk, encoding, callback);
  const done: any = typeof encoding === "function" ? encoding : callback;
  const error: any = new Error("This socket has been ended by the other party");
  error.code = "EPIPE";
  if (typeof done === "function") process.nextTick(done, error);
  this.destroy(error);
  return false;
}

const longestDuration = 2147483647;

/// What `setTimeout` takes.
function duration(milliseconds: any): number {
  validateNumber(milliseconds, "msecs");
  if (milliseconds < 0 || !Number.isFinite(milliseconds)) {
    const message = 'The value of "msecs" is out of range. It must be a non-negative finite number. Received ';
    throw codedError(new RangeError(message + milliseconds), "ERR_OUT_OF_RANGE");
  }
  if (milliseconds <= longestDuration) return milliseconds;
  emitWarning(
    milliseconds + " does not fit into a 32-bit signed integer.\nTimer duration was truncated to " + longestDuration +
      ".",
    "TimeoutOverflowWarning",
  );
  return longestDuration;
}

function startReading(socket: any): void {
  socket[isReading] = true;
  netRead(socket._handle, 1);
}

function stopReading(socket: any): void {
  socket[isReading] = false;
  netRead(socket._handle, 0);
}

/// Whether text of an encoding is sent without being made a Buffer.
function isWritten(encoding: number): boolean {
  return encoding === UTF8 || encoding === LATIN1 || encoding === ASCII || encoding === UTF16LE;
}

/// Sends one chunk: the status of netWrite.
function sendChunk(handle: any, data: any, encoding: any): number {
  if (typeof data !== "string") return netWrite(handle, data, UTF8);
  const number = encodingNumber(encoding);
  if (isWritten(number)) return netWrite(handle, data, number);
  return netWrite(handle, Buffer.from(data, encoding), UTF8);
}

/// Sends what was buffered while the socket was corked or busy.
function sendChunks(handle: any, chunks: any): number {
  const list: any[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const data: any = chunks[i].chunk;
    if (typeof data !== "string") {
      list.push(data, UTF8);
      continue;
    }
    const number = encodingNumber(chunks[i].encoding);
    if (isWritten(number)) list.push(data, number);
    else list.push(Buffer.from(data, chunks[i].encoding), UTF8);
  }
  return netWriteAll(handle, list);
}

/// The number of bytes of a chunk that waits.
function sizeOf(chunk: any, encoding: any): number {
  return typeof chunk === "string" ? Buffer.byteLength(chunk, encoding) : chunk.length;
}

/// One end of the connection as Node describes it.
function endOf(socket: any, isPeer: boolean): any {
  const handle: any = socket._handle;
  if (isPeer) {
    if (handle === null || socket.connecting) return socket._peername || {};
    if (!socket._peername) {
      const found: any = addressOf(handle, true);
      if (typeof found === "number" || found.family === undefined) return {};
      socket._peername = found;
    }
    return socket._peername;
  }
  if (handle === null) return {};
  if (!socket._sockname) {
    const found: any = addressOf(handle, false);
    socket._sockname = typeof found === "number" || found.family === undefined ? {} : found;
  }
  return socket._sockname;
}

function emitClose(socket: any): void {
  socket.emit("close", false);
}

const methods: any = {
  _unrefTimer(this: any): void {
    for (let one: any = this; one !== null; one = one._parent) {
      if (one[timeoutTimer] !== null) one[timeoutTimer].refresh();
    }
  },
  _final(this: any, callback: any): any {
    if (this.connecting) return this.once("connect", () => this._final(callback));
    if (this._handle === null) return callback();
    const status = netShutdown(this._handle);
    // ENOTCONN
    if (status === -107) return callback();
    if (status < 0) return callback(errnoException(status, "shutdown"));
    this[finalCallback] = callback;
  },
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    if (this.destroyed) return this;
    this.timeout = milliseconds;
    const wanted = duration(milliseconds);
    if (this[timeoutTimer] !== null) clearTimeout(this[timeoutTimer]);
    if (callback !== undefined) validateFunction(callback, "callback");
    if (wanted === 0) {
      this[timeoutTimer] = null;
      if (callback !== undefined) this.removeListener("timeout", callback);
    } else {
      const timer: any = setTimeout(() => this._onTimeout(), wanted);
      timer.unref();
      this[timeoutTimer] = timer;
      if (callback !== undefined) this.once("timeout", callback);
    }
    return this;
  },
  _onTimeout(this: any): void {
    const before = this[lastQueued];
    if (before > 0 && this._handle !== null) {
      // What is still being sent is no silence.
      const queued = netCount(this._handle, Count.queued);
      if (queued !== before) {
        this[lastQueued] = queued;
        this._unrefTimer();
        return;
      }
    }
    this.emit("timeout");
  },
  setNoDelay(this: any, enable?: any): any {
    const wanted = enable === undefined ? true : Boolean(enable);
    if (wanted === this[wantsNoDelay]) return this;
    this[wantsNoDelay] = wanted;
    if (this._handle !== null) netOption(this._handle, Option.noDelay, wanted ? 1 : 0, 0);
    return this;
  },
  setKeepAlive(this: any, enable?: any, initialDelay?: any): any {
    const wanted = Boolean(enable);
    const delay = Math.trunc(+initialDelay / 1000) || 0;
    if (this._handle === null) {
      this[wantsKeepAlive] = wanted;
      this[keepAliveDelay] = delay;
      return this;
    }
    if (wanted !== this[wantsKeepAlive] || (wanted && this[keepAliveDelay] !== delay)) {
      this[wantsKeepAlive] = wanted;
      this[keepAliveDelay] = delay;
      netOption(this._handle, Option.keepAlive, wanted ? 1 : 0, delay);
    }
    return this;
  },
  setTypeOfService(this: any, value: any): any {
    if (Number.isNaN(value)) throw invalidType("tos", "of type number", value);
    validateInteger(value, "tos", 0, 255);
    this[typeOfService] = value;
    if (this._handle !== null) {
      const status = netOption(this._handle, Option.setTypeOfService, value, 0);
      if (status < 0) throw errnoException(status, "setTypeOfService");
    }
    return this;
  },
  getTypeOfService(this: any): number {
    if (this._handle === null) return this[typeOfService] ?? 0;
    const found = netOption(this._handle, Option.typeOfService, 0, 0);
    if (found < 0) throw errnoException(found, "getTypeOfService");
    return found;
  },
  address(this: any): any {
    return this._getsockname();
  },
  _read(this: any, size: number): void {
    if (this.connecting || this._handle === null) this.once("connect", () => this._read(size));
    else if (!this[isReading]) startReading(this);
  },
  end(this: any, chunk?: any, encoding?: any, callback?: any): any {
    Duplex.prototype.end.call(this, chunk, encoding, callback);
    return this;
  },
  resetAndDestroy(this: any): any {
    if (this._handle === null) {
      this.destroy(socketClosed());
      return this;
    }
    if (isPipeHandle(this._handle)) throw invalidHandle();
    if (this.connecting) this.once("connect", () => this._reset());
    else this._reset();
    return this;
  },
  pause(this: any): any {
    if (this[userBuffer] !== null && !this.connecting && this._handle !== null && this[isReading] && !this.destroyed) {
      stopReading(this);
    }
    return Duplex.prototype.pause.call(this);
  },
  resume(this: any): any {
    if (this[userBuffer] !== null && !this.connecting && this._handle !== null && !this[isReading]) startReading(this);
    return Duplex.prototype.resume.call(this);
  },
  read(this: any, size?: any): any {
    if (this[userBuffer] !== null && !this.connecting && this._handle !== null && !this[isReading]) startReading(this);
    return Duplex.prototype.read.call(this, size);
  },
  destroySoon(this: any): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once("finish", this.destroy);
  },
  _destroy(this: any, exception: any, callback: any): void {
    this.connecting = false;
    for (let one: any = this; one !== null; one = one._parent) {
      if (one[timeoutTimer] !== null) clearTimeout(one[timeoutTimer]);
    }
    const handle: any = this._handle;
    if (handle !== null) {
      this[bytesRead] = netCount(handle, Count.read);
      this[bytesWritten] = netCount(handle, Count.written);
      this[hadException] = Boolean(exception);
      this._handle = null;
      this._sockname = null;
      netSetOwner(handle, this);
      if (this.resetAndClosing) {
        this.resetAndClosing = false;
        const status = netReset(handle);
        if (status < 0) this.emit("error", errnoException(status, "reset"));
      } else if (this._closeAfterHandlingError) {
        queueMicrotask(() => netClose(handle));
      } else {
        netClose(handle);
      }
      callback(exception);
    } else {
      callback(exception);
      process.nextTick(emitClose, this);
    }
    if (this._server !== null) {
      const server: any = this._server;
      server._connections--;
      if (server._emitCloseIfDrained) server._emitCloseIfDrained();
    }
  },
  _reset(this: any): any {
    this.resetAndClosing = true;
    return this.destroy();
  },
  _getpeername(this: any): any {
    return endOf(this, true);
  },
  _getsockname(this: any): any {
    return endOf(this, false);
  },
  _writeGeneric(this: any, isMany: boolean, data: any, encoding: any, callback: any): any {
    if (this.connecting) {
      this._pendingData = data;
      this._pendingEncoding = encoding;
      const onClose = (): void => callback(closedBeforeConnection());
      this.once("connect", () => {
        this.off("close", onClose);
        this._writeGeneric(isMany, data, encoding, callback);
      });
      this.once("close", onClose);
      return undefined;
    }
    if (this._pendingData !== null) {
      this._pendingData = null;
      this._pendingEncoding = "";
    }
    const handle: any = this._handle;
    if (handle === null) {
      callback(socketClosed());
      return false;
    }
    if (this[timeoutTimer] !== null || this._parent !== null) this._unrefTimer();
    const status = isMany ? sendChunks(handle, data) : sendChunk(handle, data, encoding);
    if (status === 0) {
      callback();
    } else if (status < 0) {
      callback(errnoException(status, "write"));
    } else {
      this[lastQueued] = status;
      this[writeCallback] = callback;
    }
    return undefined;
  },
  _writev(this: any, chunks: any, callback: any): void {
    this._writeGeneric(true, chunks, "", callback);
  },
  _write(this: any, data: any, encoding: any, callback: any): void {
    this._writeGeneric(false, data, encoding, callback);
  },
  connect(this: any, ...values: any[]): any {
    const known: any = isNormalized(values[0]) ? values[0] : normalizeArguments(values);
    const options: any = known[0];
    const callback: any = known[1];
    if (options.port === undefined && (options.path === undefined || options.path === null)) {
      throw missingPlace();
    }
    if (this.write !== prototype.write) this.write = prototype.write;
    if (this.destroyed) {
      this._handle = null;
      this._peername = undefined;
      this._sockname = null;
    }
    const isPath = Boolean(options.path);
    if (this._handle === null) {
      this._handle = newHandle(this);
      this[isReading] = false;
      prepareHandle(this);
    }
    if (callback !== null) this.once("connect", callback);
    this._unrefTimer();
    this.connecting = true;
    if (isPath) {
      validateString(options.path, "options.path");
      connectHandle(this, options.path, -1, 0, undefined, undefined);
    } else {
      lookupAndConnect(this, options);
    }
    return this;
  },
  ref(this: any): any {
    if (this._handle === null) {
      this.once("connect", this.ref);
      return this;
    }
    netReference(this._handle, 1);
    return this;
  },
  unref(this: any): any {
    if (this._handle === null) {
      this.once("connect", this.unref);
      return this;
    }
    netReference(this._handle, 0);
    return this;
  },
  /// Another handle, for the next address of a name.
  _replaceHandle(this: any, handle: any): void {
    netClose(this._handle);
    this._handle = handle;
    this[isReading] = false;
    prepareHandle(this);
  },

  // What the handle tells.
  _handleRead(this: any, chunk: any, count: number): void {
    if (this[timeoutTimer] !== null || this._parent !== null) this._unrefTimer();
    if (count > 0) {
      if (this.destroyed) return;
      let goesOn: boolean;
      if (this[userBuffer] !== null) {
        goesOn = this[userCallback](count, this[userBuffer]) !== false;
        if (this[userSource] !== null) {
          const next: any = this[userSource]();
          if (next instanceof Uint8Array) {
            this[userBuffer] = next;
            if (this._handle !== null) netReadTo(this._handle, next);
          }
        }
      } else {
        goesOn = this.push(chunk);
      }
      if (!goesOn && this._handle !== null && !this.destroyed) stopReading(this);
      return;
    }
    this[isReading] = false;
    if (count < 0) {
      this.destroy(errnoException(count, "read"));
    } else if (!this._readableState.endEmitted) {
      this.push(null);
      this.read(0);
    }
  },
  _handleWritten(this: any, status: number): void {
    const callback: any = this[writeCallback];
    this[writeCallback] = null;
    this[lastQueued] = 0;
    if (status < 0 && !this.destroyed) {
      const error: any = errnoException(status, "write");
      if (callback !== null) callback(error);
      else this.destroy(error);
      return;
    }
    if (!this.destroyed) this._unrefTimer();
    if (callback !== null) callback(null);
  },
  _handleConnected(this: any, status: number): void {
    if (this.destroyed) return;
    this.connecting = false;
    this._sockname = null;
    if (status < 0) {
      const attempt: any = this._attempt;
      const { address, port, family, localAddress, localPort } = attempt;
      const local: any = localAddress && localPort ? localAddress + ":" + localPort : undefined;
      const error: any = hostError(status, "connect", address, port, local);
      if (local !== undefined) {
        error.localAddress = localAddress;
        error.localPort = localPort;
      }
      if (family !== 0) this.emit("connectionAttemptFailed", address, port, family, error);
      this.destroy(error);
      return;
    }
    this._attempt = undefined;
    this._unrefTimer();
    const handle: any = this._handle;
    if (this[wantsNoDelay]) netOption(handle, Option.noDelay, 1, 0);
    if (this[wantsKeepAlive]) netOption(handle, Option.keepAlive, 1, this[keepAliveDelay]);
    if (this[typeOfService] !== undefined) netOption(handle, Option.setTypeOfService, this[typeOfService], 0);
    this.emit("connect");
    this.emit("ready");
    if (!this.isPaused()) this.read(0);
  },
  _handleShutDown(this: any, _status: number): void {
    const callback: any = this[finalCallback];
    this[finalCallback] = null;
    if (callback !== null) callback();
  },
  _handleClosed(this: any): void {
    const written: any = this[writeCallback];
    const ended: any = this[finalCallback];
    this[writeCallback] = null;
    this[finalCallback] = null;
    if (written !== null) written(null);
    if (ended !== null) ended();
    this.emit("close", this[hadException]);
  },
};
for (const name of Object.keys(methods)) prototype[name] = methods[name];

const getters: any = {
  _connecting(this: any): boolean { return this.connecting; },
  pending(this: any): boolean { return this._handle === null || this.connecting; },
  readyState(this: any): string {
    if (this.connecting) return "opening";
    if (this.readable && this.writable) return "open";
    return this.readable ? "readOnly" : this.writable ? "writeOnly" : "closed";
  },
  bufferSize(this: any): any { return this._handle === null ? undefined : this.writableLength; },
  bytesRead(this: any): number {
    return this._handle === null ? this[bytesRead] : netCount(this._handle, Count.read);
  },
  _bytesDispatched(this: any): number {
    return this._handle === null ? this[bytesWritten] : netCount(this._handle, Count.written);
  },
  bytesWritten(this: any): any {
    let bytes: number = this._bytesDispatched;
    const waiting: any = this.writableBuffer;
    if (!waiting) return undefined;
    for (const one of waiting) bytes += sizeOf(one.chunk, one.encoding);
    const data: any = this._pendingData;
    if (Array.isArray(data)) {
      // What was corked before there was a connection.
      for (const one of data as any[]) bytes += sizeOf(one.chunk, one.encoding);
    } else if (data) {
      bytes += sizeOf(data, this._pendingEncoding);
    }
    return bytes;
  },
  remoteAddress(this: any): any { return this._getpeername().address; },
  remoteFamily(this: any): any { return this._getpeername().family; },
  remotePort(this: any): any { return this._getpeername().port; },
  localAddress(this: any): any { return this._getsockname().address; },
  localPort(this: any): any { return this._getsockname().port; },
  localFamily(this: any): any { return this._getsockname().family; },
};
for (const name of Object.keys(getters)) {
  Object.defineProperty(prototype, name, { get: getters[name], enumerable: true, configurable: true });
}
