const { early, first } = require("./first.cjs");
const whole = require("./first.cjs");
exports.taken = [early, typeof first];
exports.second = () => "second";
exports.object = () => whole.early + " " + typeof whole.first;
