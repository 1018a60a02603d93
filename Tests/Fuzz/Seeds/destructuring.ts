let { a, b: c = 1, ["d"]: { e }, ...f } = g, [h, , i = 2, [j], ...k] = l;
({ a, b: c.d, e: [f = 1] = [], ...g.h } = i); [x.y, (z), [w] = [1], { v = 2 }.u, ...[t]] = s;
for ([p, q.r] of m) ; for (const [k, v] of m) ; for ({ a } in b) ; for (let of of of) ; for (async of => 1;;) ;
