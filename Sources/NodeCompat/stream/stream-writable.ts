/// `stream.Writable` (https://nodejs.org/api/stream.html#class-streamwritable). A function with a prototype rather than
/// a class, since programs also call it as one.
import { bufferIs, chunkLength, nextTick } from "polyglot:runtime";
import { unknownEncoding } from "../prelude/buffer-encodings.ts";
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import { captureRejectionSymbol } from "./event-emitter.ts";
import { abortWith } from "./stream-abort.ts";
import { Stream } from "./stream-base.ts";
import { construct, destroy, errorOrDestroy, noteOn, undestroy } from "./stream-destroy.ts";
import {
  alreadyFinished, cannotPipe, multipleCallback, notImplemented, nullValues, streamDestroyed, writeAfterEnd,
} from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";
import { bytesOf } from "./stream-readable-buffer.ts";
import { Flag, nothing } from "./stream-state.ts";
import { chunksOf, WritableState } from "./stream-writable-state.ts";

/// The callback of those who gave none.
function ignore(): void {}

/// The constructor.
export function Writable(this: any, options?: any): any {
  if (!(this instanceof (Writable as any))) return new (Writable as any)(options);
  this._events = {
    __proto__: null, close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
  };
  this._writableState = new WritableState(options, false);
  if (options) {
    if (typeof options.write === "function") this._write = options.write;
    if (typeof options.writev === "function") this._writev = options.writev;
    if (typeof options.destroy === "function") this._destroy = options.destroy;
    if (typeof options.final === "function") this._final = options.final;
    if (typeof options.construct === "function") this._construct = options.construct;
    if (options.signal) abortWith(options.signal, this);
  }
  (Stream as any).call(this, options);
  if (this._construct !== undefined && this._construct !== null) construct(this, () => writableConstructed(this));
}
Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream as any);

/// A Duplex is a Writable, too, though it does not inherit from it.
Object.defineProperty(Writable, Symbol.hasInstance, {
  value(this: any, object: any): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this, object)) return true;
    if (this !== (Writable as any)) return false;
    return !!object && object._writableState instanceof WritableState;
  },
});

/// What a writable side does when the stream is constructed.
export function writableConstructed(stream: any): void {
  const state: WritableState = stream._writableState;
  if ((state.flags & Flag.writing) === 0) clearBuffer(stream, state);
  if (state.flags & Flag.ending) finishMaybe(stream, state);
}

Writable.prototype.pipe = function (this: any): void {
  errorOrDestroy(this, cannotPipe());
};

/// A write: true, false if nothing more should be written now, or an error.
function writeTo(stream: any, data: any, encodingName: any, callback: any): any {
  const state: WritableState = stream._writableState;
  const done: any = typeof callback === "function" ? callback : ignore;
  let chunk: any = data;
  let encoding: any = encodingName;
  if (chunk === null) throw nullValues();
  const flags: number = state.flags;
  let length = 1;
  if ((flags & Flag.objectMode) === 0) {
    if (!encoding) {
      encoding = state.defaultEncoding;
    } else if (encoding !== "buffer" && encoding !== "utf8" && !Buffer.isEncoding(encoding)) {
      throw unknownEncoding(encoding);
    }
    if (bufferIs(chunk)) {
      encoding = "buffer";
    } else if (typeof chunk === "string") {
      if (flags & Flag.decodeStrings) {
        chunk = Buffer.from(chunk, encoding);
        encoding = "buffer";
      }
    } else if (ArrayBuffer.isView(chunk)) {
      chunk = bytesOf(chunk);
      encoding = "buffer";
    } else {
      throw invalidType("chunk", "of type string or an instance of Buffer, TypedArray, or DataView", chunk);
    }
    length = chunkLength(chunk);
  } else if (!encoding) {
    encoding = state.defaultEncoding;
  }
  if (flags & (Flag.ending | Flag.destroyed)) {
    const error: any = flags & Flag.ending ? writeAfterEnd() : streamDestroyed("write");
    nextTick(done, [error]);
    errorOrDestroy(stream, error, true);
    return error;
  }
  state.pendingcb++;
  state.length += length;
  if ((flags & (Flag.writing | Flag.errored | Flag.constructed)) !== Flag.constructed || state.corked !== 0) {
    if (state.buffered === nothing) state.buffered = [chunk, encoding, done];
    else state.buffered.push(chunk, encoding, done);
    if (encoding !== "buffer") state.flags &= ~Flag.allBuffers;
    if (done !== ignore) state.flags &= ~Flag.allUnawaited;
  } else {
    state.writelen = length;
    state.writecb = done;
    state.flags = flags | Flag.writing | Flag.sync | Flag.expectWrite;
    stream._write(chunk, encoding, state.onwrite ?? completionOf(stream, state));
    state.flags &= ~Flag.sync;
  }
  // What was written at once takes no room.
  const hasRoom = state.length < state.highWaterMark || state.length === 0;
  if (!hasRoom) state.flags |= Flag.needDrain;
  return hasRoom && (state.flags & (Flag.errored | Flag.destroyed)) === 0;
}

/// The callback of a stream's writes.
function completionOf(stream: any, state: WritableState): any {
  const onwrite = (error?: any): void => written(stream, error);
  state.onwrite = onwrite;
  return onwrite;
}

Writable.prototype.write = function write(this: any, chunk: any, encoding?: any, callback?: any): boolean {
  if (typeof encoding === "function") return writeTo(this, chunk, null, encoding) === true;
  return writeTo(this, chunk, encoding, callback) === true;
};

Writable.prototype.cork = function cork(this: any): void {
  this._writableState.corked++;
};

Writable.prototype.uncork = function uncork(this: any): void {
  const state: WritableState = this._writableState;
  if (state.corked === 0) return;
  state.corked--;
  if ((state.flags & Flag.writing) === 0) clearBuffer(this, state);
};

Writable.prototype.setDefaultEncoding = function setDefaultEncoding(this: any, encoding: any): any {
  const name: any = typeof encoding === "string" ? encoding.toLowerCase() : encoding;
  if (!Buffer.isEncoding(name)) throw unknownEncoding(encoding);
  this._writableState.defaultEncoding = name;
  return this;
};

function failWrite(stream: any, state: WritableState, error: any, callback: any): void {
  --state.pendingcb;
  callback(error);
  // The others will never be written.
  errorBuffer(state);
  errorOrDestroy(stream, error);
}

/// A write is done.
function written(stream: any, error: any): void {
  const state: WritableState = stream._writableState;
  const before: number = state.flags;
  if ((before & Flag.expectWrite) === 0) {
    errorOrDestroy(stream, multipleCallback());
    return;
  }
  const callback: any = state.writecb;
  const isSync = (before & Flag.sync) !== 0;
  state.flags = before & ~(Flag.writing | Flag.expectWrite);
  state.writecb = null;
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    void error.stack;
    noteOn(state, error);
    const r: any = stream._readableState;
    if (r) noteOn(r, error);
    if (isSync) nextTick(failWrite, [stream, state, error, callback]);
    else failWrite(stream, state, error, callback);
    return;
  }
  if (state.buffered.length > state.bufferedIndex) clearBuffer(stream, state);
  if (!isSync) {
    afterWrite(stream, state, 1, callback);
    return;
  }
  // Many writes at once end together, in the next turn.
  if (callback === ignore) {
    const flags: number = state.flags;
    const drains = (flags & Flag.needDrain) !== 0 && state.length === 0;
    if ((flags & Flag.afterWritePending) === 0 && (drains || (flags & Flag.destroyed) !== 0)) {
      state.flags = flags | Flag.afterWritePending;
      nextTick(afterWrite, [stream, state, 1, callback]);
    } else {
      state.pendingcb--;
      if (flags & Flag.ending) finishMaybe(stream, state, true);
    }
  } else if (state.afterWrite !== null && state.afterWrite[3] === callback) {
    state.afterWrite[2]++;
  } else {
    state.afterWrite = [stream, state, 1, callback];
    state.flags |= Flag.afterWritePending;
    nextTick(afterWrites, [state.afterWrite]);
  }
}

function afterWrites(batch: any): void {
  const state: WritableState = batch[1];
  state.afterWrite = null;
  afterWrite(batch[0], state, batch[2], batch[3]);
}

function afterWrite(stream: any, state: WritableState, writes: number, callback: any): void {
  state.flags &= ~Flag.afterWritePending;
  const isDrained = (state.flags & (Flag.ending | Flag.needDrain | Flag.destroyed)) === Flag.needDrain &&
    !stream.destroyed && state.length === 0;
  if (isDrained) {
    state.flags &= ~Flag.needDrain;
    stream.emit("drain");
  }
  for (let left = writes; left > 0; left--) {
    state.pendingcb--;
    if (callback !== ignore) callback(null);
  }
  if (state.flags & Flag.destroyed) errorBuffer(state);
  if (state.flags & Flag.ending) finishMaybe(stream, state, true);
}

/// Tells those who wait for writes or the end that these will never come.
function errorBuffer(state: WritableState): void {
  if (state.flags & Flag.writing) return;
  const buffered = state.buffered;
  for (let i = state.bufferedIndex; i < buffered.length; i += 3) {
    state.length -= state.flags & Flag.objectMode ? 1 : buffered[i].length;
    const callback: any = buffered[i + 2];
    callback(state.flags & Flag.errored ? state.errored : streamDestroyed("write"));
  }
  callFinished(state, state.flags & Flag.errored ? state.errored : streamDestroyed("end"));
  resetBuffer(state);
}

function resetBuffer(state: WritableState): void {
  state.buffered = nothing;
  state.bufferedIndex = 0;
  state.flags |= Flag.allBuffers | Flag.allUnawaited;
}

/// Writes what is buffered, if nothing stops it.
function clearBuffer(stream: any, state: WritableState): void {
  const mask = Flag.bufferProcessing | Flag.destroyed | Flag.constructed;
  if (state.corked !== 0 || (state.flags & mask) !== Flag.constructed) return;
  const buffered = state.buffered;
  let index = state.bufferedIndex;
  const count = (buffered.length - index) / 3;
  if (count === 0) return;
  state.flags |= Flag.bufferProcessing;
  if (count > 1 && stream._writev) {
    state.pendingcb -= count - 1;
    const chunks: any = chunksOf(buffered, index);
    chunks.allBuffers = (state.flags & Flag.allBuffers) !== 0;
    const callback: any = state.flags & Flag.allUnawaited ? ignore : (error: any): void => {
      for (let i = 0; i < chunks.length; i++) chunks[i].callback(error);
    };
    beginWrite(stream, state, true, state.length, chunks, "", callback);
    resetBuffer(state);
  } else {
    do {
      const chunk: any = buffered[index];
      const encoding: any = buffered[index + 1];
      const callback: any = buffered[index + 2];
      buffered[index] = buffered[index + 1] = buffered[index + 2] = null;
      index += 3;
      beginWrite(stream, state, false, state.flags & Flag.objectMode ? 1 : chunk.length, chunk, encoding, callback);
    } while (index < buffered.length && (state.flags & Flag.writing) === 0);
    if (index === buffered.length) {
      resetBuffer(state);
    } else if (index > 768) {
      buffered.splice(0, index);
      state.bufferedIndex = 0;
    } else {
      state.bufferedIndex = index;
    }
  }
  state.flags &= ~Flag.bufferProcessing;
}

function beginWrite(
  stream: any, state: WritableState, isVector: boolean, length: number, chunk: any, encoding: any, callback: any,
): void {
  state.writelen = length;
  state.writecb = callback;
  state.flags |= Flag.writing | Flag.sync | Flag.expectWrite;
  const onwrite: any = state.onwrite ?? completionOf(stream, state);
  if (state.flags & Flag.destroyed) onwrite(streamDestroyed("write"));
  else if (isVector) stream._writev(chunk, onwrite);
  else stream._write(chunk, encoding, onwrite);
  state.flags &= ~Flag.sync;
}

Writable.prototype._write = function (this: any, chunk: any, encoding: any, callback: any): void {
  if (!this._writev) throw notImplemented("_write()");
  this._writev([{ chunk, encoding }], callback);
};
Writable.prototype._writev = null;

Writable.prototype.end = function end(this: any, chunk?: any, encoding?: any, callback?: any): any {
  const state: WritableState = this._writableState;
  let data: any = chunk;
  let name: any = encoding;
  let done: any = callback;
  if (typeof data === "function") {
    done = data;
    data = name = null;
  } else if (typeof name === "function") {
    done = name;
    name = null;
  }
  let error: any;
  if (data !== null && data !== undefined) {
    const result: any = writeTo(this, data, name, undefined);
    if (typeof result !== "boolean") error = result;
  }
  if (state.corked !== 0) {
    state.corked = 1;
    this.uncork();
  }
  if (error !== undefined) {
    // The write has reported it.
  } else if ((state.flags & (Flag.errored | Flag.ending)) === 0) {
    state.flags |= Flag.ending;
    finishMaybe(this, state, true);
    state.flags |= Flag.ended;
  } else if (state.flags & Flag.finished) {
    error = alreadyFinished("end");
  } else if (state.flags & Flag.destroyed) {
    error = streamDestroyed("end");
  }
  if (typeof done === "function") {
    if (error !== undefined) nextTick(done, [error]);
    else if (state.flags & Flag.errored) nextTick(done, [state.errored]);
    else if (state.flags & Flag.finished) nextTick(done, [null]);
    else if (state.onFinished === nothing) state.onFinished = [done];
    else state.onFinished.push(done);
  }
  return this;
};

/// Whether everything is written and the end is still to come.
function needsFinish(state: WritableState): boolean {
  const mask = Flag.ending | Flag.destroyed | Flag.constructed | Flag.errored | Flag.finished | Flag.writing |
    Flag.errorEmitted | Flag.closeEmitted;
  return (state.flags & mask) === (Flag.ending | Flag.constructed) && state.length === 0 && state.buffered.length === 0;
}

function callFinal(stream: any, state: WritableState): void {
  let isCalled = false;
  const done = (error?: any): void => {
    if (isCalled) {
      errorOrDestroy(stream, error ?? multipleCallback());
      return;
    }
    isCalled = true;
    state.pendingcb--;
    if (error) {
      callFinished(state, error);
      errorOrDestroy(stream, error, (state.flags & Flag.sync) !== 0);
    } else if (needsFinish(state)) {
      state.flags |= Flag.prefinished;
      stream.emit("prefinish");
      // Others may write in the meantime, though it is the end.
      state.pendingcb++;
      nextTick(finish, [stream, state]);
    }
  };
  state.flags |= Flag.sync;
  state.pendingcb++;
  try {
    stream._final(done);
  } catch (error) {
    done(error);
  }
  state.flags &= ~Flag.sync;
}

/// Ends the stream if everything is written.
function finishMaybe(stream: any, state: WritableState, isSync?: boolean): void {
  if (!needsFinish(state)) return;
  if ((state.flags & (Flag.prefinished | Flag.finalCalled)) === 0) {
    if (typeof stream._final === "function" && (state.flags & Flag.destroyed) === 0) {
      state.flags |= Flag.finalCalled;
      callFinal(stream, state);
    } else {
      state.flags |= Flag.prefinished;
      stream.emit("prefinish");
    }
  }
  if (state.pendingcb !== 0) return;
  if (isSync) {
    state.pendingcb++;
    nextTick(finishLater, [stream, state]);
  } else if (needsFinish(state)) {
    state.pendingcb++;
    finish(stream, state);
  }
}

function finishLater(stream: any, state: WritableState): void {
  if (needsFinish(state)) finish(stream, state);
  else state.pendingcb--;
}

function finish(stream: any, state: WritableState): void {
  state.pendingcb--;
  state.flags |= Flag.finished;
  callFinished(state, null);
  stream.emit("finish");
  if (state.flags & Flag.autoDestroy) {
    const r: any = stream._readableState;
    // Unless there is something to be read yet.
    if (!r || (r.autoDestroy && (r.endEmitted || r.readable === false))) stream.destroy();
  }
}

/// Calls those who wait for the end.
function callFinished(state: WritableState, error: any): void {
  const callbacks = state.onFinished;
  if (callbacks === nothing) return;
  state.onFinished = nothing;
  for (let i = 0; i < callbacks.length; i++) callbacks[i](error);
}

Writable.prototype.destroy = function (this: any, error?: any, callback?: any): any {
  const state: WritableState = this._writableState;
  const isAwaited = state.bufferedIndex < state.buffered.length || state.onFinished.length > 0;
  if ((state.flags & Flag.destroyed) === 0 && isAwaited) nextTick(errorBuffer, [state]);
  destroy.call(this, error, callback);
  return this;
};
Writable.prototype._undestroy = undestroy;
Writable.prototype._destroy = function (this: any, error: any, callback: any): void {
  callback(error);
};
Writable.prototype[captureRejectionSymbol] = function (this: any, error: any): void {
  this.destroy(error);
};
Writable.prototype[Symbol.asyncDispose] = function (this: any): Promise<void> {
  let error: any = null;
  if (!this.destroyed) {
    error = this.writableFinished ? null : new AbortError();
    this.destroy(error);
  }
  return new Promise<void>((resolve, reject) => {
    finished(this, (failure: any) => (failure && failure.name !== "AbortError" ? reject(failure) : resolve()));
  });
};

/// The accessors of all writable streams.
const accessors: any = {
  get closed(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & Flag.closed) !== 0 : false;
  },
  get destroyed(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & Flag.destroyed) !== 0 : false;
  },
  set destroyed(value: any) {
    if ((this as any)._writableState) (this as any)._writableState.destroyed = value;
  },
  get writable(): boolean {
    const state: any = (this as any)._writableState;
    return !!state &&
      (state.flags & (Flag.disabled | Flag.destroyed | Flag.errored | Flag.ending | Flag.ended)) === 0;
  },
  set writable(value: any) {
    if ((this as any)._writableState) (this as any)._writableState.writable = !!value;
  },
  get writableFinished(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & Flag.finished) !== 0 : false;
  },
  get writableObjectMode(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & Flag.objectMode) !== 0 : false;
  },
  get writableBuffer(): any {
    return (this as any)._writableState?.getBuffer();
  },
  get writableEnded(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & Flag.ending) !== 0 : false;
  },
  get writableNeedDrain(): boolean {
    const state: any = (this as any)._writableState;
    return state ? (state.flags & (Flag.destroyed | Flag.ending | Flag.needDrain)) === Flag.needDrain : false;
  },
  get writableHighWaterMark(): any {
    return (this as any)._writableState?.highWaterMark;
  },
  get writableCorked(): number {
    const state: any = (this as any)._writableState;
    return state ? state.corked : 0;
  },
  get writableLength(): any {
    return (this as any)._writableState?.length;
  },
  get errored(): any {
    const state: any = (this as any)._writableState;
    return state ? state.errored : null;
  },
  get writableAborted(): boolean {
    const flags: number = (this as any)._writableState.flags;
    return (flags & Flag.disabled) === 0 && (flags & (Flag.destroyed | Flag.errored)) !== 0 &&
      (flags & Flag.finished) === 0;
  },
};
for (const name of Object.keys(accessors)) {
  const descriptor: any = Object.getOwnPropertyDescriptor(accessors, name);
  descriptor.enumerable = false;
  Object.defineProperty(Writable.prototype, name, descriptor);
}
