// The functions of Math.
const inputs = [0, -0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 0.49999999999999994, 4503599627370495.5, NaN, Infinity];
for (const x of inputs) console.log(x, Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x), Math.sign(x), Math.abs(x));
console.log(Math.sqrt(2), Math.cbrt(27), Math.hypot(3, 4), Math.hypot(), Math.pow(2, 0.5), Math.fround(5.5), Math.fround(5.05));
console.log(Math.clz32(0), Math.clz32(1), Math.clz32(-1), Math.imul(0xffffffff, 5), Math.imul(3, 1.9));
console.log(Math.log2(8), Math.log10(1000), Math.log1p(0), Math.expm1(0), Math.exp(0), Math.log(1));
console.log(Math.atan2(1, 1) === Math.PI / 4, Math.sin(0), Math.cos(0), Math.tan(0), Math.sinh(0), Math.acos(2));
console.log(Math.max(1, "3" as any, 2), Math.min(1, undefined as any), Math.max(null as any, -1));
const r = Math.random();
console.log(r >= 0 && r < 1, Math.E, Math.LN2, Math.SQRT1_2);
