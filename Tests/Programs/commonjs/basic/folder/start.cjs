let count = 0;
exports.name = "folder";
exports.count = function () {
  count++;
  return [count, this === module.exports];
};
