// Calls of closures whose functions the compiler can find out, beside those where it must not be wrong about them.
function show(label: string, ...values: unknown[]): void {
  console.log(label, ...values);
}

// Variables that hold one function, several, or nothing at first.
let one = (x: number) => x + 1;
show("one", one(1), one("a" as any));
let two = (x: number) => x * 2;
if (one(1) === 2) two = (x: number) => x * 3;
show("two", two(5));
var late: any;
try {
  late(1);
} catch (error) {
  show("late", (error as Error).message);
}
late = (x: any, y: any, ...rest: any[]) => [x, y, rest.length];
show("late", late(1), late(1, 2), late(1, 2, 3, 4));

function early() {
  return constant(2);
}
try {
  early();
} catch (error) {
  show("early", (error as Error).name);
}
const constant = (x: number) => x * 10;
show("early", early());

// Counters share what they capture; each closure has its own.
function counter(start: number) {
  let count = start;
  let calls;
  const add = (n: number) => {
    calls = (calls ?? 0) + 1;
    return (count += n);
  };
  function twice(n: number) {
    add(n);
    return add(n);
  }
  return { add, twice, get: () => [count, calls] };
}
const first = counter(1);
const second = counter("s" as any);
show("counter", first.add(2), first.twice(3), first.get(), second.add(1), second.get());

function selfish(n: number) {
  const down = (k: number): number => (k <= 0 ? 0 : k + down(k - 1));
  function even(k: number): boolean { return k === 0 || odd(k - 1); }
  function odd(k: number): boolean { return k !== 0 && even(k - 1); }
  return [down(n), even(n), odd(n)];
}
show("recursion", selfish(10), selfish(7));

const inLoop: Array<() => number> = [];
for (let i = 0; i < 3; i++) {
  let local = i * 10;
  const bump = () => (local += i);
  bump();
  inLoop.push(bump);
}
show("loop", inLoop.map((f) => f()));

// Functions that take functions.
const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B) => (x: A): C => f(g(x));
const increment = (x: number) => x + 1;
const describe = (x: unknown) => `<${x}>`;
show("compose", compose(describe, increment)(1), compose(increment, increment)(1), compose(describe, describe)(1));
const curry = (f: (a: number, b: number, c: number) => number) => (a: number) => (b: number) => (c: number) => f(a, b, c);
show("curry", curry((a, b, c) => a * b + c)(2)(3)(4), curry((a, b, c) => a - b - c)(2)(3)(4));
function memoize<T>(f: (n: number) => T): (n: number) => T {
  const known = new Map<number, T>();
  return (n) => {
    if (!known.has(n)) known.set(n, f(n));
    return known.get(n)!;
  };
}
const fib: (n: number) => number = memoize((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
show("memoize", fib(60), memoize((n: number) => "#" + n)(4));
function optional(value: number, callback?: (n: number) => unknown): unknown {
  return callback ? callback(value) : "none";
}
show("optional", optional(1), optional(2, (n) => n * 2), optional(3, undefined));
function pipeline(value: unknown, ...steps: Array<(v: any) => unknown>): unknown {
  return steps.reduce((v, step) => step(v), value);
}
show("pipeline", pipeline(3, (x) => x + 1, String, (s) => s + "!"));
function apply(this: any, f: (this: any, ...a: any[]) => unknown): unknown {
  return [f.call("receiver", 1), f.apply(null, [2, 3]), f.bind(4)(5)];
}
show("apply", apply(function (this: any, ...a: any[]) { return [String(this), a]; }), apply((...a: any[]) => a));

// What a function is stays visible.
function identity<T>(x: T): T { return x; }
const named = function inner(n: number): string { return n > 0 ? inner.name + inner(n - 1) : typeof inner; };
show("identity", identity(increment) === increment, identity(increment) === (identity(one) as unknown), named(2));
show("properties", increment.name, increment.length, typeof increment, increment instanceof Function);
const withProperty = Object.assign((x: number) => x, { extra: 1 });
show("extra", withProperty(2) + withProperty.extra);
let made: any = function (this: any, x: number) { this.x = x; };
show("new", new made(3).x, (() => { try { return new (increment as any)(1); } catch (e) { return (e as Error).message; } })());
class Point { constructor(public x: number) {} }
let maker: any = Point;
try {
  maker(1);
} catch (error) {
  show("class", (error as Error).message, new maker(2).x);
}

// Generators and async functions are closures too.
function walk(visit: (n: number) => number) {
  const numbers = function* (n: number) { for (let i = 0; i < n; i++) yield visit(i); };
  const later = async (n: number) => { await null; return visit(n); };
  later(5).then((v) => show("later", v));
  return [...numbers(3)];
}
show("walk", walk((n) => n * n), walk((n) => -n));

// Errors pass through.
function attempt(f: () => unknown): string {
  try {
    return String(f());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    attempts++;
  }
}
let attempts = 0;
show("attempt", attempt(() => 1), attempt(() => { throw "thrown"; }), attempt(() => (undefined as any)()), attempts);
