/// `child_process.fork` (https://nodejs.org/api/child_process.html#child_processforkmodulepath-args-options). A compiled
/// program cannot run modules that it does not contain: what is forked is the program itself, or another executable.
// @optimize size
import { codedError, invalidValue } from "../prelude/node-errors.ts";
import { validateArray, validateObject } from "../prelude/validators.ts";
import { checkText } from "./child_process-arguments.ts";
import { spawn } from "./child_process-exec.ts";
import { closeSync, openSync, readSync, realpathSync } from "./fs.ts";
import { checkPath } from "./fs-arguments.ts";
import { basename, extname } from "./path.ts";

/// Whether a file begins as executables of Linux do.
function isExecutable(path: string): boolean {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return false;
  }
  const head: any = Buffer.alloc(4);
  try {
    return readSync(fd, head, 0, 4, 0) === 4 && head.toString("latin1") === "\x7fELF";
  } catch {
    return false;
  } finally {
    closeSync(fd);
  }
}

/// A path without the extension of a source file.
function withoutExtension(path: string): string {
  const extension = extname(path);
  return [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"].includes(extension) ? path.slice(0, -extension.length) : path;
}

/// What to run for a module: an executable of that name, that which was built of it and lies beside it, or the program
/// itself if it has the module's name.
function executableOf(path: string): string {
  if (isExecutable(path)) return path;
  const program = withoutExtension(path);
  if (program !== path && isExecutable(program)) return program;
  const own = realpathSync("/proc/self/exe");
  if (basename(program) === basename(own)) return own;
  const text = "child_process.fork cannot run '" + path + "': a compiled program can fork itself, executables, and " +
    "modules beside which the executables lie that were built of them";
  throw codedError(new Error(text), "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM");
}

/// `child_process.fork`
export function fork(modulePath: any, args: any = [], options?: any): any {
  const path: string = checkPath(modulePath, "modulePath");
  let list: any = args;
  let settings: any = options;
  if (args === undefined || args === null) {
    list = [];
  } else if (typeof args === "object" && !Array.isArray(args)) {
    settings = args;
    list = [];
  } else {
    validateArray(args, "args");
  }
  if (settings !== undefined && settings !== null) validateObject(settings, "options");
  settings = { __proto__: null, ...settings, shell: false };
  checkText(settings.execPath, "options.execPath");
  const execArgv: any = settings.execArgv || process.execArgv;
  validateArray(execArgv, "options.execArgv");
  for (let i = 0; i < execArgv.length; i++) checkText(execArgv[i], "options.execArgv[" + i + "]");
  if (typeof settings.stdio === "string") {
    if (!["ignore", "pipe", "overlapped", "inherit"].includes(settings.stdio)) {
      throw invalidValue("stdio", settings.stdio, "is invalid");
    }
    settings.stdio = [settings.stdio, settings.stdio, settings.stdio, "ipc"];
  } else if (!Array.isArray(settings.stdio)) {
    const each = settings.silent ? "pipe" : "inherit";
    settings.stdio = [each, each, each, "ipc"];
  } else if (!settings.stdio.includes("ipc")) {
    const text = "Forked processes must have an IPC channel, missing value 'ipc' in options.stdio";
    throw codedError(new Error(text), "ERR_CHILD_PROCESS_IPC_REQUIRED");
  }
  // With a program of its own, the module is that program's, which may be Node.
  if (settings.execPath) return spawn(settings.execPath, [...execArgv, path, ...list], settings);
  if (execArgv.length > 0) {
    const text = "child_process.fork: options.execArgv are options of Node, which compiled programs do not take";
    throw codedError(new Error(text), "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM");
  }
  return spawn(executableOf(path), list, settings);
}
