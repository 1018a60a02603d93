// Pipelines, iteration, operators, and what is made of or into streams.
import { compose, Duplex, duplexPair, finished, PassThrough, pipeline, Readable, Transform, Writable } from "node:stream";
import { EventEmitter } from "node:events";
import * as promises from "node:stream/promises";
import * as consumers from "node:stream/consumers";

const log = (...values: any[]): void => console.log(...values);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const upper = (): any => new Transform({ transform(chunk: any, _encoding: any, callback: any) { callback(null, String(chunk).toUpperCase()); } });
const into = (list: any[]): any => new Writable({ objectMode: true, write(chunk: any, _encoding: any, callback: any) { list.push(String(chunk)); callback(); } });

// Pipelines of streams, iterables and functions.
const list: any[] = [];
await new Promise<void>((resolve) => pipeline(Readable.from(["a", "b"]), upper(), into(list), (error: any) => { log("done", error, list); resolve(); }));
log(await promises.pipeline([1, 2, 3], async function* (source: any) { for await (const n of source) yield n * 2; }, async (source: any) => {
  let sum = 0;
  for await (const n of source) sum += n;
  return sum;
}));
const failing: any = new Transform({ transform(_chunk: any, _encoding: any, callback: any) { callback(new Error("bad chunk")); } });
const first: any = Readable.from(["x"]);
const last: any = into([]);
try {
  await promises.pipeline(first, failing, last);
} catch (error: any) {
  log(error.message, first.destroyed, failing.destroyed, last.destroyed, last.errored?.message);
}
const controller = new AbortController();
const endless: any = new Readable({ read() {} });
const aborted: any = promises.pipeline(endless, new PassThrough(), into([]), { signal: controller.signal }).catch((error: any) => log(error.name, error.code, endless.destroyed));
controller.abort();
await aborted;
await promises.pipeline(Readable.from(["kept"]), async function* (source: any) { yield* source; }, into(list), { end: false });
log(list);
for (const call of [() => (pipeline as any)(1), () => pipeline(new Readable(), () => {}), () => finished({} as any, () => {}), () => (compose as any)()]) {
  try {
    call();
  } catch (error: any) {
    log(error.code, error.message);
  }
}

// finished
const premature: any = new Readable({ read() {} });
finished(premature, (error: any) => log("premature", error.code));
premature.destroy();
const ended: any = Readable.from(["z"]);
finished(ended, (error: any) => log("ended", error));
ended.resume();
await promises.finished(ended);
await turn();

// Iteration.
const broken: any = new Readable({ read() { this.push("part"); this.destroy(new Error("cut")); } });
try {
  for await (const chunk of broken) log(String(chunk));
} catch (error: any) {
  log("caught", error.message);
}
const left: any = Readable.from([1, 2, 3]);
for await (const n of left) if (n === 2) break;
log(left.destroyed);
const kept: any = Readable.from([1, 2, 3]);
for await (const n of kept.iterator({ destroyOnReturn: false })) if (n === 1) break;
log(kept.destroyed, await kept.toArray());
const generator = async function* (): any { try { yield 1; yield 2; } finally { log("closed"); } };
for await (const n of Readable.from(generator())) { log(n); break; }
await turn();

// Operators.
const numbers = (): any => Readable.from([1, 2, 3, 4, 5, 6]);
log(await numbers().map((n: number) => n * n).filter((n: number) => n % 2 === 0).toArray());
log(await numbers().map(async (n: number) => { await turn(); return -n; }, { concurrency: 3 }).take(4).drop(1).toArray());
log(await numbers().flatMap((n: number) => [n, n]).take(3).toArray(), await numbers().some((n: number) => n > 5), await numbers().every((n: number) => n > 5));
log(await numbers().find((n: number) => n > 3), await numbers().reduce((a: number, b: number) => a + b), await numbers().reduce((a: number, b: number) => a + b, 10));
await numbers().forEach((n: number) => { if (n > 5) log("forEach", n); });
for (const call of [() => numbers().map(1), () => numbers().take(-1), () => Readable.from([]).reduce((a: any) => a), () => numbers().toArray(1), () => Readable.from(5 as any)]) {
  try {
    await call();
  } catch (error: any) {
    log(error.name, error.code, error.message);
  }
}
log(await numbers().compose(async function* (source: any) { for await (const n of source) if (n > 4) yield n; }).toArray());

// What becomes a stream.
log(await Readable.from([Promise.resolve("p"), "q"]).toArray(), await Readable.from("text").toArray());
const composed: any = compose(upper(), async function* (source: any) { for await (const chunk of source) yield String(chunk) + "?"; });
composed.end("composed");
log(await consumers.text(composed));
const from: any = Duplex.from(async function* (source: any) { for await (const chunk of source) yield String(chunk).length; });
from.end("four");
log(await from.toArray(), await Duplex.from(Promise.resolve("promised") as any).toArray());
const [one, two] = duplexPair();
two.on("data", (chunk: any) => log("two", String(chunk)));
two.on("end", () => { log("two ended"); two.end("bye"); });
one.end("hello");
log("one", await consumers.text(one));
log(await consumers.json(Readable.from(['{"a":', "[1]}"])), await consumers.buffer(Readable.from([Buffer.from("ab"), "c"])), new Uint8Array(await consumers.arrayBuffer(Readable.from(["hi"]))));
const emitter: any = new EventEmitter();
const wrapped: any = new Readable({ objectMode: true }).wrap(emitter);
setImmediate(() => { emitter.emit("data", "old"); emitter.emit("end"); });
log(await wrapped.toArray());
