// Arguments and environment.
// @args: one "two three" --flag=x ü
// @env: POLYGLOT_TEST=value with spaces
import process2, { argv, env } from "node:process";
console.log(process.argv.slice(2), argv.length, process.argv.length, typeof process.argv[0], process.argv === argv);
console.log(process.env.POLYGLOT_TEST, env["POLYGLOT_MISSING"], "POLYGLOT_TEST" in process.env, process2 === process, typeof process.env.PATH);
process.env.POLYGLOT_NEW = "n";
console.log(process.env.POLYGLOT_NEW, delete process.env.POLYGLOT_NEW, process.env.POLYGLOT_NEW);
const flags = process.argv.slice(2).filter((a) => a.startsWith("--")).map((a) => a.slice(2).split("="));
console.log(Object.fromEntries(flags));
