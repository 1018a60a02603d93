/// Strings and maps: counts the words of a text and prints the most frequent ones.
import { readFileSync } from "node:fs";

const text = readFileSync(process.argv[2]!, "utf8");
const counts = new Map<string, number>();
let start = -1;
for (let i = 0; i <= text.length; i++) {
  const code = i < text.length ? text.charCodeAt(i) : 32;
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (isLetter) {
    if (start < 0) start = i;
  } else if (start >= 0) {
    const word = text.slice(start, i).toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
    start = -1;
  }
}
const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
for (const [word, count] of sorted.slice(0, 20)) console.log(`${String(count).padStart(8)} ${word}`);
