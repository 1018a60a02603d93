// fs.glob, globSync, promises.glob: patterns, their order, exclusion, entries, wrong arguments.
import { glob, globSync, mkdirSync, mkdtempSync, promises, rmSync, symlinkSync, writeFileSync } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const find: any = globSync;
const later: any = glob;
const promised: any = promises.glob;
// Patterns that lead out of the folder stay in one that nobody else writes to.
const outside = mkdtempSync(path.join(os.tmpdir(), "glob-"));
const cwd = path.join(outside, "inside");
for (const folder of ["a/x", "a/y/z", "a/.s", "b/x", ".hid/x", "c"]) mkdirSync(path.join(cwd, folder), { recursive: true });
for (const file of [
  "1.txt", "2.md", ".dot", "a/1.txt", "a/y/2.txt", "a/y/z/3.txt", "a/.s/.q", "a/y/.dd", "b/x/4.txt", "b/5.md", ".hid/6.txt", "c/7.js",
]) writeFileSync(path.join(cwd, file), "");
symlinkSync("../a", path.join(cwd, "c/link"));
symlinkSync("nowhere", path.join(cwd, "c/dangling"));
const shown = (names: any[]) => names.map((name) => (typeof name === "string" ? name.replace(cwd, "CWD") : (name.name === path.basename(cwd) ? "CWD" : name.name) + "/" + name.isDirectory())).join(" ");

for (const pattern of [
  "**", "*", "**/*.txt", "*/*", "a/**", "a/**/", "*/", "**/", "{a,b}/**/*.txt", "./a/*", "c/link/*", "c/**", "**/x", "**/x/**", "a/../b/*",
  ".*", ".*/*", "**/.*", "**/.s/**", "nothing", "a", "a/", "./", ".", "..", "", "**/../*.md", "[ab]/*", "[.]hid/*", "!(a)", "+(a|b)", "**/{x,y}",
  "a/./y", "**/y/**/3.txt", "**/**/*.md", "c/link/**", "c/*/", "**/link/**", "a//x", "*/*/*/*", "**/z/..", "c/link/..", "a/**/..", cwd + "/a/*", "?hid/*",
]) console.log(pattern.replace(cwd, "CWD"), "->", shown(find(pattern, { cwd })));
console.log(shown(find(["**/x", "a/**", "**/x"], { cwd })));
console.log(shown(find("**", { cwd, withFileTypes: true })));

for (const exclude of [["a"], ["a/**"], ["*.txt"], ["**/*.txt"], ["./b/x"], [cwd + "/b/x"], ["*"]]) {
  for (const pattern of ["**", "*/*", "*"]) console.log(exclude.join().replace(cwd, "CWD"), pattern, "->", shown(find(pattern, { cwd, exclude })));
}
for (const pattern of ["**/*.txt", "*/*", "a/y/*"]) {
  for (const withFileTypes of [false, true]) {
    const asked: any[] = [];
    const found = find(pattern, { cwd, withFileTypes, exclude: (it: any) => { asked.push(it); return (it.name ?? it) === "y"; } });
    console.log(pattern, shown(asked), "->", shown(found));
  }
}

for (const wrong of [
  [], [3], [[3]], ["a", 3], ["a", null], ["a", { cwd: 3 }], ["a", { exclude: 3 }], ["a", { exclude: [3] }],
]) {
  try {
    console.log(find(...wrong));
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
try {
  later("a");
} catch (error: any) {
  console.log(error.code, error.message);
}
console.log(find("*", { cwd: path.join(cwd, "nothing") }), find([], { cwd }));

const found: string[] = [];
for await (const name of promised("a/**", { cwd })) found.push(name);
console.log(shown(found));
await promised("a", { exclude: 3 }).next().catch((error: any) => console.log(error.code));
await new Promise<void>((resolve) => later("*", { cwd }, (error: any, names: any) => { console.log(error, shown(names)); resolve(); }));
rmSync(outside, { recursive: true });
