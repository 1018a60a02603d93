a = b ? c : d, e += f ** g ** h, (i ?? j) || k && l, m++ + ++n - -o, typeof p in q instanceof r;
s?.t?.[u]?.(v)!.w`x${y}`, new A, new B.C<D>(...e), new (f())(), import("g"), import.meta.h, new.target;
({ a, b: 1, [c]: 2, "d": 3, 4n: 5, ...e, f() {}, get g() { return 1 }, set g(v) {}, async *h() {}, __proto__: i });
[1, , ...a, ], x as T satisfies U as const, <V>w, x < y > (z), x<y, z>, yield_ / a / b, /re[/]\//giu;
