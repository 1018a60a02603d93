// Line breaks and grouping of large values.
console.log({ first: "a long string of text", second: "another long string", third: "and one more of them" });
console.log({ a: [1, 2, 3], b: { c: "d", e: ["f", "g"] }, h: new Map([["i", "j"]]) });
console.log(Array.from({ length: 30 }, (_, i) => ({ id: i })));
console.log([["a", 1], ["b", 2]], Array.from({ length: 12 }, (_, i) => [i, i * i]), Array.from({ length: 120 }, (_, i) => i));
console.log({ text: "x".repeat(100) }, ["y".repeat(80)], "line\n".repeat(3), ["line one of several\nline two of several\nline three"]);
console.log({ m: { n: { o: { p: 1 } }, q: [[[[1]]]] } }, { fn: { a() {}, b: { c() {} } } });
console.log(Array.from({ length: 9 }, (_, i) => "é".repeat(i)), Array.from({ length: 8 }, (_, i) => i / 3), Array.from({ length: 8 }, (_, i) => i % 2 === 0));
const users = [{ name: "Ann", roles: ["admin", "dev"], address: { city: "X", geo: { lat: 1.5, lng: -2 } } }, { name: "Bob", roles: [], address: null }];
console.log(users, { users });
console.log(Object.fromEntries(Array.from({ length: 26 }, (_, i) => [String.fromCharCode(97 + i), i])));
console.log([1.5, 22.25, 333.125, 4, 55, 666, 7777], [-1, 10, -100, 1000, -10000, 100000, -1000000, 3]);
