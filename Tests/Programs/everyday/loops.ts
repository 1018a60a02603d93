const fns: (() => number)[] = []; for (let i = 0; i < 3; i++) { fns.push(() => i); i += 0; } console.log(fns.map(f => f()));
const gs: (() => string)[] = []; for (const k of ["a", "b"]) for (const n in { x: 1, y: 2 }) gs.push(() => k + n); console.log(gs.map(f => f()).join());
var vs: (() => number)[] = []; for (var v = 0; v < 3; v++) vs.push(() => v); console.log(vs.map(f => f()));
let w = 0; const hs: (() => void)[] = []; while (w < 3) { let z = w * w; hs.push(() => { z++; console.log(z); }); w++; } hs.forEach(h => h()); hs.forEach(h => h());
for (let i = 0, n = 3, add = () => { i++; }; i < n; add()) { if (i > 10) break; console.log("l", i); i++; }
a: for (let i = 0; i < 3; i++) { b: for (let j = 0; j < 3; j++) { c: do { if (j === 1) continue b; if (i === 1) continue a; if (i === 2) break a; console.log(i, j); } while (false); } }
blk: { console.log("in"); if (w > 0) break blk; console.log("never"); }
let s = ""; for (const ch of "héllo😀") s = ch + s; console.log(s, s.length, [...s].length);
for (const [k, val] of Object.entries({ p: 1, q: [2] })) console.log(k, val); for (const [i, x] of ["u", "v"].entries()) console.log(i, x);
const m = new Map<string, number[]>(); for (const wd of "the cat the dog a cat".split(" ")) { const l = m.get(wd) ?? []; l.push(wd.length + l.length); m.set(wd, l); } console.log(m, [...m.keys()].sort(), [...m].map(([k, l]) => k + l.length));
switch (m.size as number) { case 1: console.log("one"); case 4: console.log("four"); case 5: { console.log("fall"); break; } default: console.log("default"); }
let n = 27, steps = 0; do { n = n % 2 === 0 ? n / 2 : 3 * n + 1; steps++; } while (n !== 1); console.log(steps);
for (let i = 10; i--;) { if (i % 3) continue; process.stdout.write(i + " "); } console.log();
const arr = [5, 3, 8]; for (const i in arr) console.log(typeof i, i, arr[i as any]); arr.forEach((x, i, all) => { all[i] = x * 2; }); console.log(arr);
const makeCounter = (start = 0, step = 1) => { let c = start; return { inc: () => c += step, get value() { return c; }, reset(v = start) { c = v; return this; } }; };
const c1 = makeCounter(), c2 = makeCounter(10, 5); c1.inc(); c1.inc(); c2.inc(); console.log(c1.value, c2.value, c2.reset().value, c1.reset(7).inc());
const memo = <A extends unknown[], R>(f: (...a: A) => R) => { const cache = new Map<string, R>(); return (...a: A): R => { const k = JSON.stringify(a); if (!cache.has(k)) cache.set(k, f(...a)); return cache.get(k)!; }; };
let calls = 0; const slow = memo((a: number, b: string) => { calls++; return b.repeat(a); }); console.log(slow(2, "x"), slow(2, "x"), slow(3, "y"), calls);
const fib: (n: number) => number = memo((n: number) => n < 2 ? n : fib(n - 1) + fib(n - 2)); console.log(fib(80));
const compose = <T>(...f: ((x: T) => T)[]) => (x: T) => f.reduceRight((acc, g) => g(acc), x); console.log(compose<number>(x => x + 1, x => x * 2, Math.sqrt)(16));
