// Random numbers of many lengths through every operator; the digest is that of Node.
let seed = 12345;
function next(): number { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) & 0xFFFF; }
function big(limit: number): bigint {
  let words = next() % limit, r = 0n;
  const mode = next() % 4;
  for (let i = 0; i < words; i++) r = (r << 16n) | BigInt(mode === 0 ? 0xFFFF : mode === 1 ? 0 : next());
  if (next() % 3 == 0) r += 1n; if (next() % 5 == 0) r -= 1n;
  return next() % 2 ? -r : r;
}
let hash = 0;
function mix(v: bigint | boolean | string | number) { const s = typeof v === "bigint" ? v.toString(16) : String(v); for (let i = 0; i < s.length; i++) hash = (Math.imul(hash, 31) + s.charCodeAt(i)) | 0; }
function ops(a: bigint, b: bigint) {
  mix(a + b); mix(a - b); mix(a * b); if (b) { mix(a / b); mix(a % b); const q = (a * b + 5n) / b; mix(q); }
  mix(a & b); mix(a | b); mix(a ^ b); mix(~a); mix(-a); mix(a < b); mix(a == b); mix(a >= b);
  const s = BigInt(next() % 300); mix(a << s); mix(a >> s); mix(b >> -s); mix(BigInt.asIntN(Number(s), a)); mix(BigInt.asUintN(Number(s), b));
  mix(Number(a)); mix(a.toString()); mix(a.toString(7)); mix(b.toString(32)); mix(b.toString(8)); mix(BigInt(a.toString()) == a); mix(BigInt("0x" + (a < 0n ? -a : a).toString(16)));
  const d = (next() - 32768) / 4; mix(a < d); mix(a > d); mix(a == BigInt(Math.floor(d)));
}
for (const [limit, count] of [[3, 60], [12, 60], [80, 20], [600, 3], [5000, 1]]) {
  for (let i = 0; i < count; i++) ops(big(limit), big(limit));
  console.log(limit, hash);
}
