// Chains of yield*: what passes through them, and who is running meanwhile.
const log: string[] = [];

interface Tree {
  value: number;
  children: Tree[];
}

function grow(depth: number, value: number): Tree {
  return { value, children: depth === 0 ? [] : [grow(depth - 1, value * 2), grow(depth - 1, value * 2 + 1)] };
}

function* walk(tree: Tree): Generator<number, number> {
  let sum = tree.value;
  yield tree.value;
  for (const child of tree.children) sum += yield* walk(child);
  return sum;
}

const walker = walk(grow(6, 1));
let steps = 0;
let step = walker.next();
for (; !step.done; step = walker.next()) steps++;
console.log(steps, step.value, walker.next());

// Values go in to the innermost, and results come out of each level.
function* echo(name: string, times: number): Generator<string, string, string> {
  let got = "";
  for (let i = 0; i < times; i++) got += yield `${name}${i}`;
  return `${name}(${got})`;
}
function* outer(levels: number): Generator<string, string, string> {
  if (levels === 0) return yield* echo("e", 2);
  const first = yield* outer(levels - 1);
  const got = yield `after ${first}`;
  return first + got;
}
const chain = outer(4);
for (let i = 0, next = chain.next("?"); i < 9; i++, next = chain.next(String(i))) console.log(JSON.stringify(next));

// Exceptions are caught on the way out, and thrown in from outside.
function* failing(n: number): Generator<number, number> {
  yield n;
  throw new Error(`failed ${n}`);
}
function* layer(depth: number, catches: number): Generator<number, number> {
  try {
    yield* depth === 0 ? failing(7) : layer(depth - 1, catches);
  } catch (error) {
    log.push(`${depth}: ${(error as Error).message}`);
    if (depth !== catches) throw error;
    yield -depth;
  } finally {
    log.push(`finally ${depth}`);
  }
  return depth;
}
console.log([...layer(4, 2)], log.splice(0));
const thrown = layer(3, 1);
console.log(thrown.next(), thrown.throw(new Error("from outside")), thrown.next(), log.splice(0));
const closed = layer(3, 9);
console.log(closed.next(), closed.return(5), closed.next(), log.splice(0));
for (const value of layer(2, 9)) {
  log.push(String(value));
  break;
}
console.log(log.splice(0));

// Every generator of a chain is running while the innermost is.
const chained: Generator<unknown>[] = [];
function* nosy(depth: number): Generator<unknown> {
  if (depth > 0) {
    yield* (chained[depth - 1] = nosy(depth - 1));
    return;
  }
  for (let round = 0; ; round++) {
    const found = chained.map((generator) => {
      try {
        return generator[round === 1 ? "return" : "next"](0);
      } catch (error) {
        return (error as Error).message;
      }
    });
    yield [...new Set(found)];
  }
}
chained[3] = nosy(3);
for (let i = 0; i < 3; i++) console.log(JSON.stringify(chained[3]!.next()));
console.log(JSON.stringify(chained[3]!.return("end")), JSON.stringify(chained[0]!.next()));

// Two wait for the same one, and somebody else steps it as well.
function* count(to: number): Generator<number, string> {
  for (let i = 0; i < to; i++) yield i;
  return "counted";
}
function* share(name: string, inner: Generator<number, string>): Generator<string | number, void> {
  yield `${name} got ${yield* inner}`;
}
const shared = count(6);
const middle = share("middle", shared);
const left = share("left", middle as never);
const right = share("right", shared);
console.log(left.next().value, right.next().value, shared.next().value, left.next().value, middle.next().value);
console.log(right.next().value, left.next().value, right.next().value, left.next().value, right.next().value);
function* meddling(others: Generator<unknown>[]): Generator<number> {
  for (let i = 0; i < 4; i++) {
    for (const other of others) {
      try {
        log.push(JSON.stringify(other.next()));
      } catch (error) {
        log.push((error as Error).message);
      }
    }
    yield i;
  }
}
const others: Generator<unknown>[] = [];
const meddler = meddling(others);
const one = share("one", meddler as never);
const two = share("two", meddler as never);
console.log(one.next().value, two.next().value);
others.push(two, one);
console.log(one.next().value, log.splice(0));
console.log(one.next().value, two.next(), log.splice(0));

// Inner iterators that are no generators, or turn into one, between generators.
const plain = {
  [Symbol.iterator]: () => {
    let n = 0;
    return { next: () => ({ value: `p${n}`, done: n++ === 2 }), return: () => (log.push("closed"), { value: "r", done: true }) };
  },
};
function* mixed(depth: number): Generator<string, unknown> {
  if (depth > 0) return yield* mixed(depth - 1);
  yield "first";
  yield* plain as Iterable<string>;
  yield "between";
  yield* ["a", "b"];
  yield* "cd";
  return yield* plain as Iterable<string>;
}
console.log([...mixed(3)].join(" "));
const partly = mixed(2);
partly.next();
console.log(JSON.stringify([partly.next(), partly.return("x"), partly.next()]), log.splice(0));

// A deep recursion, through whose levels the steps need not go.
function* deep(n: number): Generator<number> {
  yield n;
  if (n > 0) yield* deep(n - 1);
}
let total = 0;
for (const n of deep(2000)) total += n;
console.log(total);
