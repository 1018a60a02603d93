// console.table.
console.table([{ a: 1, b: "x" }, { a: 2, c: true }]);
console.table([[1, 2], [3, 4, 5]]);
console.table(["p", "q"]);
console.table({ r1: { c: 1 }, r2: { c: [1, 2] }, r3: 5 });
console.table([{ name: "é\u4e2d", v: { deep: { x: 1 } } }, { name: "y", v: null }], ["name", "v"]);
console.table(new Map<any, any>([["k", 1], [{ o: 1 }, "v"]]));
console.table(new Set([1, "two"]));
console.table([]);
console.table("text");
console.table(5);
console.table(null);
console.table([{ 2: "n", 1: "m", z: 0 }, 7]);
console.group("indented");
console.table([[1]]);
console.groupEnd();
