/// What the process uses of the system, and who it is there (https://nodejs.org/api/process.html#processresourceusage).
// @optimize size
import { cpuSystemMicroseconds, cpuUserMicroseconds, memoryResident, processGroup, processResource, processUser } from "polyglot:runtime";
import { timesSince } from "../prelude/process.ts";
import { memoryOf, textOf } from "./os-files.ts";

const counts = [
  "maxRSS", "sharedMemorySize", "unsharedDataSize", "unsharedStackSize", "minorPageFault", "majorPageFault", "swappedOut",
  "fsRead", "fsWrite", "ipcSent", "ipcReceived", "signalsCount", "voluntaryContextSwitches", "involuntaryContextSwitches",
];

/// `process.resourceUsage`
export function resourceUsage(): any {
  const usage: any = { userCPUTime: cpuUserMicroseconds(), systemCPUTime: cpuSystemMicroseconds() };
  for (let i = 0; i < counts.length; i++) usage[counts[i]!] = processResource(i);
  return usage;
}

/// `process.threadCpuUsage`
export function threadCpuUsage(earlier?: any): any {
  return timesSince(processResource(14), processResource(15), earlier);
}

/// The least limit that the process's control groups set, with what they use; undefined if there is none.
function controlGroup(): { limit: number; used: number } | undefined {
  const group = /^0::(.*)$/m.exec(textOf("/proc/self/cgroup"))?.[1] ?? "/";
  let least: { limit: number; used: number } | undefined;
  for (let path = group === "/" ? "" : group; ; path = path.slice(0, path.lastIndexOf("/"))) {
    const folder = "/sys/fs/cgroup" + path;
    const text = textOf(folder + "/memory.max").trim();
    if (/^\d+$/.test(text) && (least === undefined || Number(text) < least.limit)) {
      least = { limit: Number(text), used: Number(textOf(folder + "/memory.current").trim()) };
    }
    if (path === "") return least;
  }
}

/// `process.constrainedMemory`: bytes, 0 where nothing limits the process.
export function constrainedMemory(): number {
  return controlGroup()?.limit ?? 0;
}

/// `process.availableMemory`: bytes.
export function availableMemory(): number {
  const group = controlGroup();
  const free = memoryOf("MemAvailable");
  return group === undefined ? free || memoryResident() : Math.max(0, Math.min(free, group.limit - group.used));
}

/// `process.getgroups`: with the effective group, which need not be one of them.
export function getgroups(): number[] {
  const groups: number[] = [];
  for (let group = processGroup(0); group >= 0; group = processGroup(groups.length)) groups.push(group);
  const own = processUser(3);
  if (own >= 0 && !groups.includes(own)) groups.push(own);
  return groups;
}
