// WeakMap and WeakSet.
const wm = new WeakMap<object, string>();
const k1 = {};
const k2 = () => 1;
wm.set(k1, "one").set(k2, "two");
console.log(wm.get(k1), wm.get(k2), wm.get({}), wm.has(k1), wm.delete(k1), wm.has(k1), wm.delete(k1));
const ws = new WeakSet([k1]);
console.log(ws.has(k1), ws.has(k2 as any), ws.add(k2 as any) === ws, ws.delete(k1), ws.has(k1));
for (const bad of [1, "s", null, undefined] as any[]) {
  try {
    wm.set(bad, "x");
  } catch (e) {
    console.log(String(e));
  }
  console.log(wm.has(bad), wm.get(bad));
}
const privates = new WeakMap<object, { n: number }>();
class Hidden { constructor(n: number) { privates.set(this, { n }); } get n() { return privates.get(this)!.n; } }
console.log(new Hidden(7).n, wm, ws);
for (let i = 0; i < 2000; i++) wm.set({ i }, "x".repeat(i % 10));
console.log(wm.has(k2));
