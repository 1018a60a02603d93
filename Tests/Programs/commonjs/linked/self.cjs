exports.same = function () {
  return this === exports;
};
exports.viaExports = (n) => (n === 0 ? "done" : exports.viaExports(n - 1));
