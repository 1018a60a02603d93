/// What makes a stream of process.stdin: members of what it inherits from, until the program uses one.
// @optimize size
import { makeReadable } from "./process-stdio.ts";

/// Calls a method of the stream that the input becomes.
function call(input: any, name: string, values: any[]): any {
  makeReadable(input);
  return Reflect.apply(input[name], input, values);
}

export function on(this: any, ...values: any[]): any { return call(this, "on", values); }
export function once(this: any, ...values: any[]): any { return call(this, "once", values); }
export function off(this: any, ...values: any[]): any { return call(this, "off", values); }
export function addListener(this: any, ...values: any[]): any { return call(this, "addListener", values); }
export function removeListener(this: any, ...values: any[]): any { return call(this, "removeListener", values); }
export function removeAllListeners(this: any, ...values: any[]): any { return call(this, "removeAllListeners", values); }
export function prependListener(this: any, ...values: any[]): any { return call(this, "prependListener", values); }
export function prependOnceListener(this: any, ...values: any[]): any { return call(this, "prependOnceListener", values); }
export function emit(this: any, ...values: any[]): any { return call(this, "emit", values); }
export function listeners(this: any, ...values: any[]): any { return call(this, "listeners", values); }
export function rawListeners(this: any, ...values: any[]): any { return call(this, "rawListeners", values); }
export function listenerCount(this: any, ...values: any[]): any { return call(this, "listenerCount", values); }
export function eventNames(this: any, ...values: any[]): any { return call(this, "eventNames", values); }
export function setMaxListeners(this: any, ...values: any[]): any { return call(this, "setMaxListeners", values); }
export function getMaxListeners(this: any, ...values: any[]): any { return call(this, "getMaxListeners", values); }
export function destroy(this: any, ...values: any[]): any { return call(this, "destroy", values); }
export function pipe(this: any, ...values: any[]): any { return call(this, "pipe", values); }
export function read(this: any, ...values: any[]): any { return call(this, "read", values); }
export function resume(this: any, ...values: any[]): any { return call(this, "resume", values); }
export function pause(this: any, ...values: any[]): any { return call(this, "pause", values); }
export function isPaused(this: any, ...values: any[]): any { return call(this, "isPaused", values); }
export function setEncoding(this: any, ...values: any[]): any { return call(this, "setEncoding", values); }
export function unpipe(this: any, ...values: any[]): any { return call(this, "unpipe", values); }
export function unshift(this: any, ...values: any[]): any { return call(this, "unshift", values); }
export function push(this: any, ...values: any[]): any { return call(this, "push", values); }
export function iterator(this: any, ...values: any[]): any { return call(this, "iterator", values); }
export function wrap(this: any, ...values: any[]): any { return call(this, "wrap", values); }
export function compose(this: any, ...values: any[]): any { return call(this, "compose", values); }
export function ref(this: any, ...values: any[]): any { return call(this, "ref", values); }
export function unref(this: any, ...values: any[]): any { return call(this, "unref", values); }
export function map(this: any, ...values: any[]): any { return call(this, "map", values); }
export function filter(this: any, ...values: any[]): any { return call(this, "filter", values); }
export function flatMap(this: any, ...values: any[]): any { return call(this, "flatMap", values); }
export function forEach(this: any, ...values: any[]): any { return call(this, "forEach", values); }
export function toArray(this: any, ...values: any[]): any { return call(this, "toArray", values); }
export function some(this: any, ...values: any[]): any { return call(this, "some", values); }
export function find(this: any, ...values: any[]): any { return call(this, "find", values); }
export function every(this: any, ...values: any[]): any { return call(this, "every", values); }
export function reduce(this: any, ...values: any[]): any { return call(this, "reduce", values); }
export function take(this: any, ...values: any[]): any { return call(this, "take", values); }
export function drop(this: any, ...values: any[]): any { return call(this, "drop", values); }
export function asyncIterator(this: any): any { return makeReadable(this)[Symbol.asyncIterator](); }
export function get__readableState(this: any): any { return makeReadable(this)._readableState; }
export function get_readableFlowing(this: any): any { return makeReadable(this).readableFlowing; }
export function get_readableLength(this: any): any { return makeReadable(this).readableLength; }
export function get_readableEnded(this: any): any { return makeReadable(this).readableEnded; }
export function get_readableEncoding(this: any): any { return makeReadable(this).readableEncoding; }
export function get_readableHighWaterMark(this: any): any { return makeReadable(this).readableHighWaterMark; }
export function get_readableObjectMode(this: any): any { return makeReadable(this).readableObjectMode; }
export function get_readable(this: any): any { return makeReadable(this).readable; }
export function get_destroyed(this: any): any { return makeReadable(this).destroyed; }
export function get_closed(this: any): any { return makeReadable(this).closed; }
export function get_errored(this: any): any { return makeReadable(this).errored; }
