// Fields that are numbers until NaN, -0, undefined or strings are stored.
class P { x = 0; y = 0; constructor(x: number, y: number) { this.x = x; this.y = y; } get len() { return Math.sqrt(this.x * this.x + this.y * this.y); } }
const ps = [new P(3, 4), new P(-0, 0), new P(NaN, 1), new P(Infinity, 1), new P(undefined as any, 1), new P("3" as any, 4), new P(null as any, 2)];
for (const p of ps) console.log(p.x, p.y, p.len, Object.is(p.x, -0), p.x === p.x);
ps[0].x = ps[5].x;
ps[0].y += 1;
ps[0].x += 1 as any;
console.log(ps[0], ps[0].len);
(ps[1] as any).x = 1 < 2;
console.log(ps[1].x as any);
let n = 5 as number;
n = n / 0 - n / 0;
console.log(n, n | 0, n >>> 0, [n].includes(n));
let i = 2147483647;
i = i + 1;
i = i * 2;
console.log(i, i | 0, (i * i) % 7, i * i * i);
