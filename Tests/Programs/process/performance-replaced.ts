// What the program puts in the place of `performance.now` is what it calls.
const original = performance.now;
performance.now = () => 42;
console.log(performance.now());
performance.now = original;
console.log(performance.now() > 0);
{
  const performance = { now: () => "local" };
  console.log(performance.now());
}
Object.defineProperty(globalThis, "performance", { value: { now: () => "replaced" }, configurable: true });
console.log(performance.now());
