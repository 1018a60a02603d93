/// The global `URLSearchParams` (https://url.spec.whatwg.org/#interface-urlsearchparams).
// @optimize size
import { call3, formDecode, formEncode, listFromIterable } from "polyglot:runtime";
import { inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { inspect } from "./inspect.ts";
import { codedError, invalidThis, missingArguments } from "./node-errors.ts";
import { validateFunction } from "./validators.ts";

let isParams: (value: any) => boolean;
/// The names and values of parameters in turn, the live list.
let listOf: (params: any) => string[];
/// For URL: gives parameters the pairs of a query, or somebody to tell of changes.
export let refillParams: (params: any, query: string | undefined, tell: any) => void;

/// The pairs of a query without its question mark.
function parsePairs(query: string): string[] {
  const list: string[] = [];
  let start = 0;
  while (start < query.length) {
    let end = query.indexOf("&", start);
    if (end < 0) end = query.length;
    if (end > start) {
      const equals = query.indexOf("=", start);
      const split = equals < 0 || equals > end ? end : equals;
      list.push(formDecode(query.slice(start, split)), split === end ? "" : formDecode(query.slice(split + 1, end)));
    }
    start = end + 1;
  }
  return list;
}

/// A string as the standard converts it: lone surrogates are replaced.
function toText(value: any): string {
  const text = `${value}`;
  return text.isWellFormed() ? text : text.toWellFormed();
}

function invalidTuple(): any {
  return codedError(new TypeError("Each query pair must be an iterable [name, value] tuple"), "ERR_INVALID_TUPLE");
}

/// The pairs of an initial value that is an object.
function pairsOf(init: any): string[] {
  const list: string[] = [];
  const method: any = init[Symbol.iterator];
  if (isParams(init) && method === URLSearchParams.prototype.entries) return listOf(init).slice();
  if (method !== undefined && method !== null) {
    if (typeof method !== "function") {
      throw codedError(new TypeError("Query pairs must be iterable"), "ERR_ARG_NOT_ITERABLE");
    }
    for (const pair of listFromIterable(init, method)) {
      const isObject = (typeof pair === "object" && pair !== null) || typeof pair === "function";
      const inner: any = isObject ? pair[Symbol.iterator] : undefined;
      if (typeof inner !== "function") throw invalidTuple();
      const items: any[] = listFromIterable(pair, inner);
      if (items.length !== 2) throw invalidTuple();
      list.push(toText(items[0]), toText(items[1]));
    }
    return list;
  }
  // Of names that become equal the last value stays, at the first one's place.
  const seen = new Map<string, number>();
  for (const key of Reflect.ownKeys(init)) {
    const descriptor: any = Reflect.getOwnPropertyDescriptor(init, key);
    if (descriptor === undefined || !descriptor.enumerable) continue;
    const name = toText(key);
    const value = toText(init[key]);
    const known = seen.get(name);
    if (known !== undefined) {
      list[known] = value;
    } else {
      seen.set(name, list.length + 1);
      list.push(name, value);
    }
  }
  return list;
}

/// The class of parameters.
export class URLSearchParams {
  #list: string[] = [];
  /// Called with the new query after each change, if a URL has these parameters.
  #tell: any = undefined;

  constructor(init?: any) {
    if (init === undefined) return;
    if ((typeof init === "object" || typeof init === "function") && init !== null) {
      this.#list = pairsOf(init);
    } else {
      const text = toText(init);
      this.#list = parsePairs(text.startsWith("?") ? text.slice(1) : text);
    }
  }

  get size(): number {
    return check(this).#list.length / 2;
  }

  append(name: any, value: any): void {
    check(this);
    if (arguments.length < 2) throw missingArguments(["name", "value"]);
    this.#list.push(toText(name), toText(value));
    this.#changed();
  }

  delete(name: any, value?: any): void {
    check(this);
    if (arguments.length < 1) throw missingArguments(["name"]);
    const sought = toText(name);
    const wanted = value === undefined ? undefined : toText(value);
    const kept: string[] = [];
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === sought && (wanted === undefined || list[i + 1] === wanted)) continue;
      kept.push(list[i]!, list[i + 1]!);
    }
    this.#replace(kept);
    this.#changed();
  }

  get(name: any): string | null {
    check(this);
    if (arguments.length < 1) throw missingArguments(["name"]);
    const sought = toText(name);
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === sought) return list[i + 1]!;
    }
    return null;
  }

  getAll(name: any): string[] {
    check(this);
    if (arguments.length < 1) throw missingArguments(["name"]);
    const sought = toText(name);
    const values: string[] = [];
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === sought) values.push(list[i + 1]!);
    }
    return values;
  }

  has(name: any, value?: any): boolean {
    check(this);
    if (arguments.length < 1) throw missingArguments(["name"]);
    const sought = toText(name);
    const wanted = value === undefined ? undefined : toText(value);
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === sought && (wanted === undefined || list[i + 1] === wanted)) return true;
    }
    return false;
  }

  set(name: any, value: any): void {
    check(this);
    if (arguments.length < 2) throw missingArguments(["name", "value"]);
    const sought = toText(name);
    const text = toText(value);
    const kept: string[] = [];
    let isSet = false;
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] !== sought) kept.push(list[i]!, list[i + 1]!);
      else if (!isSet) kept.push(sought, text);
      if (list[i] === sought) isSet = true;
    }
    if (!isSet) kept.push(sought, text);
    this.#replace(kept);
    this.#changed();
  }

  sort(): void {
    check(this);
    const pairs: [string, string][] = [];
    for (let i = 0; i < this.#list.length; i += 2) pairs.push([this.#list[i]!, this.#list[i + 1]!]);
    pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#replace(pairs.flat());
    this.#changed();
  }

  entries(): any {
    return makeIterator(check(this), PAIRS);
  }

  forEach(callback: any, thisArg?: any): void {
    check(this);
    validateFunction(callback, "callback");
    for (let i = 0; i < this.#list.length; i += 2) call3(callback, thisArg, this.#list[i + 1], this.#list[i], this);
  }

  keys(): any {
    return makeIterator(check(this), KEYS);
  }

  values(): any {
    return makeIterator(check(this), VALUES);
  }

  toString(): string {
    const list: string[] = check(this).#list;
    let text = "";
    for (let i = 0; i < list.length; i += 2) {
      text += (i === 0 ? "" : "&") + formEncode(list[i]!) + "=" + formEncode(list[i + 1]!);
    }
    return text;
  }

  [inspectSymbol](depth: any, options: any): any {
    check(this);
    if (typeof depth === "number" && depth < 0) return options.stylize("[Object]", "special");
    return "URLSearchParams " + inspectEntries(this.#list, 0, PAIRS, options, " => ");
  }

  /// New pairs in the same list, which iterators look at.
  #replace(pairs: string[]): void {
    this.#list.length = 0;
    for (let i = 0; i < pairs.length; i++) this.#list.push(pairs[i]!);
  }

  #changed(): void {
    if (this.#tell !== undefined) this.#tell(this.toString());
  }

  static {
    isParams = (value: any) => value !== null && typeof value === "object" && #list in value;
    listOf = (params: any) => params.#list;
    refillParams = (params: any, query: string | undefined, tell: any) => {
      if (query !== undefined) params.#replace(parsePairs(query.startsWith("?") ? query.slice(1) : query));
      if (tell !== undefined) params.#tell = tell;
    };
  }
}
makeEnumerable(URLSearchParams.prototype, [
  "size", "append", "delete", "get", "getAll", "has", "set", "sort", "entries", "forEach", "keys", "values", "toString",
]);
setTag(URLSearchParams.prototype, "URLSearchParams");
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  value: URLSearchParams.prototype.entries, writable: true, configurable: true,
});

/// The receiver, which must be one of this class.
function check(value: any): any {
  if (!isParams(value)) throw invalidThis("URLSearchParams");
  return value;
}

// What iterators give.
const PAIRS = 0;
const KEYS = 1;
const VALUES = 2;

/// Entries from a pair on, as they are shown.
function inspectEntries(list: string[], first: number, kind: number, options: any, between: string): string {
  const inner = { ...options };
  if (options.depth !== null && options.depth !== undefined) inner.depth = options.depth - 1;
  const entries: string[] = [];
  for (let i = first; i < list.length; i += 2) {
    const name = inspect(list[i], inner);
    const value = inspect(list[i + 1], inner);
    if (between === " => ") entries.push(name + between + value);
    else entries.push(kind === PAIRS ? "[ " + name + between + value + " ]" : kind === KEYS ? name : value);
  }
  if (entries.length === 0) return between === " => " ? "{}" : "{  }";
  const length = entries.reduce((sum, entry) => sum + entry.length + 2, -2);
  const isShort = length <= (options.breakLength ?? 80);
  return isShort ? "{ " + entries.join(", ") + " }" : "{\n  " + entries.join(",\n  ") + " }";
}

let stateOf: (iterator: any) => any;

/// The class of iterators, whose constructor nobody sees.
class URLSearchParamsIterator {
  #params: any;
  #kind: number;
  #index = 0;

  constructor(params: any, kind: number) {
    this.#params = params;
    this.#kind = kind;
  }

  next(): any {
    if (this === null || typeof this !== "object" || !(#params in this)) throw invalidThis("URLSearchParamsIterator");
    const list = listOf(this.#params);
    const index = this.#index;
    if (index >= list.length) return { value: undefined, done: true };
    this.#index = index + 2;
    const value = this.#kind === PAIRS ? [list[index], list[index + 1]] : list[this.#kind === KEYS ? index : index + 1];
    return { value, done: false };
  }

  [inspectSymbol](depth: any, options: any): any {
    if (typeof depth === "number" && depth < 0) return options.stylize("[Object]", "special");
    const state: any = stateOf(this);
    return "URLSearchParams Iterator " + inspectEntries(listOf(state.params), state.index, state.kind, options, ", ");
  }

  static {
    stateOf = (iterator: any) => ({ params: iterator.#params, index: iterator.#index, kind: iterator.#kind });
  }
}
Object.setPrototypeOf(URLSearchParamsIterator.prototype, Iterator.prototype);
makeEnumerable(URLSearchParamsIterator.prototype, ["next"]);
setTag(URLSearchParamsIterator.prototype, "URLSearchParams Iterator");
delete (URLSearchParamsIterator.prototype as any).constructor;

function makeIterator(params: any, kind: number): any {
  return new URLSearchParamsIterator(params, kind);
}

/// The value of the global.
export function urlSearchParamsClass(): any {
  return URLSearchParams;
}
