// Files without a package type are modules or CommonJS by their syntax.
const common: { value: number } = require("./common.js");
const { modern } = require("./modern.js");
const same = (this as unknown) === module.exports;
console.log(common.value, modern, same, typeof module, arity(1, 2));
function arity(..._all: number[]): number {
  return arguments.length;
}
