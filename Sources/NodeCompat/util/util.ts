/// `node:util`: inspection and formatting (https://nodejs.org/api/util.html).
import { stripEscapes } from "../prelude/display-width.ts";
import { formatList } from "../prelude/format.ts";
import { inspect as inspectValue } from "../prelude/inspect.ts";
import { changeDefaultOptions, mutableDefaultOptions } from "../prelude/inspect-context.ts";
import { colors, styles } from "../prelude/inspect-style.ts";
import { invalidType } from "../prelude/node-errors.ts";
import { deepEqual } from "../prelude/deep-equal.ts";

/// `util.inspect` with its properties.
function completeInspect(): any {
  const complete: any = inspectValue;
  if (complete.custom === undefined) {
    complete.custom = Symbol.for("nodejs.util.inspect.custom");
    complete.colors = colors();
    complete.styles = styles();
    Object.defineProperty(complete, "defaultOptions", {
      get: mutableDefaultOptions,
      set(options: any) {
        if (options === null || typeof options !== "object") throw invalidType("options", "of type object", options);
        changeDefaultOptions(options);
      },
    });
  }
  return complete;
}

/// `util.inspect`
export const inspect: any = completeInspect();

/// `util.format`
export function format(...values: any[]): string {
  return formatList(undefined, values);
}

/// `util.formatWithOptions`
export function formatWithOptions(options: any, ...values: any[]): string {
  if (options === null || typeof options !== "object") throw invalidType("inspectOptions", "of type object", options);
  return formatList(options, values);
}

/// `util.isDeepStrictEqual`
export function isDeepStrictEqual(a: any, b: any): boolean {
  return deepEqual(a, b, true);
}

/// `util.stripVTControlCharacters`
export function stripVTControlCharacters(text: any): string {
  if (typeof text !== "string") throw invalidType("str", "of type string", text);
  return stripEscapes(text);
}

/// `util.inherits`
export function inherits(constructor: any, parent: any): void {
  Object.defineProperty(constructor, "super_", { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

export default { inspect, format, formatWithOptions, isDeepStrictEqual, stripVTControlCharacters, inherits };
