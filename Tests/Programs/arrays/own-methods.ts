// Arrays, maps and sets whose methods are their own, or of another prototype, from some moment on.
function ownNow() {
  const a: any = [];
  a.push = (x: number) => { console.log("own push", x); return -1; };
  console.log(a.push(1));
  const m: any = new Map();
  m.set(1, 2);
  m.get = (x: number) => "own get " + x;
  console.log(m.get(1));
  const s: any = new Set();
  s.has = (x: number) => "own has " + x;
  console.log(s.has(1));
}
ownNow();
function later(n: number, a: any[], m: Map<number, any>, s: Set<any>) {
  a.push(1);
  m.set(1, 1);
  s.add(1);
  const change = () => {
    if (n === 3) {
      (a as any).push = (x: number) => { console.log("own push", x); return -1; };
      (m as any).get = (x: number) => "own get " + x;
      (s as any).has = (x: number) => "own has " + x;
    }
    if (n === 4) {
      Object.setPrototypeOf(a, { push: () => "proto" });
      Object.setPrototypeOf(m, { get: () => "proto" });
      Object.setPrototypeOf(s, { has: () => "proto" });
    }
    if (n === 5) { Object.freeze(a); Object.freeze(m); Object.freeze(s); }
  };
  change();
  try { console.log(a.push(2)); } catch (e) { console.log(String(e)); }
  console.log(m.get(1), s.has(1));
}
for (let i = 0; i < 6; i++) later(i, [], new Map(), new Set());
function iter(n: number, a: number[]) {
  let t = 0;
  for (const x of a) t += x;
  if (n === 3) (a as any)[Symbol.iterator] = function* () { yield 100; };
  for (const x of a) t += x;
  const [p] = a;
  if (n === 3) (a as any).map = () => "mapped";
  console.log(t, p, a.map((x) => x + 1));
}
for (let i = 0; i < 5; i++) iter(i, [1, 2]);
function spread(n: number, a: number[]) {
  a.push(1);
  if (n === 3) Object.setPrototypeOf(a, { *[Symbol.iterator]() { yield 5; } });
  return [...a].length + Math.max(...a);
}
for (let i = 0; i < 5; i++) console.log(spread(i, [1, 2]));
function before(n: number) {
  const r: number[] = [];
  r.push(1);
  if (n > 2) Object.setPrototypeOf(r, { push(x: number) { console.log("mine", x); return 7; } });
  return r.push(2);
}
for (let i = 0; i < 5; i++) console.log(before(i));
function between(r: number[], n: number) {
  r.push(1);
  if (n > 2) Object.setPrototypeOf(r, { push(x: number) { console.log("mine", x); return 7; } });
  return r.push(2);
}
for (let i = 0; i < 5; i++) console.log(between([], i));
function sparse(r: number[], n: number) {
  let s = r[0];
  if (n > 2) r[4000000000] = 1;
  r[1] = 5;
  return s + r[1] + r.length;
}
for (let i = 0; i < 5; i++) console.log(sparse([1], i));
function computed(k: string) {
  const a: any = [];
  a[k] = (x: number) => { console.log("own push", x); return -1; };
  console.log(a.push(1));
  const m: any = new Map();
  Object.assign(m, { [k]: (x: number) => "own get " + x });
  console.log(m.get(1));
  const b: any[] = [1, 2, 3];
  Object.assign(b, { [k]: () => "own" });
  console.log(b.map((x) => x), b.join());
}
computed("push");
computed("get");
computed("map");
computed("join");
class L extends Array<number> { total = 0; push(...n: number[]) { this.total += n.length; return super.push(...n); } }
const l = new L();
l.push(1, 2); l.push(3);
console.log(l.total, l.length);
function make(n: number) {
  const chunks: any[] = [];
  if (n > 2) { const old = chunks.push.bind(chunks); chunks.push = (x: any) => { console.log("chunk", x); return old(x); }; }
  for (let i = 0; i < 2; i++) chunks.push(i);
  return chunks;
}
for (let i = 0; i < 4; i++) console.log(make(i));
