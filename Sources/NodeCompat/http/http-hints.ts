/// Early hints, which few servers send (RFC 8297).
// @optimize size
import { invalidValue } from "../prelude/node-errors.ts";
import { validateObject } from "../prelude/validators.ts";
import { invalidCharacter, isValue } from "./http-common.ts";
import { validateHeaderName, validateHeaderValue } from "./http-fields.ts";

/// `response.writeEarlyHints`
export function writeEarlyHints(this: any, hints: any, callback?: any): void {
  let head = "HTTP/1.1 103 Early Hints\r\n";
  validateObject(hints, "hints");
  if (hints.link === null || hints.link === undefined) return;
  const link = linkText(hints.link);
  if (link.length === 0) return;
  if (!isValue(link)) throw invalidCharacter("Link");
  head += "Link: " + link + "\r\n";
  for (const key of Object.keys(hints)) {
    if (key === "link") continue;
    validateHeaderName(key);
    validateHeaderValue(key, hints[key]);
    head += key + ": " + hints[key] + "\r\n";
  }
  this._writeRaw(head + "\r\n", "ascii", callback);
}

/// Whether text is a link of early hints: `<…>` and parameters behind semicolons, whose values may be quoted. A regular
/// expression would link their engine into each server.
function isLink(text: string): boolean {
  let at = text.indexOf(">") + 1;
  if (text[0] !== "<" || at === 0) return false;
  while (at < text.length) {
    at = skipSpaces(text, at);
    if (text[at] !== ";") return false;
    const start = skipSpaces(text, at + 1);
    at = endOfWord(text, start);
    if (at === start) return false;
    if (text[at] === '"') {
      if (text[at - 1] !== "=" || at - start < 2) return false;
      at = endOfWord(text, at + 1);
      if (text[at++] !== '"') return false;
    }
  }
  return true;
}

function isSpace(text: string, at: number): boolean {
  return at < text.length && text[at].trim() === "";
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (isSpace(text, at)) at++;
  return at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ";" && text[at] !== '"' && !isSpace(text, at)) at++;
  return at;
}

/// The value of the field Link, otherwise ERR_INVALID_ARG_VALUE.
function linkText(value: any): string {
  const reason = "must be an array or string of format \"</styles.css>; rel=preload; as=style\"";
  const all: any[] = typeof value === "string" ? [value] : Array.isArray(value) ? value : [undefined];
  for (const one of all) {
    if (typeof one !== "string" || !isLink(one)) throw invalidValue("hints", value, reason);
  }
  return all.join(", ");
}
