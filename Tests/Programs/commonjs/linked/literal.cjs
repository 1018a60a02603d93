const { Base } = require("./classes.cjs");
module.exports = { z: 1, Base, a: () => 2 };
