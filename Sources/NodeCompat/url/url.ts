/// `node:url` (https://nodejs.org/api/url.html).
// @optimize size
import { urlPart } from "polyglot:runtime";
import { domainToUnicode as unicodeDomain } from "../prelude/idna.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { parseHref } from "../prelude/url-parse.ts";
import { isURL, URL as UrlClass } from "../prelude/url-class.ts";
import { URLPattern as PatternClass } from "../prelude/url-pattern.ts";
import { URLSearchParams as ParamsClass } from "../prelude/url-search-params.ts";
import { validateObject, validateString } from "../prelude/validators.ts";
import path, { win32 } from "./path.ts";
import { unescapeBuffer } from "./querystring.ts";
import { parse as parseLegacy, parseQuietly, Url as LegacyUrl } from "./legacy-url.ts";

export const URL: any = UrlClass;
export const URLPattern: any = PatternClass;
export const URLSearchParams: any = ParamsClass;
export const Url: any = LegacyUrl;
export const parse: any = parseLegacy;

/// `url.resolve`
export function resolve(source: any, relative: any): string {
  return parseQuietly(source, false, true).resolve(relative);
}

/// `url.resolveObject`
export function resolveObject(source: any, relative: any): any {
  return source ? parseQuietly(source, false, true).resolveObject(relative) : relative;
}

/// `url.format`
export function format(urlObject: any, options?: any): string {
  if (typeof urlObject === "string") return parseQuietly(urlObject).format();
  if (typeof urlObject !== "object" || urlObject === null) {
    throw invalidType("urlObject", "one of type object or string", urlObject);
  }
  if (!isURL(urlObject)) return (LegacyUrl as any).prototype.format.call(urlObject);
  if (options) validateObject(options, "options");
  const has = (name: string): boolean => options?.[name] === undefined || options[name] === null || !!options[name];
  const url: any = new UrlClass(urlObject.href);
  if (!has("fragment")) url.hash = "";
  if (!has("search")) url.search = "";
  if (!has("auth")) {
    url.username = "";
    url.password = "";
  }
  const href: string = url.href;
  if (!options?.unicode || url.hostname === "") return href;
  const start = href.indexOf(url.host, url.protocol.length + 2);
  return href.slice(0, start) + unicodeDomain(url.hostname) + href.slice(start + url.hostname.length);
}

/// `url.domainToASCII`
export function domainToASCII(domain: any): string {
  const href = parseHref("ws://" + domain, undefined);
  return href === undefined ? "" : urlPart(href, 5);
}

/// `url.domainToUnicode`
export function domainToUnicode(domain: any): string {
  return unicodeDomain(domainToASCII(domain));
}

/// The URL that a function on file URLs got.
function fileURL(input: any): any {
  const url: any = typeof input === "string" ? new UrlClass(input) : input;
  if (!isURL(url)) throw invalidType("path", "of type string or an instance of URL", input);
  if (url.protocol !== "file:") {
    throw codedError(new TypeError("The URL must be of scheme file"), "ERR_INVALID_URL_SCHEME");
  }
  return url;
}

function invalidPath(reason: string, url: any): any {
  const error: any = codedError(new TypeError("File URL path " + reason), "ERR_INVALID_FILE_URL_PATH");
  error.input = url;
  return error;
}

/// `url.fileURLToPath`
export function fileURLToPath(input: any, options?: any): string {
  const url: any = fileURL(input);
  const pathname: string = url.pathname;
  if (options?.windows) {
    if (/%2f|%5c/i.test(pathname)) throw invalidPath("must not include encoded \\ or / characters", url);
    const decoded = decodeURIComponent(pathname.replaceAll("/", "\\"));
    if (url.hostname !== "") return "\\\\" + unicodeDomain(url.hostname) + decoded;
    if (!/^\\[a-z]:/i.test(decoded)) throw invalidPath("must be absolute", url);
    return decoded.slice(1);
  }
  if (url.hostname !== "") {
    const message = 'File URL host must be "localhost" or empty on linux';
    throw codedError(new TypeError(message), "ERR_INVALID_FILE_URL_HOST");
  }
  if (/%2f/i.test(pathname)) throw invalidPath("must not include encoded / characters", url);
  return decodeURIComponent(pathname);
}

/// `url.fileURLToPathBuffer`: paths need not be UTF-8.
export function fileURLToPathBuffer(input: any): any {
  const url: any = fileURL(input);
  if (url.hostname !== "") {
    const message = 'File URL host must be "localhost" or empty on linux';
    throw codedError(new TypeError(message), "ERR_INVALID_FILE_URL_HOST");
  }
  if (/%2f/i.test(url.pathname)) throw invalidPath("must not include encoded / characters", url);
  return unescapeBuffer(url.pathname);
}

/// `url.pathToFileURL`
export function pathToFileURL(filepath: any, options?: any): any {
  validateString(filepath, "path");
  const isWindows = !!options?.windows;
  const isShare = isWindows && filepath.startsWith("\\\\");
  let resolved: string = isShare ? filepath : (isWindows ? win32 : path).resolve(filepath);
  const ends = filepath.endsWith("/") || (isWindows && filepath.endsWith("\\"));
  if (ends && !resolved.endsWith(isWindows ? "\\" : "/")) resolved += "/";
  let host = "";
  if (isShare) {
    const end = resolved.indexOf("\\", 2);
    if (end < 0) throw invalidType("path", "a UNC path with a share", filepath);
    host = resolved.slice(2, end);
    resolved = resolved.slice(end);
  }
  const encode = (unit: string): string => "%" + unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
  let escaped = resolved.replace(/[%\n\r\t?#]/g, encode);
  escaped = isWindows ? escaped.replaceAll("\\", "/") : escaped.replaceAll("\\", "%5C");
  return new UrlClass("file://" + host + (escaped.startsWith("/") ? "" : "/") + escaped);
}

/// `url.urlToHttpOptions`
export function urlToHttpOptions(url: any): any {
  const { hostname, pathname, port, username, password, search } = url;
  const options: any = Object.create(null);
  Object.assign(options, url);
  options.protocol = url.protocol;
  options.hostname = hostname && hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  options.hash = url.hash;
  options.search = search;
  options.pathname = pathname;
  options.path = (pathname || "") + (search || "");
  options.href = url.href;
  if (port !== "") options.port = Number(port);
  if (username || password) options.auth = decodeURIComponent(username) + ":" + decodeURIComponent(password);
  return options;
}

export default {
  Url, parse, resolve, resolveObject, format, URL, URLPattern, URLSearchParams, domainToASCII, domainToUnicode,
  pathToFileURL, fileURLToPath, fileURLToPathBuffer, urlToHttpOptions,
};
