/// Integer arithmetic modulo 2^32: pseudo-random keys, hashed by MurmurHash3 into a table with linear probing.
class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }
}

function mix(key: number, seed: number): number {
  let block = Math.imul(key, 0xcc9e2d51);
  block = (block << 15) | (block >>> 17);
  block = Math.imul(block, 0x1b873593);
  let hash = seed ^ block;
  hash = (hash << 13) | (hash >>> 19);
  hash = Math.imul(hash, 5) + 0xe6546b64;
  hash ^= 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

class CountingTable {
  private keys: Uint32Array;
  private counts: Uint32Array;
  private used = 0;

  constructor(capacity: number) {
    this.keys = new Uint32Array(capacity);
    this.counts = new Uint32Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  add(key: number): void {
    if (this.used * 4 >= this.keys.length * 3) this.grow();
    const slot = this.find(key);
    if (this.counts[slot] === 0) {
      this.keys[slot] = key;
      this.used++;
    }
    this.counts[slot]!++;
  }

  count(key: number): number {
    return this.counts[this.find(key)]!;
  }

  private find(key: number): number {
    const mask = this.keys.length - 1;
    let slot = mix(key, 0x9747b28c) & mask;
    while (this.counts[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue;
      const slot = this.find(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.counts[slot] = counts[i]!;
    }
  }
}

const operations = Number(process.argv[2] ?? 5_000_000);
const table = new CountingTable(1024);
const writer = new Random(2463534242);
for (let i = 0; i < operations; i++) table.add(writer.next() % 1000003);
const reader = new Random(88675123);
let hits = 0;
let checksum = 0;
for (let i = 0; i < operations; i++) {
  const count = table.count(reader.next() % 2000003);
  if (count > 0) hits++;
  checksum = (Math.imul(checksum, 31) + count) | 0;
}
console.log(`${table.size} keys, ${hits} hits, checksum ${checksum}`);
