// Computed names, symbols, numeric and string names of members.
const name = "dynamic";
const field = "field1";
const st: unique symbol = Symbol.for("st");
class C {
  [name + "Method"]() { return 1; }
  [field] = 2;
  static [st] = 3;
  "quoted name"() { return 4; }
  123() { return 5; }
  get [`get${name}`]() { return 6; }
  [Symbol.toPrimitive](hint: string) { return hint === "number" ? 7 : "seven"; }
}
const c: any = new C();
console.log(c.dynamicMethod(), c.field1, (C as any)[Symbol.for("st")], c["quoted name"](), c[123](), c.getdynamic, +c, `${c}`, c + "");
console.log(Reflect.ownKeys(C.prototype), c);
