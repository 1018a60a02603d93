/// `node:os` (https://nodejs.org/api/os.html). What Linux shows in files is read there; other systems have none of it.
// @optimize size
import { processArchitecture, processEnvironment, processPlatform, processSetPriority } from "polyglot:runtime";
import { SystemError } from "../prelude/system-error.ts";
import { validateInteger } from "../prelude/validators.ts";
import { constants } from "./os-constants.ts";
import { interfaces, memoryOf, passwordEntry, processors, statusOf, textOf, usableProcessors } from "./os-files.ts";

/// `os.EOL`
export const EOL = "\n";
/// `os.devNull`
export const devNull = "/dev/null";
export { constants };

/// `os.platform`
export function platform(): string {
  return processPlatform();
}

/// `os.arch`
export function arch(): string {
  return processArchitecture();
}

/// `os.type`
export function type(): string {
  return processPlatform() === "linux" ? "Linux" : processPlatform();
}

/// `os.machine`
export function machine(): string {
  return processArchitecture() === "x64" ? "x86_64" : processArchitecture();
}

/// `os.release`
export function release(): string {
  return textOf("/proc/sys/kernel/osrelease").trim();
}

/// `os.version`
export function version(): string {
  return textOf("/proc/sys/kernel/version").trim();
}

/// `os.endianness`
export function endianness(): string {
  return "LE";
}

/// `os.homedir`
export function homedir(): string {
  return environmentValue("HOME") ?? passwordEntry(statusOf("Uid"))?.[5] ?? "/";
}

/// `os.tmpdir`
export function tmpdir(): string {
  const folder = environmentValue("TMPDIR") || environmentValue("TMP") || environmentValue("TEMP") || "/tmp";
  return folder.length > 1 && folder.endsWith("/") ? folder.slice(0, -1) : folder;
}

/// `os.hostname`
export function hostname(): string {
  return textOf("/proc/sys/kernel/hostname").trim() || "localhost";
}

/// `os.loadavg`
export function loadavg(): number[] {
  const fields = textOf("/proc/loadavg").split(" ");
  return fields.length < 3 ? [0, 0, 0] : [Number(fields[0]), Number(fields[1]), Number(fields[2])];
}

/// `os.uptime`
export function uptime(): number {
  return Number(textOf("/proc/uptime").split(" ")[0]);
}

/// `os.totalmem`
export function totalmem(): number {
  return memoryOf("MemTotal");
}

/// `os.freemem`
export function freemem(): number {
  return memoryOf("MemAvailable");
}

/// `os.cpus`
export function cpus(): any[] {
  return processors();
}

/// `os.availableParallelism`
export function availableParallelism(): number {
  return usableProcessors();
}

/// `os.networkInterfaces`
export function networkInterfaces(): any {
  return interfaces();
}

/// `os.userInfo`
export function userInfo(_options?: any): any {
  const uid = statusOf("Uid");
  const entry = passwordEntry(uid);
  return Object.assign(Object.create(null), {
    uid, gid: statusOf("Gid"), username: entry?.[0] ?? "", homedir: entry?.[5] ?? "/", shell: entry?.[6] ?? null,
  });
}

/// `os.getPriority`
export function getPriority(pid: any = 0): number {
  validateInteger(pid, "pid", -2147483648, 2147483647);
  // The fields behind the name in parentheses; the 17th of them is the nice value.
  const line = textOf("/proc/" + (pid === 0 ? "self" : pid) + "/stat");
  return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[16]);
}

/// `os.setPriority`
export function setPriority(pid: any, priority?: any): void {
  const [target, nice] = priority === undefined ? [0, pid] : [pid, priority];
  validateInteger(target, "pid", -2147483648, 2147483647);
  validateInteger(nice, "priority", -20, 19);
  const errno = processSetPriority(target, nice);
  if (errno < 0) throw new SystemError(errno, "uv_os_setpriority");
}

function environmentValue(name: string): string | undefined {
  const pairs: any[] = processEnvironment();
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] === name) return pairs[i + 1];
  }
  return undefined;
}

/// The functions whose result is a primitive stand for it where one is needed: `${os.arch}`.
for (const text of [arch, availableParallelism, endianness, freemem, homedir, hostname, release, tmpdir, totalmem, type,
  uptime, version, machine, platform]) {
  Object.defineProperty(text, Symbol.toPrimitive, { value: text, configurable: true, writable: true });
}

/// Makes what does not change read-only.
function complete(object: any): any {
  for (const name of ["constants", "EOL", "devNull"]) Object.defineProperty(object, name, { writable: false, configurable: false });
  return object;
}

export default complete({
  arch, availableParallelism, cpus, endianness, freemem, getPriority, homedir, hostname, loadavg, networkInterfaces,
  platform, release, setPriority, tmpdir, totalmem, type, userInfo, uptime, version, machine, constants, EOL, devNull,
});
