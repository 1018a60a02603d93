/// How `util.inspect` shows errors: by their stack, corrected where name and class say more than it does.
// @optimize size
import type { Context } from "./inspect-context.ts";
import { formatValue, isErrorObject, prefixText } from "./inspect.ts";

/// The stack of an error as it is shown; removes keys that the stack shows, adds `cause` and `errors`.
export function formatError(context: Context, error: any, constructor: string | null, tag: string, keys: any[]): string {
  let stack = stackText(context, error);
  const name: any = readQuietly(error, "name");
  const message: any = readQuietly(error, "message");
  if (!context.showHidden && keys.length !== 0) {
    removeKey(keys, "stack");
    if (typeof message !== "string" || stack.includes(message)) removeKey(keys, "message");
    if (typeof name !== "string" || stack.includes(name)) removeKey(keys, "name");
  }
  if (Object.hasOwn(error, "cause") && !keys.includes("cause")) keys.push("cause");
  if (Object.hasOwn(error, "errors") && Array.isArray(readQuietly(error, "errors")) && !keys.includes("errors")) {
    keys.push("errors");
  }
  stack = improveStack(stack, constructor, name === undefined || name === null ? "Error" : name, tag);
  let from = typeof message === "string" && message !== "" ? stack.indexOf(message) : -1;
  if (from >= 0) from += message.length;
  const framesStart = stack.indexOf("\n    at", from < 0 ? 0 : from);
  if (framesStart < 0) {
    stack = "[" + stack + "]";
  } else {
    const frames = stack.slice(framesStart + 1).split("\n");
    omitCauseFrames(context, error, frames);
    stack = stack.slice(0, framesStart) + "\n" + frames.join("\n");
  }
  if (context.indentation === 0) return stack;
  return stack.replaceAll("\n", "\n" + " ".repeat(context.indentation));
}

/// A property, or undefined if its getter throws.
function readQuietly(object: any, key: string): any {
  try {
    return object[key];
  } catch {
    return undefined;
  }
}

function removeKey(keys: any[], key: string): void {
  const index = keys.indexOf(key);
  if (index >= 0) keys.splice(index, 1);
}

/// `error.stack`, or what stands for it if that is not text.
function stackText(context: Context, error: any): string {
  const stack: any = readQuietly(error, "stack");
  if (typeof stack === "string" && stack !== "") return stack;
  const title = Error.prototype.toString.call(error);
  if (!stack) return title;
  context.seen.push(error);
  context.indentation += 4;
  const formatted = formatValue(context, stack, NaN);
  context.indentation -= 4;
  context.seen.pop();
  return title + "\n    " + formatted;
}

/// Puts the class name, the tag and the missing prototype into a stack that does not begin with them.
function improveStack(stack: string, constructor: string | null, name: any, tag: string): string {
  if (typeof name !== "string") {
    const text = String(name);
    return stack.replace(text, () => text + " [" + prefixText(constructor, tag, "Error", "").slice(0, -1) + "]");
  }
  let length = name.length;
  if (constructor !== null) {
    if (!name.endsWith("Error") || !stack.startsWith(name)) return stack;
    if (stack.length !== length && stack.charAt(length) !== ":" && stack.charAt(length) !== "\n") return stack;
  }
  let fallback = "Error";
  if (constructor === null) {
    const title = errorTitle(stack);
    length = title.length;
    if (title !== "") fallback = title;
  }
  const prefix = prefixText(constructor, tag, fallback, "").slice(0, -1);
  if (name === prefix) return stack;
  if (!prefix.includes(name)) return prefix + " [" + name + "]" + stack.slice(length);
  return length === 0 ? prefix + ": " + stack : prefix + stack.slice(length);
}

/// The name that a stack begins with: words up to a colon or the first frame, or the whole if that ends in `Error`.
function errorTitle(stack: string): string {
  const first = stack.charCodeAt(0);
  if (first >= 65 && first <= 90) {
    let end = 1;
    while (end < stack.length && (isWordUnit(stack.charCodeAt(end)) || " []()".includes(stack.charAt(end)))) end++;
    if (end > 1 && (stack.charAt(end) === ":" || stack.startsWith("\n    at", end))) return stack.slice(0, end);
  }
  if (!stack.endsWith("Error")) return "";
  for (let i = 0; i < stack.length; i++) {
    if (!isWordUnit(stack.charCodeAt(i))) return "";
  }
  return stack;
}

/// Letters, digits, `_` and `-`.
function isWordUnit(unit: number): boolean {
  if (unit >= 97 && unit <= 122) return true;
  return (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45;
}

/// Replaces the frames that an error shares with its cause by a remark.
function omitCauseFrames(context: Context, error: any, frames: string[]): void {
  const cause: any = readQuietly(error, "cause");
  if (cause === undefined || cause === null || !isErrorObject(cause)) return;
  const causeStack = stackText(context, cause);
  const start = causeStack.indexOf("\n    at");
  if (start < 0) return;
  const others = causeStack.slice(start + 1).split("\n");
  for (let i = 0; i < frames.length - 3; i++) {
    const position = others.indexOf(frames[i]);
    if (position < 0) continue;
    let length = 1;
    const longest = Math.min(frames.length - i, others.length - position);
    while (length < longest && frames[i + length] === others[position + length]) length++;
    if (length > 3) {
      const remark = "    ... " + (length - 2) + " lines matching cause stack trace ...";
      frames.splice(i + 1, length - 2, context.stylize(remark, "undefined"));
      return;
    }
  }
}
