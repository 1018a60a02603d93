/// The default order of `sort`: by the values' strings, compared by UTF-16 units.
import { defineElement, sortTexts } from "polyglot:runtime";

/// Sorts values in place by their strings, stably.
export function sortByText(values: any[]): void {
  const count = values.length;
  let allStrings = true;
  for (let i = 0; i < count && allStrings; i++) allStrings = typeof values[i] === "string";
  // Equal strings cannot be told apart, so that the strings themselves are moved.
  if (allStrings) return sortTexts(values, values);
  const keys: string[] = [];
  // Programs may give all objects accessors named by numbers, which `push` would call.
  for (let i = 0; i < count; i++) defineElement(keys, i, `${values[i]}`);
  sortTexts(keys, values);
}
