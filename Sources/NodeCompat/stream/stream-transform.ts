/// `stream.Transform` and `stream.PassThrough` (https://nodejs.org/api/stream.html#class-streamtransform).
import { Duplex } from "./stream-duplex.ts";
import { notImplemented } from "./stream-errors.ts";
import type { ReadableState } from "./stream-readable-state.ts";
import { Flag } from "./stream-state.ts";
import type { WritableState } from "./stream-writable-state.ts";

/// What was written and waits for room on the readable side.
const waiting: unique symbol = Symbol("kCallback") as any;

/// The constructor.
export function Transform(this: any, options?: any): any {
  if (!(this instanceof (Transform as any))) return new (Transform as any)(options);
  // Without room on the readable side each write waits for a read.
  let settings: any = options;
  if (options && options.readableHighWaterMark === 0) {
    settings = {
      ...options,
      highWaterMark: null,
      readableHighWaterMark: 0,
      writableHighWaterMark: options.writableHighWaterMark || 0,
    };
  }
  (Duplex as any).call(this, settings);
  // Something written is read at once, without `_read` being asked.
  this._readableState.flags &= ~Flag.sync;
  this[waiting] = null;
  if (options) {
    if (typeof options.transform === "function") this._transform = options.transform;
    if (typeof options.flush === "function") this._flush = options.flush;
  }
  // Subclasses may replace `_final`, and the end still has to come.
  this.on("prefinish", onPrefinish);
}
Object.setPrototypeOf(Transform.prototype, Duplex.prototype);
Object.setPrototypeOf(Transform, Duplex as any);

function final(this: any, callback?: any): void {
  if (typeof this._flush === "function" && !this.destroyed) {
    this._flush((error: any, data: any): void => {
      if (error) {
        if (callback) callback(error);
        else this.destroy(error);
        return;
      }
      if (data !== undefined && data !== null) this.push(data);
      this.push(null);
      if (callback) callback();
    });
  } else {
    this.push(null);
    if (callback) callback();
  }
}

function onPrefinish(this: any): void {
  if (this._final !== final) final.call(this);
}

Transform.prototype._final = final;

Transform.prototype._transform = function (this: any, _chunk: any, _encoding: any, _callback: any): void {
  throw notImplemented("_transform()");
};

/// The callback of all transformations of a stream, and what it needs to know of the one that is going on.
class Transformation {
  length = 0;
  callback: any = undefined;
  done: any = undefined;
}

/// Makes the one callback of a stream's transformations.
function transformationOf(stream: any): Transformation {
  const current = new Transformation();
  current.done = (error?: any, value?: any): void => {
    const callback: any = current.callback;
    if (error) {
      callback(error);
      return;
    }
    if (value !== undefined && value !== null) stream.push(value);
    const r: ReadableState = stream._readableState;
    const w: WritableState = stream._writableState;
    if (w.flags & Flag.ended || current.length === r.length || r.length < r.highWaterMark) callback();
    else stream[waiting] = callback;
  };
  stream._writableState.transformation = current;
  return current;
}

Transform.prototype._write = function (this: any, chunk: any, encoding: any, callback: any): void {
  const w: WritableState = this._writableState;
  const r: ReadableState = this._readableState;
  const current: Transformation = w.transformation ?? transformationOf(this);
  current.length = r.length;
  current.callback = callback;
  this._transform(chunk, encoding, current.done);
};

Transform.prototype._read = function (this: any): void {
  const callback: any = this[waiting];
  if (!callback) return;
  this[waiting] = null;
  callback();
};

/// `stream.PassThrough`
export function PassThrough(this: any, options?: any): any {
  if (!(this instanceof (PassThrough as any))) return new (PassThrough as any)(options);
  (Transform as any).call(this, options);
}
Object.setPrototypeOf(PassThrough.prototype, Transform.prototype);
Object.setPrototypeOf(PassThrough, Transform as any);

PassThrough.prototype._transform = function (this: any, chunk: any, _encoding: any, callback: any): void {
  callback(null, chunk);
};
