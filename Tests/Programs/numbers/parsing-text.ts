// Numbers in texts, short and odd ones, and texts in JSON.
const samples = ["0", "-0", "12", "-12.5", "1.", ".5", "-.5", "1e3", "1.5e-3", "0x1F", "-0x1F", "12px", "1.2.3", "00012", "-", "", " 7 ", "123456789012345", "1234567890123456", "0.1234567890123456", "0.1", "1.7976931348623157e309", "5e", "5x", "1_000", "+5", "Infinity", "-Infinity", "9007199254740993", "999999999999999", "0.3", "4.35", "2.675", "\u00a05", "١", "12\u2028", "0b11", "0o17", "1.e5", "1E5", "0e", "0x"];
for (const s of samples) console.log(JSON.stringify(s), Number(s), parseFloat(s), parseInt(s), parseInt(s, 10), parseInt(s, 16), Object.is(parseInt(s), -0), Object.is(+s, -0));
let sum = 0;
for (let i = 0; i < 20000; i++) { const t = (i * 0.37 - 100).toFixed(i % 9); sum += Number(t) + parseFloat(t) * 2 + parseInt(t); if (String(Number(t)) !== String(parseFloat(t))) console.log("differs", t); }
console.log(sum);
console.log(JSON.stringify({ q: 'a"b', bs: "a\\b\n\t\u0001\u001f\u007f\u0080\u00ff", long: "x".repeat(50) + '"' + "y".repeat(17), u: "\u2028\ud800x\ud83d\ude00", "k\"ey": [1.5, -0, NaN, 1e21, 123456789.125, true, null, undefined, () => 1] }));
console.log(JSON.stringify({ a: [1, { b: "é".repeat(9) + "→" + '"' }], c: "z" }, null, 1));
export {};
