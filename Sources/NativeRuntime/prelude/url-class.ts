/// The global `URL` (https://url.spec.whatwg.org/#url-class).
// @optimize size
import { urlPart } from "polyglot:runtime";
import { blobOperations } from "./blob-operations.ts";
import { inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { inspect } from "./inspect.ts";
import { codedError, invalidType, missingArguments, plainCodedError } from "./node-errors.ts";
import { changeHref, parseHref } from "./url-parse.ts";
import { refillParams, URLSearchParams } from "./url-search-params.ts";

// Parts, as src/url/url_parser.h numbers them.
const PROTOCOL = 1;
const USERNAME = 2;
const PASSWORD = 3;
const HOST = 4;
const HOSTNAME = 5;
const PORT = 6;
const PATHNAME = 7;
const SEARCH = 8;
const HASH = 9;

/// ERR_INVALID_URL
function invalidURL(input: string, base?: string): any {
  const error: any = plainCodedError(new TypeError("Invalid URL"), "ERR_INVALID_URL");
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
}

/// Whether a value was made by the class.
export let isURL: (value: any) => boolean;
/// Sets the query without telling the parameters, from which it comes.
let setQuery: (url: any, query: string) => void;

/// The class of URLs.
export class URL {
  #href: string;
  #params: any = undefined;

  constructor(input: any, base?: any) {
    if (arguments.length === 0) throw missingArguments(["url"]);
    const text = `${input}`;
    const baseText = base === undefined ? undefined : `${base}`;
    const baseHref = baseText === undefined ? undefined : parseHref(baseText, undefined);
    const href = baseText !== undefined && baseHref === undefined ? undefined : parseHref(text, baseHref);
    if (href === undefined) throw invalidURL(text, baseText);
    this.#href = href;
  }

  static parse(input: any, base?: any): URL | null {
    if (arguments.length === 0) throw missingArguments(["url"]);
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  static canParse(input: any, base?: any): boolean {
    if (arguments.length === 0) throw missingArguments(["url"]);
    const text = `${input}`;
    if (base === undefined) return parseHref(text, undefined) !== undefined;
    const baseHref = parseHref(`${base}`, undefined);
    return baseHref !== undefined && parseHref(text, baseHref) !== undefined;
  }

  static createObjectURL(object: any): string {
    const url = blobOperations?.createURL(object);
    if (url === undefined) throw invalidType("obj", "an instance of Blob", object);
    return url;
  }

  static revokeObjectURL(url: any): void {
    if (arguments.length === 0) throw missingArguments(["url"]);
    blobOperations?.revokeURL(`${url}`);
  }

  toString(): string {
    return check(this).#href;
  }

  get href(): string {
    return check(this).#href;
  }

  set href(value: any) {
    check(this);
    const text = `${value}`;
    const href = parseHref(text, undefined);
    if (href === undefined) {
      const error: any = codedError(new TypeError("Invalid URL"), "ERR_INVALID_URL");
      error.input = text;
      throw error;
    }
    this.#href = href;
    this.#refill();
  }

  get origin(): string {
    const href = check(this).#href;
    const protocol = urlPart(href, PROTOCOL);
    switch (protocol) {
      case "http:": case "https:": case "ws:": case "wss:": case "ftp:": return protocol + "//" + urlPart(href, HOST);
      case "blob:": {
        const inner = parseHref(urlPart(href, PATHNAME), undefined);
        if (inner === undefined || !inner.startsWith("http")) return "null";
        const innerProtocol = urlPart(inner, PROTOCOL);
        if (innerProtocol !== "http:" && innerProtocol !== "https:") return "null";
        return innerProtocol + "//" + urlPart(inner, HOST);
      }
      default: return "null";
    }
  }

  get protocol(): string {
    return urlPart(check(this).#href, PROTOCOL);
  }

  set protocol(value: any) {
    check(this).#change(PROTOCOL, value);
  }

  get username(): string {
    return urlPart(check(this).#href, USERNAME);
  }

  set username(value: any) {
    check(this).#change(USERNAME, value);
  }

  get password(): string {
    return urlPart(check(this).#href, PASSWORD);
  }

  set password(value: any) {
    check(this).#change(PASSWORD, value);
  }

  get host(): string {
    return urlPart(check(this).#href, HOST);
  }

  set host(value: any) {
    check(this).#change(HOST, value);
  }

  get hostname(): string {
    return urlPart(check(this).#href, HOSTNAME);
  }

  set hostname(value: any) {
    check(this).#change(HOSTNAME, value);
  }

  get port(): string {
    return urlPart(check(this).#href, PORT);
  }

  set port(value: any) {
    check(this).#change(PORT, value);
  }

  get pathname(): string {
    return urlPart(check(this).#href, PATHNAME);
  }

  set pathname(value: any) {
    check(this).#change(PATHNAME, value);
  }

  get search(): string {
    return urlPart(check(this).#href, SEARCH);
  }

  set search(value: any) {
    check(this).#change(SEARCH, value);
    this.#refill();
  }

  get searchParams(): any {
    check(this);
    if (this.#params === undefined) {
      const params: any = new URLSearchParams(urlPart(this.#href, SEARCH));
      refillParams(params, undefined, (query: string) => setQuery(this, query));
      this.#params = params;
    }
    return this.#params;
  }

  get hash(): string {
    return urlPart(check(this).#href, HASH);
  }

  set hash(value: any) {
    check(this).#change(HASH, value);
  }

  toJSON(): string {
    return check(this).#href;
  }

  [inspectSymbol](depth: any, options: any): any {
    check(this);
    if (typeof depth === "number" && depth < 0) return this;
    const shown: any = {};
    for (const name of shownParts) shown[name] = (this as any)[name];
    return this.constructor.name + " " + inspect(shown, options);
  }

  #change(part: number, value: any): void {
    const href = changeHref(this.#href, part, `${value}`);
    if (href !== undefined) this.#href = href;
  }

  /// The parameters follow the query.
  #refill(): void {
    if (this.#params !== undefined) refillParams(this.#params, urlPart(this.#href, SEARCH), undefined);
  }

  static {
    isURL = (value: any) => value !== null && typeof value === "object" && #href in value;
    setQuery = (url: any, query: string) => url.#change(SEARCH, query);
  }
}

const shownParts = [
  "href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search",
  "searchParams", "hash",
];
makeEnumerable(URL.prototype, ["toString", ...shownParts, "toJSON"]);
makeEnumerable(URL, ["parse", "canParse", "createObjectURL", "revokeObjectURL"]);
setTag(URL.prototype, "URL");

/// The receiver, which must be one of this class.
function check(value: any): any {
  if (!isURL(value)) throw new TypeError("Receiver must be an instance of class URL");
  return value;
}

/// The value of the global.
export function urlClass(): any {
  return URL;
}
