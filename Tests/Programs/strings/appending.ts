// Strings that are built by appending share a buffer: what was appended to one must never show in another.
function digest(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${sum}:${text.slice(0, 6)}…${text.slice(-6)}`;
}

let base = "";
for (let i = 0; i < 60; i++) base += i + ",";
const first = base + "first";
const second = base + "second";
const third = first + "!" + base + "?";
console.log(digest(base), digest(first), digest(second), digest(third));

// The same string continued in two ways, at every length.
const forks: string[] = [];
let trunk = "";
for (let i = 0; i < 120; i++) {
  trunk += String.fromCharCode(97 + (i % 26));
  forks.push(trunk + "A", trunk + "B", trunk + "A" + "C");
}
console.log(digest(forks.join("|")));
console.log(forks.every((text, i) => text.startsWith(trunk.slice(0, Math.floor(i / 3) + 1))));

// Text that becomes wide on the way, and is cut to Latin-1 again.
let mixed = "";
const states: string[] = [];
for (let i = 0; i < 200; i++) {
  mixed += i === 90 ? "→" : i === 150 ? "\uD83D" : i === 151 ? "\uDE00" : "é";
  if (i % 30 === 0) states.push(mixed);
}
console.log(states.map(digest).join(" "), digest(mixed), [...mixed].length);
let narrow = mixed.slice(0, 80);
for (let i = 0; i < 80; i++) narrow += "n";
console.log(digest(narrow));

// A string appended to itself, and parts of it appended to it.
let self = "0123456789".repeat(8);
for (let i = 0; i < 6; i++) self += self.slice(3, 50) + self;
console.log(digest(self));
self += "x";
const half = self.slice(10, self.length - 10);
self += "y";
console.log(digest(half), digest(half + "z"), digest(self));

// As keys: equal text is one key, however it was made.
const map = new Map<string, number>();
let key = "k".repeat(60);
for (let i = 0; i < 50; i++) {
  key += i;
  map.set(key, i);
  map.set(("k".repeat(60) + key.slice(60)), i * 2);
}
console.log(map.size, map.get(key), map.get(key + ""), map.has(key + "0"));
const record: Record<string, number> = {};
record[key] = 1;
record[key + "more"] = 2;
key += "more";
console.log(record[key], Object.keys(record).map(digest).join(" "));

// Prepending, and ropes on the right.
let front = "";
for (let i = 0; i < 100; i++) front = i + "." + front;
let both = front + front;
both += front + both;
both += "end";
console.log(digest(front), digest(both), both.lastIndexOf("end") === both.length - 3);
console.log(both < both + "a", front === front + "", `${front}x` === front + "x");
