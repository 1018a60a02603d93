// typeof and instanceof of everything.
const values: any[] = [1, NaN, "s", true, null, undefined, {}, [], () => 1, class {}, Symbol(), new Map(), new Error("e"), Math, Object(1), /* holes */ [,][0]];
console.log(values.map((v) => typeof v).join(" "));
console.log(values.map((v) => [v instanceof Object, v instanceof Function, v instanceof Array, v instanceof Error].map(Number).join("")).join(" "));
console.log(typeof undeclared, typeof globalThis, typeof console.log, typeof (undefined as any)?.x);
declare const undeclared: any;
try {
  undeclared;
} catch (e) {
  console.log(String(e));
}
console.log(Object.prototype.toString.call(1), Object.prototype.toString.call("s"), Object.prototype.toString.call(() => 1), Object.prototype.toString.call(undefined), String({}), String([]), String([1, [2]]), String(() => 1).length > 0);
