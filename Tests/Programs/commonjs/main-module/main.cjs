// `module` as an object, and who is the main module.
const child = require("./child.cjs");
console.log(require.main === module, child.isMain, require.main.id, module.id, module.loaded);
console.log(child.loaded, child.module.loaded, child.module.exports === child, child.module.filename === require.resolve("./child.cjs"));
if (require.main === module) console.log("run as a program");
console.log((function () { return typeof this; })(), (function () { "use strict"; return typeof this; })());
class Strict {
  method() {
    return (function () { return this; })();
  }
}
console.log(new Strict().method());
const { method } = { method() { return this === globalThis; } };
console.log(method());
