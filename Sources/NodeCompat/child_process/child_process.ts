/// `node:child_process` (https://nodejs.org/api/child_process.html).
// @optimize size
import { exec, execFile, spawn } from "./child_process-exec.ts";
import { ChildProcess as ChildProcessFunction, noChannel } from "./child_process-process.ts";
import { execFileSync, execSync, spawnSync } from "./child_process-sync.ts";

export const ChildProcess: any = ChildProcessFunction;
export { exec, execFile, execFileSync, execSync, spawn, spawnSync };

/// `child_process.fork`: there is no other module to run, as all of a program are compiled into it.
export function fork(_modulePath: any, _args?: any, _options?: any): any { throw noChannel("child_process.fork"); }

/// What a program that was forked begins with.
export function _forkChild(): void { throw noChannel("child_process._forkChild"); }

export default { _forkChild, ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
