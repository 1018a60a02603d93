// parseInt, parseFloat, Number and unary plus.
const texts = ["42", "  42  ", "42px", "", " ", "0x1F", "0b11", "0o17", "1e3", ".5", "5.", "-", "+7", "-0", "Infinity", "-Infinityx", "1_000", "\n9\t", "١", "1e1000", "0.1.2", "NaN"];
for (const t of texts) console.log(JSON.stringify(t), parseInt(t), parseFloat(t), Number(t));
console.log(parseInt("ff", 16), parseInt("zz", 36), parseInt("12", 2), parseInt("0x10", 16), parseInt("0x10", 10), parseInt("9", 1), parseInt("11", 0));
console.log(Number(true), Number(null), Number(undefined), Number([]), Number([5]), Number([1, 2]), Number({}));
console.log(+"12", -"3", +" 0x10 ", +[] + 1);
console.log(parseInt("9007199254740993"), parseInt("123456789012345678901234567890"), parseInt(String(1e21)), parseInt("0.0000005"));
