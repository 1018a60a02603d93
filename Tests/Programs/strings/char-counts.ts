// Counting characters and words, as text programs do.
const text = "It was the best of times, it was the worst of times, it was the age of wisdom";
const counts = new Map<string, number>();
for (const word of text.toLowerCase().split(" ")) {
  const clean = word.endsWith(",") ? word.slice(0, -1) : word;
  counts.set(clean, (counts.get(clean) ?? 0) + 1);
}
const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
for (const [word, count] of sorted.slice(0, 6)) console.log(word.padEnd(8) + String(count).padStart(3));
const letters: Record<string, number> = {};
for (const c of text) if (c !== " ") letters[c] = (letters[c] || 0) + 1;
console.log(letters);
const caesar = [...text].map((c) => {
  const code = c.charCodeAt(0);
  return code >= 97 && code <= 122 ? String.fromCharCode(((code - 97 + 13) % 26) + 97) : c;
});
console.log(caesar.join(""));
