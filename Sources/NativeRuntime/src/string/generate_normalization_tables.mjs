// Writes normalization_tables.h from the Unicode data of the Node that runs it:
//   node generate_normalization_tables.mjs > normalization_tables.h
//
// Decompositions are the full ones, canonical or (with the bit COMPATIBLE in the length) compatible; Hangul is computed.
// Their code points are listed in `decomposition_points`. A row is the code point, the place and the length.
const out = ['/// Made by generate_normalization_tables.mjs from the Unicode data of Node ' + process.versions.unicode + '.', '#pragma once', ''];

function array(type, name, values) {
  out.push(`static const ${type} ${name}[] = {`);
  let line = '   ';
  for (const v of values) {
    if (line.length + String(v).length > 117) { out.push(line); line = '   '; }
    line += ` ${v},`;
  }
  out.push(line, '};', '');
}
const hex = (n) => '0x' + n.toString(16).toUpperCase();
const isHangul = (c) => c >= 0xac00 && c < 0xac00 + 11172;
const scalars = [];
for (let c = 0; c < 0x110000; c++) if ((c < 0xd800 || c > 0xdfff) && !isHangul(c)) scalars.push(c);

// Decompositions.
const points = [], known = new Map();
const place = (text) => {
  if (!known.has(text)) { known.set(text, points.length); for (const c of text) points.push(c.codePointAt(0)); }
  return known.get(text);
};
const canonical = [], compatible = [];
for (const c of scalars) {
  const text = String.fromCodePoint(c), nfd = text.normalize('NFD'), nfkd = text.normalize('NFKD');
  if (nfd !== text) canonical.push([c, place(nfd), [...nfd].length]);
  if (nfkd !== nfd) compatible.push([c, place(nfkd), [...nfkd].length]);
}
const rows = (name, list) => {
  out.push(`static const decomposition ${name}[] = {`);
  for (const [c, at, length] of list) out.push(`    {${hex(c)}, ${at}, ${length}},`);
  out.push('};', '');
};
rows('canonical_decompositions', canonical);
rows('compatible_decompositions', compatible);
array('uint32_t', 'decomposition_points', points.map(hex));

// Combining classes. Only their order matters, so they are numbered anew: marks that exchange their places with others in
// NFD tell it. The classes of a few well-known marks anchor each class; all marks are compared with these.
const marks = scalars.filter((c) => /^\p{M}$/u.test(String.fromCodePoint(c)));
const swaps = (a, b) => { // whether a must stand behind b
  const text = 'a' + String.fromCodePoint(a, b);
  const nfd = text.normalize('NFD');
  const expected = 'a' + String.fromCodePoint(a).normalize('NFD') + String.fromCodePoint(b).normalize('NFD');
  return nfd !== expected;
};
const classes = []; // representatives in ascending order
const classOf = new Map();
const isStarter = (c) => !swaps(c, 0x334) && !swaps(0x345, c) ; // neither behind the least class nor before the greatest
for (const c of marks) {
  if (String.fromCodePoint(c).normalize('NFD') !== String.fromCodePoint(c)) continue;
  if (isStarter(c)) {
    // Of the least or the greatest class itself, or really a starter: then nothing passes it.
    const passes = swaps(0x345, c) || swaps(c, 0x334);
    const isLeast = !swaps(c, 0x334) && swaps(0x5b0, c), isGreatest = !swaps(0x345, c) && swaps(c, 0x5b0);
    if (!passes && !isLeast && !isGreatest) continue;
  }
  let low = 0, found = -1;
  for (; low < classes.length; low++) {
    const r = classes[low];
    if (swaps(r, c)) break; // c is before r
    if (!swaps(c, r)) { found = low; break; }
  }
  if (found >= 0) { classOf.set(c, r(found)); continue; }
  classes.splice(low, 0, c);
  classOf.set(c, c);
}
function r(i) { return classes[i]; }
const ranges = [];
for (const c of [...classOf.keys()].sort((a, b) => a - b)) {
  const number = classes.indexOf(classOf.get(c)) + 1;
  const last = ranges.at(-1);
  if (last && last[1] === c - 1 && last[2] === number) last[1] = c; else ranges.push([c, c, number]);
}
out.push('static const combining_range combining_classes[] = {');
for (const [a, b, n] of ranges) out.push(`    {${hex(a)}, ${hex(b)}, ${n}},`);
out.push('};', '');
process.stderr.write(`${classes.length} classes, ${classOf.size} marks\n`);

// Compositions: the pairs that NFC puts together.
const pairs = [];
for (const [c, at, length] of canonical) {
  const text = String.fromCodePoint(c);
  if (text.normalize('NFC') !== text || length < 2) continue;
  const full = points.slice(at, at + length);
  // The first of the pair is what all but the last compose to.
  const first = [...String.fromCodePoint(...full.slice(0, -1)).normalize('NFC')];
  if (first.length !== 1) throw new Error('no pair: ' + hex(c));
  const second = full.at(-1);
  if (String.fromCodePoint(first[0].codePointAt(0), second).normalize('NFC') !== text) throw new Error('not composed: ' + hex(c));
  pairs.push([first[0].codePointAt(0), second, c]);
}
pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
out.push('static const composition compositions[] = {');
for (const [a, b, c] of pairs) out.push(`    {${hex(a)}, ${hex(b)}, ${hex(c)}},`);
out.push('};', '');
process.stderr.write(`${canonical.length} + ${compatible.length} decompositions, ${points.length} points, ${pairs.length} pairs\n`);
process.stdout.write(out.join('\n').trimEnd() + '\n');
