// Patterns in parameters, loops and catch clauses.
function f({ a, b = 2 }: { a: number; b?: number }, [c, ...d]: number[] = [3]) { return [a, b, c, d]; }
console.log(f({ a: 1 }), f({ a: 1, b: 5 }, [6, 7, 8]));
const people = [{ name: "Ann", tags: ["x", "y"] }, { name: "Bob", tags: [] }];
for (const { name, tags: [tag = "none"] } of people) console.log(name, tag);
for (const [i, { name }] of people.entries()) console.log(i, name);
console.log(people.map(({ name: n }) => n), Object.entries({ p: 1, q: 2 }).map(([k, v]) => k + v));
try {
  throw { code: 5, info: { text: "t" } };
} catch ({ code, info: { text } }: any) {
  console.log(code, text);
}
const swap = ([a, b]: [number, number]): [number, number] => [b, a];
console.log(swap([1, 2]), (({ length }) => length)("four"), ((...[first, second]: number[]) => first + second)(3, 4));
for (let [i, j] = [0, 10]; i < j; [i, j] = [i + 3, j - 3]) console.log(i, j);
