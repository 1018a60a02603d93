/// Showing buffers, typed arrays and DataViews.
// @optimize size
import { binaryByte, binaryByteLength, binaryLength, binaryOffset, binaryOwner, isDetached } from "polyglot:runtime";
import { formatValue } from "./inspect.ts";
import type { Context } from "./inspect-context.ts";
import { formatPrimitive, remainingText } from "./inspect-text.ts";

const digits = "0123456789abcdef";

/// A line for a property that is a getter of the prototype.
function line(context: Context, name: string, value: any, depth: number): string {
  context.indentation += 2;
  const text = formatValue(context, value, depth);
  context.indentation -= 2;
  return context.stylize("[" + name + "]", "string") + ": " + text;
}

/// The elements of a typed array; with hidden properties, its geometry.
export function formatTypedArray(context: Context, value: any, depth: number): string[] {
  const length = binaryLength(value);
  const shown = Math.min(Math.max(0, context.maxArrayLength), length);
  const entries: string[] = [];
  for (let i = 0; i < shown; i++) entries.push(formatPrimitive(context, value[i], true));
  if (length > shown) entries.push(remainingText(length - shown));
  if (context.showHidden) {
    const byteLength = binaryByteLength(value);
    entries.push("[BYTES_PER_ELEMENT]: " + formatValue(context, value.BYTES_PER_ELEMENT, depth));
    entries.push("[length]: " + formatPrimitive(context, length, true));
    entries.push("[byteLength]: " + formatPrimitive(context, byteLength, true));
    entries.push("[byteOffset]: " + formatPrimitive(context, binaryOffset(value), true));
    const size = binaryByteLength(binaryOwner(value));
    entries.push("[buffer]: ArrayBuffer { [byteLength]: " + formatPrimitive(context, size, true) + " }");
  }
  return entries;
}

/// The bytes of a buffer, and how many there are.
export function formatBuffer(context: Context, value: any, depth: number): string[] {
  const length = binaryByteLength(value);
  let contents: string;
  if (isDetached(value)) {
    contents = context.stylize("(detached)", "special");
  } else {
    const shown = Math.min(Math.max(0, context.maxArrayLength), length);
    contents = context.stylize("[Uint8Contents]", "special") + ": <";
    for (let i = 0; i < shown; i++) {
      const byte = binaryByte(value, i);
      contents += (i === 0 ? "" : " ") + digits.charAt(byte >> 4) + digits.charAt(byte & 15);
    }
    if (length > shown) contents += " ... " + (length - shown) + " more byte" + (length - shown > 1 ? "s" : "");
    contents += ">";
  }
  return [contents, line(context, "byteLength", length, depth)];
}

/// Where a DataView lies.
export function formatDataView(context: Context, value: any, depth: number): string[] {
  return [
    line(context, "byteLength", binaryByteLength(value), depth),
    line(context, "byteOffset", binaryOffset(value), depth),
    line(context, "buffer", binaryOwner(value), depth),
  ];
}
