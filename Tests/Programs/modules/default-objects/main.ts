// Default imports of built-in modules: their members, and objects that the program changes or passes on.
import path, { join, sep } from "node:path";
import * as namespace from "node:path";
import os from "node:os";
import querystring from "node:querystring";
import * as timers from "node:timers";
import { default as promised } from "node:timers/promises";
import { patched } from "./patches.ts";
import { described, basename } from "./reads.ts";

console.log(path.join("a", "b"), path.sep === sep, path.join === join, path["basename"]("/c/d.ts"), path.posix.join("e", "f"));
console.log(namespace.join === path.join, namespace.default === path, typeof namespace);
console.log(described, basename("x/y"));

// Changed in another module before this one runs: seen through the object alone.
console.log(os.EOL === "\n", os.homedir(), patched());

// Held as a value.
const held: any = querystring;
console.log(held.escape("ü"), querystring.escape === held.escape, Object.keys(held).includes("parse"));
held.escape = () => "changed";
console.log(querystring.escape("ü"), held.missing);

// Only read: these may be linked one by one.
await promised.setTimeout(1);
timers.setImmediate(() => console.log("immediate", [promised.setImmediate].length));
