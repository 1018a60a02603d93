// Which pairs a comparator sees, and what an inconsistent one gives.
const seen: string[] = [];
[4, 2, 3, 1].sort((a, b) => {
  seen.push(a + ":" + b);
  return a - b;
});
console.log(seen.join(" "));
const data = Array.from({ length: 40 }, (_, i) => (i * 37) % 41);
let calls = 0;
data.slice().sort((a, b) => {
  calls++;
  return a - b;
});
console.log(calls, data.slice().sort((a, b) => (a > b) as any).join(), data.slice().sort(() => -1).join());
try {
  [3, 2, 1].sort(() => {
    throw new Error("compare");
  });
} catch (e) {
  console.log((e as Error).message);
}
