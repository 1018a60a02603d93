// Callbacks of built-in functions that change what is iterated, receivers that are no plain arrays, and errors.
function log(label: string, ...values: unknown[]): void {
  console.log(label, ...values);
}

const numbers = [3, 1, 2];
const words = ["pear", "fig", "apple", "kiwi"];

// Holes, mutation while iterating, other receivers, `this`.
log("holes", [1, , 3].map((x) => x! * 2), [1, , 3].reduce((a, b) => a! + b!), [, 1].findIndex((x) => x === undefined));
const growing = [1, 2, 3];
log("grow", growing.map((x) => { if (growing.length < 6) growing.push(x * 10); return x; }), growing);
const shrinking = [1, 2, 3, 4];
const seen: unknown[] = [];
shrinking.forEach((x) => { seen.push(x); shrinking.pop(); });
log("shrink", seen);
log("like", Array.prototype.map.call({ length: 2, 0: "a", 1: "b" }, (x: any, i: number) => x + i));
const own = { map(f: (x: number) => number) { return ["own", f(20)]; } };
log("own", own.map((x) => x + 1), [own, numbers].map((o: any) => o.map((x: any) => x)));
log("this", numbers.map(function (this: any, x) { return this.k * x; }, { k: 3 }), numbers.some(function (this: any) { return this === undefined; }));
class Stack extends Array<number> {}
log("species", Stack.from([1, 2]).map((x) => x + 1) instanceof Stack, Stack.from([1, 2], (x) => x * 5));
log("typed", new Float64Array([1.5, 2.5]).map((x) => x * 2), Uint8Array.from([1, 2, 3], (x) => x * 100).filter((x) => x > 50));

// Collections.
const map = new Map([["a", 1], ["b", 2]]);
map.forEach((v, k, m) => log("entry", k, v, m === map));
new Set([1, 2]).forEach((v, k, s) => log("element", v === k, s.size));
log("group", Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")).odd, Map.groupBy([1, 2, 3], (x) => x % 2).get(0));
log("replace", "a1b22".replace(/\d+/g, (d) => `[${d.length}]`));

// Errors, and callbacks that are none.
const attempt = (f: () => unknown) => { try { return f(); } catch (e) { return (e as Error).message; } };
log("throws", attempt(() => numbers.map((x) => { if (x === 1) throw new Error("at " + x); return x; })));
log("wrong", attempt(() => numbers.map(undefined as any)), attempt(() => numbers.sort(3 as any)), attempt(() => [].reduce((a, b) => a + b)));
let holder: any = (x: number) => x;
log("several", [1, 2].map(holder), ((holder = (x: number) => -x), [1, 2].map(holder)), ((holder = null), attempt(() => [1].map(holder))));
// Callbacks in callbacks.
log("nested", numbers.map((x) => numbers.filter((y) => y < x).reduce((a, y) => a + y * x, 0)));
function each<T>(xs: T[], f: (x: T, i: number) => void): void { for (let i = 0; i < xs.length; i++) f(xs[i], i); }
let text = "";
each(numbers, (x) => { each(words, (w, i) => { if (i === x) text += w[0]; }); });
log("each", text);
