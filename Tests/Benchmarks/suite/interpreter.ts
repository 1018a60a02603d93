/// Dynamic values: a small language with closures, lists and records, interpreted over its syntax tree.
type Node =
  | { type: "literal"; value: number | string | boolean | null }
  | { type: "name"; name: string }
  | { type: "list"; items: Node[] }
  | { type: "record"; entries: [string, Node][] }
  | { type: "member"; object: Node; key: Node }
  | { type: "binary"; operator: string; left: Node; right: Node }
  | { type: "if"; condition: Node; then: Node; else: Node }
  | { type: "let"; name: string; value: Node }
  | { type: "set"; name: string; value: Node }
  | { type: "while"; condition: Node; body: Node }
  | { type: "block"; body: Node[] }
  | { type: "function"; parameters: string[]; body: Node }
  | { type: "call"; callee: Node; arguments: Node[] };

// What the language computes with is not known before it runs.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Value = any;

class Scope {
  private readonly values = new Map<string, Value>();
  private readonly parent: Scope | null;

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  declare(name: string, value: Value): void {
    this.values.set(name, value);
  }

  get(name: string): Value {
    const scope = this.find(name);
    if (!scope) throw new ReferenceError(`${name} is not defined`);
    return scope.values.get(name);
  }

  set(name: string, value: Value): void {
    const scope = this.find(name);
    if (!scope) throw new ReferenceError(`${name} is not defined`);
    scope.values.set(name, value);
  }

  private find(name: string): Scope | null {
    let scope: Scope | null = this;
    while (scope && !scope.values.has(name)) scope = scope.parent;
    return scope;
  }
}

function evaluate(node: Node, scope: Scope): Value {
  switch (node.type) {
    case "literal":
      return node.value;
    case "name":
      return scope.get(node.name);
    case "list":
      return node.items.map((item) => evaluate(item, scope));
    case "record":
      return Object.fromEntries(node.entries.map(([key, value]) => [key, evaluate(value, scope)]));
    case "member":
      return evaluate(node.object, scope)[evaluate(node.key, scope)];
    case "binary":
      return operate(node.operator, evaluate(node.left, scope), evaluate(node.right, scope));
    case "if":
      return evaluate(evaluate(node.condition, scope) ? node.then : node.else, scope);
    case "let": {
      const value = evaluate(node.value, scope);
      scope.declare(node.name, value);
      return value;
    }
    case "set": {
      const value = evaluate(node.value, scope);
      scope.set(node.name, value);
      return value;
    }
    case "while": {
      let result: Value = null;
      while (evaluate(node.condition, scope)) result = evaluate(node.body, scope);
      return result;
    }
    case "block": {
      const inner = new Scope(scope);
      let result: Value = null;
      for (const statement of node.body) result = evaluate(statement, inner);
      return result;
    }
    case "function":
      return (...values: Value[]) => {
        const inner = new Scope(scope);
        node.parameters.forEach((name, i) => inner.declare(name, values[i]));
        return evaluate(node.body, inner);
      };
    case "call": {
      const callee = evaluate(node.callee, scope);
      if (typeof callee !== "function") throw new TypeError("not a function");
      return callee(...node.arguments.map((argument) => evaluate(argument, scope)));
    }
  }
}

function operate(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case "+": return left + right;
    case "-": return left - right;
    case "*": return left * right;
    case "%": return left % right;
    case "<": return left < right;
    case "==": return left === right;
    default: throw new SyntaxError(`no operator ${operator}`);
  }
}

// A program is written as nested lists, in the manner of Lisp.
type Form = number | string | boolean | null | Form[];

function parse(form: Form): Node {
  if (typeof form === "string" && !form.startsWith("'")) return { type: "name", name: form };
  if (typeof form === "string") return { type: "literal", value: form.slice(1) };
  if (!Array.isArray(form)) return { type: "literal", value: form };
  const [head, ...rest] = form;
  switch (head) {
    case "list": return { type: "list", items: rest.map(parse) };
    case "record": return { type: "record", entries: rest.map((entry) => [(entry as Form[])[0] as string, parse((entry as Form[])[1]!)]) };
    case "at": return { type: "member", object: parse(rest[0]!), key: parse(rest[1]!) };
    case "if": return { type: "if", condition: parse(rest[0]!), then: parse(rest[1]!), else: parse(rest[2] ?? null) };
    case "let": return { type: "let", name: rest[0] as string, value: parse(rest[1]!) };
    case "set": return { type: "set", name: rest[0] as string, value: parse(rest[1]!) };
    case "while": return { type: "while", condition: parse(rest[0]!), body: parse(["do", ...rest.slice(1)]) };
    case "do": return { type: "block", body: rest.map(parse) };
    case "fn": return { type: "function", parameters: rest[0] as string[], body: parse(["do", ...rest.slice(1)]) };
    case "+": case "-": case "*": case "%": case "<": case "==":
      return { type: "binary", operator: head, left: parse(rest[0]!), right: parse(rest[1]!) };
    default: return { type: "call", callee: parse(head!), arguments: rest.map(parse) };
  }
}

const globals = new Scope(null);
globals.declare("print", (...values: Value[]) => console.log(values.map(String).join(" ")));
globals.declare("push", (list: Value[], value: Value) => {
  list.push(value);
  return list;
});
globals.declare("length", (value: Value) => value.length);

const size = Number(process.argv[2] ?? 25);
const program = parse(["do",
  ["let", "fib", ["fn", ["n"], ["if", ["<", "n", 2], "n", ["+", ["fib", ["-", "n", 1]], ["fib", ["-", "n", 2]]]]]],
  ["print", "'fib", ["fib", size]],
  ["let", "counter", ["fn", ["start"], ["let", "value", "start"], ["fn", ["by"], ["set", "value", ["+", "value", "by"]]]]],
  ["let", "count", ["counter", 10]],
  ["let", "i", 0],
  ["let", "limit", ["*", size, 2000]],
  ["while", ["<", "i", "limit"], ["count", ["%", "i", 7]], ["set", "i", ["+", "i", 1]]],
  ["print", "'count", ["count", 0]],
  ["let", "words", ["list"]],
  ["set", "i", 0],
  ["while", ["<", "i", "limit"],
    ["let", "word", ["record", ["text", ["+", "'w", ["%", "i", 100]]], ["index", "i"]]],
    ["if", ["==", ["%", "i", 3], 0], ["push", "words", "word"], null],
    ["set", "i", ["+", "i", 1]]],
  ["let", "characters", 0],
  ["set", "i", 0],
  ["while", ["<", "i", ["length", "words"]],
    ["set", "characters", ["+", "characters", ["length", ["at", ["at", "words", "i"], "'text"]]]],
    ["set", "i", ["+", "i", 1]]],
  ["print", "'words", ["length", "words"], "'characters", "characters"],
]);
evaluate(program, globals);
