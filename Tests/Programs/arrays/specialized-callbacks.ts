// Built-in functions with callbacks: what each gets, and what it may do in between.
function log(label: string, ...values: unknown[]): void {
  console.log(label, ...values);
}

const numbers = [3, 1, 2];
const factor = 2;
log("map", numbers.map((x) => x * factor), numbers.map((x, i, a) => a.length * 10 + i + x));
log("strings", numbers.map(String), ["1", "2", "3"].map(Number), ["10", "10", "10"].map(parseInt as any));
log("filter", numbers.filter((x) => x > 1), numbers.filter((x, i) => i), numbers.filter(Boolean));
log("reduce", numbers.reduce((a, b) => a + b, 0), numbers.reduce((a, b) => a + b), numbers.reduce((a, x, i) => a + i + ":" + x + " ", ""));
log("right", numbers.reduceRight((a, b) => a + "-" + b, "z"));
log("test", numbers.some((x) => x > 2), numbers.every((x) => x > 2), numbers.find((x) => x < 3), numbers.findIndex((x) => x === 2));
log("last", numbers.findLast((x) => x < 3), numbers.findLastIndex((x) => x > 9));
log("flat", numbers.flatMap((x) => [x, [x]]), numbers.flatMap((x) => x));
let sum = 0;
numbers.forEach((x, i) => { sum += x * i; });
log("forEach", sum, numbers.forEach((x) => x));

// Comparators: numeric, by text, inconsistent, counting.
const words = ["pear", "fig", "apple", "kiwi"];
let compared = 0;
log("sort", [...numbers].sort((a, b) => b - a), [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)));
log("counted", [...words].sort((a, b) => { compared++; return a < b ? -1 : a > b ? 1 : 0; }), compared > 3);
log("boolean", [5, 2, 8, 1].sort(((a: number, b: number) => a > b) as any), [5, 2, 8].toSorted(() => NaN));
const people = [{ n: "b", a: 2 }, { n: "a", a: 2 }, { n: "c", a: 1 }];
log("stable", people.sort((p, q) => p.a - q.a).map((p) => p.n).join(""));
const big = Array.from({ length: 200 }, (_, i) => (i * 7919) % 211);
log("big", big.slice().sort((a, b) => (a < b ? -1 : 1)).slice(0, 5), big.sort((a, b) => b - a).slice(0, 5));
