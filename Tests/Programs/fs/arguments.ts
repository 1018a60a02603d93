// What fs does with odd arguments: counts, positions, views that change meanwhile, handles that are closed too early.
import * as fs from "node:fs";
import * as fsp from "node:fs/promises";

const root = fs.mkdtempSync("/tmp/polyglot-fs-arguments-");
const at = (name: string) => root + "/" + name;
const tell = (name: string, error: any) => console.log(name, error.code, error.message.replaceAll(root, ""));
const attempt = (name: string, action: () => any) => { try { console.log(name, action()); } catch (error) { tell(name, error); } };
const later = async (name: string, action: () => any) => { try { console.log(name, await action()); } catch (error) { tell(name, error); } };

function counts(): void {
  const fd = fs.openSync(at("counts"), "w+");
  const bytes = Buffer.from("hello");
  for (const count of [NaN, 1.5, "3", {}, Infinity, -1, null] as any[]) attempt(`write ${count}`, () => fs.writeSync(fd, bytes, 0, count));
  for (const count of [NaN, 1.5, "3", {}, -1] as any[]) attempt(`read ${count}`, () => fs.readSync(fd, bytes, 0, count, 0));
  for (const start of [NaN, 1.5, "3", 6, -1] as any[]) attempt(`start ${start}`, () => fs.readSync(fd, bytes, start, 0, 0));
  for (const place of [NaN, "3", -2, 10n, -5n, 2n ** 70n] as any[]) attempt(`place ${place}`, () => fs.readSync(fd, bytes, 0, 5, place));
  const shrinking: any = new (ArrayBuffer as any)(64, { maxByteLength: 128 });
  attempt("shrinks", () => fs.readSync(fd, new Uint8Array(shrinking), 0, { valueOf() { shrinking.resize(0); return 5; } } as any, 0));
  const moving: any = new ArrayBuffer(64);
  attempt("moves", () => fs.readSync(fd, new Uint8Array(moving), 0, { valueOf() { moving.transfer(); return 5; } } as any, 0));
  fs.closeSync(fd);
}

async function handles(): Promise<void> {
  const handle = await fsp.open(at("handle"), "w+");
  const big = Buffer.alloc(1 << 18, 0x61);
  const all = [handle.writeFile(big), handle.stat(), handle.datasync(), handle.close()].map((promise: any) => promise.then(() => "ok", (e: any) => e.code));
  console.log(await Promise.all(all), fs.statSync(at("handle")).size);
  await later("closed", () => handle.stat());
  await later("closed twice", () => handle.close());
}

/// What fs.cp copies and refuses.
async function copies(): Promise<void> {
  fs.mkdirSync(at("a/b"), { recursive: true });
  fs.writeFileSync(at("f"), "1");
  fs.symlinkSync("../f", at("a/l"));
  const pairs: any[] = [["f", "f"], ["f", "a"], ["a", "f", { recursive: true }], ["a", "a/c", { recursive: true }], ["a", "c"], ["x", "y"]];
  for (const [from, to, options] of pairs) {
    attempt(`${from} to ${to} now`, () => fs.cpSync(at(from), at(to), options));
    await later(`${from} to ${to}`, () => fsp.cp(at(from), at(to), options));
  }
  fs.cpSync(at("a"), at("v"), { recursive: true, verbatimSymlinks: true });
  console.log(fs.readlinkSync(at("v/l")));
  await fsp.cp(at("a"), at("z"), { recursive: true, filter: async (path: string) => !path.endsWith("/l") });
  console.log(fs.readdirSync(at("z")));
  attempt("filter", () => fs.cpSync(at("a"), at("w"), { recursive: true, filter: (async () => false) as any }));
  await later("clone", () => fs.copyFileSync(at("f"), at("h"), 4));
  console.log(fs.existsSync(at("h")));
}

async function options(): Promise<void> {
  attempt("recursive", () => fs.rmSync(at("f"), { recursive: "yes" } as any));
  await later("force", () => fsp.rm(at("f"), { force: 1 } as any));
  attempt("flush", () => fs.writeFileSync(at("f"), "", { flush: "a" } as any));
  attempt("host", () => fs.readFileSync(new URL("file://host/x6")));
  attempt("vector", () => fs.readvSync("a" as any, []));
  const controller = new AbortController();
  const writing = later("abort", () => fsp.writeFile(at("f"), "overwritten", { flag: "r+", signal: controller.signal }));
  controller.abort();
  await writing;
  await later("aborted", () => fsp.readFile(at("f"), { signal: controller.signal }));
  console.log(fs.readFileSync(at("f"), "utf8"));
  await fsp.writeFile(at("parts"), ["a", "b"]);
  await fsp.writeFile(at("parts"), (async function* () { yield "q"; yield Buffer.from("r"); })(), { flag: "a" });
  console.log(fs.readFileSync(at("parts"), "utf8"), fs.opendirSync(at("a"), { recursive: true }).readSync()!.name);
}

counts();
await handles();
await copies();
await options();
fs.rmSync(root, { recursive: true });
