// replace, replaceAll, split, match, matchAll and search with regular expressions.
console.log("a1b22".replace(/\d+/, "<$&>"), "a1b22".replace(/\d+/g, "[$`|$']"), "2024-05".replace(/(\d+)-(\d+)/, "$2/$1 $3 $$"));
console.log("John Smith".replace(/(?<first>\w+) (?<last>\w+)/, "$<last>, $<first>$<none>"));
console.log("abc".replace(/b/, (m, at, all) => `{${m},${at},${all}}`), "aXbX".replace(/x/gi, (m) => m.toLowerCase()));
console.log("2+3".replace(/(?<a>\d)\+(?<b>\d)/, (...args: any[]) => JSON.stringify(args)));
console.log("abc".replace(/(?:)/g, "-"), "😀".replace(/(?:)/gu, "-"), "aaa".replace(/a/y, "b"));
console.log("a, b,c".split(/\s*,\s*/), "abc".split(/(?:)/), "a1b2".split(/(\d)/), "a1b2c3".split(/\d/, 2), "".split(/a/), "".split(/(?:)/));
console.log("aBcD".match(/[A-Z]/g), "x".match(/y/g), "abc".match("b"), "a.b".match("."));
console.log([..."k1=v1;k2=v2".matchAll(/(\w+)=(\w+)/g)].map((m) => [m.index, m[1], m[2]]), "abc".search(/c/), "abc".search("d"));
console.log("x.y.z".replaceAll(".", "$&$&"), "aab".replaceAll(/a/g, "b"));
for (const f of [() => "a".replaceAll(/a/, ""), () => "a".matchAll(/a/), () => "a".includes(/a/ as any)]) {
  try {
    f();
  } catch (error) {
    console.log(String(error));
  }
}
const re = /a/g;
re.lastIndex = 3;
console.log("banana".replace(re, "o"), re.lastIndex);
