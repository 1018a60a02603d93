// Order of evaluation and the closing of iterators.
const log: string[] = [];
const source = { get a() { log.push("get a"); return undefined; }, get b() { log.push("get b"); return 2; } };
const d = (n: string) => (log.push("default " + n), n);
const { a = d("a"), b = d("b") } = source;
console.log(a, b, log);
log.length = 0;
function iterable(n: number) {
  return {
    [Symbol.iterator]() {
      let i = 0;
      return { next: () => (log.push("next"), i < n ? { value: i++, done: false } : { value: undefined, done: true }), return: () => (log.push("return"), {}) };
    },
  };
}
const [p, q] = iterable(5) as any;
const [r, s, t] = iterable(2) as any;
const [...all] = iterable(2) as any;
const [] = iterable(1) as any;
console.log(p, q, r, s, t, all, log.join(" "));
log.length = 0;
try {
  const [u = (() => { throw new Error("in default"); })()] = { [Symbol.iterator]: () => ({ next: () => ({ value: undefined, done: false }), return: () => (log.push("closed"), {}) }) } as any;
} catch (e) {
  console.log((e as Error).message, log);
}
