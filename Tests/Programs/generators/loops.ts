// Loops over generators, whose methods the program never names.
function* range(from: number, to: number) {
  for (let i = from; i < to; i++) yield i;
}
let sum = 0;
for (const x of range(0, 100000)) sum += x;
console.log(sum);
function* evens(source: Iterable<number>) {
  for (const x of source) if (x % 2 === 0) yield x;
}
console.log([...evens(range(0, 10))], new Set(evens([1, 2, 4])), Object.fromEntries((function* () { yield ["a", 1]; })()));
function* closing() {
  try { for (;;) yield 1; } finally { console.log("closed"); }
}
for (const x of closing()) { console.log(x); break; }
const [a, b] = closing();
console.log(a + b);
try {
  for (const x of closing()) throw new Error("body " + x);
} catch (error) {
  console.log((error as Error).message);
}
(function () { for (const x of closing()) return x; })();
