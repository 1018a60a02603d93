// Accessors where plain fields are expected.
let reads = 0;
class Sneaky { get length() { reads++; return 2; } get 0() { reads++; return "zero"; } get 1() { reads++; return "one"; } }
const s: any = new Sneaky();
console.log(Array.from(s), Array.prototype.map.call(s, (x: any) => x), Array.prototype.join.call(s), reads);
const point: { x: number; y: number } = { get x() { reads++; return reads; }, y: 1 };
console.log(point.x === point.x, point.x < point.x, `${point.x - point.x}`);
const { x, y } = point;
console.log(typeof x, y);
const trap: any = Object.defineProperty([1, 2, 3], 1, { get: () => "trapped", configurable: true });
console.log(trap.map((v: any) => v), [...trap], trap.indexOf("trapped"), trap.slice(1), JSON.stringify(trap), trap.reduce((a: any, b: any) => a + b));
const config: any = { get a() { delete this.a; return (this.a = "computed once"); } };
try {
  console.log(config.a, config.a);
} catch (e) {
  console.log(String(e));
}
