// NaN is unequal to all, also in switch, includes finds it.
const n = NaN;
console.log(n === n, n == n, n !== n, n < 1, n > 1, n <= n, !(n >= n));
console.log([NaN].indexOf(NaN), [NaN].includes(NaN), new Set([NaN, NaN]).size, Object.is(NaN, 0 / 0));
switch (n) {
  case NaN:
    console.log("found");
    break;
  default:
    console.log("default");
}
const values = [3, NaN, 1, -0, 0];
console.log(Math.max(...values), Math.min(1, 2), Math.max(), Math.min(), Math.max(-0, 0), Object.is(Math.min(0, -0), -0));
console.log(values.indexOf(-0), values.includes(0), [-0].includes(0));
let less = 0;
for (let i = 0; i < NaN; i++) less++;
console.log(less);
if (n) console.log("truthy");
else console.log("falsy");
