// The ways to make typed arrays, and how elements are converted.
const kinds = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float16Array, Float32Array,
  Float64Array,
];
const values = [0, -0, 1.5, 2.5, 3.5, -1.5, 127.6, 128, 255.5, 256, 300, -129, 65504, 65519, 65520, 70000, 1e-7, 6e-8, 3e-8,
  2147483648, 4294967295.9, 1e20, -1e20, NaN, Infinity, -Infinity, 0.1, 1 / 3];
for (const kind of kinds) {
  const array = new kind(values);
  console.log(kind.name, kind.BYTES_PER_ELEMENT, array.length, array.byteLength, Array.from(array, String).join(" "));
}

console.log(new Uint8Array(3).join(), new Uint8Array([1, 2, 3]).join(), new Uint8Array(new Set([4, 5])).join());
console.log(new Float32Array({ length: 2, 0: "1.25", 1: true }).join(), new Int32Array(new Float64Array([1.9, -1.9])).join());
console.log(new Uint8Array().length, new Uint8Array("3" as any).length, new Uint8Array(undefined as any).length);
console.log(new Uint16Array([, 1, undefined, null, "x", [7], { valueOf: () => 9 }] as any).join());
console.log(Int16Array.from("123").join(), Int16Array.from([1, 2], (x, i) => x * 10 + i).join(), Int16Array.of(1, 70000).join());
console.log(Uint8Array.from({ length: 3 }, (_, i) => i * i).join(), Float64Array.from(new Map([[1, 2]]).keys()).join());

const buffer = new ArrayBuffer(16);
const bytes = new Uint8Array(buffer, 4, 8);
const words = new Uint32Array(buffer, 4);
words[0] = 0x01020304;
words[2] = 0xffffffff;
console.log(bytes.join(), words.join(), bytes.byteOffset, words.length, bytes.buffer === buffer, words.buffer === bytes.buffer);

class Vector extends Float64Array {
  get norm(): number {
    return Math.sqrt(this.reduce((sum, x) => sum + x * x, 0));
  }
  static get [Symbol.species]() {
    return Float64Array;
  }
}
const vector = new Vector([3, 4]);
console.log(vector.norm, vector.map((x) => x * 2) instanceof Vector, vector instanceof Float64Array, Vector.of(6, 8).norm);
console.log(Vector.name, Object.getPrototypeOf(Int8Array) === Object.getPrototypeOf(Vector.prototype.constructor.__proto__));

function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
attempt(() => new Int8Array(-1));
attempt(() => new Int8Array(2 ** 53));
attempt(() => new Float64Array(2 ** 50));
attempt(() => new Int8Array(2 ** 50));
attempt(() => new Int16Array(buffer, 1));
attempt(() => new Int16Array(new ArrayBuffer(7)));
attempt(() => new Int16Array(buffer, 18));
attempt(() => new Int16Array(buffer, 2, 20));
attempt(() => (Int8Array as any)(1));
attempt(() => new (Object.getPrototypeOf(Int8Array))());
attempt(() => new Int8Array(Symbol() as any));
attempt(() => new Int8Array([Symbol()] as any));
attempt(() => Int8Array.from(null as any));
attempt(() => Int8Array.from.call({} as any, []));
