// Captured variables are shared and live on.
function counter(start: number) {
  let n = start;
  return { inc: () => ++n, dec: () => --n, get value() { return n; } };
}
const a = counter(0);
const b = counter(10);
a.inc();
a.inc();
b.dec();
console.log(a.value, b.value);
const fns: (() => number)[] = [];
for (let i = 0; i < 3; i++) fns.push(() => i);
var v = 0;
const shared: (() => number)[] = [];
for (var j = 0; j < 3; j++) shared.push(() => j);
console.log(fns.map((f) => f()), shared.map((f) => f()));
const loop: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  loop.push(() => i++);
  i += 0;
}
console.log(loop[0](), loop[0](), loop[1](), v);
for (const x of [1, 2]) fns.push(() => x * 100);
console.log(fns[3](), fns[4]());
