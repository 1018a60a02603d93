/// `node:path` for POSIX (https://nodejs.org/api/path.html); the work on single paths is the runtime's.
import {
  pathBasename, pathDirname, pathExtname, pathIsAbsolute, pathNormalize, pathRelative, processCwd,
} from "polyglot:runtime";
import { invalidType } from "../prelude/node-errors.ts";
import { validateString } from "../prelude/validators.ts";
import { globMatcher } from "./glob-pattern.ts";
import * as windows from "./path-win32.ts";

/// `path.sep`
export const sep = "/";
/// `path.delimiter`
export const delimiter = ":";

function checkPath(path: any, name: string): string {
  if (typeof path !== "string") throw invalidType(name, "of type string", path);
  return path;
}

/// `path.normalize`
export function normalize(path: string): string {
  return pathNormalize(checkPath(path, "path"));
}

/// `path.isAbsolute`
export function isAbsolute(path: string): boolean {
  return pathIsAbsolute(checkPath(path, "path"));
}

/// `path.join`
export function join(...parts: string[]): string {
  let result = "";
  for (let i = 0; i < parts.length; i++) {
    const part = checkPath(parts[i], "path");
    if (part !== "") result = result === "" ? part : result + "/" + part;
  }
  return result === "" ? "." : pathNormalize(result);
}

/// `path.resolve`
export function resolve(...parts: string[]): string {
  let result = "";
  let absolute = false;
  for (let i = parts.length - 1; i >= 0 && !absolute; i--) {
    const part = checkPath(parts[i], "paths[" + i + "]");
    if (part === "") continue;
    result = result === "" ? part : part + "/" + result;
    absolute = part.charCodeAt(0) === 47;
  }
  if (!absolute) {
    const folder: any = processCwd();
    if (typeof folder === "string") result = result === "" ? folder : folder + "/" + result;
  }
  const normal = pathNormalize(result);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}

/// `path.relative`
export function relative(from: string, to: string): string {
  checkPath(from, "from");
  checkPath(to, "to");
  return from === to ? "" : pathRelative(resolve(from), resolve(to));
}

/// `path.dirname`
export function dirname(path: string): string {
  return pathDirname(checkPath(path, "path"));
}

/// `path.basename`, without a suffix that it ends in.
export function basename(path: string, suffix?: string): string {
  const text = checkPath(path, "path");
  const name = pathBasename(text);
  if (suffix === undefined) return name;
  checkPath(suffix, "suffix");
  if (suffix === "" || suffix.length > text.length) return name;
  if (suffix === text) return "";
  // With a suffix Node gives a path of slashes alone back.
  if (name === "") return text;
  return name !== suffix && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

/// `path.extname`
export function extname(path: string): string {
  return pathExtname(checkPath(path, "path"));
}

/// The parts of a path.
export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

/// `path.parse`
export function parse(path: string): ParsedPath {
  const text = checkPath(path, "path");
  const base = pathBasename(text);
  let ext = pathExtname(text);
  const root = text.startsWith("/") ? "/" : "";
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 47) end--;
  const slash = text.lastIndexOf("/", end - 1);
  const dir = end === 0 || slash < 0 ? root : slash === 0 ? "/" : text.slice(0, slash);
  // Node takes the second dot of "/.." for the start of an extension.
  if (root !== "" && slash === 0 && base === "..") ext = ".";
  return { root, dir, base, ext, name: ext === "" ? base : base.slice(0, base.length - ext.length) };
}

/// `path.format`
export function format(parts: Partial<ParsedPath>): string {
  const path: any = parts;
  if (path === null || typeof path !== "object") throw invalidType("pathObject", "of type object", path);
  const dir: any = path.dir || path.root;
  const ext: string = path.ext ? (path.ext.charAt(0) === "." ? path.ext : "." + path.ext) : "";
  const base: string = path.base || (path.name || "") + ext;
  if (!dir) return base;
  return dir === path.root ? dir + base : dir + "/" + base;
}

/// `path.toNamespacedPath`: on POSIX the path itself.
export function toNamespacedPath(path: string): string {
  return path;
}

/// `path.matchesGlob`
export function matchesGlob(path: string, pattern: string): boolean {
  validateString(path, "path");
  validateString(pattern, "pattern");
  return globMatcher(pattern, { dot: false, matchesBase: false })(path);
}

/// `path.posix`: this module.
export const posix: any = {
  resolve, normalize, isAbsolute, join, relative, toNamespacedPath, dirname, basename, extname, format, parse,
  matchesGlob, sep, delimiter, win32: null, posix: null, _makeLong: toNamespacedPath,
};

/// `path.win32`
export const win32: any = {
  resolve: windows.resolve, normalize: windows.normalize, isAbsolute: windows.isAbsolute, join: windows.join,
  relative: windows.relative, toNamespacedPath: windows.toNamespacedPath, dirname: windows.dirname,
  basename: windows.basename, extname: windows.extname, format: windows.format, parse: windows.parse, matchesGlob: windows.matchesGlob,
  sep: "\\", delimiter: ";", win32: null, posix, _makeLong: windows.toNamespacedPath,
};

/// Both, each knowing itself and the other.
function complete(): any {
  win32.win32 = posix.win32 = win32;
  posix.posix = posix;
  return posix;
}

export const _makeLong: any = toNamespacedPath;

export default complete();
