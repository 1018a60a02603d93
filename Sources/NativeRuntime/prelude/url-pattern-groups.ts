/// The order of a result's groups. Node collects them in a table of libstdc++ and gives them as that has them, which
/// programs see: the table's order depends on nothing but the names, so that it is made again here.
// @optimize size
import { binaryByteAt, binaryByteLength, bufferEncode } from "polyglot:runtime";
import { UTF8 } from "./buffer-encodings.ts";

/// The factor of MurmurHash64A in 16-bit limbs, the lowest first.
const factor = [0xe995, 0x5bd1, 0xa793, 0xc6a4];

/// The product of two 64-bit numbers in limbs, modulo 2 ** 64.
function multiply(a: number[], b: number[]): number[] {
  const product = [0, 0, 0, 0];
  for (let i = 0; i < 4; i++) {
    for (let j = 0; i + j < 4; j++) product[i + j]! += a[i]! * b[j]!;
  }
  for (let i = 0; i < 3; i++) {
    product[i + 1]! += Math.floor(product[i]! / 65536);
    product[i]! %= 65536;
  }
  product[3]! %= 65536;
  return product;
}

function exclusiveOr(a: number[], b: number[]): number[] {
  return a.map((limb, i) => limb ^ b[i]!);
}

/// A number with its bits from 47 on added to the lowest ones.
function mix(a: number[]): number[] {
  const high = a[3]! * 2 + (a[2]! >> 15);
  return exclusiveOr(a, [high & 0xffff, high >> 16, 0, 0]);
}

/// The limbs of up to eight bytes.
function limbs(bytes: any, start: number, end: number): number[] {
  const result = [0, 0, 0, 0];
  for (let i = start; i < end; i++) result[(i - start) >> 1]! += binaryByteAt(bytes, i) << (((i - start) & 1) * 8);
  return result;
}

/// std::hash of a string modulo a number of buckets: MurmurHash64A with libstdc++'s seed.
function bucketOf(name: string, count: number): number {
  const bytes: any = bufferEncode(name, UTF8);
  const length = binaryByteLength(bytes);
  let hash = exclusiveOr([0x6907, 0xc70f, 0, 0], multiply([length & 0xffff, length >>> 16, 0, 0], factor));
  const whole = length - (length & 7);
  for (let i = 0; i < whole; i += 8) {
    const data = multiply(mix(multiply(limbs(bytes, i, i + 8), factor)), factor);
    hash = multiply(exclusiveOr(hash, data), factor);
  }
  if (whole < length) hash = multiply(exclusiveOr(hash, limbs(bytes, whole, length)), factor);
  hash = mix(multiply(mix(hash), factor));
  return hash.reduceRight((rest, limb) => (rest * 65536 + limb) % count, 0);
}

/// The number of buckets of a table that is made for so many names: a small one, or the next of these primes.
function bucketCount(count: number): number {
  if (count < 14) return [2, 2, 2, 3, 5, 5, 7, 7, 11, 11, 11, 11, 13, 13][count]!;
  const primes = [17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];
  return primes.find((prime) => prime >= count) ?? count;
}

/// The indices of names in the order in which results have them.
export function groupOrder(names: string[]): number[] {
  const count = bucketCount(names.length);
  const buckets = names.map((name) => bucketOf(name, count));
  const order: number[] = [];
  for (let i = 0; i < names.length; i++) {
    // A name stands before those of its bucket, which itself stands before older ones.
    const first = order.findIndex((other) => buckets[other] === buckets[i]);
    order.splice(Math.max(first, 0), 0, i);
  }
  return order;
}
