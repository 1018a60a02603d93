// Remainders of integers, fractions, zeros, infinities and large numbers, by variables and by a constant.
const vs = [0, -0, 1, -1, 5, -5, 5.5, -5.5, 2 ** 32, 2 ** 32 + 1, 2 ** 53, 2 ** 53 - 1, 2 ** 60, Infinity, -Infinity, NaN, 1e-310, 4294967295, 7];
const out: string[] = [];
for (const a of vs) for (const b of vs) { const r = a % b; out.push(Object.is(r, -0) ? "-0" : String(r)); }
console.log(out.join(" "));
function f(a: number): number { return a % 7; }
console.log(vs.map(f).join(), vs.map((v) => Object.is(f(v), -0)).join());
let x: any = 10n; console.log(x % 3n, ("17" as any) % 5);
