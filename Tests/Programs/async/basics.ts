// Async functions (ECMA-262 15.8, 27.7): results, errors, and the order of everything.
const wait = (n: number) => new Promise<number>(resolve => { let p = Promise.resolve(); for (let i = 0; i < n; i++) p = p.then(() => {}); p.then(() => resolve(n)); });
async function add(a: number, b: Promise<number>) { return a + await b; }
async function failing(kind: string): Promise<unknown> {
  try {
    if (kind === "throw") throw new Error("thrown");
    if (kind === "reject") await Promise.reject(new Error("rejected"));
    return await wait(1);
  } catch (error) {
    return "caught " + (error as Error).message;
  } finally {
    console.log("finally", kind);
  }
}
async function defaults(a: number = (() => { throw new Error("default"); })()) { return a; }
class C {
  x = 7;
  async method() { await null; return this.x; }
  static async make() { return new this(); }
  arrow = async (d: number) => { await null; return this.x + d; };
  async args() { return (async () => { await 0; return arguments.length; })(); }
}
const thenable = { then(resolve: (v: string) => void) { console.log("then called"); resolve("thenable"); } };

async function main() {
  console.log("start");
  console.log(await add(1, wait(3)));
  for (const kind of ["throw", "reject", "fine"]) console.log(await failing(kind));
  await defaults().catch(error => console.log(error.message));
  const c = await C.make();
  console.log(await c.method(), await c.arrow(1), await (c.args as (...a: number[]) => Promise<number>)(1, 2));
  console.log(await (thenable as unknown as Promise<string>));
  console.log(await Promise.all([1, 2, 3].map(async n => { await null; return n * n; })));
  let total = 0;
  for (let i = 0; i < 1000; i++) total += await i;
  console.log(total);
  const fs: (() => number)[] = [];
  for (let i = 0; i < 3; i++) { await null; fs.push(() => i); }
  console.log(fs.map(f => f()));
  return "done";
}
main().then(console.log);
console.log("after main", Object.prototype.toString.call(main), main.constructor.name, "prototype" in main);

// Interleaving.
const order: string[] = [];
async function steps(name: string, values: unknown[]) {
  for (const value of values) { order.push(name + (await value)); }
}
steps("a", [1, Promise.resolve(2), 3]);
steps("b", [Promise.resolve(1), { then(f: (n: number) => void) { f(2); } }, 3]);
Promise.resolve().then(() => order.push("p1")).then(() => order.push("p2")).then(() => order.push("p3")).then(() => order.push("p4"));
(async () => { await (async () => { await null; })(); order.push("nested"); })();
(async () => Promise.resolve(1))().then(() => order.push("returned promise"));
queueMicrotask(() => order.push("micro"));
wait(20).then(() => console.log(order.join(" ")));
