/// `node:path` for POSIX (https://nodejs.org/api/path.html); the work on single paths is the runtime's.
import {
  pathBasename, pathDirname, pathExtname, pathIsAbsolute, pathNormalize, pathRelative, processCwd,
} from "polyglot:runtime";
import { invalidType } from "../prelude/node-errors.ts";

/// `path.sep`
export const sep = "/";
/// `path.delimiter`
export const delimiter = ":";

function checkPath(path: any, name: string): string {
  if (typeof path !== "string") throw invalidType(name, "of type string", path);
  return path;
}

/// `path.normalize`
export function normalize(path: any): string {
  return pathNormalize(checkPath(path, "path"));
}

/// `path.isAbsolute`
export function isAbsolute(path: any): boolean {
  return pathIsAbsolute(checkPath(path, "path"));
}

/// `path.join`
export function join(...parts: any[]): string {
  let result = "";
  for (let i = 0; i < parts.length; i++) {
    const part = checkPath(parts[i], "path");
    if (part !== "") result = result === "" ? part : result + "/" + part;
  }
  return result === "" ? "." : pathNormalize(result);
}

/// `path.resolve`
export function resolve(...parts: any[]): string {
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
export function relative(from: any, to: any): string {
  checkPath(from, "from");
  checkPath(to, "to");
  return from === to ? "" : pathRelative(resolve(from), resolve(to));
}

/// `path.dirname`
export function dirname(path: any): string {
  return pathDirname(checkPath(path, "path"));
}

/// `path.basename`, without a suffix if the name ends in it and is longer.
export function basename(path: any, suffix?: any): string {
  if (suffix !== undefined) checkPath(suffix, "suffix");
  const name = pathBasename(checkPath(path, "path"));
  if (suffix === undefined || suffix === "" || name === suffix && suffix !== path || !name.endsWith(suffix)) {
    return suffix !== undefined && suffix !== "" && suffix === path ? "" : name;
  }
  return name.slice(0, name.length - suffix.length);
}

/// `path.extname`
export function extname(path: any): string {
  return pathExtname(checkPath(path, "path"));
}

/// `path.parse`
export function parse(path: any): any {
  const text = checkPath(path, "path");
  const base = pathBasename(text);
  const ext = pathExtname(text);
  const root = text.startsWith("/") ? "/" : "";
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 47) end--;
  const slash = text.lastIndexOf("/", end - 1);
  const dir = end === 0 || slash < 0 ? root : slash === 0 ? "/" : text.slice(0, slash);
  return { root, dir, base, ext, name: ext === "" ? base : base.slice(0, base.length - ext.length) };
}

/// `path.format`
export function format(path: any): string {
  if (path === null || typeof path !== "object") throw invalidType("pathObject", "of type object", path);
  const dir: any = path.dir || path.root;
  const ext: string = path.ext ? (path.ext.charAt(0) === "." ? path.ext : "." + path.ext) : "";
  const base: string = path.base || (path.name || "") + ext;
  if (!dir) return base;
  return dir === path.root ? dir + base : dir + "/" + base;
}

/// `path.toNamespacedPath`: on POSIX the path itself.
export function toNamespacedPath(path: any): any {
  return path;
}

/// `path.posix`: this module.
export const posix: any = {
  sep, delimiter, normalize, isAbsolute, join, resolve, relative, dirname, basename, extname, parse, format,
  toNamespacedPath,
};
posix.posix = posix;

export default posix;
