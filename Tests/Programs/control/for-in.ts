// for-in: order, inheritance, deletion during the loop, strings and arrays.
const proto = { inherited: 1, shadow: 2 };
const o: any = Object.create(proto);
o.b = 1;
o[2] = 2;
o.a = 3;
o[1] = 4;
o.shadow = 5;
Object.defineProperty(o, "hidden", { value: 1, enumerable: false });
for (const k in o) console.log(k, typeof k);
for (const k in o) {
  if (k === "1") { delete o.a; o.added = 1; }
  console.log(k);
}
for (const i in ["x", "y"]) console.log(i + 1);
for (const i in "ab" as any) console.log(i);
for (const k in null as any) console.log("never", k);
for (const k in 5 as any) console.log("never", k);
let last = "";
for (last in { p: 1, q: 2 });
console.log(last);
const target: any = {};
for (target.key in { z: 1 }) console.log(target.key);
