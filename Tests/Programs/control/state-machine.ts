// A tokenizer and an evaluator by precedence climbing.
type Token = { kind: "num"; value: number } | { kind: "op"; text: string };
function tokenize(text: string): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const c = text[i];
    if (c === " ") { i++; continue; }
    if (c >= "0" && c <= "9") {
      let end = i;
      while (end < text.length && ((text[end] >= "0" && text[end] <= "9") || text[end] === ".")) end++;
      out.push({ kind: "num", value: Number(text.slice(i, end)) });
      i = end;
    } else if ("+-*/^()".includes(c)) { out.push({ kind: "op", text: c }); i++; } else throw new SyntaxError(`unexpected '${c}' at ${i}`);
  }
  return out;
}
function evaluate(text: string): number {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => { const t = tokens[at]; return t?.kind === "op" ? t.text : undefined; };
  const levels: Record<string, number> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 3 };
  function primary(): number {
    const t = tokens[at++];
    if (!t) throw new SyntaxError("unexpected end");
    if (t.kind === "num") return t.value;
    if (t.text === "-") return -primary();
    if (t.text !== "(") throw new SyntaxError("unexpected " + t.text);
    const v = binary(1);
    if (peek() !== ")") throw new SyntaxError("expected )");
    at++;
    return v;
  }
  function binary(level: number): number {
    let left = primary();
    for (let op = peek(); op !== undefined && levels[op] >= level; op = peek()) {
      at++;
      const right = binary(op === "^" ? levels[op] : levels[op] + 1);
      left = op === "+" ? left + right : op === "-" ? left - right : op === "*" ? left * right : op === "/" ? left / right : left ** right;
    }
    return left;
  }
  const v = binary(1);
  if (at < tokens.length) throw new SyntaxError("trailing input");
  return v;
}
for (const t of ["1 + 2 * 3", "(1+2)*3", "2^3^2", "-(4 - 6) / 0.5", "10 / 4 / 5", "1 +", "2 $ 3", "(1", "1 2", "8 - 3 - 2"]) {
  try {
    console.log(t, "=", evaluate(t));
  } catch (e) {
    console.log(t, "->", String(e));
  }
}
