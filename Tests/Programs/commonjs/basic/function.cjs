module.exports = make;
module.exports.version = "1.0";
function make(text) {
  return `<${text}>`;
}
