/// `stream.pipeline` (https://nodejs.org/api/stream.html#streampipelinesource-transforms-destination-callback).
// @optimize size
import { nextTick } from "polyglot:runtime";
import { addAbortListener } from "./event-waiting.ts";
import { AbortError, invalidType, missingArguments } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateFunction } from "../prelude/validators.ts";
import {
  isIterable, isNodeStream, isReadable, isReadableFinished, isReadableNodeStream, isWebStream,
} from "./stream-checks.ts";
import { destroyer } from "./stream-destroy.ts";
import { duplexFrom } from "./stream-duplex-from.ts";
import { aggregateErrors, invalidReturn, prematureClose, streamDestroyed } from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";
import { iterate } from "./stream-readable-iteration.ts";
import { PassThrough } from "./stream-transform.ts";

/// `stream.pipeline`
export function pipeline(...streams: any[]): any {
  const callback: any = streams.pop();
  validateFunction(callback, "streams[stream.length - 1]");
  return connect(streams, callback, undefined);
}

/// What destroys a stream that is not at its end, and what stops watching it.
function guard(stream: any, reading: boolean, writing: boolean): any {
  let isFinished = false;
  stream.on("close", () => {
    isFinished = true;
  });
  const cleanup: any = finished(stream, { readable: reading, writable: writing }, (error: any) => {
    isFinished = !error;
  });
  const destroy = (error: any): void => {
    if (isFinished) return;
    isFinished = true;
    destroyer(stream, error || streamDestroyed("pipe"));
  };
  return { destroy, cleanup };
}

/// What `for await` takes.
function iterableOf(value: any): any {
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return iterate(value, undefined);
  throw invalidType("val", "an instance of Readable, Iterable, or AsyncIterable", value);
}

/// Writes what an iterable gives to a stream.
async function pump(iterable: any, target: any, finish: any, doesEnd: boolean): Promise<void> {
  let error: any;
  let wake: any = null;
  const resume = (failure?: any): void => {
    if (failure) error = failure;
    const resolve: any = wake;
    wake = null;
    if (resolve !== null) resolve();
  };
  const wait = (): Promise<void> => new Promise((resolve, reject) => {
    if (error) {
      reject(error);
    } else {
      wake = (): void => {
        if (error) reject(error);
        else resolve();
      };
    }
  });
  target.on("drain", resume);
  const cleanup: any = finished(target, { readable: false }, resume);
  try {
    if (target.writableNeedDrain) await wait();
    for await (const chunk of iterable) {
      if (!target.write(chunk)) await wait();
    }
    if (doesEnd) {
      target.end();
      await wait();
    }
    finish();
  } catch (failure) {
    finish(error !== failure ? aggregateErrors(error, failure) : failure);
  } finally {
    cleanup();
    target.off("drain", resume);
  }
}

/// Pipes one stream into the next.
function join(source: any, target: any, finish: any, fail: any, doesEnd: boolean): any {
  let isEnded = false;
  target.on("close", () => {
    if (!isEnded) fail(prematureClose());
  });
  source.pipe(target, { end: false });
  if (doesEnd) {
    const end = (): void => {
      isEnded = true;
      target.end();
    };
    if (isReadableFinished(source)) nextTick(end, undefined);
    else source.once("end", end);
  } else {
    finish();
  }
  finished(source, { readable: true, writable: false }, (error: any) => {
    const state: any = source._readableState;
    if (error && error.code === "ERR_STREAM_PREMATURE_CLOSE" && state?.ended && !state.errored && !state.errorEmitted) {
      // Some streams are closed before all that they have is read.
      source.once("end", finish).once("error", finish);
    } else {
      finish(error);
    }
  });
  return finished(target, { readable: false, writable: true }, finish);
}

/// Connects streams, iterables and functions; `callback` gets the error or the result of the last function.
export function connect(list: any[], callback: any, options: any): any {
  let streams = list;
  if (streams.length === 1 && Array.isArray(streams[0])) streams = streams[0];
  if (streams.length < 2) throw missingArguments(["streams"]);
  const controller = new AbortController();
  const signal: any = controller.signal;
  const outer: any = options?.signal;
  validateAbortSignal(outer, "options.signal");

  const atLast: any[] = [];
  const destroys: any[] = [];
  let error: any;
  let value: any;
  let pending = 0;
  let listening: any;
  let isCalled = false;
  const settle = (failure: any, isFinal: boolean): void => {
    if (failure && (!error || error.code === "ERR_STREAM_PREMATURE_CLOSE")) error = failure;
    if (!error && !isFinal) return;
    while (destroys.length > 0) destroys.shift()(error);
    listening?.[Symbol.dispose]();
    controller.abort();
    if (!isFinal) return;
    if (!error) for (const cleanup of atLast) cleanup();
    nextTick(finallyCall, undefined);
  };
  const finallyCall = (): void => {
    if (isCalled) return;
    isCalled = true;
    callback(error, value);
  };
  const finish = (failure?: any): void => settle(failure, --pending === 0);
  const fail = (failure?: any): void => settle(failure, false);
  const abort = (): void => fail(new AbortError(undefined, { cause: outer?.reason }));
  if (outer) listening = addAbortListener(outer, abort);

  let result: any;
  for (let i = 0; i < streams.length; i++) {
    const stream: any = streams[i];
    const reading = i < streams.length - 1;
    const doesEnd = reading || options?.end !== false;
    const isLast = !reading;
    if (isNodeStream(stream)) {
      if (doesEnd) {
        const guarded: any = guard(stream, reading, i > 0);
        destroys.push(guarded.destroy);
        if (isReadable(stream) && isLast) atLast.push(guarded.cleanup);
      }
      // What fails after everything is done.
      const onError = (failure: any): void => {
        if (failure && failure.name !== "AbortError" && failure.code !== "ERR_STREAM_PREMATURE_CLOSE") fail(failure);
      };
      stream.on("error", onError);
      if (isReadable(stream) && isLast) atLast.push(() => stream.removeListener("error", onError));
    }
    if (i === 0) {
      if (typeof stream === "function") {
        result = stream({ signal });
        if (!isIterable(result)) throw invalidReturn("Iterable, AsyncIterable or Stream", "source", result);
      } else if (isIterable(stream) || isReadableNodeStream(stream)) {
        result = stream;
      } else {
        result = duplexFrom(stream);
      }
    } else if (typeof stream === "function") {
      result = stream(iterableOf(result), { signal });
      if (reading) {
        if (!isIterable(result, true)) throw invalidReturn("AsyncIterable", "transform[" + (i - 1) + "]", result);
      } else {
        result = destinationOf(result, doesEnd);
      }
    } else if (isNodeStream(stream)) {
      if (isReadableNodeStream(result)) {
        pending += 2;
        const cleanup: any = join(result, stream, finish, fail, doesEnd);
        if (isReadable(stream) && isLast) atLast.push(cleanup);
      } else if (isIterable(result)) {
        pending++;
        pump(result, stream, finish, doesEnd);
      } else {
        throw invalidType(
          "val", "an instance of Readable, Iterable, AsyncIterable, ReadableStream, or TransformStream", result,
        );
      }
      result = stream;
    } else if (isWebStream(stream)) {
      throw new Error("Streams of the web are not supported yet");
    } else {
      result = duplexFrom(stream);
    }
  }
  if (signal.aborted || outer?.aborted) nextTick(abort, undefined);
  return result;

  /// The stream that has what the last function gives.
  function destinationOf(given: any, doesEnd: boolean): any {
    const through: any = new (PassThrough as any)({ objectMode: true });
    const then: any = given?.then;
    if (typeof then === "function") {
      pending++;
      then.call(given, (settled: any) => {
        value = settled;
        if (settled !== undefined && settled !== null) through.write(settled);
        if (doesEnd) through.end();
        nextTick(finish, undefined);
      }, (failure: any) => {
        through.destroy(failure);
        nextTick(finish, [failure]);
      });
    } else if (isIterable(given, true)) {
      pending++;
      pump(given, through, finish, doesEnd);
    } else {
      throw invalidReturn("AsyncIterable or Promise", "destination", given);
    }
    const guarded: any = guard(through, false, true);
    destroys.push(guarded.destroy);
    atLast.push(guarded.cleanup);
    return through;
  }
}

/// `stream/promises.pipeline`
export function pipelinePromise(...streams: any[]): Promise<any> {
  return new Promise((resolve, reject) => {
    let options: any;
    const last: any = streams[streams.length - 1];
    if (last && typeof last === "object" && !isNodeStream(last) && !isIterable(last) && !isWebStream(last)) {
      options = streams.pop();
    }
    connect(streams, (error: any, value: any) => {
      if (error) reject(error);
      else resolve(value);
    }, options);
  });
}
