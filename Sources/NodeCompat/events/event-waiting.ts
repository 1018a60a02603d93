/// `events.once`, `events.on` and `events.addAbortListener`: events as promises.
// @optimize size
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateFunction, validateInteger, validateObject } from "../prelude/validators.ts";

/// Adds a listener to an emitter or an event target.
function listen(emitter: any, name: any, listener: any, options: any): void {
  if (typeof emitter.on === "function") {
    if (options?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (typeof emitter.addEventListener === "function") {
    emitter.addEventListener(name, listener, options);
  } else {
    throw invalidType("emitter", "an instance of EventEmitter", emitter);
  }
}

function unlisten(emitter: any, name: any, listener: any, options?: any): void {
  if (typeof emitter.removeListener === "function") emitter.removeListener(name, listener);
  else if (typeof emitter.removeEventListener === "function") emitter.removeEventListener(name, listener, options);
  else throw invalidType("emitter", "an instance of EventEmitter", emitter);
}

/// `events.once`: a promise for the arguments of the next event.
export async function once(emitter: any, name: any, options: any = {}): Promise<any> {
  validateObject(options, "options");
  const signal: any = options.signal;
  validateAbortSignal(signal, "options.signal");
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    const onError = (error: any): void => {
      emitter.removeListener(name, onEvent);
      if (signal !== undefined) unlisten(signal, "abort", onAbort);
      reject(error);
    };
    const onEvent = (...values: any[]): void => {
      if (typeof emitter.removeListener === "function") emitter.removeListener("error", onError);
      if (signal !== undefined) unlisten(signal, "abort", onAbort);
      resolve(values);
    };
    const onAbort = (): void => {
      unlisten(emitter, name, onEvent);
      if (name !== "error" && typeof emitter.removeListener === "function") emitter.removeListener("error", onError);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    listen(emitter, name, onEvent, { once: true });
    if (name !== "error" && typeof emitter.once === "function") emitter.once("error", onError);
    if (signal !== undefined) signal.addEventListener("abort", onAbort, { once: true });
  });
}

/// `events.on`: an asynchronous iterator over the arguments of events.
export function on(emitter: any, name: any, options: any = {}): any {
  return iterate(emitter, name, options, false);
}

/// The same for the first arguments alone.
export function firstArguments(emitter: any, name: any, options: any): any {
  return iterate(emitter, name, options, true);
}

function iterate(emitter: any, name: any, options: any, isFirstOnly: boolean): any {
  validateObject(options, "options");
  const signal: any = options.signal;
  validateAbortSignal(signal, "options.signal");
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(high, "options.highWaterMark", 1);
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(low, "options.lowWaterMark", 1);
  // Events that nobody waits for yet, those before `first` being taken, and promises without an event yet.
  let waiting: any[] = [];
  let first = 0;
  const readers: any[] = [];
  let isPaused = false;
  let failure: any = null;
  let isFinished = false;

  const onEvent = (...values: any[]): void => {
    const value: any = isFirstOnly ? values[0] : values;
    if (readers.length !== 0) {
      readers.shift().resolve({ value, done: false });
      return;
    }
    waiting.push(value);
    if (!isPaused && waiting.length - first > high) {
      isPaused = true;
      emitter.pause();
    }
  };
  const onError = (error: any): void => {
    if (readers.length === 0) failure = { error };
    else readers.shift().reject(error);
    finish();
  };
  const onAbort = (): void => onError(new AbortError(undefined, { cause: signal.reason }));
  const closing: any[] = Array.isArray(options.close) ? options.close : [];
  const finish = (): any => {
    if (signal !== undefined) unlisten(signal, "abort", onAbort);
    unlisten(emitter, name, onEvent);
    if (name !== "error" && typeof emitter.removeListener === "function") emitter.removeListener("error", onError);
    for (const event of closing) unlisten(emitter, event, finish);
    isFinished = true;
    const end = { value: undefined, done: true };
    while (readers.length !== 0) readers.shift().resolve(end);
    return Promise.resolve(end);
  };

  const iterator: any = {
    next(): any {
      if (first < waiting.length) {
        const value: any = waiting[first];
        waiting[first++] = undefined;
        if (first === waiting.length || first > 1024) {
          waiting = waiting.slice(first);
          first = 0;
        }
        if (isPaused && waiting.length - first < low) {
          emitter.resume();
          isPaused = false;
        }
        return Promise.resolve({ value, done: false });
      }
      if (failure !== null) {
        const rejected = Promise.reject(failure.error);
        failure = null;
        return rejected;
      }
      if (isFinished) return finish();
      return new Promise((resolve, reject) => readers.push({ resolve, reject }));
    },
    return(): any {
      return finish();
    },
    throw(error: any): any {
      if (!(error instanceof Error)) throw invalidType("EventEmitter.AsyncIterator", "an instance of Error", error);
      onError(error);
      return Promise.resolve(undefined);
    },
    [Symbol.asyncIterator](): any {
      return this;
    },
    [Symbol.asyncDispose](): any {
      return finish();
    },
  };
  Object.setPrototypeOf(iterator, asyncIteratorPrototype());

  listen(emitter, name, onEvent, undefined);
  if (name !== "error" && typeof emitter.on === "function") emitter.on("error", onError);
  for (const event of closing) listen(emitter, event, finish, undefined);
  if (signal !== undefined) signal.addEventListener("abort", onAbort, { once: true });
  return iterator;
}

/// `%AsyncIteratorPrototype%`
function asyncIteratorPrototype(): any {
  async function* sample(): any {}
  return Object.getPrototypeOf(Object.getPrototypeOf(sample.prototype));
}

/// `events.addAbortListener`: calls a listener once the signal aborts, even if another listener stops the event.
export function addAbortListener(signal: any, listener: any): any {
  if (signal === undefined) throw invalidType("signal", "an instance of AbortSignal", signal);
  validateAbortSignal(signal, "signal");
  validateFunction(listener, "listener");
  let remove: any;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener("abort", listener, { once: true });
    remove = (): void => signal.removeEventListener("abort", listener);
  }
  return {
    [Symbol.dispose](): void {
      remove?.();
    },
  };
}

