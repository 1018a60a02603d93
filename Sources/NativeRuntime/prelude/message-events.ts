/// `MessageEvent` and `CloseEvent` (https://html.spec.whatwg.org/multipage/comms.html, https://websockets.spec.whatwg.org/)
/// with the conversions and errors that they have in Node, and the `ErrorEvent` of its WebSocket, which is no global.
// @optimize size
import { listFromIterable } from "polyglot:runtime";
import { makeEnumerable, setTag } from "./class-support.ts";
import { Event } from "./event.ts";
import { inspect } from "./inspect.ts";
import { plainCodedError } from "./node-errors.ts";
import { isObject } from "./webidl.ts";

/// ERR_INVALID_THIS, as these classes say it.
export function illegalInvocation(): any {
  return plainCodedError(new TypeError("Illegal invocation"), "ERR_INVALID_THIS");
}

/// The error of a call with too few arguments.
export function tooFewArguments(where: string, count: number, required: number): any {
  const plural = required === 1 ? "" : "s";
  const only = count === 0 ? "" : " only";
  return new TypeError(where + ": " + required + " argument" + plural + " required, but" + only + " " + count + " found.");
}

/// A string of an argument.
export function convertString(value: any, where: string, name: string): string {
  if (typeof value !== "symbol") return `${value}`;
  throw new TypeError(where + ": " + name + " is a symbol, which cannot be converted to a DOMString.");
}

/// The code of a close. Negative numbers stay so, as in Node.
function toCode(value: any): number {
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? number % 65536 + 0 : 0;
}

function checkInit(init: any, where: string): any {
  if (init === undefined || init === null) return {};
  if (!isObject(init)) throw new TypeError(where + ": Expected " + init + " to be one of: Null, Undefined, Object.");
  return init;
}

/// A value as errors show it.
function shown(value: any): string {
  if (isObject(value)) return inspect(value);
  return typeof value === "string" ? '"' + value + '"' : String(value) + (typeof value === "bigint" ? "n" : "");
}

// There is no class MessagePort, so that no value is one.

function convertSource(value: any, where: string): null {
  if (value === undefined || value === null) return null;
  throw new TypeError(where + ': Expected eventInitDict.source ("' + shown(value) + '") to be an instance of MessagePort.');
}

function convertPorts(value: any, where: string): any[] {
  if (value === undefined) return [];
  const name = "eventInitDict.ports";
  if (!isObject(value)) throw new TypeError(where + ": " + name + " (" + shown(value) + ") is not iterable.");
  const method: any = value[Symbol.iterator];
  if (typeof method !== "function") throw new TypeError(where + ": " + name + " is not iterable.");
  const ports: any[] = listFromIterable(value, method);
  if (ports.length === 0) return ports;
  throw new TypeError(where + ": Expected " + name + '[0] ("' + shown(ports[0]) + '") to be an instance of MessagePort.');
}

/// The class of messages.
export class MessageEvent extends Event {
  #data: any;
  #origin: string;
  #lastEventId: string;
  #source: any;
  #ports: any[];

  constructor(type: any, eventInitDict: any = {}) {
    const where = "MessageEvent constructor";
    if (arguments.length < 1) throw tooFewArguments(where, arguments.length, 1);
    const name = convertString(type, where, "type");
    const init: any = checkInit(eventInitDict, where);
    // The members are read in the order of their names.
    const flags = { bubbles: !!init.bubbles, cancelable: !!init.cancelable, composed: !!init.composed };
    const { data = null, lastEventId = "", origin = "" } = init;
    const identifier = convertString(lastEventId, where, "eventInitDict.lastEventId");
    const sender = `${origin}`.toWellFormed();
    const ports = convertPorts(init.ports, where);
    const source = convertSource(init.source, where);
    super(name, flags);
    this.#data = data;
    this.#origin = sender;
    this.#lastEventId = identifier;
    this.#source = source;
    this.#ports = ports;
  }

  get data(): any {
    if (!(#data in this)) throw illegalInvocation();
    return this.#data;
  }

  get origin(): string {
    if (!(#data in this)) throw illegalInvocation();
    return this.#origin;
  }

  get lastEventId(): string {
    if (!(#data in this)) throw illegalInvocation();
    return this.#lastEventId;
  }

  get source(): any {
    if (!(#data in this)) throw illegalInvocation();
    return this.#source;
  }

  get ports(): any[] {
    if (!(#data in this)) throw illegalInvocation();
    return Object.freeze(this.#ports) as any[];
  }

  initMessageEvent(
    type: any, bubbles: any = false, cancelable: any = false, data: any = null, origin: any = "", lastEventId: any = "",
    source: any = null, ports: any = [],
  ): any {
    if (!(#data in this)) throw illegalInvocation();
    if (arguments.length < 1) throw tooFewArguments("MessageEvent.initMessageEvent", arguments.length, 1);
    return new MessageEvent(type, { bubbles, cancelable, data, origin, lastEventId, source, ports });
  }
}
makeEnumerable(MessageEvent.prototype, ["data", "origin", "lastEventId", "source", "ports", "initMessageEvent"]);
setTag(MessageEvent.prototype, "MessageEvent");

/// The class of the ends of connections.
export class CloseEvent extends Event {
  #wasClean: boolean;
  #code: number;
  #reason: string;

  constructor(type: any, eventInitDict: any = {}) {
    const where = "CloseEvent constructor";
    if (arguments.length < 1) throw tooFewArguments(where, arguments.length, 1);
    const name = convertString(type, where, "type");
    const init: any = checkInit(eventInitDict, "undefined");
    const bubbles = !!init.bubbles;
    const cancelable = !!init.cancelable;
    const given: any = init.code;
    const code = given === undefined ? 0 : toCode(given);
    const composed = !!init.composed;
    const { reason = "" } = init;
    const text = `${reason}`.toWellFormed();
    const wasClean = !!init.wasClean;
    super(name, { bubbles, cancelable, composed });
    this.#wasClean = wasClean;
    this.#code = code;
    this.#reason = text;
  }

  get wasClean(): boolean {
    if (!(#wasClean in this)) throw illegalInvocation();
    return this.#wasClean;
  }

  get code(): number {
    if (!(#wasClean in this)) throw illegalInvocation();
    return this.#code;
  }

  get reason(): string {
    if (!(#wasClean in this)) throw illegalInvocation();
    return this.#reason;
  }
}
makeEnumerable(CloseEvent.prototype, ["wasClean", "code", "reason"]);
setTag(CloseEvent.prototype, "CloseEvent");

/// The class of the failures of connections; only the library makes them.
export class ErrorEvent extends Event {
  #error: any;

  constructor(type: string, error: any) {
    super(type);
    this.#error = error;
  }

  get message(): string {
    if (!(#error in this)) throw illegalInvocation();
    return "";
  }

  get filename(): string {
    if (!(#error in this)) throw illegalInvocation();
    return "";
  }

  get lineno(): number {
    if (!(#error in this)) throw illegalInvocation();
    return 0;
  }

  get colno(): number {
    if (!(#error in this)) throw illegalInvocation();
    return 0;
  }

  get error(): any {
    if (!(#error in this)) throw illegalInvocation();
    return this.#error;
  }
}
makeEnumerable(ErrorEvent.prototype, ["message", "filename", "lineno", "colno", "error"]);
setTag(ErrorEvent.prototype, "ErrorEvent");

/// The value of the global `MessageEvent`.
export function messageEventClass(): any {
  return MessageEvent;
}

/// The value of the global `CloseEvent`.
export function closeEventClass(): any {
  return CloseEvent;
}
