((((((((((a))))))))))[[[[[[b]]]]]]; if (a) { if (b) { for (;;) { while (c) { do { try { switch (d) { case 1: { } default: } } catch { } finally { } } while (e) } } } } else if (f) ; else ;
let x: A<B<C<D<E[]>[]>[]>[]>[] = { a: { b: { c: { d: {} } } } }; `${`${`${1}`}`}`; a ? b ? c ? d : e : f : g; a => b => c => d; !!!!a; - - - b; await await c;
