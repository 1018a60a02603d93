// charCodeAt where the position is an integer: known to be inside, perhaps outside, and with the text changing under it.
function checksum(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

function beyond(text: string): string {
  const found: number[] = [];
  for (let i = -2; i <= text.length + 1; i++) found.push(text.charCodeAt(i));
  return found.join();
}

function backwards(text: string): number {
  let sum = 0;
  for (let i = text.length - 1; i >= 0; i--) sum = sum * 3 + text.charCodeAt(i);
  return sum;
}

function pairs(text: string): string {
  let found = "";
  let position = 0;
  while (position < text.length) {
    const unit = text.charCodeAt(position);
    const next = text.charCodeAt(position + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      found += `[${(unit - 0xd800) * 1024 + (next - 0xdc00) + 0x10000}]`;
      position += 2;
    } else {
      found += Number.isNaN(next) ? `${unit}.` : `${unit},`;
      position++;
    }
  }
  return found;
}

// The test speaks of one text, the access of another.
function otherText(long: string, short: string): number {
  let missing = 0;
  for (let i = 0; i < long.length; i++) if (Number.isNaN(short.charCodeAt(i))) missing++;
  return missing;
}

function shrinking(text: string): string {
  const found: number[] = [];
  let rest = text;
  for (let i = 0; i < rest.length; i++) {
    rest = rest.slice(0, -1);
    found.push(rest.charCodeAt(i));
  }
  return found.join();
}

// The position changes between the test and the access.
function ahead(text: string): string {
  const found: number[] = [];
  let i = 0;
  while (i < text.length) {
    i += 2;
    found.push(text.charCodeAt(i));
  }
  return found.join();
}

function compared(text: string, limit: number): string {
  const found: number[] = [];
  for (let i = 0; !(i >= limit); i++) found.push(text.charCodeAt(i) + 0.5);
  for (let i = 0; limit > i; i++) found.push(-text.charCodeAt(i));
  return found.join();
}

let rope = "";
for (let i = 0; i < 40; i++) rope += i % 7 === 3 ? "é" : String.fromCharCode(97 + (i % 26));
const wide = rope + "\u{1F600}ж" + rope;
const slice = ("0123456789".repeat(9) + rope).slice(85, 120);
for (const text of ["", "a", rope, wide, slice, "\ud83d", "\ude00x"]) {
  console.log(checksum(text), beyond(text.slice(-3)), backwards(text.slice(0, 9)), pairs(text.slice(-50)));
  console.log(otherText(wide, text), shrinking(text.slice(0, 8)), ahead(text.slice(0, 9)), compared(text.slice(0, 4), 5));
}
for (const position of [NaN, -0, 0.9, -0.9, 1.5, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 53, Infinity, -Infinity]) {
  console.log(position, "abc".charCodeAt(position));
}
const far: number[] = [];
for (let i = 4294967290; i < 4294967300; i++) far.push(wide.charCodeAt(i));
console.log(far.join());
console.log("abc".charCodeAt(), ("abc".charCodeAt as any)("2"), (String.prototype.charCodeAt as any).call(12345, 2));
