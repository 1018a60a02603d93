"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.later = exports.twice = void 0;
exports.twice = twice;
function twice(x) {
  return x * 2;
}
exports.default = "default export";
const later = [1, 2];
exports.later = later;
