/// `fs.promises.watch` (https://nodejs.org/api/fs.html#fspromiseswatchfilename-options).
// @optimize size
import { AbortError } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateInteger, validateOneOf } from "../prelude/validators.ts";
import { watch } from "./fs-watch.ts";

/// Changes of files, until the loop is left or the signal aborts.
export async function* watchPromised(filename: any, options: any = {}): AsyncGenerator<any, void, unknown> {
  const given: any = typeof options === "string" ? { encoding: options } : options;
  const { maxQueue = 2048, overflow = "ignore", signal } = given;
  validateInteger(maxQueue, "options.maxQueue", 0);
  validateOneOf(overflow, "options.overflow", ["ignore", "error"]);
  validateAbortSignal(signal, "options.signal");
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const queue: any[] = [];
  let failure: any;
  let wake = () => {};
  const fail = (error: any) => {
    failure ??= error;
    wake();
  };
  const watcher: any = watch(filename, { ...given, signal: undefined });
  watcher.on("change", (eventType: string, name: any) => {
    if (queue.length < maxQueue) queue.push({ __proto__: null, eventType, filename: name });
    else if (overflow === "error") fail(queueOverflow(maxQueue));
    else process.emitWarning("fs.watch maxQueue exceeded");
    wake();
  });
  watcher.on("error", fail);
  const abort = () => fail(new AbortError(undefined, { cause: signal.reason }));
  signal?.addEventListener("abort", abort, { once: true });
  try {
    for (;;) {
      while (queue.length > 0) yield queue.shift();
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    watcher.close();
    signal?.removeEventListener("abort", abort);
  }
}

function queueOverflow(most: number): any {
  const error: any = new Error("fs.watch queued more than " + most + " events. If this is unexpected, raise the limit with maxQueue.");
  error.code = "ERR_FS_WATCH_QUEUE_OVERFLOW";
  return error;
}
