#!/usr/bin/env python3
"""Compares the natives of strings, arrays, JSON, numbers and Math with Node on random calls.

usage: natives_differential.py PROGRAM NODE [COUNT [SEED [METHOD-PREFIX]]]
PROGRAM is natives_differential.c linked with the runtime; both sides read one request a line.
"""
import json
import random
import subprocess
import sys

NODE_SIDE = r"""
const specials = { '@undefined': undefined, '@NaN': NaN, '@Infinity': Infinity, '@-Infinity': -Infinity, '@-0': -0 };
const hole = Symbol();
function decode(v) {
  if (Array.isArray(v)) {
    const a = [];
    a.length = v.length;
    v.forEach((x, i) => { const d = decode(x); if (d !== hole) a[i] = d; });
    return a;
  }
  if (v === '@hole') return hole;
  return typeof v === 'string' && v in specials ? specials[v] : v;
}
function encode(v) {
  if (Array.isArray(v)) return Array.from(v, (x, i) => (i in v ? encode(x) : '@hole'));
  if (v === undefined) return '@undefined';
  if (typeof v === 'number' && (!Number.isFinite(v) || Object.is(v, -0))) return Object.is(v, -0) ? '@-0' : '@' + v;
  return v;
}
const camel = (s) => s.replace(/_([a-z])/g, (_, c) => c.toUpperCase());
function lookup(name) {
  const found = /^(string|array|math|json|number)_(.*)$/.exec(name);
  if (!found) return globalThis[camel(name).replace('Uri', 'URI')];
  const key = camel(found[2]), static_ = { string: String, array: Array, math: Math, json: JSON, number: Number }[found[1]];
  if (static_ === Math || static_ === JSON || key === 'fromCharCode' || key === 'fromCodePoint') return static_[key];
  return static_.prototype[key];
}
const out = [];
for (const line of require('fs').readFileSync(0, 'utf8').split('\n')) {
  if (line === '') continue;
  const [name, ...rest] = JSON.parse(line);
  const [receiver, ...args] = rest.map(decode);
  try {
    const result = lookup(name).apply(receiver, args);
    out.push(JSON.stringify([encode(result), encode(receiver)]));
  } catch (error) {
    out.push(JSON.stringify(error.message));
  }
}
process.stdout.write(out.join('\n') + '\n');
"""

WORDS = ["", "a", "b", "ab", "abc", "aab", "Hello, World", "ÄÖÜß straße", "éa", "µÿ", "日本語", "ΑΣ ΣΑΣ", "İi", "ǆ ﬁ",
         "a\u0301", "😀x😀", "\ud83d", "\ude00z", "  trim\t\n ", "\u00a0\ufeffx\u2028", "$&$`$'$$", "$1$", "x,y,,z", ",",
         "12.5px", "0x1F", "-7", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "resume", "résumé", "Resume", "co-op", "coop",
         "Zebra", "apple", "file10", "file9", "æon", "øre", "ñandú", "nandu", "%41%C3%A4", "%E4", "a b&c/d?e", "1e3"]
NUMBERS = [0, 1, 2, 3, 5, -1, -2, -3, 10, 100, 1.5, -0.5, 0.49999999999999994, 2.5, "@NaN", "@Infinity", "@-Infinity",
           "@-0", 1e21, 4294967296, 2147483648, 1234567.891, 0.1, 1e-7, 65, 955, 128512, 55357]
OTHERS = ["@undefined", None, True, False, "@undefined"]


def word(rng):
    if rng.random() < 0.3:
        return "".join(rng.choice("abcABC ,.é日\u0300😀12") for _ in range(rng.randrange(0, 40)))
    return rng.choice(WORDS)


def number(rng):
    return rng.choice(NUMBERS) if rng.random() < 0.7 else rng.uniform(-50, 50)


def value(rng, depth=0):
    kind = rng.randrange(8)
    if kind < 3:
        return number(rng)
    if kind < 5:
        return word(rng)
    if kind < 6 or depth > 2:
        return rng.choice(OTHERS)
    return [rng.choice(["@hole", value(rng, depth + 1), value(rng, depth + 1)]) for _ in range(rng.randrange(0, 6))]


def plain(rng, depth=0):
    """A value that JSON can hold."""
    kind = rng.randrange(8 if depth < 4 else 5)
    if kind == 0:
        return rng.choice([0, 1, -1, 1.5, 1e21, 1e-7, 123456789012345678, -1.25e-300, 0.1])
    if kind == 1:
        return word(rng)
    if kind == 2:
        return rng.choice([None, True, False])
    if kind < 6:
        return [plain(rng, depth + 1) for _ in range(rng.randrange(0, 5))]
    return {rng.choice(["a", "b", "key", "x y", "1", "0", "07", "日", "__proto__", "length"]): plain(rng, depth + 1)
            for _ in range(rng.randrange(0, 5))}


def json_text(rng):
    text = json.dumps(plain(rng), ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, None, 1]))
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        at = rng.randrange(0, len(text) + 1)
        change = rng.randrange(3)
        if change == 0:
            text = text[:at]
        elif change == 1:
            text = text[:at] + rng.choice(list("{}[],:\"\\-+.eE09xtn \n\r\t\u0001é")) + text[at:]
        else:
            text = text[:at] + text[at + 1:]
    return text


SPECIAL_JSON = ["", " ", "undefined", "NaN", "Infinity", "[object Object]", "nul", "truex", "tru", "01", "-", "-a", "1.", "1.e5",
                "1e", "1e+", "[1,]", "[,1]", "{,}", "{\"a\"}", "{\"a\":1,}", "{a:1}", "[1 2]", "{\"a\":1 \"b\":2}", "\"abc",
                "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"\\", "\"a\nb\"", "1 1", "[[[[", "]", "}", "\"\t\"", "1\n\n  x", "\"a\" b",
                "[1,2,3,4,5,6,7,8,9,10,x,11,12,13,14,15]", "-Infinity", "'a'", "\ufeff1", "[\"a\",\n\"b\",\r\nx]", ".5", "+1"]

ONE_NUMBER = ["round", "sign", "clz32", "fround"]
# Correct to the last digit but not always rounded as in V8's own library: compared with --all only.
TRANSCENDENTAL = ["sin", "cos", "tan", "exp", "log", "log10", "log2", "log1p", "expm1", "sinh", "cosh", "tanh", "asin", "acos",
                  "atan", "asinh", "acosh", "atanh", "cbrt", "atan2", "pow"]


def request(rng, group):
    if group == "string":
        name = rng.choice(["at", "char_at", "char_code_at", "code_point_at", "slice", "substr", "substring", "repeat"])
        if rng.random() < 0.4:
            count = rng.choice([1, 3, 5, -1, "@Infinity", 2.7, None, "2"]) if name == "repeat" else number(rng)
            args = [count] if name == "repeat" or rng.random() < 0.5 else [number(rng), rng.choice([number(rng), "@undefined"])]
            return ["string_" + name, word(rng)] + args
        name = rng.choice(["concat", "ends_with", "includes", "index_of", "last_index_of", "locale_compare", "pad_end",
                           "pad_start", "replace", "replace_all", "split", "starts_with", "to_lower_case", "to_upper_case", "trim",
                           "trim_end", "trim_start", "is_well_formed", "to_well_formed"])
        text = word(rng) + word(rng)
        if name.startswith("pad"):
            return ["string_" + name, text, rng.choice([0, 3, 20, 41.5, "@NaN"])] + rng.choice([[], [word(rng)], ["@undefined"]])
        part = text[rng.randrange(0, len(text) + 1):][:rng.randrange(0, 4)] if rng.random() < 0.6 else word(rng)
        if name.startswith("replace"):
            return ["string_" + name, text, part, word(rng)]
        if name == "locale_compare":
            return ["string_" + name, word(rng), word(rng)]
        extra = [number(rng)] if rng.random() < 0.4 and name not in ("concat",) else []
        return ["string_" + name, text, part] + extra
    if group == "array":
        name = rng.choice(["at", "concat", "copy_within", "fill", "flat", "includes", "index_of", "join", "last_index_of", "pop",
                           "push", "reverse", "shift", "slice", "splice", "to_reversed", "to_spliced", "to_string", "unshift", "with"])
        receiver = [rng.choice(["@hole", value(rng), value(rng), value(rng)]) for _ in range(rng.randrange(0, 9))]
        args = [number(rng) for _ in range(rng.randrange(0, 4))]
        if name in ("concat", "push", "unshift"):
            args = [value(rng) for _ in range(rng.randrange(0, 4))]
        elif name in ("includes", "index_of", "last_index_of"):
            args = [rng.choice(receiver + [value(rng)])] + args[:1]
            if args[0] == "@hole":
                args[0] = "@undefined"
        elif name in ("fill",):
            args = [value(rng)] + args[:2]
        elif name == "join":
            args = rng.choice([[], [word(rng)], ["@undefined"], [None]])
        elif name in ("splice", "to_spliced"):
            args = args[:2] + ([value(rng)] if len(args) == 3 else [])
        elif name == "with":
            args = [number(rng), value(rng)]
        return ["array_" + name, receiver] + args
    if group == "json":
        if rng.random() < 0.6:
            return ["json_parse", None, rng.choice(SPECIAL_JSON) if rng.random() < 0.1 else json_text(rng)]
        return ["json_stringify", None, rng.choice([plain(rng), value(rng)]),
                rng.choice([None, ["a", "key", 1, "a"], "@undefined"]), rng.choice([0, 2, 20, "--", "@undefined", "0123456789abc"])]
    if group == "number":
        kind = rng.randrange(6)
        if kind == 0:
            return ["number_to_locale_string", rng.choice([number(rng), rng.uniform(-1, 1) * 10 ** rng.randrange(-5, 22), 999.9995, 0.0005])]
        if kind == 1:
            return ["number_to_fixed", rng.uniform(-1e5, 1e5), rng.choice([0, 1, 2, 3, 101, -1, "@undefined"])]
        if kind == 2:
            return ["number_to_string", rng.uniform(-1e5, 1e5), rng.choice(["@undefined", 2, 16, 36, 1, 37, "8"])]
        if kind == 3:
            return ["parse_int", None, value(rng), rng.choice(["@undefined", 10, 16, 0, 8])]
        if kind == 4:
            return ["parse_float", None, value(rng)]
        return ["string_" + rng.choice(["from_char_code", "from_code_point"]), None] + [
            rng.choice([65, 233, 955, 0xD83D, 0x1F600, 0x110000, -1, 1.5]) for _ in range(rng.randrange(0, 3))]
    if group == "uri":
        return [rng.choice(["encode_uri_component", "encode_uri", "decode_uri_component", "decode_uri"]), None,
                word(rng) + rng.choice(["", "%20", "%F0%9F%98%80", "%C0%80", "%ED%A0%80", "%2", "%2F%3f", "%E2%82%AC"])]
    if group == "math":
        name = rng.choice(ONE_NUMBER + ["max", "min", "hypot", "imul"])
        return ["math_" + name, None] + [number(rng) for _ in range(1 if name in ONE_NUMBER else rng.randrange(0, 4))]
    name = rng.choice(TRANSCENDENTAL)
    return ["math_" + name, None] + [rng.uniform(-2, 20) for _ in range(2 if name in ("atan2", "pow") else 1)]


def main():
    program, node = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 5000
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    only = sys.argv[5] if len(sys.argv) > 5 else ""
    groups = [g for g in ["string", "array", "json", "number", "uri", "math"] if g.startswith(only)] or [only]
    requests = [request(rng, rng.choice(groups)) for _ in range(count)]
    requests += [["json_parse", None, text] for text in SPECIAL_JSON if "json" in groups]
    lines = [json.dumps(r) for r in requests]
    data = ("\n".join(lines) + "\n").encode()
    ours = subprocess.run([program], input=data, stdout=subprocess.PIPE).stdout.decode("utf-8").split("\n")[:-1]
    theirs = subprocess.run([node, "-e", NODE_SIDE], input=data, stdout=subprocess.PIPE, check=True).stdout
    theirs = theirs.decode("utf-8").split("\n")[:-1]
    different = 0
    shown = {}
    for line, our, their in zip(lines, ours, theirs):
        if our != their:
            different += 1
            name = json.loads(line)[0]
            shown[name] = shown.get(name, 0) + 1
            if shown[name] <= 3:
                print(f"{line[:300]}\n  ours {our[:300]}\n  node {their[:300]}")
    if len(ours) != len(lines) or len(theirs) != len(lines):
        sys.exit(f"{len(ours)} and {len(theirs)} answers to {len(lines)} requests; {different} differ")
    if different:
        sys.exit(f"{different} of {len(lines)} differ: {shown}")
    print(f"{len(lines)} agree")


main()
