// Values that stay boxed, and why.
function sum(values, count) {
  let result = 0;
  for (let i = 0; i < count; i++) result += values[i].price;
  return result;
}

function twice(x) {
  let result = x;
  for (let i = 0; i < 3; i++) result = result + x;
  return result;
}

function find(names: string[], name: string) {
  for (const candidate of names) if (candidate === name) return candidate.length;
  return undefined;
}

function attempts(limit: number) {
  let failures = 0;
  for (let i = 0; i < limit; i++) {
    try {
      if (i % 2 === 0) throw i;
    } catch (problem) {
      failures += problem;
    }
  }
  return failures;
}

function counter() {
  let count = 0;
  const next = () => ++count;
  return { next, read: () => count };
}

const table = JSON.parse('[{"price": 1}, {"price": 2}]');
console.log(sum(table, 2));
console.log(twice(4), twice("four"));
let found = 0;
for (let i = 0; i < 4; i++) found += find(["a", "bc"], i === 2 ? "bc" : "b") ?? 1;
console.log(found, attempts(5));
const counting = counter();
for (let i = 0; i < 3; i++) counting.next();
console.log(counting.read());
