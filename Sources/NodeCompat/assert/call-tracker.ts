/// `assert.CallTracker` (https://nodejs.org/api/assert.html#class-assertcalltracker).
// @optimize size
import { codedError, invalidValue } from "../prelude/node-errors.ts";
import { exitState } from "../prelude/process-exit.ts";
import { validateInteger } from "../prelude/validators.ts";
import { AssertionError } from "./assertion-error.ts";

/// The calls of one function, and how many there should be.
class CallRecord {
  #calls: any[] = [];
  #expected: number;
  #name: string;
  #trace: Error;

  constructor(expected: number, name: string, trace: Error) {
    this.#expected = expected;
    this.#name = name;
    this.#trace = trace;
  }

  track(receiver: any, values: any[]): void {
    this.#calls.push(Object.freeze({ thisArg: receiver, arguments: Object.freeze(values.slice()) }));
  }

  reset(): void {
    this.#calls = [];
  }

  getCalls(): any {
    return Object.freeze(this.#calls.slice());
  }

  /// What is wrong, or undefined.
  report(): any {
    const actual = this.#calls.length;
    if (actual === this.#expected) return undefined;
    const message = "Expected the " + this.#name + " function to be executed " + this.#expected +
      " time(s) but was executed " + actual + " time(s).";
    return { message, actual, expected: this.#expected, operator: this.#name, stack: this.#trace };
  }
}

/// Wraps functions and counts their calls.
export class CallTracker {
  #records = new Set<CallRecord>();
  #recordOf = new WeakMap<any, CallRecord>();

  #recordOfTracked(tracked: any): CallRecord {
    const record = this.#recordOf.get(tracked);
    if (record === undefined) throw invalidValue("tracked", tracked, "is not a tracked function");
    return record;
  }

  reset(tracked?: any): void {
    if (tracked === undefined) this.#records.forEach((record) => record.reset());
    else this.#recordOfTracked(tracked).reset();
  }

  getCalls(tracked: any): any {
    return this.#recordOfTracked(tracked).getCalls();
  }

  calls(original?: any, expected: any = 1): any {
    if (exitState.isExiting) {
      const text = "Cannot call function in process exit handler";
      throw codedError(new Error(text), "ERR_UNAVAILABLE_DURING_EXIT");
    }
    if (typeof original === "number") {
      expected = original;
      original = undefined;
    }
    if (original === undefined) original = Function.prototype;
    validateInteger(expected, "expected", 1, 4294967295);
    const record = new CallRecord(expected, original.name || "calls", new Error());
    const tracked: any = new Proxy(original, {
      apply(target: any, receiver: any, values: any[]): any {
        record.track(receiver, values);
        return Reflect.apply(target, receiver, values);
      },
    });
    this.#records.add(record);
    this.#recordOf.set(tracked, record);
    return tracked;
  }

  report(): any[] {
    const errors: any[] = [];
    for (const record of this.#records) {
      const error: any = record.report();
      if (error !== undefined) errors.push(error);
    }
    return errors;
  }

  verify(): void {
    const errors = this.report();
    if (errors.length === 0) return;
    const message = errors.length === 1
      ? errors[0].message
      : "Functions were not called the expected number of times";
    throw new AssertionError({ message, details: errors });
  }
}
