// Symbols as keys, well-known symbols, registry.
const id = Symbol("id");
const o = { [id]: 1, name: "o", [Symbol.toStringTag]: "Thing" };
console.log(o[id], Object.keys(o), JSON.stringify(o), String(id), id.description, id.toString(), typeof id);
console.log(Object.prototype.toString.call(o), `${Object.prototype.toString.call([])} ${Object.prototype.toString.call(null)}`);
console.log(Symbol.for("x") === Symbol.for("x"), Symbol("x") === Symbol("x"), Symbol.keyFor(Symbol.for("x")), Symbol.keyFor(id));
try {
  console.log(id as any + "");
} catch (e) {
  console.log(String(e));
}
try {
  console.log(`${id as any}`);
} catch (e) {
  console.log(String(e));
}
const range = { from: 1, to: 4, [Symbol.iterator]() { let n = this.from; const end = this.to; return { next: () => (n <= end ? { value: n++, done: false } : { value: undefined, done: true }) }; } };
console.log([...range], Math.max(...range));
class Even { static [Symbol.hasInstance](n: number) { return n % 2 === 0; } }
console.log((2 as any) instanceof Even, (3 as any) instanceof Even, Symbol().description, Symbol("").description);
