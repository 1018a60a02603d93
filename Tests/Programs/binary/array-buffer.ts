// ArrayBuffer and SharedArrayBuffer: sizes, slices, transfers, resizing.
function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}

const buffer = new ArrayBuffer(8);
new Uint8Array(buffer).set([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(buffer.byteLength, buffer.resizable, buffer.maxByteLength, buffer.detached);
console.log(new Uint8Array(buffer.slice(2, -2)).join(), new Uint8Array(buffer.slice(6)).join(), buffer.slice(9).byteLength);
console.log(ArrayBuffer.isView(buffer), ArrayBuffer.isView(new DataView(buffer)), ArrayBuffer.isView(new Int8Array(1)));

const view = new Int16Array(buffer);
const longer = buffer.transfer(12);
console.log(buffer.detached, buffer.byteLength, view.length, view.byteOffset, view[0], longer.byteLength);
console.log(new Uint8Array(longer).join());

const resizable = new ArrayBuffer(4, { maxByteLength: 16 });
const tracking = new Uint8Array(resizable);
const fixed = new Uint8Array(resizable, 1, 3);
const data = new DataView(resizable, 2);
function lengths(): string {
  return [resizable.byteLength, tracking.length, fixed.length, fixed.byteOffset].join();
}
tracking.fill(9);
console.log(lengths(), data.byteLength);
resizable.resize(10);
console.log(lengths(), data.byteLength, tracking.join());
resizable.resize(3);
console.log(lengths(), data.byteLength, tracking.join());
resizable.resize(16);
console.log(lengths(), data.byteLength, tracking.join());
const moved = resizable.transfer();
console.log(moved.resizable, moved.maxByteLength, moved.transferToFixedLength().resizable, lengths());

const shared = new SharedArrayBuffer(2, { maxByteLength: 4 });
const bytes = new Uint8Array(shared);
shared.grow(4);
bytes[3] = 7;
console.log(shared.growable, shared.byteLength, bytes.length, new Uint8Array(shared.slice(2)).join());

class Pool extends ArrayBuffer {
  used = 3;
}
const pool = new Pool(5);
console.log(pool instanceof ArrayBuffer, pool.used, pool.slice(1) instanceof Pool, Object.prototype.toString.call(pool));

attempt(() => new ArrayBuffer(-1));
attempt(() => new ArrayBuffer(2 ** 53));
attempt(() => new ArrayBuffer(2 ** 52));
attempt(() => new ArrayBuffer(8, { maxByteLength: 4 }));
attempt(() => (ArrayBuffer as any)(1));
attempt(() => buffer.slice(0));
attempt(() => buffer.transfer());
attempt(() => longer.resize(1));
attempt(() => moved.resize(17));
attempt(() => shared.grow(1));
attempt(() => shared.grow(5));
attempt(() => ArrayBuffer.prototype.slice.call(shared as any));
attempt(() => ArrayBuffer.prototype.byteLength);
