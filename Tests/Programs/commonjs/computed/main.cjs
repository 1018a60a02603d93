// Computed paths find the files that they may mean; `require` is a value.
for (const name of ["one.cjs", "two", "data", "three"]) {
  try {
    console.log(name, require("./parts/" + name));
  } catch (error) {
    console.log(name, error.code);
  }
}
const part = (name) => require(`./parts/${name}.cjs`);
console.log(part("one") === require("./parts/one.cjs"), typeof require);
function load(use, name) {
  return use(name);
}
console.log(load(require, "./parts/two"));
const root = (typeof require === "function" && require)("./parts/one.cjs").name;
console.log(root);
