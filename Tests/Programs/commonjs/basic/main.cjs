// Exports in their usual forms, each seen by require as Node shows it.
const { add, Counter, twice: double } = require("./named.cjs");
const Point = require("./class.cjs");
const make = require("./function.cjs");
const literal = require("./literal.cjs");
const folder = require("./folder");
const data = require("./data.json");
const path = require("path");
const { basename } = require("node:path");

console.log(add(1, 2), double(4), new Counter(5).next());
const point = new Point(3, 4);
console.log(point.length(), point instanceof Point, Point.name);
console.log(make("x"), make.version, typeof make);
console.log(literal.a, literal.b(), literal["c d"], Object.keys(literal));
console.log(folder.name, folder.count());
console.log(data.list[1], require("./data.json") === data);
console.log(path.basename(__filename), basename(__dirname), path === require("node:path"));
console.log(require("./named.cjs") === require("./../basic/named.cjs"), require("./named.cjs").add === add);
console.log(typeof require, typeof module, typeof exports, module.exports === exports, this === exports);
console.log(path.basename(require.resolve("./named.cjs")), require.resolve("path"));
exports.own = 1;
console.log(module.exports.own, this.own, Object.keys(this));
try {
  require("./nowhere.cjs");
} catch (error) {
  console.log(error.code, error.message.split("\n")[0], error instanceof Error);
}
function later() {
  return require("./late.cjs");
}
console.log("before");
console.log(later().value, later() === later());
for (const name of ["a", "b"]) console.log(name, require("./literal.cjs")[name] === literal[name]);
let thrown = 0;
for (let i = 0; i < 2; i++) {
  try {
    require("./throwing.cjs");
  } catch (error) {
    thrown++;
    console.log(error.message);
  }
}
console.log(thrown, globalThis.runs);
