// DataView: every getter and setter, both byte orders.
function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
const view = new DataView(new ArrayBuffer(16), 2, 12);
function dump(): string {
  return Array.from(new Uint8Array(view.buffer), (x) => x.toString(16).padStart(2, "0")).join("");
}
console.log(view.byteLength, view.byteOffset, view.buffer.byteLength, Object.prototype.toString.call(view));
view.setInt8(0, -2);
view.setUint8(1, 258);
view.setInt16(2, -3);
view.setUint16(4, 65534, true);
view.setInt32(6, -70000);
console.log(dump(), view.getInt8(0), view.getUint8(0), view.getUint8(1), view.getInt16(2), view.getUint16(2), view.getInt16(2, true));
console.log(view.getUint16(4), view.getUint16(4, true), view.getInt32(6), view.getUint32(6), view.getInt32(6, true));
view.setUint32(0, 4294967297.9);
view.setFloat32(4, Math.PI);
console.log(dump(), view.getUint32(0), view.getFloat32(4), view.getFloat32(4, true));
view.setFloat64(0, Math.E, true);
view.setFloat16(8, 1.337);
console.log(dump(), view.getFloat64(0, true), view.getFloat64(0), view.getFloat16(8), view.getFloat16(8, true));
view.setBigInt64(0, -5n);
console.log(dump(), view.getBigInt64(0), view.getBigUint64(0), view.getBigInt64(0, true));
view.setBigUint64(4, 2n ** 64n + 9n, true);
console.log(dump(), view.getBigUint64(4, true), view.getBigInt64(4));
view.setFloat64(0, NaN);
console.log(dump(), view.getFloat64(0));
view.setInt16("2" as any, "77" as any);
console.log(view.getInt16(2), view.getInt8(undefined as any), (view as any).getInt8());

attempt(() => new DataView(1 as any));
attempt(() => new DataView(new ArrayBuffer(8), 9));
attempt(() => new DataView(new ArrayBuffer(8), 1, 8));
attempt(() => new DataView(new ArrayBuffer(8), -1));
attempt(() => (DataView as any)(new ArrayBuffer(8)));
attempt(() => view.getInt8(12));
attempt(() => view.getInt32(9));
attempt(() => view.getInt8(-1));
attempt(() => view.setFloat64(5, 1));
attempt(() => view.setInt8(0, 1n as any));
attempt(() => view.setBigInt64(0, 1 as any));
attempt(() => DataView.prototype.getInt8.call({} as any, 0));
attempt(() => DataView.prototype.byteLength);
const resizable = new ArrayBuffer(8, { maxByteLength: 16 });
const tracking = new DataView(resizable, 4);
const fixed = new DataView(resizable, 4, 4);
resizable.resize(12);
console.log(tracking.byteLength, fixed.byteLength);
resizable.resize(6);
console.log(tracking.byteLength);
attempt(() => fixed.byteLength);
attempt(() => fixed.getInt8(0));
