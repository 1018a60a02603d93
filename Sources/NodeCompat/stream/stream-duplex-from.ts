/// `Duplex.from`: whatever can be read, written, or both as one stream.
// @optimize size
import { nextTick } from "polyglot:runtime";
import { blobOperations } from "../prelude/blob-operations.ts";
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import {
  isDuplexNodeStream, isIterable, isNodeStream, isReadable, isReadableNodeStream, isWritable, isWritableNodeStream,
} from "./stream-checks.ts";
import { destroyer } from "./stream-destroy.ts";
import { Duplex } from "./stream-duplex.ts";
import { invalidReturn } from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";
import { forwardReads, forwardWrites } from "./stream-forward.ts";
import { streamFrom } from "./stream-from.ts";
import { Readable } from "./stream-readable.ts";
import { wrapped } from "./stream-wrap.ts";
import { Flag } from "./stream-state.ts";

/// The class of the results, which are quite ended where a side is missing.
function Duplexify(this: any, options?: any): void {
  (Duplex as any).call(this, options);
  if (options?.readable === false) this._readableState.flags |= Flag.disabled | Flag.ended | Flag.endEmitted;
  if (options?.writable === false) {
    this._writableState.flags |= Flag.disabled | Flag.ending | Flag.ended | Flag.finished;
  }
}
Object.setPrototypeOf(Duplexify.prototype, Duplex.prototype);
Object.setPrototypeOf(Duplexify, Duplex as any);

/// `Duplex.from`
export function duplexFrom(body: any, name = "body"): any {
  if (isDuplexNodeStream(body)) return body;
  if (isReadableNodeStream(body)) return combine(body, undefined);
  if (isWritableNodeStream(body)) return combine(undefined, body);
  if (isNodeStream(body)) return combine(undefined, undefined);
  if (typeof body === "function") return fromFunction(body, name);
  const bytes: any = blobOperations?.read(body);
  if (bytes !== undefined) return duplexFrom(bytes);
  if (isIterable(body)) return streamFrom(Duplexify, body, { objectMode: true, writable: false });
  if (typeof body?.writable === "object" || typeof body?.readable === "object") {
    const { readable, writable } = body;
    return combine(
      !readable || isReadableNodeStream(readable) ? readable || undefined : duplexFrom(readable),
      !writable || isWritableNodeStream(writable) ? writable || undefined : duplexFrom(writable),
    );
  }
  const then: any = body?.then;
  if (typeof then === "function") {
    const stream: any = new (Duplexify as any)({ objectMode: true, writable: false, read() {} });
    then.call(body, (value: any) => {
      if (value !== undefined && value !== null) stream.push(value);
      stream.push(null);
    }, (error: any) => destroyer(stream, error));
    return stream;
  }
  throw invalidType(
    name, "of type function or an instance of Blob, ReadableStream, WritableStream, Stream, Iterable, AsyncIterable, " +
    "{ readable, writable } pair, or Promise", body,
  );
}

/// A function of an asynchronous iterable of what is written.
function fromFunction(body: any, name: string): any {
  let resolve: any;
  let promise: any = new Promise((settle) => {
    resolve = settle;
  });
  const controller = new AbortController();
  const signal: any = controller.signal;
  async function* written(): any {
    while (true) {
      const current: any = promise;
      promise = null;
      const { chunk, done, callback }: any = await current;
      nextTick(callback, undefined);
      if (done) return;
      if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
      promise = new Promise((settle) => {
        resolve = settle;
      });
      yield chunk;
    }
  }
  const tell = (message: any): void => {
    const settle: any = resolve;
    resolve = null;
    settle(message);
  };
  const write = (chunk: any, _encoding: any, callback: any): void => tell({ chunk, done: false, callback });
  const final = (callback: any): void => tell({ done: true, callback });
  const destroy = (error: any, callback: any): void => {
    controller.abort();
    callback(error);
  };
  const value: any = body(written(), { signal });
  if (isIterable(value)) return streamFrom(Duplexify, value, { objectMode: true, write, final, destroy });
  const then: any = value?.then;
  if (typeof then === "function") {
    let stream: any;
    const settled: any = then.call(value, (result: any) => {
      if (result !== undefined && result !== null) throw invalidReturn("nully", "body", result);
    }, (error: any) => destroyer(stream, error));
    stream = new (Duplexify as any)({
      objectMode: true,
      readable: false,
      write,
      final(callback: any): void {
        final(async () => {
          try {
            await settled;
            nextTick(callback, [null]);
          } catch (error) {
            nextTick(callback, [error]);
          }
        });
      },
      destroy,
    });
    return stream;
  }
  throw invalidReturn("Iterable, AsyncIterable or AsyncFunction", name, value);
}

/// A readable and a writable stream as one.
function combine(readableStream: any, writableStream: any): any {
  const r: any = readableStream && typeof readableStream.read !== "function"
    ? wrapped(Readable, readableStream, undefined)
    : readableStream;
  const w: any = writableStream;
  let writes: any;
  let forgetReads: any;
  let onClose: any;
  const settle = (error?: any): void => {
    const callback: any = onClose;
    onClose = null;
    if (callback) callback(error);
    else if (error) stream.destroy(error);
  };
  const readable = !!isReadable(r);
  const writable = !!isWritable(w);
  const stream: any = new (Duplexify as any)({
    readableObjectMode: !!r?.readableObjectMode, writableObjectMode: !!w?.writableObjectMode, readable, writable,
  });
  if (writable) {
    finished(w, (error: any) => {
      if (error) destroyer(r, error);
      settle(error);
    });
    writes = forwardWrites(stream, w);
    w.on("finish", writes.finish);
  }
  if (readable) {
    finished(r, (error: any) => {
      if (error) destroyer(r, error);
      settle(error);
    });
    forgetReads = forwardReads(stream, r);
  }
  stream._destroy = function (cause: any, callback: any): void {
    const error: any = !cause && onClose !== null ? new AbortError() : cause;
    forgetReads?.();
    writes?.forget();
    if (onClose === null) {
      callback(error);
    } else {
      onClose = callback;
      destroyer(w, error);
      destroyer(r, error);
    }
  };
  return stream;
}
