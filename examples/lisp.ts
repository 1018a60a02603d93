// A small Lisp: reads a program from a file or from standard input, evaluates its forms one after the other and prints
// what `print` is given. Closures, proper tail calls, lists, strings, numbers; errors name the line and column.
//
//     lisp [FILE]

import { readFileSync } from "node:fs";

/** A name; equal names are the same object, so that they compare by identity. */
class Identifier {
  private static readonly known = new Map<string, Identifier>();
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static named(name: string): Identifier {
    const found = Identifier.known.get(name) ?? new Identifier(name);
    Identifier.known.set(name, found);
    return found;
  }
}

const ELSE = Identifier.named("else");

/** The cell that lists are made of; cells that the reader made know where in the text their parenthesis stood. */
class Pair {
  readonly head: Value;
  readonly tail: Value;
  readonly position: number | null;

  constructor(head: Value, tail: Value, position: number | null = null) {
    this.head = head;
    this.tail = tail;
    this.position = position;
  }
}

/** A function written in Lisp, with the variables around it. */
class Closure {
  name = "lambda";
  readonly parameters: Identifier[];
  readonly rest: Identifier | null;
  readonly body: Value;
  readonly scope: Scope;

  constructor(parameters: Identifier[], rest: Identifier | null, body: Value, scope: Scope) {
    this.parameters = parameters;
    this.rest = rest;
    this.body = body;
    this.scope = scope;
  }
}

/** A function written in TypeScript. */
interface Builtin {
  readonly name: string;
  readonly apply: (args: Value[]) => Value;
}

/** The empty list is null; what has no value is undefined. */
type Value = number | string | boolean | null | undefined | Identifier | Pair | Closure | Builtin;

/** A mistake in the Lisp program. */
class LispError extends Error {
  position: number | null;

  constructor(message: string, position: number | null = null) {
    super(message);
    this.position = position;
  }
}

/** Variables, and the scope around them. */
class Scope {
  private readonly values = new Map<Identifier, Value>();
  private readonly parent: Scope | null;

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  define(name: Identifier, value: Value): void {
    this.values.set(name, value);
  }

  assign(name: Identifier, value: Value): void {
    this.owner(name).values.set(name, value);
  }

  lookup(name: Identifier): Value {
    return this.owner(name).values.get(name);
  }

  private owner(name: Identifier): Scope {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.values.has(name)) return scope;
    }
    throw new LispError(`${name.name} is not defined`);
  }
}

/** Turns text into values. */
class Reader {
  private readonly text: string;
  private offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Skips white space and comments; tells whether something follows. */
  more(): boolean {
    for (;;) {
      const char = this.text[this.offset];
      if (char === undefined) return false;
      if (char === ";") {
        const end = this.text.indexOf("\n", this.offset);
        this.offset = end < 0 ? this.text.length : end;
      } else if (char === " " || char === "\t" || char === "\r" || char === "\n") {
        this.offset++;
      } else {
        return true;
      }
    }
  }

  read(): Value {
    if (!this.more()) throw new LispError("unexpected end of input", this.offset);
    const start = this.offset;
    const char = this.text[this.offset];
    switch (char) {
      case "(":
        this.offset++;
        return this.readList(start);
      case ")":
        throw new LispError("unexpected )", start);
      case "'":
        this.offset++;
        return new Pair(Identifier.named("quote"), new Pair(this.read(), null), start);
      case '"':
        this.offset++;
        return this.readString(start);
      default:
        return this.readAtom();
    }
  }

  private readList(start: number): Value {
    const items: Value[] = [];
    while (this.more() && this.text[this.offset] !== ")") items.push(this.read());
    if (this.offset >= this.text.length) throw new LispError("this list is never closed", start);
    this.offset++;
    return listOf(items, start);
  }

  private readString(start: number): string {
    let end = this.offset;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === "\\" ? 2 : 1;
    if (end >= this.text.length) throw new LispError("this string is never closed", start);
    this.offset = end + 1;
    try {
      return JSON.parse(this.text.slice(start, end + 1).replaceAll("\n", "\\n")) as string;
    } catch {
      throw new LispError("this string has an unknown escape", start);
    }
  }

  private readAtom(): Value {
    const start = this.offset;
    while (this.offset < this.text.length && !" \t\r\n()';\"".includes(this.text.charAt(this.offset))) this.offset++;
    const word = this.text.slice(start, this.offset);
    if (word === "true" || word === "false") return word === "true";
    if (word === "nil") return null;
    const number = Number(word);
    return Number.isNaN(number) ? Identifier.named(word) : number;
  }
}

/** How a value looks; strings in lists are quoted. */
function show(value: Value, quoted = true): string {
  if (value === undefined) return "";
  if (value === null) return "()";
  if (typeof value === "string") return quoted ? JSON.stringify(value) : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Identifier) return value.name;
  if (value instanceof Pair) {
    const parts: string[] = [];
    let rest: Value = value;
    for (; rest instanceof Pair; rest = rest.tail) parts.push(show(rest.head));
    if (rest !== null) parts.push(".", show(rest));
    return `(${parts.join(" ")})`;
  }
  return `<${value.name}>`;
}

/** The items of a list as an array. */
function items(list: Value): Value[] {
  const result: Value[] = [];
  let rest = list;
  for (; rest instanceof Pair; rest = rest.tail) result.push(rest.head);
  if (rest !== null) throw new LispError(`${show(list)} is not a list`);
  return result;
}

function listOf(values: Value[], position: number | null = null): Value {
  return values.reduceRight<Value>((tail, head, i) => new Pair(head, tail, i === 0 ? position : null), null);
}

/** Everything but false, the empty list and nothing at all is true. */
function isTrue(value: Value): boolean {
  return value !== false && value !== null && value !== undefined;
}

function asIdentifier(value: Value): Identifier {
  if (value instanceof Identifier) return value;
  throw new LispError(`${show(value)} is not a name`);
}

function asNumber(value: Value): number {
  if (typeof value === "number") return value;
  throw new LispError(`${show(value)} is not a number`);
}

function asPair(value: Value): Pair {
  if (value instanceof Pair) return value;
  throw new LispError(`${show(value)} is not a list with items`);
}

/** Makes the scope in which a closure's body runs. */
function bind(closure: Closure, args: Value[]): Scope {
  const { parameters, rest } = closure;
  if (args.length < parameters.length || (rest === null && args.length > parameters.length)) {
    const wanted = `${parameters.length}${rest === null ? "" : " or more"}`;
    throw new LispError(`${closure.name} wants ${wanted} arguments, not ${args.length}`);
  }
  const scope = new Scope(closure.scope);
  parameters.forEach((name, index) => scope.define(name, args[index]));
  if (rest !== null) scope.define(rest, listOf(args.slice(parameters.length)));
  return scope;
}

function apply(callee: Value, args: Value[]): Value {
  if (callee instanceof Closure) {
    const scope = bind(callee, args);
    return evaluate(lastForm(callee.body, scope), scope);
  }
  if (typeof callee === "object" && callee !== null && "apply" in callee) return callee.apply(args);
  throw new LispError(`${show(callee)} is not a function`);
}

/** Makes a closure of `(parameters) body…`; a dot stands before the parameter that takes the rest. */
function makeClosure(form: Pair, scope: Scope): Closure {
  const names = items(form.head).map(asIdentifier);
  const dot = names.indexOf(Identifier.named("."));
  return new Closure(dot < 0 ? names : names.slice(0, dot), names[dot + 1 || names.length] ?? null, form.tail, scope);
}

/** Evaluates all but the last form of `body` and gives back the last, which the caller evaluates in its own loop. */
function lastForm(body: Value, scope: Scope): Value {
  let rest = body;
  for (; rest instanceof Pair && rest.tail !== null; rest = rest.tail) evaluate(rest.head, scope);
  return rest instanceof Pair ? rest.head : undefined;
}

/** The value of `form`. Tail calls take another turn of the loop, not another frame. */
function evaluate(form: Value, scope: Scope): Value {
  let position: number | null = null;
  try {
    for (;;) {
      if (form instanceof Identifier) return scope.lookup(form);
      if (!(form instanceof Pair)) return form;
      position = form.position ?? position;
      const args = form.tail;
      switch (form.head instanceof Identifier ? form.head.name : "") {
        case "quote":
          return asPair(args).head;
        case "if": {
          const [condition, then, otherwise] = items(args);
          form = isTrue(evaluate(condition, scope)) ? then : otherwise;
          continue;
        }
        case "cond": {
          const clause = items(args).map(asPair).find(({ head }) => head === ELSE || isTrue(evaluate(head, scope)));
          form = clause && lastForm(clause.tail, scope);
          continue;
        }
        case "and":
        case "or": {
          const stopAt = (form.head as Identifier).name === "or";
          let value: Value = !stopAt;
          for (const item of items(args)) {
            value = evaluate(item, scope);
            if (isTrue(value) === stopAt) break;
          }
          return value;
        }
        case "begin":
          form = lastForm(args, scope);
          continue;
        case "lambda":
          return makeClosure(asPair(args), scope);
        case "define": {
          const { head: target, tail } = asPair(args);
          if (target instanceof Pair) {
            const closure = makeClosure(new Pair(target.tail, tail), scope);
            closure.name = asIdentifier(target.head).name;
            scope.define(asIdentifier(target.head), closure);
          } else {
            scope.define(asIdentifier(target), evaluate(asPair(tail).head, scope));
          }
          return undefined;
        }
        case "set!": {
          const [name, value] = items(args);
          return void scope.assign(asIdentifier(name), evaluate(value, scope));
        }
        case "let": {
          const inner = new Scope(scope);
          for (const binding of items(asPair(args).head)) {
            const [name, value] = items(binding);
            inner.define(asIdentifier(name), evaluate(value, scope));
          }
          form = lastForm(asPair(args).tail, inner);
          scope = inner;
          continue;
        }
      }
      const callee = evaluate(form.head, scope);
      const values: Value[] = [];
      for (let rest = args; rest instanceof Pair; rest = rest.tail) values.push(evaluate(rest.head, scope));
      if (!(callee instanceof Closure)) return apply(callee, values);
      scope = bind(callee, values);
      form = lastForm(callee.body, scope);
    }
  } catch (error) {
    if (error instanceof LispError) error.position ??= position;
    throw error;
  }
}

/** The scope with the functions that every program has. */
function makeGlobals(): Scope {
  const globals = new Scope(null);
  const define = (name: string, apply: (args: Value[]) => Value) =>
    globals.define(Identifier.named(name), { name, apply });
  const compare = (name: string, test: (a: number, b: number) => boolean) =>
    define(name, (args) => args.every((value, i) => i === 0 || test(asNumber(args[i - 1]), asNumber(value))));

  define("+", (args) => args.map(asNumber).reduce((sum, value) => sum + value, 0));
  define("*", (args) => args.map(asNumber).reduce((product, value) => product * value, 1));
  define("-", (args) => args.map(asNumber).reduce((left, value) => left - value));
  define("/", (args) => args.map(asNumber).reduce((left, value) => left / value));
  define("mod", ([a, b]) => asNumber(a) - asNumber(b) * Math.floor(asNumber(a) / asNumber(b)));
  compare("<", (a, b) => a < b);
  compare(">", (a, b) => a > b);
  compare("<=", (a, b) => a <= b);
  compare(">=", (a, b) => a >= b);
  define("=", ([a, b]) => a === b);
  define("not", ([a]) => !isTrue(a));
  define("cons", ([head, tail]) => new Pair(head, tail));
  define("head", ([list]) => asPair(list).head);
  define("tail", ([list]) => asPair(list).tail);
  define("list", listOf);
  define("empty?", ([list]) => list === null);
  define("length", ([value]) => (typeof value === "string" ? value.length : items(value).length));
  define("append", (lists) => listOf(lists.flatMap(items)));
  define("map", ([callee, list]) => listOf(items(list).map((item) => apply(callee, [item]))));
  define("filter", ([callee, list]) => listOf(items(list).filter((item) => isTrue(apply(callee, [item])))));
  define("fold", ([callee, start, list]) => items(list).reduce((left, item) => apply(callee, [left, item]), start));
  define("sort", ([list, less]) =>
    listOf(items(list).sort((a, b) => (isTrue(apply(less, [a, b])) ? -1 : isTrue(apply(less, [b, a])) ? 1 : 0))),
  );
  define("string", (args) => args.map((value) => show(value, false)).join(""));
  define("error", (args) => {
    throw new LispError(args.map((value) => show(value, false)).join(" "));
  });
  define("print", (args) => void console.log(args.map((value) => show(value, false)).join(" ")));
  return globals;
}

const file = process.argv[2];
let text = "";
try {
  text = readFileSync(file ?? 0, "utf8");
  const reader = new Reader(text);
  const globals = makeGlobals();
  while (reader.more()) evaluate(reader.read(), globals);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof LispError) {
    const before = text.slice(0, error.position ?? 0).split("\n");
    console.error(`${file ?? "<input>"}:${before.length}:${before.at(-1)!.length + 1}: ${error.message}`);
  } else if (error instanceof RangeError) {
    console.error(`${file ?? "<input>"}: too deep a recursion`);
  } else {
    console.error(`lisp: ${error instanceof Error ? error.message : String(error)}`);
  }
}
