// Reading standard input as a whole.
// @stdin: stdin.txt
import fs from "node:fs";
const text = fs.readFileSync(0, "utf8");
const lines = text.split("\n").filter((l) => l.length > 0);
console.log(lines.length, text.length, JSON.stringify(lines[1]));
let sum = 0;
for (const line of lines) sum += line.split(" ").map(Number).filter((n) => !Number.isNaN(n)).reduce((a, b) => a + b, 0);
console.log(sum);
console.log(fs.readFileSync(0, "utf8").length);
