// replace and replaceAll of strings, with patterns in the replacement, and functions.
console.log("aXbXc".replace("X", "-"), "aXbXc".replaceAll("X", "-"), "abc".replace("", "_"), "abc".replaceAll("", "_"));
console.log("price".replace("price", "$$5"), "ab".replace("b", "[$&]"), "abc".replace("b", "[$`|$']"), "ab".replace("a", "$1$"));
console.log("x.y.z".replaceAll(".", "::"), "aaa".replaceAll("aa", "b"), "none".replace("q", "w"));
console.log("abcabc".replace("b", (m, at, whole) => `<${m}${at}${whole.length}>`), "abcabc".replaceAll("c", (m, at) => String(at)));
let calls = 0;
console.log("x-x-x".replaceAll("x", () => String(++calls)), calls, "undefined".replace(undefined as any, "def"));
