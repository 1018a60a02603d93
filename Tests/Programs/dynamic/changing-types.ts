// Variables and fields that hold values of different types in turn.
let v: any = 1;
const seen: string[] = [];
for (const next of ["s", true, null, undefined, [1], { a: 1 }, 2.5, () => 1, Symbol("y")]) {
  seen.push(typeof v);
  v = next;
}
console.log(seen, typeof v);
class Box { value: number = 0; other = "x"; }
const boxes = [new Box(), new Box(), new Box()];
boxes[1].value = "text" as any;
boxes[2].value = { n: 1 } as any;
(boxes[0] as any).extra = 1;
let out: any = "";
for (const b of boxes) out += b.value + b.other;
console.log(out, boxes);
function poly(x: any): any { return x.length ?? x.size ?? x.value; }
console.log([[1, 2], "abc", new Set([1]), new Box(), { length: 9 }, () => 1].map(poly));
let acc: any = 0;
for (let i = 0; i < 6; i++) { acc = i === 3 ? acc + "s" : acc + i; }
console.log(acc);
const o: any = { f: () => 1 };
const results: any[] = [];
for (let i = 0; i < 3; i++) { results.push(o.f()); o.f = () => o.g ?? i * 10; if (i === 1) o.g = "g"; }
console.log(results);
