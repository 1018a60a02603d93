// Compares our regular expressions with those of the Node that runs this, on patterns made at random:
//
//   node Tests/Fuzz/RegExpFuzzer/compare-with-node.mjs [--seed N] [--count N] [--show N]
//
// Builds driver.c with sanitizers (clang-19, or what CC names). Patterns from scraps of syntax try the parser's messages;
// patterns from a grammar, with texts, try the matcher. Known differences are V8's: without the flag y it also tries places
// inside surrogate pairs for patterns with u or v that can match nothing, and it folds case wrongly around modifiers in
// patterns with v. Modifiers are therefore left out of the grammar.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const option = (name, fallback) => { const i = process.argv.indexOf('--' + name); return i < 0 ? fallback : Number(process.argv[i + 1]); };
let seed = option('seed', 1);
const count = option('count', 5000), show = option('show', 20);
const below = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return (seed >> 8) % n; };
const pick = (list) => list[below(list.length)];

// Scraps of syntax in any order.
const scraps = ['a', 'b', '1', '0', '-', '^', '$', '.', '|', '(', ')', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?<a>', '(?<b>', '[', '[^', ']', '{', '}',
  '{1}', '{1,2}', '{2,1}', '{1,}', '{,2}', '*', '+', '?', '*?', '\\', '\\d', '\\W', '\\b', '\\1', '\\2', '\\0', '\\01', '\\8', '\\c', '\\cA', '\\c1',
  '\\x', '\\x41', '\\u', '\\u0041', '\\u{41}', '\\u{110000}', '\\ud83d\\ude00', '\\k', '\\k<a>', '\\k<b>', '\\p{L}', '\\p{Script=Greek}', '\\p{foo}', '\\p',
  '\\p{RGI_Emoji}', '\\P{RGI_Emoji}', '\\q{ab|c}', '\\q', '&&', '--', '!!', '&', '/', '\\-', '\\a', '\\&', '(?i:', '(?i-s:', '(?ii:', '(?i-i:', '(?-:',
  '(?', '(?<', '(?<\\u0061>', '\\k<', 'é', '😀', ',', ':', '=', '<', '>', '\\]', 'z-a', 'a-z', '\\w-z', 'a-\\d', '~~', '^^', '_'];
function scrapPattern() {
  let pattern = '';
  for (let n = 1 + below(9); n > 0; n--) pattern += pick(scraps);
  if (below(3) === 0) pattern = '[' + pattern + ']';
  return below(4) === 0 ? '(?<a>x)' + pattern : pattern;
}

// A grammar of valid patterns.
let unicode, sets, groups, names;
const characters = ['a', 'b', 'c', 'A', 'B', '1', '2', '-', '_', ' ', '\\n', 'é', 'É', 'ß', 'k', 'K', 's', '\u212a', '\u017f', 'σ', 'ς', 'Σ', '😀',
  '\\ud83d', '\\u0041', 'ab', 'abc'];
function atom(depth) {
  const kind = below(depth > 3 ? 10 : 18);
  if (kind < 6) return pick(characters);
  if (kind < 7) return '.';
  if (kind < 8) return pick(['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', ...(unicode ? ['\\p{L}', '\\p{Lu}', '\\P{Ll}', '\\u{1f600}', '\\p{Emoji}'] : [])]);
  if (kind < 10) return characterClass(0);
  if (kind < 13) { groups++; return '(' + disjunction(depth + 1) + ')'; }
  if (kind < 15) return '(?:' + disjunction(depth + 1) + ')';
  if (kind < 16) return pick(['(?=', '(?!', '(?<=', '(?<!']) + disjunction(depth + 1) + ')';
  if (kind < 17) {
    groups++;
    const name = 'g' + names++;
    return `(?<${name}>${disjunction(depth + 1)})` + (below(3) ? '' : `\\k<${name}>`);
  }
  return groups ? '\\' + (1 + below(groups)) : 'a';
}
function characterClass(depth) {
  const negated = below(3) === 0;
  let text = negated ? '[^' : '[';
  if (sets && depth < 2 && below(4) === 0) return text + characterClass(2) + pick(['&&', '--']) + characterClass(2) + ']';
  for (let n = 1 + below(3); n > 0; n--) {
    text += pick(['a', 'b', 'a-c', 'A-Z', '0-9', '\\w', '\\d', '\\s', '\\W', 'é', 'à-ü', '\\n', '_',
      ...(unicode ? ['😀', '\\u{1f600}-\\u{1f64f}', '\\p{L}', '\\P{Lu}', 'Σ'] : []),
      ...(sets && depth < 2 ? [characterClass(depth + 1), ...(negated ? [] : ['\\q{ab|c|}', '\\q{Ab}'])] : [])]);
  }
  return text + ']';
}
function term(depth) {
  if (below(12) === 0) return pick(['^', '$', '\\b', '\\B']);
  const text = atom(depth);
  if (/^\(\?<?[=!]/.test(text) || below(3)) return text;
  return text + pick(['*', '+', '?', '{2}', '{1,2}', '{0,3}', '{2,}', '{0}', '{3,5}']) + (below(3) ? '' : '?');
}
function disjunction(depth) {
  let text = '';
  for (let n = 1 + below(depth > 1 ? 1 : 2); n > 0; n--) {
    for (let k = below(depth > 0 ? 2 : 3); k >= 0; k--) text += term(depth);
    if (n > 1) text += '|';
  }
  return text;
}
const pieces = ['a', 'b', 'c', 'A', 'B', '1', '2', '-', '_', ' ', '\n', 'é', 'É', 'ß', 'k', 'K', 's', 'S', '\u212a', '\u017f', 'σ', 'ς', 'Σ', '😀',
  '\ud83d', '\ude00', 'ab', 'abc', 'aab'];
const narrow = pieces.filter((piece) => piece.charCodeAt(0) < 256);

const cases = [];
while (cases.length < count) {
  const flags = pick(['', '', '', 'u', 'v', 'i', 'iu', 'iv', 'm', 's', 'y', 'iy', 'mu']);
  if (below(3) === 0) { cases.push([flags, scrapPattern(), '']); continue; }
  unicode = /[uv]/.test(flags), sets = flags.includes('v'), groups = names = 0;
  const pattern = disjunction(0);
  try { new RegExp(pattern, flags); } catch { continue; }
  for (let n = 0; n < 3; n++) {
    let text = '';
    const alphabet = below(2) ? narrow : pieces;
    for (let k = below(9); k > 0; k--) text += pick(alphabet);
    cases.push([flags, pattern, text]);
  }
}

function node([flags, pattern, text]) {
  let regexp;
  try { regexp = new RegExp(pattern, flags + 'd'); } catch (error) {
    return error.message.slice(`Invalid regular expression: /${pattern}/${flags}d: `.length);
  }
  const match = regexp.exec(text);
  return match ? match.indices.map((pair) => (pair ? `${pair[0]} ${pair[1]} ` : '-1 -1 ')).join('') : '0';
}

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, '../../../Sources/NativeRuntime/src/regexp');
const folder = mkdtempSync(join(tmpdir(), 'regexp-fuzzer-'));
try {
  const driver = join(folder, 'driver');
  const files = ['parser', 'engine'].flatMap((part) => readdirSync(join(sources, part)).filter((f) => f.endsWith('.c')).map((f) => join(sources, part, f)));
  const built = spawnSync(process.env.CC ?? 'clang-19', ['-std=gnu11', '-O1', '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all',
    '-I' + join(sources, 'parser/include'), '-I' + join(sources, 'parser'), join(here, 'driver.c'), ...files, '-o', driver], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
  const hex = (text) => [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
  const input = cases.map(([flags, pattern, text]) => `${flags}\t${hex(pattern)}\t${hex(text)}\n`).join('');
  const ran = spawnSync(driver, { input, maxBuffer: 1 << 28 });
  const lines = ran.stdout.toString().split('\n');
  if (ran.status !== 0) {
    console.log(ran.stderr.toString().slice(0, 4000));
    console.log('crashed after', JSON.stringify(cases[lines.length - 1]));
    process.exitCode = 1;
  }
  const differences = cases.map((c, i) => [c, lines[i], node(c)]).filter(([, ours, theirs]) => ours !== undefined && ours !== theirs);
  differences.sort((a, b) => a[0][1].length + a[0][2].length - b[0][1].length - b[0][2].length);
  for (const [[flags, pattern, text], ours, theirs] of differences.slice(0, show)) {
    console.log(`/${pattern}/${flags} on ${JSON.stringify(text)}: ours ${ours}, Node ${theirs}`);
  }
  console.log(`${differences.length} of ${cases.length} differ`);
} finally {
  rmSync(folder, { recursive: true });
}
