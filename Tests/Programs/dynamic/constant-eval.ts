// Calls of eval with a constant text are compiled where they stand.
let x = 1;
console.log(eval("x + 1"), eval("var own = 2; own * x"), eval(5 as any));
console.log(eval("1; if (false) {}"), eval("1; do { 2; break; } while (0)"), eval("1; {}"), eval(""), eval("var z = 1"));
console.log(eval("try { 1 } finally { 2 }"), eval("for (let i = 0; i < 3; i++) i * 2"), eval("switch (1) { case 1: 5; case 2: }"));
function message(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
console.log(message(() => eval("let a = ;")).slice(0, 12));
console.log(message(() => eval("throw new RangeError('thrown')")));
console.log(message(() => eval("early; let early = 1")));
function f(this: { b: number }, a: number, ...rest: number[]) {
  return eval("this.b + a + arguments.length");
}
console.log(f.call({ b: 10 }, 5, 6));
class A {
  m() { return "A.m"; }
}
class B extends A {
  m() { return eval("super.m()"); }
  self = eval("() => this")();
}
console.log(new B().m(), new B().self instanceof B);
console.log(eval("function g() { return 7 } g()"), eval("x = 9"), x);
const counter = (() => eval("let k = 3; () => k++"))();
console.log(counter(), counter());
