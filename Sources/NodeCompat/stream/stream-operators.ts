/// The methods of readable streams that are those of iterators
/// (https://nodejs.org/api/stream.html#readablemapfn-options), as asynchronous generators and functions.
// @optimize size
import { AbortError, missingArguments, outOfRange } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateFunction, validateInteger, validateObject } from "../prelude/validators.ts";
import { finishedPromise } from "./stream-finished.ts";

/// What a function gives for a chunk that is to be left out, and what stands at the end.
const empty: unique symbol = Symbol("kEmpty") as any;
const eof: unique symbol = Symbol("kEof") as any;

function checkOptions(options: any): void {
  if (options !== undefined && options !== null) validateObject(options, "options");
  if (options?.signal !== undefined && options?.signal !== null) validateAbortSignal(options.signal, "options.signal");
}

/// What a chunk becomes, for `concurrency` chunks at a time and in their order.
export function map(this: any, callback: any, options?: any): any {
  validateFunction(callback, "fn");
  checkOptions(options);
  let concurrency = 1;
  if (options?.concurrency !== undefined && options.concurrency !== null) concurrency = Math.floor(options.concurrency);
  let limit = concurrency - 1;
  if (options?.highWaterMark !== undefined && options.highWaterMark !== null) limit = Math.floor(options.highWaterMark);
  validateInteger(concurrency, "options.concurrency", 1);
  validateInteger(limit, "options.highWaterMark", 0);
  return mapped(this, callback, options, concurrency, limit + concurrency);
}

async function* mapped(stream: any, callback: any, options: any, concurrency: number, limit: number): any {
  const signal: any = AbortSignal.any(options?.signal ? [options.signal] : []);
  const context = { signal };
  const queue: any[] = [];
  let next: any = null;
  let resume: any = null;
  let isDone = false;
  let running = 0;
  const maybeResume = (): void => {
    if (resume === null || isDone || running >= concurrency || queue.length >= limit) return;
    const call: any = resume;
    resume = null;
    call();
  };
  const afterItem = (): void => {
    running--;
    maybeResume();
  };
  const onFailure = (): void => {
    isDone = true;
    afterItem();
  };
  const wake = (): void => {
    const call: any = next;
    next = null;
    if (call !== null) call();
  };
  const pump = async (): Promise<void> => {
    try {
      for await (const chunk of stream) {
        if (isDone) return;
        if (signal.aborted) throw new AbortError();
        let value: any;
        try {
          value = callback(chunk, context);
          if (value === empty) continue;
          value = Promise.resolve(value);
        } catch (error) {
          value = Promise.reject(error);
        }
        running++;
        value.then(afterItem, onFailure);
        queue.push(value);
        wake();
        if (!isDone && (queue.length >= limit || running >= concurrency)) {
          await new Promise((resolve) => {
            resume = resolve;
          });
        }
      }
      queue.push(eof);
    } catch (error) {
      const value: any = Promise.reject(error);
      value.then(afterItem, onFailure);
      queue.push(value);
    } finally {
      isDone = true;
      wake();
    }
  };
  pump();
  try {
    while (true) {
      while (queue.length > 0) {
        const value: any = await queue[0];
        if (value === eof) return;
        if (signal.aborted) throw new AbortError();
        if (value !== empty) yield value;
        queue.shift();
        maybeResume();
      }
      await new Promise((resolve) => {
        next = resolve;
      });
    }
  } finally {
    isDone = true;
    const call: any = resume;
    resume = null;
    if (call !== null) call();
  }
}

export function filter(this: any, callback: any, options?: any): any {
  validateFunction(callback, "fn");
  return map.call(this, async (value: any, context: any) => (await callback(value, context)) ? value : empty, options);
}

export function flatMap(this: any, callback: any, options?: any): any {
  const values: any = map.call(this, callback, options);
  async function* flattened(): any {
    for await (const value of values) yield* value;
  }
  return flattened();
}

/// The number of chunks, as the standard's iterators take it.
function countOf(number: any): number {
  const count = Number(number);
  if (Number.isNaN(count)) return 0;
  if (count < 0) throw outOfRange("number", ">= 0", count);
  return count;
}

function checkAbort(options: any): void {
  if (options?.signal?.aborted) throw new AbortError();
}

export function drop(this: any, number: any, options?: any): any {
  checkOptions(options);
  let count = countOf(number);
  const stream: any = this;
  async function* rest(): any {
    checkAbort(options);
    for await (const value of stream) {
      checkAbort(options);
      if (count-- <= 0) yield value;
    }
  }
  return rest();
}

export function take(this: any, number: any, options?: any): any {
  checkOptions(options);
  let count = countOf(number);
  const stream: any = this;
  async function* first(): any {
    checkAbort(options);
    for await (const value of stream) {
      checkAbort(options);
      if (count-- > 0) yield value;
      // Nothing more is read from the stream than is taken.
      if (count <= 0) return;
    }
  }
  return first();
}

export async function every(this: any, callback: any, options?: any): Promise<boolean> {
  validateFunction(callback, "fn");
  return !(await some.call(this, async (...values: any[]) => !(await callback(...values)), options));
}

export async function some(this: any, callback: any, options?: any): Promise<boolean> {
  for await (const _value of filter.call(this, callback, options)) return true;
  return false;
}

export async function find(this: any, callback: any, options?: any): Promise<any> {
  for await (const value of filter.call(this, callback, options)) return value;
  return undefined;
}

export async function forEach(this: any, callback: any, options?: any): Promise<void> {
  validateFunction(callback, "fn");
  const call = async (value: any, context: any): Promise<any> => {
    await callback(value, context);
    return empty;
  };
  for await (const _value of map.call(this, call, options));
}

export async function toArray(this: any, options?: any): Promise<any[]> {
  checkOptions(options);
  const result: any[] = [];
  for await (const value of this) {
    if (options?.signal?.aborted) throw new AbortError(undefined, { cause: options.signal.reason });
    result.push(value);
  }
  return result;
}

/// `readable.reduce` with an initial value, if there is one.
export async function reduceStream(
  stream: any, reducer: any, initialValue: any, hasInitial: boolean, options: any,
): Promise<any> {
  validateFunction(reducer, "reducer");
  checkOptions(options);
  let result: any = initialValue;
  let hasResult = hasInitial;
  if (options?.signal?.aborted) {
    const error = new AbortError(undefined, { cause: options.signal.reason });
    stream.once("error", () => {});
    await finishedPromise(stream.destroy(error));
    throw error;
  }
  const controller = new AbortController();
  const signal: any = controller.signal;
  if (options?.signal) options.signal.addEventListener("abort", () => controller.abort(), { once: true, signal });
  let hasItem = false;
  try {
    for await (const value of stream) {
      hasItem = true;
      if (options?.signal?.aborted) throw new AbortError();
      if (!hasResult) {
        result = value;
        hasResult = true;
      } else {
        result = await reducer(result, value, { signal });
      }
    }
    if (!hasItem && !hasResult) {
      const error: any = missingArguments(["reduce"]);
      error.message = "Reduce of an empty stream requires an initial value";
      throw error;
    }
  } finally {
    controller.abort();
  }
  return result;
}
