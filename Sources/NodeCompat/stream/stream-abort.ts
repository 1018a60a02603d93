/// `stream.addAbortSignal`: a signal that destroys a stream.
// @optimize size
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import { validateAbortSignal } from "../prelude/validators.ts";
import { addAbortListener } from "./event-waiting.ts";
import { isNodeStream } from "./stream-checks.ts";
import { finished } from "./stream-finished.ts";

/// `stream.addAbortSignal`
export function addAbortSignal(signal: any, stream: any): any {
  if (signal === undefined || signal === null || typeof signal !== "object") {
    throw invalidType("signal", "an instance of AbortSignal", signal);
  }
  validateAbortSignal(signal, "signal");
  if (!isNodeStream(stream)) {
    throw invalidType("stream", "an instance of ReadableStream, WritableStream, or Stream", stream);
  }
  return abortWith(signal, stream);
}

/// The same without checks of the arguments.
export function abortWith(signal: any, stream: any): any {
  if (signal === null || typeof signal !== "object" || !("aborted" in signal)) return stream;
  const onAbort = (): void => {
    stream.destroy(new AbortError(undefined, { cause: signal.reason }));
  };
  if (signal.aborted) {
    onAbort();
  } else {
    const listening: any = addAbortListener(signal, onAbort);
    finished(stream, () => listening[Symbol.dispose]());
  }
  return stream;
}
