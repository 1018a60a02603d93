// new.target, returning objects from constructors, instanceof.
class Base {
  kind: string;
  constructor() { this.kind = new.target === Base ? "base" : "sub " + new.target.name; }
}
class Sub extends Base {}
console.log(new Base(), new Sub());
function Old(this: any, x: number) {
  if (!new.target) return "called";
  this.x = x;
}
Old.prototype.get = function () { return this.x; };
const o = new (Old as any)(4);
console.log(o.get(), (Old as any)(1), o instanceof (Old as any), o.constructor === Old, o);
class Odd { constructor() { return { replaced: true } as any; } }
class OddSub extends Odd { f = 1; }
console.log(new Odd(), new OddSub(), new OddSub() instanceof Odd);
class Bad extends Base { constructor(early: boolean) { if (!early) super(); } }
try {
  new Bad(true);
} catch (e) {
  console.log(String(e));
}
try {
  new (class extends (null as any) {})();
} catch (e) {
  console.log((e as Error).name);
}
