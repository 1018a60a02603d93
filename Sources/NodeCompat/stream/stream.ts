/// `node:stream` (https://nodejs.org/api/stream.html): the class `Stream` with everything else as its properties.
// @optimize size
import * as promises from "./stream/promises.ts";
import { addAbortSignal } from "./stream-abort.ts";
import { Stream as StreamFunction } from "./stream-base.ts";
import { isDestroyed, isDisturbed, isErrored, isReadable, isWritable } from "./stream-checks.ts";
import { compose } from "./stream-compose.ts";
import { destroyer as destroy } from "./stream-destroy.ts";
import { Duplex as DuplexFunction } from "./stream-duplex.ts";
import { finished } from "./stream-finished.ts";
import { duplexPair, withMethods } from "./stream-methods.ts";
import { pipeline } from "./stream-pipeline.ts";
import { bytesOf } from "./stream-readable-buffer.ts";
import { Readable as ReadableFunction } from "./stream-readable.ts";
import { getDefaultHighWaterMark, setDefaultHighWaterMark } from "./stream-state.ts";
import { PassThrough as PassThroughFunction, Transform as TransformFunction } from "./stream-transform.ts";
import { Writable as WritableFunction } from "./stream-writable.ts";

export const Duplex: any = withMethods(DuplexFunction);
export const Readable: any = withMethods(ReadableFunction);
export const Writable: any = withMethods(WritableFunction);
export const Transform: any = withMethods(TransformFunction);
export const PassThrough: any = withMethods(PassThroughFunction);
export {
  addAbortSignal, compose, destroy, duplexPair, finished, getDefaultHighWaterMark, isDestroyed, isDisturbed, isErrored,
  isReadable, isWritable, pipeline, promises, setDefaultHighWaterMark,
};
export function _isArrayBufferView(value: any): boolean {
  return ArrayBuffer.isView(value);
}
export function _isUint8Array(value: any): boolean {
  return value instanceof Uint8Array;
}
export function _uint8ArrayToBuffer(chunk: any): any {
  return bytesOf(chunk);
}

/// The class with what `require("stream")` has.
function complete(): any {
  const target: any = StreamFunction;
  if (target.Stream !== undefined) return target;
  target.isDestroyed = isDestroyed;
  target.isDisturbed = isDisturbed;
  target.isErrored = isErrored;
  target.isReadable = isReadable;
  target.isWritable = isWritable;
  target.Readable = Readable;
  target.Writable = Writable;
  target.Duplex = Duplex;
  target.Transform = Transform;
  target.PassThrough = PassThrough;
  target.duplexPair = duplexPair;
  target.pipeline = pipeline;
  target.addAbortSignal = addAbortSignal;
  target.finished = finished;
  target.destroy = destroy;
  target.compose = compose;
  target.setDefaultHighWaterMark = setDefaultHighWaterMark;
  target.getDefaultHighWaterMark = getDefaultHighWaterMark;
  target.promises = promises.default;
  target.Stream = target;
  target._isArrayBufferView = _isArrayBufferView;
  target._isUint8Array = _isUint8Array;
  target._uint8ArrayToBuffer = _uint8ArrayToBuffer;
  const custom: any = Symbol.for("nodejs.util.promisify.custom");
  Object.defineProperty(pipeline, custom, { get: () => promises.pipeline, enumerable: true, configurable: true });
  Object.defineProperty(finished, custom, { get: () => promises.finished, enumerable: true, configurable: true });
  return target;
}

/// The class as programs get it.
export const Stream: any = complete();
export default Stream;
