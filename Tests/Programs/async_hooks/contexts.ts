// AsyncLocalStorage through all that calls back, AsyncResource, and EventEmitterAsyncResource.
import {
  AsyncLocalStorage, AsyncResource, asyncWrapProviders, createHook, executionAsyncId, executionAsyncResource, triggerAsyncId,
} from "node:async_hooks";
import { EventEmitter, EventEmitterAsyncResource, on, once } from "node:events";
import { readFile, stat } from "node:fs";
import { readFile as readFilePromise } from "node:fs/promises";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

const storage = new AsyncLocalStorage<any>();
const other = new AsyncLocalStorage<any>({ defaultValue: "default", name: "other" } as any);
const show = (what: string, ...more: any[]): void => console.log(what, storage.getStore(), other.getStore(), ...more);
const failure = (action: () => any): void => {
  try {
    console.log("gave", action());
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
};

show("at first", (other as any).name, JSON.stringify((storage as any).name), executionAsyncId(), triggerAsyncId());
console.log(storage.run(1, (a: number, b: number) => { show("in run"); return a + b; }, 2, 3));
storage.run(1, () => {
  other.run("x", () => {
    storage.run(2, () => show("nested"));
    storage.exit(() => show("exited"));
    other.exit((a: number) => show("default does not come back", a), 5);
    show("again");
  });
  show("back");
});
failure(() => storage.run(1, () => { throw new RangeError("thrown"); }));
show("behind a throw");

// What calls back, in the order of the program's events.
storage.run("sync", () => {
  process.nextTick((a: number) => show("nextTick", a), 1);
  queueMicrotask(() => show("queueMicrotask"));
  Promise.resolve(1).then(() => show("then"));
  Promise.reject(1).catch(() => { show("catch"); storage.enterWith("changed"); }).finally(() => show("finally"));
  (async () => {
    await null;
    show("await");
    storage.enterWith("entered in async");
    await new Promise((resolve) => process.nextTick(resolve));
    show("await 2");
    other.run("inner", async () => { await 1; show("inner"); });
    await { then(resolve: any) { show("thenable"); resolve(1); } } as any;
    show("await 3");
  })();
  (async function* () { yield 1; await 1; show("async generator"); yield 2; })().next().then(() => show("generator's then"));
});
show("still outside");
let settle: any;
const pending = new Promise((resolve) => { settle = resolve; });
storage.run("at then", () => { pending.then(() => show("reaction")); });
storage.run("at resolve", () => settle());
pending.then(() => show("reaction without"));
await sleep(20);
show("behind await");

await new Promise<void>((resolve) => storage.run("timers", () => {
  setImmediate((a: number) => show("immediate", a, executionAsyncResource().constructor.name), 1);
  const id = executionAsyncId();
  setTimeout((a: number) => show("timeout", a, executionAsyncId() > id, triggerAsyncId() === id, executionAsyncResource().constructor.name), 5, 2);
  let count = 0;
  const interval = setInterval(() => {
    show("interval");
    storage.enterWith("lost");
    if (++count < 2) return;
    clearInterval(interval);
    resolve();
  }, 30);
}));

// Files: one after the other, as threads have no order.
await new Promise<void>((resolve) => storage.run("stat", () => stat(".", () => { show("stat"); resolve(); })));
await new Promise<void>((resolve) => storage.run("readFile", () => readFile("/nowhere", (error) => { show("readFile", error!.code); resolve(); })));
await storage.run("promised", async () => { await readFilePromise("/nowhere").catch(() => {}); show("readFile promise"); });
await new Promise<void>((resolve) => storage.run("stream", () => {
  const readable = Readable.from(["a", "b"]);
  readable.on("data", (chunk) => show("data", chunk));
  readable.on("end", () => { show("end"); resolve(); });
}));
await storage.run("for await", async () => { for await (const chunk of Readable.from([1, 2])) show("chunk", chunk); });
const emitter = new EventEmitter();
storage.run("listener", () => { emitter.on("x", () => show("emitted")); once(emitter, "x").then(() => show("once")); });
storage.run("emitter", () => emitter.emit("x"));
show("no leak");

// bind, snapshot, AsyncResource.
const bound = storage.run("bound", () => AsyncLocalStorage.bind(function named(this: any, a: number) { show("bound", a, this); return a; }));
console.log(storage.run("caller", () => bound.call("receiver", 7)), bound.length, bound.name);
const snapshot = storage.run("snapshot", () => AsyncLocalStorage.snapshot());
console.log(snapshot((a: number, b: number) => { show("snapshot"); return a * b; }, 6, 7));
const resource: any = storage.run("resource", () => new AsyncResource("KIND"));
console.log(resource.runInAsyncScope(function (this: any, ...values: any[]) {
  show("scope", this, values, executionAsyncId() === resource.asyncId(), executionAsyncResource() === resource);
  const inner = new AsyncResource("INNER", 12);
  console.log(inner.triggerAsyncId(), new AsyncResource("DEEP").triggerAsyncId() === resource.asyncId());
  return "result";
}, "receiver", 1, 2), executionAsyncId());
failure(() => resource.runInAsyncScope(() => { throw new Error("in scope"); }));
show("behind scope", resource.emitDestroy() === resource, resource.triggerAsyncId());
const method = resource.bind(function (this: any, a: number, b: number) { return [this, a, b, storage.getStore()]; }, "fixed");
console.log(method(1, 2), method.length, Object.keys(method).join());
failure(() => resource.bind(5));
failure(() => new (AsyncResource as any)());
failure(() => new AsyncResource("X", { triggerAsyncId: -2 }));
failure(() => new AsyncResource("X", "5" as any).triggerAsyncId());
failure(() => new (AsyncLocalStorage as any)(5));
failure(() => createHook({ init: 5 } as any));
failure(() => createHook({ trackPromises: 5 } as any));
console.log(createHook({}).enable().disable().constructor.name, asyncWrapProviders.TIMERWRAP, asyncWrapProviders.PROMISE, Object.isFrozen(asyncWrapProviders));

storage.enterWith("to be disabled");
show("entered");
storage.disable();
show("disabled");
storage.run("after", () => show("enabled again"));

class Source extends EventEmitterAsyncResource {}
const source: any = storage.run("source", () => new Source());
const named: any = new EventEmitterAsyncResource({ name: "named", triggerAsyncId: 3 });
source.on("event", function (this: any, a: number) { show("source", a, this === source, executionAsyncId() === source.asyncId); });
console.log(source.emit("event", 1), source.emit("nothing"), named.triggerAsyncId, source.asyncResource.eventEmitter === source);
console.log(source.emitDestroy(), source instanceof EventEmitter, named.asyncId !== source.asyncId, typeof named.asyncResource.runInAsyncScope);
failure(() => new (EventEmitterAsyncResource as any)());
failure(() => new EventEmitterAsyncResource("text" as any) instanceof EventEmitter);
storage.run("iterating", async () => {
  for await (const [value] of on(emitter, "item", { close: ["close"] } as any)) show("item", value);
  show("closed");
});
storage.run("emitting", () => { emitter.emit("item", 1); emitter.emit("item", 2); emitter.emit("close"); });
await sleep(10);

// What is left of a context when something fails.
process.on("uncaughtException", (error: any) => show("uncaught", error.message));
process.on("unhandledRejection", (error: any) => show("unhandled", error.message));
process.on("exit", () => show("exit", executionAsyncId()));
storage.run("rejecting", () => { Promise.reject(new Error("rejected")); });
storage.run("throwing", () => setTimeout(() => { throw new Error("late"); }, 5));
setTimeout(() => show("clean"), 40);
storage.run("tick", () => process.nextTick(() => { throw new Error("tick"); }));
