console.log("b starting");
exports.done = false;
const a = require("./a.cjs");
const { done, late } = require("./a.cjs");
console.log("in b, a.done =", a.done, done, late, Object.keys(a));
exports.seen = () => 1;
exports.seen = typeof late;
exports.done = true;
console.log("b done");
