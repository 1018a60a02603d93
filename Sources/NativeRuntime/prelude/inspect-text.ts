/// How `util.inspect` writes primitives and property keys.
// @optimize size
import type { Context } from "./inspect-context.ts";
import { stylizeNot } from "./inspect-context.ts";

/// A primitive value as `inspect` shows it.
export function formatPrimitive(context: Context, value: any, stylized: boolean): string {
  const stylize = stylized ? context.stylize : stylizeNot;
  if (typeof value === "string") return formatString(context, value, stylize);
  if (typeof value === "number") return stylize(numberText(value, context.numericSeparator), "number");
  if (typeof value === "bigint") {
    const digits = String(value);
    return stylize((context.numericSeparator ? separateInteger(digits) : digits) + "n", "bigint");
  }
  if (typeof value === "boolean") return stylize(value ? "true" : "false", "boolean");
  if (value === undefined) return stylize("undefined", "undefined");
  return stylize(String(value), "symbol");
}

/// A string in quotes; a long one with line breaks is split after each, its parts joined by `+`.
function formatString(context: Context, value: string, stylize: (text: string, style: string) => string): string {
  let trailer = "";
  if (value.length > context.maxStringLength) {
    const remaining = value.length - context.maxStringLength;
    value = value.slice(0, context.maxStringLength);
    trailer = "... " + remaining + " more character" + (remaining > 1 ? "s" : "");
  }
  if (context.compact === true || value.length <= 16 || value.length <= context.breakLength - context.indentation - 4) {
    return stylize(quote(value), "string") + trailer;
  }
  const separator = " +\n" + " ".repeat(context.indentation + 2);
  let result = "";
  let start = 0;
  while (start < value.length) {
    const lineBreak = value.indexOf("\n", start);
    const end = lineBreak < 0 ? value.length : lineBreak + 1;
    if (start > 0) result += separator;
    result += stylize(quote(value.slice(start, end)), "string");
    start = end;
  }
  return result + trailer;
}

/// A number's digits, `-0` for negative zero, with `_` between groups of three if `separated`.
export function numberText(value: number, separated: boolean): string {
  if (Object.is(value, -0)) return "-0";
  const text = String(value);
  if (!separated || value !== value || value === Infinity || value === -Infinity || text.includes("e")) return text;
  const point = text.indexOf(".");
  if (point < 0) return separateInteger(text);
  let fraction = "";
  for (let i = point + 1; i < text.length; i += 3) {
    fraction += text.slice(i, i + 3);
    if (i + 3 < text.length) fraction += "_";
  }
  return separateInteger(text.slice(0, point)) + "." + fraction;
}

function separateInteger(digits: string): string {
  const first = digits.charAt(0) === "-" ? 1 : 0;
  let result = "";
  let end = digits.length;
  while (end >= first + 4) {
    result = "_" + digits.slice(end - 3, end) + result;
    end -= 3;
  }
  return digits.slice(0, end) + result;
}

/// A string in single quotes, or in double quotes or backticks if that saves escapes.
export function quote(text: string): string {
  let mark = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes("`") && !text.includes("${")) mark = "`";
  }
  return mark + escapeControls(text, mark === "'") + mark;
}

/// Escapes control characters, backslashes, lone surrogates and, if asked to, single quotes.
export function escapeControls(text: string, singleQuotes: boolean): string {
  let result = "";
  let last = 0;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 32 && unit < 127 && unit !== 92 && (unit !== 39 || !singleQuotes)) continue;
    if (unit >= 160 && (unit < 0xd800 || unit > 0xdfff)) continue;
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < length) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        i++;
        continue;
      }
    }
    result += text.slice(last, i) + escapeUnit(unit);
    last = i + 1;
  }
  return last === 0 ? text : result + text.slice(last);
}

function escapeUnit(unit: number): string {
  switch (unit) {
    case 8: return "\\b";
    case 9: return "\\t";
    case 10: return "\\n";
    case 12: return "\\f";
    case 13: return "\\r";
    case 39: return "\\'";
    case 92: return "\\\\";
  }
  if (unit >= 0xd800) return "\\u" + unit.toString(16);
  return (unit < 16 ? "\\x0" : "\\x") + unit.toString(16).toUpperCase();
}

/// Whether a property key is shown without quotes.
export function isIdentifier(key: string): boolean {
  if (key.length === 0) return false;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    const letter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
    if (!letter && (i === 0 || unit < 48 || unit > 57)) return false;
  }
  return true;
}

/// Whether a key is the canonical text of a natural number.
export function isNaturalNumber(key: string): boolean {
  if (key === "0") return true;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    if (unit > 57 || unit < (i === 0 ? 49 : 48)) return false;
  }
  return key.length > 0;
}

/// What stands for the elements that are not shown.
export function remainingText(count: number): string {
  return "... " + count + " more item" + (count > 1 ? "s" : "");
}
