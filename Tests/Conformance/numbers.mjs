// Random numbers through every conversion between numbers and text; a compiled program and Node must print the same.
//
// Each line is the digest of a share of the work, so that a difference leads to where it is.
const total = Number(process.argv[2]);
const shares = 20;

// Marsaglia's xorshift with 128 bits of state.
let x = 123456789, y = 362436069, z = 521288629, w = 88675123;
function random32() {
  const t = x ^ (x << 11);
  x = y;
  y = z;
  z = w;
  w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
  return w >>> 0;
}

const words = new Uint32Array(2);
const doubles = new Float64Array(words.buffer);

/// A finite number: of any bits, an integer, or with few decimal digits.
function randomNumber() {
  const kind = random32() & 7;
  if (kind === 0) return random32() - 2147483648;
  if (kind === 1) return (random32() - 2147483648) / 10 ** (random32() % 12);
  if (kind === 2) return random32() * 2097152 + random32();
  do {
    words[0] = random32();
    words[1] = random32();
  } while ((words[1] & 0x7ff00000) === 0x7ff00000);
  return doubles[0];
}

let digest = 0;
function mix(text) {
  for (let i = 0; i < text.length; i++) digest = Math.imul(digest ^ text.charCodeAt(i), 16777619);
}

function report(name, share) {
  console.log(name + " " + share + " " + (digest >>> 0).toString(16));
}

let misread = 0;
for (let share = 0; share < shares; share++) {
  for (let i = 0; i < total / shares; i++) {
    const number = randomNumber();
    const text = String(number);
    mix(text);
    if (Number(text) !== number || parseFloat(text) !== number) misread++;
  }
  report("shortest", share);
}
console.log("misread " + misread);

const fewer = total / 10;
for (let share = 0; share < shares; share++) {
  for (let i = 0; i < fewer / shares; i++) mix(randomNumber().toFixed(random32() % 101));
  report("toFixed", share);
}
for (let share = 0; share < shares; share++) {
  for (let i = 0; i < fewer / shares; i++) mix(randomNumber().toPrecision(1 + random32() % 100));
  report("toPrecision", share);
}
for (let share = 0; share < shares; share++) {
  for (let i = 0; i < fewer / shares; i++) mix(randomNumber().toExponential(random32() % 101));
  report("toExponential", share);
}
for (let share = 0; share < shares; share++) {
  for (let i = 0; i < fewer / shares; i++) mix(randomNumber().toString(2 + random32() % 35));
  report("toString(radix)", share);
}
for (let share = 0; share < shares; share++) {
  // Texts of any length, near numbers that lie exactly between two doubles.
  for (let i = 0; i < fewer / shares; i++) {
    const number = Math.abs(randomNumber());
    const text = number.toExponential(100).replace("e", String(random32()) + "e");
    mix(String(Number(text)));
  }
  report("long texts", share);
}
