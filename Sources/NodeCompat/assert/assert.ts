/// `node:assert` (https://nodejs.org/api/assert.html). What `assert.ok` says of a failed expression is its value, as
/// the program has no source text.
// @optimize size
import { argumentCount, classOf } from "polyglot:runtime";
import { deepEqual as equalDeeply, partiallyEqual } from "../prelude/deep-equal.ts";
import { inspect } from "../prelude/inspect.ts";
import { codedError, invalidType, invalidValue, missingArguments } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { validateFunction, validateOneOf } from "../prelude/validators.ts";
import { AssertionError } from "./assertion-error.ts";
import { CallTracker as UndeprecatedCallTracker } from "./call-tracker.ts";
import { deprecate } from "./util-functions.ts";

export { AssertionError };

/// The property of an object of `Assert` that holds its options.
const optionsKey: any = Symbol("options");

/// How an object of `Assert` shows differences; undefined of any other receiver, as functions that were taken out of
/// such an object have. Those that look at errors or texts never ask, as Node's do not.
function differenceStyle(receiver: any): any {
  return receiver?.[optionsKey]?.diff;
}

/// Throws the error of a failed assertion, or the one given as its message.
function failWith(receiver: any, actual: any, expected: any, message: any, operator: string): never {
  if (message instanceof Error) throw message;
  throw new AssertionError({ actual, expected, message, operator, diff: differenceStyle(receiver) });
}

function needsTwo(count: number): void {
  if (count < 2) throw missingArguments(["actual", "expected"]);
}

/// `assert.ok`
export function ok(value?: any, message?: any): void {
  if (value) return;
  if (message instanceof Error) throw message;
  const none = argumentCount() === 0;
  const text = none ? "No value argument passed to `assert.ok()`" : message;
  const error: any = new AssertionError({ actual: value, expected: true, message: text, operator: "==" });
  if (none) error.generatedMessage = true;
  throw error;
}

let hasWarnedOfFail = false;

/// `assert.fail`; with more than a message it makes the error of a comparison, which is deprecated.
export function fail(this: any, actual?: any, expected?: any, message?: any, operator?: any): never {
  const count = argumentCount();
  const isMissing = (actual === undefined || actual === null) && count <= 1;
  if (count <= 1) {
    message = isMissing ? "Failed" : actual;
    if (!isMissing) actual = undefined;
  } else {
    if (!hasWarnedOfFail) {
      hasWarnedOfFail = true;
      emitWarning(
        "assert.fail() with more than one argument is deprecated. " +
          "Please use assert.strictEqual() instead or only pass a message.",
        "DeprecationWarning", "DEP0094",
      );
    }
    if (count === 2) operator = "!=";
  }
  if (message instanceof Error) throw message;
  const error: any = new AssertionError({
    actual, expected, message, operator: operator === undefined ? "fail" : operator, diff: differenceStyle(this),
  });
  if (isMissing) error.generatedMessage = true;
  throw error;
}

/// `assert.equal`
export function equal(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (actual != expected && (actual === actual || expected === expected)) failWith(this, actual, expected, message, "==");
}

/// `assert.notEqual`
export function notEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (actual == expected || (actual !== actual && expected !== expected)) failWith(this, actual, expected, message, "!=");
}

/// `assert.strictEqual`
export function strictEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (!Object.is(actual, expected)) failWith(this, actual, expected, message, "strictEqual");
}

/// `assert.notStrictEqual`
export function notStrictEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (Object.is(actual, expected)) failWith(this, actual, expected, message, "notStrictEqual");
}

/// `assert.deepEqual`
export function deepEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (!equalDeeply(actual, expected, false)) failWith(this, actual, expected, message, "deepEqual");
}

/// `assert.notDeepEqual`
export function notDeepEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (equalDeeply(actual, expected, false)) failWith(this, actual, expected, message, "notDeepEqual");
}

/// `assert.deepStrictEqual`
export function deepStrictEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (!equalDeeply(actual, expected, true, this?.[optionsKey]?.skipPrototype)) failWith(this, actual, expected, message, "deepStrictEqual");
}

/// `assert.notDeepStrictEqual`
export function notDeepStrictEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (equalDeeply(actual, expected, true, this?.[optionsKey]?.skipPrototype)) failWith(this, actual, expected, message, "notDeepStrictEqual");
}

/// `assert.partialDeepStrictEqual`
export function partialDeepStrictEqual(this: any, actual: any, expected: any, message?: any): void {
  needsTwo(argumentCount());
  if (!partiallyEqual(actual, expected)) failWith(this, actual, expected, message, "partialDeepStrictEqual");
}

function checkText(text: any, pattern: any, message: any, isWanted: boolean): void {
  if (!isPattern(pattern)) throw invalidType("regexp", "an instance of RegExp", pattern);
  if (typeof text === "string" && (pattern.exec(text) !== null) === isWanted) return;
  if (message instanceof Error) throw message;
  const isGenerated = !message;
  const wanted = isWanted ? "The input did not match" : "The input was expected to not match";
  const generated = typeof text !== "string"
    ? 'The "string" argument must be of type string. Received type ' + typeof text + " (" + inspect(text) + ")"
    : wanted + " the regular expression " + inspect(pattern) + ". Input:\n\n" + inspect(text) + "\n";
  const error: any = new AssertionError({
    actual: text, expected: pattern, message: message || generated, operator: isWanted ? "match" : "doesNotMatch",
  });
  error.generatedMessage = isGenerated;
  throw error;
}

/// `assert.match`
export function match(text: any, pattern: any, message?: any): void {
  checkText(text, pattern, message, true);
}

/// `assert.doesNotMatch`
export function doesNotMatch(text: any, pattern: any, message?: any): void {
  checkText(text, pattern, message, false);
}

function isPattern(value: any): boolean {
  return value !== null && typeof value === "object" && value instanceof RegExp;
}

function isError(value: any): boolean {
  return value instanceof Error || (value !== null && typeof value === "object" && classOf(value) === "Error");
}

/// What a function throws; `nothing` if it does not.
const nothing: any = {};

function thrownBy(action: any): any {
  validateFunction(action, "fn");
  try {
    action();
  } catch (error) {
    return error;
  }
  return nothing;
}

async function rejectionOf(promiseOrFunction: any): Promise<any> {
  let promise: any = promiseOrFunction;
  if (typeof promise === "function") {
    promise = promise();
    if (typeof promise?.then !== "function" || typeof promise.catch !== "function") {
      const shown = promise === null || promise === undefined ? String(promise) : "type " + typeof promise;
      const message = 'Expected instance of Promise to be returned from the "promiseFn" function but got ' + shown;
      throw codedError(new TypeError(message + "."), "ERR_INVALID_RETURN_VALUE");
    }
  } else if (typeof promise?.then !== "function" || typeof promise.catch !== "function") {
    throw invalidType("promiseFn", "of type function or an instance of Promise", promise);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return nothing;
}

/// The keys of an expected error: an object names them, of an error message and name count, too.
function expectedKeys(expected: any): string[] {
  const keys = Object.keys(expected);
  if (isError(expected)) keys.push("name", "message");
  else if (keys.length === 0) throw invalidValue("error", expected, "may not be an empty object");
  return keys;
}

/// What a message shows of errors that were compared by some properties.
class Comparison {
  constructor(source: any, keys: string[], actual?: any) {
    const self: any = this;
    for (const key of keys) {
      if (!(key in source)) continue;
      const isMatched = actual !== undefined && typeof actual[key] === "string" && isPattern(source[key]) &&
        source[key].exec(actual[key]) !== null;
      self[key] = isMatched ? actual[key] : source[key];
    }
  }
}

function expectedError(actual: any, expected: any, message: any, operator: string): void {
  let isGenerated = false;
  let fault: any = message;
  if (typeof expected !== "function") {
    if (isPattern(expected)) {
      const text = String(actual);
      if (expected.exec(text) !== null) return;
      if (!fault) {
        isGenerated = true;
        fault = "The input did not match the regular expression " + inspect(expected) + ". Input:\n\n";
        fault += inspect(text) + "\n";
      }
    } else if (typeof actual !== "object" || actual === null) {
      const error: any = new AssertionError({ actual, expected, message, operator: "deepStrictEqual" });
      error.operator = operator;
      throw error;
    } else {
      const keys = expectedKeys(expected);
      for (const key of keys) {
        if (key in actual && matches(actual[key], expected[key])) continue;
        if (fault instanceof Error) throw fault;
        if (fault) break;
        const error: any = new AssertionError({
          actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual),
          operator: "deepStrictEqual",
        });
        error.actual = actual;
        error.expected = expected;
        error.operator = operator;
        throw error;
      }
      if (!fault || keys.every((key) => key in actual && matches(actual[key], expected[key]))) return;
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (expected === Error || Error.isPrototypeOf(expected)) {
    if (!fault) {
      isGenerated = true;
      fault = 'The error is expected to be an instance of "' + expected.name + '". Received ';
      fault += isError(actual) ? '"' + actual.name + '"' : '"' + inspect(actual, { depth: -1 }) + '"';
      if (actual?.message) fault += "\n\nError message:\n\n" + actual.message;
    }
  } else {
    const result: any = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    if (!fault) {
      isGenerated = true;
      const name = expected.name ? 'The "' + expected.name + '" validation function' : "The validation function";
      fault = name + ' is expected to return "true". Received ' + inspect(result);
      if (isError(actual)) fault += "\n\nCaught error:\n\n" + actual;
    }
  }
  if (fault instanceof Error) throw fault;
  const error: any = new AssertionError({ actual, expected, message: fault, operator });
  error.generatedMessage = isGenerated;
  throw error;
}

function matches(actual: any, expected: any): boolean {
  if (typeof actual === "string" && isPattern(expected) && expected.exec(actual) !== null) return true;
  return equalDeeply(actual, expected, true);
}

/// The rest of `throws` and `rejects`, when the error is known.
function expectsError(operator: string, actual: any, expectedOrMessage: any, messageOrNone: any): void {
  let expected: any = expectedOrMessage;
  let message: any = messageOrNone;
  if (typeof expected === "string") {
    const isObject = actual !== null && typeof actual === "object" && actual !== nothing;
    if (actual === expected || (isObject && actual.message === expected)) {
      const subject = actual === expected ? 'error "' + actual + '"' : 'error message "' + actual.message + '"';
      const text = 'The "error/message" argument is ambiguous. The ' + subject + " is identical to the message.";
      throw codedError(new TypeError(text), "ERR_AMBIGUOUS_ARGUMENT");
    }
    message = expected;
    expected = undefined;
  } else if (expected !== undefined && typeof expected !== "object" && typeof expected !== "function") {
    throw invalidType("error", "of type function or an instance of Error, RegExp, or Object", expected);
  }
  if (actual === nothing) {
    let details = expected?.name ? " (" + expected.name + ")" : "";
    details += message ? ": " + message : ".";
    const kind = operator === "rejects" ? "rejection" : "exception";
    failWith(undefined, undefined, expected, "Missing expected " + kind + details, operator);
  }
  if (expected !== undefined && expected !== null) expectedError(actual, expected, message, operator);
}

function expectsNoError(operator: string, actual: any, expectedOrMessage: any, messageOrNone: any): void {
  if (actual === nothing) return;
  let expected: any = expectedOrMessage;
  let message: any = messageOrNone;
  if (typeof expected === "string") {
    message = expected;
    expected = undefined;
  }
  const isMeant = expected === undefined || (isPattern(expected) ? expected.exec(String(actual)) !== null
    : typeof expected === "function" && actual instanceof expected);
  if (!isMeant) throw actual;
  const kind = operator === "doesNotReject" ? "rejection" : "exception";
  const details = message ? ": " + message : ".";
  const text = "Got unwanted " + kind + details + '\nActual message: "' + actual?.message + '"';
  failWith(undefined, actual, expected, text, operator);
}

/// `assert.throws`
export function throws(action: any, error?: any, message?: any): void {
  expectsError("throws", thrownBy(action), error, message);
}

/// `assert.doesNotThrow`
export function doesNotThrow(action: any, error?: any, message?: any): void {
  expectsNoError("doesNotThrow", thrownBy(action), error, message);
}

/// `assert.rejects`
export async function rejects(promiseFn: any, error?: any, message?: any): Promise<void> {
  expectsError("rejects", await rejectionOf(promiseFn), error, message);
}

/// `assert.doesNotReject`
export async function doesNotReject(promiseFn: any, error?: any, message?: any): Promise<void> {
  expectsNoError("doesNotReject", await rejectionOf(promiseFn), error, message);
}

/// `assert.ifError`
export function ifError(this: any, value: any): void {
  if (value === null || value === undefined) return;
  let message = "ifError got unwanted exception: ";
  if (typeof value === "object" && typeof value.message === "string") {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  const error: any = new AssertionError({
    actual: value, expected: null, operator: "ifError", message, diff: differenceStyle(this),
  });
  error.generatedMessage = false;
  joinFrames(error, value.stack);
  throw error;
}

/// Puts the frames of the error that `ifError` got behind those that only its own error has.
function joinFrames(error: any, stack: any): void {
  const start = typeof stack === "string" ? stack.indexOf("\n    at") : -1;
  if (start < 0) return;
  const frames = stack.slice(start + 1).split("\n");
  let own: string[] = error.stack.split("\n");
  for (const frame of frames) {
    const shared = own.indexOf(frame);
    if (shared < 0) continue;
    own = own.slice(0, shared);
    break;
  }
  error.stack = own.join("\n") + "\n" + frames.join("\n");
}

/// `assert.CallTracker`
export const CallTracker: any = deprecate(UndeprecatedCallTracker, "assert.CallTracker is deprecated.", "DEP0173");

/// `Assert.prototype.ok`, a function of its own.
function assertOk(...values: any[]): void {
  if (values.length === 0) ok();
  else ok(values[0], values[1]);
}

function makeAssertClass(): any {
  const Assert: any = function (this: any, options?: any): void {
    if (new.target === undefined) {
      const text = "Class constructor Assert cannot be invoked without `new`";
      throw codedError(new TypeError(text), "ERR_CONSTRUCT_CALL_REQUIRED");
    }
    const settings: any = Object.assign({ __proto__: null, strict: true, skipPrototype: false }, options);
    if (settings.diff !== undefined) validateOneOf(settings.diff, "options.diff", ["simple", "full"]);
    this.AssertionError = AssertionError;
    Object.defineProperty(this, optionsKey, { value: settings });
    if (!settings.strict) return;
    this.equal = this.strictEqual;
    this.deepEqual = this.deepStrictEqual;
    this.notEqual = this.notStrictEqual;
    this.notDeepEqual = this.notDeepStrictEqual;
  };
  Object.defineProperty(assertOk, "name", { value: "ok", configurable: true });
  Object.assign(Assert.prototype, {
    fail, ok: assertOk, equal, notEqual, deepEqual, notDeepEqual, deepStrictEqual, notDeepStrictEqual, strictEqual,
    notStrictEqual, partialDeepStrictEqual, throws, rejects, doesNotThrow, doesNotReject, ifError, match, doesNotMatch,
  });
  return Assert;
}

/// `assert.Assert`: assertions with options of their own
/// (https://nodejs.org/api/assert.html#class-assertassert).
export const Assert: any = makeAssertClass();

/// `assert` itself: `ok` with everything as its properties.
function assert(...values: any[]): void {
  if (values.length === 0) ok();
  else ok(values[0], values[1]);
}

/// `assert.strict`: the loose comparisons are the strict ones.
export function strict(...values: any[]): void {
  if (values.length === 0) ok();
  else ok(values[0], values[1]);
}

function complete(): any {
  const target: any = assert;
  Object.assign(target, {
    AssertionError, CallTracker, ok, fail, equal, notEqual, deepEqual, notDeepEqual, deepStrictEqual,
    notDeepStrictEqual, strictEqual, notStrictEqual, partialDeepStrictEqual, match, doesNotMatch, throws, rejects,
    doesNotThrow, doesNotReject, ifError,
  });
  const strictTarget: any = strict;
  Object.assign(strictTarget, target, {
    equal: strictEqual, notEqual: notStrictEqual, deepEqual: deepStrictEqual, notDeepEqual: notDeepStrictEqual, Assert,
  });
  strictTarget.strict = strictTarget;
  target.strict = strictTarget;
  target.Assert = Assert;
  return target;
}

export default complete();
