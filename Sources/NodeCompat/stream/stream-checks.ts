/// What is known about streams from outside, also of those that are not ours
/// (https://nodejs.org/api/stream.html#streamisreadablestream). Undefined or null stands for what cannot be known.
// @optimize size
const isErroredSymbol: any = Symbol.for("nodejs.stream.errored");
const isReadableSymbol: any = Symbol.for("nodejs.stream.readable");
const isWritableSymbol: any = Symbol.for("nodejs.stream.writable");
const isDisturbedSymbol: any = Symbol.for("nodejs.stream.disturbed");
const isDestroyedSymbol: any = Symbol.for("nodejs.stream.destroyed");

export function isReadableNodeStream(stream: any, isStrict = false): boolean {
  return !!(
    stream && typeof stream.pipe === "function" && typeof stream.on === "function" &&
    (!isStrict || (typeof stream.pause === "function" && typeof stream.resume === "function")) &&
    (!stream._writableState || stream._readableState?.readable !== false) &&
    (!stream._writableState || stream._readableState)
  );
}

export function isWritableNodeStream(stream: any): boolean {
  return !!(
    stream && typeof stream.write === "function" && typeof stream.on === "function" &&
    (!stream._readableState || stream._writableState?.writable !== false)
  );
}

export function isDuplexNodeStream(stream: any): boolean {
  return !!(
    stream && typeof stream.pipe === "function" && stream._readableState && typeof stream.on === "function" &&
    typeof stream.write === "function"
  );
}

export function isNodeStream(stream: any): boolean {
  return !!(
    stream && (stream._readableState || stream._writableState ||
      (typeof stream.write === "function" && typeof stream.on === "function") ||
      (typeof stream.pipe === "function" && typeof stream.on === "function"))
  );
}

/// Whether a value is a stream of the web, of which there are none here.
export function isWebStream(value: any): boolean {
  return !!(value && !isNodeStream(value) && (
    (typeof value.pipeThrough === "function" && typeof value.getReader === "function") ||
    (typeof value.getWriter === "function" && typeof value.abort === "function") ||
    (typeof value.readable === "object" && typeof value.writable === "object")
  ));
}

export function isIterable(value: any, isAsync?: boolean): boolean {
  if (value === undefined || value === null) return false;
  if (isAsync === true) return typeof value[Symbol.asyncIterator] === "function";
  if (isAsync === false) return typeof value[Symbol.iterator] === "function";
  return typeof value[Symbol.asyncIterator] === "function" || typeof value[Symbol.iterator] === "function";
}

/// `stream.isDestroyed`
export function isDestroyed(stream: any): any {
  if (!isNodeStream(stream)) return null;
  const state: any = stream._writableState || stream._readableState;
  return !!(stream.destroyed || stream[isDestroyedSymbol] || state?.destroyed);
}

export function isWritableEnded(stream: any): any {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableEnded === true) return true;
  const w: any = stream._writableState;
  if (w?.errored) return false;
  return typeof w?.ended !== "boolean" ? null : w.ended;
}

export function isWritableFinished(stream: any, isStrict?: boolean): any {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableFinished === true) return true;
  const w: any = stream._writableState;
  if (w?.errored) return false;
  if (typeof w?.finished !== "boolean") return null;
  return !!(w.finished || (isStrict === false && w.ended === true && w.length === 0));
}

export function isReadableEnded(stream: any): any {
  if (!isReadableNodeStream(stream)) return null;
  if (stream.readableEnded === true) return true;
  const r: any = stream._readableState;
  if (!r || r.errored) return false;
  return typeof r?.ended !== "boolean" ? null : r.ended;
}

export function isReadableFinished(stream: any, isStrict?: boolean): any {
  if (!isReadableNodeStream(stream)) return null;
  const r: any = stream._readableState;
  if (r?.errored) return false;
  if (typeof r?.endEmitted !== "boolean") return null;
  return !!(r.endEmitted || (isStrict === false && r.ended === true && r.length === 0));
}

/// `stream.isReadable`
export function isReadable(stream: any): any {
  const known: any = stream?.[isReadableSymbol];
  if (known !== undefined && known !== null) return known;
  if (typeof stream?.readable !== "boolean") return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !isReadableFinished(stream);
}

/// `stream.isWritable`
export function isWritable(stream: any): any {
  const known: any = stream?.[isWritableSymbol];
  if (known !== undefined && known !== null) return known;
  if (typeof stream?.writable !== "boolean") return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !isWritableEnded(stream);
}

/// Whether nothing more is to be expected of either side.
export function isFinished(stream: any, options?: any): any {
  if (!isNodeStream(stream)) return null;
  if (isDestroyed(stream)) return true;
  if (options?.readable !== false && isReadable(stream)) return false;
  if (options?.writable !== false && isWritable(stream)) return false;
  return true;
}

export function isWritableErrored(stream: any): any {
  if (!isNodeStream(stream)) return null;
  if (stream.writableErrored) return stream.writableErrored;
  return stream._writableState?.errored ?? null;
}

export function isReadableErrored(stream: any): any {
  if (!isNodeStream(stream)) return null;
  if (stream.readableErrored) return stream.readableErrored;
  return stream._readableState?.errored ?? null;
}

export function isClosed(stream: any): any {
  if (!isNodeStream(stream)) return null;
  if (typeof stream.closed === "boolean") return stream.closed;
  const w: any = stream._writableState;
  const r: any = stream._readableState;
  if (typeof w?.closed === "boolean" || typeof r?.closed === "boolean") return w?.closed || r?.closed;
  if (typeof stream._closed === "boolean" && isOutgoingMessage(stream)) return stream._closed;
  return null;
}

function isOutgoingMessage(stream: any): boolean {
  return typeof stream._closed === "boolean" && typeof stream._defaultKeepAlive === "boolean" &&
    typeof stream._removedConnection === "boolean" && typeof stream._removedContLen === "boolean";
}

export function isServerResponse(stream: any): boolean {
  return typeof stream._sent100 === "boolean" && isOutgoingMessage(stream);
}

/// Whether `close` is to be expected.
export function willEmitClose(stream: any): any {
  if (!isNodeStream(stream)) return null;
  const w: any = stream._writableState;
  const r: any = stream._readableState;
  const state: any = w || r;
  if (!state) return isServerResponse(stream);
  return !!(state.autoDestroy && state.emitClose && state.closed === false);
}

/// `stream.isDisturbed`
export function isDisturbed(stream: any): boolean {
  return !!(stream && (stream[isDisturbedSymbol] ?? (stream.readableDidRead || stream.readableAborted)));
}

/// `stream.isErrored`
export function isErrored(stream: any): boolean {
  return !!(stream && (stream[isErroredSymbol] ?? stream.readableErrored ?? stream.writableErrored ??
    stream._readableState?.errorEmitted ?? stream._writableState?.errorEmitted ??
    stream._readableState?.errored ?? stream._writableState?.errored));
}
