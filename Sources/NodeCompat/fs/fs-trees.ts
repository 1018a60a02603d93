/// What `fs` does with whole trees of files, step by step: `run` is given each call, and does it at once or for a promise.
// @optimize size
import { codedError, invalidType, systemError } from "../prelude/node-errors.ts";
import { validateBoolean } from "../prelude/validators.ts";
import { dirname, resolve } from "node:path";
import { checkPath, optionsOf } from "./fs-arguments.ts";
import * as operations from "./fs-operations.ts";
import { Dirent } from "./fs-stats.ts";

const directory = 0o040000;
const symbolicLink = 0o120000;

export function joined(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : folder + "/" + name;
}

/// A generator of calls, or of promises where it does not run at once, which gets their results or has their errors thrown into it.
export type Steps = Generator<any, any, any>;

/// Runs steps at once.
export function stepNow(steps: Steps): any {
  let next = steps.next();
  while (!next.done) {
    let result: any;
    try {
      result = operations.runNow(next.value);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

/// Runs steps for a promise.
export async function stepPromised(steps: Steps): Promise<any> {
  let next = steps.next();
  while (!next.done) {
    let result: any;
    try {
      const call: any = next.value;
      result = await (typeof call.operation === "number" ? operations.runPromised(call) : call);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

/// Runs steps and calls back.
export function stepLater(steps: Steps, callback: any): void {
  stepPromised(steps).then(
    (result) => process.nextTick(callback, null, result), (error) => process.nextTick(callback, error),
  );
}

/// `fs.readdir` with `recursive`: breadth first, as Node does.
export function* readTree(path: any, options: any): Steps {
  const settings: any = optionsOf(options);
  const root = checkPath(path);
  const result: any[] = [];
  const pending: string[] = [""];
  for (let i = 0; i < pending.length; i++) {
    const below = pending[i];
    const folder = below === "" ? root : joined(root, below);
    const [names, types]: [string[], number[]] = yield operations.readdirPair(folder);
    for (let k = 0; k < names.length; k++) {
      // As Node has it: paths are joined as text.
      if (settings.encoding === "buffer") throw invalidType("path", "of type string", Buffer.from(names[k]));
      const relative = below === "" ? names[k] : below + "/" + names[k];
      result.push(settings.withFileTypes ? new Dirent(names[k], folder, types[k]) : relative);
      if (types[k] === directory) pending.push(relative);
    }
  }
  return result;
}

/// `fs.rm`
export function* removeAll(path: any, options: any): Steps {
  const name = checkPath(path);
  const settings: any = optionsOf(options);
  for (const option of ["recursive", "force"]) {
    if (settings[option] !== undefined) validateBoolean(settings[option], "options." + option);
  }
  let stats: any;
  try {
    stats = yield operations.stat(name, undefined, false);
  } catch (error: any) {
    if (settings.force === true && error.code === "ENOENT") return undefined;
    throw error;
  }
  if (!stats.isDirectory()) return yield* removeFile(name);
  if (settings.recursive !== true) throw isDirectoryError(name);
  yield* removeTree(name);
}

function isDirectoryError(path: string): any {
  const error: any = codedError(
    new Error("Path is a directory: rm returned EISDIR (is a directory) " + path), "ERR_FS_EISDIR",
  );
  error.name = "SystemError";
  error.info = { code: "EISDIR", message: "is a directory", path, syscall: "rm", errno: 21 };
  error.errno = 21;
  error.syscall = "rm";
  error.path = path;
  return error;
}

/// Gives errors of removal the name that Node gives them.
function removalError(error: any, path: string): any { return systemError(error.errno, "rm", path); }

function* removeFile(path: string): Steps {
  try {
    yield operations.unlink(path);
  } catch (error) {
    throw removalError(error, path);
  }
}

/// `fs.rmdir`, which still removes whole trees if told so.
export function* removeDirectory(path: any, options: any): Steps {
  const name = checkPath(path);
  if (options === undefined || options === null || options.recursive !== true) {
    yield operations.rmdir(name);
    return;
  }
  process.emitWarning(
    "In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. " +
      "Use fs.rm(path, { recursive: true }) instead", "DeprecationWarning", "DEP0147",
  );
  yield* removeTree(name);
}

function* removeTree(folder: string): Steps {
  try {
    const [names, types]: [string[], number[]] = yield operations.readdirPair(folder);
    for (let i = 0; i < names.length; i++) {
      const path = joined(folder, names[i]);
      if (types[i] === directory) yield* removeTree(path);
      else yield operations.unlink(path);
    }
    yield operations.rmdir(folder);
  } catch (error: any) {
    throw error.syscall === "rm" ? error : removalError(error, error.path ?? folder);
  }
}

/// `fs.cp`
export function* copyAll(source: any, destination: any, options: any, isNow: boolean): Steps {
  const from = checkPath(source, "src");
  const to = checkPath(destination, "dest");
  yield* copyEntry(from, to, optionsOf(options), isNow);
}

/// An error of `fs.cp`: what is done at once says less.
function copyError(code: string, prefix: string, name: string, errno: number, message: string, path: string, isNow: boolean): any {
  if (isNow) return codedError(new Error(message[0].toUpperCase() + message.slice(1)), code);
  const error: any = codedError(new Error(prefix + ": cp returned " + name + " (" + message + ") " + path), code);
  error.name = "SystemError";
  error.info = { message, path, syscall: "cp", errno, code: name };
  error.errno = errno;
  error.syscall = "cp";
  error.path = path;
  return error;
}

/// Refuses what cannot be copied there.
function checkCopy(from: string, to: string, stats: any, there: any, settings: any, isNow: boolean): void {
  const isDirectory = stats.isDirectory();
  if (there !== undefined) {
    if (there.ino === stats.ino && there.dev === stats.dev) {
      const message = "src and dest cannot be the same";
      if (isNow) throw codedError(new Error(message + " " + to), "ERR_FS_CP_EINVAL");
      throw copyError("ERR_FS_CP_EINVAL", "Invalid src or dest", "EINVAL", 22, message, to, false);
    }
    if (isDirectory && !there.isDirectory()) {
      const message = `cannot overwrite non-directory ${to} with directory ${from}`;
      throw copyError("ERR_FS_CP_DIR_TO_NON_DIR", "Cannot overwrite non-directory with directory", "EISDIR", 21, message, to, isNow);
    }
    if (!isDirectory && there.isDirectory()) {
      const message = `cannot overwrite directory ${to} with non-directory ${from}`;
      throw copyError("ERR_FS_CP_NON_DIR_TO_DIR", "Cannot overwrite directory with non-directory", "ENOTDIR", 20, message, to, isNow);
    }
  }
  if (isDirectory && settings.recursive !== true) {
    const message = isNow
      ? "Recursive option not enabled, cannot copy a directory: " + joined(from, "") : from + " is a directory (not copied)";
    throw copyError("ERR_FS_EISDIR", "Path is a directory", "EISDIR", 21, message, from, isNow);
  }
  if (isDirectory && to.startsWith(joined(from, ""))) {
    const message = `cannot copy ${isNow ? joined(from, "") : from} to a subdirectory of self ${to}`;
    throw copyError("ERR_FS_CP_EINVAL", "Invalid src or dest", "EINVAL", 22, message, to, isNow);
  }
  if (stats.isFIFO()) {
    throw copyError("ERR_FS_CP_FIFO_PIPE", "Cannot copy a FIFO pipe", "EINVAL", 22, "cannot copy a FIFO pipe: " + to, to, isNow);
  }
  if (stats.isSocket()) {
    throw copyError("ERR_FS_CP_SOCKET", "Cannot copy a socket file", "EINVAL", 22, "cannot copy a socket file: " + to, to, isNow);
  }
}

/// Whether the filter of `fs.cp` lets something pass; a promise is waited for.
function* passes(from: string, to: string, settings: any, isNow: boolean): Steps {
  if (settings.filter === undefined) return true;
  const answer: any = settings.filter(from, to);
  if (!isNow) return answer !== null && typeof answer === "object" ? yield answer : answer;
  if (typeof answer === "boolean") return answer;
  const error = invalidType("filter", "of type boolean", answer).message;
  const received = error.slice(error.indexOf("Received ") + 9);
  throw codedError(
    new TypeError('Expected boolean to be returned from the "filter" function but got ' + received + "."), "ERR_INVALID_RETURN_VALUE",
  );
}

function* copyEntry(from: string, to: string, settings: any, isNow: boolean): Steps {
  if (!(yield* passes(from, to, settings, isNow))) return;
  const follow = settings.dereference === true;
  const stats: any = yield operations.stat(from, undefined, follow);
  let there: any;
  try {
    there = yield operations.stat(to, undefined, follow);
  } catch (error: any) {
    if (error.code !== "ENOENT") throw error;
  }
  checkCopy(from, to, stats, there, settings, isNow);
  if (stats.isDirectory()) {
    yield operations.mkdir(to, { recursive: true, mode: stats.mode & 0o777 });
    const [names]: [string[]] = yield operations.readdirPair(from);
    for (const name of names) yield* copyEntry(joined(from, name), joined(to, name), settings, isNow);
    return;
  }
  if (there !== undefined && settings.force === false) {
    if (settings.errorOnExist) {
      throw copyError("ERR_FS_CP_EEXIST", "Target already exists", "EEXIST", 17, to + " already exists", to, false);
    }
    return;
  }
  const slash = to.lastIndexOf("/");
  if (there !== undefined) yield operations.unlink(to);
  else if (slash > 0) yield operations.mkdir(to.slice(0, slash), { recursive: true });
  if ((stats.mode & 0o170000) === symbolicLink) {
    const target: string = yield operations.readlink(from, undefined);
    yield operations.symlink(settings.verbatimSymlinks === true ? target : resolve(dirname(from), target), to);
    return;
  }
  yield operations.copyFile(from, to, settings.mode);
  if (settings.preserveTimestamps) yield operations.utimes(to, stats.atime, stats.mtime, true);
}

/// `fs.truncate`
export function* truncatePath(path: any, length: any): Steps {
  const fd: number = yield operations.open(path, "r+", undefined);
  try {
    yield operations.ftruncate(fd, length);
  } finally {
    yield operations.close(fd);
  }
}

/// `fs.readv` and `fs.writev`: the count of bytes.
export function* vector(fd: number, buffers: any, position: any, isWriting: boolean): Steps {
  let total = 0;
  for (const buffer of buffers) {
    const at: any = typeof position === "number" ? position + total : position;
    const count: number = yield isWriting
      ? operations.write(fd, buffer, 0, undefined, at) : operations.read(fd, buffer, 0, undefined, at);
    total += count;
    if (count < buffer.byteLength) break;
  }
  return total;
}
