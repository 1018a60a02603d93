// Buffer: making, text, numbers, searching, errors; atob and btoa.
import { Buffer as B2, kMaxLength } from "node:buffer";
const b = Buffer.from("héllo wörld €😀");
console.log(b, b.length, b.toString(), b.toString("hex"), b.toString("base64"), b.toString("latin1"), b.toString("base64url"), b.toString("ucs2").length);
console.log(B2 === Buffer, kMaxLength, b instanceof Uint8Array, Buffer.isBuffer(b), b.slice(1, 4), b.subarray(-4), Buffer.concat([b, Buffer.from([1, 2, 3])]).length);
for (const e of ["utf8", "hex", "base64", "base64url", "latin1", "ascii", "utf16le"] as const) { const x = Buffer.from("616263zz-_+/==", e); console.log(e, x, x.toString(e), Buffer.byteLength("616263zz-_+/==", e)); }
const w = Buffer.alloc(16);
console.log(w.writeUInt32LE(0xdeadbeef, 0), w.writeInt16BE(-2, 4), w.writeDoubleLE(Math.PI, 8), w, w.readUInt32LE(0), w.readInt16BE(4), w.readDoubleLE(8), w.readUIntBE(0, 3), w.readIntLE(0, 6), w.readBigInt64LE(0), w.readBigUInt64BE(8), w.readFloatLE(1));
console.log(w.fill("ab"), w.fill(0xff, 2, 5), w.indexOf("ba"), w.lastIndexOf("ab"), w.includes(0xff), w.indexOf(Buffer.from("ab"), 3), w.toJSON().data.length, w.equals(Buffer.from(w)), Buffer.compare(w, b), w.compare(b, 1, 5, 2, 6));
console.log(w.swap16(), w.write("xyz", 1), w.write("€€", 14), w.toString("ascii", 0, 5), Object.keys(w).length, JSON.stringify(Buffer.from("hi")), [...Buffer.from("ab").entries()]);
console.log(btoa("hello\xff"), atob("aGVsbG//"), b.map((x) => x + 1), Buffer.from(new Uint16Array([1, 258])), Buffer.from({ length: 2, 0: 5, 1: 6 }), Buffer.from(new ArrayBuffer(8), 2, 3));
console.log({ a: Buffer.alloc(60) }, [Buffer.from("x")]);
function t(f: () => unknown) { try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message); } }
const a: any = Buffer;
t(() => a.from(5)); t(() => a.from(null)); t(() => a.from("x", "zz")); t(() => a.alloc(-1)); t(() => a.alloc("5")); t(() => w.readUInt8(16)); t(() => w.readUInt8(1.5)); t(() => w.readInt32LE("a" as any)); t(() => w.writeUInt8(256)); t(() => w.writeInt32BE(2 ** 31)); t(() => w.writeUIntLE(1, 0, 7)); t(() => w.writeBigInt64LE(2n ** 63n)); t(() => a.concat(5)); t(() => a.concat([1])); t(() => a.compare(1, w)); t(() => w.compare(5 as any)); t(() => w.equals(1 as any)); t(() => w.copy(1 as any)); t(() => w.swap16.call(Buffer.alloc(3))); t(() => w.fill("zz", "hex")); t(() => w.indexOf({} as any)); t(() => w.toString("qq" as any)); t(() => w.write("a", 1, "qq" as any)); t(() => w.write("a", 17)); t(() => a.byteLength(5)); t(() => w.readUIntLE(0, 0)); t(() => (w as any).readIntBE()); t(() => a.copyBytesFrom(5)); t(() => btoa("€")); t(() => atob("a")); t(() => a.from(new ArrayBuffer(4), 5)); t(() => w.fill(1, -1)); t(() => w.fill(1, 0, 99)); t(()=>a.from({})); t(()=>a.from(new String("abc"))); t(()=>w.write(5 as any)); t(()=>Buffer.alloc(2).readUInt32LE(0)); t(()=>w.writeUInt16LE(-1, 0)); t(()=>w.writeIntBE(2**47,0,6));t(()=>w.readDoubleLE(9));t(()=>a.alloc(NaN)); t(()=>a.allocUnsafe({}));
// Arguments whose conversion changes the buffer, and what only looks like one.
function gone(f: (x: any, detach: (value: number) => any) => unknown) {
  const memory: any = new ArrayBuffer(64);
  t(() => f(Buffer.from(memory), (value) => ({ valueOf() { memory.transfer(); return value; } })));
}
gone((x, late) => x.fill(late(7), 0, 64).length); gone((x, late) => x.copy(Buffer.alloc(64), 0, late(0), 64)); gone((x, late) => Buffer.alloc(64).copy(x, 0, late(0), 64)); gone((x, late) => x.subarray(0, late(9))); gone((x, late) => Buffer.from(x.buffer, 0, late(9))); gone((x, late) => x.writeInt16LE(late(9), 60));
let turn = 0;
t(() => Buffer.concat(Object.defineProperty([w], 0, { get: () => turn++ < 3 ? Buffer.alloc(4) : Buffer.alloc(1) })).length);
const fake: any = Object.create(Uint8Array.prototype);
t(() => w.copy(fake)); t(() => Buffer.compare(w, fake)); t(() => Buffer.from("abcdefgh").copy(new Uint16Array(2))); t(() => w.copy.call(new Uint16Array([258, 3]), w, 14));
t(() => Buffer.alloc(0)); t(() => Object.assign(Buffer.alloc(0), { a: 1 }));
