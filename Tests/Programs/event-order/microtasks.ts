// The order of microtasks: how many of them promises, thenables, async functions and async generators take.
import { log, run, say } from "./scenarios.ts";

/** Says a letter in each of the following microtasks, so that one sees when other things happen between them. */
function clock(ticks: number): void {
  let promise = Promise.resolve();
  for (let i = 1; i <= ticks; i++) promise = promise.then(say(String(i)));
}

run([
  ["resolving with a native promise takes two more", () => {
    clock(5);
    new Promise((resolve) => resolve(Promise.resolve())).then(say("adopted"));
    new Promise((resolve) => resolve(undefined)).then(say("plain"));
  }],
  ["a thenable takes one more", () => {
    clock(4);
    new Promise<void>((resolve) => resolve({ then(done: () => void) { log("then called"); done(); } } as any)).then(say("done"));
  }],
  ["returning a promise or a thenable from then", () => {
    clock(6);
    Promise.resolve().then(() => Promise.resolve()).then(say("promise"));
    Promise.resolve().then(() => ({ then(done: (value: number) => void) { done(1); } })).then(say("thenable"));
    Promise.resolve().then(() => 1).then(say("value"));
  }],
  ["await of a value, a promise and a thenable", () => {
    clock(4);
    (async () => { await 1; log("value"); })();
    (async () => { await Promise.resolve(1); log("promise"); })();
    (async () => { await ({ then(done: (value: number) => void) { log("then called"); done(1); } }); log("thenable"); })();
    log("synchronous");
  }],
  ["returning from an async function", () => {
    clock(6);
    (async () => 1)().then(say("value"));
    (async () => Promise.resolve(1))().then(say("promise"));
    (async () => await Promise.resolve(1))().then(say("awaited"));
    (async () => { throw 1; })().catch(say("thrown"));
  }],
  ["finally passes on later", () => {
    clock(6);
    Promise.resolve(1).finally(say("finally")).then(say("then"));
    Promise.reject(1).finally(say("finally of a rejection")).catch(say("catch"));
    Promise.resolve(1).finally(() => Promise.resolve()).then(say("then of a promise"));
  }],
  ["all, allSettled, any and race", () => {
    clock(6);
    Promise.all([]).then(say("all of none"));
    Promise.all([1, Promise.resolve(2)]).then(say("all"));
    Promise.allSettled([1, Promise.reject(2)]).then(say("allSettled"));
    Promise.any([Promise.reject(1), 2]).then(say("any"));
    Promise.race([new Promise(() => {}), Promise.resolve(2)]).then(say("race"));
    Promise.all([1, Promise.reject(2)]).catch(say("all rejected"));
    Promise.any([Promise.reject(1)]).catch((error) => log(error.constructor.name));
  }],
  ["reactions run in the order of their registration", () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    promise.then(say("a"));
    (async () => { await promise; log("b"); })();
    promise.then(say("c"), say("never"));
    promise.finally(say("d"));
    resolve();
    promise.then(say("e"));
    log("resolved");
  }],
  ["promises made by Promise.try", () => {
    clock(3);
    (Promise as any).try(() => { log("called"); return 1; }).then(say("value"));
    (Promise as any).try(() => { throw 1; }).catch(say("thrown"));
  }],
  ["an async generator", () => {
    clock(9);
    async function* count() {
      log("started");
      yield 1;
      log("resumed");
      yield Promise.resolve(2);
      log("ends");
      return 3;
    }
    (async () => { for await (const value of count()) log("value " + value); log("left"); })();
  }],
  ["requests to an async generator queue up", () => {
    clock(8);
    async function* count() { log("a"); yield 1; log("b"); yield 2; log("c"); }
    const generator = count();
    for (let i = 0; i < 3; i++) generator.next().then(({ value, done }) => log(value + " " + done));
    generator.return(9 as any).then(({ value, done }) => log("return " + value + " " + done));
    log("asked");
  }],
  ["leaving an async generator early", () => {
    clock(9);
    async function* count() {
      try { yield 1; yield 2; } finally { log("finally"); await null; log("cleaned"); }
    }
    (async () => { for await (const value of count()) { log("value " + value); break; } log("left"); })();
  }],
  ["throwing into an async generator", () => {
    clock(7);
    async function* count(): AsyncGenerator<number> {
      try { yield 1; } catch (error) { log("caught " + error); yield 7; }
    }
    const generator = count();
    generator.next().then(() => log("first"));
    generator.throw("t").then(({ value }) => log("second " + value));
    generator.throw("u").catch((error) => log("rejected " + error));
    generator.next().then(({ done }) => log("done " + done));
  }],
  ["yield* over async and sync iterables", () => {
    clock(12);
    async function* inner() { yield 1; yield 2; return 3; }
    async function* outer() { log("returned " + (yield* inner())); yield* [4, Promise.resolve(5)]; }
    (async () => { for await (const value of outer()) log("value " + value); })();
  }],
  ["for await over a sync iterable", () => {
    clock(9);
    (async () => {
      for await (const value of [1, Promise.resolve(2), { then(done: (value: number) => void) { done(3); } }]) log("value " + value);
      log("end");
    })();
  }],
  ["for await over a sync iterable with a rejection", () => {
    clock(6);
    function* values() { try { yield 1; yield Promise.reject(2); yield 3; } finally { log("closed"); } }
    (async () => {
      try { for await (const value of values()) log("value " + value); } catch (error) { log("caught " + error); }
    })();
  }],
  ["ticks wait until there are no microtasks", () => {
    setImmediate(() => {
      process.nextTick(say("tick"));
      queueMicrotask(() => { log("1"); process.nextTick(say("tick of 1")); queueMicrotask(say("2")); });
      Promise.resolve().then(() => { log("3"); Promise.resolve().then(say("4")); });
      (async () => { log("5"); await null; log("6"); await null; log("7"); })();
      log("immediate");
    });
  }],
  ["ticks and awaits take turns", () => {
    const tick = () => new Promise<void>((resolve) => process.nextTick(resolve));
    setImmediate(async () => {
      process.nextTick(say("tick 1"));
      await tick();
      log("a");
      process.nextTick(say("tick 2"));
      await null;
      log("b");
      await tick();
      log("c");
    });
  }],
  ["microtasks of handlers that are called by getters and proxies", () => {
    clock(4);
    const lazy = { get then() { log("get then"); return (done: () => void) => { log("call then"); done(); }; } };
    Promise.resolve(lazy as any).then(say("thenable"));
    Promise.resolve(new Proxy({ value: 1 }, { get(target, key) { log("get " + String(key)); return (target as any)[key]; } })).then(say("proxy"));
  }],
  ["a subclass whose constructor is asked for", () => {
    clock(5);
    class Mine<T> extends Promise<T> {
      static get [Symbol.species]() { log("species"); return Promise; }
    }
    const mine = new Mine<number>((resolve) => resolve(1));
    mine.then(say("then"));
    (async () => { await mine; log("awaited"); })();
    Promise.resolve(mine).then(say("resolved"));
  }],
]);
