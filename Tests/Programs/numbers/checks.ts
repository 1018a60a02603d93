// Number.isInteger and its like.
const candidates: any[] = [0, -0, 1.5, 1e300, 2 ** 53, 2 ** 53 - 1, NaN, Infinity, "5", null, undefined, true, [1]];
for (const c of candidates) {
  console.log(c, Number.isInteger(c), Number.isSafeInteger(c), Number.isFinite(c), Number.isNaN(c), isNaN(c), isFinite(c));
}
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.EPSILON, Number.MAX_VALUE, Number.MIN_VALUE);
console.log(0.1 + 0.2 - 0.3 < Number.EPSILON, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
