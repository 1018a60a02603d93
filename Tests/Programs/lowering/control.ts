// Completion of statements, in all orders.
export {};
const log: string[] = [];
function say(s: string) { log.push(s); return s; }
function flush() { console.log(log.join(" ")); log.length = 0; }
function t1(x: number) { try { if (x) return say("try"); throw new Error("boom"); } catch (e) { return say((e as Error).message); } finally { say("finally"); } }
t1(1); t1(0); flush();
function t2() { for (const a of [1, 2, 3]) { try { if (a === 1) continue; if (a === 3) break; say("body" + a); } finally { say("f" + a); } } }
t2(); flush();
function t3(): unknown {
  outer: for (const a of [1, 2, 3]) {
    for (const b of [1, 2, 3]) {
      if (a === b) continue outer;
      try { if (b === 2) return say("return"); } finally { if (a === 2) { say("override"); break outer; } }
      say(`${a}${b}`);
    }
  }
  return say("end");
}
t3(); flush();
function t4() { try { try { throw 1; } finally { say("inner"); } } catch (e) { say("caught " + e); } finally { say("outer"); } }
t4(); flush();
function t5() { try { return 1; } finally { L: try { return 2; } finally { break L; } } }
function t6() { try { return 1; } finally { return 2; } }
function t7() { try { throw 1; } finally { return 3; } }
function t8() { for (;;) { try { return 4; } finally { break; } } return 5; }
function t9() { let i = 0; for (;;) { try { if (i++ < 2) continue; return i; } finally { say("x" + i); } } }
console.log(t5(), t6(), t7(), t8(), t9()); flush();
function t10() { let r = 0; try { r = 1; return r; } finally { r = 2; } }
console.log(t10());
function t11() { try { try { throw new Error("a"); } finally { throw new Error("b"); } } catch (e) { return (e as Error).message; } }
console.log(t11());
function t12() { try { try { throw "t"; } catch { throw "c"; } finally { say("fin"); } } catch (e) { return say("again " + e); } }
t12(); flush();

function iter(n: number, name: string) {
  let i = 0;
  return {
    [Symbol.iterator]() { return this; },
    next() { say(name + "next"); return i < n ? { value: i++, done: false } : { value: undefined, done: true }; },
    return() { say(name + "return"); return {}; },
  };
}
for (const x of iter(2, "a")) say("x" + x); flush();
for (const x of iter(5, "b")) { if (x === 1) break; } flush();
(function () { for (const x of iter(5, "c")) return x; })(); flush();
try { for (const x of iter(5, "d")) throw x; } catch (e) { say("caught" + e); } flush();
out: for (const x of iter(5, "e")) { for (const y of iter(5, "f")) { if (y === 1) continue out; if (x === 1) break out; } } flush();
const throwing = { [Symbol.iterator]() { return this; }, next() { throw "next"; }, return() { say("never"); return {}; } };
try { for (const x of throwing as any) say("no" + x); } catch (e) { say("from " + e); } flush();
try { for (const x of { ...iter(3, "g"), return() { throw "return"; } } as any) { break; } } catch (e) { say("r:" + e); } flush();
try { for (const x of { ...iter(3, "h"), return() { throw "return"; } } as any) { throw "body"; } } catch (e) { say("r:" + e); } flush();
try { for (const x of { ...iter(3, "i"), return() { return 1; } } as any) { break; } } catch (e) { say((e as Error).name); } flush();

const [p, , q = "dq", ...r] = "abcdef"; console.log(p, q, r);
const [one] = iter(3, "j"); flush();
const [u1, u2, u3] = iter(2, "k"); console.log(u1, u2, u3); flush();
const [w1, ...w2] = iter(3, "l"); console.log(w1, w2); flush();
const [] = iter(1, "m"); flush();
try { const [z = (() => { throw "default"; })()] = iter(0, "n"); } catch (e) { say("caught " + e); } flush();
try { const [{ deep }] = iter(1, "o") as any; say(String(deep)); } catch (e) { say("caught"); } flush();
try { const [[nested]] = [iter(1, "p")] as any; say(String(nested)); } catch (e) { say("caught"); } flush();

function sw(s: unknown) {
  switch (s) {
    case "a": say("a");
    case say("computed"): say("second"); break;
    default: say("default");
    case "z": say("z"); { break; }
    case NaN: say("never");
  }
}
sw("a"); flush(); sw("computed"); flush(); sw("other"); flush(); sw("z"); flush(); sw(NaN); flush();
function sw2(n: number) { switch (n) { case 1: case 2: return "low"; case 3: { const x = n; return "three" + x; } } return "none"; }
console.log(sw2(1), sw2(2), sw2(3), sw2(4));
switch (3) { }
lbl: { say("in"); if (log.length) break lbl; say("not"); } flush();
let i = 0; do { i++; if (i === 2) continue; say(String(i)); } while (i < 4); flush();
while (true) { if (i-- < 0) break; } console.log(i);
for (const k in { b: 1, a: 2, 1: 3 }) say(k); flush();
for (const k in "xy" as any) say(k); for (const k in null as any) say(k); flush();
const o: any = {}; for (o.x of [1, 2]); for ([o.y, o.z = 9] of [[3], [4, 5]] as any) say(`${o.y}${o.z}`); for (o.k in { last: 1 }); console.log(o); flush();
const del: any = { a: 1, b: 2, c: 3 }; for (const k in del) { say(k); delete del.b; } flush();
if (i) say("yes"); else say("no"); if (!i && say("and")) say("1"); if (i || say("or")) say("2"); flush();
const cond = i > 0 ? say("gt") : i < 0 ? say("lt") : say("eq"); flush();
console.log(cond, (say("x"), say("y"))); flush();
