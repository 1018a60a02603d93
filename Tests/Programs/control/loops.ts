// for, while, do, with breaks, labels, empty parts.
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
let n = 0;
for (;;) {
  if (++n > 5) break;
  if (n % 2) continue;
  console.log("n", n);
}
do n--; while (n > 3);
console.log(n);
while (n--) if (n === 1) break;
console.log(n);
for (let i = 0, j = 10; i < j; i += 3, j--) console.log(i, j);
block: {
  if (n === 1) break block;
  console.log("not here");
}
for (var k = 0; k < 3; k++);
console.log(k);
a: b: for (const x of [1, 2]) {
  for (const y of [1, 2]) {
    if (y === 2) continue a;
    console.log(x, y);
    if (x === 2) break b;
  }
}
