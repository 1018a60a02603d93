/// JSON there and back: records parsed, checked, changed and written, as a service does.
interface User {
  id: number;
  name: string;
  email: string;
  active: boolean;
  address: { street: string; city: string; position: [number, number] };
  tags: string[];
  manager: number | null;
}

function makeUser(id: number): User {
  return {
    id,
    name: `User "${id}" Müller\n`,
    email: `user${id}@example.com`,
    active: id % 3 !== 0,
    address: { street: `${id % 200} Main Street`, city: ["Köln", "Paris", "Rome"][id % 3]!, position: [id / 7, -id / 13] },
    tags: Array.from({ length: id % 5 }, (_, i) => `tag-${i}`),
    manager: id % 10 === 0 ? null : Math.floor(id / 10),
  };
}

function isUser(value: unknown): value is User {
  if (typeof value !== "object" || value === null) return false;
  const user = value as Record<string, unknown>;
  return typeof user["id"] === "number" && typeof user["name"] === "string" && Array.isArray(user["tags"]);
}

const count = Number(process.argv[2] ?? 8000);
let text = JSON.stringify(Array.from({ length: count }, (_, i) => makeUser(i)));
let active = 0;
let characters = 0;
for (let round = 0; round < 15; round++) {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || !parsed.every(isUser)) throw new TypeError("not a list of users");
  const users: User[] = parsed;
  for (const user of users) {
    if (user.active) active++;
    user.tags.push(`round-${round}`);
    user.address.position[0] += 0.5;
  }
  text = JSON.stringify(users);
  characters += text.length;
}
const sample = JSON.stringify(JSON.parse(text)[Math.floor(count / 2)], null, 2);
console.log(sample);
console.log(`${active} active, ${characters} characters`);
