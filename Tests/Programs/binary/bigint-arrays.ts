// BigInt64Array and BigUint64Array.
function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
const signed = new BigInt64Array([1n, -1n, 2n ** 63n, -(2n ** 64n) - 3n]);
const unsigned = new BigUint64Array(signed);
console.log(signed, unsigned, signed.join(), unsigned.toString());
console.log(signed.indexOf(-1n), signed.includes(1n), signed.includes(1 as any), unsigned.lastIndexOf(1n), signed.at(-1));
console.log(signed.toSorted().join(), unsigned.sort().join(), signed.map((x) => x * 2n).join(), signed.filter((x) => x > 0n).join());
console.log(signed.reduce((x, y) => x + y), BigInt64Array.of(5n).fill(7n).join(), BigInt64Array.from([1n, 2n], (x) => x ** 2n).join());
console.log(signed.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)).join());
signed[0] = BigInt("123456789012345678901234567890");
console.log(signed[0], new BigUint64Array(signed.buffer)[0], new Uint8Array(signed.buffer, 0, 8).join());
signed[1] = true as any;
signed[2] = "0x10" as any;
console.log(signed.slice(1, 3).join(), BigInt64Array.BYTES_PER_ELEMENT, typeof signed[1]);
attempt(() => (signed[0] = 1 as any));
attempt(() => (signed[9] = 1 as any));
attempt(() => new BigInt64Array([1] as any));
attempt(() => new BigInt64Array(new Int8Array(1) as any));
attempt(() => new Int8Array(signed as any));
attempt(() => new Int8Array(9).set(signed as any));
attempt(() => (new Int8Array(1)[0] = 1n as any));
attempt(() => signed.fill(1 as any));
attempt(() => (signed[0] = "x" as any));
