/// `assert.AssertionError` and its messages (https://nodejs.org/api/assert.html#class-assertassertionerror).
// @optimize size
import { inspect } from "../prelude/inspect.ts";
import { validateObject } from "../prelude/validators.ts";
import { difference, type Line } from "./difference.ts";

function headline(operator: string): string {
  switch (operator) {
    case "deepStrictEqual": return "Expected values to be strictly deep-equal:";
    case "partialDeepStrictEqual": return "Expected values to be partially and strictly deep-equal:";
    case "strictEqual": return "Expected values to be strictly equal:";
    case "strictEqualObject": return 'Expected "actual" to be reference-equal to "expected":';
    case "deepEqual": return "Expected values to be loosely deep-equal:";
    case "notDeepStrictEqual": return 'Expected "actual" not to be strictly deep-equal to:';
    case "notStrictEqual": return 'Expected "actual" to be strictly unequal to:';
    case "notStrictEqualObject": return 'Expected "actual" not to be reference-equal to "expected":';
    case "notDeepEqual": return 'Expected "actual" not to be loosely deep-equal to:';
    case "notIdentical": return "Values have same structure but are not reference-equal:";
    default: return "Expected values not to be loosely deep-equal:";
  }
}

/// A value on as many lines as it has parts.
function inspectValue(value: any): string {
  return inspect(value, {
    compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false,
    sorted: true, getters: true, breakLength: Infinity,
  });
}

/// A difference as text: of more than five equal lines in a row the others are left out.
function printDifference(lines: Line[]): { message: string; isSkipped: boolean } {
  const shown = 5;
  let message = "";
  let isSkipped = false;
  let equal = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line.type !== 0 && i < lines.length - 1 && lines[i + 1]!.type === 0) {
      if (equal === shown + 2) message += "  " + lines[i + 2]!.text + "\n";
      if (equal > shown + 2) {
        message += "...\n";
        isSkipped = true;
      }
      if (equal > shown) message += "  " + lines[i + 1]!.text + "\n";
      equal = 0;
    }
    if (line.type === 1) message += "+ " + line.text + "\n";
    else if (line.type === -1) message += "- " + line.text + "\n";
    else if (equal++ < shown) message += "  " + line.text + "\n";
  }
  return { message: "\n" + message.trimEnd(), isSkipped };
}

/// A copy of an error without its stack, which differs wherever errors are made.
function withoutStack(error: any): any {
  const copy: any = Object.assign(new Error(), error);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
  Object.defineProperty(copy, "stack", { value: undefined, configurable: true, writable: true });
  Object.defineProperty(copy, "message", { value: error.message, configurable: true, writable: true });
  return copy;
}

/// The message of a failed comparison.
function comparison(actual: any, expected: any, operator: string, customMessage: any, diff: any): string {
  const isReference = (value: any): boolean =>
    (typeof value === "object" && value !== null) || typeof value === "function";
  let kind = operator;
  if (operator === "strictEqual" && typeof actual === typeof expected && isReference(actual) && isReference(expected)) {
    kind = "strictEqualObject";
  }
  const areErrors = actual instanceof Error && expected instanceof Error;
  const shownActual = inspectValue(areErrors ? withoutStack(actual) : actual);
  const shownExpected = inspectValue(areErrors ? withoutStack(expected) : expected);
  const actualLines = shownActual.split("\n");
  const expectedLines = shownExpected.split("\n");
  const isObject = (value: any): boolean => typeof value === "object" && value !== null;
  let header = "+ actual - expected";
  let message: string;
  let isSkipped = false;
  if (actualLines.length === 1 && expectedLines.length === 1 && !(isObject(actual) && isObject(expected))) {
    const length = shownActual.length + shownExpected.length -
      (typeof actual === "string" ? 2 : 0) - (typeof expected === "string" ? 2 : 0);
    if (length <= 12 && (actual !== 0 || expected !== 0)) {
      header = "";
      message = shownActual + " !== " + shownExpected;
    } else {
      message = "\n+ " + shownActual + "\n- " + shownExpected;
      let i = 0;
      while (i < shownActual.length && shownActual.charAt(i) === shownExpected.charAt(i)) i++;
      if (i > 2 && length < 80 && i < shownActual.length) message += "\n" + " ".repeat(i + 2) + "^";
    }
  } else if (shownActual === shownExpected) {
    kind = "notIdentical";
    header = "";
    isSkipped = actualLines.length > 50 && diff !== "full";
    message = isSkipped ? actualLines.slice(0, 50).join("\n") + "\n...}" : actualLines.join("\n");
  } else {
    const lines = difference(actualLines, expectedLines, isObject(actual));
    ({ message, isSkipped } = printDifference(lines));
  }
  if (isSkipped) header += "\n... Skipped lines";
  return (customMessage || headline(kind)) + "\n" + header + "\n" + message + "\n";
}

/// The message of an error that was given none.
function generatedMessage(actual: any, expected: any, operator: string, diff: any): string {
  const isFull = diff === "full";
  switch (operator) {
    case "deepStrictEqual": case "strictEqual": case "partialDeepStrictEqual":
      return comparison(actual, expected, operator, undefined, diff);
    case "notDeepStrictEqual": case "notStrictEqual": {
      const isReference = (typeof actual === "object" && actual !== null) || typeof actual === "function";
      const base = headline(operator === "notStrictEqual" && isReference ? "notStrictEqualObject" : operator);
      let lines = inspectValue(actual).split("\n");
      if (lines.length > 50 && !isFull) lines = [...lines.slice(0, 46), "..."];
      if (lines.length > 1) return base + "\n\n" + lines.join("\n") + "\n";
      return base + (lines[0]!.length > 5 ? "\n\n" : " ") + lines[0];
    }
    default: {
      let shown = inspectValue(actual);
      let other = inspectValue(expected);
      if (operator === "notDeepEqual" && shown === other) {
        const message = headline(operator) + "\n\n" + shown;
        return message.length > 1024 && !isFull ? message.slice(0, 1021) + "..." : message;
      }
      if (shown.length > 512 && !isFull) shown = shown.slice(0, 509) + "...";
      if (other.length > 512 && !isFull) other = other.slice(0, 509) + "...";
      if (operator === "deepEqual") {
        return headline(operator) + "\n\n" + shown + "\n\nshould loosely deep-equal\n\n" + other;
      }
      if (operator === "notDeepEqual") {
        return headline("notDeepEqualUnequal") + "\n\n" + shown + "\n\nshould not loosely deep-equal\n\n" + other;
      }
      return shown + " " + operator + " " + other;
    }
  }
}

/// The class of errors of assertions.
export class AssertionError extends Error {
  declare generatedMessage: boolean;
  declare code: string;
  declare actual: any;
  declare expected: any;
  declare operator: any;
  declare diff: string;

  constructor(options: any) {
    validateObject(options, "options");
    const { message, operator, actual, expected, details, diff = "simple" } = options;
    const given = message !== undefined && message !== null;
    const isComparison = operator === "deepStrictEqual" || operator === "strictEqual";
    super(
      given ? (isComparison ? comparison(actual, expected, operator, message, diff) : String(message))
        : generatedMessage(actual, expected, operator, diff),
    );
    this.generatedMessage = !message;
    Object.defineProperty(this, "name", {
      value: "AssertionError [ERR_ASSERTION]", enumerable: false, writable: true, configurable: true,
    });
    this.code = "ERR_ASSERTION";
    this.actual = details ? undefined : actual;
    this.expected = details ? undefined : expected;
    this.operator = details ? undefined : operator;
    for (let i = 0; details && i < details.length; i++) {
      const self: any = this;
      self["message " + i] = details[i].message;
      self["actual " + i] = details[i].actual;
      self["expected " + i] = details[i].expected;
      self["operator " + i] = details[i].operator;
      self["stack trace " + i] = details[i].stack;
    }
    this.diff = diff;
    // The stack is made with the code in the name.
    void this.stack;
    this.name = "AssertionError";
  }

  override toString(): string {
    return this.name + " [" + this.code + "]: " + this.message;
  }

  [Symbol.for("nodejs.util.inspect.custom")](_depth: any, context: any): any {
    const shorten = (value: any): any => {
      if (typeof value !== "string") return value;
      const lines = value.split("\n", 10);
      const text = lines.length === 10 ? lines.slice(0, 9).join("\n") + "\n..." : value;
      return text.length > 512 ? text.slice(0, 512) + "..." : text;
    };
    const { actual, expected } = this;
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    const result = inspect(this, { ...context, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return result;
  }
}
