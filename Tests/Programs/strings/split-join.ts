// split with separators, limits, empty strings.
console.log("a,b,,c".split(","), "abc".split(""), "".split(","), "".split(""), "a,b,c".split(",", 2), "abc".split("abc"), "abc".split("x"));
console.log("a--b--c".split("--").join("+"), "one two  three".split(" "), "abc".split(undefined as any), "a1b1c".split(1 as any), "x,y".split(",", 0));
console.log("line1\nline2\r\nline3".split("\n"), "\u{1f600}a".split("").length);
const words = "the quick brown fox".split(" ");
console.log(words.map((w) => w[0].toUpperCase() + w.slice(1)).join(" "), words.join(), words.join(""), [null, undefined, 1].join("-"));
console.log([[1, 2], [3, [4]]].join(";"), [].join("x") + "|");
