"use strict";
console.log("named runs");
exports.add = (a, b) => a + b;
class Counter {
  constructor(start) {
    this.value = start;
  }
  next() {
    this.value += 1;
    return this.value;
  }
}
exports.Counter = Counter;
function twice(x) {
  return exports.add(x, x);
}
exports.twice = twice;
