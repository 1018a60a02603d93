// fs/promises, callbacks and descriptors: each result and error as Node gives it.
import * as fs from "node:fs";
import * as fsp from "node:fs/promises";
import { mkdtempSync } from "fs";

const root = mkdtempSync("/tmp/polyglot-fs-");
const at = (name: string) => root + "/" + name;
const show = (error: any) => `${error.name} ${error.code} ${error.errno} ${error.syscall} ${String(error.path).replace(root, "")} ${error.dest ?? ""} | ${error.message.replaceAll(root, "")}`.replaceAll(root, "");
const failing = async (what: Promise<any>) => { try { console.log("no error", await what); } catch (error) { console.log(show(error)); } };

async function part1(): Promise<void> {
  await fsp.writeFile(at("a.txt"), "héllo\n");
  await fsp.appendFile(at("a.txt"), Buffer.from("world\n"));
  console.log(await fsp.readFile(at("a.txt"), "utf8"), await fsp.readFile(at("a.txt")), await fsp.readFile(at("a.txt"), { encoding: "base64" }));
  console.log(fs.readFileSync(at("a.txt"), "latin1"), fs.readFileSync(Buffer.from(at("a.txt"))).length);
  await fsp.writeFile(at("hex"), "00ff10", "hex");
  console.log(await fsp.readFile(at("hex")), (await fsp.readFile(at("hex"), "hex")));
  await fsp.writeFile(at("view"), new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2));
  console.log(fs.readFileSync(at("view")));
  await failing(fsp.writeFile(at("a.txt"), "x", { flag: "wx" }));
  await failing(fsp.readFile(at("missing"), "utf8"));
  await failing(fsp.readFile(root));
  await failing(fsp.rename(at("missing"), at("b")));
  await failing(fsp.copyFile(at("missing"), at("b")));
  await failing(fsp.rmdir(root));
  await failing(fsp.mkdir(at("x/y")));
  await failing(fsp.access(at("missing")));
  await failing(fsp.readdir(at("a.txt")));
  await failing(fsp.rm(at("missing")));
  await failing(fsp.rm(root));
  await failing(fsp.open(at("missing"), "r+"));
  await failing(fsp.truncate(at("missing")));
  await failing(fsp.opendir(at("missing")));
  await failing(fsp.readFile(5.5 as any));
  await failing(fsp.readFile(null as any));
  await failing(fsp.readFile("a\0b"));
  await failing(fsp.writeFile(at("c"), 5 as any));
  await failing(fsp.readFile(at("a.txt"), "nonsense" as any));
  await failing(fsp.chmod(at("a.txt"), "9"));
  await failing(fsp.mkdir(at("m"), { recursive: 1 as any }));
}

async function part2(): Promise<void> {
  console.log(String(await fsp.mkdir(at("deep/er/est"), { recursive: true })).replace(root, ""), await fsp.mkdir(at("deep/er"), { recursive: true }));
  await failing(fsp.mkdir(at("a.txt/b"), { recursive: true }));
  await fsp.copyFile(at("a.txt"), at("deep/copy"));
  await fsp.symlink("copy", at("deep/link"));
  await fsp.link(at("a.txt"), at("deep/er/hard"));
  console.log(await fsp.readlink(at("deep/link")), (await fsp.realpath(at("deep/../deep/copy"))).endsWith("/deep/copy"), (await fsp.lstat(at("deep/link"))).isSymbolicLink());
  console.log(await fsp.readdir(at("deep")), (await fsp.readdir(root, { recursive: true })).sort());
  for (const entry of await fsp.readdir(at("deep"), { withFileTypes: true })) console.log(entry.name, entry.isDirectory(), entry.isSymbolicLink(), entry.parentPath.replace(root, ""));
  await fsp.cp(at("deep"), at("other"), { recursive: true, verbatimSymlinks: true });
  console.log(fs.readdirSync(at("other"), { recursive: true }).length, fs.readFileSync(at("other/er/hard"), "utf8").length);
  for await (const entry of await fsp.opendir(at("deep"))) if (entry.name === "copy") console.log("entry", entry.isFile());
}

async function part3(): Promise<void> {
  const handle = await fsp.open(at("data"), "w+", 0o600);
  console.log(typeof handle.fd, (await handle.write("hello world")).bytesWritten, (await handle.write(Buffer.from("HE"), 0, 2, 0)).bytesWritten);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(20), 1, 5, 3);
  console.log(bytesRead, buffer.toString("latin1", 0, 6));
  console.log((await handle.stat()).size, (await handle.writev([Buffer.from("x"), Buffer.from("yz")], 11)).bytesWritten);
  await handle.truncate(12);
  await handle.sync();
  await handle.utimes(1000, new Date(2000000));
  console.log((await handle.stat()).mtimeMs, (await handle.stat()).atime.getTime(), (await handle.stat({ bigint: true })).mtimeNs);
  await handle.close();
  await failing(handle.stat());
  console.log(handle.fd, fs.readFileSync(at("data"), "utf8"));
}

async function part4(): Promise<void> {
  const fd = fs.openSync(at("sync"), "a+");
  console.log(fs.writeSync(fd, "abc"), fs.writeSync(fd, Buffer.from("defgh"), 1, 3), fs.writeSync(fd, new Uint8Array([65])));
  const bytes = new Uint8Array(4);
  console.log(fs.readSync(fd, bytes, 0, 4, 1), bytes, fs.readSync(fd, bytes, { offset: 2, length: 1, position: 0 }), bytes, fs.fstatSync(fd).size);
  fs.ftruncateSync(fd, 2);
  fs.fsyncSync(fd);
  console.log(fs.readFileSync(fd, "utf8").length, fs.readvSync(fd, [new Uint8Array(1), new Uint8Array(5)], 0));
  fs.closeSync(fd);
  for (const wrong of [() => fs.readSync(fd, bytes), () => fs.closeSync("x" as any), () => fs.readSync(0, "no" as any), () => fs.writeSync(1, bytes, 9), () => fs.openSync(at("q"), "what"), () => fs.readFile(at("q"), undefined as any), () => fs.stat(at("q"), 5 as any), () => fs.closeSync(-1)]) {
    try {
      wrong();
      console.log("no error");
    } catch (error: any) {
      console.log(error.name, error.code, error.message.replaceAll(root, ""));
    }
  }
  console.log(fs.statSync(at("q"), { throwIfNoEntry: false }), fs.existsSync(at("q")), fs.existsSync(root));
}

await part1();
await part2();
await part3();
await part4();

const steps: (() => void)[] = [
  () => fs.writeFile(at("cb"), "callback", next),
  () => fs.readFile(at("cb"), "utf8", next),
  () => fs.readFile(at("nothing"), next),
  () => fs.stat(at("cb"), (error, stats) => next(error, stats.size)),
  () => fs.exists(at("cb"), (there) => next(null, there)),
  () => fs.access(at("cb"), fs.constants.R_OK, next),
  () => fs.mkdir(at("cbdir/x"), { recursive: true }, (error, first) => next(error, first!.replace(root, ""))),
  () => fs.readdir(at("cbdir"), next),
  () => fs.rename(at("cb"), at("cb2"), next),
  () => fs.rm(at("cbdir"), { recursive: true }, next),
  () => fs.unlink(at("cb"), next),
  () => fs.open(at("cb2"), (error, descriptor) => fs.read(descriptor, Buffer.alloc(4), 0, 4, null, (failure, count, data) => { fs.closeSync(descriptor); next(failure, count + String(data)); })),
];
let step = 0;
function next(error: any, value?: any): void {
  if (step > 0) console.log(step, error ? show(error) : error, value);
  if (step < steps.length) return steps[step++]();
  fs.rmSync(root, { recursive: true, force: true });
  console.log(fs.existsSync(root));
}
const order: string[] = [];
fs.stat(root, () => { order.push("stat"); process.nextTick(() => order.push("tick")); Promise.resolve().then(() => order.push("micro")); setImmediate(() => { order.push("immediate"); console.log(order.join()); next(null); }); setTimeout(() => order.push("timer"), 60000).unref(); });
