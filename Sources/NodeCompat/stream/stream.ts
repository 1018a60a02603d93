/// `node:stream` (https://nodejs.org/api/stream.html).
// @optimize size
import { addAbortSignal } from "./stream-abort.ts";
import { Stream as StreamFunction } from "./stream-base.ts";
import { isDestroyed, isDisturbed, isErrored, isReadable, isWritable } from "./stream-checks.ts";
import { destroyer as destroy } from "./stream-destroy.ts";
import { Duplex as DuplexFunction } from "./stream-duplex.ts";
import { finished } from "./stream-finished.ts";
import { Readable as ReadableFunction } from "./stream-readable.ts";
import { getDefaultHighWaterMark, setDefaultHighWaterMark } from "./stream-state.ts";
import { PassThrough as PassThroughFunction, Transform as TransformFunction } from "./stream-transform.ts";
import { Writable as WritableFunction } from "./stream-writable.ts";

export const Duplex: any = DuplexFunction;
export const Readable: any = ReadableFunction;
export const Writable: any = WritableFunction;
export const Transform: any = TransformFunction;
export const PassThrough: any = PassThroughFunction;
export const Stream: any = StreamFunction;
export {
  addAbortSignal, destroy, finished, getDefaultHighWaterMark, isDestroyed, isDisturbed, isErrored, isReadable,
  isWritable, setDefaultHighWaterMark,
};
