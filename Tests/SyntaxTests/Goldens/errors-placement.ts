break; continue; return 3;
for (;;) { (() => { break; }); function f() { continue; } }
new.target; super.x; super();
function g() { await 2; } async () => { function h() { await 3; } };
{ import z from "q"; export { k }; }
function nested() { namespace O {} }
a.#priv; ({ #x: 1 });
class D extends E { constructor() { super(); (() => super())(); function n() { super(); } } }
class M { d(); constructor(); } class N { overload(a: string): void; other() {} }
function over(a: string): void;
function under(b: string): void;
function other() {}
class O { static { return; await 1; } }
