/// What the bytes of a Blob are: a list of parts, which Blobs that are made of each other share.
// @optimize size
import { bufferCopy } from "polyglot:runtime";

const bufferConstructor: any = ArrayBuffer;
const bytesConstructor: any = Uint8Array;

/// Where the bytes of a file come from.
export interface BlobFile {
  /// Fills a view with the bytes from a position on, and tells whether that was possible.
  read(target: any, position: number, done: (isRead: boolean) => void): void;
}

/// Some bytes of a view that nobody changes, or of a file.
export class BlobPart {
  /// The view, if it is no file.
  bytes: any;
  file: BlobFile | undefined;
  start: number;
  length: number;

  constructor(bytes: any, file: BlobFile | undefined, start: number, length: number) {
    this.bytes = bytes;
    this.file = file;
    this.start = start;
    this.length = length;
  }
}

/// The parts of a range of bytes.
export function slicedParts(parts: BlobPart[], start: number, end: number): BlobPart[] {
  const result: BlobPart[] = [];
  let position = 0;
  for (let i = 0; i < parts.length && position < end; i++) {
    const part = parts[i]!;
    const from = Math.max(start - position, 0);
    const to = Math.min(end - position, part.length);
    if (from < to) result.push(new BlobPart(part.bytes, part.file, part.start + from, to - from));
    position += part.length;
  }
  return result;
}

/// Copies a part to a place of a Uint8Array; `done` is told whether that was possible.
function readPart(part: BlobPart, target: any, offset: number, done: (isRead: boolean) => void): void {
  if (part.file === undefined) {
    bufferCopy(part.bytes, target, offset, part.start, part.length);
    done(true);
  } else {
    part.file.read(new bytesConstructor(target.buffer, offset, part.length), part.start, done);
  }
}

/// Calls a function behind as many jobs.
function afterJobs(count: number, callback: () => void): void {
  if (count === 0) callback();
  else queueMicrotask(() => afterJobs(count - 1, callback));
}

/// A promise of an ArrayBuffer with all bytes. As in Node each part takes a job, and each but the first another one.
export function readParts(parts: BlobPart[], size: number, failure: () => any): Promise<any> {
  return new Promise((resolve, reject) => {
    const buffer: any = new bufferConstructor(size);
    const target: any = new bytesConstructor(buffer);
    let offset = 0;
    const next = (index: number): void => {
      if (index === parts.length) return resolve(buffer);
      const part = parts[index]!;
      readPart(part, target, offset, (isRead) => {
        if (!isRead) return reject(failure());
        offset += part.length;
        afterJobs(index === parts.length - 1 ? 1 : 2, () => next(index + 1));
      });
    };
    next(0);
  });
}
