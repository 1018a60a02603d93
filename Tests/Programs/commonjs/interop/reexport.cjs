module.exports = { ...require("./legacy.cjs"), extra: "more" };
