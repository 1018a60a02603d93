1 = 2; a?.b = 3; [1] = x; ({ a: 1 } = x); eval = 1; arguments++; for (1 of x) ; f() = 1;
({ a = 1 }); ({ __proto__: 1, "__proto__": 2 });
a ?? b || c; -a ** 2; delete x; delete this.#p;
label: { label: ; } break; continue; continue foo; return 3;
x: { continue x; } for (;;) { (() => { break; }); }
const q; const { w }; let let = 1; var yield = 1; let await = 2;
async function f(a = await 1) { function g() { await 2; } }
function* g(a = yield) { (yield) => 1; }
function h(a?, b) {} function i(...a, b) {} function j(...a = []) {} function k(a? = 1) {}
for (let x = 1 of y) ; for (const x, y of z) ; for (let x: number in y) ; for (async of x) ;
if (1) let a; while (1) function b() {} if (1) class C {}
switch (x) { default: default: }
new.target; super.x; super(); with (a) b;
try { }
throw
1;
let [...r, s] = t; let { ...[u] } = v; let [...w = 1] = x;
function strict(a = 1) { "use strict"; }
o = { get a(b) {}, set c() {}, set d(...e) {} };
using { a } = b; using c; a.#priv; #x in y;
new a?.b(); a?.`c`; import(); new import("x"); import.foo;
let typed: any, dup = yield;
