// The shortest digits that give the number back.
const numbers = [
  0, -0, 1, -1, 0.1, 1 / 3, 123456789, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 1.5e-10, 5e-324, 1.7976931348623157e308,
  4.35, 0.000001234, 100, 1e100, 2 ** 53, 0.1 + 0.2, 4.9406564584124654e-324, 9.95, 1.005, 1234.5678,
];
for (const n of numbers) console.log(String(n), `${n}`, n + "", JSON.stringify(n));
console.log(String(NaN), String(Infinity), String(-Infinity));
