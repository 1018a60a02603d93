// Loops over typed arrays whose indices are sums of a counter and numbers that are probably integers.
class Sizes {
  size: number;
  constructor(size: number) {
    this.size = size;
  }
}

function butterflies(values: Float64Array, other: Float64Array, sizes: Sizes, from: number, factor: number): number {
  let steps = 0;
  for (let half = from; half < sizes.size; half *= factor) {
    for (let start = 0; start < sizes.size; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const low = start + k;
        const high = low + half;
        const sum = values[low]! + other[high]!;
        values[high] = values[low]! - other[low]!;
        other[low] = sum;
        steps++;
      }
    }
  }
  return steps;
}

function shifted(values: Float64Array, base: number): number {
  let sum = 0;
  for (let k = 0; k < 20; k++) {
    // The first access proves what the second needs.
    if (values[base] === undefined) return -1;
    sum += values[base + k]! + values[base]!;
  }
  return sum;
}

function filled(size: number): Float64Array {
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = (i * 37) % 11;
  return values;
}

const checksum = (values: Float64Array) => values.reduce((sum, value, i) => sum + (value || 0) * ((i % 7) + 1), 0);

for (const [size, from, factor] of [[64, 1, 2], [64, 1.5, 2], [48, 3, 2], [64, 0.5, 3], [20, 4294967296, 2], [16, NaN, 2], [9, 2, 1.5]]) {
  const values = filled(64);
  const other = filled(64);
  console.log(size, from, factor, butterflies(values, other, new Sizes(size!), from!, factor!), checksum(values), checksum(other));
}
// Both arrays the same, or views of one buffer, and too short.
const same = filled(64);
console.log(butterflies(same, same, new Sizes(64), 1, 2), checksum(same));
const buffer = filled(64).buffer;
const left = new Float64Array(buffer, 0, 40);
console.log(butterflies(left, new Float64Array(buffer, 16 * 8), new Sizes(32), 1, 2), checksum(left));
console.log(butterflies(filled(30), filled(64), new Sizes(64), 1, 2));
for (const base of [0, 5, 44, 45, 60, 0.5, -1, -0, NaN, Infinity, -Infinity, 1e300, 2 ** 53, "3" as unknown as number]) {
  console.log(base, shifted(filled(64), base));
}
