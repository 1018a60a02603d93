// Writes property_tables.h from the regular expressions of the Node that runs it:
//   node generate_property_tables.mjs > property_tables.h
//
// A list of ranges is a count and then, for each range, the distance of its first code point from the end of the one
// before, and its length less 1. A list of strings is a count and then, for each string in order, how many code points it
// shares with the one before, how many follow, and these, as indices into a table of code points. All numbers have 7 bits
// a byte, the low ones first; the high bit says that another byte follows.
const scripts = `
  Adlm|Adlam Aghb|Caucasian_Albanian Ahom Arab|Arabic Armi|Imperial_Aramaic Armn|Armenian Avst|Avestan
  Bali|Balinese Bamu|Bamum Bass|Bassa_Vah Batk|Batak Beng|Bengali Berf|Beria_Erfe Bhks|Bhaiksuki Bopo|Bopomofo
  Brah|Brahmi Brai|Braille Bugi|Buginese Buhd|Buhid Cakm|Chakma Cans|Canadian_Aboriginal Cari|Carian Cham
  Cher|Cherokee Chrs|Chorasmian Copt|Coptic|Qaac Cpmn|Cypro_Minoan Cprt|Cypriot Cyrl|Cyrillic Deva|Devanagari
  Diak|Dives_Akuru Dogr|Dogra Dsrt|Deseret Dupl|Duployan Egyp|Egyptian_Hieroglyphs Elba|Elbasan Elym|Elymaic
  Ethi|Ethiopic Gara|Garay Geor|Georgian Glag|Glagolitic Gong|Gunjala_Gondi Gonm|Masaram_Gondi Goth|Gothic
  Gran|Grantha Grek|Greek Gujr|Gujarati Gukh|Gurung_Khema Guru|Gurmukhi Hang|Hangul Hani|Han Hano|Hanunoo
  Hatr|Hatran Hebr|Hebrew Hira|Hiragana Hluw|Anatolian_Hieroglyphs Hmng|Pahawh_Hmong Hmnp|Nyiakeng_Puachue_Hmong
  Hung|Old_Hungarian Ital|Old_Italic Java|Javanese Kali|Kayah_Li Kana|Katakana Kawi Khar|Kharoshthi Khmr|Khmer
  Khoj|Khojki Kits|Khitan_Small_Script Knda|Kannada Krai|Kirat_Rai Kthi|Kaithi Lana|Tai_Tham Laoo|Lao Latn|Latin
  Lepc|Lepcha Limb|Limbu Lina|Linear_A Linb|Linear_B Lisu Lyci|Lycian Lydi|Lydian Mahj|Mahajani Maka|Makasar
  Mand|Mandaic Mani|Manichaean Marc|Marchen Medf|Medefaidrin Mend|Mende_Kikakui Merc|Meroitic_Cursive
  Mero|Meroitic_Hieroglyphs Mlym|Malayalam Modi Mong|Mongolian Mroo|Mro Mtei|Meetei_Mayek Mult|Multani
  Mymr|Myanmar Nagm|Nag_Mundari Nand|Nandinagari Narb|Old_North_Arabian Nbat|Nabataean Newa Nkoo|Nko Nshu|Nushu
  Ogam|Ogham Olck|Ol_Chiki Onao|Ol_Onal Orkh|Old_Turkic Orya|Oriya Osge|Osage Osma|Osmanya Ougr|Old_Uyghur
  Palm|Palmyrene Pauc|Pau_Cin_Hau Perm|Old_Permic Phag|Phags_Pa Phli|Inscriptional_Pahlavi Phlp|Psalter_Pahlavi
  Phnx|Phoenician Plrd|Miao Prti|Inscriptional_Parthian Rjng|Rejang Rohg|Hanifi_Rohingya Runr|Runic Samr|Samaritan
  Sarb|Old_South_Arabian Saur|Saurashtra Sgnw|SignWriting Shaw|Shavian Shrd|Sharada Sidd|Siddham Sidt|Sidetic
  Sind|Khudawadi Sinh|Sinhala Sogd|Sogdian Sogo|Old_Sogdian Sora|Sora_Sompeng Soyo|Soyombo Sund|Sundanese
  Sunu|Sunuwar Sylo|Syloti_Nagri Syrc|Syriac Tagb|Tagbanwa Takr|Takri Tale|Tai_Le Talu|New_Tai_Lue Taml|Tamil
  Tang|Tangut Tavt|Tai_Viet Tayo|Tai_Yo Telu|Telugu Tfng|Tifinagh Tglg|Tagalog Thaa|Thaana Thai Tibt|Tibetan
  Tirh|Tirhuta Tnsa|Tangsa Todr|Todhri Tols|Tolong_Siki Toto Tutg|Tulu_Tigalari Ugar|Ugaritic Vaii|Vai
  Vith|Vithkuqi Wara|Warang_Citi Wcho|Wancho Xpeo|Old_Persian Xsux|Cuneiform Yezi|Yezidi Yiii|Yi
  Zanb|Zanabazar_Square Zinh|Inherited|Qaai Zyyy|Common Zzzz|Unknown`;

const categories = `
  Cc|Control|cntrl Cf|Format Cn|Unassigned Co|Private_Use Cs|Surrogate Ll|Lowercase_Letter Lm|Modifier_Letter
  Lo|Other_Letter Lt|Titlecase_Letter Lu|Uppercase_Letter Mc|Spacing_Mark Me|Enclosing_Mark Mn|Nonspacing_Mark
  Nd|Decimal_Number|digit Nl|Letter_Number No|Other_Number Pc|Connector_Punctuation Pd|Dash_Punctuation
  Pe|Close_Punctuation Pf|Final_Punctuation Pi|Initial_Punctuation Po|Other_Punctuation Ps|Open_Punctuation
  Sc|Currency_Symbol Sk|Modifier_Symbol Sm|Math_Symbol So|Other_Symbol Zl|Line_Separator Zp|Paragraph_Separator
  Zs|Space_Separator`;

const binaries = `
  AHex|ASCII_Hex_Digit Alpha|Alphabetic Bidi_C|Bidi_Control Bidi_M|Bidi_Mirrored CI|Case_Ignorable Cased
  CWCF|Changes_When_Casefolded CWCM|Changes_When_Casemapped CWL|Changes_When_Lowercased
  CWKCF|Changes_When_NFKC_Casefolded CWT|Changes_When_Titlecased CWU|Changes_When_Uppercased Dash
  DI|Default_Ignorable_Code_Point Dep|Deprecated Dia|Diacritic Emoji EComp|Emoji_Component EMod|Emoji_Modifier
  EBase|Emoji_Modifier_Base EPres|Emoji_Presentation ExtPict|Extended_Pictographic Ext|Extender Gr_Base|Grapheme_Base
  Gr_Ext|Grapheme_Extend Hex|Hex_Digit IDSB|IDS_Binary_Operator IDST|IDS_Trinary_Operator IDC|ID_Continue IDS|ID_Start
  Ideo|Ideographic Join_C|Join_Control LOE|Logical_Order_Exception Lower|Lowercase Math NChar|Noncharacter_Code_Point
  Pat_Syn|Pattern_Syntax Pat_WS|Pattern_White_Space QMark|Quotation_Mark Radical RI|Regional_Indicator
  STerm|Sentence_Terminal SD|Soft_Dotted Term|Terminal_Punctuation UIdeo|Unified_Ideograph Upper|Uppercase
  VS|Variation_Selector space|White_Space XIDC|XID_Continue XIDS|XID_Start`;

const out = ['/// Made by generate_property_tables.mjs from the Unicode data of Node ' + process.versions.unicode + '.', '#pragma once', ''];

let all = '';
for (let c = 0; c < 0x110000; c++) if (c < 0xd800 || c > 0xdfff) all += String.fromCodePoint(c);

/// The ranges of a property, by the runs of its characters in a text of all of them.
function ranges(property) {
  const found = [];
  const add = (first, last) => {
    if (found.length && found.at(-1)[1] === first - 1) found.at(-1)[1] = last; else found.push([first, last]);
  };
  const runs = [...all.matchAll(new RegExp(`\\p{${property}}+`, 'gu'))].map((m) => [m[0].codePointAt(0), m[0]]);
  const single = new RegExp(`^\\p{${property}}$`, 'u');
  let surrogatesDone = false;
  const surrogates = () => {
    if (surrogatesDone) return;
    surrogatesDone = true;
    for (let c = 0xd800; c <= 0xdfff; c++) if (single.test(String.fromCharCode(c))) add(c, c);
  };
  for (const [first, text] of runs) {
    if (first > 0xdfff) surrogates();
    let length = 0;
    for (const _ of text) length++;
    let last = first + length - 1;
    // A run over the gap of the surrogates.
    if (first < 0xd800 && last >= 0xd800) {
      add(first, 0xd7ff);
      surrogates();
      add(0xe000, last + 0x800);
    } else {
      add(first, last);
    }
  }
  surrogates();
  return found;
}

function number(bytes, n) {
  for (; n > 127; n = Math.floor(n / 128)) bytes.push(128 | (n & 127));
  bytes.push(n);
}

function array(type, name, values) {
  out.push(`static const ${type} ${name}[] = {`);
  let line = '   ';
  for (const v of values) {
    if (line.length + String(v).length > 117) { out.push(line); line = '   '; }
    line += ` ${v},`;
  }
  out.push(line, '};', '');
}

const data = [];
function family(name, rows, prefix, makeNames = true) {
  const offsets = [];
  const names = rows.trim().split(/\s+/);
  for (const row of names) {
    offsets.push(data.length);
    const list = ranges(prefix + row.split('|')[0]);
    number(data, list.length);
    let end = 0;
    for (const [first, last] of list) { number(data, first - end); number(data, last - first); end = last + 1; }
  }
  if (makeNames) {
    out.push(`static const char ${name}_names[] =`);
    for (const row of names) out.push(`    "${row}|\\n"`);
    out[out.length - 1] += ';';
    out.push('');
  }
  array('uint32_t', `${name}_offsets`, offsets);
}
family('category', categories, 'gc=');
family('script', scripts, 'sc=');
family('extension', scripts, 'scx=', false);
family('binary', binaries, '');

// Properties of strings. Node does not list them, so all strings that could belong to one are tried.
const of = (property) => ranges(property).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i)));
const emoji = of('Emoji'), bases = of('Emoji_Modifier_Base'), modifiers = of('Emoji_Modifier'), regional = of('Regional_Indicator');
const VS = '\ufe0f', ZWJ = '\u200d';
const select = (property, candidates) => {
  const test = new RegExp(`^\\p{${property}}$`, 'v');
  return [...new Set(candidates)].filter((s) => test.test(s));
};
const modified = bases.flatMap((b) => modifiers.map((m) => b + m));
const tag = (text) => '\u{1f3f4}' + [...text].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('') + '\u{e007f}';
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const subdivisions = ['gb', 'us', 'ca'].flatMap((country) => letters.flatMap((a) => letters.flatMap((b) => [country + a + b, ...letters.map((c) => country + a + b + c)])));
const basic = select('Basic_Emoji', [...emoji, ...emoji.map((e) => e + VS)]);
const keycap = select('Emoji_Keycap_Sequence', emoji.map((e) => e + VS + '\u20e3'));
const modifier = select('RGI_Modifier_Sequence'.replace('RGI_', 'RGI_Emoji_'), modified);
const flag = select('RGI_Emoji_Flag_Sequence', regional.flatMap((a) => regional.map((b) => a + b)));
const tags = select('RGI_Emoji_Tag_Sequence', subdivisions.map(tag));
// Joined sequences: pairs of any elements; longer ones of people, hearts and what pairs consist of.
const elements = [...emoji, ...emoji.map((e) => e + VS), ...modified];
const zwjTest = /^\p{RGI_Emoji_ZWJ_Sequence}$/v;
const joined = new Set();
for (const a of elements) for (const b of elements) if (zwjTest.test(a + ZWJ + b)) joined.add(a + ZWJ + b);
const people = [...'\u{1f468}\u{1f469}\u{1f9d1}\u{1f466}\u{1f467}\u{1f9d2}'].flatMap((p) => [p, ...modifiers.map((m) => p + m)]);
const middles = ['\u2764\ufe0f', '\u{1f48b}', '\u{1f91d}', '\u{1f430}', '\u{1faef}', '\u27a1\ufe0f', '\u2640\ufe0f', '\u2642\ufe0f', ...people];
const plainPeople = people.filter((p) => [...p].length === 1);
for (const a of people) for (const m of middles) for (const b of people) {
  const three = a + ZWJ + m + ZWJ + b;
  if (zwjTest.test(three)) joined.add(three);
  const kiss = a + ZWJ + m + ZWJ + '\u{1f48b}' + ZWJ + b;
  if (zwjTest.test(kiss)) joined.add(kiss);
}
for (const a of plainPeople) for (const b of plainPeople) for (const c of plainPeople) for (const d of plainPeople) {
  const four = [a, b, c, d].join(ZWJ);
  if (zwjTest.test(four)) joined.add(four);
}
// A person, an activity, then a sign of gender or direction, or both.
const tails = ['\u2640\ufe0f', '\u2642\ufe0f', '\u27a1\ufe0f'];
for (const pair of [...joined, ...elements]) {
  for (const t of tails) {
    if (zwjTest.test(pair + ZWJ + t)) joined.add(pair + ZWJ + t);
    for (const u of tails) if (zwjTest.test(pair + ZWJ + t + ZWJ + u)) joined.add(pair + ZWJ + t + ZWJ + u);
  }
}
const zwj = [...joined];
const lists = { Basic_Emoji: basic, Emoji_Keycap_Sequence: keycap, RGI_Emoji_Modifier_Sequence: modifier, RGI_Emoji_Flag_Sequence: flag, RGI_Emoji_Tag_Sequence: tags, RGI_Emoji_ZWJ_Sequence: zwj };
const missing = select('RGI_Emoji', Object.values(lists).flat()).length;
if (missing !== Object.values(lists).flat().length) throw new Error('RGI_Emoji is not the union');
process.stderr.write(Object.entries(lists).map(([k, v]) => `${k} ${v.length}`).join('\n') + '\n');

// The more often a code point occurs, the shorter is its index.
const frequency = new Map();
for (const list of Object.values(lists)) for (const s of list) if ([...s].length > 1) for (const c of s) frequency.set(c, (frequency.get(c) ?? 0) + 1);
const alphabet = [...frequency.keys()].sort((a, b) => frequency.get(b) - frequency.get(a) || a.codePointAt(0) - b.codePointAt(0));
const indices = new Map(alphabet.map((c, i) => [c, i]));
const stringOffsets = [];
const strings = [];
for (const list of Object.values(lists)) {
  stringOffsets.push(strings.length);
  // The single ones first, as ranges.
  const singles = list.filter((s) => [...s].length === 1).map((s) => s.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const c of singles) if (runs.length && runs.at(-1)[1] === c - 1) runs.at(-1)[1] = c; else runs.push([c, c]);
  number(strings, runs.length);
  let end = 0;
  for (const [first, last] of runs) { number(strings, first - end); number(strings, last - first); end = last + 1; }
  const longer = list.map((s) => [...s]).filter((s) => s.length > 1).map((s) => s.map((c) => indices.get(c)));
  longer.sort((a, b) => { for (let i = 0; ; i++) { if (i >= a.length || i >= b.length) return a.length - b.length; if (a[i] !== b[i]) return a[i] - b[i]; } });
  number(strings, longer.length);
  let previous = [];
  for (const s of longer) {
    let shared = 0;
    while (shared < s.length && shared < previous.length && s[shared] === previous[shared]) shared++;
    number(strings, shared);
    number(strings, s.length - shared);
    for (const i of s.slice(shared)) number(strings, i);
    previous = s;
  }
}
out.push('static const char string_property_names[] =');
for (const name of Object.keys(lists)) out.push(`    "${name}|\\n"`);
out[out.length - 1] += ';';
out.push('');
array('uint32_t', 'string_property_offsets', stringOffsets);
array('uint32_t', 'string_property_alphabet', alphabet.map((c) => '0x' + c.codePointAt(0).toString(16).toUpperCase()));
array('uint8_t', 'string_property_data', strings);
array('uint8_t', 'property_data', data);
process.stderr.write(`${data.length} bytes of ranges, ${strings.length} of strings\n`);
process.stdout.write(out.join('\n').trimEnd() + '\n');
