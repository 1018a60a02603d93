// A pseudo-random generator, shuffling and statistics.
let seed = 42;
const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296;
const xs = Array.from({ length: 1000 }, next);
const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
const variance = xs.reduce((a, b) => a + (b - mean) ** 2, 0) / (xs.length - 1);
console.log(mean, Math.sqrt(variance), Math.min(...xs), Math.max(...xs));
const deck = Array.from({ length: 52 }, (_, i) => i);
for (let i = deck.length - 1; i > 0; i--) {
  const j = Math.floor(next() * (i + 1));
  [deck[i], deck[j]] = [deck[j], deck[i]];
}
console.log(deck.join(" "), new Set(deck).size);
const sorted = xs.toSorted((a, b) => a - b);
const percentile = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
console.log([0.5, 0.9, 0.99, 1].map(percentile));
const histogram = new Array<number>(10).fill(0);
for (const x of xs) histogram[Math.floor(x * 10)]++;
console.log(histogram);
