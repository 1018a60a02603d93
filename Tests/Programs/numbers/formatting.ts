// toFixed, toPrecision, toExponential, toString with a radix.
console.log((1.005).toFixed(2), (1.45).toFixed(1), (0).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e21).toFixed(2));
console.log((123.456).toFixed(), (0.000001).toFixed(7), (-0.0000001).toFixed(2), (1.23e20).toFixed(2), (10.235).toFixed(2));
console.log((123.456).toPrecision(4), (0.00001).toPrecision(1), (123456).toPrecision(2), (1e21).toPrecision(3), (0).toPrecision(5));
console.log((123456).toExponential(2), (0).toExponential(), (0.00015).toExponential(1), (-1.5e-9).toExponential(3), NaN.toExponential(2));
console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (3.75).toString(8), (1e21).toString(36));
console.log((0.1).toString(3), (123.456).toString(16), (2 ** 53).toString(2), (35).toString(36));
for (const digits of [-1, 101]) {
  try {
    console.log((1).toFixed(digits));
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
try {
  console.log((1).toString(1));
} catch (e) {
  console.log(String(e));
}
