// `prototype` may be an accessor of a function that has none by itself.
const method: any = { f() {} }.f;
let reads = 0;
Object.defineProperty(method, "prototype", {
  get() {
    reads++;
    return Array.prototype;
  },
});
console.log([] instanceof method, {} instanceof method, reads);
Object.defineProperty(method, "name", { value: "renamed" });
console.log(method[Symbol.hasInstance]([1]), reads);
