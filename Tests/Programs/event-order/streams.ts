// The order in which streams call back, emit and fail, and what files read and written as streams add to it.
import * as fs from "node:fs";
import { createInterface } from "node:readline";
import { Duplex, PassThrough, Readable, Transform, Writable, addAbortSignal, finished, pipeline } from "node:stream";
import { finished as whenFinished, pipeline as pipelined } from "node:stream/promises";
import { log, run, say } from "./scenarios.ts";

/** Notes each event of a stream under a name. */
function watch<T extends Readable | Writable>(name: string, stream: T, events: string[]): T {
  for (const event of events) {
    stream.on(event, (value?: any) => log(name + event + (value instanceof Error ? " " + (value as any).message : event === "data" ? " " + value : "")));
  }
  return stream;
}
const readableEvents = ["data", "pause", "resume", "end", "error", "close"];
const writableEvents = ["drain", "finish", "pipe", "unpipe", "error", "close"];

/** A readable that is asked for its chunks one after the other. */
function counter(limit: number, options: any = {}): Readable {
  let count = 0;
  return new Readable({
    objectMode: true, highWaterMark: 2, ...options,
    read() {
      log("read");
      this.push(count < limit ? ++count : null);
    },
  });
}

/** A writable that answers when the loop comes around again. */
function slow(options: any = {}): Writable {
  return new Writable({
    objectMode: true, highWaterMark: 2, ...options,
    write(chunk, encoding, done) { log("write " + chunk); setImmediate(done); },
  });
}

run([
  ["flowing", () => { watch("", counter(3), readableEvents); process.nextTick(say("tick")); queueMicrotask(say("micro")); log("set up"); }],
  ["readable and read", () => {
    const stream = counter(3);
    stream.on("readable", () => {
      log("readable");
      for (let chunk; (chunk = stream.read()) !== null;) log("got " + chunk);
    });
    watch("", stream, ["end", "close"]);
  }],
  ["pushing later", () => {
    const stream = watch("", new Readable({ read() { log("read"); } }), readableEvents);
    setImmediate(() => { stream.push("a"); log("pushed"); stream.push("b"); process.nextTick(() => { stream.push("c"); stream.push(null); log("ended"); }); });
  }],
  ["pause and resume", () => {
    const stream = watch("", counter(3), readableEvents);
    stream.once("data", () => { stream.pause(); log(String(stream.isPaused())); setImmediate(() => { log("immediate"); stream.resume(); log("resumed"); }); });
  }],
  ["unshift and peeking", () => {
    const stream = Readable.from(["a", "b"]);
    stream.once("readable", () => {
      const first = stream.read();
      stream.unshift("x" + first);
      watch("", stream, ["data", "end"]);
    });
  }],
  ["iterating, and leaving early", () => {
    const stream = watch("", counter(5), ["end", "close", "error"]);
    (async () => {
      for await (const chunk of stream) { log("chunk " + chunk); if (chunk === 2) break; }
      log("left " + stream.destroyed);
    })();
  }],
  ["iterating a stream that fails", () => {
    const stream = new Readable({ read() {} });
    stream.push("1");
    setImmediate(() => stream.destroy(new Error("broken")));
    watch("", stream, ["error", "close"]);
    (async () => {
      try { for await (const chunk of stream) log("chunk " + chunk); } catch (error: any) { log("caught " + error.message); }
    })();
  }],
  ["Readable.from a generator", () => {
    async function* values() { try { yield 1; await null; yield 2; } finally { log("finally"); } }
    watch("", Readable.from(values()), ["data", "end", "close"]);
    process.nextTick(say("tick"));
  }],
  ["destroying a Readable.from", () => {
    async function* values() { try { yield 1; yield 2; } finally { log("finally"); await null; log("cleaned"); } }
    const stream = watch("", Readable.from(values()), ["data", "error", "close"]);
    stream.once("data", () => { stream.destroy(new Error("enough")); log("destroyed"); });
  }],
  ["writing with backpressure", () => {
    const stream = watch("", slow(), writableEvents);
    log(String(stream.write(1)));
    log(String(stream.write(2, () => log("callback 2"))));
    log(String(stream.write(3)));
    stream.end(4, () => log("callback of end"));
  }],
  ["writes that are done at once", () => {
    const stream = watch("", new Writable({ write(chunk, encoding, done) { log("write " + chunk); done(); } }), writableEvents);
    stream.write("a", () => { log("callback a"); process.nextTick(say("tick")); });
    stream.write("b", say("callback b"));
    process.nextTick(say("tick behind"));
    queueMicrotask(say("micro"));
    stream.end();
    log("ended");
  }],
  ["cork and writev", () => {
    const stream = new Writable({
      write(chunk, encoding, done) { log("write " + chunk); done(); },
      writev(chunks, done) { log("writev " + chunks.map(({ chunk }) => chunk).join("")); setImmediate(done); },
      final(done) { log("final"); process.nextTick(done); },
    });
    watch("", stream, writableEvents);
    stream.cork();
    stream.write("a", say("callback a"));
    stream.write("b", say("callback b"));
    process.nextTick(() => { stream.uncork(); stream.write("c"); stream.end("d"); });
  }],
  ["a write that fails", () => {
    const stream = new Writable({ write(chunk, encoding, done) { log("write " + chunk); setImmediate(done, new Error("full")); } });
    watch("", stream, writableEvents);
    stream.write("a", (error) => log("callback a " + error?.message));
    stream.write("b", (error) => log("callback b " + error?.message));
    stream.end((error: any) => log("callback of end " + error?.message));
  }],
  ["a write that fails at once", () => {
    const stream = watch("", new Writable({ write(chunk, encoding, done) { done(new Error("full")); } }), writableEvents);
    stream.write("a", (error) => log("callback " + error?.message));
    log("written " + stream.errored?.message);
    process.nextTick(say("tick"));
  }],
  ["writing behind the end", () => {
    const stream = watch("", new Writable({ write(chunk, encoding, done) { done(); } }), writableEvents);
    stream.end("a");
    stream.write("b", (error: any) => log("callback " + error.code));
    log("tried");
  }],
  ["construct, write, final, destroy", () => {
    const stream = new Writable({
      construct(done) { log("construct"); setImmediate(done); },
      write(chunk, encoding, done) { log("write " + chunk); done(); },
      final(done) { log("final"); done(); },
      destroy(error, done) { log("destroy"); done(error); },
    });
    watch("", stream, writableEvents);
    stream.end("a", say("callback of end"));
    log("set up");
  }],
  ["a constructor that fails", () => {
    const stream = new Readable({ construct(done) { process.nextTick(done, new Error("no")); }, read() { log("never"); } });
    watch("", stream, readableEvents);
  }],
  ["destroy with and without an error", () => {
    const a = watch("a ", new Readable({ read() {} }), readableEvents);
    const b = watch("b ", new Writable({ write() {} }), writableEvents);
    const c = watch("c ", new Duplex({ read() {}, write() {}, destroy(error, done) { log("destroying"); setImmediate(done, error); } }), ["end", "finish", "error", "close"]);
    b.write("x", (error: any) => log("callback " + error.code));
    a.destroy(new Error("of a"));
    a.destroy(new Error("never"));
    b.destroy();
    c.destroy(new Error("of c"));
    process.nextTick(say("tick"));
    queueMicrotask(say("micro"));
  }],
  ["a transform", () => {
    const stream = new Transform({
      objectMode: true,
      transform(chunk, encoding, done) { log("transform " + chunk); this.push(chunk * 2); setImmediate(done, null, chunk * 3); },
      flush(done) { log("flush"); done(null, "last"); },
    });
    watch("", stream, ["data", "end", "finish", "close"]);
    stream.write(1, say("callback 1"));
    stream.end(2);
  }],
  ["a transform that throws", () => {
    process.once("uncaughtException", (error) => log("caught " + error.message));
    const stream = watch("", new Transform({ transform() { throw new Error("transform"); } }), ["error", "close"]);
    setImmediate(() => stream.write("a"));
  }],
  ["a transform that fails in flush", () => {
    const stream = new Transform({ transform(chunk, encoding, done) { done(null, chunk); }, flush(done) { done(new Error("flush")); } });
    watch("", stream, ["data", "end", "finish", "error", "close"]);
    stream.end("a");
  }],
  ["a duplex whose sides end on their own", () => {
    const stream = watch("", new Duplex({ allowHalfOpen: false, read() { this.push(null); }, write(chunk, encoding, done) { done(); } }), ["end", "finish", "close"]);
    stream.resume();
    process.nextTick(say("tick"));
  }],
  ["pipe", () => { watch("from ", counter(3), ["end", "close", "pause", "resume"]).pipe(watch("to ", slow({ highWaterMark: 1 }), writableEvents)); log("piped"); }],
  ["unpipe in the middle", () => {
    const source = watch("from ", counter(4), ["end", "close"]);
    const target = watch("to ", slow(), writableEvents);
    source.pipe(target);
    source.once("data", () => { source.unpipe(target); log("unpiped"); target.end(); });
  }],
  ["pipe to a stream that fails", () => {
    const source = watch("from ", new PassThrough(), ["error", "close", "unpipe"]);
    const target = watch("to ", new Writable({ write(chunk, encoding, done) { done(new Error("no")); } }), writableEvents);
    source.pipe(target);
    source.write("a");
    setImmediate(() => { log(String(source.destroyed)); source.destroy(); });
  }],
  ["pipeline", () => {
    pipeline(counter(3), new Transform({ objectMode: true, transform(chunk, encoding, done) { done(null, chunk + 1); } }), watch("to ", slow(), writableEvents),
      (error) => { log("done " + error); process.nextTick(say("tick")); });
    log("set up");
  }],
  ["pipeline whose middle fails", () => {
    const source = watch("from ", counter(5), ["error", "close"]);
    const middle = watch("middle ", new Transform({ objectMode: true, transform(chunk, encoding, done) { done(chunk === 2 ? new Error("two") : null, chunk); } }), ["error", "close"]);
    const target = watch("to ", slow(), ["error", "finish", "close"]);
    pipeline(source, middle, target, (error) => log("done " + error?.message));
  }],
  ["pipeline of generators", () => {
    (async () => {
      await pipelined(
        [1, 2, 3],
        async function* (source: any) { for await (const value of source) { log("middle " + value); yield value * 2; } log("end of middle"); },
        async function (source: any) { for await (const value of source) log("sink " + value); log("end of sink"); },
      );
      log("done");
    })();
  }],
  ["pipeline that ends early", () => {
    const source = watch("from ", counter(5), ["error", "close"]);
    pipeline(source, async function (values: any) { for await (const value of values) { log("value " + value); return; } } as any, (error) => log("done " + error?.message));
  }],
  ["pipeline with a signal", () => {
    const controller = new AbortController();
    const source = watch("from ", new Readable({ read() {} }), ["error", "close"]);
    pipelined(source, watch("to ", slow(), ["error", "close"]), { signal: controller.signal }).catch((error) => log("rejected " + error.name));
    setImmediate(() => { controller.abort(); log("aborted"); });
  }],
  ["finished of several", () => {
    const readable = counter(1);
    const writable = slow();
    finished(readable, (error) => log("readable " + error));
    finished(writable, (error) => log("writable " + error));
    whenFinished(readable).then(say("promise"));
    watch("", readable, ["end", "close"]).resume();
    writable.end();
    const broken = new PassThrough();
    finished(broken, (error: any) => log("broken " + error.code));
    broken.destroy();
  }],
  ["addAbortSignal", () => {
    const controller = new AbortController();
    const stream = addAbortSignal(controller.signal, watch("", new Readable({ read() {} }), ["error", "close"]));
    stream.on("error", (error: any) => log(error.code));
    setImmediate(() => { controller.abort(); process.nextTick(say("tick")); });
  }],
  ["operators", () => {
    Readable.from([1, 2, 3, 4]).filter((value) => value % 2 === 0).map(async (value) => { log("map " + value); await null; return value * 10; })
      .toArray().then((values) => log(values.join()));
    Readable.from([1, 2, 3]).some((value) => { log("some " + value); return value === 2; }).then((found) => log(String(found)));
  }],
  ["a file that is read", () => {
    const stream = watch("", fs.createReadStream(process.argv[1], { start: 0, end: 9, highWaterMark: 5 }), ["open", "ready", "end", "close"]);
    stream.on("data", (chunk) => log("data " + chunk.length));
    process.nextTick(say("tick"));
  }],
  ["a file that is not there", () => {
    watch("", fs.createReadStream("/nowhere at all"), ["open", "end", "close"]).on("error", (error: any) => { log(error.code); process.nextTick(say("tick")); });
  }],
  ["a file that is written", () => {
    const stream = watch("", fs.createWriteStream("/dev/null"), ["open", "ready", "drain", "finish", "close"]);
    stream.write("a", say("callback a"));
    stream.end("b", say("callback of end"));
    process.nextTick(say("tick"));
  }],
  ["a file that is copied", () => {
    pipeline(fs.createReadStream(process.argv[1]), new PassThrough(), fs.createWriteStream("/dev/null"), (error) => {
      log("done " + error);
      pipelined(fs.createReadStream("/nowhere at all"), new PassThrough()).catch((failure) => log("rejected " + failure.code));
    });
  }],
  ["closing a file that is read", () => {
    const stream = watch("", fs.createReadStream(process.argv[1]), ["open", "end", "close"]);
    stream.once("open", () => { stream.close(say("callback")); });
  }],
  ["closing a file that is written", () => {
    const stream = watch("", fs.createWriteStream("/dev/null"), ["open", "finish", "close"]);
    stream.once("open", () => { stream.close(say("callback")); });
  }],
  ["lines", () => {
    const input = watch("input ", new PassThrough(), ["end", "close"]);
    const lines = createInterface({ input });
    lines.on("line", (line) => { log("line " + line); process.nextTick(say("tick of " + line)); });
    lines.on("close", say("close"));
    input.write("a\nb");
    setImmediate(() => { input.end("c\nd"); log("ended"); });
  }],
  ["lines one by one", () => {
    const input = new PassThrough();
    const lines = createInterface({ input });
    lines.on("pause", say("pause")).on("resume", say("resume")).on("close", say("close"));
    (async () => { for await (const line of lines) { log("line " + line); if (line === "c") break; } log("left"); })();
    input.end("a\nb\nc\nd\n");
  }],
  ["a question", () => {
    const input = new PassThrough();
    const lines = createInterface({ input, output: new PassThrough() });
    lines.question("name? ", (answer) => { log("answer " + answer); lines.close(); log("closed"); });
    lines.on("line", (line) => log("line " + line)).on("close", say("close"));
    input.write("me\nmore\n");
  }],
]);
