// Iterators within iterators, continue and return inside for-of.
const pairs: [number, string][] = [];
for (const n of [1, 2, 3]) for (const c of "ab") { if (n === 2) continue; pairs.push([n, c]); }
console.log(pairs);
function firstDuplicate(xs: number[]): number | undefined {
  const seen = new Set<number>();
  for (const x of xs) { if (seen.has(x)) return x; seen.add(x); }
  return undefined;
}
console.log(firstDuplicate([1, 2, 3, 2, 1]), firstDuplicate([1]));
const zip = <A, B>(a: A[], b: B[]) => a.map((x, i) => [x, b[i]] as [A, B]);
for (const [x, [y, z]] of zip([1, 2], [["a", "b"], ["c", "d"]])) console.log(x, y, z);
let total = 0;
for (const row of [[1, 2], [3, 4], []]) for (const x of row) total += x;
for (let x of [1, 2]) { x *= 2; total += x; }
console.log(total);
const o: any = {};
for (o.prop of ["p", "q"]) ;
for (const { length } of ["a", "bcd"]) console.log(length);
console.log(o);
