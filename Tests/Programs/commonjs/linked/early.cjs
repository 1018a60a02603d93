exports.before = peek();
exports.after = 2;
function peek() {
  return exports.after;
}
if (exports.after) return;
exports.never = 1;
