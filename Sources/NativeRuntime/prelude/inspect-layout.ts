/// How `util.inspect` lays out the formatted entries of an object: on one line, in columns, or one below the other.
// @optimize size
import { displayWidth, stripEscapes } from "./display-width.ts";
import type { Context } from "./inspect-context.ts";

/// What kind of object entries belong to.
export const objectEntries = 0;
/// An element of an array, shown without its key.
export const arrayElement = 1;
/// A further property of an array.
export const arrayEntries = 2;

/// Joins the entries of an object between its braces.
///
/// - Parameters: `base` is what is shown before the braces (a function's name, an error's stack); `value` is the array
///   whose elements the entries are, if they may be numbers to be aligned at the right.
export function layOut(
  context: Context, entries: string[], base: string, open: string, close: string, kind: number, depth: number, value: any,
): string {
  if (context.compact === true) {
    if (fits(context, entries, 0, base)) {
      return open + (base === "" ? "" : " " + base) + " " + entries.join(", ") + " " + close;
    }
    const indentation = "\n" + " ".repeat(context.indentation);
    const first = base === "" && open.length === 1 ? " " : (base === "" ? "" : " " + base) + indentation + "  ";
    return open + first + entries.join("," + indentation + "  ") + " " + close;
  }
  const prefix = base === "" ? open : base + " " + open;
  if (typeof context.compact === "number" && context.compact >= 1) {
    const count = entries.length;
    if (kind === arrayEntries && count > 6) entries = group(context, entries, value);
    // Only the innermost levels go onto one line, and what was grouped into columns does not.
    if (context.currentDepth - depth < context.compact && count === entries.length) {
      const start = entries.length + context.indentation + open.length + base.length + 10;
      if (fits(context, entries, start, base)) {
        const joined = entries.join(", ");
        if (!joined.includes("\n")) return prefix + " " + joined + " " + close;
      }
    }
  }
  const indentation = "\n" + " ".repeat(context.indentation);
  return prefix + indentation + "  " + entries.join("," + indentation + "  ") + indentation + close;
}

/// Whether entries fit onto one line that has `start` columns already.
function fits(context: Context, entries: string[], start: number, base: string): boolean {
  let total = entries.length + start;
  if (total + entries.length > context.breakLength) return false;
  for (let i = 0; i < entries.length; i++) {
    total += context.colors ? stripEscapes(entries[i]).length : entries[i].length;
    if (total > context.breakLength) return false;
  }
  return base === "" || !base.includes("\n");
}

/// Arranges more than six entries of an array in columns, if they are of similar width.
function group(context: Context, entries: string[], value: any): string[] {
  // The remark on elements that are left out stays on a line of its own.
  const count = context.maxArrayLength < entries.length ? entries.length - 1 : entries.length;
  const widths: number[] = [];
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = displayWidth(entries[i], context.colors);
    widths.push(width);
    total += width + 2;
    if (width > widest) widest = width;
  }
  const widestColumn = widest + 2;
  if (widestColumn * 3 + context.indentation >= context.breakLength) return entries;
  if (total / widestColumn <= 5 && widest > 6) return entries;
  const columns = columnCount(context, widestColumn, total / entries.length, count);
  if (columns <= 1) return entries;
  const columnWidths: number[] = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) {
      if (widths[i] > width) width = widths[i];
    }
    columnWidths.push(width + 2);
  }
  const alignRight = value !== undefined && allNumeric(value, entries.length);
  const lines: string[] = [];
  for (let start = 0; start < count; start += columns) {
    const last = (start + columns < count ? start + columns : count) - 1;
    let line = "";
    for (let i = start; i < last; i++) {
      const padding = " ".repeat(columnWidths[i - start] - widths[i] - 2);
      line += alignRight ? padding + entries[i] + ", " : entries[i] + ", " + padding;
    }
    if (alignRight) line += " ".repeat(columnWidths[last - start] - 2 - widths[last]);
    lines.push(line + entries[last]);
  }
  if (count < entries.length) lines.push(entries[count]);
  return lines;
}

/// The number of columns that makes the text about square, characters being 2.5 times as high as wide.
function columnCount(context: Context, widestColumn: number, average: number, count: number): number {
  const bias = Math.sqrt(widestColumn - average);
  const biased = Math.max(widestColumn - 3 - bias, 1);
  return Math.min(
    Math.round(Math.sqrt(2.5 * biased * count) / biased),
    Math.floor((context.breakLength - context.indentation) / widestColumn),
    context.compact * 4,
    15,
  );
}

function allNumeric(value: any, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== "number" && typeof value[i] !== "bigint") return false;
  }
  return true;
}
