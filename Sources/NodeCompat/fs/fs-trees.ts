/// What `fs` does with whole trees of files, step by step: `run` is given each call, and does it at once or for a promise.
// @optimize size
import { codedError, systemError } from "../prelude/node-errors.ts";
import { checkPath, optionsOf } from "./fs-arguments.ts";
import * as operations from "./fs-operations.ts";
import { Dirent } from "./fs-stats.ts";

const directory = 0o040000;
const symbolicLink = 0o120000;

export function joined(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : folder + "/" + name;
}

/// A generator of calls, which gets their results or has their errors thrown into it.
export type Steps = Generator<operations.Call, any, any>;

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
      result = await operations.runPromised(next.value);
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
export function* copyAll(source: any, destination: any, options: any): Steps {
  const from = checkPath(source, "src");
  const to = checkPath(destination, "dest");
  const settings: any = optionsOf(options);
  const stats: any = yield operations.stat(from, undefined, settings.dereference === true);
  if (stats.isDirectory() && settings.recursive !== true) {
    throw copyError("ERR_FS_EISDIR", "Recursive option not enabled, cannot copy a directory", "EISDIR", 21, from);
  }
  if (stats.isDirectory() && (to === from || to.startsWith(joined(from, "")))) {
    throw copyError("ERR_FS_CP_EINVAL", "Invalid src or dest", "EINVAL", 22, to);
  }
  yield* copyEntry(from, to, stats, settings);
}

function copyError(code: string, message: string, name: string, errno: number, path: string): any {
  const error: any = codedError(new Error(message + ": cp returned " + name + " (" + path + ") " + path), code);
  error.name = "SystemError";
  error.info = { message, path, syscall: "cp", errno, code: name };
  error.errno = errno;
  error.syscall = "cp";
  error.path = path;
  return error;
}

function* copyEntry(from: string, to: string, stats: any, settings: any): Steps {
  if (settings.filter !== undefined && !settings.filter(from, to)) return;
  if (stats.isDirectory()) {
    yield operations.mkdir(to, { recursive: true, mode: stats.mode & 0o777 });
    const [names]: [string[]] = yield operations.readdirPair(from);
    for (const name of names) {
      const path = joined(from, name);
      const below: any = yield operations.stat(path, undefined, settings.dereference === true);
      yield* copyEntry(path, joined(to, name), below, settings);
    }
    return;
  }
  const exists: boolean = yield operations.exists(to);
  if (exists && settings.force === false) {
    if (settings.errorOnExist) throw copyError("ERR_FS_CP_EEXIST", "Target already exists", "EEXIST", 17, to);
    return;
  }
  if ((stats.mode & 0o170000) === symbolicLink) {
    const target: string = yield operations.readlink(from, undefined);
    if (exists) yield operations.unlink(to);
    yield operations.symlink(target, to);
    return;
  }
  const slash = to.lastIndexOf("/");
  if (slash > 0) yield operations.mkdir(to.slice(0, slash), { recursive: true });
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
