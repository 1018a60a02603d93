/// `stream.Readable` (https://nodejs.org/api/stream.html#class-streamreadable). A function with a prototype rather than
/// a class, since programs also call it as one.
import { bufferIs, call2, chunkLength, nextTick } from "polyglot:runtime";
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import { captureRejectionSymbol } from "./event-emitter.ts";
import { abortWith } from "./stream-abort.ts";
import { Stream } from "./stream-base.ts";
import { construct, destroy, errorOrDestroy, undestroy } from "./stream-destroy.ts";
import { notImplemented, pushAfterEOF, unshiftAfterEnd } from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";
import { bytesOf, takeFrom } from "./stream-readable-buffer.ts";
import { iterate, iterator } from "./stream-readable-iteration.ts";
import { pipe, unpipe } from "./stream-readable-pipe.ts";
import { ReadableState } from "./stream-readable-state.ts";
import { Flag, largerHighWaterMark, nothing } from "./stream-state.ts";
import { StringDecoder } from "./string_decoder.ts";

/// The constructor.
export function Readable(this: any, options?: any): any {
  if (!(this instanceof (Readable as any))) return new (Readable as any)(options);
  this._events = {
    __proto__: null, close: undefined, error: undefined, data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, false);
  if (options) {
    if (typeof options.read === "function") this._read = options.read;
    if (typeof options.destroy === "function") this._destroy = options.destroy;
    if (typeof options.construct === "function") this._construct = options.construct;
    if (options.signal) abortWith(options.signal, this);
  }
  (Stream as any).call(this, options);
  if (this._construct !== undefined && this._construct !== null) construct(this, () => readableConstructed(this));
}
Object.setPrototypeOf(Readable.prototype, Stream.prototype);
Object.setPrototypeOf(Readable, Stream as any);

/// What a readable side does when the stream is constructed.
export function readableConstructed(stream: any): void {
  const state: ReadableState = stream._readableState;
  if (state.flags & Flag.needReadable) maybeReadMore(stream, state);
}

Readable.prototype.destroy = destroy;
Readable.prototype._undestroy = undestroy;
Readable.prototype._destroy = function (this: any, error: any, callback: any): void {
  callback(error);
};
Readable.prototype[captureRejectionSymbol] = function (this: any, error: any): void {
  this.destroy(error);
};
Readable.prototype[Symbol.asyncDispose] = function (this: any): Promise<void> {
  let error: any = null;
  if (!this.destroyed) {
    error = this.readableEnded ? null : new AbortError();
    this.destroy(error);
  }
  return new Promise<void>((resolve, reject) => {
    finished(this, (failure: any) => (failure && failure !== error ? reject(failure) : resolve(null as any)));
  });
};

/// What chunks of bytes may be.
const chunkTypes = "of type string or an instance of Buffer, TypedArray, or DataView";

/// Whether more may be pushed.
function canPush(state: ReadableState): boolean {
  return (state.flags & Flag.ended) === 0 && (state.length < state.highWaterMark || state.length === 0);
}

Readable.prototype.push = function push(this: any, chunk: any, encoding?: any): boolean {
  const state: ReadableState = this._readableState;
  if (chunk === null) {
    state.flags &= ~Flag.reading;
    onEnd(this, state);
    return false;
  }
  let data: any = chunk;
  let isText = false;
  const flags: number = state.flags;
  if ((flags & Flag.objectMode) === 0) {
    let length = 0;
    if (bufferIs(chunk)) {
      length = chunkLength(chunk);
    } else if (typeof chunk === "string") {
      const name: any = encoding || state.defaultEncoding;
      if (state.encoding !== name) {
        if (state.encoding) {
          data = Buffer.from(chunk, name).toString(state.encoding);
          isText = true;
        } else {
          data = Buffer.from(chunk, name);
        }
      } else {
        isText = true;
      }
      length = data.length;
    } else if (ArrayBuffer.isView(chunk)) {
      data = bytesOf(chunk);
      length = data.length;
    } else if (chunk !== undefined) {
      errorOrDestroy(this, invalidType("chunk", chunkTypes, chunk));
      return false;
    }
    if (length === 0) {
      state.flags &= ~Flag.reading;
      maybeReadMore(this, state);
      return canPush(state);
    }
  } else {
    isText = !!encoding;
  }
  if (flags & (Flag.ended | Flag.destroyed | Flag.errored)) {
    if (flags & Flag.ended) errorOrDestroy(this, pushAfterEOF());
    return false;
  }
  state.flags = flags & ~Flag.reading;
  if (state.decoder !== null && !isText) {
    data = state.decoder.write(data);
    if (data.length === 0 && (state.flags & Flag.objectMode) === 0) {
      maybeReadMore(this, state);
      return canPush(state);
    }
  }
  addChunk(this, state, data, false);
  return canPush(state);
};

Readable.prototype.unshift = function unshift(this: any, chunk: any, encoding?: any): boolean {
  const state: ReadableState = this._readableState;
  if (chunk === null) {
    state.flags &= ~Flag.reading;
    onEnd(this, state);
    return false;
  }
  let data: any = chunk;
  if ((state.flags & Flag.objectMode) === 0) {
    if (typeof chunk === "string") {
      const name: any = encoding || state.defaultEncoding;
      if (state.encoding !== name) {
        data = state.encoding ? Buffer.from(chunk, name).toString(state.encoding) : Buffer.from(chunk, name);
      }
    } else if (ArrayBuffer.isView(chunk)) {
      data = bytesOf(chunk);
    } else if (chunk !== undefined) {
      errorOrDestroy(this, invalidType("chunk", chunkTypes, chunk));
      return false;
    }
    if (!(data && data.length > 0)) return canPush(state);
  }
  if (state.flags & Flag.endEmitted) errorOrDestroy(this, unshiftAfterEnd());
  else if (state.flags & (Flag.destroyed | Flag.errored)) return false;
  else addChunk(this, state, data, true);
  return canPush(state);
};

/// Emits a chunk at once if the stream flows, and keeps it otherwise.
function addChunk(stream: any, state: ReadableState, chunk: any, isFirst: boolean): void {
  const mask = Flag.flowing | Flag.sync | Flag.dataListening;
  const flags: number = state.flags;
  if ((flags & mask) === (Flag.flowing | Flag.dataListening) && state.length === 0) {
    forgetDrains(state);
    state.flags = flags | Flag.dataEmitted;
    stream.emit("data", chunk);
  } else {
    state.length += flags & Flag.objectMode ? 1 : chunkLength(chunk);
    if (isFirst) {
      if (state.bufferIndex > 0) state.buffer[--state.bufferIndex] = chunk;
      else if (state.buffer === nothing) state.buffer = [chunk];
      else state.buffer.unshift(chunk);
    } else if (state.buffer === nothing) {
      state.buffer = [chunk];
    } else {
      state.buffer.push(chunk);
    }
    if (flags & Flag.needReadable) emitReadable(stream);
  }
  maybeReadMore(stream, state);
}

/// Nobody is awaited any more.
function forgetDrains(state: ReadableState): void {
  if (state.flags & Flag.multiAwaitDrain) state.awaitDrainWriters.clear();
  else state.awaitDrainWriters = null;
}

Readable.prototype.isPaused = function isPaused(this: any): boolean {
  const flags: number = this._readableState.flags;
  return (flags & (Flag.hasPaused | Flag.paused)) === (Flag.hasPaused | Flag.paused) ||
    (flags & (Flag.hasFlowing | Flag.flowing)) === Flag.hasFlowing;
};

Readable.prototype.setEncoding = function setEncoding(this: any, encoding: any): any {
  const state: ReadableState = this._readableState;
  const decoder: any = new StringDecoder(encoding);
  state.decoder = decoder;
  state.encoding = decoder.encoding;
  // What is there already is decoded, too.
  let content = "";
  for (let i = state.bufferIndex; i < state.buffer.length; i++) content += decoder.write(state.buffer[i]);
  state.buffer = content === "" ? nothing : [content];
  state.bufferIndex = 0;
  state.length = content.length;
  return this;
};

/// How many bytes or objects a `read` gives; NaN stands for all that is wanted.
function amountToRead(count: number, state: ReadableState): number {
  const flags: number = state.flags;
  const length: number = state.length;
  if (count <= 0 || (length === 0 && flags & Flag.ended)) return 0;
  if (flags & Flag.objectMode) return 1;
  if (count !== count) {
    // A flowing stream gives one chunk at a time.
    if (flags & Flag.flowing && length > 0) return chunkLength(state.buffer[state.bufferIndex]);
    return length;
  }
  if (count <= length) return count;
  return flags & Flag.ended ? length : 0;
}

Readable.prototype.read = function read(this: any, n?: any): any {
  const state: ReadableState = this._readableState;
  let count: number = n === undefined ? NaN : n;
  if (n !== undefined && !Number.isInteger(n)) count = Number.parseInt(n, 10);
  const asked = count;
  if (count > state.highWaterMark) state.highWaterMark = largerHighWaterMark(count);
  if (count !== 0) state.flags &= ~Flag.emittedReadable;
  // Without taking anything: `readable` once more.
  if (count === 0 && state.flags & Flag.needReadable && (
    (state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0) || state.flags & Flag.ended
  )) {
    if (state.length === 0 && state.flags & Flag.ended) endReadable(this);
    else emitReadable(this);
    return null;
  }
  count = amountToRead(count, state);
  if (count === 0 && state.flags & Flag.ended) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  const flags: number = state.flags;
  const length: number = state.length;
  const mayRead = (flags & (
    Flag.ended | Flag.reading | Flag.destroyed | Flag.errored | Flag.constructed)) === Flag.constructed;
  const wants = (flags & Flag.needReadable) !== 0 || length === 0 || length - count < state.highWaterMark;
  if (mayRead && wants) {
    state.flags = flags | Flag.reading | Flag.sync | (length === 0 ? Flag.needReadable : 0);
    try {
      this._read(state.highWaterMark);
    } catch (error) {
      errorOrDestroy(this, error);
    }
    state.flags &= ~Flag.sync;
    // It may have pushed at once.
    if ((state.flags & Flag.reading) === 0) count = amountToRead(asked, state);
  }
  const result: any = count > 0 ? takeFrom(state, count) : null;
  if (result === null) {
    if (state.length <= state.highWaterMark) state.flags |= Flag.needReadable;
    else state.flags &= ~Flag.needReadable;
    count = 0;
  } else {
    state.length -= count;
    forgetDrains(state);
  }
  if (state.length === 0) {
    if ((state.flags & Flag.ended) === 0) state.flags |= Flag.needReadable;
    else if (asked !== count) endReadable(this);
  }
  if (result !== null && (state.flags & (Flag.errorEmitted | Flag.closeEmitted)) === 0) {
    state.flags |= Flag.dataEmitted;
    this.emit("data", result);
  }
  return result;
};

function onEnd(stream: any, state: ReadableState): void {
  if (state.flags & Flag.ended) return;
  if (state.decoder !== null) {
    const rest: any = state.decoder.end();
    if (rest && rest.length > 0) {
      if (state.buffer === nothing) state.buffer = [rest];
      else state.buffer.push(rest);
      state.length += state.flags & Flag.objectMode ? 1 : rest.length;
    }
  }
  state.flags |= Flag.ended;
  if (state.flags & Flag.sync) {
    emitReadable(stream);
  } else {
    state.flags = state.flags & ~Flag.needReadable | Flag.emittedReadable;
    emitReadableNow(stream);
  }
}

/// `readable` in the next turn, once.
function emitReadable(stream: any): void {
  const state: ReadableState = stream._readableState;
  state.flags &= ~Flag.needReadable;
  if (state.flags & Flag.emittedReadable) return;
  state.flags |= Flag.emittedReadable;
  nextTick(emitReadableNow, [stream]);
}

function emitReadableNow(stream: any): void {
  const state: ReadableState = stream._readableState;
  if ((state.flags & (Flag.destroyed | Flag.errored)) === 0 && (state.length > 0 || state.flags & Flag.ended)) {
    stream.emit("readable");
    state.flags &= ~Flag.emittedReadable;
  }
  if ((state.flags & (Flag.flowing | Flag.ended)) === 0 && state.length <= state.highWaterMark) {
    state.flags |= Flag.needReadable;
  } else {
    state.flags &= ~Flag.needReadable;
  }
  flow(stream);
}

/// Fills the buffer up to its limit, in the next turn.
function maybeReadMore(stream: any, state: ReadableState): void {
  if ((state.flags & (Flag.readingMore | Flag.constructed)) !== Flag.constructed) return;
  state.flags |= Flag.readingMore;
  nextTick(readMore, [stream, state]);
}

function readMore(stream: any, state: ReadableState): void {
  while ((state.flags & (Flag.reading | Flag.ended)) === 0 &&
    (state.length < state.highWaterMark || (state.flags & Flag.flowing && state.length === 0))) {
    const before = state.length;
    stream.read(0);
    // Nothing has come.
    if (before === state.length) break;
  }
  state.flags &= ~Flag.readingMore;
}

Readable.prototype._read = function (this: any, _size?: any): void {
  throw notImplemented("_read()");
};

Readable.prototype.on = function (this: any, type: any, listener: any): any {
  const result: any = call2((Stream.prototype as any).on, this, type, listener);
  const state: ReadableState = this._readableState;
  if (type === "data") {
    state.flags |= Flag.dataListening;
    if (this.listenerCount("readable") > 0) state.flags |= Flag.readableListening;
    else state.flags &= ~Flag.readableListening;
    if ((state.flags & (Flag.hasFlowing | Flag.flowing)) !== Flag.hasFlowing) this.resume();
  } else if (type === "readable") {
    if ((state.flags & (Flag.endEmitted | Flag.readableListening)) === 0) {
      state.flags |= Flag.readableListening | Flag.needReadable | Flag.hasFlowing;
      state.flags &= ~(Flag.flowing | Flag.emittedReadable);
      if (state.length > 0) emitReadable(this);
      else if ((state.flags & Flag.reading) === 0) nextTick(readNothing, [this]);
    }
  }
  return result;
};
Readable.prototype.addListener = Readable.prototype.on;

function readNothing(stream: any): void {
  stream.read(0);
}

Readable.prototype.removeListener = function (this: any, type: any, listener: any): any {
  const result: any = call2((Stream.prototype as any).removeListener, this, type, listener);
  if (type === "readable") {
    // Whoever removes a listener may add another one at once.
    nextTick(updateListening, [this]);
  } else if (type === "data" && this.listenerCount("data") === 0) {
    this._readableState.flags &= ~Flag.dataListening;
  }
  return result;
};
Readable.prototype.off = Readable.prototype.removeListener;

Readable.prototype.removeAllListeners = function (this: any, type?: any): any {
  const result: any = Reflect.apply((Stream.prototype as any).removeAllListeners, this, arguments);
  if (type === "readable" || type === undefined) nextTick(updateListening, [this]);
  if (type === "data" || type === undefined) this._readableState.flags &= ~Flag.dataListening;
  return result;
};

function updateListening(stream: any): void {
  const state: ReadableState = stream._readableState;
  if (stream.listenerCount("readable") > 0) state.flags |= Flag.readableListening;
  else state.flags &= ~Flag.readableListening;
  const mask = Flag.resumeScheduled | Flag.hasPaused | Flag.paused;
  if ((state.flags & mask) === (Flag.resumeScheduled | Flag.hasPaused)) {
    // It was resumed, and is to flow when it can.
    state.flags |= Flag.flowing | Flag.hasFlowing;
  } else if (stream.listenerCount("data") > 0) {
    stream.resume();
  } else if ((state.flags & Flag.readableListening) === 0) {
    state.flags &= ~(Flag.flowing | Flag.hasFlowing);
  }
}

Readable.prototype.resume = function resume(this: any): any {
  const state: ReadableState = this._readableState;
  if ((state.flags & Flag.flowing) === 0) {
    // With listeners of `readable` the stream flows by itself only when they are gone.
    state.flags |= Flag.hasFlowing;
    if ((state.flags & Flag.readableListening) === 0) state.flags |= Flag.flowing;
    if ((state.flags & Flag.resumeScheduled) === 0) {
      state.flags |= Flag.resumeScheduled;
      nextTick(resumeNow, [this, state]);
    }
  }
  state.flags = state.flags & ~Flag.paused | Flag.hasPaused;
  return this;
};

function resumeNow(stream: any, state: ReadableState): void {
  if ((state.flags & Flag.reading) === 0) stream.read(0);
  state.flags &= ~Flag.resumeScheduled;
  stream.emit("resume");
  flow(stream);
  if ((state.flags & (Flag.flowing | Flag.reading)) === Flag.flowing) stream.read(0);
}

Readable.prototype.pause = function pause(this: any): any {
  const state: ReadableState = this._readableState;
  if ((state.flags & (Flag.hasFlowing | Flag.flowing)) !== Flag.hasFlowing) {
    state.flags = state.flags & ~Flag.flowing | Flag.hasFlowing;
    this.emit("pause");
  }
  state.flags |= Flag.hasPaused | Flag.paused;
  return this;
};

function flow(stream: any): void {
  const state: ReadableState = stream._readableState;
  while (state.flags & Flag.flowing && stream.read() !== null);
}

function endReadable(stream: any): void {
  const state: ReadableState = stream._readableState;
  if (state.flags & Flag.endEmitted) return;
  state.flags |= Flag.ended;
  nextTick(emitEnd, [state, stream]);
}

function emitEnd(state: ReadableState, stream: any): void {
  if (state.flags & (Flag.errored | Flag.closeEmitted | Flag.endEmitted) || state.length > 0) return;
  state.flags |= Flag.endEmitted;
  stream.emit("end");
  if (stream.writable && stream.allowHalfOpen === false) {
    nextTick(endWritable, [stream]);
  } else if (state.flags & Flag.autoDestroy) {
    const w: any = stream._writableState;
    // Unless there is something to be written yet.
    if (!w || (w.autoDestroy && (w.finished || w.writable === false))) stream.destroy();
  }
}

function endWritable(stream: any): void {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

Readable.prototype.pipe = pipe;
Readable.prototype.unpipe = unpipe;
Readable.prototype.iterator = iterator;
Readable.prototype[Symbol.asyncIterator] = function (this: any): any {
  return iterate(this, undefined);
};

/// The accessors of all readable streams.
const accessors: any = {
  get readable(): boolean {
    const state: any = (this as any)._readableState;
    return !!state &&
      (state.flags & (Flag.disabled | Flag.destroyed | Flag.errorEmitted | Flag.endEmitted)) === 0;
  },
  set readable(value: any) {
    if ((this as any)._readableState) (this as any)._readableState.readable = !!value;
  },
  get readableDidRead(): boolean {
    return ((this as any)._readableState.flags & Flag.dataEmitted) !== 0;
  },
  get readableAborted(): boolean {
    const flags: number = (this as any)._readableState.flags;
    return (flags & Flag.disabled) === 0 && (flags & (Flag.destroyed | Flag.errored)) !== 0 &&
      (flags & Flag.endEmitted) === 0;
  },
  get readableHighWaterMark(): number {
    return (this as any)._readableState.highWaterMark;
  },
  get readableBuffer(): any {
    return (this as any)._readableState?.buffer;
  },
  get readableFlowing(): any {
    return (this as any)._readableState.flowing;
  },
  set readableFlowing(value: any) {
    if ((this as any)._readableState) (this as any)._readableState.flowing = value;
  },
  get readableLength(): number {
    return (this as any)._readableState.length;
  },
  get readableObjectMode(): boolean {
    const state: any = (this as any)._readableState;
    return state ? (state.flags & Flag.objectMode) !== 0 : false;
  },
  get readableEncoding(): any {
    const state: any = (this as any)._readableState;
    return state ? state.encoding : null;
  },
  get errored(): any {
    const state: any = (this as any)._readableState;
    return state ? state.errored : null;
  },
  get closed(): boolean {
    const state: any = (this as any)._readableState;
    return state ? (state.flags & Flag.closed) !== 0 : false;
  },
  get destroyed(): boolean {
    const state: any = (this as any)._readableState;
    return state ? (state.flags & Flag.destroyed) !== 0 : false;
  },
  set destroyed(value: any) {
    const state: any = (this as any)._readableState;
    if (!state) return;
    // Whoever overrides `destroy` says so itself.
    state.destroyed = value;
  },
  get readableEnded(): boolean {
    const state: any = (this as any)._readableState;
    return state ? (state.flags & Flag.endEmitted) !== 0 : false;
  },
};
for (const name of Object.keys(accessors)) {
  const descriptor: any = Object.getOwnPropertyDescriptor(accessors, name);
  descriptor.enumerable = false;
  Object.defineProperty(Readable.prototype, name, descriptor);
}
