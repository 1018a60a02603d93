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

counts();
await handles();
fs.rmSync(root, { recursive: true });
