/// `AbortController` and `AbortSignal` (https://dom.spec.whatwg.org/#aborting-ongoing-activities).
// @optimize size
import { listFromIterable } from "polyglot:runtime";
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { Event } from "./event.ts";
import { dispatchTo, EventTarget, handlerOf, setHandler } from "./event-target.ts";
import { codedError, illegalConstructor, invalidThis } from "./node-errors.ts";
import { validateInteger } from "./validators.ts";

const exceptionConstructor: any = DOMException;
/// What the constructor has to be given.
const key: any = Symbol();

// What controllers may do with signals and programs may not; the class gives them their values.
export let isSignal: (value: any) => boolean;
export let abortSignal: (signal: any, reason: any) => void;

/// The class of signals.
export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason: any = undefined;
  /// The signals that `AbortSignal.any` made this one of, and those that it made of this one.
  #sources: Set<any> | undefined;
  #dependents: Set<any> | undefined;

  constructor(secret?: any) {
    if (secret !== key) throw illegalConstructor();
    super();
  }

  get aborted(): boolean {
    checkSignal(this);
    return this.#aborted;
  }

  get reason(): any {
    checkSignal(this);
    return this.#reason;
  }

  throwIfAborted(): void {
    checkSignal(this);
    if (this.#aborted) throw this.#reason;
  }

  get onabort(): any {
    checkSignal(this);
    return handlerOf(this, "abort");
  }

  set onabort(value: any) {
    checkSignal(this);
    setHandler(this, "abort", value);
  }

  static abort(reason: any = abortReason()): any {
    const signal: any = new AbortSignal(key);
    signal.#aborted = true;
    signal.#reason = reason;
    return signal;
  }

  static timeout(delay: any): any {
    validateInteger(delay, "delay", 0, 4294967295);
    const signal: any = new AbortSignal(key);
    const timer: any = setTimeout(() => {
      abortSignal(signal, new exceptionConstructor("The operation was aborted due to timeout", "TimeoutError"));
    }, delay);
    timer.unref();
    return signal;
  }

  static any(signals: any): any {
    const method: any = signals === null || signals === undefined ? undefined : signals[Symbol.iterator];
    if (typeof signals !== "object" || typeof method !== "function") {
      throw codedError(new TypeError("signals cannot be converted to sequence."), "ERR_INVALID_ARG_TYPE");
    }
    const list: any[] = listFromIterable(signals, method);
    for (let i = 0; i < list.length; i++) {
      if (!isSignal(list[i])) {
        throw codedError(new TypeError("signals[" + i + "] is not of type AbortSignal."), "ERR_INVALID_ARG_TYPE");
      }
    }
    const result: any = new AbortSignal(key);
    for (let i = 0; i < list.length; i++) {
      if (list[i].#aborted) {
        result.#aborted = true;
        result.#reason = list[i].#reason;
        return result;
      }
    }
    result.#sources = new Set();
    for (let i = 0; i < list.length; i++) {
      const signal: any = list[i];
      // Of a dependent signal, its own sources are taken: it never aborts by itself.
      const sources: any[] = signal.#sources === undefined ? [signal] : [...signal.#sources];
      for (const source of sources) {
        result.#sources.add(source);
        if (source.#dependents === undefined) source.#dependents = new Set();
        source.#dependents.add(result);
      }
    }
    return result;
  }

  [inspectSymbol](depth: any, options: any): any {
    checkSignal(this);
    return inspectMembers("AbortSignal", { aborted: this.#aborted }, depth, options);
  }

  static {
    isSignal = (value: any) => value !== null && typeof value === "object" && #aborted in value;
    abortSignal = (signal: any, reason: any) => {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason;
      const affected: any[] = [];
      if (signal.#dependents !== undefined) {
        for (const dependent of signal.#dependents) {
          if (dependent.#aborted) continue;
          dependent.#aborted = true;
          dependent.#reason = reason;
          affected.push(dependent);
        }
        signal.#dependents = undefined;
      }
      dispatchTo(signal, new Event("abort"));
      for (let i = 0; i < affected.length; i++) dispatchTo(affected[i], new Event("abort"));
    };
  }
}
makeEnumerable(AbortSignal.prototype, ["aborted", "onabort"]);
setTag(AbortSignal.prototype, "AbortSignal");

function checkSignal(value: any): void {
  if (!isSignal(value)) throw invalidThis("AbortSignal");
}

function abortReason(): any {
  return new exceptionConstructor("This operation was aborted", "AbortError");
}

/// The class of objects that abort their signal.
export class AbortController {
  #signal: any = undefined;

  get signal(): any {
    if (!(#signal in this)) throw invalidThis("AbortController");
    if (this.#signal === undefined) this.#signal = new AbortSignal(key);
    return this.#signal;
  }

  abort(reason: any = abortReason()): void {
    abortSignal(this.signal, reason);
  }

  [inspectSymbol](depth: any, options: any): any {
    return inspectMembers("AbortController", { signal: this.signal }, depth, options);
  }
}
makeEnumerable(AbortController.prototype, ["signal", "abort"]);
setTag(AbortController.prototype, "AbortController");

/// The value of the global `AbortController`.
export function abortControllerClass(): any {
  return AbortController;
}

/// The value of the global `AbortSignal`.
export function abortSignalClass(): any {
  return AbortSignal;
}
