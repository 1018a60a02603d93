// Blob and File: what they are made of, their parts, clones, URLs and files, and when their bytes are there.
import { File as ModuleFile, Blob as ModuleBlob, resolveObjectURL } from "node:buffer";
import { mkdtempSync, openAsBlob, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { Duplex, Readable } from "node:stream";
import { blob as toBlob } from "node:stream/consumers";

const show = async (what: () => any) => {
  try {
    console.log(await what());
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
};
const any: any = Blob;
console.log(ModuleBlob === Blob, ModuleFile === File, Blob.length, File.length, Object.prototype.toString.call(new File([], "")));
console.log(Object.keys(Blob.prototype), Object.keys(File.prototype));

// The constructor.
for (const parts of [5, null, "abc", {}, [Symbol()]] as any[]) await show(() => new any(parts));
await show(() => new any([], 5));
await show(() => new any([], () => {}));
await show(() => new any([], null));
await show(() => any([]));
await show(() => new any(["a"], { endings: "x" }));
await show(() => new any(new Set(["a", 1, null, undefined, {}])).text());
await show(() => [new Blob([], { type: "Text/PLAIN\u00e9" }).type, new Blob([], { type: "Text/PLAIN; a=B" }).type]);
await show(() => new Blob([new Uint16Array([1, 2, 3]).subarray(1), new DataView(new ArrayBuffer(3), 1), new SharedArrayBuffer(2) as any]).bytes());
await show(() => new Blob(["\ud800x\r\n\n\r", "\r\n"], { endings: "native" }).bytes());
await show(() => new Blob([{ toString: () => (console.log("part"), "q") } as any], {
  get type() { return console.log("type"), "x"; },
  get endings() { return console.log("endings"), "native" as const; },
}).text());
const detached = new ArrayBuffer(4);
structuredClone(detached, { transfer: [detached] });
await show(() => new Blob([detached]).size);
await show(() => new any([], {}).size);
const source = new Uint8Array([104, 105]);
const copied = new Blob([source, source.buffer]);
source[0] = 0;
await show(() => copied.text());
await show(() => new Blob(["\ufeffabc", new Blob([" d"])]).text());

// Slices.
const hello = new Blob(["hello", " ", "world"], { type: "a/b" });
const part: any = hello.slice(3, 8, "C/d");
console.log(hello, part, Object.keys(part), part.constructor === Blob, part.type);
await show(async () => [await hello.slice(-3).text(), await hello.slice(1.9, 2.1).text(), await hello.slice(0, -3).slice(2, -1).text()]);
await show(async () => [await part.text(), await part.slice(1, 3).text(), await new Blob([part, "|", part]).text()]);
await show(() => [hello.slice(8, 2).size, hello.slice(NaN, Infinity).size, hello.slice(0, 2 ** 63).size, hello.slice(0, 2 ** 64).size, hello.slice(-(2 ** 63) - 4096).size]);
await show(() => hello.slice(Symbol() as any));
await show(() => hello.slice(1n as any));
await show(() => hello.slice("2" as any, "x" as any).size);
await show(async () => new Uint8Array(await hello.slice(0, 3).arrayBuffer()));
await show(() => (Blob.prototype as any).size);
await show(() => Blob.prototype.text.call({} as any));
await show(() => Blob.prototype.slice.call({} as any));

// Files.
await show(() => new (File as any)());
await show(() => new File([], "a\ud800", { lastModified: "12.5" as any }));
await show(() => new File(["abc"], "x", { lastModified: new Date(5) as any, type: "A/b" }));
await show(() => new File(["abc"], "x", { lastModified: 5n as any }));
await show(() => new File(["abc"], "x", { lastModified: {} as any }).lastModified);
await show(() => Math.abs(new File(["abc"], "x").lastModified - Date.now()) < 5000);
await show(() => (File.prototype as any).name);
class Named extends File { extra = 1; }
const named = new Named(["abc"], "n", { lastModified: 3 });
console.log(named instanceof Blob, named.size, await named.text(), await named.slice(1).text(), named.slice(1) instanceof File);
console.log([[[new Blob(["a"])]]], [[[[new Blob(["a"])]]]]);

// Clones.
await show(() => [structuredClone(hello), structuredClone(named), structuredClone(named) instanceof Named, structuredClone(named) instanceof File]);
await show(async () => { const { a, b }: any = structuredClone({ a: hello, b: hello }); return [a === b, a === hello, await a.text(), Object.keys(a)]; });

// URLs.
const url = URL.createObjectURL(new File(["data"], "n", { type: "a/b" }));
console.log(/^blob:nodedata:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(url), resolveObjectURL(url));
await show(() => (resolveObjectURL(url) as any).text());
URL.revokeObjectURL(url.slice(0, -1));
await show(() => resolveObjectURL(url)?.size);
URL.revokeObjectURL(url);
await show(() => [resolveObjectURL(url), resolveObjectURL("zz"), (resolveObjectURL as any)()]);
await show(() => URL.createObjectURL({} as any));
await show(() => (URL as any).revokeObjectURL());

// Blobs of files are of the files as they were.
const folder = mkdtempSync("/tmp/polyglot-blob-");
const path = folder + "/file";
writeFileSync(path, "0123456789");
await show(() => openAsBlob(path + "x"));
await show(() => openAsBlob(5 as any));
await show(() => openAsBlob(path, 5 as any));
await show(() => openAsBlob(path, { type: 5 as any }));
await show(() => openAsBlob(path, { type: "AB\u00e9" }));
const file = await openAsBlob(path);
await show(async () => [file, await file.text(), await file.slice(2, 5).text(), await new Blob(["<", file, ">"]).text()]);
await show(() => structuredClone(file));
await show(() => structuredClone(file.slice(1)));
writeFileSync(path, "01234567890");
await show(() => file.text());
await show(() => file.slice(2, 3).bytes());
unlinkSync(path);
rmdirSync(folder);
await show(() => file.arrayBuffer());

// Streams.
await show(() => toBlob(Readable.from(["a", "b"])));
await show(async () => { for await (const chunk of Duplex.from(hello)) return chunk; });

// When the bytes are there: how many jobs ran before.
const jobs = async (blob: Blob) => {
  let isDone = false;
  let count = 0;
  blob.arrayBuffer().then(() => { isDone = true; });
  for (; !isDone; count++) await undefined;
  return count;
};
console.log(await jobs(new Blob()), await jobs(new Blob(["a"])), await jobs(new Blob([""])), await jobs(hello), await jobs(part),
  await jobs(new Blob([hello, part])), await jobs(hello.slice(2, 2)));
