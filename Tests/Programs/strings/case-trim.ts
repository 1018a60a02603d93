// Case and white space.
console.log("Straße".toUpperCase(), "ÀÉÎ".toLowerCase(), "İ".toLowerCase().length, "ΑΣ".toLowerCase(), "ﬁ".toUpperCase(), "ÿ".toUpperCase());
console.log("[" + "  \t\n x y \u00a0\ufeff\u2003".trim() + "]", "[" + "  x ".trimStart() + "]", "[" + "  x ".trimEnd() + "]");
console.log("abc".padStart(6), "abc".padEnd(6, "-") + "|", "abc".padStart(8, "12"), "abc".padStart(2), "x".padEnd(5, ""));
console.log("ab".repeat(3), "ab".repeat(0) + "|", "".repeat(5) + "|");
try {
  "a".repeat(-1);
} catch (e) {
  console.log(String(e));
}
