/// The global `console` (https://nodejs.org/api/console.html). The text of a single string goes to the runtime without
/// passing here; groups are indented by the runtime for that reason.
// @optimize size
import {
  consoleGroup, consoleWrite, isTerminal, monotonicMilliseconds, processEnvironment, processId,
} from "polyglot:runtime";
import { formatList } from "./format.ts";
import { inspect } from "./inspect.ts";

const outputDescriptor = 1;
const errorDescriptor = 2;

/// `console.log`, `info`, `debug`, `dirxml`
export function log(...values: any[]): void {
  consoleWrite(outputDescriptor, textOf(outputDescriptor, values));
}

/// `console.error`, `warn`
export function error(...values: any[]): void {
  consoleWrite(errorDescriptor, textOf(errorDescriptor, values));
}

function textOf(stream: number, values: any[]): string {
  if (values.length === 1 && typeof values[0] === "string") return values[0];
  return formatList(inspectOptions(stream), values);
}

/// The options of `inspect` for a stream: colours if it is a terminal that shows them.
export function inspectOptions(stream: number): any {
  return usesColors(stream) ? { colors: true } : undefined;
}

function usesColors(stream: number): boolean {
  if (!isTerminal(stream)) return false;
  const environment: any[] = processEnvironment();
  for (let i = 0; i < environment.length; i += 2) {
    const name = environment[i];
    if (name === "NO_COLOR" || name === "NODE_DISABLE_COLORS") return false;
    if (name === "TERM" && environment[i + 1] === "dumb") return false;
  }
  return true;
}

/// `console.dir`
export function dir(value?: any, options?: any): void {
  consoleWrite(outputDescriptor, inspect(value, { customInspect: false, ...inspectOptions(outputDescriptor), ...options }));
}

/// `console.trace`
export function trace(...values: any[]): void {
  const message = textOf(errorDescriptor, values);
  const stack: any = new Error(message).stack;
  const title = message === "" ? "Trace" : "Trace: " + message;
  const frames = typeof stack === "string" ? stack.indexOf("\n    at ") : -1;
  consoleWrite(errorDescriptor, frames < 0 ? title : title + stack.slice(frames));
}

/// `console.assert`
export function assert(condition?: any, ...values: any[]): void {
  if (condition) return;
  if (values.length > 0 && typeof values[0] === "string") values[0] = "Assertion failed: " + values[0];
  else values.unshift("Assertion failed");
  consoleWrite(errorDescriptor, textOf(errorDescriptor, values));
}

/// `console.clear`: clears a terminal, nothing else.
export function clear(): void {
  if (isTerminal(outputDescriptor)) consoleWrite(outputDescriptor, "\u001b[1;1H\u001b[0J");
}

/// `console.group`, `groupCollapsed`
export function group(...values: any[]): void {
  if (values.length > 0) consoleWrite(outputDescriptor, textOf(outputDescriptor, values));
  consoleGroup(2);
}

/// `console.groupEnd`
export function groupEnd(): void {
  consoleGroup(-2);
}

let counts: Map<string, number> | undefined;

/// `console.count`
export function count(label: any = "default"): void {
  const name = `${label}`;
  if (counts === undefined) counts = new Map();
  const before = counts.get(name);
  const now = before === undefined ? 1 : before + 1;
  counts.set(name, now);
  consoleWrite(outputDescriptor, name + ": " + now);
}

/// `console.countReset`
export function countReset(label: any = "default"): void {
  const name = `${label}`;
  if (counts === undefined || !counts.has(name)) warn("Count for '" + name + "' does not exist");
  else counts.delete(name);
}

let timers: Map<string, number> | undefined;

/// `console.time`
export function time(label: any = "default"): void {
  const name = `${label}`;
  if (timers === undefined) timers = new Map();
  if (timers.has(name)) warn("Label '" + name + "' already exists for console.time()");
  else timers.set(name, monotonicMilliseconds());
}

/// `console.timeEnd`
export function timeEnd(label: any = "default"): void {
  const name = `${label}`;
  const start = timers === undefined ? undefined : timers.get(name);
  if (start === undefined) {
    warn("No such label '" + name + "' for console.timeEnd()");
    return;
  }
  consoleWrite(outputDescriptor, name + ": " + durationText(monotonicMilliseconds() - start));
  if (timers !== undefined) timers.delete(name);
}

/// `console.timeLog`
export function timeLog(label: any = "default", ...values: any[]): void {
  const name = `${label}`;
  const start = timers === undefined ? undefined : timers.get(name);
  if (start === undefined) {
    warn("No such label '" + name + "' for console.timeLog()");
    return;
  }
  const text = name + ": " + durationText(monotonicMilliseconds() - start);
  consoleWrite(outputDescriptor, values.length === 0 ? text : text + " " + formatList(inspectOptions(outputDescriptor), ["%s", "", ...values]).slice(1));
}

/// A warning of the process, as `process.emitWarning` prints it.
function warn(message: string): void {
  consoleWrite(errorDescriptor, "(node:" + processId() + ") Warning: " + message);
}

/// Milliseconds as `12.345ms`, `1.234s`, `1:02.345 (m:ss.mmm)` or `1:02:03 (h:mm:ss)`.
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return Number(milliseconds.toFixed(3)) + "ms";
  let seconds = milliseconds / 1000;
  if (seconds < 60) return seconds.toFixed(3) + "s";
  let minutes = Math.floor(seconds / 60);
  seconds = seconds % 60;
  const hours = Math.floor(minutes / 60);
  minutes = minutes % 60;
  if (hours === 0) return minutes + ":" + seconds.toFixed(3).padStart(6, "0") + " (m:ss.mmm)";
  return hours + ":" + String(minutes).padStart(2, "0") + ":" + seconds.toFixed(0).padStart(2, "0") + " (h:mm:ss)";
}
