/// `process.report` (https://nodejs.org/api/process.html#processreport): what a diagnostic report says of a compiled program,
/// with Node's members. There is no heap of V8, no loop of libuv and no native stack to tell of.
// @optimize size
import { memoryHeapTotal, memoryHeapUsed, stderrWrite } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";
import { signalNumber } from "../prelude/signals.ts";
import { validateBoolean, validateObject, validateString } from "../prelude/validators.ts";
import { writeFileSync } from "./fs.ts";
import { checkPath } from "./fs-arguments.ts";
import { cpus, hostname, machine, networkInterfaces, release, type, version } from "./os.ts";
import { textOf } from "./os-files.ts";
import { resolve } from "./path.ts";
import { resourceUsage } from "./process-resources.ts";

const settings = {
  directory: "", filename: "", compact: false, excludeNetwork: false, excludeEnv: false, signal: "SIGUSR2",
  onFatalError: false, onSignal: false, onException: false,
};

let writtenCount = 0;

/// The error of a report that nobody gave one.
function synthetic(): Error {
  return codedError(new Error("JavaScript Callstack"), "ERR_SYNTHETIC");
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/// What the system limits, by Node's names.
function limits(): any {
  const names: any = {
    "Max core file size": "core_file_size_blocks", "Max data size": "data_seg_size_bytes",
    "Max file size": "file_size_blocks", "Max locked memory": "max_locked_memory_bytes",
    "Max resident set": "max_memory_size_bytes", "Max open files": "open_files", "Max stack size": "stack_size_bytes",
    "Max cpu time": "cpu_time_seconds", "Max processes": "max_user_processes",
    "Max address space": "virtual_memory_bytes",
  };
  const result: any = {};
  const number = (text: string): any => (text === "unlimited" ? text : Number(text));
  for (const line of textOf("/proc/self/limits").split("\n")) {
    const name: any = names[line.slice(0, 26).trim()];
    const [soft, hard] = line.slice(26).trim().split(/\s+/);
    if (name !== undefined) result[name] = { soft: number(soft!), hard: number(hard!) };
  }
  return result;
}

/// The files of code that the process has mapped.
function sharedObjects(): string[] {
  const found = new Set<string>();
  for (const line of textOf("/proc/self/maps").split("\n")) {
    const path = line.slice(73);
    if (line.includes(" r-xp ") && (path.startsWith("/") || path.startsWith("["))) found.add(path);
  }
  return [...found];
}

function interfaceList(): any[] {
  const result: any[] = [];
  const all: any = networkInterfaces();
  for (const name of Object.keys(all)) {
    for (const one of all[name]) {
      const { internal, mac, address, netmask, family } = one;
      result.push({ name, internal, mac, address, netmask, family });
    }
  }
  return result;
}

function processorList(): any[] {
  return cpus().map(({ model, speed, times }) => ({
    model, speed, user: times.user, nice: times.nice, sys: times.sys, idle: times.idle, irq: times.irq,
  }));
}

function stackOf(error: any): any {
  const [message, ...stack] = String(error.stack ?? error).split("\n");
  const errorProperties: any = {};
  for (const key of Object.keys(error)) errorProperties[key] = String(error[key]);
  return { message, stack: stack.map((line) => line.trim()), errorProperties };
}

function usage(): any {
  const used: any = resourceUsage();
  const seconds = process.uptime();
  const [user, system] = [used.userCPUTime / 1e6, used.systemCPUTime / 1e6];
  const memory = process.memoryUsage();
  return {
    free_memory: process.availableMemory(), total_memory: process.constrainedMemory(), rss: memory.rss,
    available_memory: process.availableMemory(), userCpuSeconds: user, kernelCpuSeconds: system,
    cpuConsumptionPercent: (user + system) / seconds * 100, userCpuConsumptionPercent: user / seconds * 100,
    kernelCpuConsumptionPercent: system / seconds * 100, maxRss: used.maxRSS * 1024,
    pageFaults: { IORequired: used.majorPageFault, IONotRequired: used.minorPageFault },
    fsActivity: { reads: used.fsRead, writes: used.fsWrite },
  };
}

function reportOf(error: any, event: string, trigger: string, filename: string | null): any {
  const now = new Date();
  const header: any = {
    reportVersion: 5, event, trigger, filename, dumpEventTime: now.toISOString().slice(0, 19) + "Z",
    dumpEventTimeStamp: String(now.getTime()), processId: process.pid, threadId: 0, cwd: process.cwd(),
    commandLine: [process.argv[0], ...process.argv.slice(2)], nodejsVersion: process.version, wordSize: 64,
    arch: process.arch, platform: process.platform, componentVersions: { ...process.versions },
    release: { ...process.release }, osName: type(), osRelease: release(), osVersion: version(), osMachine: machine(),
    cpus: processorList(),
  };
  if (!settings.excludeNetwork) header.networkInterfaces = interfaceList();
  header.host = hostname();
  const result: any = {
    header, javascriptStack: stackOf(error),
    javascriptHeap: { totalMemory: memoryHeapTotal(), usedMemory: memoryHeapUsed() },
    nativeStack: [], resourceUsage: usage(), libuv: [], workers: [],
  };
  if (!settings.excludeEnv) result.environmentVariables = { ...process.env };
  result.userLimits = limits();
  result.sharedObjects = sharedObjects();
  return result;
}

/// Writes a report to a file, or a stream that is named so: the file's name.
function write(error: any, event: string, trigger: string, file: string | undefined): string {
  const now = new Date();
  const date = padded(now.getFullYear(), 4) + padded(now.getMonth() + 1, 2) + padded(now.getDate(), 2);
  const time = padded(now.getHours(), 2) + padded(now.getMinutes(), 2) + padded(now.getSeconds(), 2);
  let name = file || settings.filename;
  if (name === "") name = `report.${date}.${time}.${process.pid}.0.${padded(++writtenCount, 3)}.json`;
  const report = reportOf(error, event, trigger, name);
  const text = (settings.compact ? JSON.stringify(report) : JSON.stringify(report, null, 2)) + "\n";
  if (name === "stdout") {
    process.stdout.write(text);
    return name;
  }
  if (name === "stderr") {
    stderrWrite(text);
    return name;
  }
  stderrWrite("\nWriting Node.js report to file: " + name);
  try {
    writeFileSync(resolve(settings.directory, name), text);
  } catch (failure: any) {
    const folder = settings.directory === "" ? "" : " directory: " + settings.directory;
    stderrWrite("\nFailed to open Node.js report file: " + name + folder + " (errno: " + -failure.errno + ")");
    return "";
  }
  stderrWrite("\nNode.js report completed\n");
  return name;
}

function onSignal(name: any): void {
  write(synthetic(), "Signal", name, undefined);
}

function onException(error: any): void {
  write(error instanceof Error ? error : synthetic(), "Exception", "Exception", undefined);
}

function listenToSignal(isWanted: boolean): void {
  process.removeListener(settings.signal as any, onSignal);
  if (isWanted) process.on(settings.signal as any, onSignal);
}

const report: any = {
  writeReport(file?: any, error?: any): string {
    if (typeof file === "object" && file !== null) {
      error = file;
      file = undefined;
    } else if (file !== undefined) {
      validateString(file, "file");
      file = checkPath(file, "path");
    }
    if (error === undefined) error = synthetic();
    else validateObject(error, "err");
    return write(error, "JavaScript API", "API", file);
  },
  getReport(error?: any): any {
    if (error === undefined) error = synthetic();
    else validateObject(error, "err");
    return JSON.parse(JSON.stringify(reportOf(error, "JavaScript API", "GetReport", null)));
  },
  get directory(): string { return settings.directory; },
  set directory(value: any) {
    validateString(value, "directory");
    settings.directory = value;
  },
  get filename(): string { return settings.filename; },
  set filename(value: any) {
    validateString(value, "filename");
    settings.filename = value;
  },
  get compact(): boolean { return settings.compact; },
  set compact(value: any) {
    validateBoolean(value, "compact");
    settings.compact = value;
  },
  get excludeNetwork(): boolean { return settings.excludeNetwork; },
  set excludeNetwork(value: any) {
    validateBoolean(value, "excludeNetwork");
    settings.excludeNetwork = value;
  },
  get signal(): string { return settings.signal; },
  set signal(value: any) {
    validateString(value, "signal");
    if (signalNumber(value) === undefined) {
      const capitals = signalNumber(value.toUpperCase()) !== undefined;
      const text = "Unknown signal: " + value + (capitals ? " (signals must use all capital letters)" : "");
      throw codedError(new TypeError(text), "ERR_UNKNOWN_SIGNAL");
    }
    listenToSignal(false);
    settings.signal = value;
    listenToSignal(settings.onSignal);
  },
  get reportOnFatalError(): boolean { return settings.onFatalError; },
  set reportOnFatalError(value: any) {
    validateBoolean(value, "trigger");
    settings.onFatalError = value;
  },
  get reportOnSignal(): boolean { return settings.onSignal; },
  set reportOnSignal(value: any) {
    validateBoolean(value, "trigger");
    settings.onSignal = value;
    listenToSignal(value);
  },
  get reportOnUncaughtException(): boolean { return settings.onException; },
  set reportOnUncaughtException(value: any) {
    validateBoolean(value, "trigger");
    settings.onException = value;
    process.removeListener("uncaughtExceptionMonitor", onException);
    if (value) process.on("uncaughtExceptionMonitor", onException);
  },
  get excludeEnv(): boolean { return settings.excludeEnv; },
  set excludeEnv(value: any) {
    validateBoolean(value, "excludeEnv");
    settings.excludeEnv = value;
  },
};

/// What writes diagnostic reports.
export function getReport(): any { return report; }
