// Properties and methods of primitives.
const n: any = 5;
console.log(n.x, n.toString(), (5).constructor === Number, true.toString(), n.toFixed(1), (n as any)["to" + "String"](2));
for (const write of [() => { n.x = 1; }, () => { (true as any).y = 2; }, () => { "s".length; ("s" as any).z = 3; }, () => { (Symbol() as any).q = 1; }]) {
  try {
    write();
    console.log("no error");
  } catch (e) {
    console.log(String(e));
  }
}
(Number.prototype as any).twice = function (this: number) { return this * 2; };
(String.prototype as any).shout = function (this: string) { return this + "!" + typeof this; };
(Array.prototype as any).second = function () { return this[1]; };
console.log((21 as any).twice(), ("hey" as any).shout(), ([1, 2] as any).second());
for (const i in [7]) console.log(i);
(Object.prototype as any).everywhere = 1;
console.log((5 as any).everywhere, ([] as any).everywhere, ("s" as any).everywhere);
for (const k in { own: 1 }) console.log(k);
delete (Object.prototype as any).everywhere;
