// What functions and classes under computed names are called (SetFunctionName).
const described = Symbol("described");
const bare = Symbol();
const key = "k" + 1;
class A {
  get [described]() { return 1; }
  set [bare](value: number) {}
  get [key]() { return 2; }
  static [key] = class {
    static own = this.name;
  };
}
function name(object: object, property: PropertyKey, half: "get" | "set" | "value") {
  const descriptor = Object.getOwnPropertyDescriptor(object, property)! as any;
  return JSON.stringify(descriptor[half].name);
}
console.log(name(A.prototype, described, "get"), name(A.prototype, bare, "set"), name(A.prototype, key, "get"));
console.log(name(A, key, "value"), (A as any)[key].own);
const o = { [described]: () => {}, [bare]: function () {}, get [key]() { return 3; }, [key + "x"]: class {} };
console.log(name(o, described, "value"), name(o, bare, "value"), name(o, key, "get"), name(o, key + "x", "value"));
