// @exit: 3
// What process tells of failures and of the end, and when.
import { log, run, say } from "./scenarios.ts";

let ends = 0;
process.on("exit", (code) => {
  console.log("exit", code, ends);
  queueMicrotask(() => console.log("a microtask"));
  process.nextTick(() => console.log("never"));
  setTimeout(() => console.log("never"), 0);
});
process.on("exit", () => { process.exitCode = 3; });
process.on("beforeExit", () => { ends++; });

run([
  ["several rejections are told in order, each with its ticks", () => {
    process.on("unhandledRejection", (reason) => {
      log("unhandled " + reason);
      process.nextTick(say("tick of " + reason));
      queueMicrotask(say("micro of " + reason));
      if (reason === "c") process.removeAllListeners("unhandledRejection");
    });
    Promise.reject("a");
    Promise.reject("b");
    setImmediate(say("immediate"));
    queueMicrotask(() => { Promise.reject("c"); });
  }],
  ["a rejection handled in a microtask or a tick is not told", () => {
    process.once("unhandledRejection", say("never"));
    const a = Promise.reject("a");
    const b = Promise.reject("b");
    queueMicrotask(() => a.catch(say("a handled")));
    process.nextTick(() => b.catch(say("b handled")));
    setImmediate(() => process.removeAllListeners("unhandledRejection"));
  }],
  ["a rejection handled by an immediate is told", () => {
    process.once("unhandledRejection", (reason) => log("unhandled " + reason));
    process.once("rejectionHandled", say("told as handled"));
    const a = Promise.reject("a");
    setImmediate(() => { a.catch(say("handled")); process.nextTick(say("tick")); });
  }],
  ["async functions that nobody waits for", () => {
    process.once("unhandledRejection", (reason: any) => log("unhandled " + reason.message));
    (async () => { await null; throw new Error("lost"); })();
    (async () => { try { await Promise.reject(new Error("kept")); } catch (error: any) { log("caught " + error.message); } })();
  }],
  ["an exception in unhandledRejection's listener", () => {
    process.once("unhandledRejection", () => { throw new Error("from the listener"); });
    process.once("uncaughtException", (error, origin) => log(error.message + " " + origin));
    Promise.reject("a");
    setImmediate(say("immediate"));
  }],
  ["without a listener a rejection is an exception", () => {
    process.once("uncaughtException", (error: any, origin) => { log(error.message + " " + origin); queueMicrotask(say("micro")); });
    Promise.reject(new Error("plain"));
    process.nextTick(say("tick"));
  }],
  ["the monitor comes first", () => {
    process.once("uncaughtExceptionMonitor", (error, origin) => log("monitor " + error.message + " " + origin));
    process.once("uncaughtException", (error) => log("handler " + error.message));
    setImmediate(() => { throw new Error("x"); });
  }],
  ["a capture callback takes all", () => {
    process.setUncaughtExceptionCaptureCallback((error) => {
      log("captured " + error.message);
      process.setUncaughtExceptionCaptureCallback(null);
    });
    process.once("uncaughtException", say("never"));
    setTimeout(() => { process.nextTick(() => process.removeAllListeners("uncaughtException")); throw new Error("t"); }, 1);
  }],
  ["exceptions in ticks, microtasks and immediates one after the other", () => {
    const caught = (error: Error) => { log("caught " + error.message); };
    process.on("uncaughtException", caught);
    process.nextTick(() => { log("tick"); throw new Error("tick"); });
    process.nextTick(say("tick 2"));
    queueMicrotask(() => { log("micro"); throw new Error("micro"); });
    queueMicrotask(say("micro 2"));
    setImmediate(() => { log("immediate"); throw new Error("immediate"); });
    setImmediate(() => { log("immediate 2"); process.off("uncaughtException", caught); });
  }],
  ["emitWarning comes with a tick", () => {
    process.once("warning", (warning) => log("warning " + warning.message));
    process.nextTick(say("tick before"));
    process.emitWarning("w");
    process.nextTick(say("tick behind"));
    log("emitted");
  }],
  ["an await in a listener of beforeExit", () => {
    process.once("beforeExit", async () => { log("beforeExit"); await null; log("awaited"); });
  }],
  ["which then said", () => {}],
  ["a rejection in beforeExit", () => {
    process.once("unhandledRejection", (reason) => log("unhandled " + reason));
    process.once("beforeExit", () => { Promise.reject("late"); log("rejecting"); });
  }],
  ["which then told", () => {}],
]);
