/// The legacy class `Stream`, from which all others inherit: an EventEmitter that can be piped.
// @optimize size
import { countOf, EventEmitter } from "./event-emitter.ts";

/// `stream.Stream`, the module itself for those that require it.
export function Stream(this: any, options?: any): void {
  (EventEmitter as any).call(this, options);
}
Object.setPrototypeOf(Stream.prototype, (EventEmitter as any).prototype);
Object.setPrototypeOf(Stream, EventEmitter as any);

/// Adds a listener before all others, also to emitters of old times.
export function prependListener(emitter: any, type: any, listener: any): void {
  if (typeof emitter.prependListener === "function") emitter.prependListener(type, listener);
  else if (!emitter._events || !emitter._events[type]) emitter.on(type, listener);
  else if (Array.isArray(emitter._events[type])) emitter._events[type].unshift(listener);
  else emitter._events[type] = [listener, emitter._events[type]];
}

Stream.prototype.pipe = function pipe(this: any, target: any, options?: any): any {
  const source: any = this;
  const onData = (chunk: any): void => {
    if (target.writable && target.write(chunk) === false && source.pause) source.pause();
  };
  const onDrain = (): void => {
    if (source.readable && source.resume) source.resume();
  };
  let isEnded = false;
  const onEnd = (): void => {
    if (isEnded) return;
    isEnded = true;
    target.end();
  };
  const onClose = (): void => {
    if (isEnded) return;
    isEnded = true;
    if (typeof target.destroy === "function") target.destroy();
  };
  const onError = function (this: any, error: any): void {
    cleanup();
    if (countOf(this, "error", undefined) === 0) this.emit("error", error);
  };
  const cleanup = (): void => {
    source.removeListener("data", onData);
    target.removeListener("drain", onDrain);
    source.removeListener("end", onEnd);
    source.removeListener("close", onClose);
    source.removeListener("error", onError);
    target.removeListener("error", onError);
    source.removeListener("end", cleanup);
    source.removeListener("close", cleanup);
    target.removeListener("close", cleanup);
  };
  source.on("data", onData);
  target.on("drain", onDrain);
  if (!target._isStdio && (!options || options.end !== false)) {
    source.on("end", onEnd);
    source.on("close", onClose);
  }
  prependListener(source, "error", onError);
  prependListener(target, "error", onError);
  source.on("end", cleanup);
  source.on("close", cleanup);
  target.on("close", cleanup);
  target.emit("pipe", source);
  return target;
};

Stream.prototype.eventNames = function eventNames(this: any): any[] {
  // Tables begin with the names of usual events, which need not have listeners.
  return Reflect.ownKeys(this._events).filter((name) => this._events[name] !== undefined);
};
