/// The listeners of `process`, for its other files: what emits an event need not know how listening works.
// @optimize size
import { cloneDescription } from "polyglot:runtime";
import { codedError } from "./node-errors.ts";

/// With the object `process` itself, which is not named here: programs without listeners need nothing of it.
export interface Listener { callback: any; once: boolean; target: any }

/// The listeners of each event, in the order in which they are called.
export const events = new Map<any, Listener[]>();
/// What is told when an event has lost its last listener, if anybody wants to know.
export const observer: { lost: any } = { lost: undefined };

export function remove(event: any, callback: any): void {
  const list = events.get(event);
  if (list === undefined) return;
  for (let i = list.length - 1; i >= 0; i--) {
    if (list[i].callback !== callback) continue;
    if (list.length === 1) {
      events.delete(event);
      if (observer.lost !== undefined) observer.lost(event);
    } else {
      // Whoever is calling them now goes on with those there were.
      events.set(event, list.slice(0, i).concat(list.slice(i + 1)));
    }
    if (events.has("removeListener")) emit("removeListener", event, callback);
    return;
  }
}

export function emit(event: any, ...values: any[]): boolean {
  const list = events.get(event);
  if (list === undefined) {
    if (event === "error") throw unhandledError(values[0]);
    return false;
  }
  for (const listener of list.slice()) {
    if (listener.once) {
      if (!list.includes(listener)) continue;
      remove(event, listener.callback);
    }
    listener.callback.apply(listener.target, values);
  }
  return true;
}

function unhandledError(value: any): any {
  if (value instanceof Error) return value;
  const error: any = codedError(new Error("Unhandled error. (" + cloneDescription(value) + ")"), "ERR_UNHANDLED_ERROR");
  error.context = value;
  return error;
}
