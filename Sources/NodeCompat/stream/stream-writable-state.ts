/// The state of a writable side: `_writableState`.
import { unknownEncoding } from "../prelude/buffer-encodings.ts";
import { defineDisabled, defineFlags, Flag, highWaterMarkOf, nothing } from "./stream-state.ts";

/// What a writable side remembers. Lists are shared empty ones until something is in them.
export class WritableState {
  highWaterMark: number;
  length: number;
  corked: number;
  /// The callback of all writes, made for the first one.
  onwrite: any;
  /// The length and callback of the write that is going on.
  writelen: number;
  writecb: any;
  /// What waits to be written: chunk, encoding and callback in turn, from `bufferedIndex` on.
  buffered: any[];
  bufferedIndex: number;
  pendingcb: number;
  flags: number;
  /// Writes that were done at once and share a callback, which are told together.
  afterWrite: any;
  onFinished: any[];
  defaultEncoding: any;
  errored: any;
  /// The transformation of a Transform, made for the first write.
  transformation: any;

  constructor(options: any, isDuplex: boolean) {
    let flags = Flag.constructed | Flag.sync | Flag.emitClose | Flag.autoDestroy | Flag.decodeStrings |
      Flag.allBuffers | Flag.allUnawaited;
    let encoding: any = "utf8";
    if (options !== undefined && options !== null) {
      if (options.objectMode || (isDuplex && options.writableObjectMode)) flags |= Flag.objectMode;
      if (options.emitClose === false) flags &= ~Flag.emitClose;
      if (options.autoDestroy === false) flags &= ~Flag.autoDestroy;
      if (options.decodeStrings === false) flags &= ~Flag.decodeStrings;
      const name: any = options.defaultEncoding;
      if (name) {
        if (!Buffer.isEncoding(name)) throw unknownEncoding(name);
        encoding = name;
      }
    }
    this.highWaterMark = highWaterMarkOf(options, "writableHighWaterMark", isDuplex, (flags & Flag.objectMode) !== 0);
    this.length = 0;
    this.corked = 0;
    this.onwrite = undefined;
    this.writelen = 0;
    this.writecb = null;
    this.buffered = nothing;
    this.bufferedIndex = 0;
    this.pendingcb = 0;
    this.flags = flags;
    this.afterWrite = null;
    this.onFinished = nothing;
    this.defaultEncoding = encoding;
    this.errored = null;
    this.transformation = null;
  }

  /// What waits to be written as objects.
  getBuffer(): any[] {
    return chunksOf(this.buffered, this.bufferedIndex);
  }

  get bufferedRequestCount(): number {
    return (this.buffered.length - this.bufferedIndex) / 3;
  }
}

/// A list of chunk, encoding and callback in turn as the objects that `_writev` gets.
export function chunksOf(buffered: any[], from: number): any[] {
  const chunks: any[] = [];
  for (let i = from; i < buffered.length; i += 3) {
    chunks.push({ chunk: buffered[i], encoding: buffered[i + 1], callback: buffered[i + 2] });
  }
  return chunks;
}

/// The bits as properties, which programs and libraries look at.
function complete(): void {
  defineFlags(WritableState.prototype, {
    objectMode: Flag.objectMode, finalCalled: Flag.finalCalled, needDrain: Flag.needDrain, ending: Flag.ending,
    ended: Flag.ended, finished: Flag.finished, destroyed: Flag.destroyed, decodeStrings: Flag.decodeStrings,
    writing: Flag.writing, sync: Flag.sync, bufferProcessing: Flag.bufferProcessing, constructed: Flag.constructed,
    prefinished: Flag.prefinished, errorEmitted: Flag.errorEmitted, emitClose: Flag.emitClose,
    autoDestroy: Flag.autoDestroy, closed: Flag.closed, closeEmitted: Flag.closeEmitted,
    allBuffers: Flag.allBuffers, allNoop: Flag.allUnawaited,
  });
  defineDisabled(WritableState.prototype, "writable");
}
complete();
