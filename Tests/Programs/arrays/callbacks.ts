// map, filter, reduce and so on, with indices and holes.
const a = [5, 1, 4];
console.log(a.map((x) => x * 2), a.filter((x) => x > 1), a.reduce((s, x) => s + x), a.reduce((s, x) => s + x, "" as any), a.reduceRight((s, x) => s + "-" + x, ""));
console.log(a.some((x) => x > 4), a.every((x) => x > 4), [].every(() => false), [].some(() => true), a.find((x) => x < 5), a.findIndex((x) => x === 4), a.findLast((x) => x < 5), a.findLastIndex((x) => x === 99));
a.forEach((x, i, all) => console.log(x, i, all.length));
const holes = [1, , 3];
let visited = 0;
console.log(holes.map((x) => { visited++; return x * 2; }), visited, holes.filter(() => true), holes.find((x) => x === undefined), holes.findIndex((x) => x === undefined));
console.log(["1", "2", "3"].map(Number), ["1", "2", "3"].map(parseInt as any), [[1], [2, 3]].flatMap((x) => x), [1, 2].flatMap((x) => [[x]]));
try {
  ([] as number[]).reduce((x, y) => x + y);
} catch (e) {
  console.log(String(e));
}
console.log([3, 4].map(function (this: any, x) { return x + this.add; }, { add: 100 }), ["a", "b"].entries().next(), [...["a", "b"].keys()]);
