exports.early = "early";
const { second } = require("./second.cjs");
exports.first = () => "first " + second();
exports.early = "late";
