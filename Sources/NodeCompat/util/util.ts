/// `node:util`: inspection and formatting (https://nodejs.org/api/util.html).
// @optimize size
import { errnoMessage, errnoName, isTerminal, processEnvironment } from "polyglot:runtime";
import { AbortController as Controller } from "../prelude/abort.ts";
import { deepEqual } from "../prelude/deep-equal.ts";
import { stripEscapes } from "../prelude/display-width.ts";
import { formatList } from "../prelude/format.ts";
import { inspect as inspectValue } from "../prelude/inspect.ts";
import { changeDefaultOptions, mutableDefaultOptions } from "../prelude/inspect-context.ts";
import { colors, styles } from "../prelude/inspect-style.ts";
import { invalidType, systemError } from "../prelude/node-errors.ts";
import { signalNames, signalNumber } from "../prelude/signals.ts";
import { TextDecoder as Decoder } from "../prelude/text-decoder.ts";
import { TextEncoder as Encoder } from "../prelude/text-encoder.ts";
import {
  validateAbortSignal, validateBoolean, validateInteger, validateOneOf, validateString,
} from "../prelude/validators.ts";
import { difference } from "./difference.ts";
import { MIMEParams, MIMEType } from "./mime.ts";
import { hostError } from "./net-errors.ts";
import { parseArgs } from "./parse-args.ts";
import { parseEnv } from "./parse-env.ts";
import { callbackify, debuglog, deprecate, inherits, promisify } from "./util-functions.ts";
import typeChecks from "./util/types.ts";

/// `util.inspect` with its properties.
function completeInspect(): any {
  const complete: any = inspectValue;
  if (complete.custom === undefined) {
    complete.custom = Symbol.for("nodejs.util.inspect.custom");
    complete.colors = colors();
    complete.styles = styles();
    Object.defineProperty(complete, "defaultOptions", {
      get: mutableDefaultOptions,
      set(options: any) {
        if (options === null || typeof options !== "object") throw invalidType("options", "of type object", options);
        changeDefaultOptions(options);
      },
    });
  }
  return complete;
}

/// `util.inspect`
export const inspect: any = completeInspect();

/// `util.format`
export function format(...values: any[]): string {
  return formatList(undefined, values);
}

/// `util.formatWithOptions`
export function formatWithOptions(options: any, ...values: any[]): string {
  if (options === null || typeof options !== "object") throw invalidType("inspectOptions", "of type object", options);
  return formatList(options, values);
}

/// `util.isDeepStrictEqual`
export function isDeepStrictEqual(a: any, b: any): boolean {
  return deepEqual(a, b, true);
}

/// `util.stripVTControlCharacters`
export function stripVTControlCharacters(text: any): string {
  if (typeof text !== "string") throw invalidType("str", "of type string", text);
  return stripEscapes(text);
}

export { callbackify, debuglog as debug, debuglog, deprecate, inherits, MIMEParams, MIMEType, parseArgs, parseEnv, promisify };
export const types: any = typeChecks;
export const TextDecoder: any = Decoder;
export const TextEncoder: any = Encoder;

/// `util.isArray`
export const isArray: any = deprecate(
  Array.isArray, "The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.", "DEP0044",
);

/// `util._extend`
export const _extend: any = deprecate(
  extend, "The `util._extend` API is deprecated. Please use Object.assign() instead.", "DEP0060",
);

function extend(target: any, source: any): any {
  if (source === null || typeof source !== "object") return target;
  for (const key of Object.keys(source)) target[key] = source[key];
  return target;
}

/// `util.toUSVString`
export function toUSVString(input: any): string {
  return `${input}`.toWellFormed();
}

function environmentValue(name: string): string | undefined {
  const pairs: any[] = processEnvironment();
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === name) return pairs[i + 1];
  return undefined;
}

/// Whether a stream shows colours.
function showsColors(stream: any): boolean {
  const forced = environmentValue("FORCE_COLOR");
  if (forced !== undefined) return ["", "1", "2", "3", "true"].includes(forced);
  const isTTY: boolean = stream === undefined ? isTerminal(1) : !!stream?.isTTY;
  if (!isTTY || environmentValue("NO_COLOR") || environmentValue("NODE_DISABLE_COLORS")) return false;
  return environmentValue("TERM") !== "dumb";
}

/// `util.styleText`
export function styleText(format: any, text: any, options: any = {}): string {
  validateString(text, "text");
  const validates: any = options?.validateStream ?? true;
  validateBoolean(validates, "options.validateStream");
  const list: any[] = Array.isArray(format) ? format : [format];
  const known: any = colors();
  let open = "";
  let close = "";
  for (const name of list) {
    if (name === "none") continue;
    if (known[name] === undefined) validateOneOf(name, "format", Reflect.ownKeys(known));
    open += "\x1b[" + known[name][0] + "m";
    close = "\x1b[" + known[name][1] + "m" + close;
  }
  return validates && !showsColors(options?.stream) ? text : open + text + close;
}

/// `util.getSystemErrorName`
export function getSystemErrorName(error: any): string {
  checkErrorNumber(error);
  return errnoName(-error);
}

/// `util.getSystemErrorMessage`
export function getSystemErrorMessage(error: any): string {
  checkErrorNumber(error);
  return errnoMessage(-error);
}

function checkErrorNumber(error: any): void {
  validateInteger(error, "err", Number.MIN_SAFE_INTEGER, -1);
}

/// `util.getSystemErrorMap`
export function getSystemErrorMap(): any {
  const map = new Map<number, [string, string]>();
  for (let number = 1; number < 134; number++) {
    const name = errnoName(number);
    if (name !== "" && !/^(Unknown|E?\d)/.test(name)) map.set(-number, [name, errnoMessage(number)]);
  }
  return map;
}

/// `util.aborted`
export async function aborted(signal: any, resource: any): Promise<void> {
  if (signal === undefined) throw invalidType("signal", "an instance of AbortSignal", signal);
  validateAbortSignal(signal, "signal");
  if (resource === null || typeof resource !== "object") throw invalidType("resource", "of type object", resource);
  if (signal.aborted) return undefined;
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));
}

/// `util.transferableAbortController`: there are no threads to transfer it to.
export function transferableAbortController(): any {
  return new Controller();
}

/// `util.transferableAbortSignal`
export function transferableAbortSignal(signal: any): any {
  if (signal === undefined) throw invalidType("signal", "an instance of AbortSignal", signal);
  return signal;
}

/// `util.setTraceSigInt`, which has nothing to trace.
export function setTraceSigInt(enable: any): void {
  validateBoolean(enable, "enable");
}

/// `util._errnoException`
export function _errnoException(number: number, syscall: string, original?: string): any {
  const error: any = systemError(number, syscall);
  if (original) error.message += " " + original;
  return error;
}

/// `util._exceptionWithHostPort`
export function _exceptionWithHostPort(number: number, syscall: string, address: any, port: any, additional?: string): any {
  return hostError(number, syscall, address, port, additional);
}

/// `util.convertProcessSignalToExitCode`: the status of a process that a signal ended.
export function convertProcessSignalToExitCode(signalCode: any): number {
  validateOneOf(signalCode, "signalCode", signalNames());
  return 128 + signalNumber(signalCode);
}

/// `util.diff`: which characters, or which texts of two lists, are only in the first (1), only in the second (-1), in both (0).
export function diff(actual: any, expected: any): any[] {
  if (actual === expected) return [];
  const lines = difference(texts(actual, "actual"), texts(expected, "expected"), false);
  return lines.map((line) => [line.type, line.text]).reverse();
}

/// The characters of a text, or the texts of a list.
function texts(value: any, name: string): string[] {
  if (!Array.isArray(value)) validateString(value, name);
  else value.forEach((text, index) => validateString(text, name + "[" + index + "]"));
  return typeof value === "string" ? value.split("") : value;
}

/// An export that says that it is missing when it is used.
function missing(name: string): any {
  return () => {
    throw new Error("util." + name + " is not supported yet");
  };
}

export const getCallSites: any = missing("getCallSites");

export default {
  _errnoException, _exceptionWithHostPort, _extend, aborted, callbackify, convertProcessSignalToExitCode,
  debug: debuglog, debuglog, deprecate, diff, format, formatWithOptions, getCallSites, getSystemErrorMap,
  getSystemErrorMessage, getSystemErrorName, inherits, inspect, isArray, isDeepStrictEqual, MIMEParams, MIMEType,
  parseArgs, parseEnv, promisify, setTraceSigInt, stripVTControlCharacters, styleText, TextDecoder, TextEncoder,
  toUSVString, transferableAbortController, transferableAbortSignal, types,
};
