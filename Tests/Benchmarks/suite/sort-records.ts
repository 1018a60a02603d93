/// Sorting with comparison functions: numbers, strings, and records by several keys.
interface Person {
  id: number;
  name: string;
  city: string;
  age: number;
  score: number;
}

type Comparison<T> = (a: T, b: T) => number;

function by<T>(key: (value: T) => number | string): Comparison<T> {
  return (a, b) => {
    const left = key(a);
    const right = key(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function inOrder<T>(...comparisons: Comparison<T>[]): Comparison<T> {
  return (a, b) => {
    for (const comparison of comparisons) {
      const order = comparison(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

let state = 5;
function random(limit: number): number {
  state = (state * 48271) % 2147483647;
  return state % limit;
}

function makePeople(count: number): Person[] {
  const names = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Niklaus", "Margaret"];
  const cities = ["Oslo", "Lima", "Cairo", "Quito", "Delhi"];
  return Array.from({ length: count }, (_, id) => ({
    id,
    name: `${names[random(names.length)]} ${String.fromCharCode(65 + random(26))}.`,
    city: cities[random(cities.length)]!,
    age: 18 + random(70),
    score: random(100000) / 100,
  }));
}

function checksum(people: readonly Person[]): number {
  return people.reduce((sum, person, i) => (sum + person.id * ((i % 1000) + 1)) % 1000000007, 0);
}

const count = Number(process.argv[2] ?? 100_000);
const people = makePeople(count);
const numbers = Array.from({ length: 4 * count }, () => random(1000000));
console.log(numbers.toSorted((a, b) => a - b).filter((_, i) => i % count === 0).join(" "));
console.log(numbers.toSorted((a, b) => (a % 1000) - (b % 1000) || b - a).filter((_, i) => i % count === 0).join(" "));
console.log(checksum([...people].sort((a, b) => a.age - b.age || b.score - a.score)));
console.log(checksum([...people].sort(by((person) => person.name))));
console.log(checksum([...people].sort(inOrder(by((p) => p.city), by((p) => p.name), (a, b) => b.score - a.score))));
const words = people.map((person) => `${person.name}${person.city}${person.score}`).sort();
console.log(words[0], words[words.length >> 1], words[words.length - 1]);
