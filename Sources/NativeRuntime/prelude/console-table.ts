/// `console.table` (https://nodejs.org/api/console.html#consoletabletabulardata-properties).
// @optimize size
import {
  classOf, consoleWrite, iteratorPreview, mapIterator, mapIteratorKey, mapIteratorStep, mapIteratorValue,
} from "polyglot:runtime";
import { inspectOptions, log } from "./console.ts";
import { displayWidth } from "./display-width.ts";
import { inspect } from "./inspect.ts";

const outputDescriptor = 1;

/// `console.table`
export function table(data?: any, properties?: any): void {
  if (properties !== undefined && !Array.isArray(properties)) {
    const error: any = new TypeError(
      'The "properties" argument must be an instance of Array. Received ' + receivedText(properties),
    );
    error.code = "ERR_INVALID_ARG_TYPE";
    throw error;
  }
  if (data === null || typeof data !== "object") {
    log(data);
    return;
  }
  const kind = classOf(data);
  if (kind === "Map") return mapTable(data);
  if (kind === "Set") return setTable(data);
  if (kind === "Map Iterator" || kind === "Set Iterator") return iteratorTable(data, kind === "Map Iterator");
  objectTable(data, properties);
}

/// How an argument of a wrong type is described.
function receivedText(value: any): string {
  if (value === null) return "null";
  if (typeof value === "function") return "function " + value.name;
  if (typeof value === "object") return "an instance of " + value.constructor.name;
  return "type " + typeof value + " (" + inspect(value) + ")";
}

/// The text of a cell.
function cell(value: any): string {
  const large = value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 2;
  const options = { depth: large ? -1 : 0, maxArrayLength: 3, breakLength: Infinity, ...inspectOptions(outputDescriptor) };
  return inspect(value, options);
}

function mapTable(map: any): void {
  const indices: string[] = [];
  const keys: string[] = [];
  const values: string[] = [];
  const iterator = mapIterator(map);
  while (mapIteratorStep(iterator)) {
    indices.push(cell(indices.length));
    keys.push(cell(mapIteratorKey(iterator)));
    values.push(cell(mapIteratorValue(iterator)));
  }
  write(["(iteration index)", "Key", "Values"], [indices, keys, values]);
}

function setTable(set: any): void {
  const indices: string[] = [];
  const values: string[] = [];
  const iterator = mapIterator(set);
  while (mapIteratorStep(iterator)) {
    indices.push(cell(indices.length));
    values.push(cell(mapIteratorKey(iterator)));
  }
  write(["(iteration index)", "Values"], [indices, values]);
}

/// The pairs of a Map's iterator become keys and values; those of a Set's stay values in a row.
function iteratorTable(source: any, isMap: boolean): void {
  const preview = iteratorPreview(source);
  const pairs: boolean = preview[0] && isMap;
  const indices: string[] = [];
  const keys: string[] = [];
  const values: string[] = [];
  for (let i = 1; i < preview.length; i += pairs ? 2 : 1) {
    indices.push(cell(indices.length));
    if (pairs) keys.push(cell(preview[i]));
    values.push(cell(preview[pairs ? i + 1 : i]));
  }
  if (pairs) write(["(iteration index)", "Key", "Values"], [indices, keys, values]);
  else write(["(iteration index)", "Values"], [indices, values]);
}

/// One row for each property of the data, one column for each property of the rows.
function objectTable(data: any, properties: any): void {
  const rows = Object.keys(data);
  // A plain object keeps the columns in the order of property keys, numbers first, as Node does.
  const columns: any = Object.create(null);
  const primitives: string[] = [];
  let hasPrimitives = false;
  for (let i = 0; i < rows.length; i++) {
    const row: any = data[rows[i]];
    const primitive = row === null || (typeof row !== "function" && typeof row !== "object");
    if (primitive && properties === undefined) {
      hasPrimitives = true;
      primitives[i] = cell(row);
      continue;
    }
    const keys: any = properties === undefined ? Object.keys(row) : properties;
    for (let k = 0; k < keys.length; k++) {
      const key: any = keys[k];
      if (columns[key] === undefined) columns[key] = [];
      columns[key][i] = primitive || !Object.hasOwn(row, key) ? "" : cell(row[key]);
    }
  }
  const names = Object.keys(columns);
  const head: string[] = ["(index)"];
  const cells: any[] = [rows];
  for (let i = 0; i < names.length; i++) {
    head.push(names[i]);
    cells.push(columns[names[i]]);
  }
  if (hasPrimitives) {
    head.push("Values");
    cells.push(primitives);
  }
  write(head, cells);
}

/// Draws the table.
function write(head: string[], columns: string[][]): void {
  const widths: number[] = [];
  let height = 0;
  for (let i = 0; i < head.length; i++) {
    let width = displayWidth(head[i], true);
    const column = columns[i];
    for (let row = 0; row < column.length; row++) {
      if (column[row] !== undefined) width = Math.max(width, displayWidth(column[row], true));
    }
    widths.push(width);
    height = Math.max(height, column.length);
  }
  let text = rule(widths, "┌", "┬", "┐") + "\n" + line(head, widths) + "\n" + rule(widths, "├", "┼", "┤") + "\n";
  for (let row = 0; row < height; row++) {
    const cells: string[] = [];
    for (let i = 0; i < head.length; i++) cells.push(columns[i][row] === undefined ? "" : columns[i][row]);
    text += line(cells, widths) + "\n";
  }
  consoleWrite(outputDescriptor, text + rule(widths, "└", "┴", "┘"));
}

function rule(widths: number[], left: string, middle: string, right: string): string {
  let text = left;
  for (let i = 0; i < widths.length; i++) text += (i > 0 ? middle : "") + "─".repeat(widths[i] + 2);
  return text + right;
}

function line(cells: string[], widths: number[]): string {
  let text = "│ ";
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) text += " │ ";
    text += cells[i] + " ".repeat(widths[i] - displayWidth(cells[i], true));
  }
  return text + " │";
}
