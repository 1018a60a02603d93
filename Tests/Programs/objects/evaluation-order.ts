// Operands are evaluated left to right, targets before values.
const log: string[] = [];
function t<T>(name: string, value: T): T { log.push(name); return value; }
const o: any = { a: 1 };
t("obj", o)[t("key", "a")] = t("value", 2);
const r = t("1", 1) + t("2", 2) * t("3", 3);
t("f", (...args: any[]) => args.length)(t("x", 1), t("y", 2));
const lit = { [t("k1", "p")]: t("v1", 1), [t("k2", "q")]: t("v2", 2) };
const arr = [t("e1", 1), ...t("e2", [2]), t("e3", 3)];
console.log(log.join(" "), r, lit, arr);
log.length = 0;
let x = 1;
x = x++ + ++x * x--;
console.log(x);
let i = 0;
const a = [0, 0, 0];
a[i++] = i++;
a[i] = i = 1;
console.log(a, i);
const obj = { get a() { log.push("get a"); return { get b() { log.push("get b"); return (z: number) => z; } }; } };
obj.a.b(t("arg", 1));
void (t("l", 0) && t("never", 1), t("r", 1) || t("never", 2));
console.log(log.join(" "));
try {
  (undefined as any)[t("computed", "k")] = t("assigned", 1);
} catch (e) {
  console.log((e as Error).message, log.slice(-2));
}
