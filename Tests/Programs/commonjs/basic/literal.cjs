const hidden = 7;
module.exports = {
  a: 1,
  b() {
    return this.a + hidden;
  },
  "c d": "e",
};
