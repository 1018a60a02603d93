/// Readable streams as asynchronous iterators.
// @optimize size
import { validateBoolean, validateObject } from "../prelude/validators.ts";
import { destroyer } from "./stream-destroy.ts";
import { aggregateErrors } from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";

/// `readable.iterator`
export function iterator(this: any, options?: any): any {
  if (options !== undefined) {
    validateObject(options, "options");
    if (options.destroyOnReturn !== undefined && options.destroyOnReturn !== null) {
      validateBoolean(options.destroyOnReturn, "options.destroyOnReturn");
    }
  }
  return iterate(this, options);
}

/// The iterator of a stream.
export function iterate(stream: any, options: any): any {
  const iterator: any = chunksOf(stream, options);
  iterator.stream = stream;
  return iterator;
}

async function* chunksOf(stream: any, options: any): any {
  // What continues the iterator when there may be something to read.
  let wake: any;
  const onReadable = (): void => {
    const resolve: any = wake;
    wake = undefined;
    if (resolve !== undefined) resolve();
  };
  stream.on("readable", onReadable);
  let error: any;
  const stop: any = finished(stream, { writable: false }, (failure: any) => {
    error = failure ? aggregateErrors(error, failure) : null;
    onReadable();
  });
  try {
    while (true) {
      const chunk: any = stream.destroyed ? null : stream.read();
      if (chunk !== null) {
        yield chunk;
      } else if (error) {
        throw error;
      } else if (error === null) {
        return;
      } else {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    }
  } catch (failure) {
    error = aggregateErrors(error, failure);
    throw error;
  } finally {
    if ((error || options?.destroyOnReturn !== false) && (error === undefined || stream._readableState.autoDestroy)) {
      destroyer(stream, null);
    } else {
      stream.off("readable", onReadable);
      stop();
    }
  }
}
