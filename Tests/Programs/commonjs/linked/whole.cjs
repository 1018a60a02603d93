class Whole {
  constructor(side) {
    this.side = side;
  }
  area() {
    return this.side ** 2;
  }
  static unit() {
    return new this(1);
  }
}
module.exports = Whole;
module.exports.label = "label";
