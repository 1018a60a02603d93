// Generator objects: next, return, throw, states, results, prototypes (ECMA-262 27.5).
function* count(n: number): Generator<number, string, string | undefined> {
  for (let i = 0; i < n; i++) {
    const sent = yield i * 2;
    if (sent) console.log("sent", sent);
  }
  return "end";
}

const it = count(2);
console.log(it.next(), it.next("a"), it.next("b"), it.next());
console.log([...count(3)], Array.from(count(2)), Math.max(...count(4)));
const [first, , third] = count(5);
console.log(first, third);

function* guarded() {
  try {
    yield 1;
    yield 2;
  } catch (error) {
    console.log("caught", error);
    yield 3;
  } finally {
    console.log("finally");
  }
  return 4;
}
for (const value of guarded()) {
  console.log(value);
  break;
}
const g = guarded();
console.log(g.next(), g.throw("oops"), g.next(), g.next());
const r = guarded();
console.log(r.next(), r.return(9), r.next());
console.log(guarded().return(7), guarded().next(5 as never));
try {
  guarded().throw(new Error("before the start"));
} catch (error) {
  console.log((error as Error).message);
}

function* override() {
  try {
    yield 1;
  } finally {
    yield "from finally";
  }
}
const o = override();
console.log(o.next(), o.return("x" as never), o.next());

const self: { it?: Generator<unknown> } = {};
function* reentrant() {
  try {
    self.it!.next();
  } catch (error) {
    yield (error as Error).message;
  }
}
self.it = reentrant();
console.log(self.it!.next().value);

let evaluated = 0;
function* lazy(a = evaluated++) {
  yield a;
}
const pending = lazy();
console.log(evaluated, pending.next(), evaluated);
function* failing(a: number = (() => { throw new Error("default"); })()) { yield a; }
try { failing(); } catch (error) { console.log((error as Error).message); }

console.log(Object.getPrototypeOf(it) === count.prototype, it instanceof count, String(it));
console.log(Object.getOwnPropertyNames(count.prototype), count.constructor.name, typeof count);
try { new (count as never)(); } catch (error) { console.log((error as Error).message); }
