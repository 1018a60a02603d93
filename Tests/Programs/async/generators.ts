// Async generators (ECMA-262 27.6), yield* in them, and for await.
async function* count(n: number): AsyncGenerator<number, string, unknown> {
  try {
    for (let i = 0; i < n; i++) { const got = yield Promise.resolve(i); if (got) console.log("got", got); }
    return Promise.resolve("end") as never;
  } finally {
    await null;
    console.log("cleanup", n);
  }
}
async function* outer(): AsyncGenerator<unknown, void, unknown> {
  console.log("result", yield* count(2));
  yield* [Promise.resolve("sync"), "plain"];
  try { yield Promise.reject(new Error("inside")); } catch (error) { console.log("caught", (error as Error).message); }
}
async function main() {
  const it = count(2);
  console.log(await Promise.all([it.next(), it.next("x"), it.next(), it.next()]));
  for await (const value of outer()) console.log(value);
  for await (const value of count(5)) { console.log(value); if (value === 1) break; }
  const r = count(3);
  await r.next();
  console.log(await r.return("early" as never), await r.next());
  console.log(await count(1).return(Promise.resolve("unstarted") as never));
  const t = count(3);
  await t.next();
  await t.throw(new Error("boom")).catch(error => console.log(error.message));
  await count(1).throw("at start").catch(error => console.log(error));
  for await (const [a, b] of [Promise.resolve([1, 2]), [3, 4]]) console.log(a + b);
  try {
    for await (const value of [1, Promise.reject(new Error("element"))]) console.log(value);
  } catch (error) { console.log((error as Error).message); }
  const closing = {
    [Symbol.asyncIterator]() { return this; },
    next() { return Promise.resolve({ done: false, value: 1 }); },
    async return() { console.log("closed"); return {}; },
  };
  for await (const value of closing as AsyncIterable<number>) { console.log(value); break; }
  try { for await (const value of closing as AsyncIterable<number>) throw new Error("body " + value); } catch (error) { console.log((error as Error).message); }
  const o = { async *m() { yield* this.n(); }, async *n() { yield this.k; }, k: 3 };
  for await (const v of o.m()) console.log(v);
  console.log(String(it), count.constructor.name, Object.getPrototypeOf(it) === count.prototype);
}
main().then(() => console.log("done"));
