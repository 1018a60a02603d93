// The name of a class inside itself is a constant of its own, uninitialized in the heritage and in computed names.
let probe: () => unknown = () => null;
let clear = () => {};
class Base {}
class C extends ((probe = () => C), (clear = () => { (C as unknown) = null; }), Base) {
  method() { return C; }
}
const original = C;
(C as unknown) = null;
console.log(C, probe() === original, original.prototype.method() === original);
function message(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
console.log(message(clear));
console.log(message(() => class F { [(() => F)()]() {} }));
console.log(message(() => {
  class E { [(() => E)()]() {} }
  return E;
}));
const Named = class Inner {
  static self = Inner;
  own() { return Inner; }
};
console.log(Named.self === Named, new Named().own() === Named);
