// Array patterns: holes, defaults, rest, swapping, iterables.
const [a, , b = 10, c = a, ...others] = [1, 2, undefined, null, 5, 6] as any[];
console.log(a, b, c, others);
let x = 1, y = 2, z = 3;
[x, y, z] = [z, x, y];
console.log(x, y, z);
const [s1, s2] = "\u{1f600}b";
const [k, [v]] = new Map([["key", ["value"]]]).entries().next().value!;
console.log(s1, s2, k, v);
const arr = [1, 2];
[arr[0], arr[1]] = [arr[1], arr[0]];
console.log(arr);
const [[deep] = [5], { q } = { q: 6 }] = [] as any;
console.log(deep, q);
const [...[first, ...more]] = [1, 2, 3];
console.log(first, more);
try {
  const [bad] = {} as any;
} catch (e) {
  console.log(String(e));
}
try {
  const [bad] = undefined as any;
} catch (e) {
  console.log(String(e));
}
