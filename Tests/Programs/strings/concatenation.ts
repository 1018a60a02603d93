// Strings of several parts: numbers among them, wide and long ones, empty ones.
function label(i: number, x: number, s: string): string {
  return `${s}#${i}:${x}/${-0}${NaN}${1e21}${i * 0.1}` + s + i + "|";
}
for (const s of ["", "a", "é", "→", "\uD83D", "\uDE00", "x".repeat(60), "y".repeat(600), "→".repeat(30)]) {
  const text = label(s.length, s.length / 3, s);
  console.log(text.length, text.slice(0, 90), text.slice(-12), text === label(s.length, s.length / 3, s));
}
console.log("\uD83D" + "\uDE00" + 1, ("\uD83D" + "\uDE00" + 1).length, "" + "" + "", `${""}${""}` === "", ("a" + "").length);
const log: string[] = [];
const value = (name: string) => ({ toString() { log.push(name); return `<${name}>`; } });
console.log(`${value("a")}-${value("b")}-${1}` + value("c") + 2, log.join());
try {
  console.log(`${1}${"x"}${Symbol("s") as any}`);
} catch (error) {
  console.log((error as Error).message);
}
let many = "";
for (let i = 0; i < 300; i++) many += i + "," + i / 2 + ";" + (i & 1 ? "odd" : "even") + "\n";
let sum = 0;
for (let i = 0; i < many.length; i++) sum = (sum * 31 + many.charCodeAt(i)) | 0;
console.log(many.length, sum);
const slice = many.slice(10, 60);
console.log(`${slice}${1}${slice.slice(2, 40)}` + slice + 2);
