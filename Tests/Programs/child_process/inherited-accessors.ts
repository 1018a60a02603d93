// @targets: native
// Accessors that all objects inherit under numbers may take what the library appends to its lists.
import { spawnSync } from "node:child_process";

const indices = Array.from({ length: 40 }, (_, index) => String(index));
for (const name of indices) {
  Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 7, set() {} });
}
try {
  spawnSync("echo", ["a", "b"], { env: { A: "1", B: "2" } });
} catch {
  // Whether it works is the library's affair.
}
for (const name of indices) delete (Object.prototype as any)[name];
console.log(String(spawnSync("echo", ["a", "b"]).stdout));
