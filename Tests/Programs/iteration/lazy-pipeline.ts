// Iterators composed by hand.
interface Seq<T> { next(): { value: T; done: boolean } }
const naturals = (): Seq<number> => { let n = 0; return { next: () => ({ value: n++, done: false }) }; };
const map = <A, B>(s: Seq<A>, f: (a: A) => B): Seq<B> => ({ next: () => { const r = s.next(); return r.done ? (r as any) : { value: f(r.value), done: false }; } });
const filter = <A>(s: Seq<A>, f: (a: A) => boolean): Seq<A> => ({ next: () => { for (;;) { const r = s.next(); if (r.done || f(r.value)) return r; } } });
const take = <A>(s: Seq<A>, n: number): Seq<A> => ({ next: () => (n-- > 0 ? s.next() : { value: undefined as any, done: true }) });
const toArray = <A>(s: Seq<A>): A[] => { const out: A[] = []; for (let r = s.next(); !r.done; r = s.next()) out.push(r.value); return out; };
console.log(toArray(take(filter(map(naturals(), (x) => x * x), (x) => x % 3 === 1), 6)));
const iterable = <A>(s: Seq<A>) => ({ [Symbol.iterator]: () => s });
console.log([...iterable(take(naturals(), 4)) as any], new Map([...iterable(take(naturals(), 2)) as any].map((x: number) => [x, -x])));
