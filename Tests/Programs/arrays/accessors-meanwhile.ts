// A callback gives all arrays an accessor named by a number: what the methods make has elements of its own all the same.
function withAccessor(index: number, body: (define: () => void) => unknown): void {
  const define = () => {
    Object.defineProperty(Array.prototype, index, {
      get: () => "inherited",
      set: (value: unknown) => console.log("set", index, value),
      configurable: true,
    });
  };
  const result = body(define);
  delete (Array.prototype as any)[index];
  console.log(JSON.stringify(result));
}

const numbers = [1, 2, 3, 4];
withAccessor(2, (define) => numbers.map((value, index) => (index === 1 ? define() : 0, value * 2)));
withAccessor(1, (define) => numbers.filter((value) => (value === 1 ? define() : 0, value > 0)));
withAccessor(2, (define) => numbers.flatMap((value) => (value === 2 ? define() : 0, [value, -value])));
withAccessor(2, (define) => Array.from(numbers, (value) => (value === 2 ? define() : 0, value + 1)));
withAccessor(2, (define) => Array.from({ length: 4 }, (_, index) => (index === 1 ? define() : 0, index)));
withAccessor(2, (define) => Array.from(new Set(numbers), (value) => (value === 2 ? define() : 0, value)));
withAccessor(0, (define) => Object.entries(Object.groupBy(numbers, (value) => (value === 1 ? define() : 0, `${value % 2}`))));
withAccessor(1, (define) => numbers.toSorted((a, b) => (define(), b - a)));
withAccessor(1, (define) => [..."abc"].map((letter) => (define(), letter)).reverse());
withAccessor(1, (define) => (define(), numbers.slice(0, 3)));
withAccessor(1, (define) => (define(), numbers.concat(numbers)));
withAccessor(1, (define) => (define(), numbers.with(0, 9)));
withAccessor(1, (define) => (define(), numbers.toSpliced(0, 1)));
withAccessor(1, (define) => (define(), [...numbers, ...new Set(numbers)]));
withAccessor(1, (define) => (define(), "a,b,c".split(",")));
withAccessor(1, (define) => (define(), "a1b2c3".match(/\d/g)));
withAccessor(1, (define) => (define(), Object.keys({ a: 1, b: 2, c: 3 })));
withAccessor(1, (define) => (define(), [[1], [2, 3]].flat()));
withAccessor(1, (define) => (define(), "a1b2".split(/\d/)));
withAccessor(1, (define) => (define(), [..."a1b2c3".matchAll(/\d/g)].map((match) => match[0])));
withAccessor(1, (define) => (define(), JSON.parse("[1,2,3]")));
withAccessor(1, (define) => (define(), JSON.parse("[1,2,3]", (_, value) => value)));
withAccessor(1, (define) => (define(), Array.of(1, 2, 3)));
withAccessor(1, (define) => (define(), Reflect.ownKeys({ a: 1, b: 2, c: 3 })));
withAccessor(1, (define) => (define(), ((...rest: number[]) => rest)(1, 2, 3)));
withAccessor(1, (define) => (define(), structuredClone([1, 2, 3])));
withAccessor(1, (define) => (define(), Iterator.from(numbers).map((value) => value + 1).toArray()));
