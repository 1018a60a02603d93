/// The programs of Tests/Programs about what the prelude has a part in, with the prelude in the place of Node's own functions: the output must stay the same.
import assert from "node:assert";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.join(here, "../Programs");
const preload = pathToFileURL(path.join(here, "use-prelude.mjs")).href;

const folders = ["arrays", "console", "dynamic", "everyday", "iteration", "maps", "strings"];

for (const file of fs.readdirSync(programs, { recursive: true }).sort()) {
  const expected = path.join(programs, file.replace(/\.ts$/, ".expected"));
  if (!folders.includes(file.split(path.sep)[0]) || !file.endsWith(".ts") || !fs.existsSync(expected)) continue;
  const source = fs.readFileSync(path.join(programs, file), "utf8");
  // Arguments and environment are the runner's business; programs that need them are few.
  if (/^\/\/ @(args|env):/m.test(source)) continue;
  // So is what the facade of `util` stands on: timers, files and bytes.
  if (/ from "(node:)?util";/.test(source)) continue;
  const input = /^\/\/ @stdin: (.*)/m.exec(source)?.[1];
  test(file, () => {
    const run = spawnSync(
      process.execPath, ["--no-warnings", "--experimental-transform-types", "--import", preload, path.join(programs, file)],
      { cwd: path.dirname(path.join(programs, file)), env: { ...process.env, NO_COLOR: "1" }, encoding: "utf8",
        input: input === undefined ? "" : fs.readFileSync(path.join(programs, path.dirname(file), input)) },
    );
    assert.strictEqual(run.stdout, fs.readFileSync(expected, "utf8"), run.stderr);
    assert.strictEqual(run.status, Number(/^\/\/ @exit: (\d+)/m.exec(source)?.[1] ?? 0), run.stderr);
  });
}
