// Generic containers.
class LinkedList<T> {
  private head: { value: T; next: any } | null = null;
  size = 0;
  add(value: T): this {
    this.head = { value, next: this.head };
    this.size++;
    return this;
  }
  [Symbol.iterator](): Iterator<T> {
    let node = this.head;
    return {
      next: () => {
        if (!node) return { value: undefined as any, done: true };
        const value = node.value;
        node = node.next;
        return { value, done: false };
      },
    };
  }
  map<U>(f: (x: T) => U): LinkedList<U> {
    const out = new LinkedList<U>();
    for (const x of this as any as Iterable<T>) out.add(f(x));
    return out;
  }
}
const list = new LinkedList<number>().add(1).add(2).add(3);
console.log([...(list as any)], list.size, [...(list.map((x) => `n${x}`) as any)], list);
class Pair<A, B> { constructor(readonly first: A, readonly second: B) {} swap(): Pair<B, A> { return new Pair(this.second, this.first); } }
console.log(new Pair(1, "x").swap());
