// What `instanceof` and inherited static members give, is asked for often and then changed in each way that exists.
class Base {
  static label = "base";
  static make(): string {
    return "made by Base";
  }
}
class Derived extends Base {}
class Leaf extends Derived {}
class Other {}

function Plain(this: object): void {}

function count(values: object[], target: Function): number {
  let found = 0;
  for (let round = 0; round < 3; round++) for (const value of values) if (value instanceof target) found++;
  return found;
}

const values: object[] = [new Base(), new Derived(), new Leaf(), new Other(), [], {}, Object.create(null)];
const targets = [Base, Derived, Leaf, Other, Array, Object, Plain];
const show = () => console.log(targets.map((target) => count(values, target)).join(" "));
show();

Object.setPrototypeOf(values[3], Derived.prototype);
show();
Object.setPrototypeOf(Leaf.prototype, Other.prototype);
show();
Object.setPrototypeOf(Leaf.prototype, Derived.prototype);
(Plain as { prototype: object }).prototype = Base.prototype;
show();
(Plain as { prototype: object }).prototype = Array.prototype;
show();

const inherited = (which: typeof Base) => {
  let text = "";
  for (let i = 0; i < 3; i++) text = `${which.make()}, ${which.label}`;
  return text;
};
console.log(inherited(Leaf), "|", inherited(Derived), "|", inherited(Base));
Base.label = "changed";
console.log(inherited(Leaf), "|", inherited(Derived), "|", inherited(Base));
Derived.make = () => "made by Derived";
console.log(inherited(Leaf), "|", inherited(Derived), "|", inherited(Base));
Object.defineProperty(Leaf, "label", { value: "leaf", configurable: true });
console.log(inherited(Leaf), "|", inherited(Derived), "|", inherited(Base));
delete (Leaf as { label?: string }).label;
delete (Derived as { make?: () => string }).make;
console.log(inherited(Leaf), "|", inherited(Derived), "|", inherited(Base));

Object.defineProperty(Derived, Symbol.hasInstance, { value: (value: unknown) => Array.isArray(value), configurable: true });
show();
Object.defineProperty(Leaf, Symbol.hasInstance, { value: () => true });
show();
delete (Derived as { [Symbol.hasInstance]?: unknown })[Symbol.hasInstance];
show();

let asked = 0;
const proxy = new Proxy(new Leaf(), {
  getPrototypeOf(target) {
    asked++;
    return Reflect.getPrototypeOf(target);
  },
});
console.log(count([proxy, Object.create(proxy)], Base), asked);
