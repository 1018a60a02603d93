console.log("nested runs");
exports.seen = 1;
