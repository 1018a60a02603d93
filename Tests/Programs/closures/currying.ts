// Functions that make functions.
const add = (a: number) => (b: number) => (c: number) => a + b + c;
console.log(add(1)(2)(3), [1, 2, 3].map(add(10)(20)));
const compose = <T>(...fs: ((x: T) => T)[]) => (x: T) => fs.reduceRight((acc, f) => f(acc), x);
console.log(compose<number>((x) => x + 1, (x) => x * 2)(5));
function memoize<A extends string | number, R>(f: (a: A) => R): (a: A) => R {
  const cache = new Map<A, R>();
  return (a) => {
    if (!cache.has(a)) cache.set(a, f(a));
    return cache.get(a)!;
  };
}
let calls = 0;
const fib: (n: number) => number = memoize((n: number) => (calls++, n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(50), calls);
const once = <R>(f: () => R) => { let done = false; let r: R; return () => (done ? r : ((done = true), (r = f()))); };
const init = once(() => { console.log("init"); return 5; });
console.log(init() + init());
console.log((function fact(n: number): number { return n < 2 ? 1 : n * fact(n - 1); })(10));
