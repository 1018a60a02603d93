// Answers questions about a CSV file in a small query language.
//
//     csvquery [--json] FILE QUERY
//
//     csvquery sales.csv "select region, sum(amount) as total where amount > 10 and region != 'west'
//                         group by region order by total desc limit 5"
//
// The first line of the file names the columns. All parts but `select` may be missing. Expressions have + - * / %,
// comparisons, `and`, `or`, `not`, `like` (% for anything) and the functions and aggregates named below.

import { readFileSync } from "node:fs";

/** A field: a number if it looks like one, null if it is empty. */
type Value = number | string | boolean | null;

type Row = Value[];
type Table = { columns: string[]; rows: Row[] };

type Expression =
  | { kind: "literal"; value: Value }
  | { kind: "column"; index: number }
  | { kind: "binary"; apply: Binary; left: Expression; right: Expression }
  | { kind: "call"; apply: RowFunction; args: Expression[] }
  | { kind: "aggregate"; apply: (values: Value[]) => Value; arg: Expression };

type Binary = (left: Value, right: Value) => Value;
type RowFunction = (...args: Value[]) => Value;

function call(apply: RowFunction, ...args: Expression[]): Expression {
  return { kind: "call", apply, args };
}

type Output = { title: string; expression: Expression };

type Order = { expression: Expression; descending: boolean };

interface Query {
  outputs: Output[];
  where: Expression | null;
  /** Whether rows are put together even without `group by`. */
  aggregated: boolean;
  groupBy: Expression[];
  orderBy: Order[];
  limit: number;
}

type Token = { kind: "word" | "number" | "string" | "symbol" | "end"; text: string; offset: number };

/** A query that cannot be understood; shows where. */
class QueryError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Operators by precedence, the loosest first. Nothing comes before or after a missing value. */
const operators: Record<string, Binary>[] = [
  { or: (a, b) => Boolean(a) || Boolean(b) },
  { and: (a, b) => Boolean(a) && Boolean(b) },
  {
    "=": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    "<": (a, b) => a !== null && b !== null && compare(a, b) < 0,
    "<=": (a, b) => a !== null && b !== null && compare(a, b) <= 0,
    ">": (a, b) => a !== null && b !== null && compare(a, b) > 0,
    ">=": (a, b) => a !== null && b !== null && compare(a, b) >= 0,
    like: (a, b) => isLike(show(a).toLowerCase(), show(b).toLowerCase()),
  },
  {
    "+": (a, b) => (typeof a === "string" || typeof b === "string" ? show(a) + show(b) : toNumber(a) + toNumber(b)),
    "-": (a, b) => toNumber(a) - toNumber(b),
  },
  {
    "*": (a, b) => toNumber(a) * toNumber(b),
    "/": (a, b) => toNumber(a) / toNumber(b),
    "%": (a, b) => toNumber(a) % toNumber(b),
  },
];

/** Functions of one row. */
const functions: Record<string, RowFunction> = {
  round: (value = null, digits = 0) => Number(toNumber(value).toFixed(toNumber(digits))),
  lower: (value = null) => show(value).toLowerCase(),
  length: (value = null) => show(value).length,
};

/** Functions of a group; they see the values that are not missing. */
const aggregates: Record<string, (values: Value[]) => Value> = {
  count: (values) => values.length,
  sum: (values) => values.reduce<number>((sum, value) => sum + toNumber(value), 0),
  avg: (values) => (values.length === 0 ? null : toNumber(aggregates["sum"]!(values)) / values.length),
  min: (values) => values.reduce((least, value) => (least === null || compare(value, least) < 0 ? value : least), null),
  max: (values) => values.reduce((most, value) => (most === null || compare(value, most) > 0 ? value : most), null),
};

/** Splits CSV text into rows of fields; a quoted field may hold commas, line ends and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    let field = "";
    while (text[offset] === '"') {
      const close = text.indexOf('"', offset + 1);
      if (close < 0) throw new Error(`row ${rows.length + 1} has a quote that is never closed`);
      field += text.slice(offset + 1, close);
      offset = close + 1;
      if (text[offset] === '"') field += '"';
    }
    const start = offset;
    while (offset < text.length && text[offset] !== "," && text[offset] !== "\n") offset++;
    row.push(field + text.slice(start, text[offset - 1] === "\r" ? offset - 1 : offset));
    if (text[offset] === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** The value that a field's text stands for. */
function toValue(field: string): Value {
  if (field === "") return null;
  const number = Number(field);
  return Number.isNaN(number) || field.trim() !== field ? field : number;
}

function readTable(file: string): Table {
  const [header, ...body] = parseCsv(readFileSync(file, "utf8"));
  if (header === undefined) throw new Error(`${file} is empty`);
  const rows = body.map((fields, index) => {
    if (fields.length === header.length) return fields.map(toValue);
    throw new Error(`${file}: row ${index + 2} has ${fields.length} fields, not ${header.length}`);
  });
  return { columns: header.map((name) => name.trim()), rows };
}

const DIGITS = "0123456789.";

function isWordPart(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || char === "_" || (char >= "0" && char <= "9");
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const start = offset;
    const char = text.charAt(offset);
    if (char.trim() === "") {
      offset++;
    } else if (DIGITS.includes(char)) {
      while (offset < text.length && DIGITS.includes(text.charAt(offset))) offset++;
      tokens.push({ kind: "number", text: text.slice(start, offset), offset: start });
    } else if (isWordPart(char)) {
      while (isWordPart(text.charAt(offset))) offset++;
      tokens.push({ kind: "word", text: text.slice(start, offset), offset: start });
    } else if (char === "'" || char === '"') {
      const end = text.indexOf(char, start + 1);
      if (end < 0) throw new QueryError("this text is never closed", start);
      offset = end + 1;
      // Double quotes are for column names that are not plain words.
      tokens.push({ kind: char === "'" ? "string" : "word", text: text.slice(start + 1, end), offset: start });
    } else {
      offset += ["!=", "<=", ">="].includes(text.slice(start, start + 2)) ? 2 : 1;
      tokens.push({ kind: "symbol", text: text.slice(start, offset), offset: start });
    }
  }
  tokens.push({ kind: "end", text: "the end", offset: text.length });
  return tokens;
}

/** Reads a query by recursive descent. */
class Parser {
  private readonly text: string;
  private readonly tokens: Token[];
  private readonly columns: string[];
  private next = 0;
  private aggregated = false;

  constructor(text: string, columns: string[]) {
    this.text = text;
    this.tokens = tokenize(text);
    this.columns = columns;
  }

  parse(): Query {
    this.expect("select");
    const outputs = this.accept("*") ? this.allColumns() : this.list(() => this.output());
    const where = this.accept("where") ? this.expression() : null;
    const groupBy = this.accept("group") ? (this.expect("by"), this.list(() => this.ordinal(outputs))) : [];
    const orderBy = this.accept("order") ? (this.expect("by"), this.list(() => this.order(outputs))) : [];
    const limit = this.accept("limit") ? Number(this.take("number").text) : Infinity;
    if (this.peek().kind !== "end") this.fail("did not expect");
    return { outputs, where, aggregated: this.aggregated, groupBy, orderBy, limit };
  }

  private peek(): Token {
    return this.tokens[this.next]!;
  }

  private fail(message: string): never {
    throw new QueryError(`${message} ${this.peek().text}`, this.peek().offset);
  }

  private take(kind: Token["kind"]): Token {
    if (this.peek().kind !== kind) this.fail(`expected a ${kind}, not`);
    return this.tokens[this.next++]!;
  }

  private accept(text: string): boolean {
    const { kind, text: found } = this.peek();
    if ((kind !== "word" && kind !== "symbol") || found.toLowerCase() !== text) return false;
    this.next++;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}, not`);
  }

  private list<Item>(parseItem: () => Item): Item[] {
    const items = [parseItem()];
    while (this.accept(",")) items.push(parseItem());
    return items;
  }

  private allColumns(): Output[] {
    return this.columns.map((name, index) => ({ title: name, expression: { kind: "column", index } }));
  }

  private output(): Output {
    const start = this.peek().offset;
    const expression = this.expression();
    const title = this.text.slice(start, this.peek().offset).trim();
    return { title: this.accept("as") ? this.take("word").text : title, expression };
  }

  /** An expression, or the number or title of an output. */
  private ordinal(outputs: Output[]): Expression {
    const { kind, text } = this.peek();
    const output = kind === "number" ? outputs[Number(text) - 1] : outputs.find(({ title }) => title === text);
    if (output === undefined) return this.expression();
    this.next++;
    return output.expression;
  }

  private order(outputs: Output[]): Order {
    return { expression: this.ordinal(outputs), descending: this.accept("desc") };
  }

  private expression(level = 0): Expression {
    const candidates = operators[level];
    if (candidates === undefined) return this.primary();
    if (level === 2 && this.accept("not")) return call((value) => !value, this.expression(level));
    let left = this.expression(level + 1);
    for (;;) {
      const operator = Object.keys(candidates).find((candidate) => this.accept(candidate));
      if (operator === undefined) return left;
      left = { kind: "binary", apply: candidates[operator]!, left, right: this.expression(level + 1) };
    }
  }

  private primary(): Expression {
    if (this.accept("-")) return call((value) => -toNumber(value), this.primary());
    if (this.accept("(")) {
      const inner = this.expression();
      this.expect(")");
      return inner;
    }
    const token = this.peek();
    if (token.kind === "end" || token.kind === "symbol") this.fail("expected a value, not");
    this.next++;
    if (token.kind === "number") return { kind: "literal", value: Number(token.text) };
    if (token.kind === "string") return { kind: "literal", value: token.text };
    if (this.accept("(")) return this.call(token);
    if (token.text === "null") return { kind: "literal", value: null };
    const index = this.columns.indexOf(token.text);
    if (index < 0) throw new QueryError(`there is no column ${token.text}`, token.offset);
    return { kind: "column", index };
  }

  private call({ text, offset }: Token): Expression {
    const name = text.toLowerCase();
    const args = this.accept("*") || this.peek().text === ")" ? [] : this.list(() => this.expression());
    this.expect(")");
    const aggregate = Object.hasOwn(aggregates, name) ? aggregates[name] : undefined;
    if (aggregate !== undefined) {
      this.aggregated = true;
      return { kind: "aggregate", apply: aggregate, arg: args[0] ?? { kind: "literal", value: 0 } };
    }
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (apply === undefined) throw new QueryError(`there is no function ${text}`, offset);
    return call(apply, ...args);
  }
}

function toNumber(value: Value): number {
  return value === null ? 0 : Number(value);
}

function show(value: Value): string {
  return value === null ? "" : String(value);
}

/** Orders missing values first, numbers by value, anything else as text. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}

/** Whether `text` looks like `pattern`, in which % stands for any characters. */
function isLike(text: string, pattern: string): boolean {
  const percent = pattern.indexOf("%");
  if (percent < 0) return text === pattern;
  if (!text.startsWith(pattern.slice(0, percent))) return false;
  const rest = pattern.slice(percent + 1);
  for (let start = percent; start <= text.length; start++) {
    if (isLike(text.slice(start), rest)) return true;
  }
  return false;
}

/** The value of an expression for `row`; aggregates look at the rows of its group. */
function evaluate(expression: Expression, row: Row, group: Row[]): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "column":
      return row[expression.index] ?? null;
    case "binary":
      return expression.apply(evaluate(expression.left, row, group), evaluate(expression.right, row, group));
    case "call":
      return expression.apply(...expression.args.map((arg) => evaluate(arg, row, group)));
    case "aggregate": {
      const { apply, arg } = expression;
      return apply(group.map((member) => evaluate(arg, member, group)).filter((value) => value !== null));
    }
  }
}

/** The groups that a query's outputs are made of: one a row, unless it groups or aggregates. */
function makeGroups(query: Query, rows: Row[]): Row[][] {
  const { groupBy, aggregated } = query;
  if (groupBy.length === 0) return aggregated ? [rows] : rows.map((row) => [row]);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(groupBy.map((expression) => evaluate(expression, row, [row])));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function run(query: Query, table: Table): Table {
  const { where, outputs, orderBy, limit } = query;
  const rows = where === null ? table.rows : table.rows.filter((row) => evaluate(where, row, [row]));
  const results = makeGroups(query, rows).map((group) => {
    const valueOf = (part: { expression: Expression }) => evaluate(part.expression, group[0] ?? [], group);
    return { row: outputs.map(valueOf), keys: orderBy.map(valueOf) };
  });
  results.sort((a, b) => {
    for (const [index, { descending }] of orderBy.entries()) {
      const order = compare(a.keys[index]!, b.keys[index]!);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return { columns: outputs.map(({ title }) => title), rows: results.slice(0, limit).map(({ row }) => row) };
}

function printTable({ columns, rows }: Table): void {
  const cells = [columns, ...rows.map((row) => row.map(show))];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  const isNumeric = columns.map((_, column) => rows.every((row) => typeof row[column] !== "string"));
  const line = (row: string[]) =>
    row.map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  ").trimEnd();
  cells.splice(1, 0, widths.map((width) => "-".repeat(width)));
  for (const row of cells) console.log(line(row));
}

const json = process.argv[2] === "--json";
const [file, text, ...others] = process.argv.slice(json ? 3 : 2);
try {
  if (file === undefined || text === undefined || others.length > 0) throw new Error("needs a file and a query");
  const table = readTable(file);
  const { columns, rows } = run(new Parser(text, table.columns).parse(), table);
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  if (json) console.log(JSON.stringify(objects, null, 2));
  else printTable({ columns, rows });
} catch (error) {
  console.error(`csvquery: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof QueryError) console.error(`  ${text}\n  ${" ".repeat(error.offset)}^`);
  process.exitCode = 1;
}
