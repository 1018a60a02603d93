// One site that sees many layouts.
const objects: any[] = [];
for (let i = 0; i < 12; i++) {
  const o: any = {};
  for (let k = 0; k <= i % 6; k++) o["f" + ((k + i) % 8)] = k;
  o.value = i;
  if (i % 4 === 1) delete o.f1;
  objects.push(o);
}
objects.push(Object.create({ value: 100 }), [1], new (class { get value() { return 1000; } })(), "text", 5, Object.freeze({ value: 10000 }));
let sum = 0;
for (let round = 0; round < 3; round++) for (const o of objects) sum += o.value ?? 0;
console.log(sum);
for (const o of objects) { try { o.value = 1; o.added = 2; } catch (e) { console.log((e as Error).message); } }
console.log(objects.map((o) => o.value + "/" + o.added).join(" "));
console.log(objects.slice(0, 3), JSON.stringify(objects[5]));
