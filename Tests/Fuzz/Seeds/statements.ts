using a = b; await using c = d; var e, f = 1; let g; const h = 2; enum I { A = 1, "B", C = A << 1 } const enum J {} interface K<T> extends L, M<T> { <U>(a): U; new (): K<T>; readonly n?: 1; [k: string]: any; get o(): 1; }
function p(this: Q, { r }, ...s) {} async function* t() { yield* u; for await (const v of w) yield; } function x(a): void; function x(b) {}
outer: for (var i = 0, j; i < j; i++) { continue outer; } for (const k in l) break; with (m) n; switch (o) { case p: default: q }
