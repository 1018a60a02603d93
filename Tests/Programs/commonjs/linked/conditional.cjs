if (typeof process === "object") {
  exports.platform = "node";
} else {
  exports.platform = "other";
}
