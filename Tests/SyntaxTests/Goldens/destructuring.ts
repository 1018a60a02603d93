const { a, b: c = 1, ["d"]: { e }, ...f } = g;
let [h, , i = 2, [j], ...k] = l;
({ a, b: c.d, e: [f = 1] = [], ...g.h } = i);
[x.y, (z), [w] = [1], { v = 2 }, ...u[0]] = t;
for ([p, q.r] of s) ;
for (const [k, v] of m) ;
for ({ a } in b) ;
