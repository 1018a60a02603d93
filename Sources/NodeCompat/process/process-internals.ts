/// Members of `process` for Node's own modules and its debugger, as far as a compiled program has what they are about.
// @optimize size
import { processKill, processRunJobs, stderrWrite } from "polyglot:runtime";
import { formatList } from "../prelude/format.ts";
import { codedError, errnoException } from "../prelude/node-errors.ts";
import { exitState } from "../prelude/process-exit.ts";
import { signalNumber } from "../prelude/signals.ts";
import { validateBoolean } from "../prelude/validators.ts";

/// A set that programs cannot change.
class NodeEnvironmentFlagsSet extends Set<string> {
  override add(_value: any): this { return this; }
  override delete(_value: any): boolean { return false; }
  override clear(): void {}
}

let flags: any;

/// `process.allowedNodeEnvironmentFlags`: a compiled program takes no options out of NODE_OPTIONS.
export function getAllowedNodeEnvironmentFlags(): any {
  return flags ??= Object.freeze(new NodeEnvironmentFlagsSet());
}

let debugPort: any = 9229;

export function getDebugPort(): any { return debugPort; }
/// Nothing listens there, but programs hand the number on.
export function setDebugPort(value: any): void {
  const number = Number(value) | 0;
  if (number !== 0 && (number < 1024 || number > 65535)) {
    const error = new RangeError("process.debugPort must be 0 or in range 1024 to 65535");
    throw codedError(error, "ERR_OUT_OF_RANGE");
  }
  debugPort = number;
}

/// `process.openStdin`
export function openStdin(): any {
  process.stdin.resume();
  return process.stdin;
}

let usesSourceMaps = false;

export function getSourceMapsEnabled(): boolean { return usesSourceMaps; }
/// `process.setSourceMapsEnabled`: traces show the program's source in any case.
export function setSourceMapsEnabled(enabled: any): void {
  validateBoolean(enabled, "enabled");
  usesSourceMaps = enabled;
}

/// `process._rawDebug`: writes at once.
export function rawDebug(...values: any[]): void { stderrWrite(formatList(undefined, values) + "\n"); }

/// `process._kill`: 0 or a negated errno.
export function kill(pid: any, signal: any): number { return processKill(pid | 0, signal | 0); }

export function getExiting(): boolean { return exitState.isExiting; }

let preloaded: any;
/// `process._preload_modules`: what `--require` names.
export function getPreloadModules(): any { return preloaded ??= []; }

/// `process.domain`: there are no domains.
export function getDomain(): any { return null; }

/// `process._tickCallback`
export function tickCallback(): void { processRunJobs(); }

/// `process.dlopen`: add-ons are shared libraries for Node's executable.
export function dlopen(module: any, filename: any, ..._flags: any[]): void {
  if (module === undefined || filename === undefined) {
    throw codedError(new TypeError("process.dlopen needs at least 2 arguments"), "ERR_MISSING_ARGS");
  }
  const text = String(filename) + ": a compiled program cannot load add-ons of Node";
  throw codedError(new Error(text), "ERR_DLOPEN_FAILED");
}

/// `process.binding`
export function binding(name: any): never { throw new Error("No such module: " + name); }

/// `process._linkedBinding`
export function linkedBinding(name: any): never {
  throw codedError(new Error("No such binding was linked: " + name), "ERR_INVALID_MODULE");
}

/// `process._debugProcess`: asks another process to open its debugger, as Node does with this signal.
export function debugProcess(pid?: any): void {
  if (pid === undefined) throw codedError(new TypeError("Invalid number of arguments."), "ERR_MISSING_ARGS");
  const error = processKill(pid | 0, signalNumber("SIGUSR1")!);
  if (error < 0) throw errnoException(error, "kill");
}

/// `process._debugEnd`: there is no debugger to close.
export function debugEnd(): void {}
/// `process._startProfilerIdleNotifier` does nothing in Node, either.
export function startProfilerIdleNotifier(): void {}
/// `process._stopProfilerIdleNotifier` likewise.
export function stopProfilerIdleNotifier(): void {}
