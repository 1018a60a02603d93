class Shape {
  constructor(side) {
    this.side = side;
  }
}
Shape.area = (side) => side * side;
module.exports = Shape;
module.exports.area = Shape.area;
