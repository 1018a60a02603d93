// yield* (ECMA-262 14.4.14): values, results, errors and returns go to the inner iterator.
function* inner(name: string): Generator<string, string, unknown> {
  try {
    const got = yield name + 1;
    console.log(name, "got", got);
    yield name + 2;
  } catch (error) {
    console.log(name, "caught", error);
    return name + " recovered";
  } finally {
    console.log(name, "cleanup");
  }
  return name + " done";
}
function* outer() {
  const a: string = yield* inner("a");
  console.log(a);
  const b: string = yield* inner("b");
  console.log(b);
  yield* [1, 2];
  yield* "xy";
  yield* new Set(["s"]);
}
const it = outer();
console.log(it.next(), it.next("hello"), it.next(), it.throw("bad"), it.next(), it.next(), it.next());
for (const value of outer()) {
  console.log(value);
  if (value === "a2") break;
}

const manual = {
  [Symbol.iterator]() { return this; },
  step: 0,
  next(value: unknown) {
    console.log("next", value);
    return { done: this.step++ > 1, value: this.step, extra: true };
  },
  return(value: unknown) {
    console.log("return", value);
    return { done: true, value: "returned " + value };
  },
};
function* overManual() { return yield* manual as Iterable<number>; }
const m = overManual();
console.log(m.next(), m.next(1 as never), m.return(5 as never), m.next());
manual.step = 0;
const n = overManual();
n.next();
try {
  n.throw(new Error("unused"));
} catch (error) {
  console.log((error as Error).message);
}

function* tree(depth: number): Generator<number> {
  if (depth === 0) return;
  yield* tree(depth - 1);
  yield depth;
  yield* tree(depth - 1);
}
console.log([...tree(4)].join(" "));
