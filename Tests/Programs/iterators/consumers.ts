// The methods of iterators that run them to their end, Iterator.from and the constructor.
const log = (...parts: any[]) => console.log(...parts);
const source = (): any => ({
  i: 0,
  __proto__: (Iterator as any).prototype,
  next() { return { done: this.i >= 3, value: this.i++ }; },
  return() { log("return"); return {}; },
});
log(source().toArray(), source().reduce((a: number, b: number) => a + b), source().reduce((a: string, b: number) => a + b, ""));
log(source().some((x: number) => x === 1), source().every((x: number) => x < 1), source().find((x: number) => x > 0));
log(source().some((x: number) => x > 9), source().every((x: number) => x < 9), source().find((x: number) => x > 9));
source().forEach((x: number, i: number) => log(x, i));
for (const act of [() => source().reduce(5), () => [].values().reduce((a: any) => a), () => source().forEach(() => { throw new Error("no"); }),
  () => new (Iterator as any)(), () => (Iterator as any)(), () => (Iterator as any).from(5)]) {
  try {
    act();
  } catch (error: any) {
    log(error.name + ": " + error.message);
  }
}
const wrapped = (Iterator as any).from({ next() { return { done: false, value: 1 }; }, return() { log("inner return"); return { x: 1 }; } });
log(wrapped.next(), wrapped.return(), wrapped instanceof (Iterator as any), wrapped.take(2).toArray());
const own = source();
log((Iterator as any).from(own) === own, (Iterator as any).from("añ😀").toArray(), (Iterator as any).from([1, 2]).toArray());
const prototype = (Iterator as any).prototype;
log(prototype[Symbol.toStringTag], prototype.constructor === Iterator, [].values());

