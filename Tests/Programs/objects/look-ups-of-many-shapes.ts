// Look-ups at sites that see several shapes, while prototypes and properties change.
class Base {
  get kind(): string {
    return "base";
  }
  method(): string {
    return "base method";
  }
}
class Left extends Base {
  value = 1;
}
class Right extends Base {
  value = 2;
  other = 3;
  override get kind(): string {
    return "right";
  }
}

function read(o: any): string {
  return `${o.kind} ${o.value} ${o.missing} ${o.method?.()}`;
}

const own = {
  count: 0,
  get kind() {
    return `own ${++this.count}`;
  },
};
const objects: any[] = [new Left(), new Right(), { kind: "plain", value: 0 }, own, Object.create(new Left()), [], "text"];
function show(title: string): void {
  console.log(title);
  for (let round = 0; round < 3; round++) for (const o of objects) console.log(" ", read(o));
}

show("at first");
Object.defineProperty(Base.prototype, "kind", { get: () => "replaced", configurable: true });
show("another getter on the chain");
Object.defineProperty(Base.prototype, "kind", { value: "data", writable: true, configurable: true });
show("data instead of a getter");
Object.defineProperty(Left.prototype, "kind", { get: () => "shadowing", configurable: true });
show("a getter in front");
delete (Left.prototype as any).kind;
show("gone again");
Object.defineProperty(own, "kind", { value: "own data", writable: true });
show("own data");
(Base.prototype as any).missing = "found";
show("a property that was absent");
Object.setPrototypeOf(Right.prototype, { method: () => "another prototype" });
show("another prototype in the chain");
objects[4].kind = "assigned";
delete objects[1].value;
show("assigned, deleted");

// A getter that changes what is looked up while it runs.
const restless = {
  get kind(): string {
    Object.defineProperty(this, "kind", { value: "calm", configurable: true });
    for (const o of objects) void o.kind;
    return "restless";
  },
};
objects.push(restless);
show("restless");

// Objects with shapes of their own.
const dictionary: any = {};
for (let i = 0; i < 100; i++) dictionary[`key${i}`] = i;
Object.defineProperty(dictionary, "kind", { get: () => "dictionary", configurable: true });
objects.push(dictionary);
show("dictionary");
Object.defineProperty(dictionary, "kind", { get: () => "dictionary again" });
for (let i = 0; i < 100; i += 2) delete dictionary[`key${i}`];
show("dictionary, compacted");
