/// `stream.finished` (https://nodejs.org/api/stream.html#streamfinishedstream-options-callback).
// @optimize size
import { nextTick } from "polyglot:runtime";
import { AbortError, invalidType } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateBoolean, validateFunction, validateObject } from "../prelude/validators.ts";
import { addAbortListener } from "./event-waiting.ts";
import {
  isClosed, isNodeStream, isReadable, isReadableErrored, isReadableFinished, isReadableNodeStream, isWritable,
  isWritableErrored, isWritableFinished, isWritableNodeStream, willEmitClose,
} from "./stream-checks.ts";
import { prematureClose } from "./stream-errors.ts";

function ignore(): void {}

function isRequest(stream: any): boolean {
  return !!stream.setHeader && typeof stream.abort === "function";
}

/// `stream.finished`: calls back once when a stream is not readable and writable any more; a function that ends waiting.
export function finished(stream: any, options: any, callback?: any): any {
  let settings: any = options;
  let done: any = callback;
  if (callback === undefined) {
    done = options;
    settings = undefined;
  }
  if (settings === undefined || settings === null) settings = {};
  else validateObject(settings, "options");
  validateFunction(done, "callback");
  validateAbortSignal(settings.signal, "options.signal");
  if (!isNodeStream(stream)) {
    throw invalidType("stream", "an instance of ReadableStream, WritableStream, or Stream", stream);
  }
  let isDone = false;
  const original: any = done;
  let call: any = (error?: any): void => {
    if (isDone) return;
    isDone = true;
    if (error === undefined) original.call(stream);
    else original.call(stream, error);
  };

  const readable: boolean = settings.readable ?? isReadableNodeStream(stream);
  const writable: boolean = settings.writable ?? isWritableNodeStream(stream);
  const w: any = stream._writableState;
  const r: any = stream._readableState;
  let awaitsClose = willEmitClose(stream) && isReadableNodeStream(stream) === readable &&
    isWritableNodeStream(stream) === writable;
  let writableFinished: any = isWritableFinished(stream, false);
  let readableFinished: any = isReadableFinished(stream, false);

  const onFinish = (): void => {
    writableFinished = true;
    // A stream that is destroyed by now may not emit `close`.
    if (stream.destroyed) awaitsClose = false;
    if (awaitsClose && (!stream.writable || readable)) return;
    if (!readable || readableFinished) call();
  };
  const onLegacyFinish = (): void => {
    if (!stream.writable) onFinish();
  };
  const onEnd = (): void => {
    readableFinished = true;
    if (stream.destroyed) awaitsClose = false;
    if (awaitsClose && (!stream.readable || writable)) return;
    if (!writable || writableFinished) call();
  };
  const onError = (error: any): void => call(error);
  let isStreamClosed: any = isClosed(stream);
  const onClose = (): void => {
    isStreamClosed = true;
    const errored: any = isWritableErrored(stream) || isReadableErrored(stream);
    if (errored && typeof errored !== "boolean") return call(errored);
    if (readable && !readableFinished && isReadableNodeStream(stream, true)) {
      if (!isReadableFinished(stream, false)) return call(prematureClose());
    }
    if (writable && !writableFinished) {
      if (!isWritableFinished(stream, false)) return call(prematureClose());
    }
    call();
  };
  const onClosed = (): void => {
    isStreamClosed = true;
    const errored: any = isWritableErrored(stream) || isReadableErrored(stream);
    if (errored && typeof errored !== "boolean") call(errored);
    else call();
  };
  const onRequest = (): void => {
    stream.req.on("finish", onFinish);
  };

  if (isRequest(stream)) {
    stream.on("complete", onFinish);
    if (!awaitsClose) stream.on("abort", onClose);
    if (stream.req) onRequest();
    else stream.on("request", onRequest);
  } else if (writable && !w) {
    stream.on("end", onLegacyFinish);
    stream.on("close", onLegacyFinish);
  }
  if (!awaitsClose && typeof stream.aborted === "boolean") stream.on("aborted", onClose);
  stream.on("end", onEnd);
  stream.on("finish", onFinish);
  if (settings.error !== false) stream.on("error", onError);
  stream.on("close", onClose);

  if (isStreamClosed) {
    nextTick(onClose, undefined);
  } else if (w?.errorEmitted || r?.errorEmitted) {
    if (!awaitsClose) nextTick(onClosed, undefined);
  } else if (!readable && (!awaitsClose || isReadable(stream)) && (writableFinished || isWritable(stream) === false) &&
    (!w || w.pendingcb === undefined || w.pendingcb === 0)) {
    nextTick(onClosed, undefined);
  } else if (!writable && (!awaitsClose || isWritable(stream)) && (readableFinished || isReadable(stream) === false)) {
    nextTick(onClosed, undefined);
  } else if (r && stream.req && stream.aborted) {
    nextTick(onClosed, undefined);
  }

  const cleanup = (): void => {
    call = ignore;
    stream.removeListener("aborted", onClose);
    stream.removeListener("complete", onFinish);
    stream.removeListener("abort", onClose);
    stream.removeListener("request", onRequest);
    if (stream.req) stream.req.removeListener("finish", onFinish);
    stream.removeListener("end", onLegacyFinish);
    stream.removeListener("close", onLegacyFinish);
    stream.removeListener("finish", onFinish);
    stream.removeListener("end", onEnd);
    stream.removeListener("error", onError);
    stream.removeListener("close", onClose);
  };

  if (settings.signal && !isStreamClosed) {
    const onAbort = (): void => {
      // Waiting ends first, as the callback may look at the listeners.
      const last: any = call;
      cleanup();
      last(new AbortError(undefined, { cause: settings.signal.reason }));
    };
    if (settings.signal.aborted) {
      nextTick(onAbort, undefined);
    } else {
      const listening: any = addAbortListener(settings.signal, onAbort);
      const inner: any = call;
      call = (error?: any): void => {
        listening[Symbol.dispose]();
        inner(error);
      };
    }
  }
  return cleanup;
}

/// `stream/promises.finished`
export function finishedPromise(stream: any, options?: any): Promise<void> {
  let settings: any = options;
  let cleansUp = false;
  if (settings === undefined || settings === null) settings = {};
  if (settings.cleanup !== undefined) {
    validateBoolean(settings.cleanup, "cleanup");
    cleansUp = settings.cleanup;
  }
  return new Promise<void>((resolve, reject) => {
    const cleanup: any = finished(stream, settings, (error: any) => {
      if (cleansUp) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}
