/// The canonical forms of a URL's components (https://urlpattern.spec.whatwg.org/#canon-encoding-callbacks).
// @optimize size
import { urlPart } from "polyglot:runtime";
import { changeHref, parseHref } from "./url-parse.ts";
import { InvalidPattern } from "./url-pattern-tokens.ts";

// Parts, as src/url/url_parser.h numbers them.
export const PROTOCOL = 1;
export const USERNAME = 2;
export const PASSWORD = 3;
export const HOSTNAME = 5;
export const PORT = 6;
export const PATHNAME = 7;
export const SEARCH = 8;
export const HASH = 9;

/// The default port of a special scheme, as text; undefined for other schemes.
export function defaultPort(scheme: string): string | undefined {
  switch (scheme) {
    case "http": case "ws": return "80";
    case "https": case "wss": return "443";
    case "ftp": return "21";
    case "file": return "";
    default: return undefined;
  }
}

/// A part of a URL after it was set, without the unit that separates it from what is before it.
function changed(href: string, part: number, value: string, separator: number): string {
  const result = changeHref(href, part, value);
  if (result === undefined) throw new InvalidPattern();
  return urlPart(result, part).slice(separator);
}

export function encodeProtocol(value: string): string {
  const scheme = value.endsWith(":") ? value.slice(0, -1) : value;
  if (scheme !== "" && !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) throw new InvalidPattern();
  return scheme.toLowerCase();
}

export function encodeUsername(value: string): string {
  return value === "" ? "" : changed("https://dummy.test/", USERNAME, value, 0);
}

export function encodePassword(value: string): string {
  return value === "" ? "" : changed("https://dummy.test/", PASSWORD, value, 0);
}

/// As in Node, what needs no encoding is taken as it is, even if it is an IPv4 address in another form.
export function encodeHostname(value: string): string {
  return /^[-a-z0-9.]*$/.test(value) ? value : changed("https://dummy.test/", HOSTNAME, value, 0);
}

/// Whether a pattern of a hostname is one of an IPv6 address.
export function isAddress(pattern: string): boolean {
  return pattern.length > 1 && /^[{\\]?\[/.test(pattern);
}

export function encodeAddress(value: string): string {
  if (!/^[[\]:0-9a-f]*$/i.test(value)) throw new InvalidPattern();
  return value.toLowerCase();
}

export function encodePort(value: string): string {
  return encodePortOf(value, "");
}

/// A port, nothing if it is the default one of a scheme.
export function encodePortOf(value: string, scheme: string): string {
  const digits = /^[0-9]*/.exec(value.replace(/[\t\n\r]/g, ""))![0]!;
  if (digits === "") {
    if (/^[\t\n\r]*$/.test(value)) return "";
    throw new InvalidPattern();
  }
  const port = Number(digits);
  if (port > 65535) throw new InvalidPattern();
  return String(port) === defaultPort(scheme) ? "" : String(port);
}

export function encodePathname(value: string): string {
  if (value === "") return "";
  const isAbsolute = value.startsWith("/");
  const href = parseHref("fake://fake-url" + (isAbsolute ? "" : "/-") + value, undefined);
  if (href === undefined) throw new InvalidPattern();
  const path = urlPart(href, PATHNAME);
  if (isAbsolute) return path;
  if (path.length < 2) throw new InvalidPattern();
  return path.slice(2);
}

export function encodeOpaquePathname(value: string): string {
  if (value === "") return "";
  const href = parseHref("fake:" + value, undefined);
  if (href === undefined) throw new InvalidPattern();
  return urlPart(href, PATHNAME);
}

// The setters of both take a separator away that the value begins with, as Node does.

export function encodeSearch(value: string): string {
  return value === "" ? "" : changed("fake://dummy.test/", SEARCH, value, 1);
}

export function encodeHash(value: string): string {
  return value === "" ? "" : changed("fake://dummy.test/", HASH, value, 1);
}
