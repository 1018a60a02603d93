// 1 GB through a read stream and a write stream.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const folder = mkdtempSync(join(tmpdir(), "copy-"));
try {
  const source = join(folder, "source");
  const target = join(folder, "target");
  writeFileSync(source, "");
  truncateSync(source, 1 << 30);
  await pipeline(createReadStream(source), createWriteStream(target));
  console.log(statSync(target).size);
} finally {
  rmSync(folder, { recursive: true });
}
