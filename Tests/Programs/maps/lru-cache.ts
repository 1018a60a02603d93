// A cache that relies on the order of insertion.
class LRU<K, V> {
  #map = new Map<K, V>();
  hits = 0;
  constructor(private capacity: number) {}
  get(key: K): V | undefined {
    const value = this.#map.get(key);
    if (value === undefined) return undefined;
    this.hits++;
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }
  set(key: K, value: V): void {
    this.#map.delete(key);
    if (this.#map.size >= this.capacity) this.#map.delete(this.#map.keys().next().value!);
    this.#map.set(key, value);
  }
  get keys() { return [...this.#map.keys()]; }
}
const cache = new LRU<number, string>(5);
for (let i = 0; i < 40; i++) {
  const key = (i * i) % 11;
  if (!cache.get(key)) cache.set(key, "v" + i);
}
console.log(cache.keys, cache.hits, cache);
