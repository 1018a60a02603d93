/// `node:events` (https://nodejs.org/api/events.html): the constructor `EventEmitter` with everything else as its
/// properties.
// @optimize size
import {
  isEventTarget, setDefaultTargetLimit, setTargetLimit, targetLimit, targetListeners,
} from "../prelude/event-target.ts";
import { invalidType } from "../prelude/node-errors.ts";
import { validateNumber } from "../prelude/validators.ts";
import {
  captureRejectionSymbol, capturesByDefault, countOf, errorMonitor, EventEmitter as Emitter, getDefaultLimit,
  initialize, limitOf, setCapturesByDefault, setDefaultLimit,
} from "./event-emitter.ts";
import { EventEmitterAsyncResource } from "./event-emitter-async-resource.ts";
import { addAbortListener, on, once } from "./event-waiting.ts";

/// The listeners and the state that instances have.
export interface EventEmitter {
  on(type: string | symbol, listener: (...values: any[]) => void): this;
  addListener(type: string | symbol, listener: (...values: any[]) => void): this;
  once(type: string | symbol, listener: (...values: any[]) => void): this;
  off(type: string | symbol, listener: (...values: any[]) => void): this;
  removeListener(type: string | symbol, listener: (...values: any[]) => void): this;
  prependListener(type: string | symbol, listener: (...values: any[]) => void): this;
  prependOnceListener(type: string | symbol, listener: (...values: any[]) => void): this;
  removeAllListeners(type?: string | symbol): this;
  emit(type: string | symbol, ...values: any[]): boolean;
  listeners(type: string | symbol): ((...values: any[]) => any)[];
  rawListeners(type: string | symbol): ((...values: any[]) => any)[];
  listenerCount(type: string | symbol, listener?: (...values: any[]) => any): number;
  eventNames(): (string | symbol)[];
  setMaxListeners(n: number): this;
  getMaxListeners(): number;
}

/// `events.EventEmitter`: with all properties if the program uses the whole module, otherwise with those that are small.
export const EventEmitter: any = configure(Emitter);

function noEmitter(name: string, value: any): any {
  return invalidType(name, "an instance of EventEmitter or EventTarget", value);
}

/// `events.getEventListeners`
export function getEventListeners(emitterOrTarget: any, type: any): any[] {
  if (typeof emitterOrTarget?.listeners === "function") return emitterOrTarget.listeners(type);
  if (isEventTarget(emitterOrTarget)) return targetListeners(emitterOrTarget, type);
  throw noEmitter("emitter", emitterOrTarget);
}

/// `events.getMaxListeners`
export function getMaxListeners(emitterOrTarget: any): number {
  if (typeof emitterOrTarget?.getMaxListeners === "function") return limitOf(emitterOrTarget);
  if (isEventTarget(emitterOrTarget)) return targetLimit(emitterOrTarget);
  throw noEmitter("emitter", emitterOrTarget);
}

/// `events.listenerCount`
export function listenerCount(emitterOrTarget: any, type: any): number {
  if (typeof emitterOrTarget?.listenerCount === "function") return emitterOrTarget.listenerCount(type);
  if (isEventTarget(emitterOrTarget)) return targetListeners(emitterOrTarget, type).length;
  if (emitterOrTarget !== null && typeof emitterOrTarget === "object" && "_events" in emitterOrTarget) {
    return countOf(emitterOrTarget, type, undefined);
  }
  throw noEmitter("emitter", emitterOrTarget);
}

/// `events.setMaxListeners`
export function setMaxListeners(n: any = getDefaultLimit(), ...eventTargets: any[]): void {
  validateNumber(n, "setMaxListeners", 0);
  if (eventTargets.length === 0) {
    setDefaultLimit(n);
    setDefaultTargetLimit(n);
    return;
  }
  for (const target of eventTargets) {
    if (isEventTarget(target)) setTargetLimit(target, n);
    else if (typeof target?.setMaxListeners === "function") target.setMaxListeners(n);
    else throw noEmitter("eventTargets", target);
  }
}

/// `events.init`
export function init(this: any, options?: any): void {
  initialize(this, options);
}

/// `events.usingDomains`: there are no domains.
export const usingDomains = false;
export const captureRejections = false;
export const defaultMaxListeners = 10;
export { addAbortListener, captureRejectionSymbol, errorMonitor, EventEmitterAsyncResource, on, once };

/// Makes an emitter of `process`: its methods are its own, and programs without this module have nothing to compare with.
function adoptProcess(target: any): void {
  const constructor: any = Object.defineProperty(() => {}, "name", { value: "process" });
  Object.setPrototypeOf(process, Object.create(target.prototype, {
    constructor: { value: constructor, writable: true, configurable: true },
  }));
}

/// Gives the constructor what configures emitters.
function configure(target: any): any {
  if (target.init !== undefined) return target;
  target.captureRejectionSymbol = captureRejectionSymbol;
  Object.defineProperty(target, "captureRejections", {
    get: capturesByDefault, set: setCapturesByDefault, enumerable: true, configurable: true,
  });
  target.errorMonitor = errorMonitor;
  Object.defineProperty(target, "defaultMaxListeners", {
    get: getDefaultLimit, set: setDefaultLimit, enumerable: true, configurable: true,
  });
  target.init = init;
  target.EventEmitter = target;
  adoptProcess(target);
  return target;
}

/// The constructor with what `require("events")` has, in Node's order.
function complete(): any {
  const target: any = Emitter;
  if (target.once !== undefined) return target;
  for (const key of Object.keys(target)) delete target[key];
  target.addAbortListener = addAbortListener;
  target.once = once;
  target.on = on;
  target.getEventListeners = getEventListeners;
  target.getMaxListeners = getMaxListeners;
  target.listenerCount = listenerCount;
  target.EventEmitter = target;
  target.usingDomains = usingDomains;
  target.captureRejectionSymbol = captureRejectionSymbol;
  Object.defineProperty(target, "captureRejections", {
    get: capturesByDefault, set: setCapturesByDefault, enumerable: true,
  });
  Object.defineProperty(target, "EventEmitterAsyncResource", {
    get: () => EventEmitterAsyncResource, enumerable: true, configurable: true,
  });
  target.errorMonitor = errorMonitor;
  Object.defineProperty(target, "defaultMaxListeners", {
    get: getDefaultLimit, set: setDefaultLimit, enumerable: true,
  });
  target.setMaxListeners = setMaxListeners;
  target.init = init;
  adoptProcess(target);
  return target;
}

export default complete();
