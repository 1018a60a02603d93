/// The components that a pattern or an input is made of (https://urlpattern.spec.whatwg.org/#processing-a-dictionary).
// @optimize size
import { urlPart } from "polyglot:runtime";
import { parseHref } from "./url-parse.ts";
import {
  defaultPort, encodeHash, encodeHostname, encodeOpaquePathname, encodePassword, encodePathname, encodePortOf,
  encodeProtocol, encodeSearch, encodeUsername, HASH, HOSTNAME, PASSWORD, PATHNAME, PORT, PROTOCOL, SEARCH, USERNAME,
} from "./url-pattern-encode.ts";
import { escapePattern } from "./url-pattern-parts.ts";
import { InvalidPattern } from "./url-pattern-tokens.ts";

/// URLPatternInit
export class Components {
  protocol: string | undefined = undefined;
  username: string | undefined = undefined;
  password: string | undefined = undefined;
  hostname: string | undefined = undefined;
  port: string | undefined = undefined;
  pathname: string | undefined = undefined;
  search: string | undefined = undefined;
  hash: string | undefined = undefined;
  baseURL: string | undefined = undefined;
}

function isAbsolutePathname(path: string, isPattern: boolean): boolean {
  return path.startsWith("/") || (isPattern && (path.startsWith("\\/") || path.startsWith("{/")));
}

/// A part of a URL without what separates it from the others.
export function partOf(href: string, part: number): string {
  const text = urlPart(href, part);
  if (part === PROTOCOL) return text.slice(0, -1);
  return part === SEARCH || part === HASH ? text.slice(1) : text;
}

/// Completes components by those of the base URL, and puts them into their canonical form if they are no patterns.
/// `result` has the values of those that are missing.
export function processComponents(init: Components, isPattern: boolean, result: Components): Components {
  const { protocol, username, password, hostname, port, pathname, search, hash } = init;
  let base: string | undefined;
  if (init.baseURL !== undefined) {
    base = parseHref(init.baseURL, undefined);
    if (base === undefined) throw new InvalidPattern();
    const inherited = (part: number): string => (isPattern ? escapePattern(partOf(base!, part)) : partOf(base!, part));
    if (protocol === undefined) {
      result.protocol = inherited(PROTOCOL);
      // What is more specific is inherited only as long as all before it is.
      if (hostname === undefined) {
        result.hostname = inherited(HOSTNAME);
        if (port === undefined) {
          if (!isPattern && username === undefined) {
            result.username = inherited(USERNAME);
            if (password === undefined) result.password = inherited(PASSWORD);
          }
          result.port = inherited(PORT);
          if (pathname === undefined) {
            result.pathname = inherited(PATHNAME);
            if (search === undefined) {
              result.search = inherited(SEARCH);
              if (hash === undefined) result.hash = inherited(HASH);
            }
          }
        }
      }
    }
  }
  if (protocol !== undefined) {
    const text = protocol.endsWith(":") ? protocol.slice(0, -1) : protocol;
    result.protocol = isPattern ? text : encodeProtocol(text);
  }
  if (username !== undefined) result.username = isPattern ? username : encodeUsername(username);
  if (password !== undefined) result.password = isPattern ? password : encodePassword(password);
  if (hostname !== undefined) result.hostname = isPattern ? hostname : encodeHostname(hostname);
  if (port !== undefined) result.port = isPattern ? port : encodePortOf(port, result.protocol ?? "");
  if (pathname !== undefined) {
    let path = pathname;
    const isOpaque = base !== undefined && base[urlPart(base, PROTOCOL).length] !== "/";
    if (base !== undefined && !isOpaque && !isAbsolutePathname(path, isPattern)) {
      const basePath = isPattern ? escapePattern(partOf(base, PATHNAME)) : partOf(base, PATHNAME);
      path = basePath.slice(0, basePath.lastIndexOf("/") + 1) + path;
    }
    const scheme = result.protocol ?? "";
    const isHierarchical = scheme === "" || defaultPort(scheme) !== undefined;
    result.pathname = isPattern ? path : isHierarchical ? encodePathname(path) : encodeOpaquePathname(path);
  }
  if (search !== undefined) {
    const text = search.startsWith("?") ? search.slice(1) : search;
    result.search = isPattern ? text : encodeSearch(text);
  }
  if (hash !== undefined) {
    const text = hash.startsWith("#") ? hash.slice(1) : hash;
    result.hash = isPattern ? text : encodeHash(text);
  }
  return result;
}
