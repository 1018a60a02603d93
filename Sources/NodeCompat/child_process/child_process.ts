/// `node:child_process` (https://nodejs.org/api/child_process.html).
// @optimize size
import { forkChild } from "./child_process-channel.ts";
import { exec, execFile, spawn } from "./child_process-exec.ts";
import { fork } from "./child_process-fork.ts";
import { ChildProcess as ChildProcessFunction } from "./child_process-process.ts";
import { execFileSync, execSync, spawnSync } from "./child_process-sync.ts";

export const ChildProcess: any = ChildProcessFunction;
export { exec, execFile, execFileSync, execSync, fork, forkChild as _forkChild, spawn, spawnSync };

export default {
  _forkChild: forkChild, ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync,
};
