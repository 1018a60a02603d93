/// Strings and maps: counts the words of a text and prints the most frequent ones.
const SYLLABLES = ["ta", "ri", "mo", "ne", "lu", "sa", "ko", "vi", "den", "or", "al", "es", "quin", "th", "re", "un"];

function makeVocabulary(size: number): string[] {
  const words: string[] = [];
  for (let i = 0; i < size; i++) {
    let word = "";
    for (let rest = i + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
    words.push(word);
  }
  return words;
}

function makeText(lines: number): string {
  const vocabulary = makeVocabulary(20000);
  let state = 7;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const result: string[] = [];
  for (let line = 0; line < lines; line++) {
    const words: string[] = [];
    for (let i = 0; i < 12; i++) words.push(vocabulary[Math.floor(vocabulary.length * random() ** 3)]!);
    const text = words.join(line % 3 === 0 ? ", " : " ");
    result.push(text[0]!.toUpperCase() + text.slice(1) + ".");
  }
  return result.join("\n");
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const lines = Number(process.argv[2] ?? 130_000);
const counts = countWords(makeText(lines));
const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
console.log(`${sorted.length} words`);
for (const [word, count] of sorted.slice(0, 10)) console.log(`${String(count).padStart(8)} ${word}`);
