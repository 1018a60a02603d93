/// The operations of `fs`: each is described once, and can then be done at once, with a callback, or for a promise.
// @optimize size
import {
  binaryByteLength, binaryKind, bufferDecode, bufferEncode, fsCall, fsUseBuffers,
} from "polyglot:runtime";
import { encodingNumber } from "../prelude/buffer-encodings.ts";
import { AbortError, codedError, invalidType, invalidValue, outOfRange, systemError } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction, validateInteger } from "../prelude/validators.ts";
import {
  accessMode, checkData, checkDescriptor, checkId, checkLength, checkPath, flagNumber, modeNumber, optionsOf,
  resultEncoding, seconds,
} from "./fs-arguments.ts";
import { resolve } from "node:path";
import { BigIntStats, Dirent, StatFs, Stats } from "./fs-stats.ts";

/// The numbers of src/fs/request.h.
const enum Operation {
  open, close, read, write, stat, lstat, fstat, access, mkdir, mkdirAll, rmdir, unlink, rename, link, symlink, readlink,
  realpath, chmod, fchmod, chown, lchown, fchown, utimes, lutimes, futimes, ftruncate, fsync, fdatasync, readdir, mkdtemp,
  copyfile, readFile, writeFile, statfs,
}

/// An operation that is ready to be done.
export interface Call {
  operation: number;
  a: any;
  b: any;
  c: any;
  d: any;
  e: any;
  /// What its errors say.
  syscall: string;
  path: any;
  destination: any;
  /// Makes of what the runtime gives what the function gives, if that is another thing.
  convert: any;
  /// What `convert` needs to know.
  detail: any;
  /// The AbortSignal that may end it.
  signal: any;
}

/// RT_FS_TOO_LONG of src/fs/request.h.
const tooLong = -100000;
/// RT_FS_OPENED of src/fs/request.h.
const opened = -200000;
const longestText = 0x1fffffe8;

function tooLongError(): any {
  return codedError(new Error("Cannot create a string longer than 0x1fffffe8 characters"), "ERR_STRING_TOO_LONG");
}

function make(operation: number, syscall: string, path: any, a: any, b?: any, c?: any, d?: any, e?: any): Call {
  return { operation, a, b, c, d, e, syscall, path, destination: undefined, convert: undefined, detail: undefined, signal: undefined };
}

/// The error of a call that gave a negative number.
export function errorOf(call: Call, result: number): any {
  if (result === tooLong) return tooLongError();
  if (result < tooLong) return systemError(result - opened, call.operation === Operation.readFile ? "read" : "write");
  return systemError(result, call.syscall, call.path, call.destination);
}

function isError(call: Call, result: any): boolean {
  return typeof result === "number" && result < 0 && call.convert !== isAccessible;
}

/// Does it now: the result.
export function runNow(call: Call): any {
  const result: any = fsCall(call.operation, call.a, call.b, call.c, call.d, call.e, undefined);
  if (isError(call, result)) throw errorOf(call, result);
  return call.convert === undefined ? result : call.convert(result, call.detail);
}

/// Does it in a thread, and calls back.
export function runLater(call: Call, callback: any): void {
  if (call.signal !== undefined) {
    runPromised(call).then((value) => process.nextTick(callback, null, value), (error) => process.nextTick(callback, error));
    return;
  }
  fsCall(call.operation, call.a, call.b, call.c, call.d, call.e, (result: any): void => {
    if (isError(call, result)) return callback(errorOf(call, result));
    let value: any = result;
    try {
      if (call.convert !== undefined) value = call.convert(result, call.detail);
    } catch (error) {
      return callback(error);
    }
    if (value === undefined) callback(null);
    else callback(null, value);
  });
}

/// Does it in a thread: a promise.
export function runPromised(call: Call): Promise<any> {
  return call.signal === undefined ? submit(call) : runAbortable(call);
}

/// What is aborted in the turn that asks for it does nothing; later, nobody is given the result.
async function runAbortable(call: Call): Promise<any> {
  const signal: any = call.signal;
  if (!signal.aborted) await undefined;
  if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const result: any = await submit(call);
  if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return result;
}

function submit(call: Call): Promise<any> {
  return new Promise((resolve, reject) => {
    fsCall(call.operation, call.a, call.b, call.c, call.d, call.e, (result: any): void => {
      if (isError(call, result)) return reject(errorOf(call, result));
      try {
        resolve(call.convert === undefined ? result : call.convert(result, call.detail));
      } catch (error) {
        reject(error);
      }
    });
  });
}

/// A checked callback.
export function callbackOf(callback: any): any {
  validateFunction(callback, "cb");
  return callback;
}

// What the functions prepare.

export function open(path: any, flags: any, mode: any): Call {
  const name = checkPath(path);
  return make(Operation.open, "open", name, name, flagNumber(flags), modeNumber(mode, "mode", 0o666));
}

export function close(fd: any): Call { return make(Operation.close, "close", undefined, checkDescriptor(fd)); }

export function stat(path: any, options: any, follow: boolean): Call {
  const name = checkPath(path);
  const call = follow ? make(Operation.stat, "stat", name, name) : make(Operation.lstat, "lstat", name, name);
  call.convert = options !== undefined && options !== null && options.bigint ? makeBigIntStats : makeStats;
  return call;
}

export function fstat(fd: any, options: any): Call {
  const call = make(Operation.fstat, "fstat", undefined, checkDescriptor(fd));
  call.convert = options !== undefined && options !== null && options.bigint ? makeBigIntStats : makeStats;
  return call;
}

function makeStats(values: any): any { return new Stats(values); }
function makeBigIntStats(values: any): any { return new BigIntStats(values); }

export function statfs(path: any, options: any): Call {
  const name = checkPath(path);
  const call = make(Operation.statfs, "statfs", name, name);
  call.convert = options !== undefined && options !== null && options.bigint ? makeBigIntStatFs : makeStatFs;
  return call;
}

function makeStatFs(values: any): any { return new StatFs(values); }
function makeBigIntStatFs(values: any): any { return new StatFs(values.map((value: number) => BigInt(value))); }

export function access(path: any, mode: any): Call {
  const name = checkPath(path);
  return make(Operation.access, "access", name, name, accessMode(mode));
}

/// `fs.exists`, which has no errors.
export function exists(path: any): Call {
  const call = make(Operation.access, "access", path, path, 0);
  call.convert = isAccessible;
  return call;
}

function isAccessible(result: any): boolean { return result === undefined; }

export function mkdir(path: any, options: any): Call {
  const name = checkPath(path);
  let mode: any = options;
  let isRecursive = false;
  if (options !== null && typeof options === "object") {
    if (options.recursive !== undefined) {
      if (typeof options.recursive !== "boolean") throw invalidType("options.recursive", "of type boolean", options.recursive);
      isRecursive = options.recursive;
    }
    mode = options.mode;
  }
  return make(isRecursive ? Operation.mkdirAll : Operation.mkdir, "mkdir", name, name, modeNumber(mode, "mode", 0o777));
}

export function rmdir(path: any): Call {
  const name = checkPath(path);
  return make(Operation.rmdir, "rmdir", name, name);
}

export function unlink(path: any): Call {
  const name = checkPath(path);
  return make(Operation.unlink, "unlink", name, name);
}

/// An operation on two paths.
function two(operation: number, syscall: string, from: string, to: string, mode?: number): Call {
  const call = make(operation, syscall, from, from, to, mode);
  call.destination = to;
  return call;
}

export function rename(oldPath: any, newPath: any): Call {
  return two(Operation.rename, "rename", checkPath(oldPath, "oldPath"), checkPath(newPath, "newPath"));
}

export function link(existingPath: any, newPath: any): Call {
  return two(Operation.link, "link", checkPath(existingPath, "existingPath"), checkPath(newPath, "newPath"));
}

export function symlink(target: any, path: any): Call {
  return two(Operation.symlink, "symlink", checkPath(target, "target"), checkPath(path));
}

export function copyFile(source: any, destination: any, mode: any): Call {
  const from = checkPath(source, "src");
  const to = checkPath(destination, "dest");
  if (mode !== undefined) validateInteger(mode, "mode", 0, 7);
  return two(Operation.copyfile, "copyfile", from, to, mode === undefined ? 0 : mode);
}

export function readlink(path: any, options: any): Call {
  const name = checkPath(path);
  return asEncoded(make(Operation.readlink, "readlink", name, name), options);
}

export function realpath(path: any, options: any): Call {
  const name = checkPath(path);
  return asEncoded(make(Operation.realpath, "realpath", name, name), options);
}

/// The error of `fs.realpath`, which goes through a path part by part: it names the first that fails.
export function realpathError(path: any, error: any): any {
  const parts = resolve(checkPath(path)).split("/");
  let name = "";
  for (let i = 1; i < parts.length; i++) {
    name += "/" + parts[i];
    try {
      const stats: any = runNow(stat(name, undefined, false));
      if (stats.isSymbolicLink()) runNow(stat(name, undefined, true));
    } catch (failure) {
      return failure;
    }
  }
  return error;
}

export function mkdtemp(prefix: any, options: any): Call {
  const start = checkPath(prefix, "prefix");
  return asEncoded(make(Operation.mkdtemp, "mkdtemp", start + "XXXXXX", start), options);
}

/// The text that a call gives, in the encoding of the options.
function asEncoded(call: Call, options: any): Call {
  const encoding: any = optionsOf(options).encoding;
  if (encoding === undefined || encoding === null || encoding === "utf8" || encoding === "utf-8") return call;
  call.convert = encodeText;
  call.detail = encoding;
  return call;
}

function encodeText(text: any, encoding: any): any {
  const bytes: any = bufferEncode(text, 0);
  return encoding === "buffer" ? bytes : bufferDecode(bytes, encodingNumber(encoding), 0, binaryByteLength(bytes));
}

export function chmod(path: any, mode: any): Call {
  const name = checkPath(path);
  return make(Operation.chmod, "chmod", name, name, modeNumber(mode, "mode"));
}

export function fchmod(fd: any, mode: any): Call {
  return make(Operation.fchmod, "fchmod", undefined, checkDescriptor(fd), modeNumber(mode, "mode"));
}

export function chown(path: any, uid: any, gid: any, follow: boolean): Call {
  const name = checkPath(path);
  const user = checkId(uid, "uid");
  const group = checkId(gid, "gid");
  return follow ? make(Operation.chown, "chown", name, name, user, group) : make(Operation.lchown, "lchown", name, name, user, group);
}

export function fchown(fd: any, uid: any, gid: any): Call {
  return make(Operation.fchown, "fchown", undefined, checkDescriptor(fd), checkId(uid, "uid"), checkId(gid, "gid"));
}

export function utimes(path: any, atime: any, mtime: any, follow: boolean): Call {
  const name = checkPath(path);
  const accessed = seconds(atime, "atime");
  const modified = seconds(mtime, "mtime");
  return follow ? make(Operation.utimes, "utime", name, name, accessed, modified) : make(Operation.lutimes, "lutime", name, name, accessed, modified);
}

export function futimes(fd: any, atime: any, mtime: any): Call {
  return make(Operation.futimes, "futime", undefined, checkDescriptor(fd), seconds(atime, "atime"), seconds(mtime, "mtime"));
}

export function ftruncate(fd: any, length: any): Call {
  const size = length === undefined || length === null ? 0 : checkLength(length, "len");
  return make(Operation.ftruncate, "ftruncate", undefined, checkDescriptor(fd), size < 0 ? 0 : size);
}

export function fsync(fd: any): Call { return make(Operation.fsync, "fsync", undefined, checkDescriptor(fd)); }
export function fdatasync(fd: any): Call { return make(Operation.fdatasync, "fdatasync", undefined, checkDescriptor(fd)); }

/// `fs.readdir` without `recursive`.
export function readdir(path: any, options: any): Call {
  const name = checkPath(path);
  const settings: any = optionsOf(options);
  const call = make(Operation.readdir, "scandir", name, name);
  call.convert = settings.withFileTypes ? makeEntries : makeNames;
  call.detail = settings.withFileTypes ? name : settings.encoding;
  return call;
}

/// The same, as a pair of names and types.
export function readdirPair(path: any): Call {
  const name = checkPath(path);
  return make(Operation.readdir, "scandir", name, name);
}

function makeNames(result: any, encoding: any): any {
  const names: any[] = result[0];
  if (encoding === undefined || encoding === null || encoding === "utf8" || encoding === "utf-8") return names;
  return names.map((name) => encodeText(name, encoding));
}

function makeEntries(result: any, path: any): any {
  const names: any[] = result[0];
  const types: any[] = result[1];
  return names.map((name, index) => new Dirent(name, path, types[index]));
}

/// A path, or a descriptor.
function fileOf(path: any): any { return typeof path === "number" ? checkDescriptor(path) : checkPath(path); }

export function readFile(path: any, options: any): Call {
  const settings: any = optionsOf(options);
  const file: any = fileOf(path);
  const wanted = resultEncoding(settings.encoding);
  // The runtime makes UTF-8 and Latin-1 of bytes on the way; other texts come from a Buffer.
  const encoding = wanted === 0 || wanted === 2 ? (wanted === 2 ? 2 : 0) : -1;
  if (encoding === -1) fsUseBuffers(Buffer);
  const isPath = typeof file === "string";
  const call = make(Operation.readFile, isPath ? "open" : "read", isPath ? file : undefined, file, encoding, flagNumber(settings.flag));
  call.signal = settings.signal;
  if (wanted !== encoding) {
    call.convert = decodeBytes;
    call.detail = wanted;
  }
  return call;
}

function decodeBytes(bytes: any, encoding: any): any {
  const text: any = bufferDecode(bytes, encoding, 0, binaryByteLength(bytes));
  if (typeof text !== "string") throw tooLongError();
  return text;
}

/// RT_FS_FLUSH of src/fs/request.h.
const flushing = 0x10000000;

export function writeFile(path: any, data: any, options: any, defaultFlag: string): Call {
  const settings: any = optionsOf(options);
  if (settings.flush !== undefined && settings.flush !== null) validateBoolean(settings.flush, "options.flush");
  const flag = settings.flag === undefined || settings.flag === null ? defaultFlag : settings.flag;
  const mode = modeNumber(settings.mode, "mode", 0o666) | (settings.flush === true ? flushing : 0);
  const file: any = fileOf(path);
  const bytes: any = encoded(checkData(data), settings.encoding);
  const isPath = typeof file === "string";
  const name = isPath ? file : undefined;
  const call = make(Operation.writeFile, isPath ? "open" : "write", name, file, bytes, 0, flagNumber(flag), mode);
  call.signal = settings.signal;
  return call;
}

/// Text that is not to be UTF-8 as bytes, and a DataView as bytes.
function encoded(data: any, encoding: any): any {
  if (typeof data !== "string") return binaryKind(data) === 3 ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data;
  const number = encoding === undefined || encoding === null ? 0 : encodingNumber(encoding);
  return number === 0 ? data : bufferEncode(data, number);
}

/// Reads into a Buffer in a thread; `done` gets the number of bytes or a negated errno.
export function readInto(fd: number, bytes: any, count: number, position: any, done: any): void {
  fsCall(Operation.read, fd, bytes, 0, count, position, done);
}

/// Writes a part of a Buffer in a thread; `done` gets the number of bytes or a negated errno.
export function writeFrom(fd: number, bytes: any, offset: number, count: number, position: any, done: any): void {
  fsCall(Operation.write, fd, bytes, offset, count, position, done);
}

/// The error of such a transfer.
export function transferError(errno: number, syscall: string): any { return systemError(errno, syscall); }

/// The part of a buffer that is read or written, and the position.
export function read(fd: any, buffer: any, offset: any, length: any, position: any): Call {
  const descriptor = checkDescriptor(fd);
  const kind = binaryKind(buffer);
  if (kind !== 1 && kind !== 3) throw invalidType("buffer", "an instance of Buffer, TypedArray, or DataView", buffer);
  // What the length does when it becomes a number comes before the size is known.
  const wanted = length === undefined || length === null ? undefined : length | 0;
  const bytes: any = encoded(buffer, undefined);
  const size = binaryByteLength(bytes);
  const start = offset === undefined || offset === null ? 0 : offset;
  if (start !== 0 || offset !== undefined && offset !== null) validateInteger(start, "offset", 0);
  const count = wanted === undefined ? size - start : wanted;
  if (count !== 0 && size === 0) throw invalidValue("buffer", buffer, "is empty and cannot be written");
  if (count !== 0) checkRange(start, count, size, false);
  return make(Operation.read, "read", undefined, descriptor, bytes, start, count, positionOf(position));
}

function checkRange(offset: number, length: number, size: number, isWriting: boolean): void {
  if (isWriting && offset > size) throw outOfRange("offset", "<= " + size, offset);
  if (!isWriting && length < 0) throw outOfRange("length", ">= 0", length);
  if (length > size - offset) throw outOfRange("length", "<= " + (size - offset), length);
  if (length < 0) throw outOfRange("length", ">= 0", length);
  validateInteger(length, "length", 0, 2147483647);
}

const lastPosition = 9223372036854775802n;

/// A position in a file; undefined: where the descriptor stands.
function positionOf(position: any): any {
  if (position === undefined || position === null || position === -1 || position === -1n) return undefined;
  if (typeof position === "bigint") {
    if (position < -1n || position > lastPosition) throw outOfRange("position", ">= -1 && <= " + lastPosition, position);
    return Number(position);
  }
  if (typeof position !== "number") throw invalidType("position", "of type bigint or integer", position);
  validateInteger(position, "position", -1);
  return position;
}

export function write(fd: any, buffer: any, offset: any, length: any, position: any): Call {
  const descriptor = checkDescriptor(fd);
  if (typeof buffer === "string") {
    // (fd, string, position, encoding)
    const bytes: any = bufferEncode(buffer, length === undefined || length === null ? 0 : encodingNumber(length));
    const at = typeof offset === "number" ? offset : undefined;
    return make(Operation.write, "write", undefined, descriptor, bytes, 0, binaryByteLength(bytes), at);
  }
  const bytes: any = encoded(checkData(buffer, "buffer"), undefined);
  const size = binaryByteLength(bytes);
  const start = offset === undefined || offset === null ? 0 : offset;
  validateInteger(start, "offset", 0);
  const count = typeof length === "number" ? length : size - start;
  checkRange(start, count, size, true);
  return make(Operation.write, "write", undefined, descriptor, bytes, start, count, typeof position === "number" ? position : undefined);
}
