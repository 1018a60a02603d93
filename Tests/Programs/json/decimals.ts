// Texts of numbers: digits that a multiplication decides, halves that it does not, and more digits than it takes.
let seed = 12345;
function random(): number {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
let hash = 0;
function note(value: number): void {
  double[0] = value;
  hash = (hash * 31 + words[0]! + words[1]!) % 4294967296;
}

let wrong = 0;
for (let i = 0; i < 2000; i++) {
  words[0] = random() * 4294967296;
  words[1] = (1023 - 90 + Math.floor(random() * 150)) * 1048576 + Math.floor(random() * 1048576);
  const value = i % 2 === 0 ? double[0]! : random() * 10 ** Math.floor(random() * 20 - 8);
  const text = String(value);
  if (JSON.parse(text) !== value || Number(text) !== value || parseFloat(text) !== value) wrong++;
  note(JSON.parse(value.toPrecision(19)) as number);
  note(Number((value * (1 + random() * 1e-16)).toPrecision(18 - (i % 3))));
  // Halfway between two doubles, exactly, and beside it.
  const odd = 9007199254740992n + BigInt(Math.floor(random() * 4503599627370496)) * 2n + 1n;
  const places = i % 3;
  const digits = (odd * 10n ** BigInt(places) + BigInt(i % 2)).toString();
  note(JSON.parse(places ? `-${digits.slice(0, -places)}.${digits.slice(-places)}` : digits) as number);
}
console.log(wrong, hash);

const texts = [
  "0", "-0", "0.0", "-0.000", "0.30000000000000004", "9007199254740993", "9007199254740993.0", "18446744073709551615",
  "9999999999999999999", "99999999999999999999", "18446744073709551616", "1844674407370955161.5", "0.0000000000000000001",
  "123456789012345678.9", "1.7976931348623157e308", "1e400", "0.000000000000000000000000000001234567890123456789",
  "5e-324", "2e-324", "9007199254740992.5", "9007199254740993.5", "1.00000000000000011102230246251565",
  "1.000000000000000111", "4503599627370496.5", "4503599627370497.5", "1.0000000000000002220446", "0.1e1", "1E+2", "1e-7",
  "123456789012345678e-30", "12345678901234567890123e-30",
];
for (const text of texts) {
  const value = JSON.parse(text) as number;
  const wide = (JSON.parse(`["\u0416", ${text}]`) as [string, number])[1];
  console.log(text, Object.is(value, Number(text)), Object.is(value, wide), Object.is(value, -0) ? "-0" : value);
}
for (const text of ["-", "01", "1.", "1.e1", "1e", "1e+", "-.5", ".5", "1.5.5", "00", "-01", "1 2"]) {
  try {
    console.log(text, JSON.parse(text));
  } catch (error) {
    console.log(text, (error as Error).message);
  }
}
