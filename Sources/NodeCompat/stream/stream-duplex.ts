/// `stream.Duplex` (https://nodejs.org/api/stream.html#class-streamduplex): a Readable with a Writable's methods.
// @optimize size
import { abortWith } from "./stream-abort.ts";
import { Stream } from "./stream-base.ts";
import { construct } from "./stream-destroy.ts";
import { ReadableState } from "./stream-readable-state.ts";
import { Readable, readableConstructed } from "./stream-readable.ts";
import { Flag } from "./stream-state.ts";
import { WritableState } from "./stream-writable-state.ts";
import { Writable, writableConstructed } from "./stream-writable.ts";

/// The constructor.
export function Duplex(this: any, options?: any): any {
  if (!(this instanceof (Duplex as any))) return new (Duplex as any)(options);
  this._events = {
    __proto__: null, close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
    data: undefined, end: undefined, readable: undefined,
  };
  const r = new ReadableState(options, true);
  const w = new WritableState(options, true);
  this._readableState = r;
  this._writableState = w;
  if (options) {
    this.allowHalfOpen = options.allowHalfOpen !== false;
    if (options.readable === false) r.flags |= Flag.disabled | Flag.ended | Flag.endEmitted;
    if (options.writable === false) w.flags |= Flag.disabled | Flag.ending | Flag.ended | Flag.finished;
    if (typeof options.read === "function") this._read = options.read;
    if (typeof options.write === "function") this._write = options.write;
    if (typeof options.writev === "function") this._writev = options.writev;
    if (typeof options.destroy === "function") this._destroy = options.destroy;
    if (typeof options.final === "function") this._final = options.final;
    if (typeof options.construct === "function") this._construct = options.construct;
    if (options.signal) abortWith(options.signal, this);
  } else {
    this.allowHalfOpen = true;
  }
  (Stream as any).call(this, options);
  if (this._construct !== undefined && this._construct !== null) {
    construct(this, () => {
      readableConstructed(this);
      writableConstructed(this);
    });
  }
}
Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable as any);

/// Methods of Writable whose place no method of Readable takes.
for (const name of ["write", "cork", "uncork", "setDefaultEncoding", "_write", "_writev", "end", "destroy"]) {
  (Duplex.prototype as any)[name] = (Writable.prototype as any)[name];
}

/// And its accessors; the one for both sides is the conjunction.
for (const name of [
  "writable", "writableHighWaterMark", "writableObjectMode", "writableBuffer", "writableLength", "writableFinished",
  "writableCorked", "writableEnded", "writableNeedDrain", "writableAborted",
]) {
  Object.defineProperty(Duplex.prototype, name, Object.getOwnPropertyDescriptor(Writable.prototype, name)!);
}
Object.defineProperty(Duplex.prototype, "destroyed", {
  get(this: any): boolean {
    const r: any = this._readableState;
    const w: any = this._writableState;
    if (r === undefined || w === undefined) return false;
    return (r.flags & w.flags & Flag.destroyed) !== 0;
  },
  set(this: any, value: any): void {
    if (!this._readableState || !this._writableState) return;
    this._readableState.destroyed = value;
    this._writableState.destroyed = value;
  },
  enumerable: false, configurable: true,
});
