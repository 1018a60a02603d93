// Files that require each other see what the other has exported so far.
console.log("main starting");
const a = require("./a.cjs");
const b = require("./b.cjs");
console.log("in main", a.done, b.done, a.late(), b.seen);
console.log(require("./whole.cjs").kind);
