// defineProperty, freeze, seal and what writing does then.
function attempt(f: () => unknown): void {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log((e as Error).name + ": " + (e as Error).message);
  }
}
const o: any = { a: 1 };
Object.defineProperty(o, "hidden", { value: 2, enumerable: false });
Object.defineProperty(o, "computed", { get: () => 3, enumerable: true, configurable: true });
console.log(Object.keys(o), o.hidden, o.computed, JSON.stringify(o));
attempt(() => (o.hidden = 5));
attempt(() => delete o.hidden);
attempt(() => Object.defineProperty(o, "hidden", { value: 3 }));
const frozen: any = Object.freeze({ x: 1, list: [1] });
attempt(() => (frozen.x = 2));
attempt(() => (frozen.y = 2));
attempt(() => delete frozen.x);
attempt(() => frozen.list.push(2));
const sealed: any = Object.seal({ x: 1 });
attempt(() => (sealed.x = 2));
attempt(() => (sealed.y = 2));
attempt(() => delete sealed.x);
const fixed: any = Object.preventExtensions({ q: 1 });
attempt(() => (fixed.r = 1));
console.log(Object.isFrozen(frozen), Object.isSealed(sealed), Object.isExtensible(fixed), Object.isFrozen("x"), frozen, sealed);
attempt(() => (Object.freeze([1, 2]) as any).push(3));
