"use strict";
const LIMIT = 10;
class Base {
  constructor(size) {
    this.size = size;
  }
  describe() {
    return `base ${this.size}`;
  }
}
function makeBase(size) {
  return new Base(size);
}
exports.Base = Base;
exports.LIMIT = LIMIT;
exports.makeBase = makeBase;
exports.missing = undefined;
exports.Renamed = Base;
exports.anonymous = function (x) {
  return x + 1;
};
exports.arrow = (x) => x * 2;
exports.named = function inner() {};
exports.Expression = class {
  kind = "expression";
};
