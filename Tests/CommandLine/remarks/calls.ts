// Calls that stay indirect, and why.
const operations = [(a: number) => a + 1, (a: number) => a * 2, (a: number) => a - 3];
let value = 1;
for (let i = 0; i < 9; i++) value = operations[i % 3](value);

class Animal {
  constructor(readonly name: string) {}
  legs() { return 4; }
}
class Bird extends Animal {
  constructor(name: string) { super(name); }
  legs() { return 2; }
}

let legs = 0;
for (let i = 0; i < 4; i++) {
  const animal = i % 2 === 0 ? new Animal("cat") : new Bird("crow");
  legs += animal.legs();
}

function apply(callback, argument) { return callback(argument); }
const handlers = new Map<string, (n: number) => number>([["double", (n) => n * 2]]);
let results = 0;
for (let i = 0; i < 3; i++) results += apply(handlers.get("double"), i);

function maximum(...values: number[]) {
  let result = -Infinity;
  for (const value of values) if (value > result) result = value;
  return result;
}
let highest = 0;
for (let i = 0; i < 3; i++) highest += maximum(...[i, 2, 1]);

function* pairs(n: number) { for (let i = 0; i < n; i++) yield [i, i * i]; }
let squares = 0;
for (const [, square] of pairs(4)) squares += square;
console.log(value, legs, results, highest, squares);
