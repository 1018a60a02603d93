/// Standard streams as streams (https://nodejs.org/api/process.html#process-io): outputs are written at once, the input is
/// read as a file, or when the loop sees that there is something.
// @optimize size
import { fsCall, stdinWatch } from "polyglot:runtime";
import { errnoException, systemError } from "../prelude/node-errors.ts";
import { ReadStream } from "./fs-streams.ts";
import { Readable, Writable } from "./stream.ts";

/// Operations of src/fs/request.h.
const READ = 2;
const FSTAT = 6;
const WRITE_FILE = 32;
/// The kinds of files in modes.
const KIND = 0o170000;
const CHARACTERS = 0o020000;
const REGULAR = 0o100000;
const EAGAIN = -11;

/// Whether a descriptor is a file, and not a pipe, socket or terminal.
function isFile(fd: number): boolean {
  const stat: any = fsCall(FSTAT, fd, 0, 0, 0, 0, undefined);
  if (typeof stat === "number") return false;
  const kind = stat[1] & KIND;
  return kind === REGULAR || kind === CHARACTERS;
}

/// The class of outputs, whose prototype stands between them and Writable's.
function OutputStream(this: any): void {
  Writable.call(this, { decodeStrings: false });
}
Object.setPrototypeOf(OutputStream.prototype, Writable.prototype);

OutputStream.prototype._write = function (this: any, chunk: any, encoding: any, callback: any): void {
  const isText = typeof chunk === "string";
  const data: any = isText && encoding !== "utf8" && encoding !== "utf-8" ? Buffer.from(chunk, encoding) : chunk;
  const result: any = fsCall(WRITE_FILE, this.fd, data, 0, 1, 0, undefined);
  if (typeof result !== "number" || result >= 0) {
    callback();
    return;
  }
  const error: any = systemError(result, "write");
  // In the short form of Node's pipes.
  callback(error.code === "EPIPE" ? errnoException(result, "write") : error);
};

/// Nothing is closed: others may go on writing.
OutputStream.prototype._destroy = function (this: any, error: any, callback: any): void {
  callback(error);
  this._undestroy();
};

/// Gives the prototype of a class the methods that are of terminals only.
function inherit(prototype: any, name: string): void {
  const names = name === "standardOutput"
    ? ["getWindowSize", "getColorDepth", "hasColors", "clearLine", "clearScreenDown", "cursorTo", "moveCursor"]
    : ["setRawMode"];
  const rows: any = (process as any)[name];
  for (const key of names) {
    const descriptor: any = Object.getOwnPropertyDescriptor(rows, key);
    if (descriptor !== undefined) Object.defineProperty(prototype, key, descriptor);
  }
}

/// Makes a stream of an output, unless it is one.
export function makeWritable(output: any): any {
  if (Object.getPrototypeOf(output) === OutputStream.prototype) return output;
  delete output.write;
  delete output.writable;
  if (output.isTTY) inherit(OutputStream.prototype, "standardOutput");
  Object.setPrototypeOf(output, OutputStream.prototype);
  (OutputStream as any).call(output);
  return output;
}

/// The class of an input that is no file.
function InputStream(this: any): void {
  Readable.call(this, { highWaterMark: 65536 });
}
Object.setPrototypeOf(InputStream.prototype, Readable.prototype);

/// Reads what there is, and goes on waiting if there is room for more.
function readInput(input: any): void {
  const bytes: any = Buffer.allocUnsafeSlow(65536);
  const count: any = fsCall(READ, 0, bytes, 0, 65536, undefined, undefined);
  if (count === EAGAIN) return;
  if (count > 0) {
    input.bytesRead += count;
    if (!input.push(Buffer.from(bytes.subarray(0, count)))) setReading(input, false);
    return;
  }
  setReading(input, false);
  if (count < 0) input.destroy(systemError(count, "read"));
  else input.push(null);
}

function setReading(input: any, isReading: boolean): void {
  if (input.isReadingNow === isReading) return;
  input.isReadingNow = isReading;
  stdinWatch(isReading ? input.onReadiness : undefined);
}

/// A paused input does not keep the program going: what it is asked for meanwhile is read when it is resumed.
InputStream.prototype._read = function (this: any): void {
  if (this._readableState.paused !== true) setReading(this, true);
};

InputStream.prototype._destroy = function (this: any, error: any, callback: any): void {
  setReading(this, false);
  callback(error);
};

InputStream.prototype.ref = function (this: any): any {
  return this;
};
InputStream.prototype.unref = function (this: any): any {
  setReading(this, false);
  return this;
};

/// Makes a stream of the input, unless it is one.
export function makeReadable(input: any): any {
  if (Object.getPrototypeOf(input) !== (process as any).standardInput) return input;
  if (!input.isTTY && isFile(0)) {
    Object.setPrototypeOf(input, ReadStream.prototype);
    (ReadStream as any).call(input, null, { fd: 0, autoClose: false });
    return input;
  }
  if (input.isTTY) inherit(InputStream.prototype, "standardInput");
  Object.setPrototypeOf(input, InputStream.prototype);
  (InputStream as any).call(input);
  const define = (name: string, value: any): void => {
    Object.defineProperty(input, name, { value, writable: true, configurable: true });
  };
  define("bytesRead", 0);
  define("isReadingNow", false);
  define("onReadiness", () => readInput(input));
  input.on("pause", () => setReading(input, false));
  input.on("resume", () => {
    if (input._readableState.reading && !input.destroyed) setReading(input, true);
  });
  return input;
}
