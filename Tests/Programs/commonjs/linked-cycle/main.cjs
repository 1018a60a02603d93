// In a cycle, a name is what it was when it was taken.
const { first } = require("./first.cjs");
const second = require("./second.cjs");
console.log(first(), second.second(), second.taken, second.object());
