/// `readable.pipe` and `readable.unpipe`.
// @optimize size
import { nextTick } from "polyglot:runtime";
import { prependListener } from "./stream-base.ts";
import { errorOrDestroy } from "./stream-destroy.ts";
import type { ReadableState } from "./stream-readable-state.ts";
import { Flag, nothing } from "./stream-state.ts";

/// `readable.pipe`
export function pipe(this: any, target: any, options?: any): any {
  const source: any = this;
  const state: ReadableState = source._readableState;
  if (state.pipes.length === 1 && (state.flags & Flag.multiAwaitDrain) === 0) {
    state.flags |= Flag.multiAwaitDrain;
    state.awaitDrainWriters = new Set(state.awaitDrainWriters ? [state.awaitDrainWriters] : []);
  }
  if (state.pipes === nothing) state.pipes = [target];
  else state.pipes.push(target);

  let onDrain: any;
  let isClean = false;
  // @optimize speed
  const onData = (chunk: any): void => {
    if (target.write(chunk) === false) wait();
  };
  const wait = (): void => {
    // Whoever unpiped while writing waits for nothing.
    if (!isClean) {
      if (state.pipes.length === 1 && state.pipes[0] === target) {
        state.awaitDrainWriters = target;
        state.flags &= ~Flag.multiAwaitDrain;
      } else if (state.pipes.length > 1 && state.pipes.includes(target)) {
        state.awaitDrainWriters.add(target);
      }
      source.pause();
    }
    if (onDrain === undefined) {
      onDrain = (): void => drained(source, target);
      target.on("drain", onDrain);
    }
  };
  const detach = (): void => source.unpipe(target);
  const onEnd = (): void => target.end();
  const onError = (error: any): void => {
    detach();
    target.removeListener("error", onError);
    if (target.listenerCount("error") !== 0) return;
    const known: any = target._writableState || target._readableState;
    if (known && !known.errorEmitted) errorOrDestroy(target, error);
    else target.emit("error", error);
  };
  const onClose = (): void => {
    target.removeListener("finish", onFinish);
    detach();
  };
  const onFinish = (): void => {
    target.removeListener("close", onClose);
    detach();
  };
  const onUnpipe = (readable: any, info: any): void => {
    if (readable !== source || !info || info.hasUnpiped !== false) return;
    info.hasUnpiped = true;
    target.removeListener("close", onClose);
    target.removeListener("finish", onFinish);
    if (onDrain !== undefined) target.removeListener("drain", onDrain);
    target.removeListener("error", onError);
    target.removeListener("unpipe", onUnpipe);
    source.removeListener("end", onEnd);
    source.removeListener("end", detach);
    source.removeListener("data", onData);
    isClean = true;
    // If the source waits for this one alone, it would wait for ever.
    if (onDrain !== undefined && state.awaitDrainWriters && (!target._writableState || target._writableState.needDrain)) {
      onDrain();
    }
  };

  const doesEnd = (!options || options.end !== false) && !target._isStdio;
  const atEnd = doesEnd ? onEnd : detach;
  if (state.flags & Flag.endEmitted) nextTick(atEnd, undefined);
  else source.once("end", atEnd);
  target.on("unpipe", onUnpipe);
  source.on("data", onData);
  prependListener(target, "error", onError);
  target.once("close", onClose);
  target.once("finish", onFinish);
  target.emit("pipe", source);
  if (target.writableNeedDrain === true) wait();
  else if ((state.flags & Flag.flowing) === 0) source.resume();
  return target;
}

/// A destination can take more: the source goes on if it was the last.
function drained(source: any, target: any): void {
  const state: ReadableState = source._readableState;
  if (state.awaitDrainWriters === target) state.awaitDrainWriters = null;
  else if (state.flags & Flag.multiAwaitDrain) state.awaitDrainWriters.delete(target);
  const isWaiting = state.awaitDrainWriters && state.awaitDrainWriters.size !== 0;
  if (!isWaiting && source.listenerCount("data") > 0) source.resume();
}

/// `readable.unpipe`
export function unpipe(this: any, target?: any): any {
  const state: ReadableState = this._readableState;
  if (state.pipes.length === 0) return this;
  if (!target) {
    const targets = state.pipes;
    state.pipes = nothing;
    this.pause();
    for (let i = 0; i < targets.length; i++) targets[i].emit("unpipe", this, { hasUnpiped: false });
    return this;
  }
  const index = state.pipes.indexOf(target);
  if (index < 0) return this;
  state.pipes.splice(index, 1);
  if (state.pipes.length === 0) this.pause();
  target.emit("unpipe", this, { hasUnpiped: false });
  return this;
}
