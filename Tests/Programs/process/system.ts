// What the process uses, who it is, .env files, and references.
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const process_ = process;
const show = (f: () => any) => { try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message, Object.keys(e)); } };
const usage = process_.resourceUsage();
console.log(Object.keys(usage).join(), Object.values(usage).every((value) => typeof value === "number"));
console.log(typeof process_.availableMemory(), process_.availableMemory() >= 0, typeof process_.constrainedMemory());
const time = process_.threadCpuUsage();
console.log(Object.keys(time), typeof time.user, Object.values(process_.threadCpuUsage(time)).every((value: any) => value >= 0));
show(() => process_.threadCpuUsage(1));
show(() => process_.threadCpuUsage({ user: -1, system: 0 }));
show(() => process_.threadCpuUsage({ user: "a", system: 0 }));
console.log(Array.isArray(process_.getgroups()), process_.getgroups().every((group: any) => group >= 0));
console.log(["resourceUsage", "threadCpuUsage", "availableMemory", "getgroups", "loadEnvFile", "ref", "unref"].map((name) => process_[name].length).join());

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "system-"));
const file = path.join(folder, ".env");
fs.writeFileSync(file, "A_ONE=1\nKEPT=no\nexport B_TWO='x y' # more\nC=\"a\\nb\"\n");
process.env.KEPT = "yes";
show(() => process_.loadEnvFile(file));
console.log(process.env.A_ONE, process.env.B_TWO, process.env.C, process.env.KEPT);
show(() => process_.loadEnvFile("/nowhere at all"));
show(() => process_.loadEnvFile(1));
show(() => process_.loadEnvFile(""));
delete process.env.A_ONE;
show(() => process_.loadEnvFile(Buffer.from(file)));
console.log(process.env.A_ONE);
try { process_.loadEnvFile(folder); } catch (e: any) { console.log(e.name, e.code, e.message.replace(folder, "FOLDER")); }
fs.rmSync(folder, { recursive: true });

process_.ref({ ref() { console.log("ref", typeof this); } });
process_.unref({ unref() { console.log("unref"); } });
process_.ref({ [Symbol.for("nodejs.ref")]() { console.log("symbol"); }, ref() { console.log("not this"); } });
for (const nothing of [1, {}, null, undefined, "a", { ref: 1 }]) process_.ref(nothing);
