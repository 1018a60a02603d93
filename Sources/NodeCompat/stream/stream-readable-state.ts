/// The state of a readable side: `_readableState`.
// @optimize size
import { unknownEncoding } from "../prelude/buffer-encodings.ts";
import { defineDisabled, defineFlags, Flag, highWaterMarkOf, nothing } from "./stream-state.ts";
import { StringDecoder } from "./string_decoder.ts";

/// What a readable side remembers. Lists are shared empty ones until something is in them.
// @optimize speed
export class ReadableState {
  highWaterMark: number;
  buffer: any[];
  /// The first chunk of `buffer` that was not taken.
  bufferIndex: number;
  length: number;
  pipes: any[];
  /// The destination that `drain` is awaited from, or a set of them.
  awaitDrainWriters: any;
  flags: number;
  decoder: any;
  encoding: any;
  defaultEncoding: any;
  errored: any;

  constructor(options: any, isDuplex: boolean) {
    let flags = Flag.constructed | Flag.sync | Flag.emitClose | Flag.autoDestroy;
    if (options !== undefined && options !== null) {
      if (options.objectMode || (isDuplex && options.readableObjectMode)) flags |= Flag.objectMode;
      if (options.emitClose === false) flags &= ~Flag.emitClose;
      if (options.autoDestroy === false) flags &= ~Flag.autoDestroy;
    }
    this.highWaterMark = highWaterMarkOf(options, "readableHighWaterMark", isDuplex, (flags & Flag.objectMode) !== 0);
    this.buffer = nothing;
    this.bufferIndex = 0;
    this.length = 0;
    this.pipes = nothing;
    this.awaitDrainWriters = null;
    this.flags = flags;
    this.decoder = null;
    this.encoding = null;
    this.defaultEncoding = "utf8";
    this.errored = null;
    if (options !== undefined && options !== null) {
      const encoding: any = options.defaultEncoding;
      if (encoding !== undefined && encoding !== null && encoding !== "utf8" && encoding !== "utf-8") {
        if (!Buffer.isEncoding(encoding)) throw unknownEncoding(encoding);
        this.defaultEncoding = encoding;
      }
      if (options.encoding) {
        this.decoder = new StringDecoder(options.encoding);
        this.encoding = options.encoding;
      }
    }
  }
}

/// A bit with a second one that says whether the first has a value: true, false or null.
function defineMaybe(name: string, bit: number, known: number): void {
  Object.defineProperty(ReadableState.prototype, name, {
    get(this: any): any {
      return this.flags & known ? (this.flags & bit) !== 0 : null;
    },
    set(this: any, value: any): void {
      this.flags &= ~(bit | known);
      if (value !== null && value !== undefined) this.flags |= value ? bit | known : known;
    },
    enumerable: false, configurable: true,
  });
}

/// The bits as properties, which programs and libraries look at.
function complete(): void {
  defineFlags(ReadableState.prototype, {
    objectMode: Flag.objectMode, ended: Flag.ended, endEmitted: Flag.endEmitted, reading: Flag.reading,
    constructed: Flag.constructed, sync: Flag.sync, needReadable: Flag.needReadable,
    emittedReadable: Flag.emittedReadable, readableListening: Flag.readableListening,
    resumeScheduled: Flag.resumeScheduled, errorEmitted: Flag.errorEmitted, emitClose: Flag.emitClose,
    autoDestroy: Flag.autoDestroy, destroyed: Flag.destroyed, closed: Flag.closed, closeEmitted: Flag.closeEmitted,
    multiAwaitDrain: Flag.multiAwaitDrain, readingMore: Flag.readingMore, dataEmitted: Flag.dataEmitted,
  });
  defineMaybe("flowing", Flag.flowing, Flag.hasFlowing);
  defineMaybe("paused", Flag.paused, Flag.hasPaused);
  defineDisabled(ReadableState.prototype, "readable");
  Object.defineProperty(ReadableState.prototype, "pipesCount", {
    get(this: any): number {
      return this.pipes.length;
    },
    enumerable: false, configurable: true,
  });
}
complete();
