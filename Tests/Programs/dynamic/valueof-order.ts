// Conversions run user code, in order.
const log: string[] = [];
const obj = (name: string, v: any) => ({ valueOf() { log.push(name + ".valueOf"); return v; }, toString() { log.push(name + ".toString"); return "s" + v; } }) as any;
const a = obj("a", 1), b = obj("b", 2);
console.log(a + b, a * b, a < b, `${a}${b}`, a == 1, [a] + "", String(a), a > b, a - b, -a, a & b);
console.log(log.join(" "));
log.length = 0;
const bad: any = { valueOf: () => ({}), toString: () => ({}) };
for (const f of [() => +bad, () => `${bad}`, () => bad + 1, () => bad == 1, () => ({ [bad]: 1 })]) {
  try {
    console.log(f());
  } catch (e) {
    console.log(String(e));
  }
}
const key: any = { toString() { log.push("key"); return "k"; } };
const o: any = { k: 5 };
console.log(o[key], key in o, delete o[key], (o[key] = 6), log.length, [1, 2, 3][obj("i", 1)], "abc"[obj("j", 1)]);
