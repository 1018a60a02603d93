// Length, indexing, comparison and concatenation.
const s = "Hello, Wörld \u{1f600}";
console.log(s.length, s[0], s[s.length], s.at(-1), s.at(-3), s.at(99), s.charAt(2), s.charAt(50), s.charCodeAt(8));
console.log(s.charCodeAt(99), s.codePointAt(13), s.codePointAt(14), s.codePointAt(99));
console.log("a" + 1 + 2, 1 + 2 + "a", "x".concat("y", 3 as any, null as any), `t${1 + 1}${"q"}`);
console.log("abc" < "abd", "a" < "B", "Z" < "a", "" < "a", "10" < "9", "é" > "z", "a" === "a");
let joined = "";
for (let i = 0; i < 20; i++) joined += i + ",";
console.log(joined, joined.length);
console.log(String.fromCharCode(72, 105, 0x1f600), String.fromCodePoint(0x1f600, 65), "\x41\u0042\u{43}");
