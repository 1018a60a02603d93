/// The legacy parser of URLs, `url.parse` and what belongs to it (https://nodejs.org/api/url.html#legacy-url-api).
// @optimize size
import { urlPart } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { parseHref } from "../prelude/url-parse.ts";
import { validateString } from "../prelude/validators.ts";
import querystring from "./querystring.ts";

/// Protocols whose rest is no host, whatever it looks like; and those that always have slashes.
const hostless = ["javascript", "javascript:"];
const slashed = [
  "http", "http:", "https", "https:", "ftp", "ftp:", "gopher", "gopher:", "file", "file:", "ws", "ws:", "wss", "wss:",
];

function isSlashed(protocol: any): boolean {
  return slashed.includes(protocol);
}

/// The object that `url.parse` gives.
export function Url(this: any): void {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

function invalid(input: string): any {
  const error: any = codedError(new TypeError("Invalid URL"), "ERR_INVALID_URL");
  error.input = input;
  return error;
}

/// Text without white space around it, with slashes for backslashes before the query.
function prepared(text: string): string {
  const trimmed = text.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, "");
  const mark = trimmed.search(/[?#]/);
  const end = mark < 0 ? trimmed.length : mark;
  return trimmed.slice(0, end).replaceAll("\\", "/") + trimmed.slice(end);
}

/// What may not stand in a URL, percent-encoded.
function autoEscape(text: string): string {
  const escaped = (unit: string): string => "%" + unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
  return text.replace(/[\t\n\r "'<>\\^`{|}]/g, escaped);
}

/// `url.parse`
export function parse(input: any, parseQueryString?: any, slashesDenoteHost?: any): any {
  if (!hasWarned) {
    hasWarned = true;
    emitWarning(
      "`url.parse()` behavior is not standardized and prone to errors that have security implications. Use the " +
      "WHATWG URL API instead. CVEs are not issued for `url.parse()` vulnerabilities.", "DeprecationWarning", "DEP0169",
    );
  }
  return parseQuietly(input, parseQueryString, slashesDenoteHost);
}

let hasWarned = false;

/// The same for those who do not call it by name.
export function parseQuietly(input: any, parseQueryString?: any, slashesDenoteHost?: any): any {
  if (input instanceof (Url as any)) return input;
  const result: any = new (Url as any)();
  parseInto(result, input, parseQueryString, slashesDenoteHost);
  return result;
}

function parseInto(url: any, input: any, parseQueryString: any, slashesDenoteHost: any): void {
  validateString(input, "url");
  let rest = prepared(input);
  const simple = slashesDenoteHost || /[#@]/.test(rest) ? null : /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/.exec(rest);
  if (simple !== null) {
    url.path = rest;
    url.href = rest;
    url.pathname = simple[1];
    if (simple[2] !== undefined) {
      url.search = simple[2];
      url.query = parseQueryString ? querystring.parse(simple[2].slice(1)) : simple[2].slice(1);
    } else if (parseQueryString) {
      url.search = null;
      url.query = Object.create(null);
    }
    return;
  }
  const match = /^[a-z0-9.+-]+:/i.exec(rest);
  let protocol = "";
  if (match !== null) {
    protocol = match[0].toLowerCase();
    url.protocol = protocol;
    rest = rest.slice(protocol.length);
  }
  let hasSlashes = false;
  if (slashesDenoteHost || match !== null || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
    hasSlashes = rest.startsWith("//");
    if (hasSlashes && !hostless.includes(protocol)) {
      rest = rest.slice(2);
      url.slashes = true;
    }
  }
  if (!hostless.includes(protocol) && (hasSlashes || (match !== null && !isSlashed(protocol)))) {
    rest = parseAuthority(url, rest, input);
  }
  if (!hostless.includes(protocol)) rest = autoEscape(rest);
  const hash = rest.indexOf("#");
  const question = rest.indexOf("?");
  const hasQuery = question >= 0 && (hash < 0 || question < hash);
  if (hash >= 0) url.hash = rest.slice(hash);
  if (hasQuery) {
    url.search = rest.slice(question, hash < 0 ? rest.length : hash);
    url.query = url.search.slice(1);
    if (parseQueryString) url.query = querystring.parse(url.query);
  } else if (parseQueryString) {
    url.search = null;
    url.query = Object.create(null);
  }
  const end = hasQuery ? question : hash;
  if (end < 0) {
    if (rest.length > 0) url.pathname = rest;
  } else if (end > 0) {
    url.pathname = rest.slice(0, end);
  }
  if (isSlashed(protocol) && url.hostname && !url.pathname) url.pathname = "/";
  if (url.pathname || url.search) url.path = (url.pathname || "") + (url.search || "");
  url.href = url.format();
}

/// Takes credentials, host and port off the front; what remains.
function parseAuthority(url: any, text: string, input: string): string {
  let nonHost = -1;
  let at = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "#" || c === "/" || c === "?") {
      if (nonHost < 0) nonHost = i;
      break;
    }
    if (c === "@") {
      at = i;
      nonHost = -1;
    } else if ("\t\n\r \"%';<>\\^`{|}".includes(c) && nonHost < 0) {
      nonHost = i;
    }
  }
  const start = at + 1;
  if (at >= 0) url.auth = decodeURIComponent(text.slice(0, at));
  let host = nonHost < 0 ? text.slice(start) : text.slice(start, nonHost);
  let rest = nonHost < 0 ? "" : text.slice(nonHost);
  const port = /:[0-9]*$/.exec(host);
  if (port !== null) {
    if (port[0] !== ":") url.port = port[0].slice(1);
    host = host.slice(0, host.length - port[0].length);
  }
  const isAddress = host.startsWith("[") && host.endsWith("]");
  let hostname = host;
  if (!isAddress) {
    const bad = /[^a-z0-9.\-+_\u0080-\uffff]/i.exec(host);
    if (bad !== null) {
      hostname = host.slice(0, bad.index);
      rest = "/" + host.slice(bad.index) + rest;
    }
  }
  hostname = hostname.length > 255 ? "" : hostname.toLowerCase();
  if (hostname !== "") {
    if (isAddress) {
      if (/[\0\t\n\r #%/<>?@\\^|]/.test(hostname)) throw invalid(input);
    } else {
      hostname = asciiDomain(hostname);
      if (hostname === "") throw invalid(input);
    }
  }
  url.host = hostname + (url.port ? ":" + url.port : "");
  url.hostname = isAddress ? hostname.slice(1, -1) : hostname;
  if (isAddress && !rest.startsWith("/")) rest = "/" + rest;
  return rest;
}

/// A domain in ASCII; the empty string if it is none.
function asciiDomain(domain: string): string {
  if (/^[a-z0-9.\-+_]*$/.test(domain) && !domain.includes("xn--")) return domain;
  const href = parseHref("ws://" + domain, undefined);
  return href === undefined ? "" : urlPart(href, 5);
}

Url.prototype.parse = function (this: any, input: any, parseQueryString: any, slashesDenoteHost: any): any {
  parseInto(this, input, parseQueryString, slashesDenoteHost);
  return this;
};

Url.prototype.format = function (this: any): string {
  let auth: string = this.auth || "";
  if (auth !== "") auth = encodeURIComponent(auth).replace(/%3A/gi, ":") + "@";
  let protocol: string = this.protocol || "";
  let pathname: string = this.pathname || "";
  let hash: string = this.hash || "";
  let host = "";
  let query = "";
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    const isAddress = this.hostname.includes(":") && !this.hostname.startsWith("[");
    host = auth + (isAddress ? "[" + this.hostname + "]" : this.hostname);
    if (this.port) host += ":" + this.port;
  }
  if (this.query !== null && typeof this.query === "object") query = querystring.stringify(this.query);
  let search: string = this.search || (query && "?" + query) || "";
  if (protocol && !protocol.endsWith(":")) protocol += ":";
  pathname = pathname.replace(/[?#]/g, (unit) => (unit === "?" ? "%3F" : "%23"));
  if (this.slashes || isSlashed(protocol)) {
    if (this.slashes || host) {
      if (pathname && !pathname.startsWith("/")) pathname = "/" + pathname;
      host = "//" + host;
    } else if (protocol === "file:") {
      host = "//";
    }
  }
  search = search.replaceAll("#", "%23");
  if (hash && !hash.startsWith("#")) hash = "#" + hash;
  if (search && !search.startsWith("?")) search = "?" + search;
  return protocol + host + pathname + search + hash;
};

Url.prototype.resolve = function (this: any, relative: any): string {
  return this.resolveObject(parseQuietly(relative, false, true)).format();
};

Url.prototype.resolveObject = function (this: any, relativeOrText: any): any {
  const relative: any = typeof relativeOrText === "string" ? parseQuietly(relativeOrText, false, true) : relativeOrText;
  const result: any = new (Url as any)();
  Object.assign(result, this);
  // The hash is always that of the relative one.
  result.hash = relative.hash;
  if (relative.href === "") {
    result.href = result.format();
    return result;
  }
  if (relative.slashes && !relative.protocol) {
    for (const key of Object.keys(relative)) if (key !== "protocol") result[key] = relative[key];
    if (isSlashed(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = "/";
    result.href = result.format();
    return result;
  }
  if (relative.protocol && relative.protocol !== result.protocol) return resolveOther(result, relative);
  return resolveSame(result, relative);
};

/// A relative URL that has another protocol.
function resolveOther(result: any, relative: any): any {
  if (!isSlashed(relative.protocol)) {
    Object.assign(result, relative);
    result.href = result.format();
    return result;
  }
  result.protocol = relative.protocol;
  if (!relative.host && !/^file:?$/.test(relative.protocol) && !hostless.includes(relative.protocol)) {
    const path: string[] = (relative.pathname || "").split("/");
    while (path.length && !(relative.host = path.shift()));
    if (!relative.host) relative.host = "";
    if (!relative.hostname) relative.hostname = "";
    if (path[0] !== "") path.unshift("");
    if (path.length < 2) path.unshift("");
    result.pathname = path.join("/");
  } else {
    result.pathname = relative.pathname;
  }
  result.search = relative.search;
  result.query = relative.query;
  result.host = relative.host || "";
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  if (result.pathname || result.search) result.path = (result.pathname || "") + (result.search || "");
  result.slashes = result.slashes || relative.slashes;
  result.href = result.format();
  return result;
}

/// A relative URL with the same protocol, or none: paths are joined.
function resolveSame(result: any, relative: any): any {
  const isSourceAbsolute = result.pathname && result.pathname.startsWith("/");
  const isRelativeAbsolute = relative.host || (relative.pathname && relative.pathname.startsWith("/"));
  let mustEndAbsolute: any = isRelativeAbsolute || isSourceAbsolute || (result.host && relative.pathname);
  const removesAll = mustEndAbsolute;
  let source: string[] = (result.pathname && result.pathname.split("/")) || [];
  const path: string[] = (relative.pathname && relative.pathname.split("/")) || [];
  const isPlain = result.protocol && !isSlashed(result.protocol);
  if (isPlain) {
    // The host is the first part of such paths.
    result.hostname = "";
    result.port = null;
    if (result.host) {
      if (source[0] === "") source[0] = result.host;
      else source.unshift(result.host);
    }
    result.host = "";
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      if (relative.host) {
        if (path[0] === "") path[0] = relative.host;
        else path.unshift(relative.host);
      }
      relative.host = null;
    }
    mustEndAbsolute = mustEndAbsolute && (path[0] === "" || source[0] === "");
  }
  if (isRelativeAbsolute) {
    if (relative.host || relative.host === "") {
      if (result.host !== relative.host) result.auth = null;
      result.host = relative.host;
      result.port = relative.port;
    }
    if (relative.hostname || relative.hostname === "") {
      if (result.hostname !== relative.hostname) result.auth = null;
      result.hostname = relative.hostname;
    }
    result.search = relative.search;
    result.query = relative.query;
    source = path;
  } else if (path.length) {
    source.pop();
    source = source.concat(path);
    result.search = relative.search;
    result.query = relative.query;
  } else if (relative.search !== null && relative.search !== undefined) {
    if (isPlain) takeHost(result, source.shift());
    result.search = relative.search;
    result.query = relative.query;
    if (result.pathname !== null || result.search !== null) {
      result.path = (result.pathname || "") + (result.search || "");
    }
    result.href = result.format();
    return result;
  }
  if (!source.length) {
    result.pathname = null;
    result.path = result.search ? "/" + result.search : null;
    result.href = result.format();
    return result;
  }
  let last = source[source.length - 1];
  const endsWithSlash =
    ((result.host || relative.host || source.length > 1) && (last === "." || last === "..")) || last === "";
  let up = 0;
  for (let i = source.length - 1; i >= 0; i--) {
    last = source[i];
    if (last === ".") {
      source.splice(i, 1);
    } else if (last === "..") {
      source.splice(i, 1);
      up++;
    } else if (up) {
      source.splice(i, 1);
      up--;
    }
  }
  if (!mustEndAbsolute && !removesAll) while (up--) source.unshift("..");
  if (mustEndAbsolute && source[0] !== "" && (!source[0] || !source[0].startsWith("/"))) source.unshift("");
  if (endsWithSlash && !source.join("/").endsWith("/")) source.push("");
  const isAbsolute = source[0] === "" || (source[0] && source[0].startsWith("/"));
  if (isPlain) takeHost(result, isAbsolute ? "" : source.length ? source.shift() : "");
  mustEndAbsolute = mustEndAbsolute || (result.host && source.length);
  if (mustEndAbsolute && !isAbsolute) source.unshift("");
  if (!source.length) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = source.join("/");
  }
  if (result.pathname !== null || result.search !== null) result.path = (result.pathname || "") + (result.search || "");
  result.auth = relative.auth || result.auth;
  result.slashes = result.slashes || relative.slashes;
  result.href = result.format();
  return result;
}

/// The first part of a path as the host, with credentials.
function takeHost(result: any, first: any): void {
  result.host = result.hostname = first;
  const at = result.host ? result.host.indexOf("@") : -1;
  if (at <= 0) return;
  result.auth = result.host.slice(0, at);
  result.host = result.hostname = result.host.slice(at + 1);
}

Url.prototype.parseHost = function (this: any): void {
  let host: string = this.host;
  const port = /:[0-9]*$/.exec(host);
  if (port !== null) {
    if (port[0] !== ":") this.port = port[0].slice(1);
    host = host.slice(0, host.length - port[0].length);
  }
  if (host) this.hostname = host;
};
