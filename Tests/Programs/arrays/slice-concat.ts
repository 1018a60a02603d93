// slice, concat, flat, spread, join, indexOf, includes.
const a = [1, 2, 3, 4, 5];
console.log(a.slice(1, 3), a.slice(-2), a.slice(), a.slice(3, 1), a.slice(undefined, -1), a.concat([6], 7 as any, [[8]] as any), a);
console.log([1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [1, , 3].flat(), [...a, ...[..."hi"]], [, 1].concat([, 2]));
console.log(a.indexOf(3), a.indexOf(3, 3), a.lastIndexOf(5), a.includes(9), a.indexOf("3" as any), [NaN].includes(NaN), [,].includes(undefined), [,].indexOf(undefined as any));
console.log(a.join(), a.join(" "), String([1, [2, 3], null, undefined, {}]), [] + "", [1] + "1");
const nested = [[1, 2], [3]];
const copy = nested.slice();
copy[0].push(99);
copy.push([4]);
console.log(nested, copy.length, nested.length);
