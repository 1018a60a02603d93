/// `fs.Utf8Stream` (https://nodejs.org/api/fs.html#class-fsutf8stream): a writer of text that gathers what is small. Derived,
/// as Node's, from SonicBoom (MIT License, copyright (c) 2017 Matteo Collina).
// @optimize size
import { validateBoolean, validateFunction, validateInteger, validateObject, validateOneOf, validateString } from "../prelude/validators.ts";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { inspect } from "../prelude/inspect.ts";
import { EventEmitter } from "./event-emitter.ts";
import { close, fsync, fsyncSync, mkdir, mkdirSync, open, openSync, write, writeSync } from "./fs.ts";
import { dirname } from "./path.ts";

/// How long a destination that takes nothing is left alone, in milliseconds.
const BUSY_WRITE_TIMEOUT = 100;
/// How much is written at once.
const MAX_WRITE = 16 * 1024;
/// Above so much, `write` says that more should wait.
const HIGH_WATER_MARK = 16387;

const noBytes: any = Buffer.alloc(0);
const Emitter: any = EventEmitter;

function invalidState(text: string): any {
  return codedError(new Error("Invalid state: " + text), "ERR_INVALID_STATE");
}

function checkUint32(value: any, name: string): void {
  validateInteger(value, name, 0, 4294967295);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/// How many units of a text the first bytes of it are; a character of which a part is written counts as not written.
function unitsOf(text: string, count: number): number {
  if (Buffer.byteLength(text) === count) return text.length;
  const bytes: any = Buffer.from(text);
  let end = count;
  while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString().length;
}

/// What is gathered for one write: text, or buffers and their size.
interface Part {
  text: string;
  buffers: any[];
  size: number;
}

export class Utf8Stream extends Emitter {
  #length = 0;
  #fd = -1;
  #parts: Part[] = [];
  /// What is being written: text or a Buffer.
  #current: any;
  #isText: boolean;
  #writing = false;
  #ending = false;
  #reopening = false;
  #opening = false;
  #destroyed = false;
  #isDrainScheduled = false;
  #flushPending = false;
  #file: any = null;
  #limit: number;
  #minLength: any;
  #maxLength: any;
  #maxWrite: any;
  #periodicFlush: any;
  #timer: any = undefined;
  #sync: any;
  #fsync: any;
  #append: any;
  #mode: any;
  #mkdir: any;
  #retry: any;
  #fs: any;

  constructor(options: any = {}) {
    validateObject(options, "options");
    const { dest, append = true, contentMode = "utf8", fs: functions = {} } = options;
    super();
    validateObject(functions, "options.fs");
    this.#fs = { close, fsync, fsyncSync, mkdir, mkdirSync, open, openSync, write, writeSync, ...functions };
    for (const name of ["write", "writeSync", "fsync", "fsyncSync", "close", "open", "mkdir", "mkdirSync"]) {
      validateFunction(this.#fs[name], "options.fs." + name);
    }
    this.#limit = Math.max(options.minLength || 0, HIGH_WATER_MARK);
    this.#minLength = options.minLength || 0;
    this.#maxLength = options.maxLength || 0;
    this.#maxWrite = options.maxWrite || MAX_WRITE;
    this.#periodicFlush = options.periodicFlush || 0;
    this.#sync = options.sync || false;
    this.#fsync = options.fsync || false;
    this.#append = append || false;
    this.#mode = options.mode;
    this.#retry = options.retryEAGAIN || ((): boolean => true);
    this.#mkdir = options.mkdir || false;
    checkUint32(this.#limit, "options.hwm");
    checkUint32(this.#minLength, "options.minLength");
    checkUint32(this.#maxLength, "options.maxLength");
    checkUint32(this.#maxWrite, "options.maxWrite");
    checkUint32(this.#periodicFlush, "options.periodicFlush");
    validateBoolean(this.#sync, "options.sync");
    validateBoolean(this.#fsync, "options.fsync");
    validateBoolean(this.#append, "options.append");
    validateBoolean(this.#mkdir, "options.mkdir");
    validateFunction(this.#retry, "options.retryEAGAIN");
    validateOneOf(contentMode, "options.contentMode", ["buffer", "utf8"]);
    this.#isText = contentMode === "utf8";
    this.#current = this.#isText ? "" : noBytes;
    const target: any = options.fd ?? dest;
    if (typeof target === "number") {
      this.#fd = target;
      process.nextTick(() => this.emit("ready"));
    } else if (typeof target === "string") {
      this.#openFile(target);
    } else {
      throw invalidType("fd", "one of type number or string", target);
    }
    if (this.#minLength >= this.#maxWrite) {
      const text = "The argument 'minLength' should be smaller than maxWrite (" + this.#maxWrite + "). Received ";
      throw codedError(new RangeError(text + inspect(this.#minLength)), "ERR_INVALID_ARG_VALUE");
    }
    this.on("newListener", (name: any) => {
      if (name === "drain") this.#isDrainScheduled = false;
    });
    if (this.#periodicFlush !== 0) {
      this.#timer = setInterval(() => this.flush(), this.#periodicFlush);
      this.#timer.unref();
    }
  }

  get mode(): any { return this.#mode; }
  get file(): any { return this.#file; }
  get fd(): number { return this.#fd; }
  get minLength(): number { return this.#minLength; }
  get maxLength(): number { return this.#maxLength; }
  get writing(): boolean { return this.#writing; }
  get sync(): boolean { return this.#sync; }
  get fsync(): boolean { return this.#fsync; }
  get append(): boolean { return this.#append; }
  get periodicFlush(): number { return this.#periodicFlush; }
  get contentMode(): string { return this.#isText ? "utf8" : "buffer"; }
  get mkdir(): boolean { return this.#mkdir; }

  #checkAlive(): void {
    if (this.#destroyed) throw invalidState("Utf8Stream is destroyed");
  }

  write(data: any): boolean {
    this.#checkAlive();
    if (this.#isText) validateString(data, "data");
    else if (!Buffer.isBuffer(data)) throw invalidType("data", "an instance of Buffer", data);
    const size = data.length;
    if (this.#maxLength && this.#length + size > this.#maxLength) {
      this.emit("drop", data);
      return this.#length < this.#limit;
    }
    let part = this.#parts[this.#parts.length - 1];
    if (part === undefined || part.size + size > this.#maxWrite) this.#parts.push(part = { text: "", buffers: [], size: 0 });
    if (this.#isText) part.text += data;
    else part.buffers.push(data);
    part.size += size;
    this.#length += size;
    if (!this.#writing && this.#length >= this.#minLength) this.#writeNext();
    return this.#length < this.#limit;
  }

  flush(callback: any = (): void => {}): void {
    validateFunction(callback, "cb");
    if (this.#destroyed) {
      callback(invalidState("Utf8Stream is destroyed"));
      return;
    }
    if (this.#minLength <= 0) {
      callback();
      return;
    }
    this.#callWhenDrained(callback);
    if (this.#writing) return;
    if (this.#parts.length === 0) this.#parts.push({ text: "", buffers: [], size: 0 });
    this.#writeNext();
  }

  #callWhenDrained(callback: any): void {
    this.#flushPending = true;
    const onDrain = (): void => {
      if (!this.#fsync && !this.#destroyed) {
        try {
          this.#fs.fsync(this.#fd, (error: any) => {
            this.#flushPending = false;
            if (error?.code === "EBADF") callback();
            else callback(error);
          });
        } catch (error) {
          this.#flushPending = false;
          callback(error);
        }
      } else {
        this.#flushPending = false;
        callback();
      }
      this.off("error", onError);
    };
    const onError = (error: any): void => {
      this.#flushPending = false;
      callback(error);
      this.off("drain", onDrain);
    };
    this.once("drain", onDrain);
    this.once("error", onError);
  }

  flushSync(): void {
    this.#checkAlive();
    if (this.#fd < 0) throw invalidState("Invalid file descriptor");
    if (!this.#writing && this.#current.length > 0) {
      const size = this.#current.length;
      this.#parts.unshift(this.#isText
        ? { text: this.#current, buffers: [], size }
        : { text: "", buffers: [this.#current], size });
      this.#current = this.#isText ? "" : noBytes;
    }
    let rest: any = this.#isText ? "" : noBytes;
    while (this.#parts.length > 0 || rest.length > 0) {
      if (rest.length <= 0) rest = this.#contentOf(this.#parts[0]!);
      try {
        const count = this.#writeNow(rest);
        const units = this.#isText ? unitsOf(rest, count) : count;
        rest = this.#isText ? rest.slice(units) : rest.subarray(units);
        this.#length = Math.max(this.#length - units, 0);
        if (rest.length <= 0) this.#parts.shift();
      } catch (error: any) {
        const isBusy = error.code === "EAGAIN" || error.code === "EBUSY";
        if (isBusy && !this.#retry(error, rest.length, this.#length - rest.length)) throw error;
        sleep(BUSY_WRITE_TIMEOUT);
      }
    }
    if (!this.#isText) return;
    try {
      this.#fs.fsyncSync(this.#fd);
    } catch {
      // What is no file need not support it.
    }
  }

  reopen(file?: any): void {
    this.#checkAlive();
    if (this.#opening) {
      this.once("ready", () => this.reopen(file));
      return;
    }
    if (this.#ending) return;
    if (!this.#file) {
      const text = "Operation failed: Unable to reopen a file descriptor, you must pass a file to SonicBoom";
      throw codedError(new Error(text), "ERR_OPERATION_FAILED");
    }
    if (file) this.#file = file;
    this.#reopening = true;
    if (this.#writing) return;
    const before = this.#fd;
    this.once("ready", () => {
      if (before === this.#fd) return;
      this.#fs.close(before, (error: any) => {
        if (error) this.emit("error", error);
      });
    });
    this.#openFile(this.#file);
  }

  end(): void {
    this.#checkAlive();
    if (this.#opening) {
      this.once("ready", () => this.end());
      return;
    }
    if (this.#ending) return;
    this.#ending = true;
    if (this.#writing) return;
    if (this.#length > 0 && this.#fd >= 0) this.#writeNext();
    else this.#close();
  }

  destroy(): void {
    if (!this.#destroyed) this.#close();
  }

  [Symbol.dispose](): void {
    this.destroy();
  }

  #contentOf(part: Part): any {
    if (this.#isText) return part.text;
    if (part.buffers.length < 2) return part.buffers[0] ?? noBytes;
    return Buffer.concat(part.buffers, part.size);
  }

  #writeNow(content: any): number {
    return this.#isText ? this.#fs.writeSync(this.#fd, content, "utf8") : this.#fs.writeSync(this.#fd, content);
  }

  #writeLater(): void {
    const done = (error: any, count: number): void => this.#written(error, count);
    if (this.#isText) this.#fs.write(this.#fd, this.#current, "utf8", done);
    else this.#fs.write(this.#fd, this.#current, done);
  }

  #writeNext(): void {
    this.#writing = true;
    if (this.#current.length === 0) {
      const part = this.#parts.shift();
      if (part !== undefined) this.#current = this.#contentOf(part);
    }
    if (!this.#sync) {
      this.#writeLater();
      return;
    }
    let count: number;
    try {
      count = this.#writeNow(this.#current);
    } catch (error) {
      this.#written(error, 0);
      return;
    }
    this.#written(null, count);
  }

  #release(count: number): void {
    const units = this.#isText ? unitsOf(this.#current, count) : count;
    this.#length = Math.max(this.#length - units, 0);
    this.#current = this.#isText ? this.#current.slice(units) : this.#current.subarray(units);
  }

  #written(error: any, count: number): void {
    if (error) {
      this.#failed(error);
      return;
    }
    this.emit("write", count);
    this.#release(count);
    if (this.#current.length > 0) {
      if (!this.#sync) {
        this.#writeLater();
        return;
      }
      try {
        do {
          this.#release(this.#writeNow(this.#current));
        } while (this.#current.length > 0);
      } catch (failure) {
        this.#written(failure, 0);
        return;
      }
    }
    if (this.#fsync) this.#fs.fsyncSync(this.#fd);
    this.#goOn();
  }

  #failed(error: any): void {
    const isBusy = error.code === "EAGAIN" || error.code === "EBUSY";
    if (!isBusy || !this.#retry(error, this.#current.length, this.#length - this.#current.length)) {
      this.#writing = false;
      this.emit("error", error);
    } else if (this.#sync) {
      sleep(BUSY_WRITE_TIMEOUT);
      this.#written(undefined, 0);
    } else {
      setTimeout(() => this.#writeLater(), BUSY_WRITE_TIMEOUT);
    }
  }

  /// What follows when everything of a write is written.
  #goOn(): void {
    if (this.#reopening) {
      this.#writing = false;
      this.#reopening = false;
      this.reopen();
    } else if (this.#length > this.#minLength) {
      this.#writeNext();
    } else if (this.#ending) {
      if (this.#length > 0) {
        this.#writeNext();
      } else {
        this.#writing = false;
        this.#close();
      }
    } else {
      this.#writing = false;
      if (!this.#sync) {
        this.emit("drain");
      } else if (!this.#isDrainScheduled) {
        this.#isDrainScheduled = true;
        process.nextTick(() => this.#emitDrain());
      }
    }
  }

  #emitDrain(): void {
    if (this.listenerCount("drain") === 0) return;
    this.#isDrainScheduled = false;
    this.emit("drain");
  }

  #openFile(file: any): void {
    this.#opening = true;
    this.#writing = true;
    this.#isDrainScheduled = false;
    const opened = (error: any, fd?: number): void => {
      if (error) this.#openFailed(error);
      else this.#opened(file, fd!);
    };
    const flags = this.#append ? "a" : "w";
    const isNested = this.#mkdir;
    if (this.#sync) {
      try {
        if (isNested) this.#fs.mkdirSync(dirname(file), { recursive: true });
        opened(null, this.#fs.openSync(file, flags, this.#mode));
      } catch (error) {
        opened(error);
        throw error;
      }
    } else if (isNested) {
      this.#fs.mkdir(dirname(file), { recursive: true }, (error: any) => {
        if (error) opened(error);
        else this.#fs.open(file, flags, this.#mode, opened);
      });
    } else {
      this.#fs.open(file, flags, this.#mode, opened);
    }
  }

  #openFailed(error: any): void {
    this.#reopening = false;
    this.#writing = false;
    this.#opening = false;
    if (!this.#sync) {
      this.emit("error", error);
      return;
    }
    process.nextTick(() => {
      if (this.listenerCount("error") > 0) this.emit("error", error);
    });
  }

  #opened(file: any, fd: number): void {
    const wasReopening = this.#reopening;
    this.#fd = fd;
    this.#file = file;
    this.#reopening = false;
    this.#opening = false;
    this.#writing = false;
    if (this.#sync) process.nextTick(() => this.emit("ready"));
    else this.emit("ready");
    if (this.#destroyed) return;
    if ((!this.#writing && this.#length > this.#minLength) || this.#flushPending) this.#writeNext();
    else if (wasReopening) process.nextTick(() => this.emit("drain"));
  }

  #close(): void {
    if (this.#fd === -1) {
      this.once("ready", () => this.#close());
      return;
    }
    if (this.#timer !== undefined) clearInterval(this.#timer);
    this.#destroyed = true;
    this.#parts = [];
    const done = (error?: any): void => {
      if (error) {
        this.emit("error", error);
        return;
      }
      if (this.#ending && !this.#writing) this.emit("finish");
      this.emit("close");
    };
    const closeFile = (): void => {
      if (this.#fd !== 1 && this.#fd !== 2) this.#fs.close(this.#fd, done);
      else done();
    };
    try {
      this.#fs.fsync(this.#fd, closeFile);
    } catch {
      // Whatever was written stays.
    }
  }
}
