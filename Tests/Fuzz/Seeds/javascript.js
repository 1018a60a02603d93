'use strict';
const a = require("b"); module.exports = class extends a { static #c = 1; d = async () => { await 1; } };
for (var e in f) if (g < h > (i)) j: while (k) { break j; } var l = { get m() { return /n/ / 2 }, async *o() {} };
