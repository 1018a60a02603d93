/// `node:fs/promises` (https://nodejs.org/api/fs.html#promises-api).
// @optimize size
import { resolve } from "node:path";
import { codedError } from "../../prelude/node-errors.ts";
import { checkPath, optionsOf } from "../fs-arguments.ts";
import { constants } from "../fs-constants.ts";
import { Dir } from "../fs-directory.ts";
import { globPromised as glob } from "../fs-glob.ts";
import { FileHandle } from "../fs-handle.ts";
import * as operations from "../fs-operations.ts";
import { copyAll, readTree, removeAll, removeDirectory, stepPromised, truncatePath } from "../fs-trees.ts";
import { watchPromised as watch } from "../fs-watch-promised.ts";

const run = operations.runPromised;

export { constants, glob, watch };
export async function access(path: any, mode?: any): Promise<void> { return run(operations.access(path, mode)); }
export async function appendFile(path: any, data: any, options?: any): Promise<void> {
  if (path instanceof FileHandle) return path.appendFile(data, options);
  return run(operations.writeFile(checkPath(path), data, options, "a"));
}
export async function chmod(path: any, mode: any): Promise<void> { return run(operations.chmod(path, mode)); }
export async function chown(path: any, uid: any, gid: any): Promise<void> { return run(operations.chown(path, uid, gid, true)); }
export async function copyFile(source: any, destination: any, mode?: any): Promise<void> {
  return run(operations.copyFile(source, destination, mode));
}
export async function cp(source: any, destination: any, options?: any): Promise<void> {
  return stepPromised(copyAll(source, destination, options, false));
}
export async function lchown(path: any, uid: any, gid: any): Promise<void> { return run(operations.chown(path, uid, gid, false)); }
export async function link(existingPath: any, newPath: any): Promise<void> { return run(operations.link(existingPath, newPath)); }
export async function lstat(path: any, options?: any): Promise<any> { return run(operations.stat(path, options, false)); }
export async function lutimes(path: any, atime: any, mtime: any): Promise<void> {
  return run(operations.utimes(path, atime, mtime, false));
}
export async function mkdir(path: any, options?: any): Promise<any> { return run(operations.mkdir(path, options)); }
export async function mkdtemp(prefix: any, options?: any): Promise<any> { return run(operations.mkdtemp(prefix, options)); }
export async function mkdtempDisposable(prefix: any, options?: any): Promise<any> {
  const path: any = await run(operations.mkdtemp(prefix, options));
  const full = resolve(path);
  const remove = async (): Promise<void> => { await stepPromised(removeAll(full, { recursive: true, force: true })); };
  return { path, remove, async [Symbol.asyncDispose](): Promise<void> { await remove(); } };
}
export async function lchmod(_path: any, _mode: any): Promise<void> {
  throw codedError(new Error("The lchmod() method is not implemented"), "ERR_METHOD_NOT_IMPLEMENTED");
}
export async function open(path: any, flags?: any, mode?: any): Promise<FileHandle> {
  return new FileHandle(await run(operations.open(path, flags, mode)));
}
export async function opendir(path: any, options?: any): Promise<Dir> {
  const entries: any = options?.recursive
    ? await stepPromised(readTree(path, { withFileTypes: true }))
    : await operations.runPromised(directoryOf(path));
  return new Dir(checkPath(path), entries);
}
export async function readdir(path: any, options?: any): Promise<any> {
  if (optionsOf(options).recursive) return stepPromised(readTree(path, options));
  return run(operations.readdir(path, options));
}
export async function readFile(path: any, options?: any): Promise<any> {
  if (path instanceof FileHandle) return path.readFile(options);
  return run(operations.readFile(checkPath(path), options));
}
export async function readlink(path: any, options?: any): Promise<any> { return run(operations.readlink(path, options)); }
export async function realpath(path: any, options?: any): Promise<any> { return run(operations.realpath(path, options)); }
export async function rename(oldPath: any, newPath: any): Promise<void> { return run(operations.rename(oldPath, newPath)); }
export async function rm(path: any, options?: any): Promise<void> { return stepPromised(removeAll(path, options)); }
export async function rmdir(path: any, options?: any): Promise<void> { return stepPromised(removeDirectory(path, options)); }
export async function stat(path: any, options?: any): Promise<any> { return run(operations.stat(path, options, true)); }
export async function statfs(path: any, options?: any): Promise<any> { return run(operations.statfs(path, options)); }
export async function symlink(target: any, path: any, _type?: any): Promise<void> { return run(operations.symlink(target, path)); }
export async function truncate(path: any, length?: any): Promise<void> { return stepPromised(truncatePath(path, length)); }
export async function unlink(path: any): Promise<void> { return run(operations.unlink(path)); }
export async function utimes(path: any, atime: any, mtime: any): Promise<void> {
  return run(operations.utimes(path, atime, mtime, true));
}
export async function writeFile(path: any, data: any, options?: any): Promise<void> {
  if (isParts(data)) return writeParts(path, data, optionsOf(options));
  if (path instanceof FileHandle) return path.writeFile(data, options);
  return run(operations.writeFile(checkPath(path), data, options, "w"));
}

/// Whether something to be written comes in parts.
function isParts(data: any): boolean {
  if (data === null || typeof data !== "object" || ArrayBuffer.isView(data)) return false;
  return data[Symbol.asyncIterator] !== undefined || data[Symbol.iterator] !== undefined;
}

async function writeParts(path: any, parts: any, settings: any): Promise<void> {
  const handle: any = path instanceof FileHandle ? path : await open(path, settings.flag ?? "w", settings.mode);
  try {
    for await (const part of parts) await handle.writeFile(part, { encoding: settings.encoding, signal: settings.signal });
  } finally {
    if (handle !== path) await handle.close();
  }
}

/// The entries of a directory, for `opendir`.
function directoryOf(path: any): operations.Call {
  const call = operations.readdir(path, { withFileTypes: true });
  call.syscall = "opendir";
  return call;
}

export default {
  access, appendFile, chmod, chown, constants, copyFile, cp, glob, lchmod, lchown, link, lstat, lutimes, mkdir, mkdtemp,
  mkdtempDisposable, open, opendir, readdir, readFile, readlink, realpath, rename, rm, rmdir, stat, statfs, symlink,
  truncate, unlink, utimes, watch, writeFile,
};
