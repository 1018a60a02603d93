// @targets: native
// fs.statfs, mkdtempDisposable, lchmod, _toUnixTimestamp; who the process is, and os.setPriority.
import {
  _toUnixTimestamp, existsSync, lchmod, lchmodSync, mkdirSync, mkdtempDisposableSync, promises, statfs, statfsSync, writeFileSync,
} from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const show = (f: () => any) => {
  try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message, Object.keys(e).join()); }
};
const stats = statfsSync("/");
console.log(stats.constructor.name, Object.keys(stats).join(), Object.values(stats).every((value) => typeof value === "number" && value >= 0));
console.log(stats.bsize > 0 && stats.blocks >= stats.bfree && stats.bfree >= stats.bavail);
console.log(Object.values(statfsSync("/", { bigint: true })).every((value) => typeof value === "bigint"));
show(() => statfsSync("/nothing/here"));
show(() => statfsSync(3 as any));
await (promises as any).statfs("/nothing/here").catch((e: any) => console.log(e.message, e.errno, e.path));
await new Promise<void>((done) => statfs("/nothing/here", (e: any) => { console.log(e.message); done(); }));
console.log((await (promises as any).statfs("/")).type === stats.type, lchmod, lchmodSync);
await (promises as any).lchmod("x", 1).catch((e: any) => console.log(e.code, e.message));
for (const time of [1.5, "12", "-3.5", new Date(5000), "x", NaN, null]) show(() => _toUnixTimestamp(time));

const start = path.join(os.tmpdir(), "disposable-");
{
  const folder = mkdtempDisposableSync(start);
  console.log(Object.keys(folder).join(), folder.path.startsWith(start), existsSync(folder.path));
  writeFileSync(folder.path + "/file", "text");
  folder[Symbol.dispose]();
  console.log(existsSync(folder.path), folder.remove());
  const other = await (promises as any).mkdtempDisposable(start);
  mkdirSync(other.path + "/folder");
  await other.remove();
  console.log(Object.keys(other).join(), existsSync(other.path), await other[Symbol.asyncDispose]());
}

show(() => os.setPriority(undefined as any));
show(() => os.setPriority(30));
show(() => os.setPriority(1.5, 3));
const nice = os.getPriority();
console.log(os.setPriority(nice + 1), os.getPriority() - nice);
try {
  os.setPriority(2147483646, 10);
} catch (e: any) {
  console.log(e.name, e.code, e.message, e.info, e.errno, e.syscall, String(e.stack).split("\n")[0]);
}
const me: any = process;
for (const name of ["setuid", "seteuid", "setgid", "setegid"]) {
  console.log(name, me[name].length);
  for (const id of [undefined, "no such name", -1, 1.5, {}, 4294967296, ""]) show(() => me[name](id));
}
for (const groups of [3, ["no such name"], [{}], [-1], new Array(2)]) show(() => me.setgroups(groups));
show(() => me.initgroups({}, 1));
show(() => me.initgroups(0, "no such name"));
show(() => me.initgroups(4294967294, 0));
console.log(me.setuid(me.getuid()), me.setegid(me.getegid()), me.getgroups().includes(me.getegid()));
