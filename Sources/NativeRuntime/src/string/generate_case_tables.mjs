// Writes case_tables.h from the Unicode data of the Node that runs it:
//   node generate_case_tables.mjs > case_tables.h
//
// A row maps the code points from `first` on, `count` of them in steps of `step`, by adding `delta`. Code points whose
// mapping has several units or contains others are listed with their text.
const out = ['/// Made by generate_case_tables.mjs from the Unicode data of Node ' + process.versions.unicode + '.', '#pragma once', ''];

function isSurrogate(c) { return c >= 0xd800 && c < 0xe000; }

function mapping(convert, name) {
  const rows = [], specials = [];
  for (let c = 0x80; c < 0x110000; c++) {
    if (isSurrogate(c)) continue;
    const from = String.fromCodePoint(c), to = convert(from);
    if (to === from) continue;
    const points = [...to];
    if (points.length > 1) {
      if (to.length > 3) throw new Error('too long: ' + from);
      specials.push([c, to]);
      continue;
    }
    const delta = points[0].codePointAt(0) - c;
    const last = rows.at(-1);
    if (last && last.delta === delta) {
      const end = last.first + (last.count - 1) * last.step;
      if (last.count === 1 && c - end <= 2) { last.step = c - end; last.count = 2; continue; }
      if (last.count > 1 && c - end === last.step) { last.count++; continue; }
    }
    rows.push({ first: c, count: 1, step: 1, delta });
  }
  out.push(`static const case_row ${name}_rows[] = {`);
  for (const r of rows) out.push(`    {0x${r.first.toString(16).toUpperCase()}, ${r.delta}, ${r.count}, ${r.step}},`);
  out.push('};', '');
  if (specials.some(([c]) => c > 0xffff)) throw new Error('special beyond the BMP');
  out.push(`static const case_special ${name}_specials[] = {`);
  for (const [c, to] of specials) {
    const units = [...Array(3).keys()].map((i) => (i < to.length ? '0x' + to.charCodeAt(i).toString(16).toUpperCase() : '0'));
    out.push(`    {0x${c.toString(16).toUpperCase()}, {${units.join(', ')}}},`);
  }
  out.push('};', '');
}

function property(test, name) {
  const ranges = [];
  for (let c = 0; c < 0x110000; c++) {
    if (isSurrogate(c) || !test.test(String.fromCodePoint(c))) continue;
    const last = ranges.at(-1);
    if (last && last[1] === c - 1) last[1] = c; else ranges.push([c, c]);
  }
  out.push(`static const code_range ${name}[] = {`);
  for (const [a, b] of ranges) out.push(`    {0x${a.toString(16).toUpperCase()}, 0x${b.toString(16).toUpperCase()}},`);
  out.push('};', '');
}

mapping((s) => s.toUpperCase(), 'upper');
mapping((s) => s.toLowerCase(), 'lower');
property(/^\p{Cased}$/u, 'cased');
property(/^\p{Case_Ignorable}$/u, 'case_ignorable');
process.stdout.write(out.join('\n').trimEnd() + '\n');
