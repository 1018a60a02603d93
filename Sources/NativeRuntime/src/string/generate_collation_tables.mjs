// Writes collation_tables.h: an extract of the root collation for the scripts listed below, found by asking the
// Intl.Collator of the Node that runs this:
//   node generate_collation_tables.mjs > collation_tables.h
const ranges = [[0, 0x24f], [0x300, 0x345], [0x370, 0x52f], [0x1e00, 0x1fff], [0x2000, 0x206f], [0x20a0, 0x20c0]];
const collator = (sensitivity) => new Intl.Collator('en', { sensitivity }).compare;
const base = collator('base'), accent = collator('accent'), variant = collator('variant');
const out = ['/// Made by generate_collation_tables.mjs from ICU ' + process.versions.icu + '.', '#pragma once', ''];

const atoms = [], composites = [], expansions = [], marks = [];
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const pairs = letters.flatMap((a) => letters.map((b) => a + b));
for (const [first, last] of ranges) {
  for (let c = first; c <= last; c++) {
    const text = String.fromCodePoint(c);
    if (!/\p{Assigned}/u.test(text)) continue;
    const parts = text.normalize('NFD');
    if (parts !== text) {
      // Canonical decomposition one step at a time: the last mark, and what it is put on.
      const points = [...parts];
      const rest = points.slice(0, -1).join('').normalize('NFC');
      const single = [...rest].length === 1 ? rest.codePointAt(0) : 0;
      if (points.length === 1) composites.push([c, points[0].codePointAt(0), 0]);
      else if (single) composites.push([c, single, points.at(-1).codePointAt(0)]);
      continue;
    }
    if (variant(text, '') === 0) { atoms.push({ c, primary: 0, secondary: 0, tertiary: 0 }); continue; }
    if (base(text, '') === 0) { marks.push(c); continue; }
    const pair = c > 0x7f ? pairs.find((p) => base(p, text) === 0) : undefined;
    if (pair) { expansions.push([c, pair, /\p{Lu}/u.test(text)]); continue; }
    atoms.push({ c, text });
  }
}

// Ranks of the three levels.
const visible = atoms.filter((a) => a.text !== undefined);
visible.sort((a, b) => base(a.text, b.text) || accent(a.text, b.text) || variant(a.text, b.text) || a.c - b.c);
let primary = 0, secondary = 1, tertiary = 1, previous;
for (const atom of visible) {
  if (!previous || base(previous.text, atom.text) !== 0) { primary++; secondary = 1; tertiary = 1; }
  else if (accent(previous.text, atom.text) !== 0) { secondary++; tertiary = 1; }
  else if (variant(previous.text, atom.text) !== 0) tertiary++;
  Object.assign(atom, { primary, secondary, tertiary });
  previous = atom;
}
marks.sort((a, b) => variant(String.fromCodePoint(a), String.fromCodePoint(b)) || a - b);
let markRank = 1, previousMark;
for (const c of marks) {
  const text = String.fromCodePoint(c);
  if (previousMark === undefined || accent(previousMark, text) !== 0) markRank++;
  atoms.push({ c, primary: 0, secondary: markRank, tertiary: 1 });
  previousMark = text;
}
if (markRank > 200) throw new Error('too many marks');

const hex = (n) => '0x' + n.toString(16).toUpperCase();
atoms.sort((a, b) => a.c - b.c);
out.push('static const collation_atom collation_atoms[] = {');
for (const a of atoms) out.push(`    {${hex(a.c)}, ${a.primary}, ${a.secondary}, ${a.tertiary}},`);
out.push('};', '', 'static const collation_composite collation_composites[] = {');
for (const [c, a, b] of composites) out.push(`    {${hex(c)}, ${hex(a)}, ${hex(b)}},`);
out.push('};', '', '// Letters that sort as two; the third field says whether they are upper case.');
out.push('static const collation_expansion collation_expansions[] = {');
for (const [c, p, u] of expansions) out.push(`    {${hex(c)}, {'${p[0]}', '${p[1]}'}, ${u ? 1 : 0}},`);
out.push('};');
process.stdout.write(out.join('\n') + '\n');
