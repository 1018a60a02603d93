// Field initialisers, parameter properties, super and virtual calls.
const log: string[] = [];
const t = <T>(name: string, v: T): T => (log.push(name), v);
class A {
  a = t("A.a", 1);
  static s = t("A.s", 1);
  constructor(x = t("A default", 0)) {
    log.push("A body " + this.describe());
  }
  describe() { return "A" + this.a; }
}
class B extends A {
  b = t("B.b", this.a + 1);
  [t("computed", "c")]() { return 3; }
  static { log.push("B static block"); }
  static s2 = t("B.s2", B.s + 1);
  constructor() {
    log.push("before super");
    super();
    log.push("after super");
  }
  describe() { return "B" + this.b; }
}
const b = new B();
console.log(log);
console.log(b, B.s, B.s2, Object.hasOwn(B, "s"));
class Lazy { get x() { return 1; } }
class Shadow extends Lazy { y = this.x; }
console.log(new Shadow());
