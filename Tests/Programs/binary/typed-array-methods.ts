// Methods of typed arrays that call nothing back.
const a = Int16Array.of(5, -1, 300, 7, 0, 7);
console.log(a.at(0), a.at(-1), a.at(6), a.indexOf(7), a.lastIndexOf(7), a.indexOf(7, 4), a.includes(300), a.includes(301));
console.log(a.slice(1, 3).join(), a.slice(-2).join(), a.subarray(2).join("-"), a.subarray(1, 4).subarray(1).join());
console.log(a.toReversed().join(), a.toSorted().join(), a.with(0, 9).join(), a.with(-1, 70000).join(), a.join());
console.log(new Int8Array(a).copyWithin(0, 3).join(), new Int8Array(a).copyWithin(2, 0, 3).join(), new Int8Array(a).reverse().join());
console.log(new Uint8Array(6).fill(3, 1, -1).join(), new Float32Array(3).fill(0.1).join(), new Uint8Array(2).fill("7" as any).join());
const sub = a.subarray(1, 3);
sub[0] = 42;
console.log(a[1], sub.buffer === a.buffer, sub.byteOffset);

const target = new Uint8Array(6);
target.set([1, 2, 3]);
target.set(new Float32Array([4.7, 260]), 3);
target.set(target.subarray(0, 4), 2);
console.log(target.join());
const overlap = new Uint16Array(4);
const low = new Uint8Array(overlap.buffer);
low.set([1, 2, 3, 4, 5, 6, 7, 8]);
overlap.set(low.subarray(0, 4));
console.log(overlap.join());

console.log(new Float64Array([3, NaN, -0, 0, -Infinity, 1e300, -2, Infinity, NaN]).sort().join());
console.log(Object.is(new Float64Array([0, -0]).sort()[0], -0), new Uint8Array([200, 100, 0, 255]).sort().join());
console.log(new Int32Array([3, -2147483648, 2147483647, -1, 0]).sort().join(), new Float32Array([1.5, -2.5, NaN]).sort().join());
console.log(new Float16Array([3, -1, 0.5]).sort().join());
const many = Float64Array.from({ length: 500 }, (_, i) => ((i * 7919) % 503) - 250.5);
many.sort();
let sorted = true;
for (let i = 1; i < many.length; i++) sorted = sorted && many[i - 1] <= many[i];
console.log(sorted, many[0], many[499]);

console.log(new Float64Array([NaN]).includes(NaN), new Float64Array([NaN]).indexOf(NaN), new Float64Array([-0]).indexOf(0));
console.log([...new Uint8Array([1, 2]).entries()].join("|"), [...new Uint8Array(3).keys()].join(), [...a.values()].join());
console.log(a.toString(), `${a}`, a.toLocaleString(), String(new Uint8Array(0)), [new Uint8Array(2)] + "");
console.log(a.length, a.byteLength, a.byteOffset, a.BYTES_PER_ELEMENT, a[Symbol.toStringTag]);
let total = 0;
for (const value of a) total += value;
const [first, ...rest] = a;
console.log(total, first, rest, Math.max(...a), Array.from(a).length, JSON.stringify({ a }));

function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
attempt(() => a.set([1], 6));
attempt(() => a.set([1], -1));
attempt(() => a.with(6, 1));
attempt(() => Int8Array.prototype.fill.call([] as any, 1));
attempt(() => Int8Array.prototype.length);
const gone = new Uint8Array(4);
gone.buffer.transfer();
attempt(() => gone.length + "," + gone[0] + "," + gone.byteOffset);
attempt(() => gone.fill(1));
attempt(() => [...gone]);
attempt(() => gone.join());
attempt(() => gone.set([1]));
