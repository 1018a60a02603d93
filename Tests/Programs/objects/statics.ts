// Static functions of Object.
console.log(Object.entries({ a: 1, b: [2] }), Object.fromEntries([["x", 1], ["y", 2]]), Object.fromEntries(new Map([["m", 1]])));
console.log(Object.is(-0, 0), Object.is(NaN, NaN), Object.is("a", "a"), Object.is({}, {}));
const target = { a: 1 };
console.log(Object.assign(target, { b: 2 }, undefined, { a: 3 }) === target, target);
console.log(Object.getOwnPropertyNames("ab"), Object.keys([4, , 6]), Object.getOwnPropertyNames([1]));
console.log(Object.groupBy([1, 2, 3, 4, 5], (n) => (n % 2 ? "odd" : "even")));
console.log(typeof Object(1), typeof Object(null), Object("s") instanceof String, Object.keys(Object.assign([1, 2], { k: 3 })));
for (const bad of [null, undefined] as any[]) {
  try {
    Object.keys(bad);
  } catch (e) {
    console.log(String(e));
  }
}
console.log(Object.keys(5 as any), Object.values("hey"), Object.entries(true as any), Object.getPrototypeOf(1) === Number.prototype);
