/// The arguments of `child_process`: what is to run, how, and with which descriptors.
// @optimize size
import { binaryKind } from "polyglot:runtime";
import { codedError, invalidType, invalidValue, outOfRange } from "../prelude/node-errors.ts";
import { inspect } from "../prelude/inspect.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { signalName, signalNumber } from "../prelude/signals.ts";
import { validateBoolean, validateObject, validateString } from "../prelude/validators.ts";
import { checkPath } from "./fs-arguments.ts";

/// Whether a value is a view of bytes.
export function isView(value: any): boolean {
  const kind = binaryKind(value);
  return kind === 1 || kind === 3;
}

/// The number of a signal that is given by name or number; otherwise ERR_UNKNOWN_SIGNAL.
export function checkSignal(signal: any): number {
  if (typeof signal === "number" && signalName(signal) !== "") return signal;
  const number: any = typeof signal === "string" ? signalNumber(signal.toUpperCase()) : undefined;
  if (number === undefined) throw codedError(new TypeError("Unknown signal: " + String(signal)), "ERR_UNKNOWN_SIGNAL");
  return number;
}

/// The number of the signal that ends a child; undefined if the caller does not care.
export function checkKillSignal(signal: any): number | undefined {
  if (typeof signal === "string" || typeof signal === "number") return checkSignal(signal);
  if (signal !== undefined && signal !== null) {
    throw invalidType("options.killSignal", "one of type string or number", signal);
  }
  return undefined;
}

export function checkTimeout(timeout: any): void {
  if (timeout !== undefined && timeout !== null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw outOfRange("timeout", "an unsigned integer", timeout);
  }
}

export function checkMaxBuffer(size: any): void {
  if (size !== undefined && size !== null && !(typeof size === "number" && size >= 0)) {
    throw outOfRange("options.maxBuffer", "a positive number", size);
  }
}

/// Refuses texts that would end early where the system takes them.
export function checkText(value: any, name: string): void {
  if (typeof value === "string" && value.includes("\u0000")) {
    throw invalidValue(name, value, "must be a string without null bytes");
  }
}

function checkOptional(options: any, name: string, check: (value: any, name: string) => void): void {
  if (options[name] !== undefined && options[name] !== null) check(options[name], "options." + name);
}

function checkUser(value: any, name: string): void {
  if (value !== (value | 0)) throw invalidType(name, "int32", value);
}

function checkShell(value: any, name: string): void {
  if (typeof value === "boolean" || typeof value === "string") return;
  throw invalidType(name, "one of type boolean or string", value);
}

let hasWarned = false;

/// The "NAME=value" texts of an environment.
function environmentTexts(env: any): string[] {
  const texts: string[] = [];
  for (const name in env) {
    const value: any = env[name];
    if (value === undefined) continue;
    // The channel to the parent is the program's own, which Node takes out of its environment when it starts.
    if (env === process.env && name.startsWith("NODE_CHANNEL_")) continue;
    checkText(name, "options.env['" + name + "']");
    checkText(value, "options.env['" + name + "']");
    texts.push(name + "=" + value);
  }
  return texts;
}

/// The options of a child: `file`, `args` with the name that it sees, `envPairs`, `cwd` and the rest as it was given.
export function normalize(file: any, args: any, options: any): any {
  validateString(file, "file");
  checkText(file, "file");
  if (file.length === 0) throw invalidValue("file", file, "cannot be empty");
  let list: any = args;
  let settings: any = options;
  if (Array.isArray(args)) {
    list = args.slice();
  } else if (args === undefined || args === null) {
    list = [];
  } else {
    if (typeof args !== "object") throw invalidType("args", "of type object", args);
    settings = args;
    list = [];
  }
  for (let i = 0; i < list.length; i++) checkText(list[i], "args[" + i + "]");
  if (settings === undefined) settings = {};
  else validateObject(settings, "options");
  let cwd: any = settings.cwd;
  if (cwd !== undefined && cwd !== null) cwd = checkPath(cwd, "options.cwd");
  checkOptional(settings, "detached", validateBoolean);
  checkOptional(settings, "uid", checkUser);
  checkOptional(settings, "gid", checkUser);
  checkOptional(settings, "shell", checkShell);
  checkOptional(settings, "argv0", validateString);
  checkOptional(settings, "argv0", checkText);
  checkOptional(settings, "windowsHide", validateBoolean);
  checkOptional(settings, "windowsVerbatimArguments", validateBoolean);
  let program = file;
  if (settings.shell) {
    checkText(settings.shell, "options.shell");
    let command = file;
    if (list.length > 0) {
      if (!hasWarned) {
        hasWarned = true;
        emitWarning(
          "Passing args to a child process with shell option true can lead to security vulnerabilities, as the " +
          "arguments are not escaped, only concatenated.", "DeprecationWarning", "DEP0190",
        );
      }
      command = [file, ...list].join(" ");
    }
    program = typeof settings.shell === "string" ? settings.shell : "/bin/sh";
    list = ["-c", command];
  }
  list.unshift(typeof settings.argv0 === "string" ? settings.argv0 : program);
  return {
    ...settings, args: list, cwd, detached: !!settings.detached, envPairs: environmentTexts(settings.env || process.env),
    file: program,
  };
}

/// One descriptor of a child: `pipe`, `ignore`, `inherit`, `fd` (one of ours), `wrap` (that of a stream of ours).
export interface Channel {
  type: string;
  fd: number;
  /// What a child that is waited for gets to read.
  input: any;
}

function channel(type: string, fd: number): Channel { return { type, fd, input: undefined }; }

/// The descriptor of a stream that has one; undefined otherwise.
function descriptorOf(stream: any): any {
  const handle: any = stream._handle ?? stream.handle ?? stream;
  return handle !== null && typeof handle === "object" && typeof handle.fd === "number" ? handle.fd : undefined;
}

/// What `stdio` says about the descriptors of a child; `isSync`: the program waits for it.
export function parseStdio(stdio: any, isSync: boolean): Channel[] {
  let list: any = stdio;
  if (typeof stdio === "string") {
    if (!["ignore", "pipe", "overlapped", "inherit"].includes(stdio)) throw invalidValue("stdio", stdio, "is invalid");
    list = [stdio, stdio, stdio];
  } else if (!Array.isArray(stdio)) {
    throw invalidValue("stdio", stdio, "is invalid");
  }
  const result: Channel[] = [];
  for (let i = 0; i < Math.max(3, list.length); i++) result.push(parseOne(list[i], i, isSync, list));
  return result;
}

function parseOne(value: any, index: number, isSync: boolean, list: any[]): Channel {
  if (value === undefined || value === null) return channel(index < 3 ? "pipe" : "ignore", -1);
  if (value === "ignore") return channel("ignore", -1);
  if (value === "pipe" || value === "overlapped" || (typeof value === "number" && value < 0)) return channel("pipe", -1);
  if (value === "inherit") return channel("inherit", index);
  if (value === "ipc") {
    if (isSync) throw codedError(new Error("IPC cannot be used with synchronous forks"), "ERR_IPC_SYNC_FORK");
    if (list.indexOf("ipc") < index) {
      throw codedError(new Error("Child process can have only one IPC pipe"), "ERR_IPC_ONE_PIPE");
    }
    return channel("ipc", -1);
  }
  if (typeof value === "number") return channel("fd", value);
  if (typeof value === "object") {
    if (typeof value.fd === "number") return channel("fd", value.fd);
    const fd: any = isView(value) ? undefined : descriptorOf(value);
    if (fd !== undefined) return channel("wrap", fd);
  }
  if (isView(value) || typeof value === "string") {
    // To a child that is waited for, text is nothing at all.
    if (isSync) return channel("ignore", -1);
    throw codedError(
      new TypeError("Asynchronous forks do not support Buffer, TypedArray, DataView or string input: " + inspect(value)),
      "ERR_INVALID_SYNC_FORK_INPUT",
    );
  }
  throw invalidValue("stdio", value, "is invalid");
}

