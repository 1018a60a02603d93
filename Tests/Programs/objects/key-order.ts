// Integer keys first, then names in order of creation.
const o: any = { b: 1, 2: "two", a: 2, 1: "one", "-1": "neg", "01": "lead", 4294967295: "big", 4294967294: "index" };
o.z = 1;
o[0] = "zero";
delete o.b;
o.b = "again";
console.log(Object.keys(o), JSON.stringify(o));
for (const k in o) console.log(k);
const s = Symbol("s");
o[s] = 1;
console.log(Reflect.ownKeys(o), Object.getOwnPropertySymbols(o), Object.entries({ y: 1, x: 2, 3: 3 }));
console.log(Object.values({ b: 1, a: 2, 1: 0 }), Object.assign({ q: 1 }, { p: 2, q: 3 }, null, { 5: 5 }));
