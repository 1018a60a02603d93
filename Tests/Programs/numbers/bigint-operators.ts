// Operators of BigInts, mixed comparisons, and what they refuse.
const a = 12345678901234567890123456789n;
const b = -987654321n;
console.log(a + b, a - b, a * b, a / b, a % b, b ** 5n, -b, ~a);
console.log(a << 70n, a >> 7n, b >> 3n, b >> 200n, a << -3n, a & b, a | b, a ^ b);
console.log(typeof a, a > b, a >= (1 as any), 1n < (1.5 as any), "3" > (2n as any), (2n as any) == 2, (2n as any) == "2", 2n === 2n);
console.log(1n + "x", `${a}`, 0n ? 1 : 2, !0n, !1n, -0n, Object.is(0n, -0n), (1n as any) < NaN, (1n as any) == "one");
let i = 5n;
i++;
++i;
i--;
console.log(i, i++, i, i ** 2n, (i += 2n));
let f = 1n;
for (let k = 1n; k <= 60n; k++) f *= k;
console.log(f, f % 61n);
const power = 3n ** 5000n;
console.log(power.toString().length, power.toString().slice(0, 30), power % 1000000007n, BigInt(power.toString()) === power);
const failures: (() => unknown)[] = [
  () => (1n as any) + 1,
  () => (1 as any) * 1n,
  () => 1n / 0n,
  () => 1n % 0n,
  () => b ** b,
  () => +(1n as any),
  () => (1n as any) >>> 0n,
  () => Math.max(1n as any),
  () => 1n << (1n << 64n),
  () => (1n as any) + Symbol("s"),
  () => JSON.stringify({ n: 1n }),
  () => ((1n as any).x = 1),
];
for (const fail of failures) {
  try {
    console.log(fail());
  } catch (error) {
    console.log(String(error));
  }
}
