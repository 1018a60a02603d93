console.log("lazy runs");
module.exports = { x: 1 };
