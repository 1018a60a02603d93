// Writes case_folding_tables.h from the regular expressions of the Node that runs it:
//   node generate_case_folding_tables.mjs > case_folding_tables.h
//
// A row maps the code points from `first` on, `count` of them in steps of `step`, to their representative under the flag
// `i` by adding `delta`. What is not listed stands for itself.
const out = ['/// Made by generate_case_folding_tables.mjs from the Unicode data of Node ' + process.versions.unicode + '.', '#pragma once', ''];

function rows(name, limit, representative) {
  const rows = [];
  for (let c = 0; c < limit; c++) {
    const delta = representative(c) - c;
    if (delta === 0) continue;
    const last = rows.at(-1);
    if (last && last.delta === delta) {
      const end = last.first + (last.count - 1) * last.step;
      if (last.count === 1 && c - end <= 2) { last.step = c - end; last.count = 2; continue; }
      if (last.count > 1 && c - end === last.step) { last.count++; continue; }
    }
    rows.push({ first: c, count: 1, step: 1, delta });
  }
  out.push(`static const case_row ${name}[] = {`);
  for (const r of rows) out.push(`    {0x${r.first.toString(16).toUpperCase()}, ${r.delta}, ${r.count}, ${r.step}},`);
  out.push('};', '');
}

// Without a Unicode flag: the upper-case unit, unless it takes several or would lead from outside into ASCII.
rows('upper_rows', 0x10000, (c) => {
  const upper = String.fromCharCode(c).toUpperCase();
  if (upper.length !== 1) return c;
  const unit = upper.charCodeAt(0);
  return c >= 128 && unit < 128 ? c : unit;
});

// With one: the least code point of those that are the same. Only those related by some case mapping can be.
const related = new Map();
const add = (a, b) => { if (!related.has(a)) related.set(a, new Set()); related.get(a).add(b); };
for (let c = 0; c < 0x110000; c++) {
  if (c >= 0xd800 && c < 0xe000) continue;
  const text = String.fromCodePoint(c);
  for (const other of [text.toLowerCase(), text.toUpperCase(), text.toUpperCase().toLowerCase(), text.toLowerCase().toUpperCase()]) {
    const points = [...other];
    if (points.length === 1 && points[0] !== text) { add(c, points[0].codePointAt(0)); add(points[0].codePointAt(0), c); }
  }
}
const upperOf = new Map();
for (let c = 0; c < 0x110000; c++) {
  if (c >= 0xd800 && c < 0xe000) continue;
  const key = String.fromCodePoint(c).toUpperCase();
  if (!upperOf.has(key)) upperOf.set(key, []);
  upperOf.get(key).push(c);
}
for (const group of upperOf.values()) for (const a of group) for (const b of group) if (a !== b) add(a, b);
rows('folding_rows', 0x110000, (c) => {
  let least = c;
  const seen = new Set([c]), work = [c];
  while (work.length) {
    for (const other of related.get(work.pop()) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      work.push(other);
      if (other < least && new RegExp('^\\u{' + c.toString(16) + '}$', 'iu').test(String.fromCodePoint(other))) least = other;
    }
  }
  return least;
});
process.stdout.write(out.join('\n').trimEnd() + '\n');
