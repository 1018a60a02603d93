/// `node:fs` (https://nodejs.org/api/fs.html): the functions that do their work at once, and those that call back.
// @optimize size
import { fsReadFile, readStdin, stderrWrite, stdoutWrite } from "polyglot:runtime";
import { resolve } from "node:path";
import { validateFunction } from "../prelude/validators.ts";
import { checkDescriptor, checkPath, optionsOf, toUnixTimestamp } from "./fs-arguments.ts";
import { openAsBlob } from "./fs-blob.ts";
import { constants } from "./fs-constants.ts";
import { Dir } from "./fs-directory.ts";
import * as operations from "./fs-operations.ts";
import { globLater, globNow } from "./fs-glob.ts";
import { Dirent, Stats } from "./fs-stats.ts";
import {
  createReadStream, createWriteStream, ReadStream as ReadStreamFunction, WriteStream as WriteStreamFunction,
} from "./fs-streams.ts";
import { copyAll, readTree, removeAll, removeDirectory, stepLater, stepNow, truncatePath, vector } from "./fs-trees.ts";
import { watch } from "./fs-watch.ts";
import { Utf8Stream } from "./fs-utf8-stream.ts";
import { unwatchFile, watchFile } from "./fs-watch-file.ts";
import * as promisesModule from "./fs/promises.ts";

const now = operations.runNow;

/// Calls back with the result of a call. The last argument of the function is the callback.
function later(call: operations.Call, callback: any): void { operations.runLater(call, callback); }

/// The callback of a function whose optional arguments may be left out: the first function, or what stands in its place.
function last(...candidates: any[]): any {
  for (const candidate of candidates) {
    if (typeof candidate === "function") return candidate;
  }
  return operations.callbackOf(candidates[candidates.length - 1]);
}

/// An optional argument, if it is not the callback.
function unless(value: any): any { return typeof value === "function" ? undefined : value; }

/// A function that `util.promisify` makes another one of: its promise has the arguments of the callback by their names,
/// or without names is for the first, which is no error.
function promisable(original: any, names: any): any {
  const form = (...values: any[]): any => new Promise((resolve, reject) => {
    original(...values, (...results: any[]) => {
      if (names === undefined) return resolve(results[0]);
      if (results[0]) return reject(results[0]);
      resolve(Object.fromEntries(names.map((name: string, index: number) => [name, results[index + 1]])));
    });
  });
  return Object.defineProperty(original, Symbol.for("nodejs.util.promisify.custom"), { value: form, configurable: true });
}

export const promises: any = promisesModule.default;
export { constants, createReadStream, createWriteStream, Dir, Dirent, Stats };
export const ReadStream: any = ReadStreamFunction;
export const WriteStream: any = WriteStreamFunction;
export const FileReadStream: any = ReadStreamFunction;
export const FileWriteStream: any = WriteStreamFunction;

// Whole files.

/// `fs.readFileSync`
export function readFileSync(path: any, options: { encoding: string; flag?: string | number } | string): string;
export function readFileSync(path: any, options?: { encoding?: null; flag?: string | number } | null): Buffer;
export function readFileSync(path: any, options?: any): any;
export function readFileSync(path: any, options?: any): any {
  const encoding: any = typeof options === "string" ? options : options?.encoding;
  if ((encoding === "utf8" || encoding === "utf-8") && typeof path === "string" && options.flag === undefined) {
    // The runtime reads text straight into a string.
    const text: any = path === "/dev/stdin" ? readStdin() : fsReadFile(checkPath(path), 0);
    if (typeof text === "string") return text;
    throw operations.errorOf(operations.readFile(path, options), text);
  }
  return now(operations.readFile(path, options));
}

export function readFile(path: any, options: any, callback?: any): void {
  const done = last(options, callback || options);
  later(operations.readFile(path, unless(options)), done);
}

/// `fs.writeFileSync`
export function writeFileSync(path: any, data: any, options?: any): void {
  if (typeof data === "string" && options === undefined) {
    if (path === 1) return stdoutWrite(data);
    if (path === 2) return stderrWrite(data);
  }
  now(operations.writeFile(path, data, options, "w"));
}

export function writeFile(path: any, data: any, options: any, callback?: any): void {
  const done = last(options, callback || options);
  later(operations.writeFile(path, data, unless(options), "w"), done);
}

export function appendFileSync(path: any, data: any, options?: any): void {
  now(operations.writeFile(path, data, options, "a"));
}

export function appendFile(path: any, data: any, options: any, callback?: any): void {
  const done = last(options, callback || options);
  later(operations.writeFile(path, data, unless(options), "a"), done);
}

// Descriptors.

export function openSync(path: any, flags?: any, mode?: any): number { return now(operations.open(path, flags, mode)); }
export function open(path: any, flags: any, mode?: any, callback?: any): void {
  const done = last(flags, mode, callback);
  later(operations.open(path, unless(flags), unless(mode)), done);
}

export function closeSync(fd: any): void { now(operations.close(fd)); }
export function close(fd: any, callback?: any): void {
  const done: any = callback === undefined ? (error: any) => { if (error) throw error; } : operations.callbackOf(callback);
  later(operations.close(fd), done);
}

/// The arguments of `fs.read` and `fs.write` behind the buffer, which may be an object.
function partOf(offset: any, length: any, position: any): any[] {
  if (offset !== null && typeof offset === "object") return [offset.offset, offset.length, offset.position];
  return [unless(offset), unless(length), unless(position)];
}

export function readSync(fd: any, buffer: any, offset?: any, length?: any, position?: any): number {
  const [start, count, at] = partOf(offset, length, position);
  return now(operations.read(fd, buffer, start, count, at));
}

export const read: any = promisable(function read(
  fd: any, buffer: any, offset?: any, length?: any, position?: any, callback?: any,
): void {
  let target: any = buffer;
  let part: any[];
  const done = last(buffer, offset, length, position, callback);
  if (typeof buffer === "function" || buffer.byteLength === undefined) {
    const options: any = typeof buffer === "function" ? {} : buffer;
    target = options.buffer ?? Buffer.alloc(16384);
    part = [options.offset, options.length, options.position];
  } else {
    part = partOf(offset, length, position);
  }
  later(operations.read(fd, target, part[0], part[1], part[2]), (error: any, count: any) => {
    if (error) done(error);
    else done(null, count, target);
  });
}, ["bytesRead", "buffer"]);

export function writeSync(fd: any, buffer: any, offset?: any, length?: any, position?: any): number {
  const [start, count, at] = partOf(offset, length, position);
  return now(operations.write(fd, buffer, start, count, at));
}

export const write: any = promisable(function write(
  fd: any, buffer: any, offset?: any, length?: any, position?: any, callback?: any,
): void {
  const done = last(offset, length, position, callback);
  const [start, count, at] = partOf(offset, length, position);
  later(operations.write(fd, buffer, start, count, at), (error: any, written: any) => {
    if (error) done(error);
    else done(null, written, buffer);
  });
}, ["bytesWritten", "buffer"]);

export function readvSync(fd: any, buffers: any, position?: any): number {
  checkDescriptor(fd);
  return stepNow(vector(fd, buffers, position, false));
}
export const readv: any = promisable(function readv(fd: any, buffers: any, position: any, callback?: any): void {
  const done = last(position, callback);
  stepLater(vector(fd, buffers, unless(position), false), (error: any, count: any) => done(error, count, buffers));
}, ["bytesRead", "buffers"]);
export function writevSync(fd: any, buffers: any, position?: any): number { return stepNow(vector(fd, buffers, position, true)); }
export const writev: any = promisable(function writev(fd: any, buffers: any, position: any, callback?: any): void {
  const done = last(position, callback);
  stepLater(vector(fd, buffers, unless(position), true), (error: any, count: any) => done(error, count, buffers));
}, ["bytesWritten", "buffer"]);

// What is known about files.

/// The stats, or undefined where nothing is if the options say so.
function statNow(call: operations.Call, options: any): any {
  if (options === undefined || options === null || options.throwIfNoEntry !== false) return now(call);
  try {
    return now(call);
  } catch (error: any) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/// `fs.statSync`
export function statSync(path: any, options?: { throwIfNoEntry?: true; bigint?: false }): Stats;
export function statSync(path: any, options: { throwIfNoEntry: boolean; bigint?: false }): Stats | undefined;
export function statSync(path: any, options?: any): any;
export function statSync(path: any, options?: any): any { return statNow(operations.stat(path, options, true), options); }

/// `fs.lstatSync`
export function lstatSync(path: any, options?: { throwIfNoEntry?: true; bigint?: false }): Stats;
export function lstatSync(path: any, options: { throwIfNoEntry: boolean; bigint?: false }): Stats | undefined;
export function lstatSync(path: any, options?: any): any;
export function lstatSync(path: any, options?: any): any { return statNow(operations.stat(path, options, false), options); }

export function fstatSync(fd: any, options?: any): any { return now(operations.fstat(fd, options)); }
export function stat(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.stat(path, unless(options), true), done);
}
export function lstat(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.stat(path, unless(options), false), done);
}
export function fstat(fd: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.fstat(fd, unless(options)), done);
}

export function statfsSync(path: any, options?: any): any { return now(operations.statfs(path, options)); }
export function statfs(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.statfs(path, unless(options)), done);
}

/// `fs.existsSync`
export function existsSync(path: any): boolean {
  try {
    return now(operations.exists(checkPath(path)));
  } catch {
    return false;
  }
}
export const exists: any = promisable(function exists(path: any, callback: any): void {
  validateFunction(callback, "cb");
  let call: operations.Call;
  try {
    call = operations.exists(checkPath(path));
  } catch {
    return callback(false);
  }
  later(call, (_: any, result: any) => callback(result));
}, undefined);

// Directories and trees.

/// `fs.readdirSync`
export function readdirSync(path: any, options: { withFileTypes: true; recursive?: boolean; encoding?: any }): Dirent[];
export function readdirSync(
  path: any, options?: { withFileTypes?: false; recursive?: boolean; encoding?: any } | string | null,
): string[];
export function readdirSync(path: any, options?: any): any {
  if (optionsOf(options).recursive) return stepNow(readTree(path, options));
  return now(operations.readdir(path, options));
}
export function readdir(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  const settings: any = unless(options);
  if (optionsOf(settings).recursive) stepLater(readTree(path, settings), done);
  else later(operations.readdir(path, settings), done);
}

export function opendirSync(path: any, options?: any): Dir {
  if (options?.recursive) return new Dir(checkPath(path), stepNow(readTree(path, { withFileTypes: true })));
  const call = operations.readdir(path, { withFileTypes: true });
  call.syscall = "opendir";
  return new Dir(checkPath(path), now(call));
}
export function opendir(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  const call = operations.readdir(path, { withFileTypes: true });
  call.syscall = "opendir";
  later(call, (error: any, entries: any) => (error ? done(error) : done(null, new Dir(checkPath(path), entries))));
}

export function rmSync(path: any, options?: any): void { stepNow(removeAll(path, options)); }
export function rm(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  checkPath(path);
  stepLater(removeAll(path, unless(options)), done);
}

export function cpSync(source: any, destination: any, options?: any): void { stepNow(copyAll(source, destination, options, true)); }
export function cp(source: any, destination: any, options: any, callback?: any): void {
  const done = last(options, callback);
  checkPath(source, "src");
  checkPath(destination, "dest");
  stepLater(copyAll(source, destination, unless(options), false), done);
}

export function globSync(pattern: any, options?: any): any[] { return globNow(pattern, options); }
export function glob(pattern: any, options: any, callback?: any): void { globLater(pattern, options, callback); }

export function truncateSync(path: any, length?: any): void { stepNow(truncatePath(path, length)); }
export function truncate(path: any, length: any, callback?: any): void {
  const done = last(length, callback);
  checkPath(path);
  stepLater(truncatePath(path, unless(length)), done);
}

// The others, in pairs.

export function accessSync(path: any, mode?: any): void { now(operations.access(path, mode)); }
export function access(path: any, mode: any, callback?: any): void {
  const done = last(mode, callback);
  later(operations.access(path, unless(mode)), done);
}
export function mkdirSync(path: any, options?: any): any { return now(operations.mkdir(path, options)); }
export function mkdir(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.mkdir(path, unless(options)), done);
}
export function mkdtempSync(prefix: any, options?: any): any { return now(operations.mkdtemp(prefix, options)); }
export function mkdtemp(prefix: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.mkdtemp(prefix, unless(options)), done);
}
export function mkdtempDisposableSync(prefix: any, options?: any): any {
  const path: any = now(operations.mkdtemp(prefix, options));
  const full = resolve(path);
  const remove = (): void => { stepNow(removeAll(full, { recursive: true, force: true })); };
  return { path, remove, [Symbol.dispose](): void { remove(); } };
}
export function rmdirSync(path: any, options?: any): void {
  if (options?.recursive === true) stepNow(removeDirectory(path, options));
  else now(operations.rmdir(path));
}
export function rmdir(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  if (unless(options)?.recursive === true) stepLater(removeDirectory(path, options), done);
  else later(operations.rmdir(path), done);
}
export function unlinkSync(path: any): void { now(operations.unlink(path)); }
export function unlink(path: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.unlink(path), done);
}
export function renameSync(oldPath: any, newPath: any): void { now(operations.rename(oldPath, newPath)); }
export function rename(oldPath: any, newPath: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.rename(oldPath, newPath), done);
}
export function linkSync(existingPath: any, newPath: any): void { now(operations.link(existingPath, newPath)); }
export function link(existingPath: any, newPath: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.link(existingPath, newPath), done);
}
export function symlinkSync(target: any, path: any, _type?: any): void { now(operations.symlink(target, path)); }
export function symlink(target: any, path: any, type: any, callback?: any): void {
  const done = last(type, callback);
  later(operations.symlink(target, path), done);
}
export function copyFileSync(source: any, destination: any, mode?: any): void {
  now(operations.copyFile(source, destination, mode));
}
export function copyFile(source: any, destination: any, mode: any, callback?: any): void {
  const done = last(mode, callback);
  later(operations.copyFile(source, destination, unless(mode)), done);
}
export function readlinkSync(path: any, options?: any): any { return now(operations.readlink(path, options)); }
export function readlink(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.readlink(path, unless(options)), done);
}
function realpathNative(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.realpath(path, unless(options)), done);
}
export const realpathSync: any = Object.assign(function realpathSync(path: any, options?: any): any {
  const call = operations.realpath(path, options);
  try {
    return now(call);
  } catch (error) {
    throw operations.realpathError(path, error);
  }
}, { native: (path: any, options?: any): any => now(operations.realpath(path, options)) });
export const realpath: any = Object.assign(function realpath(path: any, options: any, callback?: any): void {
  const done = last(options, callback);
  later(operations.realpath(path, unless(options)), (error: any, result: any) => {
    if (error) done(operations.realpathError(path, error));
    else done(null, result);
  });
}, { native: realpathNative });
export function chmodSync(path: any, mode: any): void { now(operations.chmod(path, mode)); }
export function chmod(path: any, mode: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.chmod(path, mode), done);
}
export function fchmodSync(fd: any, mode: any): void { now(operations.fchmod(fd, mode)); }
export function fchmod(fd: any, mode: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.fchmod(fd, mode), done);
}
export function chownSync(path: any, uid: any, gid: any): void { now(operations.chown(path, uid, gid, true)); }
export function chown(path: any, uid: any, gid: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.chown(path, uid, gid, true), done);
}
export function lchownSync(path: any, uid: any, gid: any): void { now(operations.chown(path, uid, gid, false)); }
export function lchown(path: any, uid: any, gid: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.chown(path, uid, gid, false), done);
}
export function fchownSync(fd: any, uid: any, gid: any): void { now(operations.fchown(fd, uid, gid)); }
export function fchown(fd: any, uid: any, gid: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.fchown(fd, uid, gid), done);
}
export function utimesSync(path: any, atime: any, mtime: any): void {
  now(operations.utimes(path, atime, mtime, true));
}
export function utimes(path: any, atime: any, mtime: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.utimes(path, atime, mtime, true), done);
}
export function lutimesSync(path: any, atime: any, mtime: any): void {
  now(operations.utimes(path, atime, mtime, false));
}
export function lutimes(path: any, atime: any, mtime: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.utimes(path, atime, mtime, false), done);
}
export function futimesSync(fd: any, atime: any, mtime: any): void { now(operations.futimes(fd, atime, mtime)); }
export function futimes(fd: any, atime: any, mtime: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.futimes(fd, atime, mtime), done);
}
export function ftruncateSync(fd: any, length?: any): void { now(operations.ftruncate(fd, length)); }
export function ftruncate(fd: any, length: any, callback?: any): void {
  const done = last(length, callback);
  later(operations.ftruncate(fd, unless(length)), done);
}
export function fsyncSync(fd: any): void { now(operations.fsync(fd)); }
export function fsync(fd: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.fsync(fd), done);
}
export function fdatasyncSync(fd: any): void { now(operations.fdatasync(fd)); }
export function fdatasync(fd: any, callback: any): void {
  const done = operations.callbackOf(callback);
  later(operations.fdatasync(fd), done);
}

// Where a symbolic link's own mode cannot be changed, Node has the names without functions.
export const lchmod: undefined = undefined;
export const lchmodSync: undefined = undefined;

export { openAsBlob, toUnixTimestamp as _toUnixTimestamp, unwatchFile, Utf8Stream, watch, watchFile };

export default {
  readFileSync, readFile, writeFileSync, writeFile, appendFileSync, appendFile, openSync, open, closeSync, close,
  readSync, read, writeSync, write, readvSync, readv, writevSync, writev, statSync, lstatSync, fstatSync, stat, lstat,
  fstat, existsSync, exists, readdirSync, readdir, opendirSync, opendir, rmSync, rm, cpSync, cp, globSync, glob, truncateSync,
  truncate, accessSync, access, mkdirSync, mkdir, mkdtempSync, mkdtemp, rmdirSync, rmdir, unlinkSync, unlink,
  renameSync, rename, linkSync, link, symlinkSync, symlink, copyFileSync, copyFile, readlinkSync, readlink,
  realpathSync, realpath, chmodSync, chmod, fchmodSync, fchmod, chownSync, chown, lchownSync, lchown, fchownSync,
  fchown, utimesSync, utimes, lutimesSync, lutimes, futimesSync, futimes, ftruncateSync, ftruncate, fsyncSync, fsync,
  fdatasyncSync, fdatasync, constants, createReadStream, createWriteStream, ReadStream, WriteStream, FileReadStream,
  FileWriteStream, watch, watchFile, unwatchFile, statfsSync, statfs, mkdtempDisposableSync, lchmod, lchmodSync,
  openAsBlob, _toUnixTimestamp: toUnixTimestamp, Dir, Dirent, Stats, Utf8Stream, promises,
};
