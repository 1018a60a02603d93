/// `util.format`: text with `%` directives, followed by the other values (https://nodejs.org/api/util.html#utilformatformat-args).
// @optimize size
import { isBuiltinName } from "./builtin-names.ts";
import { defaultOptions } from "./inspect-context.ts";
import { inspect } from "./inspect.ts";
import { numberText } from "./inspect-text.ts";

/// Formats a list of values; `options` are those of `inspect`, or undefined.
export function formatList(options: any, values: any[]): string {
  const count = values.length;
  const first: any = values[0];
  let next = 0;
  let text = "";
  if (typeof first === "string") {
    if (count === 1) return first;
    text = first;
    next = 1;
    if (first.includes("%")) {
      text = "";
      let last = 0;
      for (let i = 0; i < first.length - 1; i++) {
        if (first.charCodeAt(i) !== 37) continue;
        const letter = first.charAt(++i);
        let replacement: string;
        if (letter === "%") {
          replacement = "%";
        } else {
          if (next === count || !isDirective(letter)) continue;
          replacement = formatDirective(letter, values[next++], options);
        }
        text += first.slice(last, i - 1) + replacement;
        last = i + 1;
      }
      text += first.slice(last);
    }
    if (next < count) text += " ";
  }
  for (let i = next; i < count; i++) {
    if (i > next) text += " ";
    const value: any = values[i];
    text += typeof value === "string" ? value : inspect(value, options);
  }
  return text;
}

function isDirective(letter: string): boolean {
  switch (letter) {
    case "s": case "d": case "i": case "f": case "j": case "o": case "O": case "c":
      return true;
  }
  return false;
}

function formatDirective(letter: string, value: any, options: any): string {
  switch (letter) {
    case "s":
      if (typeof value === "number") return formatNumber(value, options);
      if (typeof value === "bigint") return inspect(value, { ...options, colors: false });
      if (typeof value !== "object" || value === null || !hasBuiltinToString(value)) return String(value);
      return inspect(value, { ...options, compact: 3, colors: false, depth: 0 });
    case "d":
      if (typeof value === "bigint") return inspect(value, { ...options, colors: false });
      return formatNumber(typeof value === "symbol" ? NaN : Number(value), options);
    case "i":
      if (typeof value === "bigint") return inspect(value, { ...options, colors: false });
      return formatNumber(typeof value === "symbol" ? NaN : parseInt(value), options);
    case "f":
      return formatNumber(typeof value === "symbol" ? NaN : parseFloat(value), options);
    case "j":
      return stringify(value);
    case "o":
      return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case "O":
      return inspect(value, options);
  }
  // %c takes style sheets, which a terminal cannot follow.
  return "";
}

function formatNumber(value: number, options: any): string {
  let separated: any = options === undefined || options === null ? undefined : options.numericSeparator;
  if (separated === undefined || separated === null) separated = defaultOptions().numericSeparator;
  return numberText(value, separated);
}

function stringify(value: any): string {
  try {
    return String(JSON.stringify(value));
  } catch (error) {
    const message: any = error instanceof TypeError ? error.message : "";
    if (typeof message === "string" && message.startsWith("Converting circular structure to JSON")) return "[Circular]";
    throw error;
  }
}

/// Whether an object's `toString` and `Symbol.toPrimitive` are those of a built-in class.
function hasBuiltinToString(value: any): boolean {
  const toPrimitive: any = value[Symbol.toPrimitive];
  const hasToString = typeof value.toString === "function";
  if (!hasToString && typeof toPrimitive !== "function") return true;
  if (hasToString && Object.hasOwn(value, "toString")) return false;
  if (typeof toPrimitive === "function" && Object.hasOwn(value, Symbol.toPrimitive)) return false;
  let holder = Object.getPrototypeOf(value);
  while (
    !(hasToString && Object.hasOwn(holder, "toString")) &&
    !(typeof toPrimitive === "function" && Object.hasOwn(holder, Symbol.toPrimitive))
  ) {
    holder = Object.getPrototypeOf(holder);
  }
  const descriptor = Object.getOwnPropertyDescriptor(holder, "constructor");
  return descriptor !== undefined && typeof descriptor.value === "function" && isBuiltinName(descriptor.value.name);
}
