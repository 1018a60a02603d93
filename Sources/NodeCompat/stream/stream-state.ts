/// What the two sides of a stream remember, and the defaults they share.
import { invalidValue, outOfRange } from "../prelude/node-errors.ts";
import { validateInteger } from "../prelude/validators.ts";

/// The facts about a side of a stream that are true or false, as bits of its `flags`.
export const enum Flag {
  // Both sides.
  objectMode = 1,
  constructed = 1 << 1,
  sync = 1 << 2,
  errorEmitted = 1 << 3,
  emitClose = 1 << 4,
  autoDestroy = 1 << 5,
  destroyed = 1 << 6,
  closed = 1 << 7,
  closeEmitted = 1 << 8,
  ended = 1 << 9,
  /// Whether `errored` has a value.
  errored = 1 << 10,
  /// The side was switched off, by an option or an assignment to `readable` or `writable`.
  disabled = 1 << 11,

  // Readable.
  endEmitted = 1 << 12,
  reading = 1 << 13,
  needReadable = 1 << 14,
  emittedReadable = 1 << 15,
  readableListening = 1 << 16,
  resumeScheduled = 1 << 17,
  multiAwaitDrain = 1 << 18,
  readingMore = 1 << 19,
  dataEmitted = 1 << 20,
  dataListening = 1 << 21,
  /// `flowing` is true, or false if only the second is set; null without either. `paused` is the same.
  flowing = 1 << 22,
  hasFlowing = 1 << 23,
  paused = 1 << 24,
  hasPaused = 1 << 25,

  // Writable, with numbers of their own.
  needDrain = 1 << 12,
  ending = 1 << 13,
  finished = 1 << 14,
  prefinished = 1 << 15,
  finalCalled = 1 << 16,
  decodeStrings = 1 << 17,
  writing = 1 << 18,
  expectWrite = 1 << 19,
  bufferProcessing = 1 << 20,
  afterWritePending = 1 << 21,
  /// All that is buffered are bytes, and nobody waits for any of it.
  allBuffers = 1 << 22,
  allUnawaited = 1 << 23,
}

let defaultBytes = 65536;
let defaultObjects = 16;

/// `stream.getDefaultHighWaterMark`
export function getDefaultHighWaterMark(objectMode?: any): number {
  return objectMode ? defaultObjects : defaultBytes;
}

/// `stream.setDefaultHighWaterMark`
export function setDefaultHighWaterMark(objectMode: any, value: any): void {
  validateInteger(value, "value", 0);
  if (objectMode) defaultObjects = value;
  else defaultBytes = value;
}

/// The limit that the options of a side say; `key` names the option for one side of a duplex.
export function highWaterMarkOf(options: any, key: string, isDuplex: boolean, objectMode: boolean): number {
  if (options === undefined || options === null) return objectMode ? defaultObjects : defaultBytes;
  let value: any = options.highWaterMark;
  if ((value === undefined || value === null) && isDuplex) value = options[key];
  if (value === undefined || value === null) return objectMode ? defaultObjects : defaultBytes;
  if (!Number.isInteger(value) || value < 0) {
    throw invalidValue(isDuplex ? "options." + key : "options.highWaterMark", value, "is invalid");
  }
  return value;
}

/// What a list is before something is in it, so that idle streams have none.
export const nothing: any[] = [];

/// A new limit for a `read` of more than the limit.
export function largerHighWaterMark(count: number): number {
  if (count > 0x40000000) throw outOfRange("size", "<= 1GiB", count);
  let limit = 1;
  while (limit < count) limit *= 2;
  return limit;
}

/// Defines properties of states that read one bit.
export function defineFlags(prototype: any, flags: any): void {
  for (const name of Object.keys(flags)) {
    const bit: number = flags[name];
    Object.defineProperty(prototype, name, {
      get(this: any): boolean {
        return (this.flags & bit) !== 0;
      },
      set(this: any, value: any): void {
        if (value) this.flags |= bit;
        else this.flags &= ~bit;
      },
      enumerable: false, configurable: true,
    });
  }
}

/// Defines the property that is false for a side which a stream was made without.
export function defineDisabled(prototype: any, name: string): void {
  Object.defineProperty(prototype, name, {
    get(this: any): any {
      return this.flags & Flag.disabled ? false : undefined;
    },
    set(this: any, value: any): void {
      if (value === false) this.flags |= Flag.disabled;
      else this.flags &= ~Flag.disabled;
    },
    enumerable: false, configurable: true,
  });
}
