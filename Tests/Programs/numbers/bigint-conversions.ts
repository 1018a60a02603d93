// BigInt(), asIntN, asUintN, toString, keys, and how they are shown.
console.log(BigInt(10), BigInt("0xff"), BigInt("  -12  "), BigInt(""), BigInt(true), BigInt(1e30), BigInt("0b101"), BigInt("0o17"));
console.log(BigInt.asIntN(8, 255n), BigInt.asUintN(8, -1n), BigInt.asIntN(64, 2n ** 63n), BigInt.asUintN(64, -(2n ** 70n) - 3n), BigInt.asIntN(3, -5n));
console.log((123456789012345678901234567890n).toString(36), (-255n).toString(16), (2n ** 200n).toString(2).length, (1234567n).toLocaleString());
console.log(Number(2n ** 64n), Number(-(2n ** 53n + 1n)), Number(2n ** 1024n), Number(0n), parseInt("12345678901234567890"), Number(9007199254740993n));
console.log(Object(1n), [1n, -2n], { a: 1n }, new Map([[1n, 2n]]), ({ 1n: "k" } as any)["1"], ({ 3: "three" } as any)[3n], String(Object(5n) + 1n));
const counts = new Map<unknown, number>([[10n ** 20n, 1], [1, 2], [1n, 3]]);
console.log(counts.get(100000000000000000000n), counts.get(1n), counts.get(1), new Set([1n, 1n, 1, 0x1n]).size);
console.log([1n, 2n].includes(2n), [1n].indexOf(1n), [3n, 1n, 2n].sort().join(), [5n, 10n, 1n].sort((x, y) => (x < y ? -1 : 1)));
console.log(Object.prototype.toString.call(1n), (1n).constructor === BigInt, BigInt.name, BigInt.length, Object(2n).valueOf() === 2n);
switch (2n + 1n as bigint) {
  case 3n:
    console.log("three");
    break;
  default:
    console.log("other");
}
const failures: (() => unknown)[] = [
  () => BigInt(1.5),
  () => BigInt("1x"),
  () => BigInt("0x"),
  () => BigInt(undefined as any),
  () => BigInt(null as any),
  () => BigInt(Symbol("a") as any),
  () => BigInt(NaN),
  () => new (BigInt as any)(1),
  () => BigInt.prototype.toString.call(1 as any),
  () => (1n).toString(1),
  () => BigInt.asIntN(-1, 1n),
  () => BigInt.asUintN(2 ** 53, 1n),
  () => isNaN(1n as any),
];
for (const fail of failures) {
  try {
    console.log(fail());
  } catch (error) {
    console.log(String(error));
  }
}
