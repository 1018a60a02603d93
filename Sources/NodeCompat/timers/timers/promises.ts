/// `node:timers/promises` (https://nodejs.org/api/timers.html#timers-promises-api).
// @optimize size
import { invalidType } from "../../prelude/node-errors.ts";

const startTimeout: any = globalThis.setTimeout;
const startImmediate: any = globalThis.setImmediate;
const startInterval: any = globalThis.setInterval;

interface Settings { signal: any; ref: boolean }

/// The checked options of a timer.
function settingsOf(options: any): Settings {
  if (options === undefined) return { signal: undefined, ref: true };
  if (options === null || typeof options !== "object") throw invalidType("options", "of type object", options);
  const signal: any = options.signal;
  if (signal !== undefined && (signal === null || typeof signal !== "object" || !("aborted" in signal))) {
    throw invalidType("options.signal", "an instance of AbortSignal", signal);
  }
  const ref: any = options.ref;
  if (ref !== undefined && typeof ref !== "boolean") throw invalidType("options.ref", "of type boolean", ref);
  return { signal, ref: ref ?? true };
}

function checkDelay(delay: any): void {
  if (delay !== undefined && typeof delay !== "number") throw invalidType("delay", "of type number", delay);
}

/// AbortError (https://nodejs.org/api/errors.html#abort_err).
function abortError(signal: any): any {
  const error: any = new Error("The operation was aborted", { cause: signal.reason });
  error.name = "AbortError";
  error.code = "ABORT_ERR";
  return error;
}

/// A promise that `start` fulfils unless the signal comes first; then `stop` clears what it started.
function wait(value: any, options: any, start: (done: () => void) => any, stop: (timer: any) => void): Promise<any> {
  let settings: Settings;
  try {
    settings = settingsOf(options);
  } catch (error) {
    return Promise.reject(error);
  }
  const signal = settings.signal;
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    let abort: any;
    const timer = start(() => {
      if (abort !== undefined) signal.removeEventListener("abort", abort);
      resolve(value);
    });
    if (!settings.ref) timer.unref();
    if (signal === undefined) return;
    abort = () => {
      stop(timer);
      reject(abortError(signal));
    };
    signal.addEventListener("abort", abort, { once: true });
  });
}

/// `timersPromises.setTimeout`
export function setTimeout(delay?: any, value?: any, options?: any): Promise<any> {
  try {
    checkDelay(delay);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait(value, options, (done) => startTimeout(done, delay), globalThis.clearTimeout);
}

/// `timersPromises.setImmediate`
export function setImmediate(value?: any, options?: any): Promise<any> {
  return wait(value, options, (done) => startImmediate(done), globalThis.clearImmediate);
}

/// `timersPromises.setInterval`: an async iterator of a value; what the consumer has missed comes at once.
export async function* setInterval(delay?: any, value?: any, options?: any): AsyncGenerator<any> {
  checkDelay(delay);
  const { signal, ref } = settingsOf(options);
  if (signal?.aborted) throw abortError(signal);
  let due = 0;
  let wake: any;
  const timer = startInterval(() => {
    due++;
    wake?.();
    wake = undefined;
  }, delay);
  if (!ref) timer.unref();
  let abort: any;
  if (signal !== undefined) {
    abort = () => {
      globalThis.clearInterval(timer);
      wake?.();
      wake = undefined;
    };
    signal.addEventListener("abort", abort, { once: true });
  }
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise<void>((resolve) => { wake = resolve; });
      for (; due > 0; due--) yield value;
    }
    throw abortError(signal);
  } finally {
    globalThis.clearInterval(timer);
    if (abort !== undefined) signal.removeEventListener("abort", abort);
  }
}

/// `timersPromises.scheduler`
export const scheduler: any = {
  wait: (delay: any, options?: any): Promise<any> => setTimeout(delay, undefined, options),
  yield: (): Promise<any> => setImmediate(),
};

export default { setTimeout, setImmediate, setInterval, scheduler };
