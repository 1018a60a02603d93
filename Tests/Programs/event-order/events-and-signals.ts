// The order in which emitters, event targets and abort signals tell those who listen.
import { EventEmitter, once, on } from "node:events";
import { log, run, say } from "./scenarios.ts";

run([
  ["listeners are called in order, at once", () => {
    const emitter = new EventEmitter();
    emitter.on("e", say("1"));
    emitter.prependListener("e", say("0"));
    emitter.once("e", say("once"));
    emitter.on("e", () => queueMicrotask(say("micro")));
    log("emit");
    emitter.emit("e");
    log("emitted");
    emitter.emit("e");
  }],
  ["listeners added and removed while emitting", () => {
    const emitter = new EventEmitter();
    const late = say("late");
    emitter.on("e", () => { log("1"); emitter.on("e", late); emitter.off("e", gone); });
    const gone = say("gone");
    emitter.on("e", gone);
    emitter.emit("e");
    log("again");
    emitter.removeAllListeners("e").on("e", say("only"));
    emitter.emit("e");
  }],
  ["newListener comes before, removeListener behind", () => {
    const emitter = new EventEmitter();
    emitter.on("newListener", (name) => log("new " + String(name) + " " + emitter.listenerCount(name)));
    emitter.on("removeListener", (name) => log("removed " + String(name) + " " + emitter.listenerCount(name)));
    emitter.once("e", say("e"));
    emitter.emit("e");
    emitter.off("e", say("unknown"));
  }],
  ["an error that nobody handles", () => {
    process.once("uncaughtException", (error) => log("caught " + error.message));
    const emitter = new EventEmitter();
    emitter.on(EventEmitter.errorMonitor, (error) => log("monitor " + error.message));
    setImmediate(() => { process.nextTick(say("tick")); emitter.emit("error", new Error("e")); log("never"); });
    setImmediate(say("immediate"));
  }],
  ["a listener that throws stops the others", () => {
    process.once("uncaughtException", (error) => log("caught " + error.message));
    const emitter = new EventEmitter();
    emitter.on("e", () => { log("1"); throw new Error("1"); });
    emitter.on("e", say("never"));
    setImmediate(() => emitter.emit("e"));
  }],
  ["captured rejections", () => {
    const emitter = new EventEmitter({ captureRejections: true });
    emitter.on("e", async () => { log("e"); throw new Error("captured"); });
    emitter.on("error", (error) => log("error " + error.message));
    emitter.emit("e");
    process.nextTick(say("tick"));
    queueMicrotask(say("micro"));
  }],
  ["once as a promise", () => {
    const emitter = new EventEmitter();
    once(emitter, "e").then(([value]) => log("promise " + value));
    emitter.on("e", say("listener"));
    process.nextTick(() => { emitter.emit("e", 1); log("emitted"); });
    once(emitter, "other").catch((error) => log("rejected " + error.message));
    setImmediate(() => { emitter.emit("error", new Error("x")); log("told"); });
  }],
  ["on as an iterator", () => {
    const emitter = new EventEmitter();
    const controller = new AbortController();
    (async () => {
      try {
        for await (const [value] of on(emitter, "e", { signal: controller.signal })) log("value " + value);
      } catch (error: any) { log(error.name); }
      log("left");
    })();
    emitter.emit("e", 1);
    emitter.emit("e", 2);
    log("emitted");
    process.nextTick(() => { emitter.emit("e", 3); queueMicrotask(say("micro")); });
    setImmediate(() => { emitter.emit("e", 4); controller.abort(); log("aborted"); });
  }],
  ["event targets", () => {
    const target = new EventTarget();
    target.addEventListener("e", say("1"));
    target.addEventListener("e", { handleEvent() { log("2"); } }, { once: true });
    target.addEventListener("e", (event) => { log("3"); event.stopImmediatePropagation(); });
    target.addEventListener("e", say("never"));
    log(String(target.dispatchEvent(new Event("e"))));
    target.dispatchEvent(new Event("e"));
  }],
  ["a listener of a target that throws does not stop the others", () => {
    process.once("uncaughtException", (error) => log("caught " + error.message));
    const target = new EventTarget();
    target.addEventListener("e", () => { throw new Error("target"); });
    target.addEventListener("e", say("2"));
    target.dispatchEvent(new Event("e"));
    log("dispatched");
    process.nextTick(say("tick"));
    queueMicrotask(say("micro"));
  }],
  ["abort signals", () => {
    const controller = new AbortController();
    const { signal } = controller;
    signal.onabort = say("onabort");
    signal.addEventListener("abort", () => log("listener " + signal.reason));
    const any = AbortSignal.any([signal, new AbortController().signal]);
    any.addEventListener("abort", () => log("any " + any.reason));
    log("abort");
    controller.abort("why");
    log("aborted " + any.aborted);
    controller.abort("again");
  }],
  ["a signal with a time", () => {
    const signal = AbortSignal.timeout(5);
    signal.addEventListener("abort", () => { log(signal.reason.name); queueMicrotask(say("micro")); process.nextTick(say("tick")); });
    // The signal alone does not keep the program alive.
    setTimeout(say("timer"), 40);
  }],
  ["a listener with a signal", () => {
    const controller = new AbortController();
    const target = new EventTarget();
    target.addEventListener("e", say("listener"), { signal: controller.signal });
    target.dispatchEvent(new Event("e"));
    controller.abort();
    target.dispatchEvent(new Event("e"));
    log("end");
  }],
]);
