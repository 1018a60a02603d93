/// `node:path/win32`
import { posix as posixPath, win32 as windowsPath } from "../path.ts";
import { toNamespacedPath } from "../path-win32.ts";

export {
  basename, dirname, extname, format, isAbsolute, join, matchesGlob, normalize, parse, relative, resolve, toNamespacedPath,
} from "../path-win32.ts";
export const sep = "\\";
export const delimiter = ";";
export const posix: any = posixPath;
export const win32: any = windowsPath;
export const _makeLong: any = toNamespacedPath;

export default windowsPath;
