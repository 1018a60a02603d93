// Code points and units.
const s = "a\u{1f600}é\ud800z";
for (const c of s) console.log(c.length, c.codePointAt(0)!.toString(16));
console.log([...s].length, s.length, Array.from(s).map((c) => c.length), s.isWellFormed(), s.toWellFormed().codePointAt(4));
console.log(s.split("").length, "\u{1f600}".charCodeAt(0), "\u{1f600}".charCodeAt(1), "\u{1f600}"[0] === "\ud83d");
const order = ["\uffff", "\u{10000}", "z", "Z", "é", "\ud7ff", "a"];
console.log(order.sort().map((c) => c.codePointAt(0)!.toString(16)).join(" "));
console.log("\u{1f600}" < "\uffff", "Ａ" > "\u{1f600}", "ab".localeCompare("ac") < 0, "a".localeCompare("a"));
console.log(encodeURIComponent("a b&ü\u{1f600}"), decodeURIComponent("%C3%BC%20%F0%9F%98%80"), encodeURI("http://x/ü?q=a b"));
