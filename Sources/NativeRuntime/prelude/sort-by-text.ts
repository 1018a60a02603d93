/// The default order of `sort`: by the values' strings, compared by UTF-16 units.
import { appendElement, sortTexts } from "polyglot:runtime";

/// Sorts values in place by their strings, stably.
export function sortByText(values: any[]): void {
  const count = values.length;
  let allStrings = true;
  for (let i = 0; i < count && allStrings; i++) allStrings = typeof values[i] === "string";
  // Equal strings cannot be told apart, so that the strings themselves are moved.
  if (allStrings) return sortTexts(values, values);
  const keys: string[] = [];
  for (let i = 0; i < count; i++) appendElement(keys, `${values[i]}`);
  sortTexts(keys, values);
}
