/// `String.prototype.replace` and `replaceAll` (ECMA-262 22.1.3.19, 22.1.3.20), which may call back.
import { call2, call3, stringIndexOf, stringReplace, stringReplaceAll } from "polyglot:runtime";

/// `String.prototype.replace`
export function replace(this: any, pattern: any, replacement: any): any {
  if (this === undefined || this === null) {
    throw new TypeError("String.prototype.replace called on null or undefined");
  }
  if (pattern !== null && typeof pattern === "object") {
    const method: any = pattern[Symbol.replace];
    if (method !== undefined && method !== null) return call2(method, pattern, this, replacement);
  }
  const string = `${this}`;
  const search = `${pattern}`;
  if (typeof replacement !== "function") return stringReplace(string, search, `${replacement}`);
  const position = stringIndexOf(string, search, 0);
  if (position < 0) return string;
  const text = `${call3(replacement, undefined, search, position, string)}`;
  return string.slice(0, position) + text + string.slice(position + search.length);
}

/// `String.prototype.replaceAll`
export function replaceAll(this: any, pattern: any, replacement: any): any {
  if (this === undefined || this === null) {
    throw new TypeError("String.prototype.replaceAll called on null or undefined");
  }
  if (pattern !== null && typeof pattern === "object") {
    const method: any = pattern[Symbol.replace];
    if (method !== undefined && method !== null) return call2(method, pattern, this, replacement);
  }
  const string = `${this}`;
  const search = `${pattern}`;
  if (typeof replacement !== "function") return stringReplaceAll(string, search, `${replacement}`);
  const step = search.length > 0 ? search.length : 1;
  let result = "";
  let last = 0;
  let position = stringIndexOf(string, search, 0);
  while (position >= 0) {
    result += string.slice(last, position) + `${call3(replacement, undefined, search, position, string)}`;
    last = position + search.length;
    // An index behind the end finds the empty string at the end again.
    position = position + step > string.length ? -1 : stringIndexOf(string, search, position + step);
  }
  return result + string.slice(last);
}
