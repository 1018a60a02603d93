// Reading standard input by its path.
// @stdin: stdin.txt
import { readFileSync } from "fs";
const words = readFileSync("/dev/stdin", "utf8").split("\n").join(" ").split(" ").filter(Boolean);
console.log(words.length, words[0], words.at(-1));
