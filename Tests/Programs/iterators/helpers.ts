// Iterator.prototype's lazy helpers: results, laziness, closing, errors.
const log = (...parts: any[]) => console.log(...parts);
class Counter extends (Iterator as any) {
  i = 0;
  next() { log("next", this.i); return { done: this.i >= 4, value: this.i++ }; }
  return() { log("return"); return {}; }
}
const make = (): any => new Counter();

log([1, 2, 3, 4].values().map((x: number, i: number) => x * 2 + i).filter((x: number) => x > 3).toArray());
log([1, 2, 3, 4].values().take(2).toArray(), new Set([1, 2, 3]).values().drop(1).toArray());
log([1, 2].values().flatMap((x: number) => [x, x]).toArray());
for (const x of make().map((x: number) => x + 1)) {
  log("got", x);
  if (x === 2) break;
}
log(make().take(1).toArray());
log(make().drop(3).toArray());
const inner = make().flatMap(() => make());
log(inner.next(), inner.return(), inner.next(), inner.return());
const unstarted = make().filter(() => true);
log(unstarted.return(), unstarted.next());
try {
  make().map(() => { throw new Error("callback"); }).next();
} catch (error: any) {
  log(error.message);
}
const running = make().map(() => running.next());
const failures = [() => make().map(5), () => make().take(-1), () => make().take(NaN), () => make().drop("x"),
  () => running.next(), () => (Iterator as any).prototype.map.call(1, () => 1), () => make().flatMap((x: any) => x).next(),
  () => running.next.call({})];
for (const act of failures) {
  try {
    act();
  } catch (error: any) {
    log(error.name + ": " + error.message);
  }
}
log(Object.prototype.toString.call(running), running instanceof (Iterator as any));

