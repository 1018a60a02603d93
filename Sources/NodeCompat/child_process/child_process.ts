/// `node:child_process` (https://nodejs.org/api/child_process.html).
// @optimize size
import { exec, execFile, spawn } from "./child_process-exec.ts";
import { ChildProcess as ChildProcessFunction, noChannel } from "./child_process-process.ts";
import { execFileSync, execSync, spawnSync } from "./child_process-sync.ts";

export const ChildProcess: any = ChildProcessFunction;
export { exec, execFile, execFileSync, execSync, spawn, spawnSync };

/// What needs another program of Node: all modules of a compiled program are in it, so that there is none to fork.
function missing(name: string): any {
  return (): never => {
    throw noChannel("child_process." + name);
  };
}

export const _forkChild: any = missing("_forkChild");
export const fork: any = missing("fork");

export default { _forkChild, ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
