/// `process` as an EventEmitter, and the events that it emits by itself (https://nodejs.org/api/process.html#process-events).
// @optimize size
import {
  cloneDescription, errnoName, processOpenChannel, processSetBeforeExitListener, processSetExitListener, processSetRejectionListener,
  processSetUncaughtListener, processSetWarningListener, processWatchSignal,
} from "polyglot:runtime";
import { codedError, errnoException, invalidType } from "./node-errors.ts";
import { emit, events, Listener, observer, remove } from "./process-emitter.ts";
import { exitState } from "./process-exit.ts";
import { emitWarning } from "./process-warning.ts";
import { signalName, signalNumber } from "./signals.ts";
import { validateNumber } from "./validators.ts";

let maxListeners = 10;

function add(event: any, callback: any, once: boolean, first: boolean): any {
  if (typeof callback !== "function") throw invalidType("listener", "of type function", callback);
  let list = events.get(event);
  if (events.has("newListener")) emit("newListener", event, callback);
  if (list === undefined) {
    watch(event);
    events.set(event, list = []);
  }
  if (first) list.unshift({ callback, once, target: process });
  else list.push({ callback, once, target: process });
  return process;
}

export function on(event: any, callback: any): any { return add(event, callback, false, false); }
export function once(event: any, callback: any): any { return add(event, callback, true, false); }
export function prependListener(event: any, callback: any): any { return add(event, callback, false, true); }
export function prependOnceListener(event: any, callback: any): any { return add(event, callback, true, true); }

export function off(event: any, callback: any): any {
  remove(event, callback);
  return process;
}

export function removeAllListeners(event?: any): any {
  for (const name of event === undefined ? [...events.keys()] : [event]) {
    if (events.delete(name)) unwatch(name);
  }
  return process;
}

export function listeners(event: any): any[] { return (events.get(event) ?? []).map((listener) => listener.callback); }
export function rawListeners(event: any): any[] {
  return (events.get(event) ?? []).map((one) => one.once ? onceWrapper(event, one) : one.callback);
}

/// What calls a listener of one call, and removes it, by hand.
function onceWrapper(event: any, listener: Listener): any {
  // The name is the one that Node's has, a bound function.
  const holder: any = {
    "bound onceWrapper"(...values: any[]): any {
      if (!events.get(event)?.includes(listener)) return undefined;
      remove(event, listener.callback);
      return listener.callback.apply(process, values);
    },
  };
  const wrapper: any = holder["bound onceWrapper"];
  wrapper.listener = listener.callback;
  return wrapper;
}

export function listenerCount(event: any, callback?: any): number {
  const list = listeners(event);
  return callback === undefined ? list.length : list.filter((one) => one === callback).length;
}
export function eventNames(): any[] { return [...events.keys()]; }
export function setMaxListeners(count: any): any {
  validateNumber(count, "setMaxListeners", 0);
  maxListeners = count;
  return process;
}
export function getMaxListeners(): number { return maxListeners; }

/// Tells the runtime that there is a first listener.
function watch(event: any): void {
  switch (event) {
    case "exit":
      exitState.emit = emitExit;
      processSetExitListener(emitExit);
      return;
    case "beforeExit": return processSetBeforeExitListener(() => emit("beforeExit", exitState.code ?? 0));
    case "uncaughtException": case "uncaughtExceptionMonitor": return processSetUncaughtListener(emitUncaught);
    case "unhandledRejection": case "rejectionHandled": return processSetRejectionListener(emitRejection);
    case "warning": return processSetWarningListener(emitWarning);
  }
  const signal: any = signalNumber(event);
  if (signal === undefined) {
    // The names of the channel's events are not written here, as what has these names would be linked then.
    if (typeof event === "string") processOpenChannel(event);
    return;
  }
  observer.lost = unwatch;
  const error = processWatchSignal(signal, emitSignal);
  // Where there are no signals, nobody needs to know that none will come.
  if (errnoName(-error) === "EINVAL") throw errnoException(error, "uv_signal_start");
}

function unwatch(event: any): void {
  const signal: any = signalNumber(event);
  if (signal !== undefined) processWatchSignal(signal, undefined);
}

function emitSignal(number: number): void {
  const name = signalName(number);
  emit(name, name, number);
}

/// Calls the listeners of `exit`; the status after them.
function emitExit(status: number): number {
  exitState.isExiting = true;
  if (exitState.code === undefined) exitState.code = status;
  emit("exit", Number(exitState.code));
  return Number(exitState.code);
}

let captureCallback: any = null;

export function setUncaughtExceptionCaptureCallback(callback: any): void {
  if (callback !== null && typeof callback !== "function") throw invalidType("fn", "of type function or null", callback);
  if (callback !== null && captureCallback !== null) {
    throw codedError(new Error(
      "`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active",
    ), "ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET");
  }
  captureCallback = callback;
  processSetUncaughtListener(emitUncaught);
}

export function hasUncaughtExceptionCaptureCallback(): boolean { return captureCallback !== null; }

/// Shows an exception that nobody caught: whether somebody has handled it now. `origin` is 0 for an exception, 1 for a
/// rejection, 2 for a rejection with a reason that is no error.
function emitUncaught(reason: any, origin: number): boolean {
  const type = origin === 0 ? "uncaughtException" : "unhandledRejection";
  const error: any = origin === 2 ? unhandledReason(reason) : reason;
  emit("uncaughtExceptionMonitor", error, type);
  if (captureCallback !== null) {
    captureCallback(error);
    return true;
  }
  return emit("uncaughtException", error, type);
}

function unhandledReason(reason: any): any {
  const error: any = new Error(
    "This error originated either by throwing inside of an async function without a catch block, or by rejecting a " +
      'promise which was not handled with .catch(). The promise rejected with the reason "' + cloneDescription(reason) + '".',
  );
  error.name = "UnhandledPromiseRejection";
  error.code = "ERR_UNHANDLED_REJECTION";
  return error;
}

/// Shows a rejection that nobody handled, or that somebody handled too late: whether there are listeners.
function emitRejection(reason: any, promise: any, isLate: boolean): boolean {
  if (!isLate) return emit("unhandledRejection", reason, promise);
  if (!emit("rejectionHandled", promise)) {
    const warning = new Error("Promise rejection was handled asynchronously");
    warning.name = "PromiseRejectionHandledWarning";
    emitWarning(warning);
  }
  return true;
}
