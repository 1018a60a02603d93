// What callbacks see when they change the array.
const a = [1, 2, 3];
a.forEach((x, i) => {
  if (i === 0) a.push(10);
  console.log(x);
});
const b = [1, 2, 3, 4];
b.forEach((x) => {
  console.log(x);
  if (x === 2) b.shift();
});
const c = [1, 2, 3];
console.log(c.map((x, i) => { delete c[i + 1]; return x; }), c);
const d = [1, 2, 3];
for (const x of d) {
  if (d.length < 6) d.push(x * 10);
}
console.log(d);
const e = [3, 2, 1];
console.log(e.filter((x) => { e.length = 2; return x; }), e.some((x) => x === 1));
const f = [1, 2, 3, 4];
let rounds = 0;
for (const i in f) {
  rounds++;
  delete f[2];
}
console.log(rounds, f);
