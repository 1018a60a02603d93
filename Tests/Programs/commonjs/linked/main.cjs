// What files take from each other by name, in all the ways in which a variable could stand for it, or could not.
"use strict";
const { Base, LIMIT, makeBase, missing = "default", Renamed: Other } = require("./classes.cjs");
const classes = require("./classes.cjs");
var late = require("./changing.cjs");
const { count, increment } = require("./changing.cjs");
const compiled_1 = require("./compiled.cjs");
const Whole = require("./whole.cjs");
const whole = require("./whole.cjs");
const barrel = require("./barrel.cjs");
const fs = require("node:fs");
const { join, sep } = require("path");
const modern = require("./modern.mjs");
const { value, bump, current } = require("./modern.mjs");

class Derived extends Base {
  constructor() {
    super(LIMIT);
  }
  describe() {
    return `derived ${super.describe()}`;
  }
}
console.log(new Derived().describe(), new Derived() instanceof classes.Base, makeBase(2).describe(), missing);
console.log(Other.name, classes.LIMIT, classes.makeBase === makeBase, classes.anonymous.name, classes.arrow.name);
console.log(classes.named.name, classes.anonymous(1), classes.arrow(2), new classes.Expression().kind);
console.log(require("./classes.cjs").LIMIT, require("./classes.cjs").makeBase(5).describe());

console.log(count, late.count, increment(), late.increment(), count, late.count);
late.swap();
console.log(late.increment(), increment());

console.log((0, compiled_1.twice)(21), compiled_1.default, compiled_1.__esModule, compiled_1.later);
console.log(new Whole(3).area(), whole === Whole, Whole.unit().area(), Whole.label);
console.log(barrel.Base === Base, barrel.twice(4), barrel.Whole === Whole, Object.keys(require("./literal.cjs")));
console.log(typeof fs.readFileSync, join("a", "b"), sep, fs.existsSync(__filename));
console.log(value, modern.value, bump(), modern.current, current, modern.nothing);

const self = require("./self.cjs");
console.log(self.same(), self.viaExports(3));
const early = require("./early.cjs");
console.log(early.before, early.after);
const { never } = require("./early.cjs");
console.log(never);
const maybe = process.argv.length > 100 ? require("./never.cjs") : null;
console.log(maybe);
function nested() {
  const { seen } = require("./nested.cjs");
  return seen + require("./nested.cjs").seen;
}
console.log(nested(), nested());
console.log(require("./conditional.cjs").platform);
