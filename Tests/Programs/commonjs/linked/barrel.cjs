const { Base } = require("./classes.cjs");
const { twice } = require("./compiled.cjs");
const Whole = require("./whole.cjs");
module.exports = { Base, twice, Whole };
