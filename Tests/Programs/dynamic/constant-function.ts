// Function and indirect eval with constant texts: code of the global scope.
const local = 1;
(globalThis as any).shared = 41;
declare var shared: number;
console.log(Function("a", "b", "return a + b")(1, 2), new Function("return this")() === globalThis);
console.log(Function("'use strict'; return this")(), new Function("return typeof local + typeof shared")());
console.log((0, eval)("typeof local"), (0, eval)("shared + 1"), shared);
function name(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return (error as Error).name;
  }
}
console.log(name(() => (0, eval)("super.x")), name(() => Function("a b", "")), name(() => new Function("}{")));
const f = new Function("a, b", "c", "return a * b * c");
console.log(f.name, f.length, f(2, 3, 4), typeof f.prototype, local);
