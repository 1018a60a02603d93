// Powers that are a division or a root have every digit right.
const bases = [9007199254740991, 3, 0.1, 1.7976931348623157e308, 5e-324, 7e-310, 1e-300, 2.5, 123456.789];
for (const base of bases) console.log(base ** -1, base ** 0.5, (-base) ** -1, (-base) ** 0.5, Math.pow(base, -1), Math.pow(base, 0.5));
for (const base of [0, -0, Infinity, -Infinity, NaN]) {
  console.log([base ** -1, base ** 0.5, base ** 2, Math.pow(base, -0.5)].map((value) => (Object.is(value, -0) ? "-0" : value)).join());
}
