// Own iterables and iterators; what for-of, spread and destructuring call.
class Range {
  constructor(private from: number, private to: number, private step = 1) {}
  [Symbol.iterator]() {
    let at = this.from;
    return {
      next: (): IteratorResult<number> => {
        if (at >= this.to) return { done: true, value: undefined };
        const value = at;
        at += this.step;
        return { done: false, value };
      },
      return: () => { console.log("return called"); return { done: true, value: undefined }; },
    };
  }
}
const r = new Range(0, 10, 3);
console.log([...r as any], Math.max(...r as any), Array.from(r as any), new Set(r as any).size);
for (const x of r as any) if (x > 3) break;
const [a, b] = r as any;
console.log(a, b);
const counting = { [Symbol.iterator]: () => { let n = 0; return { next: () => (n < 3 ? { value: n++ } : { done: true }) }; } };
for (const x of counting as any) console.log(x);
for (const bad of [{ [Symbol.iterator]: 1 }, { [Symbol.iterator]: () => 1 }, { [Symbol.iterator]: () => ({}) }, { [Symbol.iterator]: () => ({ next: () => 1 }) }] as any[]) {
  try {
    for (const x of bad) console.log(x);
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
