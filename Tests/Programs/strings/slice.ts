// slice, substring, substr with all kinds of positions.
const s = "abcdefgh";
for (const [a, b] of [[0, 3], [2, undefined], [-3, undefined], [-3, -1], [5, 2], [NaN, 4], [-100, 100], [3, 3], [1.9, 3.9], [Infinity, 0]] as [number, number | undefined][]) {
  console.log(a, b, s.slice(a, b), s.substring(a, b), s.substr(a, b));
}
console.log(s.slice(), s.substring(2), s.slice(-2), s.slice("2" as any, "4" as any), "\u{1f600}x".slice(1).length);
const long = "0123456789".repeat(10);
const part = long.slice(15, 85);
console.log(part.slice(5, 25), part.length, part.indexOf("9876"), part.slice(1) === long.slice(16, 85));
