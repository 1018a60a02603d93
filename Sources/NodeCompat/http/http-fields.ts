/// The fields of heads that are sent: their checks, and where they are in lists.
// @optimize speed
import { httpIsValue, httpLowerName } from "polyglot:runtime";
import { coded, invalidCharacter, invalidToken } from "./http-common.ts";

/// The name of a field in lower case, otherwise ERR_INVALID_HTTP_TOKEN.
export function lowerName(name: any, label?: any): string {
  const lower = typeof name === "string" ? httpLowerName(name) : "";
  if (lower === "") throw invalidToken(label || "Header name", name);
  return lower;
}

/// `http.validateHeaderName`
export function validateHeaderName(name: any, label?: any): void {
  lowerName(name, label);
}

/// `http.validateHeaderValue`
export function validateHeaderValue(name: any, value: any): void {
  if (value === undefined) throw coded(TypeError, "ERR_HTTP_INVALID_HEADER_VALUE", 'Invalid value "' + value + '" for header "' + name + '"');
  if (typeof value === "number") return;
  if (Array.isArray(value)) {
    // Each one is checked as the text that it will be.
    if (!httpIsValue(String(value))) throw invalidCharacter(name);
    return;
  }
  if (!httpIsValue(typeof value === "string" ? value : String(value))) throw invalidCharacter(name);
}

/// A value of a field as it is sent: text, a number, or an array of those.
export function sendable(value: any): any {
  if (typeof value === "string" || typeof value === "number") return value;
  if (!Array.isArray(value)) return String(value);
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== "string" && typeof value[i] !== "number") return value.map((one: any) => String(one));
  }
  return value;
}

/// A position in a list of names in lower case, names, and values; -1 if the name is not there.
export function positionOf(fields: any[] | null, lower: string): number {
  if (fields !== null) {
    for (let i = 0; i < fields.length; i += 3) {
      if (fields[i] === lower) return i;
    }
  }
  return -1;
}
