// The messages of what is no regular expression.
const cases: [string, string][] = [
  ["(", ""], [")", ""], ["[", ""], ["*", ""], ["a**", ""], ["\\", ""], ["a{2,1}", ""], ["[b-a]", ""], ["(?a)", ""],
  ["(?<a", ""], ["(?<a>x)(?<a>y)", ""], ["\\k<b>(?<a>x)", ""], ["{", "u"], ["a{", "u"], ["\\1", "u"], ["\\-", "u"], ["\\p{X}", "u"],
  ["\\u{110000}", "u"], ["[\\d-a]", "u"], ["[a&&&b]", "v"], ["[a--b&&c]", "v"], ["[^\\q{ab}]", "v"], ["(?i-i:a)", ""], ["(?ii:a)", ""],
  ["(?-:a)", ""], ["(?<!a)*", ""], ["a", "gg"], ["a", "uv"], ["a", "x"],
];
for (const [source, flags] of cases) {
  try {
    console.log(new RegExp(source, flags));
  } catch (error) {
    console.log(String(error));
  }
}
try {
  console.log(new RegExp("(?:".repeat(100000) + ")".repeat(100000)).test(""));
} catch (error) {
  console.log((error as Error).message.slice(-30));
}
