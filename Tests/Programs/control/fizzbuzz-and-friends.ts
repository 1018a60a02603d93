// Small algorithms.
const out: string[] = [];
for (let i = 1; i <= 20; i++) out.push(i % 15 === 0 ? "FizzBuzz" : i % 5 === 0 ? "Buzz" : i % 3 === 0 ? "Fizz" : String(i));
console.log(out.join(" "));
function bubble(a: number[]): number[] {
  for (let swapped = true; swapped; ) {
    swapped = false;
    for (let i = 1; i < a.length; i++) if (a[i - 1] > a[i]) { [a[i - 1], a[i]] = [a[i], a[i - 1]]; swapped = true; }
  }
  return a;
}
console.log(bubble([5, 3, 9, -1, 0, 3]));
function binary(a: number[], x: number): number {
  let lo = 0, hi = a.length - 1;
  while (lo <= hi) { const mid = (lo + hi) >>> 1; if (a[mid] === x) return mid; if (a[mid] < x) lo = mid + 1; else hi = mid - 1; }
  return ~lo;
}
const sorted = Array.from({ length: 100 }, (_, i) => i * 3);
console.log(binary(sorted, 66), binary(sorted, 67), binary(sorted, -5), binary(sorted, 1000));
let collatz = 27, steps = 0;
while (collatz !== 1) { collatz = collatz % 2 ? collatz * 3 + 1 : collatz / 2; steps++; }
console.log(steps);
function roman(n: number): string { let r = ""; for (const [v, s] of [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]] as [number, string][]) while (n >= v) { r += s; n -= v; } return r; }
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2026].map(roman).join(" "));
