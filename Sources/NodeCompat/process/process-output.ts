/// What makes streams of process.stdout and process.stderr: members of what they inherit from, until the program uses one.
// @optimize size
import { makeWritable } from "./process-stdio.ts";

/// Calls a method of the stream that an output becomes.
function call(output: any, name: string, values: any[]): any {
  makeWritable(output);
  return Reflect.apply(output[name], output, values);
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
export function end(this: any, ...values: any[]): any { return call(this, "end", values); }
export function cork(this: any, ...values: any[]): any { return call(this, "cork", values); }
export function uncork(this: any, ...values: any[]): any { return call(this, "uncork", values); }
export function setDefaultEncoding(this: any, ...values: any[]): any { return call(this, "setDefaultEncoding", values); }
export function _write(this: any, ...values: any[]): any { return call(this, "_write", values); }
export function get__writableState(this: any): any { return makeWritable(this)._writableState; }
export function get_writableLength(this: any): any { return makeWritable(this).writableLength; }
export function get_writableNeedDrain(this: any): any { return makeWritable(this).writableNeedDrain; }
export function get_writableHighWaterMark(this: any): any { return makeWritable(this).writableHighWaterMark; }
export function get_writableEnded(this: any): any { return makeWritable(this).writableEnded; }
export function get_writableFinished(this: any): any { return makeWritable(this).writableFinished; }
export function get_writableCorked(this: any): any { return makeWritable(this).writableCorked; }
export function get_destroyed(this: any): any { return makeWritable(this).destroyed; }
export function get_closed(this: any): any { return makeWritable(this).closed; }
export function get_errored(this: any): any { return makeWritable(this).errored; }
