// Wrapping and justifying text.
const text = "Polyglot compiles ordinary TypeScript ahead of time and the programs behave as they do in Node, with the same output and the same errors.";
function wrap(words: string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const w of words) {
    if (line && line.length + 1 + w.length > width) { lines.push(line); line = w; } else line = line ? line + " " + w : w;
  }
  return line ? [...lines, line] : lines;
}
for (const width of [20, 33]) {
  const lines = wrap(text.split(" "), width);
  console.log("+" + "-".repeat(width + 2) + "+");
  for (const l of lines) console.log("| " + l.padEnd(width) + " |");
  const centred = lines.map((l) => " ".repeat(Math.floor((width - l.length) / 2)) + l);
  console.log(centred.at(-1), Math.max(...lines.map((l) => l.length)));
}
