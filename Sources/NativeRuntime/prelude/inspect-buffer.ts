/// How `util.inspect` shows Buffers.
// @optimize size
import { binaryByteLength, bufferDecode, ownNonIndexKeys } from "polyglot:runtime";
import { HEX } from "./buffer-encodings.ts";
import { inspect } from "./inspect.ts";

/// `buffer.INSPECT_MAX_BYTES`
let limit = 50;

export function inspectionLimit(): number {
  return limit;
}

export function setInspectionLimit(count: number): void {
  limit = count;
}

/// `<Buffer 01 02>`, with what else is a property of it.
export function inspectBuffer(buffer: any, context: any): string {
  const length = binaryByteLength(buffer);
  const shown = Math.min(limit, length);
  const digits: any = bufferDecode(buffer, HEX, 0, shown);
  let text = buffer.constructor.name + " ";
  for (let i = 0; i < shown; i++) text += (i === 0 ? "" : " ") + digits.slice(2 * i, 2 * i + 2);
  const rest = length - shown;
  if (rest > 0) text += " ... " + rest + " more byte" + (rest > 1 ? "s" : "");
  if (context !== undefined && context !== null) {
    const keys: any[] = ownNonIndexKeys(buffer, !context.showHidden);
    if (keys.length !== 0) {
      const extras: any = Object.create(null);
      for (let i = 0; i < keys.length; i++) extras[keys[i]] = buffer[keys[i]];
      const inner = inspect(extras, { ...context, breakLength: Infinity, compact: true });
      // Between `[Object: null prototype] { ` and ` }`.
      text += (length === 0 ? "" : ", ") + inner.slice(27, -2);
    }
  }
  return "<" + text + ">";
}
