// entries, keys, values and iterators by hand.
const a = ["x", , "z"];
for (const [i, v] of a.entries()) console.log(i, v);
console.log([...a.keys()], [...a.values()], Object.keys(a));
const it = a[Symbol.iterator]();
console.log(it.next(), it.next(), it.next(), it.next(), it.next());
const it2 = [1, 2, 3].values();
it2.next();
console.log([...it2], [...it2], it2[Symbol.iterator]() === it2);
const grow = [1];
const gi = grow[Symbol.iterator]();
gi.next();
grow.push(2);
console.log(gi.next(), gi.next());
grow.push(3);
console.log(gi.next());
