// RegExp objects: accessors, the constructor, subclasses, and methods that the program has changed.
const r = new RegExp("a/b\\/[/]\n", "gimsuyd");
console.log(r.source, r.flags, r.global, r.sticky, r.hasIndices, r.unicodeSets, String(r));
console.log(String(new RegExp("")), String(RegExp(/x/g)), RegExp(r) === r, new RegExp(r) === r, String(new RegExp(/x/g, "i")));
console.log(Object.getOwnPropertyNames(/x/), Object.getOwnPropertyDescriptor(/x/, "lastIndex"));
console.log(RegExp.prototype.flags, RegExp.prototype.source, RegExp.prototype.global, Object.prototype.toString.call(/x/));
console.log(RegExp.escape("a.b*c (d) -é\n"), new RegExp(RegExp.escape("1+1")).test("1+1"));
class Loud extends RegExp {
  exec(text: string) {
    console.log("exec", text, this.lastIndex);
    return super.exec(text);
  }
}
console.log("aba".replace(new Loud("a", "g"), "x"), new Loud("b").test("abc"), "a-b".split(new Loud("-")));
console.log(new Loud("a") instanceof RegExp, new Loud("x", "g").flags, /x/ instanceof Loud);
const custom = { [Symbol.replace]: (text: string, by: string) => `${text}>${by}`, [Symbol.split]: (text: string) => [text] };
console.log("abc".replace(custom as any, "z"), "abc".split(custom as any));
console.log([/a/g, { r: /b/ }], new (class extends RegExp {})("q"));
const original = RegExp.prototype.exec;
RegExp.prototype.exec = function (text: string) {
  return original.call(this, text.toUpperCase());
};
console.log(/A/.test("a"), "a".replace(/A/, "x"), "banana".match(/AN/g));
RegExp.prototype.exec = original;
console.log(/A/.test("a"));
