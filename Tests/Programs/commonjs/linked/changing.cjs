exports.count = 0;
exports.increment = () => ++counter;
let counter = 0;
exports.swap = () => {
  exports.increment = () => -1;
  exports.count = 99;
};
