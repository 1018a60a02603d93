// EventEmitter, events.once and events.on.
import EE, { EventEmitter, once, on, errorMonitor } from "node:events";
class Foo extends EventEmitter { x = 1 }

function attempt(action: () => unknown): void {
  try {
    console.log("no error", action());
  } catch (e: any) {
    console.log(e?.name, e?.code, e?.message);
  }
}
const f = new Foo();
f.on("a", (...v: any[]) => console.log("a", v));
f.once("a", function (this: any, x: any) { console.log("once", x, this === f); });
console.log(f.emit("a", 1, 2, 3, 4), f.emit("a"), f.emit("b"), f.listenerCount("a"), f.eventNames());
console.log(f, EE.defaultMaxListeners, EE === EventEmitter, Object.keys(EE.prototype));
function Old(this: any) { EE.call(this); }
Object.setPrototypeOf(Old.prototype, EE.prototype);
const o = new (Old as any)();
o.on(errorMonitor, (e: any) => console.log("mon", e.message));
try { o.emit("error", new Error("E1")); } catch (e: any) { console.log(e.message); }
try { o.emit("error", {a: 1}); } catch (e: any) { console.log(e.message, e.code, e.context); }
const p = once(f, "z"); f.emit("z", 5, 6); p.then((v) => console.log("once", v));
const it = on(f, "q"); f.emit("q", 1); f.emit("q", 2);
(async () => { for await (const v of it) { console.log(v); if (v[0] === 2) break; } console.log(f.listenerCount("q")); })();

const bad: any = new EE();
attempt(() => bad.on("x", 5));
attempt(() => bad.setMaxListeners(-1));
attempt(() => bad.emit("error"));
attempt(() => new (EE as any)({ captureRejections: 5 }));
attempt(() => ((EE as any).defaultMaxListeners = -1));
attempt(() => (EE as any).getEventListeners(4, 5));
attempt(() => (EE as any).setMaxListeners(1, 4));
{
  const e = new EventEmitter();
  const log: any[] = [];
  const one = (...v: any[]): any => log.push(["one", ...v]);
  e.on("newListener", (name: any, l: any) => log.push(["new", name, l === one]));
  e.on("removeListener", (name: any, l: any) => log.push(["removed", name, l === one]));
  e.once("x", one);
  e.prependListener("x", one);
  e.prependOnceListener("x", one);
  console.log(e.listenerCount("x"), e.listenerCount("x", one), e.listeners("x").every((l: any) => l === one), e.rawListeners("x"));
  e.emit("x", 1, 2, 3, 4, 5);
  e.off("x", one).removeAllListeners();
  console.log(log, e.eventNames());
}
{
  const order: string[] = [];
  const e = new EventEmitter();
  const second = (): void => void order.push("second");
  e.on("x", () => {
    order.push("first");
    e.removeListener("x", second);
    e.on("x", () => order.push("third"));
  });
  e.on("x", second);
  e.emit("x");
  e.emit("x");
  console.log(order.join(), e[Symbol.for("nodejs.rejection") as any]);
  const controller = new AbortController();
  once(e, "never", { signal: controller.signal }).catch((error: any) => console.log(error.name, error.code, error.cause.name));
  controller.abort();
  once(e, "fails").catch((error: any) => console.log(error.message));
  e.emit("error", new Error("failed"));
  const target = new EventTarget();
  once(target, "t").then(([event]: any) => console.log(event.type));
  target.dispatchEvent(new Event("t"));
}
{
  // process is an emitter, and the settings are properties of the constructor whichever way it is imported.
  console.log(process instanceof EventEmitter, Object.getPrototypeOf(Object.getPrototypeOf(process)) === EventEmitter.prototype);
  console.log(Object.keys(process).includes("on"), process.constructor.name, String(process), EventEmitter.errorMonitor === errorMonitor);
  const emitter: EE = process;
  emitter.once("mine", (value) => console.log("mine", value));
  console.log(emitter.emit("mine", 5), emitter.listenerCount("mine"));
  EventEmitter.defaultMaxListeners = 3;
  console.log(EE.defaultMaxListeners, new EE().getMaxListeners(), new EventEmitter().getMaxListeners());
}
