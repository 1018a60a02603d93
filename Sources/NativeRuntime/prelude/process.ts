/// The members of the global `process` (https://nodejs.org/api/process.html) besides its streams and events. The manifest
/// names each, so that a program contains those that it uses.
// @optimize size
import {
  cpuSystemMicroseconds, cpuUserMicroseconds, memoryHeapTotal, memoryHeapUsed, memoryResident, monotonicBigint,
  monotonicNanoseconds, monotonicSeconds, processAbort, processArchitecture, processArguments, processChangeDirectory,
  processCwd, processEnvironment, processExit, processId, processKill, processParentId, processPlatform,
  processSetExitCode, processUmask, processUptime, processUser,
} from "polyglot:runtime";
import { codedError, errnoException, invalidType, invalidValue, systemError } from "./node-errors.ts";
import { exitState } from "./process-exit.ts";
import { signalNumber } from "./signals.ts";
import { isOctal, validateInteger, validateObject } from "./validators.ts";

export function getVersions(): any { return { node: "24.19.0", polyglot: "0.1.0" }; }
export function getRelease(): any { return { name: "node", lts: "Krypton" }; }
export function getFeatures(): any { return { inspector: false, debug: false, uv: true, ipv6: true, tls: false }; }
export function getConfig(): any { return { target_defaults: {}, variables: {} }; }
export function getArch(): string { return processArchitecture(); }
export function getPlatform(): string { return processPlatform(); }

let argv: any;
export function getArgv(): any {
  if (argv === undefined) {
    const names: any[] = processArguments();
    // What Node gives as its own path and the script's are the same file here.
    argv = [names[0], names[0]];
    for (let i = 1; i < names.length; i++) argv.push(names[i]);
  }
  return argv;
}
export function setArgv(value: any): void { argv = value; }

export function getArgv0(): string { return processArguments()[0]; }
let execArgv: any;
export function getExecArgv(): any { return execArgv ??= []; }
export function getExecPath(): string { return processArguments()[0]; }

/// Whatever becomes a variable of the environment becomes a string.
function defineVariable(variables: any, name: any, descriptor: any): boolean {
  if ("value" in descriptor) descriptor.value = "" + descriptor.value;
  return Reflect.defineProperty(variables, name, descriptor);
}

let environment: any;
export function getEnv(): any {
  if (environment === undefined) {
    const pairs: any[] = processEnvironment();
    const variables: any = {};
    for (let i = 0; i < pairs.length; i += 2) variables[pairs[i]] = pairs[i + 1];
    environment = new Proxy(variables, { defineProperty: defineVariable });
  }
  return environment;
}
export function setEnv(value: any): void { environment = value; }

export function getPid(): number { return processId(); }
export function getPpid(): number { return processParentId(); }
export function getuid(): number { return processUser(0); }
export function geteuid(): number { return processUser(1); }
export function getgid(): number { return processUser(2); }
export function getegid(): number { return processUser(3); }

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

export function getExitCode(): any { return exitState.code; }
export function setExitCode(value: any): void {
  const code: any = checkedExitCode(value);
  exitState.code = value === null ? undefined : value;
  processSetExitCode(code === undefined ? 0 : code | 0);
}

export function exit(code?: any): never {
  if (code !== undefined) setExitCode(code);
  let status: any = checkedExitCode(exitState.code);
  if (status === undefined) status = 0;
  if (!exitState.isExiting && exitState.emit !== undefined) status = exitState.emit(status);
  processExit(status | 0);
  throw new Error("process.exit returned");
}

export function reallyExit(code?: any): void { processExit(code === undefined ? 0 : code | 0); }
export function abort(): void { processAbort(); }

export function cwd(): string {
  const result: any = processCwd();
  if (typeof result === "string") return result;
  throw systemError(result, "uv_cwd");
}

export function chdir(directory: any): void {
  if (typeof directory !== "string") throw invalidType("directory", "of type string", directory);
  const error = processChangeDirectory(directory);
  if (error < 0) throw systemError(error, "chdir", cwd(), directory);
}

export function umask(mask?: any): number {
  if (mask === undefined) return processUmask(-1);
  let value: any = mask;
  if (typeof mask === "string") {
    if (!isOctal(mask)) {
      throw invalidValue("mask", mask, "must be a 32-bit unsigned integer or an octal string");
    }
    value = parseInt(mask, 8);
  }
  validateInteger(value, "mask", 0, 4294967295);
  return processUmask(value & 0o777);
}

export function kill(pid: any, signal?: any): boolean {
  if (typeof pid !== "number" || pid !== (pid | 0)) throw invalidType("pid", "of type number", pid);
  const number = typeof signal === "number" ? signal : signalNumber(signal === undefined ? "SIGTERM" : signal);
  if (number === undefined) throw codedError(new TypeError("Unknown signal: " + signal), "ERR_UNKNOWN_SIGNAL");
  const error = processKill(pid, number);
  if (error < 0) throw errnoException(error, "kill");
  return true;
}

let hrtimeFunction: any;
export function getHrtime(): any {
  if (hrtimeFunction === undefined) {
    hrtimeFunction = hrtime;
    hrtimeFunction.bigint = (): any => monotonicBigint();
  }
  return hrtimeFunction;
}

/// Seconds and nanoseconds, since `time` if given.
function hrtime(time?: any): number[] {
  const seconds = monotonicSeconds();
  const nanoseconds = monotonicNanoseconds();
  if (time === undefined) return [seconds, nanoseconds];
  if (!Array.isArray(time)) throw invalidType("time", "an instance of Array", time);
  if (time.length !== 2) {
    throw codedError(
      new RangeError('The value of "time" is out of range. It must be 2. Received ' + time.length), "ERR_OUT_OF_RANGE",
    );
  }
  const difference = nanoseconds - time[1];
  return difference < 0
    ? [seconds - time[0] - 1, difference + 1000000000]
    : [seconds - time[0], difference];
}

export function uptime(): number { return processUptime(); }

let memoryUsageFunction: any;
export function getMemoryUsage(): any {
  if (memoryUsageFunction === undefined) {
    memoryUsageFunction = memoryUsage;
    memoryUsageFunction.rss = (): number => memoryResident();
  }
  return memoryUsageFunction;
}

function memoryUsage(): any {
  return {
    rss: memoryResident(), heapTotal: memoryHeapTotal(), heapUsed: memoryHeapUsed(), external: 0, arrayBuffers: 0,
  };
}

export function cpuUsage(earlier?: any): any {
  return timesSince(cpuUserMicroseconds(), cpuSystemMicroseconds(), earlier);
}

/// Times of a processor, counted from what an earlier call gave, if anything.
export function timesSince(user: number, system: number, earlier: any): any {
  if (!earlier) return { user, system };
  validateObject(earlier, "prevValue");
  return { user: user - earlierTime(earlier, "user"), system: system - earlierTime(earlier, "system") };
}

function earlierTime(earlier: any, name: string): number {
  const value: any = earlier[name];
  if (typeof value !== "number") throw invalidType("prevValue." + name, "of type number", value);
  if (value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw codedError(
    new RangeError("The property 'prevValue." + name + "' is invalid. Received " + value), "ERR_INVALID_ARG_VALUE",
  );
}
