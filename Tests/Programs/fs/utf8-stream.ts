// fs.Utf8Stream in its modes, with its events.
import { EventEmitter } from "node:events";
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, Utf8Stream } from "node:fs";
import { join } from "node:path";

const folder = mkdtempSync("/tmp/utf8-stream-");
const path = (name: string): string => join(folder, name);
const text = (name: string): string => JSON.stringify(readFileSync(path(name), "utf8").slice(0, 60));
const Stream: any = Utf8Stream;
const hidden = (message: string): string => message.replaceAll(folder, "FOLDER");

function failure(action: () => any): void {
  try {
    console.log("gave", action());
  } catch (error: any) {
    console.log(error.name, error.code, hidden(error.message));
  }
}

function log(name: string, stream: any): any {
  for (const event of ["ready", "drain", "finish", "close", "drop", "write", "error"]) {
    stream.on(event, (value: any) => console.log(name, event, value?.code ?? value));
  }
  return stream;
}

const closed = (stream: any): Promise<void> => new Promise((resolve) => stream.once("close", () => resolve()));
const flushed = (stream: any): Promise<any> => new Promise((resolve) => stream.flush(resolve));

// Asynchronous, as text.
const plain = log("plain", new Stream({ dest: path("plain") }));
console.log(plain instanceof EventEmitter, plain.fd, plain.file, plain.minLength, plain.maxLength, plain.writing, plain.sync, plain.append);
console.log(plain.periodicFlush, plain.contentMode, plain.mkdir, plain.mode, plain.fsync);
console.log(plain.write("one "), plain.write("zwöi 日本 "), plain.write("x".repeat(16387)));
plain.end();
await closed(plain);
console.log(text("plain"), readFileSync(path("plain")).length, hidden(plain.file));
failure(() => plain.write("late"));
failure(() => plain.end());
failure(() => plain.reopen());
failure(() => plain.flushSync());
plain.flush((error: any) => console.log("flush", error.code, error.message));
plain.destroy();

// Synchronous, gathering until enough is there.
const sync = log("sync", new Stream({ dest: path("deep/er/sync"), sync: true, minLength: 10, mkdir: true, mode: 0o600 }));
console.log(sync.write("12345"), text("deep/er/sync"), sync.write("67890"), text("deep/er/sync"));
sync.write("rest");
sync.flushSync();
console.log(text("deep/er/sync"), typeof sync.fd);
sync.write("end");
sync.end();
await closed(sync);
console.log(text("deep/er/sync"));

// Buffers, a limit, and flush.
const bytes = log("bytes", new Stream({ dest: path("bytes"), contentMode: "buffer", minLength: 4096, maxLength: 8, append: false }));
failure(() => bytes.write("text"));
await new Promise((resolve) => bytes.once("ready", resolve));
console.log(bytes.write(Buffer.from("abc")), bytes.write(Buffer.from("def")), bytes.write(Buffer.from("dropped")), bytes.contentMode);
console.log(await flushed(bytes), text("bytes"));
bytes.write(Buffer.from("ghi"));
bytes.flushSync();
console.log(text("bytes"));
bytes.destroy();
await closed(bytes);

// Reopening, as after the file was moved.
const moved = log("moved", new Stream({ dest: path("moved"), sync: true }));
moved.write("first");
renameSync(path("moved"), path("moved.1"));
moved.reopen();
moved.write("second");
await new Promise((resolve) => setTimeout(resolve, 20));
moved.reopen(path("other"));
moved.write("third");
moved.end();
await closed(moved);
console.log(text("moved.1"), text("moved"), text("other"));

// A descriptor of the program, and functions of its own.
appendFileSync(path("fd"), "before ");
const fd = openSync(path("fd"), "a");
let busy = 2;
const own = log("own", new Stream({
  fd, sync: true, fsync: true, retryEAGAIN: (error: any, length: number, rest: number) => { console.log("retry", error.code, length, rest); return true; },
  fs: {
    writeSync(descriptor: number, data: string): number {
      if (busy-- > 0) throw Object.assign(new Error("busy"), { code: "EAGAIN" });
      appendFileSync(descriptor, data.slice(0, 4));
      return Buffer.byteLength(data.slice(0, 4));
    },
    fsyncSync(): void { console.log("fsync"); },
  },
}));
own.write("written in parts");
console.log(text("fd"));
failure(() => own.reopen());
own.end();
await closed(own);
failure(() => closeSync(fd));

log("missing", new Stream({ dest: path("no/such") }));
failure(() => new Stream({ dest: path("no/such"), sync: true }));
for (const options of [5, {}, { dest: 5n }, { fd: 1, minLength: -1 }, { fd: 1, maxWrite: "x" }, { fd: 1, minLength: 20000 }, { fd: 1, sync: 5 }, { fd: 1, contentMode: "x" },
  { fd: 1, retryEAGAIN: 5 }, { fd: 1, fs: 5 }, { fd: 1, fs: { write: 5 } }, { fd: 1, periodicFlush: 1.5 }]) failure(() => new Stream(options));
failure(() => new Stream({ fd: 2 }).flush(5));
await new Promise((resolve) => setTimeout(resolve, 30));
rmSync(folder, { recursive: true });
