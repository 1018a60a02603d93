/// The globals `atob` and `btoa` (https://html.spec.whatwg.org/multipage/webappapis.html#atob).
// @optimize size
import { argumentCount, bufferDecode, bufferEncode, bufferNew, bufferWrite } from "polyglot:runtime";
import { BASE64, LATIN1 } from "./buffer-encodings.ts";
import { missingArguments } from "./node-errors.ts";

const exceptionConstructor: any = DOMException;

/// The bytes of base64 text, as Latin-1.
export function atob(input: any): string {
  if (argumentCount() === 0) throw missingArguments(["input"]);
  const text = `${input}`.replace(/[\t\n\f\r ]/g, "");
  let length = text.length;
  if (length % 4 === 0 && text.endsWith("=")) length -= text.endsWith("==") ? 2 : 1;
  if (length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text.slice(0, length))) {
    throw new exceptionConstructor("The string to be decoded is not correctly encoded.", "InvalidCharacterError");
  }
  const size = Math.floor((length * 3) / 4);
  const bytes: any = bufferNew(size);
  bufferWrite(bytes, text, BASE64, 0, size);
  return bufferDecode(bytes, LATIN1, 0, size);
}

/// Latin-1 text as base64.
export function btoa(input: any): string {
  if (argumentCount() === 0) throw missingArguments(["input"]);
  const text = `${input}`;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 255) throw new exceptionConstructor("Invalid character", "InvalidCharacterError");
  }
  return bufferDecode(bufferEncode(text, LATIN1), BASE64, 0, text.length);
}
