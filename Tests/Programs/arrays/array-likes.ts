// Generic methods on other objects.
const like: any = { length: 3, 0: "a", 1: "b", 2: "c" };
console.log(Array.prototype.map.call(like, (x: string) => x + x), Array.prototype.join.call(like, "-"), Array.from(like), Array.prototype.slice.call(like, 1));
console.log(Array.prototype.push.call(like, "d"), like, Array.prototype.indexOf.call("hello", "l"), Array.prototype.filter.call("a1b2", (c: string) => c >= "a"));
console.log(Array.from("xyz", (c, i) => c + i), Array.from({ length: 3 }), Array.from(new Set([1, 1, 2])), Array.from(new Map([[1, 2]])));
function args(): any { return arguments; }
const list = args(1, 2, 3);
console.log(list.length, list[1], Array.from(list), Array.prototype.reduce.call(list, (a: any, b: any) => a + b), typeof list);
console.log(Array.prototype.concat.call(1 as any, 2).length, Array.prototype.includes.call({ length: 1 }, undefined));
