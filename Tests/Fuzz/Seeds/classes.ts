@dec abstract class A<in T, out U> extends (B<T>) implements C, D.E<U> {
  static #p = 1; readonly [k: string]: any; declare x?: number; y!: string; accessor z = 2;
  static { this.#p; super.q; }
  constructor(private readonly a: number, public b?) { super(); }
  get v() { return this.#w } set v(x) {} async *gen<K>(this: A): K {} static async = 1; get = 2
  abstract m(): void; over(a: string): void; over(a: any) { return #p in a }
  'q'() {} 1() {} [c]() {} #w = 1
}
