// A buffer with many views, most of them garbage: those that live follow it.
const buffer = new ArrayBuffer(64, { maxByteLength: 4096 });
const kept: Uint8Array[] = [];
for (let i = 0; i < 5000; i++) {
  const view = new Uint8Array(buffer, i % 64);
  view[0] = i;
  if (i % 500 === 0) kept.push(view);
}
buffer.resize(200);
console.log(kept.map((view) => view.length).join(), kept.map((view) => view[0]).join());
const whole = new Float64Array(300);
for (let i = 0; i < whole.length; i++) whole[i] = i / 4;
let sum = 0;
for (let i = 0; i < 300; i++) sum += whole.subarray(i).reduce((a, b) => a + b, 0);
console.log(sum, whole.buffer.byteLength);
const parts: Float64Array[] = [];
for (let i = 0; i < 10; i++) parts.push(whole.subarray(i * 30, i * 30 + 30));
whole.buffer.transfer();
console.log(parts.map((part) => part.length).join(), whole.length);
