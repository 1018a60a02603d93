// Copies of objects: those that share the shape of their source, and those that must not.
const show = (value: object): string => JSON.stringify(value) + " " + Object.keys(value).join();
const plain = { a: 1, b: "two", c: [3] };
const copy = { ...plain };
copy.a = 10;
copy.c.push(4);
console.log(show(plain), show(copy), copy.c === plain.c);
console.log(show({ ...plain, a: 5, d: 6 }), show({ z: 0, ...plain }), show({ a: 0, ...plain, b: 1 }));

// More properties than fit into the object.
const many: Record<string, number> = {};
for (let i = 0; i < 40; i++) many["k" + i] = i;
const manyCopy = { ...many };
manyCopy.k3 = -3;
manyCopy.extra = 1;
console.log(many.k3, many.extra, manyCopy.k39, Object.keys(manyCopy).length);

// Frozen, sealed and not extensible sources give ordinary copies.
for (const restrict of [Object.freeze, Object.seal, Object.preventExtensions]) {
  const source: Record<string, number> = { x: 1 };
  restrict(source);
  const open: Record<string, number> = { ...source };
  open.x = 2;
  open.y = 3;
  console.log(show(open), Object.isFrozen(open), Object.isExtensible(open), show(Object.assign({}, source)));
}

// Prototypes, accessors, symbols, private and hidden properties.
class Point {
  #secret = 1;
  x = 1;
  get double(): number {
    return this.x * 2;
  }
  y = 2;
  reveal(): number {
    return this.#secret;
  }
}
const point = { ...new Point() };
console.log(show(point), Object.getPrototypeOf(point) === Object.prototype, "double" in point, "reveal" in point);
const log: string[] = [];
const tricky = {
  first: 1,
  get second() {
    log.push("second");
    delete (this as { third?: number }).third;
    return 2;
  },
  third: 3 as number | undefined,
};
console.log(show({ ...tricky }), log.join());
const symbol = Symbol("s");
const mixed: any = { b: 1, [symbol]: 2, 10: "ten", 2: "two", a: 3 };
Object.defineProperty(mixed, "hidden", { value: 1, enumerable: false });
const mixedCopy = { ...mixed };
console.log(show(mixedCopy), mixedCopy[symbol], Object.getOwnPropertyNames(mixedCopy).join());
console.log(show({ ...null, ...undefined, ...true, ..."hi", ...[7, 8] } as object));
const bare = Object.assign(Object.create(null), { q: 1 });
console.log(Object.getPrototypeOf({ ...bare }) === Object.prototype, show({ ...bare }));

// Assignment calls setters, also those of prototypes, and fails on what cannot be written.
class Watched {
  seen: string[] = [];
  set value(v: number) {
    this.seen.push("value=" + v);
  }
}
const watched = Object.assign(new Watched(), { before: 1, value: 2, after: 3 });
console.log(show(watched), "value" in watched, Object.keys(watched).join());
try {
  Object.assign(Object.freeze({ x: 1 }), { x: 2 });
} catch (error) {
  console.log((error as Error).message);
}
const proto = JSON.parse('{"__proto__": {"evil": 1}, "ok": 2}');
console.log(Object.keys({ ...proto }).join(), Object.keys(Object.assign({}, proto)).join(), Object.assign({}, proto).evil);
const self: Record<string, unknown> = { a: 1 };
self.me = self;
console.log(Object.assign(self, self) === self, { ...self }.me === self);

// The rest of a pattern.
const { a, ...rest } = plain;
const { ["b"]: b, ...others } = plain;
const { x: ignored, ...left } = new Point();
console.log(a, show(rest), b, show(others), ignored, show(left));
const { 2: two, ...withoutTwo } = mixed;
console.log(two, show(withoutTwo));

// Listing.
console.log(Object.entries(plain).join(";"), Object.values(plain).join(";"), Object.entries(mixed).join(";"));
const deleted: Record<string, number> = { p: 1, q: 2, r: 3 };
delete deleted.q;
console.log(show(deleted), show({ ...deleted }), Object.values(deleted).join(), Object.entries(deleted).join(";"));

// Dictionaries by computed keys.
const counts: Record<string, number> = {};
for (const word of "to be or not to be that is the question to be".split(" ")) counts[word] = (counts[word] ?? 0) + 1;
console.log(show(counts), counts["toString"] !== undefined, "be" in counts, "bee" in counts, counts["b" + "e"]);
class Base {
  set only(v: number) {
    log.push("only=" + v);
  }
}
const target: any = new Base();
for (const key of ["one", "only", "two"]) target[key] = 1;
console.log(Object.keys(target).join(), log.join());
const dictionary = Object.create({ inherited: 1 }) as Record<string, number>;
dictionary["inherited"] += 1;
dictionary["own"] = 5;
console.log(dictionary["inherited"], Object.keys(dictionary).join(), Object.getPrototypeOf(dictionary).inherited);
const locked = Object.freeze({ k: 1 }) as Record<string, number>;
for (const key of ["k", "l"]) {
  try {
    locked[key] = 2;
  } catch (error) {
    console.log((error as Error).message);
  }
}
