console.log("legacy runs");
exports.a = 1;
module.exports.b = "two";
Object.defineProperty(exports, "later", { enumerable: true, value: [3] });
exports.hidden = 0;
delete exports.hidden;
exports.viaModern = function () {
  const modern = require("./modern.mjs");
  return [modern.helper(), modern.default, Object.keys(modern)];
};
