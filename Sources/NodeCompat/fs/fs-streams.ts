/// `fs.ReadStream` and `fs.WriteStream` (https://nodejs.org/api/fs.html#class-fsreadstream): files as streams. Functions
/// with prototypes rather than classes, since programs also call them as such.
// @optimize size
import { errorOrDestroy } from "./stream-destroy.ts";
import { notImplemented, streamDestroyed } from "./stream-errors.ts";
import { finished } from "./stream-finished.ts";
import { Readable, Writable } from "./stream.ts";
import { checkPath, optionsOf } from "./fs-arguments.ts";
import { FileHandle } from "./fs-handle.ts";
import * as operations from "./fs-operations.ts";
import { codedError, invalidType, outOfRange } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction, validateInteger } from "../prelude/validators.ts";

/// The functions that the options give instead of the system's, if any.
const given: unique symbol = Symbol("kFs") as any;
/// The operation that is going on, and what follows it.
const current: unique symbol = Symbol("kIsPerformingIO") as any;
/// Emitted at the end of the last operation of a stream that was destroyed meanwhile.
const ioDone: unique symbol = Symbol("kIoDone") as any;

/// The functions of a FileHandle as those of `fs`.
function handleOperations(handle: any): any {
  return {
    open(path: any, flags: any, mode: any, callback: any): void {
      throw notImplemented("open()");
    },
    read(fd: any, buffer: any, offset: any, length: any, position: any, callback: any): void {
      handle.read(buffer, offset, length, position).then(
        (result: any) => process.nextTick(callback, null, result.bytesRead, result.buffer),
        (error: any) => process.nextTick(callback, error),
      );
    },
    write(fd: any, buffer: any, offset: any, length: any, position: any, callback: any): void {
      handle.write(buffer, offset, length, position).then(
        (result: any) => process.nextTick(callback, null, result.bytesWritten, result.buffer),
        (error: any) => process.nextTick(callback, error),
      );
    },
    fsync(fd: any, callback: any): void {
      handle.sync().then(() => process.nextTick(callback, null), (error: any) => process.nextTick(callback, error));
    },
    close(fd: any, callback: any): void {
      handle.close().then(() => process.nextTick(callback, null), (error: any) => process.nextTick(callback, error));
    },
  };
}

/// Takes the file from a path or the options.
function setFile(stream: any, path: any, options: any, flags: string): void {
  const fd: any = options.fd;
  stream[given] = options.fs;
  stream[current] = undefined;
  if (fd === undefined || fd === null) {
    stream.fd = null;
    if (options.fs) validateFunction(options.fs.open, "options.fs.open");
    stream.path = path !== null && typeof path === "object" && path.href ? checkPath(path) : path;
    stream.flags = options.flags === undefined ? flags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : options.mode;
    checkPath(stream.path);
    return;
  }
  if (typeof fd === "number") {
    validateInteger(fd, "fd", 0, 2147483647);
    stream.fd = fd;
  } else if (fd instanceof FileHandle) {
    if (options.fs) throw notImplemented("FileHandle with fs");
    stream[given] = handleOperations(fd);
    stream.fd = fd.fd;
  } else {
    throw invalidType("options.fd", "of type number or an instance of FileHandle", fd);
  }
}

/// The options of both classes.
function settingsOf(options: any): any {
  const settings: any = { ...optionsOf(options) };
  if (typeof options === "string") settings.encoding = options;
  settings.autoDestroy = settings.autoClose === undefined ? true : settings.autoClose;
  return settings;
}

/// `_construct` of both: opens the file.
function open(this: any, callback: any): void {
  if (typeof this.fd === "number") {
    callback();
    return;
  }
  const done = (error: any, fd?: any): void => {
    if (error) {
      callback(error);
      return;
    }
    this.fd = fd;
    callback();
    this.emit("open", fd);
    this.emit("ready");
  };
  if (this[given]) this[given].open(this.path, this.flags, this.mode, done);
  else operations.runLater(operations.open(this.path, this.flags, this.mode), done);
}

/// `_destroy` of both: closes the file when nothing uses it any more.
function destroy(this: any, error: any, callback: any): void {
  if (this[current] !== undefined && this[current].isBusy) {
    this.once(ioDone, (failure: any) => close(this, error || failure, callback));
  } else {
    close(this, error, callback);
  }
}

function close(stream: any, error: any, callback: any): void {
  const fd: any = stream.fd;
  if (fd === null || fd === undefined) {
    callback(error);
    return;
  }
  stream.fd = null;
  const end = (): void => {
    const done = (failure: any): void => callback(failure || error);
    if (stream[given]) stream[given].close(fd, done);
    else operations.runLater(operations.close(fd), done);
  };
  if (!stream.flush) {
    end();
    return;
  }
  const afterFlush = (failure: any): void => {
    if (failure && failure.code !== "EINVAL") error = failure || error;
    end();
  };
  if (stream[given]) stream[given].fsync(fd, afterFlush);
  else operations.runLater(operations.fsync(fd), afterFlush);
}

/// `fs.ReadStream`
export function ReadStream(this: any, path: any, options?: any): any {
  if (!(this instanceof (ReadStream as any))) return new (ReadStream as any)(path, options);
  const settings: any = settingsOf(options);
  if (settings.highWaterMark === undefined) settings.highWaterMark = 65536;
  setFile(this, path, settings, "r");
  if (this[given]) {
    validateFunction(this[given].read, "options.fs.read");
    if (settings.autoDestroy) validateFunction(this[given].close, "options.fs.close");
  }
  this.start = settings.start;
  this.end = settings.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  if (this.start !== undefined) {
    validateInteger(this.start, "start", 0);
    this.pos = this.start;
  }
  if (this.end !== Infinity) {
    validateInteger(this.end, "end", 0);
    if (this.start !== undefined && this.start > this.end) {
      throw outOfRange("start", '<= "end" (here: ' + this.end + ")", this.start);
    }
  }
  const encoding: any = settings.encoding;
  settings.encoding = undefined;
  Readable.call(this, settings);
  if (encoding) this.setEncoding(encoding);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

/// The reading of a stream: one object and one function for all its chunks.
class Reading {
  isBusy = false;
  bytes: any = undefined;
  /// Given the number of bytes, or a negated errno.
  done: any = undefined;
}

function readingOf(stream: any): Reading {
  const reading = new Reading();
  reading.done = (count: number): void => {
    if (count < 0) finishReading(stream, reading, operations.transferError(count, "read"), 0);
    else finishReading(stream, reading, null, count);
  };
  stream[current] = reading;
  return reading;
}

function finishReading(stream: any, reading: Reading, error: any, count: number): void {
  reading.isBusy = false;
  let bytes: any = reading.bytes;
  reading.bytes = undefined;
  if (stream.destroyed) {
    stream.emit(ioDone, error);
  } else if (error) {
    errorOrDestroy(stream, error);
  } else if (count > 0) {
    if (stream.pos !== undefined) stream.pos += count;
    stream.bytesRead += count;
    // What is kept is not to keep more than itself.
    if (count !== bytes.length) bytes = Buffer.from(bytes.subarray(0, count));
    stream.push(bytes);
  } else {
    stream.push(null);
  }
}

ReadStream.prototype._construct = open;

ReadStream.prototype._read = function (this: any, size: number): void {
  const left: number = this.pos !== undefined ? this.end - this.pos + 1 : this.end - this.bytesRead + 1;
  const count = left < size ? left : size;
  if (count <= 0) {
    this.push(null);
    return;
  }
  const reading: Reading = this[current] ?? readingOf(this);
  const bytes: any = Buffer.allocUnsafeSlow(count);
  reading.bytes = bytes;
  reading.isBusy = true;
  if (this[given]) {
    this[given].read(this.fd, bytes, 0, count, this.pos, (error: any, got: any, buffer: any) => {
      if (buffer !== undefined) reading.bytes = buffer;
      finishReading(this, reading, error, got);
    });
  } else {
    operations.readInto(this.fd, bytes, count, this.pos, reading.done);
  }
};

ReadStream.prototype._destroy = destroy;

ReadStream.prototype.close = function (this: any, callback?: any): void {
  if (typeof callback === "function") finished(this, callback);
  this.destroy();
};

Object.defineProperty(ReadStream.prototype, "autoClose", {
  get(this: any): boolean {
    return this._readableState.autoDestroy;
  },
  set(this: any, value: any): void {
    this._readableState.autoDestroy = value;
  },
  configurable: true,
});

const pending: any = {
  get(this: any): boolean {
    return this.fd === null;
  },
  configurable: true,
};
Object.defineProperty(ReadStream.prototype, "pending", pending);

/// `fs.WriteStream`
export function WriteStream(this: any, path: any, options?: any): any {
  if (!(this instanceof (WriteStream as any))) return new (WriteStream as any)(path, options);
  const settings: any = settingsOf(options);
  // Text becomes bytes before it gets here.
  settings.decodeStrings = true;
  setFile(this, path, settings, "w");
  if (settings.flush !== undefined && settings.flush !== null) validateBoolean(settings.flush, "options.flush");
  this.flush = settings.flush ?? false;
  const functions: any = this[given];
  if (functions) {
    if (!functions.write && !functions.writev) {
      throw invalidType("options.fs.write", "of type function", functions.write);
    }
    if (functions.write) validateFunction(functions.write, "options.fs.write");
    if (functions.writev) validateFunction(functions.writev, "options.fs.writev");
    if (settings.autoDestroy) validateFunction(functions.close, "options.fs.close");
    if (this.flush) validateFunction(functions.fsync, "options.fs.fsync");
    if (!functions.writev) this._writev = null;
  }
  this.start = settings.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  if (this.start !== undefined) {
    validateInteger(this.start, "start", 0);
    this.pos = this.start;
  }
  Writable.call(this, settings);
  if (settings.encoding) this.setDefaultEncoding(settings.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

/// The writing of a stream: one object and one function for all its chunks.
class Writing {
  isBusy = false;
  bytes: any = undefined;
  offset = 0;
  retries = 0;
  position: number | undefined = undefined;
  callback: any = undefined;
  done: any = undefined;
}

function writingOf(stream: any): Writing {
  const writing = new Writing();
  writing.done = (count: number): void => {
    if (count < 0) afterWriting(stream, writing, operations.transferError(count, "write"), 0);
    else afterWriting(stream, writing, null, count);
  };
  stream[current] = writing;
  return writing;
}

/// A part is written: the next one, or the end.
function afterWriting(stream: any, writing: Writing, failure: any, written: number): void {
  let error: any = failure;
  let count = written;
  // The other side is not as fast.
  if (error && error.code === "EAGAIN") {
    error = null;
    count = 0;
  }
  if (!error && stream.destroyed) error = streamDestroyed("write");
  if (!error) {
    stream.bytesWritten += count;
    writing.retries = count ? 0 : writing.retries + 1;
    writing.offset += count;
    if (writing.position !== undefined) writing.position += count;
    if (writing.offset < writing.bytes.length) {
      if (writing.retries <= 5) {
        writeRest(stream, writing);
        return;
      }
      error = codedError(new Error("write failed"), "ERR_SYSTEM_ERROR");
    }
  }
  writing.isBusy = false;
  writing.bytes = undefined;
  const callback: any = writing.callback;
  writing.callback = undefined;
  if (error) callback(error);
  else callback();
  if (stream.destroyed) stream.emit(ioDone, error);
}

function writeRest(stream: any, writing: Writing): void {
  const bytes: any = writing.bytes;
  const count: number = bytes.length - writing.offset;
  if (stream[given]) {
    stream[given].write(stream.fd, bytes, writing.offset, count, writing.position, (error: any, written: any) => {
      afterWriting(stream, writing, error, written);
    });
  } else {
    operations.writeFrom(stream.fd, bytes, writing.offset, count, writing.position, writing.done);
  }
}

WriteStream.prototype._construct = open;

WriteStream.prototype._write = function (this: any, chunk: any, _encoding: any, callback: any): void {
  const writing: Writing = this[current] ?? writingOf(this);
  writing.bytes = chunk;
  writing.offset = 0;
  writing.retries = 0;
  writing.position = this.pos;
  writing.callback = callback;
  writing.isBusy = true;
  if (this.pos !== undefined) this.pos += chunk.length;
  writeRest(this, writing);
};

WriteStream.prototype._writev = function (this: any, chunks: any[], callback: any): void {
  const parts: any[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const chunk: any = chunks[i].chunk;
    parts.push(typeof chunk === "string" ? Buffer.from(chunk, chunks[i].encoding) : chunk);
  }
  if (this[given]?.writev) {
    const writing: Writing = this[current] ?? writingOf(this);
    writing.isBusy = true;
    let size = 0;
    for (let i = 0; i < parts.length; i++) size += parts[i].length;
    const position: any = this.pos;
    if (position !== undefined) this.pos = position + size;
    this[given].writev(this.fd, parts, position, (error: any, written: any) => {
      writing.isBusy = false;
      if (!error) this.bytesWritten += written;
      callback(error);
      if (this.destroyed) this.emit(ioDone, error);
    });
    return;
  }
  this._write(Buffer.concat(parts), "buffer", callback);
};

WriteStream.prototype._destroy = destroy;

WriteStream.prototype.close = function (this: any, callback?: any): void {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on("close", callback);
  }
  // Without autoClose nothing destroys it at its end.
  if (!this.autoClose) this.on("finish", this.destroy);
  this.end();
};
WriteStream.prototype.destroySoon = Writable.prototype.end;

Object.defineProperty(WriteStream.prototype, "autoClose", {
  get(this: any): boolean {
    return this._writableState.autoDestroy;
  },
  set(this: any, value: any): void {
    this._writableState.autoDestroy = value;
  },
  configurable: true,
});
Object.defineProperty(WriteStream.prototype, "pending", pending);

/// `fs.createReadStream`
export function createReadStream(path: any, options?: any): any {
  return new (ReadStream as any)(path, options);
}

/// `fs.createWriteStream`
export function createWriteStream(path: any, options?: any): any {
  return new (WriteStream as any)(path, options);
}
