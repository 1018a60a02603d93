/// `EventTarget` (https://dom.spec.whatwg.org/#interface-eventtarget,
/// https://nodejs.org/api/events.html#eventtarget-and-event-api).
// @optimize size
import { call1, nextTick } from "polyglot:runtime";
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { isBeingDispatched, isEvent, isStopped, setDispatched, setPassive, Event } from "./event.ts";
import { codedError, invalidThis, invalidType, missingArguments } from "./node-errors.ts";
import { emitWarning } from "./process-warning.ts";

/// A listener of one type of events.
class Listener {
  /// The function or the object with `handleEvent`.
  callback: any;
  capture: boolean;
  once: boolean;
  passive: boolean;
  removed = false;
  /// Removes the listener of `options.signal` that would remove this one.
  forgetSignal: any = undefined;
  /// The neighbours in the list; one that was removed keeps them, so that a dispatch finds on from it.
  previous: Listener | undefined = undefined;
  next: Listener | undefined = undefined;
  constructor(callback: any, capture: boolean, once: boolean, passive: boolean) {
    this.callback = callback;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
  }
}

/// The listeners of one type, which are found in their order even while it changes: those that a listener adds are
/// called for the same event, unless it is the last one.
class ListenerList {
  first: Listener | undefined = undefined;
  last: Listener | undefined = undefined;
  count = 0;

  add(listener: Listener): void {
    if (this.last === undefined) {
      this.first = listener;
    } else {
      this.last.next = listener;
      listener.previous = this.last;
    }
    this.last = listener;
    this.count++;
  }

  remove(listener: Listener): void {
    listener.removed = true;
    if (listener.previous === undefined) this.first = listener.next;
    else listener.previous.next = listener.next;
    if (listener.next === undefined) this.last = listener.previous;
    else listener.next.previous = listener.previous;
    this.count--;
    if (listener.forgetSignal !== undefined) listener.forgetSignal();
  }

  find(callback: any, capture: boolean): Listener | undefined {
    for (let listener = this.first; listener !== undefined; listener = listener.next) {
      if (listener.callback === callback && listener.capture === capture) return listener;
    }
    return undefined;
  }
}

/// The limit after which `addEventListener` warns of a leak; `events.setMaxListeners` changes it.
let defaultLimit = 10;

export function setDefaultTargetLimit(limit: number): void {
  defaultLimit = limit;
}

// What other modules may do with targets and programs may not; the class gives them their values.
export let isEventTarget: (value: any) => boolean;
/// The live listeners of a type, as functions.
export let targetListeners: (target: any, type: any) => any[];
export let targetLimit: (target: any) => number;
export let setTargetLimit: (target: any, limit: number) => void;
/// Calls the listeners with an event that the program did not make.
export let dispatchTo: (target: any, event: any) => boolean;

/// The value of an attribute such as `onabort`, and changing it.
export let handlerOf: (target: any, type: string) => any;
export let setHandler: (target: any, type: string, value: any) => void;

/// The class of objects with listeners.
export class EventTarget {
  #listeners = new Map<string, ListenerList>();
  #limit = defaultLimit;
  #hasWarned = false;
  /// The values of attributes such as `onabort`: the listener and what the program assigned.
  #handlers: Map<string, { listener: any; value: any }> | undefined;

  addEventListener(type: any, callback: any, options?: any): void {
    if (!isEventTarget(this)) throw invalidThis("EventTarget");
    if (arguments.length < 2) throw missingArguments(["type", "listener"]);
    let capture = false;
    let once = false;
    let passive = false;
    let signal: any;
    if (typeof options === "boolean") {
      capture = options;
    } else if (options !== undefined && options !== null) {
      if (typeof options !== "object" && typeof options !== "function") {
        throw invalidType("options", "of type object", options);
      }
      once = !!options.once;
      capture = !!options.capture;
      passive = !!options.passive;
      signal = options.signal;
    }
    if (signal !== undefined && (signal === null || typeof signal !== "object" || !("aborted" in signal))) {
      throw invalidType("options.signal", "an instance of AbortSignal", signal);
    }
    if (!isListener(callback)) {
      const message = "addEventListener called with " + String(callback) + " which has no effect.";
      warn(message, "AddEventListenerArgumentTypeWarning", this, type);
      return;
    }
    const key = `${type}`;
    if (signal !== undefined && signal.aborted) return;
    let list = this.#listeners.get(key);
    if (list === undefined) {
      list = new ListenerList();
      this.#listeners.set(key, list);
    }
    if (list.find(callback, capture) !== undefined) return;
    const listener = new Listener(callback, capture, once, passive);
    if (signal !== undefined) {
      const remove = (): void => this.removeEventListener(key, callback, capture);
      signal.addEventListener("abort", remove, { once: true });
      listener.forgetSignal = (): void => signal.removeEventListener("abort", remove);
    }
    list.add(listener);
    this.#warnOfLeak(key, list.count);
  }

  removeEventListener(type: any, callback: any, options?: any): void {
    if (!isEventTarget(this)) throw invalidThis("EventTarget");
    if (arguments.length < 2) throw missingArguments(["type", "listener"]);
    if (!isListener(callback)) return;
    const key = `${type}`;
    const capture = typeof options === "boolean" ? options : !!options?.capture;
    const list = this.#listeners.get(key);
    const listener = list?.find(callback, capture);
    if (listener !== undefined) this.#remove(key, list!, listener);
  }

  dispatchEvent(event: any): boolean {
    if (!isEventTarget(this)) throw invalidThis("EventTarget");
    if (arguments.length < 1) throw missingArguments(["event"]);
    if (!(event instanceof Event) || !isEvent(event)) throw invalidType("event", "an instance of Event", event);
    if (isBeingDispatched(event)) {
      throw codedError(new Error('The event "' + event.type + '" is already being dispatched'), "ERR_EVENT_RECURSION");
    }
    return dispatchTo(this, event);
  }

  [inspectSymbol](depth: any, options: any): any {
    if (!isEventTarget(this)) throw invalidThis("EventTarget");
    return inspectMembers(this.constructor.name, {}, depth, options);
  }

  #remove(key: string, list: ListenerList, listener: Listener): void {
    list.remove(listener);
    if (list.count === 0) this.#listeners.delete(key);
  }

  #warnOfLeak(key: string, count: number): void {
    if (this.#limit === 0 || count <= this.#limit || this.#hasWarned) return;
    this.#hasWarned = true;
    const name = this.constructor?.name ?? "EventTarget";
    const warning: any = new Error(
      "Possible EventTarget memory leak detected. " + count + " " + key + " listeners added to " + name +
      ". MaxListeners is " + this.#limit + ". Use events.setMaxListeners() to increase limit",
    );
    warning.name = "MaxListenersExceededWarning";
    warning.target = this;
    warning.type = key;
    warning.count = count;
    emitWarning(warning);
  }

  static {
    isEventTarget = (value: any) => value !== null && typeof value === "object" && #listeners in value;
    targetListeners = (target: any, type: any) => {
      const callbacks: any[] = [];
      let listener: Listener | undefined = target.#listeners.get(`${type}`)?.first;
      for (; listener !== undefined; listener = listener.next) callbacks.push(listener.callback);
      return callbacks;
    };
    targetLimit = (target: any) => target.#limit;
    setTargetLimit = (target: any, limit: number) => {
      target.#limit = limit;
      target.#hasWarned = false;
    };
    dispatchTo = (target: any, event: any) => {
      const type: string = event.type;
      const list: ListenerList | undefined = target.#listeners.get(type);
      setDispatched(event, target, true);
      let listener = list === undefined ? undefined : list.first;
      while (listener !== undefined && !isStopped(event)) {
        const next: Listener | undefined = listener.next;
        if (!listener.removed) {
          if (listener.once) target.#remove(type, list!, listener);
          setPassive(event, listener.passive);
          invoke(listener.callback, target, event);
          setPassive(event, false);
        }
        listener = next;
      }
      setDispatched(event, undefined, false);
      return !event.defaultPrevented;
    };
    handlerOf = (target: any, type: string) => target.#handlers?.get(type)?.value ?? null;
    setHandler = (target: any, type: string, value: any) => {
      if (target.#handlers === undefined) target.#handlers = new Map();
      const isUsable = typeof value === "function" || (typeof value === "object" && value !== null);
      const known: any = target.#handlers.get(type);
      if (known !== undefined) {
        // The listener keeps its place among the others.
        if (!isUsable) {
          target.removeEventListener(type, known.listener);
          target.#handlers.delete(type);
        } else {
          known.value = value;
        }
      } else if (isUsable) {
        const entry: any = { listener: undefined, value };
        entry.listener = function (this: any, event: any): void {
          if (typeof entry.value !== "function") return;
          const result: any = call1(entry.value, this, event);
          if (result === false) event.preventDefault();
        };
        target.#handlers.set(type, entry);
        target.addEventListener(type, entry.listener);
      }
    };
  }
}
makeEnumerable(EventTarget.prototype, ["addEventListener", "removeEventListener", "dispatchEvent"]);
setTag(EventTarget.prototype, "EventTarget");

/// Whether a value can be called for events; null and undefined cannot, but are no errors either.
function isListener(callback: any): boolean {
  if (typeof callback === "function") return true;
  if (callback === null || callback === undefined) return false;
  if (typeof callback === "object") return true;
  throw invalidType("listener", "an instance of EventListener", callback);
}

/// Calls a listener; what it throws, or a promise of it is rejected with, is an uncaught exception of a later turn.
function invoke(callback: any, target: any, event: any): void {
  try {
    let result: any;
    if (typeof callback === "function") {
      result = call1(callback, target, event);
    } else {
      const handle: any = callback.handleEvent;
      if (typeof handle === "function") result = call1(handle, callback, event);
    }
    if (result === undefined || result === null) return;
    if (typeof result.then === "function") result.then(undefined, throwLater);
  } catch (error) {
    throwLater(error);
  }
}

/// Throws where nothing of the program can catch it.
export function throwLater(error: any): void {
  runSoon(() => {
    throw error;
  });
}

/// Calls a function when the running code is done, before promise jobs.
export function runSoon(callback: any): void {
  nextTick(callback, undefined);
}

function warn(message: string, name: string, target: any, type: any): void {
  const warning: any = new Error(message);
  warning.name = name;
  warning.target = target;
  warning.type = type;
  emitWarning(warning);
}

/// The value of the global `EventTarget`.
export function eventTargetClass(): any {
  return EventTarget;
}
