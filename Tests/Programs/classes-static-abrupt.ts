// A static block that always throws ends the class definition.
const log: string[] = [];
try {
  class A {
    static { log.push("first"); throw new RangeError("no class"); }
    static after = log.push("never");
  }
  log.push(typeof A);
} catch (error) {
  log.push(String(error));
}
console.log(log.join(", "));
