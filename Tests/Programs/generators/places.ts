// Suspending in every place: what lives across must be what it was.
const log: unknown[] = [];
function note<T>(value: T): T { log.push(value); return value; }
function run(g: Generator<unknown, unknown, unknown>) {
  const out: unknown[] = [];
  let step = g.next();
  while (!step.done) { out.push(step.value); step = g.next(out.length * 10); }
  console.log(out, "->", step.value, log.splice(0));
}
function* operators(): Generator<unknown, unknown, number> {
  return note(1) + (yield "a") * (yield "b") + note(2);
}
run(operators());
function* calls(): Generator<unknown, unknown, number> {
  return Math.max(note(1), yield "x", ...[yield "y"], note(4));
}
run(calls());
function* literals(): Generator<unknown, unknown, number> {
  return { a: yield 1, ["k" + (yield 2)]: [yield 3, , yield 4], ...{ z: yield 5 }, t: `${yield 6}-${yield 7}` };
}
run(literals());
function* patterns(): Generator<unknown, unknown, never> {
  const { a = yield "da", [(yield "key") as string]: b = 2, ...rest } = { x: 1, y: 2 } as Record<string, unknown>;
  let c: unknown, d: unknown;
  [c = yield "dc", d] = [undefined, 5];
  return [a, b, rest, c, d];
}
run(patterns());
function* control(): Generator<unknown, unknown, number> {
  let total = 0;
  outer: for (let i = 0; i < 3; i++) {
    switch (yield i) {
      case 10: total += 1; continue outer;
      case 20: total += 10; break;
      default: total += 100;
    }
    do { total += yield "do"; } while (total < 50);
    for (const key in { p: 1, q: 2 }) total += key.length + (yield key);
    if (i === 2) break outer;
  }
  return total;
}
run(control());
function* closures(): Generator<unknown, unknown, number> {
  const fs: (() => number)[] = [];
  for (let i = 0; i < 3; i++) { fs.push(() => i); i += (yield i) > 15 ? 0 : 0; }
  return fs.map(f => f());
}
run(closures());
function* classes(): Generator<unknown, unknown, string> {
  class C { [yield "name"]() { return "method"; } static s = 1; }
  return Object.getOwnPropertyNames(C.prototype);
}
run(classes());
function* conditional(): Generator<unknown, unknown, number> {
  const o: { f?: (x: number) => number } | undefined = { f: x => x + 1 };
  return [(yield 1) ? yield 2 : yield 3, o?.f?.(yield 4), (yield 5) && (yield 6), null ?? (yield 7)];
}
run(conditional());
class Base { greet(x: unknown) { return "base " + x; } }
class Derived extends Base {
  #secret = 5;
  *greetings(...xs: unknown[]): Generator<unknown, unknown, unknown> {
    const arrow = () => this.#secret + arguments.length;
    return [super.greet(yield arrow()), new.target, xs, arguments.length];
  }
}
run(new Derived().greetings("p", "q"));
function* numbers(n: number): Generator<number, number, number> {
  let sum = 0, x = 0.5, flag = true, text = "t";
  for (let i = 0; i < n; i++) { sum += x; x *= 2; flag = !flag; text += i; yield flag ? sum : text.length; }
  return sum;
}
run(numbers(4));
function* nested() {
  try { try { yield 1; throw new Error("e"); } finally { yield 2; } } catch (e) { yield (e as Error).message; } finally { yield 4; }
}
run(nested());
