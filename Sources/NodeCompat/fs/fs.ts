/// `node:fs`: the synchronous functions on text (https://nodejs.org/api/fs.html). Buffers are not there yet, so that
/// reading needs an encoding.
import {
  fsAccess, fsMakeDirectory, fsReadDirectory, fsReadDirectoryTypes, fsReadFile, fsRealPath, fsRemoveDirectory, fsRename,
  fsStat, fsUnlink, fsWriteFile, readStdin, stderrWrite, stdoutWrite,
} from "polyglot:runtime";
import { codedError, invalidType, invalidValue, systemError } from "../prelude/node-errors.ts";

const readOnly = 0;
const writeOnly = 1;
const readWrite = 2;
const create = 64;
const exclusive = 128;
const truncate = 512;
const append = 1024;
const typeMask = 0o170000;

/// `fs.constants`, those that the functions here take.
export const constants = {
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, COPYFILE_EXCL: 1, O_RDONLY: readOnly, O_WRONLY: writeOnly, O_RDWR: readWrite,
  O_CREAT: create, O_EXCL: exclusive, O_TRUNC: truncate, O_APPEND: append, S_IFMT: typeMask, S_IFREG: 0o100000,
  S_IFDIR: 0o040000, S_IFCHR: 0o020000, S_IFBLK: 0o060000, S_IFIFO: 0o010000, S_IFLNK: 0o120000, S_IFSOCK: 0o140000,
};

/// A checked path.
function checkPath(path: any, name: string): string {
  if (typeof path !== "string") throw invalidType(name, "of type string or an instance of Buffer or URL", path);
  if (path.includes("\0")) throw invalidValue(name, path, "must be a string, Uint8Array, or URL without null bytes");
  return path;
}

/// Options as an object: a string stands for the encoding.
function optionsOf(options: any): any {
  if (options === undefined || options === null) return {};
  if (typeof options === "string") return { encoding: options };
  if (typeof options !== "object") throw invalidType("options", "one of type string or object", options);
  return options;
}

/// The number of an encoding that the runtime knows: 0 UTF-8, 1 Latin-1.
function encodingNumber(encoding: any): number {
  switch (encoding) {
    case "utf8": case "utf-8": case "UTF-8": case "UTF8": return 0;
    case "latin1": case "binary": return 1;
    case "ascii": case "hex": case "base64": case "base64url": case "utf16le": case "utf-16le": case "ucs2": case "ucs-2":
      throw new Error("The encoding '" + encoding + "' is not supported yet");
  }
  throw invalidValue("encoding", encoding, "is invalid encoding");
}

/// The flags of `open` for a flag such as "w" or "a+".
function flagNumber(flag: any): number {
  if (typeof flag === "number") return flag;
  switch (flag) {
    case "r": return readOnly;
    case "r+": return readWrite;
    case "w": return truncate | create | writeOnly;
    case "w+": return truncate | create | readWrite;
    case "wx": case "xw": return truncate | create | writeOnly | exclusive;
    case "wx+": case "xw+": return truncate | create | readWrite | exclusive;
    case "a": return append | create | writeOnly;
    case "a+": return append | create | readWrite;
    case "ax": case "xa": return append | create | writeOnly | exclusive;
    case "ax+": case "xa+": return append | create | readWrite | exclusive;
  }
  throw invalidValue("flags", flag, "is invalid");
}

/// `fs.readFileSync` of a path, or of 0 for standard input.
export function readFileSync(path: any, options?: any): any {
  const encoding: any = optionsOf(options).encoding;
  const isInput = path === 0 || path === "/dev/stdin";
  if (typeof path === "number" && path !== 0) throw new Error("Reading from file descriptor " + path + " is not supported yet");
  const name = path === 0 ? "" : checkPath(path, "path");
  if (encoding === undefined || encoding === null || encoding === "buffer") {
    throw new Error("fs.readFileSync without an encoding gives a Buffer, which is not supported yet: pass 'utf8'");
  }
  const number = encodingNumber(encoding);
  if (isInput && number !== 0) throw new Error("Standard input can only be read as 'utf8' yet");
  const result: any = isInput ? readStdin() : fsReadFile(name, number);
  if (typeof result === "string") return result;
  if (result === -21 || isInput) throw systemError(result, "read");
  throw systemError(result, "open", name);
}

/// `fs.writeFileSync` of text to a path, or to 1 or 2 for the standard streams.
export function writeFileSync(path: any, data: any, options?: any): void {
  write(path, data, options, "w");
}

/// `fs.appendFileSync`
export function appendFileSync(path: any, data: any, options?: any): void {
  write(path, data, options, "a");
}

function write(path: any, data: any, options: any, defaultFlag: string): void {
  const settings: any = optionsOf(options);
  const encoding: any = settings.encoding;
  const number = encoding === undefined || encoding === null ? 0 : encodingNumber(encoding);
  const flags = flagNumber(settings.flag === undefined || settings.flag === null ? defaultFlag : settings.flag);
  if (typeof data !== "string") {
    throw invalidType("data", "of type string or an instance of Buffer, TypedArray, or DataView", data);
  }
  if (path === 1) return stdoutWrite(data);
  if (path === 2) return stderrWrite(data);
  if (typeof path === "number") throw new Error("Writing to file descriptor " + path + " is not supported yet");
  const name = checkPath(path, "path");
  const mode = settings.mode === undefined || settings.mode === null ? 0o666 : modeNumber(settings.mode);
  const error = fsWriteFile(name, data, number, flags, mode);
  if (error < 0) throw systemError(error, "open", name);
}

/// A file mode; text is octal.
function modeNumber(mode: any): number {
  return typeof mode === "string" ? parseInt(mode, 8) : mode;
}

/// `fs.existsSync`
export function existsSync(path: any): boolean {
  return typeof path === "string" && !path.includes("\0") && fsAccess(path, 0) >= 0;
}

/// `fs.accessSync`
export function accessSync(path: any, mode: any = 0): void {
  const name = checkPath(path, "path");
  const error = fsAccess(name, mode);
  if (error < 0) throw systemError(error, "access", name);
}

/// An entry of a directory (`fs.Dirent`).
export class Dirent {
  name: string;
  parentPath: string;
  #type: number;

  constructor(name: string, parentPath: string, type: number) {
    this.name = name;
    this.parentPath = parentPath;
    this.#type = type;
  }

  isFile(): boolean { return this.#type === constants.S_IFREG; }
  isDirectory(): boolean { return this.#type === constants.S_IFDIR; }
  isSymbolicLink(): boolean { return this.#type === constants.S_IFLNK; }
  isFIFO(): boolean { return this.#type === constants.S_IFIFO; }
  isSocket(): boolean { return this.#type === constants.S_IFSOCK; }
  isCharacterDevice(): boolean { return this.#type === constants.S_IFCHR; }
  isBlockDevice(): boolean { return this.#type === constants.S_IFBLK; }
}

/// `fs.readdirSync`
export function readdirSync(path: any, options?: any): any[] {
  const settings: any = optionsOf(options);
  const root = checkPath(path, "path");
  const withTypes = settings.withFileTypes === true;
  const recursive = settings.recursive === true;
  const result: any[] = [];
  // Folders still to be read, by their path below the root; breadth first, as Node does.
  const pending: string[] = [""];
  for (let i = 0; i < pending.length; i++) {
    const below = pending[i];
    const folder = below === "" ? root : joined(root, below);
    const names: any = fsReadDirectory(folder);
    if (typeof names === "number") throw systemError(names, "scandir", folder);
    const types: any = withTypes || recursive ? fsReadDirectoryTypes(folder) : undefined;
    if (typeof types === "number") throw systemError(types, "scandir", folder);
    for (let k = 0; k < names.length; k++) {
      const name: string = names[k];
      const relative = below === "" ? name : below + "/" + name;
      result.push(withTypes ? new Dirent(name, folder, types[k]) : relative);
      if (recursive && types[k] === constants.S_IFDIR) pending.push(relative);
    }
  }
  return result;
}

function joined(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : folder + "/" + name;
}

/// What is known about a file (`fs.Stats`).
export class Stats {
  dev: number;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  blksize: number;
  ino: number;
  size: number;
  blocks: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  birthtimeMs: number;

  constructor(values: number[]) {
    this.dev = values[0];
    this.mode = values[1];
    this.nlink = values[2];
    this.uid = values[3];
    this.gid = values[4];
    this.rdev = values[5];
    this.blksize = values[6];
    this.ino = values[7];
    this.size = values[8];
    this.blocks = values[9];
    this.atimeMs = values[10];
    this.mtimeMs = values[11];
    this.ctimeMs = values[12];
    this.birthtimeMs = values[13];
  }

  isFile(): boolean { return (this.mode & typeMask) === constants.S_IFREG; }
  isDirectory(): boolean { return (this.mode & typeMask) === constants.S_IFDIR; }
  isSymbolicLink(): boolean { return (this.mode & typeMask) === constants.S_IFLNK; }
  isFIFO(): boolean { return (this.mode & typeMask) === constants.S_IFIFO; }
  isSocket(): boolean { return (this.mode & typeMask) === constants.S_IFSOCK; }
  isCharacterDevice(): boolean { return (this.mode & typeMask) === constants.S_IFCHR; }
  isBlockDevice(): boolean { return (this.mode & typeMask) === constants.S_IFBLK; }
}

/// `fs.statSync`
export function statSync(path: any, options?: any): any {
  return stat(path, options, true);
}

/// `fs.lstatSync`
export function lstatSync(path: any, options?: any): any {
  return stat(path, options, false);
}

function stat(path: any, options: any, follow: boolean): any {
  const name = checkPath(path, "path");
  const settings: any = optionsOf(options);
  if (settings.bigint === true) throw new Error("The option bigint of fs.statSync is not supported yet");
  const result: any = fsStat(name, follow);
  if (typeof result !== "number") return new Stats(result);
  // ENOENT and ENOTDIR both mean that there is no such entry.
  if (settings.throwIfNoEntry === false && (result === -2 || result === -20)) return undefined;
  throw systemError(result, follow ? "stat" : "lstat", name);
}

/// `fs.mkdirSync`: with `recursive` the first folder that was made, or undefined.
export function mkdirSync(path: any, options?: any): any {
  const name = checkPath(path, "path");
  let recursive = false;
  let mode = 0o777;
  if (typeof options === "number" || typeof options === "string") mode = modeNumber(options);
  else if (options !== undefined && options !== null) {
    recursive = options.recursive === true;
    if (options.mode !== undefined) mode = modeNumber(options.mode);
  }
  if (recursive) return makeFolders(name, name, mode);
  const error = fsMakeDirectory(name, mode);
  if (error < 0) throw systemError(error, "mkdir", name);
  return undefined;
}

function makeFolders(path: string, whole: string, mode: number): any {
  const error = fsMakeDirectory(path, mode);
  if (error >= 0) return path;
  if (error === -17 && isFolder(path)) return undefined;
  let end = path.length;
  while (end > 1 && path.charAt(end - 1) === "/") end--;
  const slash = path.lastIndexOf("/", end - 1);
  if (error !== -2 || slash <= 0) throw systemError(error, "mkdir", whole);
  const first: any = makeFolders(path.slice(0, slash), whole, mode);
  const again = fsMakeDirectory(path, mode);
  if (again < 0 && !(again === -17 && isFolder(path))) throw systemError(again, "mkdir", whole);
  return first === undefined ? path : first;
}

function isFolder(path: string): boolean {
  const values: any = fsStat(path, true);
  return typeof values !== "number" && (values[1] & typeMask) === constants.S_IFDIR;
}

/// `fs.rmSync`
export function rmSync(path: any, options?: any): void {
  const name = checkPath(path, "path");
  const settings: any = optionsOf(options);
  const values: any = fsStat(name, false);
  if (typeof values === "number") {
    if (settings.force === true && values === -2) return;
    throw systemError(values, "lstat", name);
  }
  if ((values[1] & typeMask) !== constants.S_IFDIR) {
    removeFile(name);
    return;
  }
  if (settings.recursive !== true) {
    const error: any = codedError(
      new Error("Path is a directory: rm returned EISDIR (is a directory) " + name), "ERR_FS_EISDIR",
    );
    error.name = "SystemError";
    error.info = { code: "EISDIR", message: "is a directory", path: name, syscall: "rm", errno: 21 };
    error.errno = 21;
    error.syscall = "rm";
    error.path = name;
    throw error;
  }
  removeTree(name);
}

function removeFile(name: string): void {
  const error = fsUnlink(name);
  if (error < 0) throw systemError(error, "rm", name);
}

function removeTree(folder: string): void {
  const names: any = fsReadDirectory(folder);
  if (typeof names === "number") throw systemError(names, "rm", folder);
  const types: any = fsReadDirectoryTypes(folder);
  for (let i = 0; i < names.length; i++) {
    const path = joined(folder, names[i]);
    if (types[i] === constants.S_IFDIR) removeTree(path);
    else removeFile(path);
  }
  const error = fsRemoveDirectory(folder);
  if (error < 0) throw systemError(error, "rm", folder);
}

/// `fs.rmdirSync`
export function rmdirSync(path: any): void {
  const name = checkPath(path, "path");
  const error = fsRemoveDirectory(name);
  if (error < 0) throw systemError(error, "rmdir", name);
}

/// `fs.unlinkSync`
export function unlinkSync(path: any): void {
  const name = checkPath(path, "path");
  const error = fsUnlink(name);
  if (error < 0) throw systemError(error, "unlink", name);
}

/// `fs.renameSync`
export function renameSync(oldPath: any, newPath: any): void {
  const from = checkPath(oldPath, "oldPath");
  const to = checkPath(newPath, "newPath");
  const error = fsRename(from, to);
  if (error < 0) throw systemError(error, "rename", from, to);
}

/// `fs.copyFileSync`
export function copyFileSync(source: any, destination: any, mode: any = 0): void {
  const from = checkPath(source, "src");
  const to = checkPath(destination, "dest");
  // Latin-1 carries bytes unchanged.
  const bytes: any = fsReadFile(from, 1);
  if (typeof bytes === "number") throw systemError(bytes, "copyfile", from, to);
  const values: any = fsStat(from, true);
  const permissions: number = typeof values === "number" ? 0o666 : values[1] & 0o777;
  const flags = create | writeOnly | ((mode & constants.COPYFILE_EXCL) !== 0 ? exclusive : truncate);
  const error = fsWriteFile(to, bytes, 1, flags, permissions);
  if (error < 0) throw systemError(error, "copyfile", from, to);
}

/// `fs.realpathSync`
export function realpathSync(path: any, _options?: any): string {
  const name = checkPath(path, "path");
  const result: any = fsRealPath(name);
  if (typeof result === "string") return result;
  throw systemError(result, "realpath", name);
}

/// `fs.mkdtempSync`
export function mkdtempSync(prefix: any, _options?: any): string {
  const start = checkPath(prefix, "prefix");
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (let attempt = 0; ; attempt++) {
    let name = start;
    for (let i = 0; i < 6; i++) name += letters.charAt(Math.floor(Math.random() * letters.length));
    const error = fsMakeDirectory(name, 0o700);
    if (error >= 0) return name;
    if (error !== -17 || attempt === 100) throw systemError(error, "mkdtemp", start + "XXXXXX");
  }
}

export default {
  constants, readFileSync, writeFileSync, appendFileSync, existsSync, accessSync, Dirent, readdirSync, Stats, statSync,
  lstatSync, mkdirSync, rmSync, rmdirSync, unlinkSync, renameSync, copyFileSync, realpathSync, mkdtempSync,
};
