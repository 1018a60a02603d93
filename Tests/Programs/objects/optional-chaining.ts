// ?. and ?? with evaluation order.
interface Node { value: number; next?: Node; fn?: (x: number) => number }
const list: Node = { value: 1, next: { value: 2, fn: (x) => x * 10 } };
console.log(list.next?.next?.value, list.next?.value, list.next?.fn?.(4), list.fn?.(1), list?.["value"]);
let calls = 0;
const count = () => { calls++; return "k"; };
const nothing: any = null;
console.log(nothing?.[count()], nothing?.a.b.c.d, nothing?.f(count()), calls, delete nothing?.x);
console.log(0 ?? 1, "" ?? 1, null ?? 1, undefined ?? null ?? 2, false || 3, 0 || "" || null);
const o: any = { a: null, b: 0, c: "" };
o.a ??= 5;
o.b ||= 6;
o.c &&= 7;
o.d ??= 8;
console.log(o);
const m: any = { f() { return this === m; }, g: { h() { return this === m.g; } } };
console.log(m?.f(), m.g?.h(), (m?.g).h(), m["f"]?.());
try {
  m.x.y;
} catch (e) {
  console.log((e as Error).message);
}
