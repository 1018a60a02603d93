// Unions narrowed by typeof, in, instanceof, discriminants and predicates.
type Shape = { kind: "circle"; r: number } | { kind: "rect"; w: number; h: number } | { kind: "group"; items: Shape[] };
function area(s: Shape): number {
  switch (s.kind) {
    case "circle": return Math.round(Math.PI * s.r ** 2);
    case "rect": return s.w * s.h;
    case "group": return s.items.reduce((sum, x) => sum + area(x), 0);
  }
}
console.log(area({ kind: "group", items: [{ kind: "circle", r: 2 }, { kind: "rect", w: 2, h: 3 }] }), area({ kind: "other" } as any));
function show(x: string | number | boolean | null | undefined | string[] | Date2 | (() => string)): string {
  if (x == null) return "nothing";
  if (typeof x === "string") return x.toUpperCase();
  if (typeof x === "number") return x.toFixed(1);
  if (typeof x === "boolean") return x ? "T" : "F";
  if (Array.isArray(x)) return x.join("+");
  if (x instanceof Date2) return "date " + x.day;
  return x();
}
class Date2 { constructor(public day: number) {} }
console.log(["a", 1, true, null, undefined, ["p", "q"], new Date2(3), () => "fn"].map((x) => show(x as any)));
const has = (o: { a: number } | { b: string }) => ("a" in o ? o.a + 1 : o.b + "!");
console.log(has({ a: 1 }), has({ b: "x" }));
