/// `node:process`: the global `process` as a module.
import { processObject } from "../prelude/process.ts";

const process: any = processObject();

export default process;
export const argv: any = process.argv;
export const env: any = process.env;
export const pid: any = process.pid;
export const platform: any = process.platform;
export const arch: any = process.arch;
export const version: any = process.version;
export const versions: any = process.versions;
export const execPath: any = process.execPath;
export const execArgv: any = process.execArgv;
export const stdin: any = process.stdin;
export const stdout: any = process.stdout;
export const stderr: any = process.stderr;
export const exit: any = process.exit;
export const cwd: any = process.cwd;
export const chdir: any = process.chdir;
export const hrtime: any = process.hrtime;
export const uptime: any = process.uptime;
export const memoryUsage: any = process.memoryUsage;
export const cpuUsage: any = process.cpuUsage;
export const on: any = process.on;
export const once: any = process.once;
export const off: any = process.off;
export const emitWarning: any = process.emitWarning;
