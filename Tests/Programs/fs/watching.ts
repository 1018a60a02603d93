// @targets: native
// fs.watch, fs.watchFile, fs.promises.watch.
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "watch-"));
const any: any = fs;
const show = (f: () => any) => {
  try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message, Object.keys(e).join(), e.filename); }
};
/** Waits until so many lines were told, so that a slow machine changes nothing. */
let lines = 0;
const tell = (...values: any[]) => { lines++; console.log(...values); };
async function step(count: number, change: () => void): Promise<void> {
  const wanted = lines + count;
  change();
  for (let i = 0; i < 400 && lines < wanted; i++) await sleep(10);
  console.log("--");
}

show(() => any.watch("/nowhere at all"));
show(() => any.watch(1));
show(() => any.watch(folder, { encoding: "nope" }));
show(() => any.watch(folder, 5));
show(() => any.watch(folder, { persistent: false }, 5));
show(() => any.watch(folder, { recursive: 1 }));

const watcher: any = fs.watch(folder, tell);
console.log(watcher.constructor.name, watcher.ref() === watcher, watcher.unref() === watcher, watcher.eventNames());
watcher.on("close", () => tell("closed"));
await step(2, () => fs.writeFileSync(path.join(folder, "a"), "x"));
await step(1, () => fs.appendFileSync(path.join(folder, "a"), "y"));
await step(2, () => fs.renameSync(path.join(folder, "a"), path.join(folder, "b")));
await step(1, () => fs.chmodSync(path.join(folder, "b"), 0o600));
await step(1, () => fs.mkdirSync(path.join(folder, "d")));
await step(1, () => fs.unlinkSync(path.join(folder, "b")));
const inner: any = fs.watch(path.join(folder, "d"), { encoding: "buffer" } as any);
inner.on("change", (type: any, name: any) => tell("d", type, name));
await step(2, () => fs.writeFileSync(path.join(folder, "d", "é"), "x"));
await step(1, () => { watcher.close(); console.log("after close"); watcher.close(); });
inner.close();

const file = path.join(folder, "f");
fs.writeFileSync(file, "1");
const single = fs.watch(file, "hex" as any, (type, name) => tell("file", type, name));
await step(1, () => fs.appendFileSync(file, "2"));
await step(3, () => fs.unlinkSync(file));
single.close();

const ignoring: any = fs.watch(folder, { ignore: ["*.log", /^x/, (name: string) => name === "never"] } as any, tell);
await step(1, () => { for (const name of ["a.log", "xy", "never", "told"]) fs.mkdirSync(path.join(folder, name)); });
ignoring.close();

const controller = new AbortController();
const aborted: any = fs.watch(folder, { signal: controller.signal } as any);
aborted.on("close", () => tell("closed by signal"));
await step(1, () => controller.abort());
any.watch(folder, { signal: AbortSignal.abort() }).on("close", () => tell("closed at once"));
await step(1, () => {});

show(() => any.watchFile(file));
show(() => any.watchFile(1, () => {}));
const stats: any = any.watchFile(file, { interval: 10 }, (now: any, before: any) => tell("stat", now.isDirectory(), before.isDirectory(), now.nlink > 0));
console.log(stats.constructor.name, stats.ref() === stats, stats.eventNames());
await step(1, () => {});
await step(1, () => fs.mkdirSync(file));
await step(1, () => fs.rmdirSync(file));
fs.unwatchFile(file);
fs.unwatchFile(file);

const stop = new AbortController();
setTimeout(() => fs.mkdirSync(file), 5);
try {
  for await (const change of fs.promises.watch(folder, { signal: stop.signal })) {
    console.log(change.eventType, change.filename);
    stop.abort();
  }
} catch (e: any) { console.log(e.name, e.code, e.message); }
for (const [place, options] of [["/nowhere at all", {}], [folder, { maxQueue: "a" }], [folder, { signal: stop.signal }]] as any[]) {
  try {
    for await (const change of fs.promises.watch(place, options)) console.log(change);
  } catch (e: any) { console.log(e.name, e.code, e.message); }
}
fs.rmSync(folder, { recursive: true });
