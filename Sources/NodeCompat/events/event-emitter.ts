/// `EventEmitter` (https://nodejs.org/api/events.html#class-eventemitter): a function with a prototype rather than a
/// class, since programs call it as one (`EventEmitter.call(this)`) and see its methods when they list keys.
// @optimize size
import { argumentCount, call0, call2, makeEmit } from "polyglot:runtime";
import { runSoon } from "../prelude/event-target.ts";
import { inspect } from "../prelude/inspect.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { validateBoolean, validateNumber } from "../prelude/validators.ts";

const captures: unique symbol = Symbol("kCapture") as any;
const keepsShape: unique symbol = Symbol("shapeMode") as any;
/// `events.errorMonitor`
export const errorMonitor: unique symbol = Symbol("events.errorMonitor") as any;
/// `events.captureRejectionSymbol`
export const captureRejectionSymbol: unique symbol = Symbol.for("nodejs.rejection") as any;

/// `EventEmitter.defaultMaxListeners`
let defaultLimit = 10;

export function getDefaultLimit(): number {
  return defaultLimit;
}

export function setDefaultLimit(limit: any): void {
  validateNumber(limit, "defaultMaxListeners", 0);
  defaultLimit = limit;
}

/// The constructor, and the module itself for those that require it.
// @optimize speed
export function EventEmitter(this: any, options?: any): void {
  initialize(this, options);
}

/// What the constructor does, which `EventEmitter.init` offers, too.
// @optimize speed
export function initialize(emitter: any, options: any): void {
  if (emitter._events === undefined || emitter._events === Object.getPrototypeOf(emitter)._events) {
    emitter._events = Object.create(null);
    emitter._eventsCount = 0;
    emitter._maxListeners = emitter._maxListeners || undefined;
    emitter[keepsShape] = false;
  } else {
    emitter._maxListeners = emitter._maxListeners || undefined;
    emitter[keepsShape] = true;
  }
  if (options !== undefined && options !== null && options.captureRejections) {
    validateBoolean(options.captureRejections, "options.captureRejections");
    emitter[captures] = true;
  } else {
    emitter[captures] = EventEmitter.prototype[captures];
  }
}

/// A listener, otherwise ERR_INVALID_ARG_TYPE.
// @optimize speed
export function checkListener(listener: any): void {
  if (typeof listener !== "function") throw invalidType("listener", "of type function", listener);
}

/// The limit of an emitter: its own, or the default.
// @optimize speed
export function limitOf(emitter: any): number {
  return emitter._maxListeners === undefined ? defaultLimit : emitter._maxListeners;
}

/// Adds a listener, after `newListener` was told.
// @optimize speed
function add(emitter: any, type: any, listener: any, isFirst: boolean): any {
  checkListener(listener);
  let events: any = emitter._events;
  let existing: any;
  if (events === undefined) {
    events = emitter._events = Object.create(null);
    emitter._eventsCount = 0;
  } else {
    if (events.newListener !== undefined) {
      emitter.emit("newListener", type, listener.listener ?? listener);
      // The listener may have changed the table.
      events = emitter._events;
    }
    existing = events[type];
  }
  if (existing === undefined) {
    events[type] = listener;
    ++emitter._eventsCount;
    return emitter;
  }
  if (typeof existing === "function") {
    existing = events[type] = isFirst ? [listener, existing] : [existing, listener];
  } else if (isFirst) {
    existing.unshift(listener);
  } else {
    existing.push(listener);
  }
  const limit = limitOf(emitter);
  if (limit > 0 && existing.length > limit && !existing.warned) warnOfLeak(emitter, type, existing, limit);
  return emitter;
}

function warnOfLeak(emitter: any, type: any, existing: any, limit: number): void {
  existing.warned = true;
  const warning: any = new Error(
    "Possible EventEmitter memory leak detected. " + existing.length + " " + String(type) + " listeners added to " +
    inspect(emitter, { depth: -1 }) + ". MaxListeners is " + limit +
    ". Use emitter.setMaxListeners() to increase limit",
  );
  warning.name = "MaxListenersExceededWarning";
  warning.emitter = emitter;
  warning.type = type;
  warning.count = existing.length;
  emitWarning(warning);
}

/// A listener that removes itself before its first and only call.
// @optimize speed
function onceWrapper(target: any, type: any, listener: any): any {
  let fired = false;
  // The name is the one that Node's has, a bound function.
  const holder: any = {
    "bound onceWrapper"(...values: any[]): any {
      if (fired) return undefined;
      target.removeListener(type, wrapper);
      fired = true;
      if (values.length === 0) return call0(listener, target);
      return Reflect.apply(listener, target, values);
    },
  };
  const wrapper: any = holder["bound onceWrapper"];
  wrapper.listener = listener;
  return wrapper;
}

/// `error` without a listener.
function throwUnhandled(error: any): never {
  if (error instanceof Error) throw error;
  let text: any;
  try {
    text = inspect(error);
  } catch {
    text = error;
  }
  const unhandled: any = codedError(new Error("Unhandled error. (" + text + ")"), "ERR_UNHANDLED_ERROR");
  unhandled.context = error;
  throw unhandled;
}

/// A listener's result may be a promise, whose rejection becomes an event.
function capture(emitter: any, result: any, type: any, values: any[]): void {
  if (!emitter[captures]) return;
  try {
    const then: any = result.then;
    if (typeof then === "function") {
      call2(then, result, undefined, (error: any) => {
        runSoon(() => emitRejection(emitter, error, type, values));
      });
    }
  } catch (error) {
    emitter.emit("error", error);
  }
}

function emitRejection(emitter: any, error: any, type: any, values: any[]): void {
  const handler: any = emitter[captureRejectionSymbol];
  if (typeof handler === "function") {
    Reflect.apply(handler, emitter, [error, type, ...values]);
    return;
  }
  // A listener of `error` that fails must not lead here again.
  const previous: any = emitter[captures];
  try {
    emitter[captures] = false;
    emitter.emit("error", error);
  } finally {
    emitter[captures] = previous;
  }
}

/// The general form of `emit`: errors, and tables of listeners that programs made themselves.
function emitGeneral(this: any, type: any, ...values: any[]): boolean {
  const events: any = this._events;
  if (type === "error") {
    if (events !== undefined && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...values);
    if (events === undefined || events.error === undefined) throwUnhandled(values[0]);
  } else if (events === undefined) {
    return false;
  }
  const handler: any = events[type];
  if (handler === undefined) return false;
  // Listeners may be added and removed meanwhile.
  const listeners: any[] = typeof handler === "function" ? [handler] : handler.slice();
  const length = listeners.length;
  for (let i = 0; i < length; i++) {
    const result: any = Reflect.apply(listeners[i], this, values);
    if (result !== undefined && result !== null) capture(this, result, type, values);
  }
  return true;
}

const emit: any = makeEmit(emitGeneral, capture);

/// The listeners of an event, without the wrappers of `once` if `isUnwrapped`.
export function listenersOf(emitter: any, type: any, isUnwrapped: boolean): any[] {
  const listener: any = emitter._events?.[type];
  if (listener === undefined) return [];
  if (typeof listener === "function") return [isUnwrapped ? listener.listener ?? listener : listener];
  return isUnwrapped ? listener.map((one: any) => one.listener ?? one) : listener.slice();
}

/// Removes the listeners of an event, or of all.
function removeAllListeners(this: any, type?: any): any {
  const events: any = this._events;
  if (events === undefined) return this;
  const isAll = argumentCount() === 0;
  // Without listeners of `removeListener` nobody has to be told.
  if (events.removeListener === undefined) {
    if (isAll) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      if (--this._eventsCount === 0) this._events = Object.create(null);
      else delete events[type];
    }
    this[keepsShape] = false;
    return this;
  }
  if (isAll) {
    for (const key of Reflect.ownKeys(events)) {
      if (key !== "removeListener") this.removeAllListeners(key);
    }
    this.removeAllListeners("removeListener");
    this._events = Object.create(null);
    this._eventsCount = 0;
    this[keepsShape] = false;
    return this;
  }
  const listeners: any = events[type];
  if (typeof listeners === "function") {
    this.removeListener(type, listeners);
  } else if (listeners !== undefined) {
    for (let i = listeners.length - 1; i >= 0; i--) this.removeListener(type, listeners[i]);
  }
  return this;
}

/// `EventEmitter.prototype`'s methods with their names and lengths.
const methods: any = {
  setMaxListeners(this: any, n: any): any {
    validateNumber(n, "setMaxListeners", 0);
    this._maxListeners = n;
    return this;
  },
  // @optimize speed
  getMaxListeners(this: any): number {
    return limitOf(this);
  },
  emit,
  // @optimize speed
  addListener(this: any, type: any, listener: any): any {
    return add(this, type, listener, false);
  },
  on: undefined,
  prependListener(this: any, type: any, listener: any): any {
    return add(this, type, listener, true);
  },
  // @optimize speed
  once(this: any, type: any, listener: any): any {
    checkListener(listener);
    this.on(type, onceWrapper(this, type, listener));
    return this;
  },
  prependOnceListener(this: any, type: any, listener: any): any {
    checkListener(listener);
    this.prependListener(type, onceWrapper(this, type, listener));
    return this;
  },
  // @optimize speed
  removeListener(this: any, type: any, listener: any): any {
    checkListener(listener);
    const events: any = this._events;
    if (events === undefined) return this;
    const list: any = events[type];
    if (list === undefined) return this;
    if (list === listener || list.listener === listener) {
      this._eventsCount -= 1;
      if (this[keepsShape]) {
        events[type] = undefined;
      } else if (this._eventsCount === 0) {
        this._events = Object.create(null);
      } else {
        delete events[type];
        if (events.removeListener) this.emit("removeListener", type, list.listener || listener);
      }
    } else if (typeof list !== "function") {
      let position = list.length - 1;
      while (position >= 0 && list[position] !== listener && list[position].listener !== listener) position--;
      if (position < 0) return this;
      if (position === 0) list.shift();
      else list.splice(position, 1);
      if (list.length === 1) events[type] = list[0];
      if (events.removeListener !== undefined) this.emit("removeListener", type, listener);
    }
    return this;
  },
  off: undefined,
  removeAllListeners,
  listeners(this: any, type: any): any[] {
    return listenersOf(this, type, true);
  },
  rawListeners(this: any, type: any): any[] {
    return listenersOf(this, type, false);
  },
  // @optimize speed
  listenerCount(this: any, type: any, listener?: any): number {
    return countOf(this, type, listener);
  },
  eventNames(this: any): any[] {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  },
};

/// How many listeners an event has, or how often it has one listener.
// @optimize speed
export function countOf(emitter: any, type: any, listener: any): number {
  const known: any = emitter._events?.[type];
  if (known === undefined) return 0;
  const isCounted = (one: any): boolean => one === listener || one.listener === listener;
  const isAny = listener === undefined || listener === null;
  if (typeof known === "function") return isAny || isCounted(known) ? 1 : 0;
  return isAny ? known.length : known.filter(isCounted).length;
}

/// Builds the prototype in the order in which Node's has its properties.
function complete(prototype: any): void {
  prototype._events = undefined;
  prototype._eventsCount = 0;
  prototype._maxListeners = undefined;
  methods.on = methods.addListener;
  methods.off = methods.removeListener;
  for (const key of Object.keys(methods)) prototype[key] = methods[key];
  Object.defineProperty(methods.removeAllListeners, "length", { value: 1, configurable: true });
  Object.defineProperty(methods.listenerCount, "length", { value: 2, configurable: true });
  Object.defineProperty(EventEmitter, "length", { value: 1, configurable: true });
  Object.defineProperty(prototype, captures, { value: false, writable: true, enumerable: false });
}
complete(EventEmitter.prototype);

/// `EventEmitter.captureRejections`
export function capturesByDefault(): boolean {
  return EventEmitter.prototype[captures];
}

export function setCapturesByDefault(value: any): void {
  validateBoolean(value, "EventEmitter.captureRejections");
  EventEmitter.prototype[captures] = value;
}
