/// Domains in ASCII and back: Punycode (RFC 3492) and the mapping of Unicode TS #46, with the tables of normalization
/// and letter case in place of its own: characters that it forbids beyond those are not all refused.
// @optimize size

const base = 36;
const minimum = 1;
const maximum = 26;

function adapt(delta: number, count: number, isFirst: boolean): number {
  let value = isFirst ? Math.floor(delta / 700) : delta >> 1;
  value += Math.floor(value / count);
  let k = 0;
  for (; value > 455; k += base) value = Math.floor(value / 35);
  return k + Math.floor((36 * value) / (value + 38));
}

function codePoints(text: string): number[] {
  const list: number[] = [];
  for (const character of text) list.push(character.codePointAt(0)!);
  return list;
}

/// A label with other characters than ASCII as Punycode.
export function encodePunycode(label: string): string {
  const input = codePoints(label);
  let output = "";
  for (const point of input) if (point < 128) output += String.fromCharCode(point);
  const basic = output.length;
  let handled = basic;
  if (basic > 0) output += "-";
  let n = 128;
  let delta = 0;
  let bias = 72;
  while (handled < input.length) {
    let next = 0x7fffffff;
    for (const point of input) if (point >= n && point < next) next = point;
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of input) {
      if (point < n) delta++;
      if (point !== n) continue;
      let q = delta;
      for (let k = base; ; k += base) {
        const t = k <= bias ? minimum : k >= bias + maximum ? maximum : k - bias;
        if (q < t) break;
        const digit = t + ((q - t) % (base - t));
        output += String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
        q = Math.floor((q - t) / (base - t));
      }
      output += String.fromCharCode(q < 26 ? q + 97 : q + 22);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

/// What Punycode stands for; undefined if it is none.
export function decodePunycode(text: string): string | undefined {
  const output: number[] = [];
  const dash = text.lastIndexOf("-");
  for (let i = 0; i < dash; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 128) return undefined;
    output.push(unit);
  }
  let n = 128;
  let i = 0;
  let bias = 72;
  let at = dash > 0 ? dash + 1 : 0;
  while (at < text.length) {
    const old = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      if (at >= text.length) return undefined;
      const unit = text.charCodeAt(at++);
      const digit = unit >= 48 && unit < 58 ? unit - 22 : unit >= 97 && unit < 123 ? unit - 97 : base;
      if (digit >= base) return undefined;
      i += digit * weight;
      if (i > 0x7fffffff) return undefined;
      const t = k <= bias ? minimum : k >= bias + maximum ? maximum : k - bias;
      if (digit < t) break;
      weight *= base - t;
    }
    bias = adapt(i - old, output.length + 1, old === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return undefined;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

/// The characters that the mapping drops.
const ignored = /[\u00ad\u034f\u180b-\u180f\u200b\u2060\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]|\udb40[\udd00-\uddef]/g;
/// Characters that no label may have: controls and formats, private use, spaces, noncharacters, unpaired directions.
const disallowed = new RegExp(
  "[\\x80-\\x9f\\u061c\\u06dd\\u070f\\u1680\\u2000-\\u200a\\u200e\\u200f\\u2028-\\u202f\\u205f\\u2061-\\u2063" +
  "\\u2065-\\u2069\\u2ff0-\\u2fff\\u3000\\ud800-\\udfff\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufff9-\\uffff]",
);

/// The mapping of one label, NFC; undefined if it has what no label may have.
function mappedText(domain: string): string {
  let text = domain.replace(ignored, "").replace(/[\u3002\uff0e\uff61]/g, ".");
  text = text.normalize("NFKC").toLowerCase().normalize("NFKC");
  return text.replace(/\u3002/g, ".").replace(ignored, "");
}

function isValid(label: string): boolean {
  if (label.normalize("NFC") !== label) return false;
  if (/^\p{M}/u.test(label)) return false;
  for (const character of label) {
    const point = character.codePointAt(0)!;
    if (point < 0x10000 ? disallowed.test(character) : (point & 0xfffe) === 0xfffe || point >= 0xe0000) return false;
  }
  return true;
}

/// Domain to ASCII; undefined if the domain is invalid.
export function domainToASCII(domain: string): string | undefined {
  const labels = mappedText(domain).split(".");
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    let unicode: string | undefined = label;
    if (label.startsWith("xn--")) {
      unicode = decodePunycode(label.slice(4));
      if (unicode === undefined || isASCII(unicode) || !isASCII(label)) return undefined;
      if (mappedText(unicode) !== unicode) return undefined;
    }
    if (isASCII(unicode)) continue;
    if (!isValid(unicode)) return undefined;
    labels[i] = "xn--" + encodePunycode(unicode);
  }
  return labels.join(".");
}

function isASCII(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/// Domain to Unicode; labels that are no Punycode stay.
export function domainToUnicode(domain: string): string {
  const labels = domain.split(".");
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]!.startsWith("xn--")) labels[i] = decodePunycode(labels[i]!.slice(4)) ?? labels[i]!;
  }
  return labels.join(".");
}
