// A million lines read by readline, as events and by iteration.
import { mkdtempSync, createReadStream, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
const path = join(folder, "lines");
writeFileSync(path, Array.from({ length: 500_000 }, (_, i) => "line " + i).join("\n"));
let size = 0;
await new Promise<void>((resolve) => {
  createInterface({ input: createReadStream(path) }).on("line", (line) => { size += line.length; }).on("close", resolve);
});
for await (const line of createInterface({ input: createReadStream(path) })) size += line.length;
rmSync(folder, { recursive: true });
console.log(size);
