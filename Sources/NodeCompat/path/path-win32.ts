/// `path.win32`: paths of Windows, on any system (https://nodejs.org/api/path.html#windows-vs-posix).
// @optimize size
import { processCwd } from "polyglot:runtime";
import { validateObject, validateString } from "../prelude/validators.ts";
import { globMatcher } from "./glob-pattern.ts";

const SLASH = 47;
const BACKSLASH = 92;
const COLON = 58;
const DOT = 46;

function isSeparator(unit: number): boolean {
  return unit === SLASH || unit === BACKSLASH;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/// What a path begins with: how long its root is, the device (`C:` or `\\server\share`), whether it is absolute.
interface Root {
  length: number;
  device: string;
  isAbsolute: boolean;
  isShare: boolean;
}

function rootOf(path: string): Root {
  const length = path.length;
  if (length === 0) return { length: 0, device: "", isAbsolute: false, isShare: false };
  const first = path.charCodeAt(0);
  if (isSeparator(first)) {
    if (length > 1 && isSeparator(path.charCodeAt(1))) {
      const server = spanEnd(path, 2);
      if (server < length && server !== 2) {
        const share = skip(path, server);
        if (share < length && share !== server) {
          const end = spanEnd(path, share);
          const name = path.slice(2, server);
          if (end === length || end !== share) {
            const device = "\\\\" + name + "\\" + path.slice(share, end);
            return { length: end, device, isAbsolute: true, isShare: true };
          }
        }
      }
    }
    return { length: 1, device: "", isAbsolute: true, isShare: false };
  }
  if (isLetter(first) && length > 1 && path.charCodeAt(1) === COLON) {
    const isAbsolute = length > 2 && isSeparator(path.charCodeAt(2));
    return { length: isAbsolute ? 3 : 2, device: path.slice(0, 2), isAbsolute, isShare: false };
  }
  return { length: 0, device: "", isAbsolute: false, isShare: false };
}

/// Where the name that starts at an index ends.
function spanEnd(path: string, index: number): number {
  let end = index;
  while (end < path.length && !isSeparator(path.charCodeAt(end))) end++;
  return end;
}

/// Behind the separators at an index.
function skip(path: string, index: number): number {
  let end = index;
  while (end < path.length && isSeparator(path.charCodeAt(end))) end++;
  return end;
}

/// A path behind its root without empty parts, `.` and as many `..` as possible.
function normalizeParts(path: string, allowsAbove: boolean): string {
  const kept: string[] = [];
  for (let start = 0; start <= path.length; ) {
    const end = spanEnd(path, start);
    const part = path.slice(start, end);
    if (part === "..") {
      if (kept.length > 0 && kept[kept.length - 1] !== "..") kept.pop();
      else if (allowsAbove) kept.push("..");
    } else if (part !== "" && part !== ".") {
      kept.push(part);
    }
    start = end + 1;
  }
  return kept.join("\\");
}

/// Names that Windows takes for devices, whatever stands behind their colon.
const reserved = [
  "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2",
  "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "COM\xb9", "COM\xb2", "COM\xb3", "LPT\xb9", "LPT\xb2",
  "LPT\xb3",
];

function isReserved(path: string, colon: number): boolean {
  return reserved.includes(path.slice(0, colon).toUpperCase());
}

function currentDirectory(): string {
  const folder: any = processCwd();
  return typeof folder === "string" ? folder : "";
}

export function resolve(...parts: string[]): string {
  let device = "";
  let tail = "";
  let isAbsolute = false;
  for (let i = parts.length - 1; i >= -1; i--) {
    let path: string;
    if (i >= 0) {
      path = parts[i]!;
      validateString(path, "paths[" + i + "]");
      if (path.length === 0) continue;
    } else if (device.length === 0) {
      path = currentDirectory();
    } else {
      // Without the current directory of the drive its root stands for it.
      path = currentDirectory();
      const isOther = path.slice(0, 2).toLowerCase() !== device.toLowerCase();
      if (path === "" || (isOther && path.charCodeAt(2) === BACKSLASH) || isOther) path = device + "\\";
    }
    const root = rootOf(path);
    if (root.device.length > 0) {
      if (device.length > 0) {
        if (root.device.toLowerCase() !== device.toLowerCase()) continue;
      } else {
        device = root.device;
      }
    }
    if (isAbsolute) {
      if (device.length > 0) break;
    } else {
      tail = path.slice(root.length) + "\\" + tail;
      isAbsolute = root.isAbsolute;
      if (isAbsolute && device.length > 0) break;
    }
  }
  tail = normalizeParts(tail, !isAbsolute);
  return isAbsolute ? device + "\\" + tail : device + tail || ".";
}

export function normalize(path: string): string {
  validateString(path, "path");
  const length = path.length;
  if (length === 0) return ".";
  if (length === 1) return path === "/" ? "\\" : path;
  const root = rootOf(path);
  if (root.isShare && root.length === length) return root.device + "\\";
  let tail = root.length < length ? normalizeParts(path.slice(root.length), !root.isAbsolute) : "";
  if (tail.length === 0 && !root.isAbsolute) tail = ".";
  if (tail.length > 0 && isSeparator(path.charCodeAt(length - 1))) tail += "\\";
  if (!root.isAbsolute && root.device === "" && path.includes(":")) {
    // What the parts above left must not become a drive or a device.
    if (tail.length >= 2 && isLetter(tail.charCodeAt(0)) && tail.charCodeAt(1) === COLON) return ".\\" + tail;
    for (let index = path.indexOf(":"); index !== -1; index = path.indexOf(":", index + 1)) {
      if (index === length - 1 || isSeparator(path.charCodeAt(index + 1))) return ".\\" + tail;
    }
  }
  const colon = path.indexOf(":");
  if (colon !== -1 && isReserved(path, colon)) return ".\\" + root.device + tail;
  if (root.device === "") return root.isAbsolute ? "\\" + tail : tail;
  return root.isAbsolute ? root.device + "\\" + tail : root.device + tail;
}

export function isAbsolute(path: string): boolean {
  validateString(path, "path");
  if (path.length === 0) return false;
  const first = path.charCodeAt(0);
  return isSeparator(first) ||
    (path.length > 2 && isLetter(first) && path.charCodeAt(1) === COLON && isSeparator(path.charCodeAt(2)));
}

export function join(...parts: string[]): string {
  let joined: string | undefined;
  let first = "";
  for (let i = 0; i < parts.length; i++) {
    validateString(parts[i], "path");
    if (parts[i]!.length === 0) continue;
    if (joined === undefined) joined = first = parts[i]!;
    else joined += "\\" + parts[i];
  }
  if (joined === undefined) return ".";
  // Two slashes begin a share only if the first part does.
  let needsReplacing = true;
  let slashes = 0;
  if (isSeparator(first.charCodeAt(0))) {
    slashes++;
    if (first.length > 1 && isSeparator(first.charCodeAt(1))) {
      slashes++;
      if (first.length > 2) {
        if (isSeparator(first.charCodeAt(2))) slashes++;
        else needsReplacing = false;
      }
    }
  }
  if (needsReplacing) {
    slashes = Math.max(slashes, skip(joined, slashes));
    if (slashes >= 2) joined = "\\" + joined.slice(slashes);
  }
  return normalize(joined);
}

export function relative(from: string, to: string): string {
  validateString(from, "from");
  validateString(to, "to");
  if (from === to) return "";
  const start = resolve(from);
  const end = resolve(to);
  if (start === end || start.toLowerCase() === end.toLowerCase()) return "";
  const trim = (path: string): string => path.replace(/^\\+|\\+$/g, "");
  const fromParts = trim(start).split("\\");
  const toParts = trim(end).split("\\");
  let common = 0;
  while (
    common < fromParts.length && common < toParts.length &&
    fromParts[common]!.toLowerCase() === toParts[common]!.toLowerCase()
  ) common++;
  if (common === 0) return end;
  // Paths on different shares have nothing in common.
  if (start.startsWith("\\\\") && common < 2) return end;
  const up: string[] = [];
  for (let i = common; i < fromParts.length; i++) up.push("..");
  return up.concat(toParts.slice(common)).join("\\");
}

export function toNamespacedPath(path: string): string {
  if (typeof path !== "string" || path.length === 0) return path;
  const resolved = resolve(path);
  if (resolved.length <= 2) return path;
  if (resolved.startsWith("\\\\")) {
    const third = resolved.charCodeAt(2);
    return third !== 63 && third !== DOT ? "\\\\?\\UNC\\" + resolved.slice(2) : resolved;
  }
  return /^[a-z]:\\/i.test(resolved) ? "\\\\?\\" + resolved : resolved;
}

export function dirname(path: string): string {
  validateString(path, "path");
  const length = path.length;
  if (length === 0) return ".";
  if (length === 1) return isSeparator(path.charCodeAt(0)) ? path : ".";
  const root = rootOf(path);
  if (root.isShare && root.length === length) return path;
  // The separator behind a share belongs to its root.
  const rootEnd = root.isShare ? root.length + 1 : root.length;
  let end = length;
  while (end > rootEnd && isSeparator(path.charCodeAt(end - 1))) end--;
  let cut = end;
  while (cut > rootEnd && !isSeparator(path.charCodeAt(cut - 1))) cut--;
  if (cut > rootEnd) return path.slice(0, cut - 1);
  return rootEnd === 0 ? "." : path.slice(0, rootEnd);
}

/// Where the last part begins and ends.
function lastPart(path: string): { start: number; end: number } {
  const lowest = path.length >= 2 && isLetter(path.charCodeAt(0)) && path.charCodeAt(1) === COLON ? 2 : 0;
  let end = path.length;
  while (end > lowest && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > lowest && !isSeparator(path.charCodeAt(start - 1))) start--;
  return { start, end };
}

export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined) validateString(suffix, "suffix");
  validateString(path, "path");
  const { start, end } = lastPart(path);
  const name = path.slice(start, end);
  if (suffix === undefined || suffix.length === 0 || suffix.length > path.length) return name;
  if (suffix === path) return "";
  if (name === "") return path.slice(start);
  return name !== suffix && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

/// The extension of a name: from the last dot on, unless that is its first character.
function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

export function extname(path: string): string {
  validateString(path, "path");
  const { start, end } = lastPart(path);
  return extensionOf(path.slice(start, end));
}

export function parse(path: string): any {
  validateString(path, "path");
  const result = { root: "", dir: "", base: "", ext: "", name: "" };
  const length = path.length;
  if (length === 0) return result;
  const root = rootOf(path);
  let rootEnd = root.length;
  if (root.isShare && rootEnd < length) rootEnd++;
  result.root = path.slice(0, rootEnd);
  result.dir = result.root;
  if (length === 1 && rootEnd === 0) {
    result.base = result.name = path;
    result.dir = "";
    return result;
  }
  let end = length;
  while (end > rootEnd && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > rootEnd && !isSeparator(path.charCodeAt(start - 1))) start--;
  result.base = path.slice(start, end);
  result.ext = extensionOf(result.base);
  result.name = result.ext === "" ? result.base : result.base.slice(0, result.base.length - result.ext.length);
  if (start > rootEnd) result.dir = path.slice(0, start - 1);
  return result;
}

export function format(pathObject: any): string {
  validateObject(pathObject, "pathObject");
  const dir: any = pathObject.dir || pathObject.root;
  const ext: string = pathObject.ext ? (pathObject.ext.startsWith(".") ? pathObject.ext : "." + pathObject.ext) : "";
  const base: string = pathObject.base || (pathObject.name || "") + ext;
  if (!dir) return base;
  return dir === pathObject.root ? dir + base : dir + "\\" + base;
}


export function matchesGlob(path: string, pattern: string): boolean {
  validateString(path, "path");
  validateString(pattern, "pattern");
  return globMatcher(pattern, { dot: false, matchesBase: false })(path.replaceAll("\\", "/"));
}
