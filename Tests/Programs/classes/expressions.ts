// Class expressions, mixins, names.
const Anonymous = class { v = 1; };
const Named = class Inner { static self() { return Inner; } };
console.log(Anonymous.name, Named.name, Named.self() === Named, new Anonymous(), new (class { x = 2; })());
type Ctor = new (...args: any[]) => {};
const Serializable = <T extends Ctor>(Base: T) => class extends Base { serialize() { return JSON.stringify(this); } };
const Tagged = <T extends Ctor>(Base: T) => class Tagged extends Base { tag = "t"; };
class Point { constructor(public x = 1, public y = 2) {} }
const Mixed = Serializable(Tagged(Point));
const m = new Mixed(5, 6);
console.log(m.serialize(), m instanceof Point, m, Mixed.name);
function make(n: number) { return class { value = n; }; }
const [M1, M2] = [make(1), make(2)];
console.log(new M1().value, new M2().value, (M1 as unknown) === M2, new M1() instanceof M2);
const list = [class A {}, class B {}];
console.log(list.map((c) => c.name), list);
