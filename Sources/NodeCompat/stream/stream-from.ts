/// `Readable.from`: streams of what iterables give.
// @optimize size
import { nextTick } from "polyglot:runtime";
import { invalidType } from "../prelude/node-errors.ts";
import { nullValues } from "./stream-errors.ts";

/// Makes a stream of a class.
export function streamFrom(constructor: any, iterable: any, options: any): any {
  if (typeof iterable === "string" || Buffer.isBuffer(iterable)) {
    return new constructor({
      objectMode: true,
      ...options,
      read(this: any): void {
        this.push(iterable);
        this.push(null);
      },
    });
  }
  let isAsync = false;
  let iterator: any;
  if (iterable && iterable[Symbol.asyncIterator]) {
    isAsync = true;
    iterator = iterable[Symbol.asyncIterator]();
  } else if (iterable && iterable[Symbol.iterator]) {
    iterator = iterable[Symbol.iterator]();
  } else {
    throw invalidType("iterable", "an instance of Iterable", iterable);
  }
  const readable: any = new constructor({ objectMode: true, highWaterMark: 1, ...options });
  let isReading = false;
  /// Whether the stream takes more.
  const give = (value: any): boolean => {
    if (value === null) {
      isReading = false;
      throw nullValues();
    }
    if (readable.push(value)) return true;
    isReading = false;
    return false;
  };
  const nextNow = (): void => {
    try {
      while (true) {
        const step: any = iterator.next();
        if (step.done) {
          readable.push(null);
          return;
        }
        const value: any = step.value;
        if (value && typeof value.then === "function") {
          nextLater(value);
          return;
        }
        if (!give(value)) return;
      }
    } catch (error) {
      readable.destroy(error);
    }
  };
  // With promises among the values, or as the steps.
  const nextLater = async (first: any): Promise<void> => {
    try {
      if (first !== undefined && !give(await first)) return;
      while (true) {
        const step: any = isAsync ? await iterator.next() : iterator.next();
        if (step.done) {
          readable.push(null);
          return;
        }
        let value: any = step.value;
        if (!isAsync && value && typeof value.then === "function") value = await value;
        if (!give(value)) return;
      }
    } catch (error) {
      readable.destroy(error);
    }
  };
  const close = async (error: any): Promise<void> => {
    if (error !== undefined && error !== null && typeof iterator.throw === "function") {
      const step: any = await iterator.throw(error);
      await step.value;
      if (step.done) return;
    }
    if (typeof iterator.return === "function") {
      const step: any = await iterator.return();
      await step.value;
    }
  };
  readable._read = function (): void {
    if (isReading) return;
    isReading = true;
    if (isAsync) nextLater(undefined);
    else nextNow();
  };
  readable._destroy = function (error: any, callback: any): void {
    close(error).then(
      () => nextTick(callback, [error]),
      (failure: any) => nextTick(callback, [failure || error]),
    );
  };
  return readable;
}
