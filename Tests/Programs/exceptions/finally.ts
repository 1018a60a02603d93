// finally overrides and runs on every way out.
function a(): number { try { return 1; } finally { console.log("a"); } }
function b(): number { try { return 1; } finally { return 2; } }
function c(): string { try { throw new Error("lost"); } finally { return "c"; } }
function d(): number { let x = 1; try { return x; } finally { x = 5; } }
function e(): number[] { const out: number[] = []; for (let i = 0; i < 3; i++) { try { if (i === 1) continue; out.push(i); } finally { out.push(i * 10); } } return out; }
function f(): string { outer: for (;;) { try { break outer; } finally { console.log("f"); } } return "out"; }
function g(): string { try { try { throw 1; } finally { console.log("inner"); } } catch (x) { return "g" + x; } finally { console.log("outer"); } }
function h(): string { for (const x of [1, 2, 3]) { try { if (x === 2) return "h" + x; } finally { if (x === 2) continue; } } return "end"; }
console.log(a(), b(), c(), d(), e(), f(), g(), h());
const order: string[] = [];
(() => { try { order.push("1"); return order.push("2"); } finally { order.push("3"); } })();
console.log(order);
