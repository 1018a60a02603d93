/// What `fs.watch` leaves out (https://nodejs.org/api/fs.html#fswatchfilename-options-listener, `ignore`).
// @optimize size
import { invalidType, invalidValue } from "../prelude/node-errors.ts";
import { globMatcher } from "./glob-pattern.ts";

type Test = (name: string) => boolean;

function testOf(pattern: any, name: string): Test {
  if (typeof pattern === "function") return (path) => !!pattern(path);
  if (pattern instanceof RegExp) return (path) => pattern.exec(path) !== null;
  if (typeof pattern !== "string") throw invalidType(name, "one of type string or function or an instance of RegExp", pattern);
  if (pattern === "") throw invalidValue(name, pattern, "must be a non-empty string");
  return globMatcher(pattern, { dot: true, matchesBase: true });
}

/// A function that tells which names are ignored, of a pattern or several.
export function ignoring(ignore: any): Test {
  if (ignore === undefined || ignore === null) return () => false;
  const name = "options.ignore";
  if (!Array.isArray(ignore)) return testOf(ignore, name);
  const tests = ignore.map((pattern, index) => testOf(pattern, name + "[" + index + "]"));
  return (path) => tests.some((test) => test(path));
}
