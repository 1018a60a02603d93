// Errors of file functions: message, code, errno, syscall.
import fs from "node:fs";
const folder = fs.mkdtempSync("/tmp/polyglot-errors-");
process.chdir(folder);
fs.mkdirSync("d");
fs.writeFileSync("f", "x");
const cases: (() => unknown)[] = [
  () => fs.readFileSync("none", "utf8"), () => fs.readFileSync("d", "utf8"), () => fs.writeFileSync("none/x", "a"), () => fs.writeFileSync("d", "a"), () => fs.readdirSync("none"), () => fs.readdirSync("f"),
  () => fs.statSync("none"), () => fs.lstatSync("none"), () => fs.mkdirSync("d"), () => fs.mkdirSync("p/q"), () => fs.mkdirSync("f/y", { recursive: true }), () => fs.mkdirSync("f", { recursive: true }), () => fs.rmSync("none"), () => fs.rmSync("d"), () => fs.rmdirSync("none"),
  () => fs.unlinkSync("none"), () => fs.renameSync("none", "b"), () => fs.copyFileSync("none", "b"), () => fs.copyFileSync("f", "f", fs.constants.COPYFILE_EXCL), () => fs.accessSync("none"), () => fs.mkdtempSync("none/x"), () => process.chdir("none"), () => fs.writeFileSync("f", "y", { flag: "wx" }),
  () => fs.readFileSync(undefined as any, "utf8"), () => fs.readFileSync("a\0b", "utf8"), () => fs.writeFileSync("f", 5 as any), () => fs.readFileSync("f", "bogus" as any), () => fs.writeFileSync("f", "z", { flag: "zz" }), () => fs.mkdirSync({} as any),
];
for (const c of cases) {
  try {
    console.log("no error", c());
  } catch (e: any) {
    console.log(e.name, e.code, e.message.replaceAll(folder, "FOLDER"), e.errno, e.syscall, e.dest, e instanceof Error);
  }
}
console.log(fs.existsSync(""), fs.existsSync("f/x"), fs.readFileSync("f", "utf8"));
fs.rmSync(folder, { recursive: true });
