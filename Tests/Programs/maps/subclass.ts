// Classes that extend Map and Set.
class DefaultMap<K, V> extends Map<K, V> {
  constructor(private make: () => V, entries?: Iterable<[K, V]>) { super(entries); }
  get(key: K): V { if (!this.has(key)) this.set(key, this.make()); return super.get(key)!; }
}
const m = new DefaultMap<string, number[]>(() => []);
m.get("a").push(1);
m.get("a").push(2);
m.get("b").push(3);
console.log([...m], m.size, m instanceof Map, m);
class Logged<T> extends Set<T> { added: T[] = []; add(x: T) { this.added?.push(x); return super.add(x); } }
const l = new Logged([1, 2]);
l.add(2).add(3);
console.log(l.size, l.added, l);
