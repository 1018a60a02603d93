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
import { forwardReads, forwardWrites } from "./stream-forward.ts";
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
  let writes: any;
  let forgetReads: any;
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
    writes = forwardWrites(stream, head);
    finished(tail, writes.finish);
  }
  if (readable) forgetReads = forwardReads(stream, tail);
  stream._destroy = function (cause: any, callback: any): void {
    const error: any = !cause && onClose !== null ? new AbortError() : cause;
    forgetReads?.();
    writes?.forget();
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
