// Built-in objects whose properties are found by keys that only the run tells.
const name = ["s", "q", "r", "t"].join("");
console.log((Math as any)[name](16), (Math as any)[["tr", "unc"].join("")](1.5));
console.log((String.prototype as any)[["to", "Upper", "Case"].join("")].call("abc"));
console.log(Object.getOwnPropertyNames(Reflect).length >= 13, Reflect.ownKeys(Math).includes(["hy", "pot"].join("")));
const find = (o: object, key: string) => Object.getOwnPropertyNames(Math).includes(key) && key in o;
console.log(find(Math, ["cb", "rt"].join("")), find(Math, "none"));
