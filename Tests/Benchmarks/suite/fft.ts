/// Typed arrays of doubles: fast Fourier transforms there and back, as the convolution of two signals.
class Transform {
  readonly size: number;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly reversed: Uint32Array;

  constructor(size: number) {
    this.size = size;
    this.cosines = new Float64Array(size / 2);
    this.sines = new Float64Array(size / 2);
    for (let i = 0; i < size / 2; i++) {
      this.cosines[i] = Math.cos((2 * Math.PI * i) / size);
      this.sines[i] = Math.sin((2 * Math.PI * i) / size);
    }
    const bits = Math.log2(size);
    this.reversed = new Uint32Array(size);
    for (let i = 0; i < size; i++) {
      this.reversed[i] = (this.reversed[i >> 1]! >> 1) | ((i & 1) << (bits - 1));
    }
  }

  forward(real: Float64Array, imaginary: Float64Array): void {
    for (let i = 0; i < this.size; i++) {
      const j = this.reversed[i]!;
      if (j > i) {
        [real[i], real[j]] = [real[j]!, real[i]!];
        [imaginary[i], imaginary[j]] = [imaginary[j]!, imaginary[i]!];
      }
    }
    for (let half = 1; half < this.size; half *= 2) {
      const step = this.size / (2 * half);
      for (let start = 0; start < this.size; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const cosine = this.cosines[k * step]!;
          const sine = this.sines[k * step]!;
          const low = start + k;
          const high = low + half;
          const re = real[high]! * cosine + imaginary[high]! * sine;
          const im = imaginary[high]! * cosine - real[high]! * sine;
          real[high] = real[low]! - re;
          imaginary[high] = imaginary[low]! - im;
          real[low]! += re;
          imaginary[low]! += im;
        }
      }
    }
  }

  backward(real: Float64Array, imaginary: Float64Array): void {
    this.forward(imaginary, real);
    for (let i = 0; i < this.size; i++) {
      real[i]! /= this.size;
      imaginary[i]! /= this.size;
    }
  }
}

const bits = Number(process.argv[2] ?? 18);
const size = 2 ** bits;
const transform = new Transform(size);
const real = new Float64Array(size);
const imaginary = new Float64Array(size);
for (let i = 0; i < size; i++) real[i] = ((i * 7919) % 1000) / 1000 - 0.5;
const original = real.slice();
for (let round = 0; round < 12; round++) {
  transform.forward(real, imaginary);
  transform.backward(real, imaginary);
}
let error = 0;
for (let i = 0; i < size; i++) error = Math.max(error, Math.abs(real[i]! - original[i]!));
console.log(error < 1e-9 ? "round trips agree" : `round trips differ by ${error}`);
transform.forward(real, imaginary);
let power = 0;
for (let i = 0; i < size; i++) power += real[i]! ** 2 + imaginary[i]! ** 2;
console.log((power / size).toFixed(6));
