// Literals, length, holes, out of range.
const a = [1, 2, 3];
console.log(a.length, a[0], a[3], a[-1], a[1.5], a["1" as any], a.at(-1), (a as any)["01"]);
a[5] = 6;
console.log(a, a.length, 4 in a, 5 in a);
a.length = 2;
console.log(a, a[2]);
a.length = 4;
console.log(a, a[3]);
const holes = [1, , 3, ,];
console.log(holes, holes.length, 1 in holes);
const any: any = [];
any["x"] = 1;
any["2"] = "two";
any[-1] = "neg";
console.log(any, any.length, Object.keys(any));
for (const bad of [-1, 1.5, 2 ** 32, NaN]) {
  try {
    any.length = bad;
  } catch (e) {
    console.log(String(e));
  }
}
console.log(new Array(3), new Array(1, 2), Array(2).length, Array.of(7), new Array("3"), Array.isArray([]), Array.isArray({ length: 0 }));
