/// The global `process` (https://nodejs.org/api/process.html), made when a program first names it.
import {
  cpuSystemMicroseconds, cpuUserMicroseconds, isTerminal, memoryHeapTotal, memoryHeapUsed, memoryResident,
  monotonicNanoseconds, monotonicSeconds, processArchitecture, processArguments, processChangeDirectory, processCwd,
  processEnvironment, processExit, processId, processPlatform, processSetExitCode, processSetExitListener, processUptime,
  stderrWrite, stdoutWrite, terminalColumns,
} from "polyglot:runtime";
import { codedError, invalidType, systemError } from "./node-errors.ts";

let processSingleton: any;

/// The value of the global `process`.
export function processObject(): any {
  if (processSingleton === undefined) processSingleton = makeProcess();
  return processSingleton;
}

function makeProcess(): any {
  const names: any[] = processArguments();
  const program: string = names[0];
  // What Node gives as its own path and the script's are the same file here.
  const argv: any[] = [program, program];
  for (let i = 1; i < names.length; i++) argv.push(names[i]);
  const hrtimeFunction: any = hrtime;
  hrtimeFunction.bigint = hrtimeBigint;
  const memoryFunction: any = memoryUsage;
  memoryFunction.rss = (): number => memoryResident();
  const process: any = {
    title: "node",
    version: "v24.19.0",
    versions: { node: "24.19.0", polyglot: "0.1.0" },
    arch: processArchitecture(),
    platform: processPlatform(),
    argv,
    execArgv: [],
    execPath: program,
    env: makeEnvironment(),
    pid: processId(),
    get exitCode() {
      return exitCode;
    },
    set exitCode(value: any) {
      setExitCode(value);
    },
    exit,
    reallyExit: (code?: any) => processExit(code === undefined ? 0 : code | 0),
    cwd,
    chdir,
    hrtime: hrtimeFunction,
    uptime: () => processUptime(),
    memoryUsage: memoryFunction,
    cpuUsage,
    on: addListener,
    addListener,
    once: addOnce,
    off: removeListener,
    removeListener,
    removeAllListeners,
    listenerCount,
    emit,
    emitWarning,
    stdin: { fd: 0, isTTY: isTerminal(0) ? true : undefined },
    stdout: makeStream(1),
    stderr: makeStream(2),
  };
  Object.defineProperty(process, Symbol.toStringTag, { value: "process", configurable: true });
  return process;
}

function makeEnvironment(): any {
  const pairs: any[] = processEnvironment();
  const environment: any = {};
  for (let i = 0; i < pairs.length; i += 2) environment[pairs[i]] = pairs[i + 1];
  return environment;
}

/// `process.stdout` or `process.stderr`.
function makeStream(fd: number): any {
  const terminal = isTerminal(fd);
  const stream: any = {
    fd,
    writable: true,
    write(chunk: any, encoding?: any, callback?: any): boolean {
      if (typeof chunk !== "string") {
        if (chunk === null) throw codedError(new TypeError("May not write null values to stream"), "ERR_STREAM_NULL_VALUES");
        throw invalidType("chunk", "of type string or an instance of Buffer, TypedArray, or DataView", chunk);
      }
      if (fd === 1) stdoutWrite(chunk);
      else stderrWrite(chunk);
      const done: any = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") throw new Error("A callback of process.stdout.write is not supported yet");
      return true;
    },
  };
  if (terminal) {
    stream.isTTY = true;
    stream.columns = terminalColumns(fd);
  }
  return stream;
}

let exitCode: any;
let exiting = false;

/// A valid exit code as a number; `undefined` stays.
function checkedExitCode(value: any): any {
  if (value === undefined || value === null) return undefined;
  let code: any = value;
  if (typeof value === "string" && value !== "") {
    const number = Number(value);
    if (Number.isInteger(number)) code = number;
  }
  if (typeof code !== "number") throw invalidType("code", "of type number", value);
  if (!Number.isInteger(code)) {
    throw codedError(
      new RangeError('The value of "code" is out of range. It must be an integer. Received ' + value), "ERR_OUT_OF_RANGE",
    );
  }
  return code;
}

function setExitCode(value: any): void {
  const code: any = checkedExitCode(value);
  exitCode = value === null ? undefined : value;
  processSetExitCode(code === undefined ? 0 : code | 0);
}

/// `process.exit`
function exit(code?: any): never {
  if (code !== undefined) setExitCode(code);
  let status: any = checkedExitCode(exitCode);
  if (status === undefined) status = 0;
  if (!exiting) status = runExitListeners(status);
  processExit(status | 0);
  throw new Error("process.exit returned");
}

let listeners: any[] | undefined;

/// Calls the listeners of `exit`; the status after them.
function runExitListeners(status: number): number {
  exiting = true;
  if (listeners !== undefined) {
    if (exitCode === undefined) exitCode = status;
    const current = listeners.slice();
    for (let i = 0; i < current.length; i++) {
      const listener: any = current[i];
      if (listener.once) removeListener("exit", listener.callback);
      listener.callback.call(processSingleton, checkedExitCode(exitCode));
    }
    const code: any = checkedExitCode(exitCode);
    return code === undefined ? 0 : code;
  }
  return status;
}

function checkEvent(event: any): void {
  if (event !== "exit") throw new Error("process.on('" + String(event) + "') is not supported yet");
}

function listen(event: any, callback: any, once: boolean): any {
  if (typeof callback !== "function") throw invalidType("listener", "of type function", callback);
  checkEvent(event);
  if (listeners === undefined) {
    listeners = [];
    processSetExitListener(runExitListeners);
  }
  listeners.push({ callback, once });
  return processSingleton;
}

function addListener(event: any, callback: any): any {
  return listen(event, callback, false);
}

function addOnce(event: any, callback: any): any {
  return listen(event, callback, true);
}

function removeListener(event: any, callback: any): any {
  if (event === "exit" && listeners !== undefined) {
    for (let i = listeners.length - 1; i >= 0; i--) {
      if (listeners[i].callback === callback) {
        listeners.splice(i, 1);
        break;
      }
    }
  }
  return processSingleton;
}

function removeAllListeners(event?: any): any {
  if ((event === undefined || event === "exit") && listeners !== undefined) listeners.length = 0;
  return processSingleton;
}

function listenerCount(event: any): number {
  return event === "exit" && listeners !== undefined ? listeners.length : 0;
}

function emit(event: any, ...values: any[]): boolean {
  if (event !== "exit" || listeners === undefined || listeners.length === 0) return false;
  const current = listeners.slice();
  for (let i = 0; i < current.length; i++) {
    if (current[i].once) removeListener("exit", current[i].callback);
    current[i].callback.apply(processSingleton, values);
  }
  return true;
}

function emitWarning(warning: any, type?: any): void {
  const name = typeof type === "string" ? type : type !== undefined && type.type !== undefined ? type.type : "Warning";
  const text = typeof warning === "string" ? name + ": " + warning : String(warning);
  stderrWrite("(node:" + processId() + ") " + text + "\n");
}

function cwd(): string {
  const result: any = processCwd();
  if (typeof result === "string") return result;
  throw systemError(result, "uv_cwd");
}

function chdir(directory: any): void {
  if (typeof directory !== "string") throw invalidType("directory", "of type string", directory);
  const error = processChangeDirectory(directory);
  if (error < 0) throw systemError(error, "chdir", cwd(), directory);
}

/// `process.hrtime`: seconds and nanoseconds, since `earlier` if given.
function hrtime(earlier?: any): number[] {
  const seconds = monotonicSeconds();
  const nanoseconds = monotonicNanoseconds();
  if (earlier === undefined) return [seconds, nanoseconds];
  if (!Array.isArray(earlier)) throw invalidType("time", "an instance of Array", earlier);
  const difference = nanoseconds - earlier[1];
  return difference < 0
    ? [seconds - earlier[0] - 1, difference + 1000000000]
    : [seconds - earlier[0], difference];
}

function hrtimeBigint(): never {
  throw new Error("process.hrtime.bigint is not supported yet");
}

function memoryUsage(): any {
  return {
    rss: memoryResident(), heapTotal: memoryHeapTotal(), heapUsed: memoryHeapUsed(), external: 0, arrayBuffers: 0,
  };
}

function cpuUsage(earlier?: any): any {
  const user = cpuUserMicroseconds();
  const system = cpuSystemMicroseconds();
  return earlier === undefined ? { user, system } : { user: user - earlier.user, system: system - earlier.system };
}
