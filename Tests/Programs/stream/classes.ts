// The order of the events of readable, writable, duplex and transforming streams.
import stream, { Duplex, PassThrough, Readable, Transform, Writable } from "node:stream";
import * as util from "node:util";

const log = (...values: any[]): void => console.log(...values);
const names = ["data", "readable", "end", "finish", "prefinish", "close", "error", "drain", "pause", "resume", "pipe", "unpipe"];
function watch(name: string, target: any, ...events: string[]): any {
  for (const event of events.length > 0 ? events : names.slice(2)) {
    target.on(event, (value: any) => log(name, event, value instanceof Error ? value.message : Buffer.isBuffer(value) ? String(value) : ""));
  }
  return target;
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

// Flowing, paused, and read by hand.
const flowing: any = watch("flowing", new Readable({ read() {} }));
flowing.on("data", (chunk: any) => log("flowing data", chunk, flowing.readableLength));
flowing.push("one");
flowing.push("two");
flowing.push(null);
await turn();
let count = 0;
const byHand: any = watch("byHand", new Readable({ highWaterMark: 4, read(size: number) { log("_read", size); this.push(count++ < 3 ? "abc" : null); } }));
byHand.on("readable", () => {
  log("readable", byHand.readableLength);
  for (let chunk = byHand.read(2); chunk !== null; chunk = byHand.read(2)) log("read", String(chunk));
});
await turn();
await turn();
log(byHand.readableEnded, byHand.destroyed, byHand.closed, byHand.readable, byHand.readableFlowing);
const paused: any = watch("paused", new Readable({ objectMode: true, read() {} }));
paused.push({ a: 1 });
paused.on("data", (value: any) => { log("object", value); paused.pause(); });
paused.push(2);
await turn();
log(paused.isPaused(), paused.readableLength);
paused.resume();
await turn();
paused.unshift(0);
log(paused.read(), paused.readableObjectMode, paused.readableHighWaterMark);
paused.destroy(new Error("stop"));
await turn();
const text: any = new Readable({ encoding: "utf8", read() {} });
for (const byte of Buffer.from("grüße")) text.push(Buffer.from([byte]));
text.push(null);
log(text.read(3), text.read(), text.readableEncoding);

// Writing.
const written: any = watch("written", new Writable({
  highWaterMark: 5,
  write(chunk: any, encoding: any, callback: any) { log("write", String(chunk), encoding); setImmediate(callback); },
  final(callback: any) { log("final"); callback(); },
}));
log(written.write("abc", () => log("callback abc")), written.write("def", "latin1", () => log("callback def")), written.writableNeedDrain, written.writableLength);
await new Promise((resolve) => written.once("drain", resolve));
written.cork();
written.write("g");
written.write("h");
log(written.writableCorked, written.writableBuffer.length);
process.nextTick(() => written.uncork());
written.end("i", () => log("end callback"));
log(written.writable, written.writableEnded, written.writableFinished);
await new Promise((resolve) => written.on("close", resolve));
const vectored: any = new Writable({ writev(chunks: any[], callback: any) { log("writev", chunks.map((one) => String(one.chunk))); callback(); } });
vectored.cork();
for (const word of ["x", "y", "z"]) vectored.write(word, () => log("wrote", word));
vectored.end();
await turn();
const failing: any = watch("failing", new Writable({ write(_chunk: any, _encoding: any, callback: any) { callback(new Error("disk")); } }));
failing.write("a", (error: any) => log("a", error.message));
failing.write("b", (error: any) => log("b", error.message));
await turn();
failing.write("c", (error: any) => log("c", error.code));
log(failing.errored.message, failing.writableAborted);
await turn();
const late: any = watch("late", new Writable({ write(_chunk: any, _encoding: any, callback: any) { callback(); } }));
late.end();
late.write("x", (error: any) => log(error.code));
late.end((error: any) => log("ended", error?.code));
await turn();
await turn();

// Both.
class Upper extends Transform {
  _transform(chunk: any, _encoding: any, callback: any) { callback(null, String(chunk).toUpperCase()); }
  _flush(callback: any) { this.push("!"); callback(); }
}
const upper: any = watch("upper", new Upper(), "data", "end", "finish", "close", "prefinish");
upper.write("small");
upper.end(" words");
await turn();
function Old(this: any) { (Duplex as any).call(this, { allowHalfOpen: false }); this.rest = ["1", "2", null]; }
util.inherits(Old as any, Duplex as any);
Old.prototype._read = function (this: any) { this.push(this.rest.shift()); };
Old.prototype._write = function (this: any, chunk: any, _encoding: any, callback: any) { log("old", String(chunk)); callback(); };
const old: any = watch("old", new (Old as any)());
old.on("data", (chunk: any) => old.write(chunk));
await turn();
log(old instanceof (Writable as any), old instanceof (Readable as any), (Duplex as any)() instanceof (Duplex as any), old.writableFinished);

// Pipes.
const source: any = watch("source", new PassThrough());
const target: any = watch("target", new PassThrough({ highWaterMark: 2 }), "pipe", "unpipe", "drain", "finish", "end", "close", "error");
const second: any = new Writable({ write(chunk: any, _encoding: any, callback: any) { log("second", String(chunk)); callback(); } });
source.pipe(target);
source.pipe(second);
source.write("abcdef");
await turn();
log(source.readableFlowing, source._readableState.pipes.length);
target.on("data", (chunk: any) => log("target", String(chunk)));
source.unpipe(second);
source.end("end");
await turn();
await turn();

// Construction, destruction and abortion.
const constructed: any = watch("constructed", new Writable({
  construct(callback: any) { log("construct"); setImmediate(callback); },
  write(chunk: any, _encoding: any, callback: any) { log(String(chunk)); callback(); },
  destroy(error: any, callback: any) { log("destroy", error); callback(error); },
}));
constructed.write("after");
constructed.end();
await new Promise((resolve) => constructed.on("close", resolve));
const broken: any = watch("broken", new Duplex({ construct(callback: any) { callback(new Error("no")); }, read() {}, write() {} }));
await turn();
log(broken.destroyed, broken.closed);
const controller = new AbortController();
const aborted: any = watch("aborted", new Readable({ read() {}, signal: controller.signal }));
controller.abort();
await turn();
log(stream.isErrored(aborted), stream.isReadable(aborted), stream.isDisturbed(aborted), stream.isDestroyed(aborted), aborted.errored.name);
log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true), new Readable().readableHighWaterMark, stream === stream.Stream);
for (const call of [
  () => new Readable({ highWaterMark: -1 }), () => (written as any).write(null), () => new Writable().write(5),
  () => new Readable({ encoding: "none" }), () => new Writable({ write() {} }).setDefaultEncoding("none"),
  () => stream.setDefaultHighWaterMark(false, -1), () => new Writable({ defaultEncoding: "x" }),
]) {
  try {
    call();
  } catch (error: any) {
    log(error.name, error.code, error.message);
  }
}
new Readable().on("error", (error: any) => log(error.code, error.message)).read();
watch("pushed", new Readable({ read() { this.push(null); this.push("x"); } }), "error").resume();
watch("twice", new Writable({ write(_chunk: any, _encoding: any, callback: any) { callback(); callback(); } }), "error").write("x");
