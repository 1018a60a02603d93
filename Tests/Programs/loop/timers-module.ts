// node:timers, node:timers/promises, and what the timers say about wrong arguments.
import timers, { setTimeout as later, promises } from "node:timers";
import { scheduler, setImmediate as immediate, setInterval as every, setTimeout as pause } from "timers/promises";

console.log(timers.setTimeout === setTimeout, later === setTimeout, promises.setTimeout === pause);
console.log(await pause(1, "value"), await immediate("now"), await pause(1));

let count = 0;
for await (const value of every(1, "beat")) {
  console.log(value);
  if (++count === 3) break;
}

const controller = new AbortController();
setTimeout(() => controller.abort(), 1);
try {
  await pause(100000, undefined, { signal: controller.signal });
} catch (error: any) {
  console.log(error.name, error.code, error.message, error.cause.name);
}
await pause(1, 0, { signal: controller.signal }).catch((error) => console.log(error.name));
await immediate(0, { signal: controller.signal }).catch((error) => console.log(error.name));
pause(100000, "never", { ref: false });
await scheduler.wait(1);
await scheduler.yield();
await pause("1" as any).catch((error) => console.log(error.message));
await pause(1, 0, { signal: 5 as any }).catch((error) => console.log(error.message));
await pause(1, 0, 5 as any).catch((error) => console.log(error.message));

class Point { x = 1; }
const wrong: any[] = [undefined, null, 1.5, -0, 10n, "it's", "a".repeat(40), true, Symbol("s"), {}, [], new Point(), Object.create(null), NaN];
for (const value of wrong) {
  for (const set of [setTimeout, setInterval, setImmediate, queueMicrotask, process.nextTick]) {
    try {
      set(value);
      console.log("none");
    } catch (error: any) {
      if (set === setTimeout) console.log(error.name, error.code, error.message, error.stack.split("\n")[0] === `${error.name} [${error.code}]: ${error.message}`);
      else if (error.code !== "ERR_INVALID_ARG_TYPE") console.log("other", error);
    }
  }
}
for (const value of [Symbol("s"), 1n, { valueOf() { throw new RangeError("mine"); } }]) {
  try {
    setTimeout(() => {}, value as any);
  } catch (error: any) {
    console.log(error.name, error.message);
  }
}

const timer: any = setTimeout(() => {}, 1);
console.log(timer.constructor.name, timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref().hasRef(), timer.close() === timer);
console.log(typeof timer[Symbol.toPrimitive](), Object.prototype.toString.call(timer), timer.refresh() === timer);
const soon: any = setImmediate(() => {});
console.log(soon.constructor.name, soon.hasRef(), soon.unref().hasRef(), soon.ref().hasRef());
console.log(setTimeout.length, setInterval.length, setImmediate.length, clearTimeout.length, setTimeout.name, process.nextTick.name);
