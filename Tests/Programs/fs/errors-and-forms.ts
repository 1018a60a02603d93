// Errors of access and realpath, flushing, and the forms of functions that util.promisify makes.
import * as fs from "node:fs";
import * as util from "node:util";
const log = (...a: any[]) => console.log(...a);
const d = fs.mkdtempSync("/tmp/polyglot-left-");
fs.mkdirSync(d + "/a/b", { recursive: true }); fs.writeFileSync(d + "/a/f", "hello", { flush: true });
for (const f of [() => fs.accessSync(d, 8), () => fs.accessSync(d, -1), () => fs.accessSync(d, 1.5), () => fs.accessSync(d, "x" as any), () => fs.realpathSync(d + "/none/x"), () => fs.realpathSync.native(d + "/none/x"), () => fs.readFile("/x", "utf8" as any), () => fs.writeFileSync(d + "/z", "x", { flush: "a" } as any)]) try { log(f()); } catch (e: any) { log(e.name, e.code, e.message.replace(d, "D"), e.syscall, e.path?.replace(d, "D")); }
await new Promise<void>((r) => fs.realpath(d + "/none/x", (e: any) => { log(e.code, e.syscall, e.path.replace(d, "D"), e.message.replace(d, "D")); r(); }));
await fs.promises.realpath(d + "/none").catch((e) => log(e.syscall, e.path.replace(d, "D")));
log(await util.promisify(fs.exists)(d), await util.promisify(fs.exists)(d + "/q"));
const fd = fs.openSync(d + "/a/f", "r+");
log(await (util.promisify(fs.read) as any)(fd, Buffer.alloc(3), 0, 3, 0), await (util.promisify(fs.write) as any)(fd, "xy", 0), await (util.promisify(fs.readv) as any)(fd, [Buffer.alloc(2)], 0), await (util.promisify(fs.writev) as any)(fd, [Buffer.from("!")], 0));
fs.closeSync(fd);
log(fs.readFileSync(d + "/a/f", "utf8"), await util.promisify(setTimeout)(1, "t"), await util.promisify(setImmediate)("i"));
fs.symlinkSync("nowhere", d + "/l"); try { fs.realpathSync(d + "/l"); } catch (e: any) { log(e.syscall, e.path.replace(d, "D"), e.message.replaceAll(d, "D")); }
fs.symlinkSync("loop", d + "/loop"); try { fs.realpathSync(d + "/loop"); } catch (e: any) { log(e.code, e.syscall, e.path.replace(d, "D"), e.message.replaceAll(d, "D")); }
for (const encoding of ["utf8", null] as const) {
  try { fs.readFileSync(d, encoding); } catch (e: any) { log(e.code, e.syscall, e.path, e.message); }
}
fs.rmSync(d, { recursive: true });
