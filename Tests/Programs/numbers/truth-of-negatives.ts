// What a test of truth, or of a magnitude, says of a number must not be taken for its sign.
const list = [-5, 0, 5, NaN, -0, -Infinity, Infinity, 5e-324, -5e-324];
const orZero = (x: number): string => { const n = x || 0; return n < 0 ? "neg" : "ok"; };
const truthy = (x: number): number => { if (!x) return 1; return x < 0 ? -1 : 2; };
const magnitude = (x: number): string => { const n = Math.abs(x) > 0 ? x : 0; return n < 0 ? "neg" : 0 < Math.abs(n) ? "pos" : "zero"; };
const any = (x: any): string => { const n = Math.trunc(x) || 0; if (n < 0) return "below"; return "from 0"; };
for (const x of list) console.log(orZero(x), truthy(x), magnitude(x), any(x), x ? (x < 0 ? "a" : "b") : "c", Object.is(x && -1, -0));
