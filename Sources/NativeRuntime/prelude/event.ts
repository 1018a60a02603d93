/// `Event` and `CustomEvent` (https://dom.spec.whatwg.org/#events, https://nodejs.org/api/events.html#class-event).
// @optimize size
import { processUptime } from "polyglot:runtime";
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { invalidThis, invalidType, missingArguments } from "./node-errors.ts";

// What event targets may do with events and programs may not; the class gives them their values.
export let isEvent: (value: any) => boolean;
export let isBeingDispatched: (event: any) => boolean;
export let isStopped: (event: any) => boolean;
export let setPassive: (event: any, isPassive: boolean) => void;
/// Begins or ends the dispatch to a target, which stays the event's target afterwards.
export let setDispatched: (event: any, target: any, isDispatched: boolean) => void;

function checkEvent(value: any): void {
  if (!isEvent(value)) throw invalidThis("Event");
}

/// The class of events.
export class Event {
  static readonly NONE = 0;
  static readonly CAPTURING_PHASE = 1;
  static readonly AT_TARGET = 2;
  static readonly BUBBLING_PHASE = 3;

  #type: string;
  #bubbles = false;
  #cancelable = false;
  #composed = false;
  #isPrevented = false;
  #isPropagationStopped = false;
  #timeStamp: number;
  #target: any = null;
  /// While it is dispatched.
  #isDispatched = false;
  #isStoppedAtOnce = false;
  #isInPassiveListener = false;

  constructor(type: any, options?: any) {
    if (arguments.length === 0) throw missingArguments(["type"]);
    if (options !== undefined && options !== null) {
      if (typeof options !== "object" && typeof options !== "function") {
        throw invalidType("options", "of type object", options);
      }
      this.#bubbles = !!options.bubbles;
      this.#cancelable = !!options.cancelable;
      this.#composed = !!options.composed;
    }
    this.#type = `${type}`;
    this.#timeStamp = processUptime() * 1000;
  }

  initEvent(type: any, bubbles = false, cancelable = false): void {
    if (arguments.length === 0) throw missingArguments(["type"]);
    checkEvent(this);
    if (this.#isDispatched) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }

  stopImmediatePropagation(): void {
    checkEvent(this);
    // A listener that is called later sees the propagation as stopped, too.
    this.#isPropagationStopped = true;
    this.#isStoppedAtOnce = true;
  }

  preventDefault(): void {
    checkEvent(this);
    if (this.#cancelable && !this.#isInPassiveListener) this.#isPrevented = true;
  }

  get target(): any {
    checkEvent(this);
    return this.#target;
  }

  get currentTarget(): any {
    checkEvent(this);
    return this.#isDispatched ? this.#target : null;
  }

  get srcElement(): any {
    checkEvent(this);
    return this.#target;
  }

  get type(): string {
    checkEvent(this);
    return this.#type;
  }

  get cancelable(): boolean {
    checkEvent(this);
    return this.#cancelable;
  }

  get defaultPrevented(): boolean {
    checkEvent(this);
    return this.#cancelable && this.#isPrevented;
  }

  get timeStamp(): number {
    checkEvent(this);
    return this.#timeStamp;
  }

  composedPath(): any[] {
    checkEvent(this);
    return this.#isDispatched ? [this.#target] : [];
  }

  get returnValue(): boolean {
    checkEvent(this);
    return !this.#cancelable || !this.#isPrevented;
  }

  set returnValue(value: any) {
    checkEvent(this);
    if (!value) this.preventDefault();
  }

  get bubbles(): boolean {
    checkEvent(this);
    return this.#bubbles;
  }

  get composed(): boolean {
    checkEvent(this);
    return this.#composed;
  }

  get eventPhase(): number {
    checkEvent(this);
    return this.#isDispatched ? 2 : 0;
  }

  get cancelBubble(): boolean {
    checkEvent(this);
    return this.#isPropagationStopped;
  }

  set cancelBubble(value: any) {
    checkEvent(this);
    if (value) this.#isPropagationStopped = true;
  }

  stopPropagation(): void {
    checkEvent(this);
    this.#isPropagationStopped = true;
  }

  get isTrusted(): boolean {
    return false;
  }

  [inspectSymbol](depth: any, options: any): any {
    checkEvent(this);
    const members = {
      type: this.#type, defaultPrevented: this.defaultPrevented, cancelable: this.#cancelable,
      timeStamp: this.#timeStamp,
    };
    return inspectMembers(this.constructor.name, members, depth, options);
  }

  static {
    isEvent = (value: any) => value !== null && typeof value === "object" && #type in value;
    isBeingDispatched = (event: any) => event.#isDispatched;
    isStopped = (event: any) => event.#isStoppedAtOnce;
    setPassive = (event: any, isPassive: boolean) => {
      event.#isInPassiveListener = isPassive;
    };
    setDispatched = (event: any, target: any, isDispatched: boolean) => {
      if (target !== undefined) event.#target = target;
      event.#isDispatched = isDispatched;
    };
  }
}
makeEnumerable(Event.prototype, [
  "initEvent", "stopImmediatePropagation", "preventDefault", "target", "currentTarget", "srcElement", "type",
  "cancelable", "defaultPrevented", "timeStamp", "composedPath", "returnValue", "bubbles", "composed", "eventPhase",
  "cancelBubble", "stopPropagation", "isTrusted",
]);
makeEnumerable(Event, ["NONE", "CAPTURING_PHASE", "AT_TARGET", "BUBBLING_PHASE"]);
setTag(Event.prototype, "Event");

/// The class of events with data of the program.
export class CustomEvent extends Event {
  #detail: any;

  constructor(type: any, options?: any) {
    if (arguments.length === 0) throw missingArguments(["type"]);
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail(): any {
    if (!(#detail in this)) throw invalidThis("CustomEvent");
    return this.#detail;
  }
}
makeEnumerable(CustomEvent.prototype, ["detail"]);
setTag(CustomEvent.prototype, "CustomEvent");

/// The value of the global `Event`.
export function eventClass(): any {
  return Event;
}

/// The value of the global `CustomEvent`.
export function customEventClass(): any {
  return CustomEvent;
}
