/// `node:timers` (https://nodejs.org/api/timers.html): the globals as a module.
// @optimize size
import * as timersPromises from "./timers/promises.ts";

const custom: any = Symbol.for("nodejs.util.promisify.custom");

/// Lets util.promisify give the functions of `timers/promises`.
function withPromise(timer: any, promised: any): any {
  if (timer[custom] === undefined) Object.defineProperty(timer, custom, { value: promised, configurable: true });
  return timer;
}

const setTimeoutFunction: any = withPromise(globalThis.setTimeout, timersPromises.setTimeout);
const setImmediateFunction: any = withPromise(globalThis.setImmediate, timersPromises.setImmediate);
const setIntervalFunction: any = globalThis.setInterval;
const clearTimeoutFunction: any = globalThis.clearTimeout;
const clearIntervalFunction: any = globalThis.clearInterval;
const clearImmediateFunction: any = globalThis.clearImmediate;

export const promises: any = timersPromises.default;
export {
  clearImmediateFunction as clearImmediate, clearIntervalFunction as clearInterval, clearTimeoutFunction as clearTimeout,
  setImmediateFunction as setImmediate, setIntervalFunction as setInterval, setTimeoutFunction as setTimeout,
};
export default {
  setTimeout: setTimeoutFunction, clearTimeout: clearTimeoutFunction, setImmediate: setImmediateFunction,
  clearImmediate: clearImmediateFunction, setInterval: setIntervalFunction, clearInterval: clearIntervalFunction, promises,
};
