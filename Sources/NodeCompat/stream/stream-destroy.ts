/// How streams end: destruction, errors, `close`, and construction, which must come before.
// @optimize size
import { nextTick } from "polyglot:runtime";
import { AbortError } from "../prelude/node-errors.ts";
import { isDestroyed, isFinished } from "./stream-checks.ts";
import { aggregateErrors, multipleCallback } from "./stream-errors.ts";
import { Flag } from "./stream-state.ts";

const destroyEvent: unique symbol = Symbol("kDestroy") as any;
const constructEvent: unique symbol = Symbol("kConstruct") as any;
/// What `stream.destroy` notes on streams that are not ours.
export const isDestroyedSymbol: any = Symbol.for("nodejs.stream.destroyed");

/// Notes an error on both sides, unless they have one.
// @optimize speed
function note(error: any, w: any, r: any): void {
  if (!error) return;
  // Stacks are made when they are first looked at, and that is now.
  void error.stack;
  if (w) noteOn(w, error);
  if (r) noteOn(r, error);
}

/// Notes an error on one side, unless it has one.
// @optimize speed
export function noteOn(state: any, error: any): void {
  if (state.flags & Flag.errored) return;
  state.flags |= Flag.errored;
  state.errored = error;
}

/// Sets bits of both sides.
// @optimize speed
function setBoth(w: any, r: any, bits: number): void {
  if (w) w.flags |= bits;
  if (r) r.flags |= bits;
}

/// The bits of both sides together.
// @optimize speed
function either(w: any, r: any): number {
  return (w ? w.flags : 0) | (r ? r.flags : 0);
}

/// `destroy` of all streams.
// @optimize speed
export function destroy(this: any, error?: any, callback?: any): any {
  const r: any = this._readableState;
  const w: any = this._writableState;
  if (either(w, r) & Flag.destroyed) {
    if (typeof callback === "function") callback();
    return this;
  }
  note(error, w, r);
  setBoth(w, r, Flag.destroyed);
  const first: any = w || r;
  if (first.flags & Flag.constructed) {
    finishDestroying(this, error, callback);
  } else {
    this.once(destroyEvent, (failure: any) => finishDestroying(this, aggregateErrors(failure, error), callback));
  }
  return this;
}

// @optimize speed
function finishDestroying(stream: any, error: any, callback: any): void {
  let isCalled = false;
  const done = (failure?: any): void => {
    if (isCalled) return;
    isCalled = true;
    const r: any = stream._readableState;
    const w: any = stream._writableState;
    note(failure, w, r);
    setBoth(w, r, Flag.closed);
    if (typeof callback === "function") callback(failure);
    if (failure) nextTick(emitErrorAndClose, [stream, failure]);
    else nextTick(emitClose, [stream]);
  };
  try {
    stream._destroy(error || null, done);
  } catch (failure) {
    done(failure);
  }
}

function emitErrorAndClose(stream: any, error: any): void {
  emitError(stream, error);
  emitClose(stream);
}

// @optimize speed
function emitClose(stream: any): void {
  const r: any = stream._readableState;
  const w: any = stream._writableState;
  setBoth(w, r, Flag.closeEmitted);
  if (either(w, r) & Flag.emitClose) stream.emit("close");
}

function emitError(stream: any, error: any): void {
  const r: any = stream._readableState;
  const w: any = stream._writableState;
  if (either(w, r) & Flag.errorEmitted) return;
  setBoth(w, r, Flag.errorEmitted);
  stream.emit("error", error);
}

const ended = Flag.constructed | Flag.closed | Flag.closeEmitted | Flag.destroyed | Flag.errored | Flag.errorEmitted |
  Flag.ended;

/// `_undestroy`: the stream is as if it were new.
export function undestroy(this: any): void {
  const r: any = this._readableState;
  const w: any = this._writableState;
  if (r) {
    r.flags = r.flags & ~(ended | Flag.reading | Flag.endEmitted) | Flag.constructed;
    if (r.flags & Flag.disabled) r.flags |= Flag.ended | Flag.endEmitted;
    r.errored = null;
  }
  if (w) {
    w.flags = w.flags & ~(ended | Flag.ending | Flag.finalCalled | Flag.prefinished | Flag.finished) | Flag.constructed;
    if (w.flags & Flag.disabled) w.flags |= Flag.ended | Flag.ending | Flag.finished;
    w.errored = null;
  }
}

/// Destroys the stream because of an error, or emits it if the stream is not destroyed by itself.
export function errorOrDestroy(stream: any, error: any, sync?: boolean): void {
  const r: any = stream._readableState;
  const w: any = stream._writableState;
  const flags = either(w, r);
  if (flags & Flag.destroyed) return;
  if (flags & Flag.autoDestroy) {
    stream.destroy(error);
  } else if (error) {
    note(error, w, r);
    if (sync) nextTick(emitError, [stream, error]);
    else emitError(stream, error);
  }
}

/// Calls `_construct` if there is one; `callback` once that is done.
export function construct(stream: any, callback: any): void {
  if (typeof stream._construct !== "function") return;
  const r: any = stream._readableState;
  const w: any = stream._writableState;
  if (r) r.flags &= ~Flag.constructed;
  if (w) w.flags &= ~Flag.constructed;
  stream.once(constructEvent, callback);
  // Both sides of a duplex ask for it.
  if (stream.listenerCount(constructEvent) > 1) return;
  nextTick(startConstructing, [stream]);
}

function startConstructing(stream: any): void {
  let isCalled = false;
  const done = (error?: any): void => {
    if (isCalled) {
      errorOrDestroy(stream, error ?? multipleCallback());
      return;
    }
    isCalled = true;
    const r: any = stream._readableState;
    const w: any = stream._writableState;
    setBoth(w, r, Flag.constructed);
    if ((w || r).flags & Flag.destroyed) stream.emit(destroyEvent, error);
    else if (error) errorOrDestroy(stream, error, true);
    else stream.emit(constructEvent);
  };
  try {
    stream._construct((error: any) => nextTick(done, [error]));
  } catch (error) {
    nextTick(done, [error]);
  }
}

function isRequest(stream: any): boolean {
  return !!stream?.setHeader && typeof stream.abort === "function";
}

/// `stream.destroy`: destroys whatever is like a stream.
export function destroyer(stream: any, cause?: any): void {
  if (!stream || isDestroyed(stream)) return;
  let error: any = cause;
  if (!error && !isFinished(stream)) error = new AbortError();
  if (isServerRequest(stream)) {
    stream.socket = null;
    stream.destroy(error);
  } else if (isRequest(stream)) {
    stream.abort();
  } else if (isRequest(stream.req)) {
    stream.req.abort();
  } else if (typeof stream.destroy === "function") {
    stream.destroy(error);
  } else if (typeof stream.close === "function") {
    stream.close();
  }
  if (!stream.destroyed) stream[isDestroyedSymbol] = true;
}

function isServerRequest(stream: any): boolean {
  return typeof stream._consuming === "boolean" && typeof stream._dumped === "boolean" &&
    stream.req?.upgradeOrConnect === undefined;
}
