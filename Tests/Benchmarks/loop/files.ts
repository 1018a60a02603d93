// Reads 20,000 small files, one after the other and a hundred at a time.
import { mkdtempSync, promises, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const paths = Array.from({ length: 1000 }, (_, i) => join(folder, String(i)));
for (const [i, path] of paths.entries()) writeFileSync(path, "x".repeat(i));
let size = 0;
for (let i = 0; i < 10_000; i++) size += (await promises.readFile(paths[i % 1000]!)).length;
for (let i = 0; i < 10_000; i += 100) {
  const texts = await Promise.all(Array.from({ length: 100 }, (_, k) => promises.readFile(paths[(i + k) % 1000]!, "utf8")));
  for (const text of texts) size += text.length;
}
rmSync(folder, { recursive: true });
console.log(size);
