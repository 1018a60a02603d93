// == in all its combinations.
const v: any[] = [0, "0", "", null, undefined, false, true, NaN, [], [0], {}, "a", 1, "1", "true"];
for (const a of v) console.log(v.map((b) => (a == b ? "1" : "0")).join(""), v.map((b) => (a === b ? "1" : "0")).join(""));
const sym = Symbol();
console.log(sym == (sym as any), (Object(sym) as any) == sym, (null as any) == 0, ({ valueOf: () => 5 } as any) == 5, ({ toString: () => "x" } as any) == "x");
