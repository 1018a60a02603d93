// Annotations that are not true: behaviour is that of the values.
interface User { id: number; name: string; tags: string[]; address: { city: string } }
const user = JSON.parse('{"id":"7","name":5,"tags":"abc"}') as User;
console.log(user.id + 1, user.name.toString().length, user.tags.length, user.tags[1], user.address);
try {
  console.log(user.address.city);
} catch (e) {
  console.log(String(e));
}
try {
  console.log(user.tags.map((t) => t));
} catch (e) {
  console.log(String(e));
}
function double(n: number): number { return n * 2; }
function add(a: number, b: number): number { return a + b; }
console.log(double("21" as any), double(null as any), double(undefined as any), double([4] as any), add("1" as any, 2), add(1, [2] as any));
const total = (xs: number[]) => { let s = 0; for (const x of xs) s += x; return s; };
console.log(total(["1", "2"] as any), total([1, null, true] as any), total("abc" as any), total(new Set([1, 2]) as any));
const flag = "false" as any as boolean;
console.log(flag ? "yes" : "no", !flag, flag === (true as boolean), typeof flag);
