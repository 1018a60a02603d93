/// `stream.compose`: several streams, one behind the other, as one.
// @optimize size
import { AbortError, invalidValue, missingArguments } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateObject } from "../prelude/validators.ts";
import { abortWith } from "./stream-abort.ts";
import { isNodeStream, isReadable, isWritable } from "./stream-checks.ts";
import { destroyer } from "./stream-destroy.ts";
import { Duplex } from "./stream-duplex.ts";
import { duplexFrom } from "./stream-duplex-from.ts";
import { finished } from "./stream-finished.ts";
import { pipeline } from "./stream-pipeline.ts";

/// `stream.compose`
export function compose(...streams: any[]): any {
  if (streams.length === 0) throw missingArguments(["streams"]);
  if (streams.length === 1) return duplexFrom(streams[0]);
  const given = streams.slice();
  const last = streams.length - 1;
  if (typeof streams[0] === "function") streams[0] = duplexFrom(streams[0]);
  if (typeof streams[last] === "function") streams[last] = duplexFrom(streams[last]);
  for (let i = 0; i <= last; i++) {
    if (!isNodeStream(streams[i])) continue;
    if (i < last && !isReadable(streams[i])) throw invalidValue("streams[" + i + "]", given[i], "must be readable");
    if (i > 0 && !isWritable(streams[i])) throw invalidValue("streams[" + i + "]", given[i], "must be writable");
  }
  let onDrain: any = null;
  let onFinish: any = null;
  let onReadable: any = null;
  let onClose: any;
  const settle = (error?: any): void => {
    const callback: any = onClose;
    onClose = null;
    if (callback) callback(error);
    else if (error) stream.destroy(error);
    else if (!readable && !writable) stream.destroy();
  };
  const head: any = streams[0];
  const tail: any = pipeline(...streams, settle);
  const writable = !!isWritable(head);
  const readable = !!isReadable(tail);
  const stream: any = new (Duplex as any)({
    writableObjectMode: !!head?.writableObjectMode, readableObjectMode: !!tail?.readableObjectMode, writable, readable,
  });
  if (writable) {
    stream._write = function (chunk: any, encoding: any, callback: any): void {
      if (head.write(chunk, encoding)) callback();
      else onDrain = callback;
    };
    stream._final = function (callback: any): void {
      head.end();
      onFinish = callback;
    };
    head.on("drain", () => {
      const callback: any = onDrain;
      onDrain = null;
      if (callback) callback();
    });
    finished(tail, () => {
      const callback: any = onFinish;
      onFinish = null;
      if (callback) callback();
    });
  }
  if (readable) {
    tail.on("readable", () => {
      const callback: any = onReadable;
      onReadable = null;
      if (callback) callback();
    });
    tail.on("end", () => stream.push(null));
    stream._read = function (): void {
      while (true) {
        const chunk: any = tail.read();
        if (chunk === null) {
          onReadable = stream._read;
          return;
        }
        if (!stream.push(chunk)) return;
      }
    };
  }
  stream._destroy = function (cause: any, callback: any): void {
    const error: any = !cause && onClose !== null ? new AbortError() : cause;
    onReadable = onDrain = onFinish = null;
    if (isNodeStream(tail)) destroyer(tail, error);
    if (onClose === null) callback(error);
    else onClose = callback;
  };
  return stream;
}

/// `readable.compose`
export function composeWith(this: any, stream: any, options?: any): any {
  if (options !== undefined && options !== null) validateObject(options, "options");
  if (options?.signal !== undefined && options.signal !== null) validateAbortSignal(options.signal, "options.signal");
  if (isNodeStream(stream) && !isWritable(stream)) throw invalidValue("stream", stream, "must be writable");
  const composed: any = compose(this, stream);
  if (options?.signal) abortWith(options.signal, composed);
  return composed;
}
