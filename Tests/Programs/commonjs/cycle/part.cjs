const whole = require("./whole.cjs");
console.log("part sees", whole, whole.kind);
exports.whole = () => whole.kind;
