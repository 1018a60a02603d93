// JSON.stringify of values, toJSON, indentation, what is left out.
const values: any[] = [1, -0, NaN, Infinity, "q\"\\\n\u0007\u2028", true, null, undefined, () => 1, Symbol("s"), [undefined, () => 1, NaN], { a: undefined, b: () => 1, c: Symbol("x"), d: null }, new Map([[1, 2]]), new Set([1]), [], {}, [[]], new Number(3), new String("s"), new Boolean(false), "\ud800", { toJSON: (k: string) => "json" + k }, { get g() { return 5; } }, Object.create({ inherited: 1 }), [, 1]];
for (const v of values) console.log(JSON.stringify(v), JSON.stringify({ k: v }));
const o = { name: "x", list: [1, { y: 2 }, []], empty: {}, nested: { deep: { er: true } } };
console.log(JSON.stringify(o, null, 2));
console.log(JSON.stringify(o, null, "--"), JSON.stringify([1, [2]], null, 20).length, JSON.stringify(o, null, ""), JSON.stringify({}, null, 2), JSON.stringify([], null, 2));
class P { #hidden = 1; x = 1; toJSON() { return { px: this.x }; } }
console.log(JSON.stringify([new P(), { p: new P() }]), JSON.stringify("\u{1f600}é"), JSON.stringify({ 2: "b", 1: "a", z: 0 }));

// What can only become too long is refused at once.
const sparse: any[] = [];
sparse[4_000_000_000] = 1;
try {
  JSON.stringify({ sparse });
} catch (error) {
  console.log(String(error));
}
