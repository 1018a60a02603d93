exports.name = "two"; exports.up = require("path").basename(__dirname);
