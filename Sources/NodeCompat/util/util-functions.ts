/// What `node:util` does with functions: `promisify`, `callbackify`, `deprecate`, `inherits`, `debuglog`.
// @optimize size
import { call1, nextTick, processEnvironment, processId, stderrWrite } from "polyglot:runtime";
import { formatList } from "../prelude/format.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { validateFunction, validateString } from "../prelude/validators.ts";
import { setImmediate as promisedImmediate, setTimeout as promisedTimeout } from "./timers/promises.ts";

const customSymbol: any = Symbol.for("nodejs.util.promisify.custom");

/// What a function itself gives as its form with promises; the timers do without a property.
function customForm(original: any): any {
  if (original === globalThis.setTimeout) return promisedTimeout;
  return original === globalThis.setImmediate ? promisedImmediate : original[customSymbol];
}

/// `util.promisify`
export function promisify(original: any): any {
  validateFunction(original, "original");
  const custom: any = customForm(original);
  if (custom) {
    validateFunction(custom, "util.promisify.custom");
    return Object.defineProperty(custom, customSymbol, {
      value: custom, enumerable: false, writable: false, configurable: true,
    });
  }
  const promisified: any = function (this: any, ...values: any[]): any {
    return new Promise((resolve, reject) => {
      values.push((error: any, value: any) => {
        if (error) reject(error);
        else resolve(value);
      });
      Reflect.apply(original, this, values);
    });
  };
  Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
  Object.defineProperty(promisified, customSymbol, {
    value: promisified, enumerable: false, writable: false, configurable: true,
  });
  const descriptors: any = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(descriptors)) {
    if (key !== "prototype") Object.defineProperty(promisified, key, descriptors[key]);
  }
  return promisified;
}
(promisify as any).custom = customSymbol;

/// The reason of a rejection as the first argument of a callback, which needs one that is true.
function callWithReason(reason: any, callback: any): void {
  let error: any = reason;
  if (!error) {
    error = codedError(new Error("Promise was rejected with falsy value"), "ERR_FALSY_VALUE_REJECTION");
    error.reason = reason;
  }
  call1(callback, undefined, error);
}

/// `util.callbackify`
export function callbackify(original: any): any {
  validateFunction(original, "original");
  const callbackified: any = function (this: any, ...values: any[]): void {
    const callback: any = values.pop();
    validateFunction(callback, "last argument");
    const bound = callback.bind(this);
    Reflect.apply(original, this, values).then(
      (result: any) => nextTick(bound, [null, result]),
      (error: any) => nextTick(callWithReason, [error, bound]),
    );
  };
  const descriptors: any = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === "number") descriptors.length.value++;
  if (typeof descriptors.name.value === "string") descriptors.name.value += "Callbackified";
  for (const key of Reflect.ownKeys(descriptors)) {
    if (key !== "prototype") Object.defineProperty(callbackified, key, descriptors[key]);
  }
  return callbackified;
}

const warnedCodes = new Set<string>();

/// `util.deprecate`
export function deprecate(original: any, message: any, code?: any, options?: any): any {
  if (code !== undefined) validateString(code, "code");
  let hasWarned = false;
  const deprecated: any = function (this: any, ...values: any[]): any {
    if (!hasWarned) {
      hasWarned = true;
      if (code === undefined || !warnedCodes.has(code)) {
        if (code !== undefined) warnedCodes.add(code);
        emitWarning(message, "DeprecationWarning", code, deprecated);
      }
    }
    if (new.target) return Reflect.construct(original, values, new.target === deprecated ? original : new.target);
    return Reflect.apply(original, this, values);
  };
  if (options?.modifyPrototype === false) {
    Object.defineProperty(deprecated, "length", Object.getOwnPropertyDescriptor(original, "length")!);
    return deprecated;
  }
  Object.setPrototypeOf(deprecated, original);
  if (original.prototype) deprecated.prototype = original.prototype;
  Object.defineProperty(deprecated, "length", { ...Object.getOwnPropertyDescriptor(original, "length") });
  return deprecated;
}

/// `util.inherits`
export function inherits(constructor: any, parent: any): void {
  if (constructor === undefined || constructor === null) throw invalidType("ctor", "of type function", constructor);
  if (parent === undefined || parent === null) throw invalidType("superCtor", "of type function", parent);
  if (parent.prototype === undefined) throw invalidType("superCtor.prototype", "of type object", parent.prototype);
  Object.defineProperty(constructor, "super_", { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

/// The sections that NODE_DEBUG names, in capitals with `*` for any text.
function isSection(name: string): boolean {
  const pairs: any[] = processEnvironment();
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] !== "NODE_DEBUG") continue;
    for (const section of pairs[i + 1].split(",")) {
      const pattern = section.trim().toUpperCase().replace(/[|\\{}()[\]^$+?.]/g, "\\$&").replaceAll("*", ".*");
      if (new RegExp("^" + pattern + "$").test(name)) return true;
    }
  }
  return false;
}

/// `util.debuglog`
export function debuglog(section: any, callback?: any): any {
  const name = String(section).toUpperCase();
  let enabled: boolean | undefined;
  const isEnabled = (): boolean => {
    if (enabled === undefined) enabled = isSection(name);
    return enabled;
  };
  let isFirst = true;
  const logger: any = (...values: any[]): void => {
    if (!isEnabled()) return;
    if (isFirst && typeof callback === "function") {
      isFirst = false;
      callback(logger);
    }
    stderrWrite(name + " " + processId() + ": " + formatList(undefined, values) + "\n");
  };
  Object.defineProperty(logger, "enabled", { get: isEnabled, configurable: true, enumerable: true });
  return logger;
}
