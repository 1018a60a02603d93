// Adding, deleting and testing properties.
const o: any = {};
for (let i = 0; i < 20; i++) o["k" + (i % 7)] = i;
console.log(o, "k3" in o, "k9" in o, delete o.k3, "k3" in o, o.k3, delete o.k3, Object.keys(o).length);
o.nested = {};
o.nested.deep = o;
console.log(o.nested.deep.nested.deep.k1, o?.nothing?.here, o.nothing ?? "default");
const names = ["toString", "constructor", "hasOwnProperty", "__proto__"];
for (const n of names) console.log(n, n in o, Object.hasOwn(o, n), o.hasOwnProperty(n));
o.toString = 5;
console.log(o.toString, Object.hasOwn(o, "toString"), typeof o.valueOf);
const big: any = {};
for (let i = 0; i < 1000; i++) big["p" + i] = i;
for (let i = 0; i < 1000; i += 2) delete big["p" + i];
let sum = 0;
for (const k in big) sum += big[k];
console.log(sum, Object.keys(big).length, Object.keys(big)[0]);
