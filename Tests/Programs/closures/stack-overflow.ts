// Unbounded recursion gives a RangeError that can be caught.
let depth = 0;
function down(): number { depth++; return down() + 1; }
try {
  down();
} catch (e) {
  console.log(e instanceof RangeError, (e as Error).message, depth > 1000);
}
depth = 0;
const o: any = { get x() { depth++; return this.x; } };
try {
  o.x;
} catch (e) {
  console.log((e as Error).name);
}
const nested: any = [];
let inner = nested;
for (let i = 0; i < 1000; i++) { inner.push([]); inner = inner[0]; }
console.log(JSON.stringify(nested).length);
