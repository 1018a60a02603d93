/// `node:async_hooks` (https://nodejs.org/api/async_hooks.html): what runs now, and on whose behalf. Hooks that are told of
/// all asynchronous work of a program are not there.
// @optimize size
import { asyncEnter, asyncFrame, asyncNewId, asyncScope, asyncSetFrame, asyncUse } from "polyglot:runtime";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateFunction, validateObject, validateString } from "../prelude/validators.ts";
import { deprecate } from "./util-functions.ts";

/// What storages hold, by storage. A frame is not changed once others can have it, but for `disable`.
class AsyncContextFrame extends Map<AsyncLocalStorage, any> {}

type Frame = AsyncContextFrame | undefined;

/// The parts of what `asyncScope` gives: the frame, the id, its trigger's id, and the resource.
const scopeId = 1;
const scopeTrigger = 2;
const scopeResource = 3;

/// `async_hooks.executionAsyncId`
export function executionAsyncId(): number {
  asyncUse();
  const scope: any = asyncScope();
  return scope === undefined ? 0 : scope[scopeId];
}

/// `async_hooks.triggerAsyncId`
export function triggerAsyncId(): number {
  asyncUse();
  const scope: any = asyncScope();
  return scope === undefined ? 0 : scope[scopeTrigger];
}

/// The resource of what nothing called.
const topLevelResource: any = {};

/// `async_hooks.executionAsyncResource`
export function executionAsyncResource(): any {
  asyncUse();
  const scope: any = asyncScope();
  if (scope === undefined || scope[scopeId] === 0) return topLevelResource;
  if (scope[scopeResource] === undefined) scope[scopeResource] = {};
  return scope[scopeResource];
}

const asyncIdKey: unique symbol = Symbol("async_id_symbol") as any;
const triggerAsyncIdKey: unique symbol = Symbol("trigger_async_id_symbol") as any;
const frameKey: unique symbol = Symbol("context_frame") as any;

/// `async_hooks.AsyncResource` (https://nodejs.org/api/async_context.html#class-asyncresource).
export class AsyncResource {
  declare [frameKey]: Frame;
  declare [asyncIdKey]: number;
  declare [triggerAsyncIdKey]: number;

  constructor(type: any, options: any = {}) {
    validateString(type, "type");
    let trigger: any = options;
    if (typeof options !== "number") {
      trigger = options.triggerAsyncId === undefined ? executionAsyncId() : options.triggerAsyncId;
    }
    if (!Number.isSafeInteger(trigger) || trigger < -1) {
      throw codedError(new RangeError("Invalid triggerAsyncId value: " + trigger), "ERR_INVALID_ASYNC_ID");
    }
    asyncUse();
    this[frameKey] = asyncFrame();
    this[asyncIdKey] = asyncNewId();
    this[triggerAsyncIdKey] = trigger;
  }

  runInAsyncScope(action: any, receiver?: any, ...values: any[]): any {
    const scope: any = asyncScope();
    const frame: any = asyncFrame();
    asyncEnter([this[frameKey], this[asyncIdKey], this[triggerAsyncIdKey], this]);
    try {
      return Reflect.apply(action, receiver, values);
    } finally {
      asyncEnter(scope);
      asyncSetFrame(frame);
    }
  }

  /// Nobody can be told of it, as there are no hooks.
  emitDestroy(): this {
    return this;
  }

  asyncId(): number {
    return this[asyncIdKey];
  }

  triggerAsyncId(): number {
    return this[triggerAsyncIdKey];
  }

  bind(action: any, receiver?: any): any {
    validateFunction(action, "fn");
    let resource: any = this;
    const own: AsyncResource = this;
    let bound: any = function (this: any, ...values: any[]): any {
      return own.runInAsyncScope(action, this, ...values);
    };
    if (receiver !== undefined) bound = own.runInAsyncScope.bind(own, action, receiver);
    const text = "The asyncResource property on bound functions is deprecated";
    Object.defineProperties(bound, {
      length: { configurable: true, enumerable: false, value: action.length, writable: false },
      asyncResource: {
        configurable: true,
        enumerable: true,
        get: deprecate(() => resource, text, "DEP0172"),
        set: deprecate((value: any) => {
          resource = value;
        }, text, "DEP0172"),
      },
    });
    return bound;
  }

  static bind(action: any, type?: any, receiver?: any): any {
    return new AsyncResource(type || action.name || "bound-anonymous-fn").bind(action, receiver);
  }
}

/// `async_hooks.AsyncLocalStorage` (https://nodejs.org/api/async_context.html#class-asynclocalstorage).
export class AsyncLocalStorage {
  #defaultValue: any;
  #name: string | undefined;

  constructor(options: any = {}) {
    validateObject(options, "options");
    asyncUse();
    this.#defaultValue = options.defaultValue;
    if (options.name !== undefined) this.#name = `${options.name}`;
  }

  get name(): string {
    return this.#name || "";
  }

  static bind(action: any): any {
    return AsyncResource.bind(action);
  }

  static snapshot(): any {
    return AsyncLocalStorage.bind((action: any, ...values: any[]) => action(...values));
  }

  disable(): void {
    const frame: Frame = asyncFrame();
    if (frame !== undefined) frame.delete(this);
  }

  enterWith(value: any): void {
    const frame: any = new AsyncContextFrame(asyncFrame());
    frame.set(this, value);
    asyncSetFrame(frame);
  }

  run(value: any, action: any, ...values: any[]): any {
    const prior = this.getStore();
    if (Object.is(prior, value)) return Reflect.apply(action, null, values);
    this.enterWith(value);
    try {
      return Reflect.apply(action, null, values);
    } finally {
      this.enterWith(prior);
    }
  }

  exit(action: any, ...values: any[]): any {
    return this.run(undefined, action, ...values);
  }

  getStore(): any {
    const frame: Frame = asyncFrame();
    if (frame === undefined || !frame.has(this)) return this.#defaultValue;
    return frame.get(this);
  }
}

/// The callbacks that a hook may have.
const hookNames = ["init", "before", "after", "destroy", "promiseResolve"];

class AsyncHook {
  #isEmpty: boolean;

  constructor(callbacks: any) {
    const { trackPromises } = callbacks;
    this.#isEmpty = true;
    for (const name of hookNames) {
      const callback: any = callbacks[name];
      if (callback === undefined) continue;
      if (typeof callback !== "function") {
        throw codedError(new TypeError("hook." + name + " must be a function"), "ERR_ASYNC_CALLBACK");
      }
      this.#isEmpty = false;
    }
    if (trackPromises !== undefined && typeof trackPromises !== "boolean") {
      throw invalidType("trackPromises", "of type boolean", trackPromises);
    }
    if (trackPromises === false && callbacks.promiseResolve) {
      throw invalidValue("trackPromises", trackPromises, "must not be false when promiseResolve is enabled");
    }
  }

  enable(): this {
    if (this.#isEmpty) return this;
    throw new Error("async_hooks.createHook: hooks that follow all asynchronous work are not supported");
  }

  disable(): this {
    return this;
  }
}

/// `async_hooks.createHook`: what it gives can only be enabled if it wants to be told of nothing.
export function createHook(callbacks: any): AsyncHook {
  return new AsyncHook(callbacks);
}

/// The kinds of resources of Node, in the order of their numbers.
const providerNames =
  "NONE DIRHANDLE DNSCHANNEL ELDHISTOGRAM FILEHANDLE FILEHANDLECLOSEREQ BLOBREADER FSEVENTWRAP FSREQCALLBACK " +
  "FSREQPROMISE GETADDRINFOREQWRAP GETNAMEINFOREQWRAP HEAPSNAPSHOT HTTP2SESSION HTTP2STREAM HTTP2PING " +
  "HTTP2SETTINGS HTTPINCOMINGMESSAGE HTTPCLIENTREQUEST LOCKS JSSTREAM JSUDPWRAP MESSAGEPORT PIPECONNECTWRAP " +
  "PIPESERVERWRAP PIPEWRAP PROCESSWRAP PROMISE QUERYWRAP QUIC_ENDPOINT QUIC_LOGSTREAM QUIC_SESSION QUIC_STREAM " +
  "QUIC_UDP SHUTDOWNWRAP SIGNALWRAP STATWATCHER STREAMPIPE TCPCONNECTWRAP TCPSERVERWRAP TCPWRAP TTYWRAP " +
  "UDPSENDWRAP UDPWRAP SIGINTWATCHDOG WORKER WORKERCPUPROFILE WORKERCPUUSAGE WORKERHEAPPROFILE " +
  "WORKERHEAPSNAPSHOT WORKERHEAPSTATISTICS WRITEWRAP ZLIB CHECKPRIMEREQUEST PBKDF2REQUEST KEYPAIRGENREQUEST " +
  "KEYGENREQUEST KEYEXPORTREQUEST ARGON2REQUEST CIPHERREQUEST DERIVEBITSREQUEST HASHREQUEST RANDOMBYTESREQUEST " +
  "RANDOMPRIMEREQUEST SCRYPTREQUEST SIGNREQUEST TLSWRAP VERIFYREQUEST";

function makeProviders(): any {
  const result: any = Object.create(null);
  const names = providerNames.split(" ");
  for (let i = 0; i < names.length; i++) result[names[i]!] = i;
  return Object.freeze(result);
}

/// `async_hooks.asyncWrapProviders`
export const asyncWrapProviders: any = makeProviders();

export default {
  AsyncLocalStorage, AsyncResource, asyncWrapProviders, createHook, executionAsyncId, executionAsyncResource,
  triggerAsyncId,
};
