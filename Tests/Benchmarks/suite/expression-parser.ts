/// A tokenizer and a parser: expressions read into trees of a discriminated union, simplified, printed and evaluated.
type Token =
  | { kind: "number"; value: number; position: number }
  | { kind: "name"; text: string; position: number }
  | { kind: "operator"; text: string; position: number }
  | { kind: "end"; position: number };

type Expression =
  | { type: "constant"; value: number }
  | { type: "variable"; name: string }
  | { type: "unary"; operator: string; operand: Expression }
  | { type: "binary"; operator: string; left: Expression; right: Expression }
  | { type: "call"; callee: string; arguments: Expression[] };

const PRECEDENCE = new Map([["+", 1], ["-", 1], ["*", 2], ["/", 2], ["%", 2], ["^", 3]]);

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isLetter(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") || character === "_";
}

function* tokenize(source: string): Generator<Token> {
  let position = 0;
  while (position < source.length) {
    const character = source[position]!;
    const start = position;
    if (character === " " || character === "\n") {
      position++;
    } else if (isDigit(character)) {
      while (position < source.length && (isDigit(source[position]!) || source[position] === ".")) position++;
      if (source[position] === "e") {
        position += 2;
        while (position < source.length && isDigit(source[position]!)) position++;
      }
      yield { kind: "number", value: Number(source.slice(start, position)), position: start };
    } else if (isLetter(character)) {
      while (position < source.length && (isLetter(source[position]!) || isDigit(source[position]!))) position++;
      yield { kind: "name", text: source.slice(start, position), position: start };
    } else if ("+-*/%^(),".includes(character)) {
      position++;
      yield { kind: "operator", text: character, position: start };
    } else {
      throw new SyntaxError(`unexpected ${character} at ${position}`);
    }
  }
  yield { kind: "end", position };
}

class Parser {
  private readonly tokens: Token[];
  private index = 0;

  constructor(source: string) {
    this.tokens = [...tokenize(source)];
  }

  parse(): Expression {
    const expression = this.expression(0);
    if (this.current.kind !== "end") throw new SyntaxError(`unexpected input at ${this.current.position}`);
    return expression;
  }

  private get current(): Token {
    return this.tokens[this.index]!;
  }

  private accept(text: string): boolean {
    const token = this.current;
    if (token.kind !== "operator" || token.text !== text) return false;
    this.index++;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw new SyntaxError(`expected ${text} at ${this.current.position}`);
  }

  private expression(minimum: number): Expression {
    let left = this.unary();
    for (;;) {
      const token = this.current;
      const precedence = token.kind === "operator" ? PRECEDENCE.get(token.text) : undefined;
      if (token.kind !== "operator" || precedence === undefined || precedence < minimum) return left;
      this.index++;
      const right = this.expression(token.text === "^" ? precedence : precedence + 1);
      left = { type: "binary", operator: token.text, left, right };
    }
  }

  private unary(): Expression {
    if (this.accept("-")) return { type: "unary", operator: "-", operand: this.unary() };
    return this.primary();
  }

  private primary(): Expression {
    const token = this.current;
    this.index++;
    switch (token.kind) {
      case "number":
        return { type: "constant", value: token.value };
      case "name":
        return this.accept("(") ? { type: "call", callee: token.text, arguments: this.arguments() } : { type: "variable", name: token.text };
      case "operator":
        if (token.text === "(") {
          const inner = this.expression(0);
          this.expect(")");
          return inner;
        }
    }
    throw new SyntaxError(`unexpected token at ${token.position}`);
  }

  private arguments(): Expression[] {
    const result: Expression[] = [];
    if (this.accept(")")) return result;
    do result.push(this.expression(0));
    while (this.accept(","));
    this.expect(")");
    return result;
  }
}

function apply(operator: string, a: number, b: number): number {
  switch (operator) {
    case "+": return a + b;
    case "-": return a - b;
    case "*": return a * b;
    case "/": return a / b;
    case "%": return a % b;
    case "^": return a ** b;
    default: throw new Error(`no operator ${operator}`);
  }
}

function simplify(expression: Expression): Expression {
  switch (expression.type) {
    case "constant":
    case "variable":
      return expression;
    case "unary": {
      const operand = simplify(expression.operand);
      return operand.type === "constant" ? { type: "constant", value: -operand.value } : { ...expression, operand };
    }
    case "binary": {
      const left = simplify(expression.left);
      const right = simplify(expression.right);
      if (left.type === "constant" && right.type === "constant") {
        const value = apply(expression.operator, left.value, right.value);
        if (Number.isFinite(value)) return { type: "constant", value };
      }
      if (expression.operator === "*" && right.type === "constant" && right.value === 1) return left;
      return { type: "binary", operator: expression.operator, left, right };
    }
    case "call":
      return { ...expression, arguments: expression.arguments.map(simplify) };
  }
}

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  min: (...values) => Math.min(...values),
  max: (...values) => Math.max(...values),
  abs: (value) => Math.abs(value!),
  clamp: (value, low, high) => Math.min(Math.max(value!, low!), high!),
};

function evaluate(expression: Expression, variables: Map<string, number>): number {
  switch (expression.type) {
    case "constant":
      return expression.value;
    case "variable": {
      const value = variables.get(expression.name);
      if (value === undefined) throw new ReferenceError(`no variable ${expression.name}`);
      return value;
    }
    case "unary":
      return -evaluate(expression.operand, variables);
    case "binary":
      return apply(expression.operator, evaluate(expression.left, variables), evaluate(expression.right, variables));
    case "call": {
      const callee = FUNCTIONS[expression.callee];
      if (!callee) throw new ReferenceError(`no function ${expression.callee}`);
      return callee(...expression.arguments.map((argument) => evaluate(argument, variables)));
    }
  }
}

function format(expression: Expression): string {
  switch (expression.type) {
    case "constant": return String(expression.value);
    case "variable": return expression.name;
    case "unary": return `-${format(expression.operand)}`;
    case "binary": return `(${format(expression.left)} ${expression.operator} ${format(expression.right)})`;
    case "call": return `${expression.callee}(${expression.arguments.map(format).join(", ")})`;
  }
}

let state = 3;
function random(limit: number): number {
  state = (state * 48271) % 2147483647;
  return state % limit;
}

function generate(depth: number): string {
  if (depth === 0) return random(2) === 0 ? String(random(1000) / 4) : ["x", "y", "offset", "total_count"][random(4)]!;
  switch (random(7)) {
    case 0: return `(${generate(depth - 1)})`;
    case 1: return `-${generate(depth - 1)}`;
    case 2: return `clamp(${generate(depth - 1)}, -10, 500)`;
    case 3: return `max(${generate(depth - 1)}, ${generate(depth - 1)}) * 1`;
    default: return `${generate(depth - 1)} ${["+", "-", "*", "/", "%"][random(5)]} ${generate(depth - 1)}`;
  }
}

const count = Number(process.argv[2] ?? 5000);
const sources = Array.from({ length: count }, () => generate(7));
let sum = 0;
let length = 0;
const variables = new Map([["x", 1.5], ["y", -2], ["offset", 100], ["total_count", 12]]);
for (const source of sources) {
  const expression = new Parser(source).parse();
  const simple = simplify(expression);
  const text = format(simple);
  const again = new Parser(text).parse();
  const value = evaluate(again, variables);
  if (Number.isFinite(value)) sum = (sum + Math.abs(value)) % 1000003;
  length += text.length;
}
console.log(`sum ${sum.toFixed(6)}, length ${length}`);
