/// Pauses of a store of 500 MB of small objects, strings, arrays and a map, in which records are replaced, linked and
/// changed at random while short-lived ones come and go.
class Person {
  name: string;
  age: number;
  friends: Person[];
  notes: Note | null = null;

  constructor(name: string, age: number) {
    this.name = name;
    this.age = age;
    this.friends = [];
  }
}

interface Note {
  text: string;
  next: Note | null;
}

let state = 12345;
function random(limit: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % limit;
}

const COUNT = 1_900_000;
const people: Person[] = [];
const byName = new Map<string, Person>();

function makePerson(i: number): Person {
  const person = new Person("person number " + i, random(100));
  for (let n = 0; n < 2; n++) person.notes = { text: "note " + n + " of " + i, next: person.notes };
  return person;
}

for (let i = 0; i < COUNT; i++) {
  const person = makePerson(i);
  people.push(person);
  if (i % 4 === 0) byName.set(person.name, person);
}

let checksum = 0;
for (let round = 0; round < 4_000_000; round++) {
  const at = random(COUNT);
  const person = people[at];
  const kind = random(8);
  if (kind === 0) {
    const replacement = makePerson(at);
    replacement.friends = person.friends;
    people[at] = replacement;
    if (at % 4 === 0) byName.set(replacement.name, replacement);
  } else if (kind === 1) {
    if (person.friends.length > 3) person.friends = [];
    person.friends.push(people[random(COUNT)]);
  } else if (kind === 2) {
    person.notes = { text: person.name + " was seen", next: null };
  } else {
    const found = byName.get("person number " + (at - (at % 4)));
    if (found !== undefined) checksum = (checksum + found.age + person.friends.length) | 0;
  }
}
console.log(checksum, byName.size, people.length);
