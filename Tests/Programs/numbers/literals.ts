// Forms of number literals.
console.log(0xff, 0b1010, 0o777, 1_000_000, .5, 5., 1e3, 1E-3, 0.1e2, 0xdead_beef);
console.log(123..toString(), 1.0.toFixed(1), (5).toString(), 1e21 + 1, 0.1e-6);
console.log(9007199254740993, 0.1234567890123456789, 123456789.123456789e5, 1e400, -1e400, 1e-400);
