const part = require("./part.cjs");
module.exports = { kind: "whole", part };
