// Buffers, views of them, and their transfer.
const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer, 2, 4);
bytes.set([1, 2, 3, 4]);
const parts: any = structuredClone({ bytes, view: new DataView(buffer, 3), buffer, words: new Uint16Array(buffer) });
console.log(parts.bytes, parts.bytes.buffer === parts.buffer, parts.view.buffer === parts.buffer, parts.buffer !== buffer);
console.log(parts.view.byteOffset, parts.view.byteLength, parts.view.getUint8(0), parts.words.length);
parts.bytes[0] = 9;
console.log(bytes[0], parts.view.getUint8(0), new Uint8Array(parts.buffer)[2]);
console.log(structuredClone([new Float64Array([1.5]), new BigInt64Array([5n]), new Uint8ClampedArray([300])]));

const resizable = new ArrayBuffer(4, { maxByteLength: 16 });
const tracking = new Uint8Array(resizable);
const trackingClone = structuredClone(tracking);
console.log(trackingClone.buffer.resizable, trackingClone.buffer.maxByteLength, trackingClone.length);
trackingClone.buffer.resize(10);
console.log(trackingClone.length, tracking.length);

const message: any = { data: new Uint8Array([1, 2, 3]), again: null };
message.again = message.data.buffer;
const moved = structuredClone(message, { transfer: [message.data.buffer] });
console.log(moved.data, moved.again === moved.data.buffer, message.data.length, message.again.detached, moved.again.detached);
const movedResizable: any = structuredClone(resizable, { transfer: new Set([resizable]) as any });
console.log(movedResizable.resizable, movedResizable.byteLength, movedResizable.maxByteLength, resizable.detached, tracking.length);
const unused = new ArrayBuffer(2);
console.log(structuredClone(1, { transfer: [unused] }), unused.detached);

const shared = new SharedArrayBuffer(4);
const sharedClone = structuredClone(shared);
new Uint8Array(sharedClone)[0] = 7;
console.log(sharedClone !== shared, new Uint8Array(shared)[0]);

function fails(run: () => any): void {
  try {
    run();
    console.log("no error");
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
const kept = new ArrayBuffer(3);
fails(() => structuredClone(message.data));
fails(() => structuredClone(message.again));
fails(() => structuredClone(1, { transfer: [message.again] }));
fails(() => structuredClone(kept, { transfer: [kept, kept] }));
fails(() => structuredClone(kept, { transfer: [{}] }));
fails(() => structuredClone(kept, { transfer: [shared] }));
fails(() => structuredClone({ kept, f: Symbol("f") }, { transfer: [kept] }));
console.log(kept.byteLength);
const shrunk = new ArrayBuffer(8, { maxByteLength: 8 });
const outside = new Uint8Array(shrunk, 4, 4);
shrunk.resize(5);
fails(() => structuredClone(outside));
for (const options of [5, "s", { transfer: 1 }, { transfer: null }, { transfer: "ab" }, { transfer: {} }, { transfer: [1] }]) {
  fails(() => structuredClone(1, options as any));
}
fails(() => structuredClone(1, null as any));
fails(() => (structuredClone as any)());
