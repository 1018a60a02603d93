// Bitwise operators convert to 32 bits, shifts take their count modulo 32.
const values = [0, 1, -1, 2147483647, 2147483648, -2147483648, 4294967295, 4294967296, 1.9, -1.9, NaN, Infinity, 1e20];
for (const v of values) console.log(v, v | 0, v >>> 0, ~v, v << 1, v >> 1, v >>> 1, v & 255, v ^ 1);
console.log(1 << 31, 1 << 32, 1 << 33, 1 << -1, -1 >>> 31, -1 >>> 32, -1 >> 40);
let h = 0x811c9dc5;
for (const c of "polyglot") {
  h ^= c.charCodeAt(0);
  h = Math.imul(h, 0x01000193);
}
console.log(h, h >>> 0, (h >>> 0).toString(16));
let flags = 0;
flags |= 4;
flags |= 1;
flags &= ~4;
flags ^= 8;
flags <<= 2;
flags >>= 1;
flags >>>= 0;
console.log(flags);
