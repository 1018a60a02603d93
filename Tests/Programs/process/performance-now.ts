// A program that asks for the time alone links nothing else of `performance`.
const start = performance.now();
let steps = 0;
let last = start;
while (last === start) {
  last = performance.now();
  steps++;
}
console.log(typeof start, start > 0, last > start, steps > 0);
const elapsed = performance.now() - start;
console.log(elapsed >= 0, elapsed < 60_000);
