"""Sections in the manner of real programs: particles, lists, counters, buffers; each with a surprise for the optimiser."""

from statements import Statements
from tree import body, expression as e, statement as s


class Idioms(Statements):
    """Programs' usual inner loops, varied at random."""

    def idiom_section(self):
        """One of them, inside a function that is called, behind a handler."""
        self.scopes.append([])
        self.repetition = 1
        name = self.pick([
            "particles", "linked", "counters", "captured", "text", "matrix", "unwinding", "members", "minus_zero", "swaps",
            "arguments", "subclasses", "interfaces", "late_types", "nested", "iteration", "proxies", "tables", "lazy", "chains",
        ])
        statements = getattr(self, "idiom_" + name)()
        self.scopes.pop()
        return statements if isinstance(statements, list) else [statements]

    def surprise(self, *names):
        """A statement that breaks what a loop has relied on, about one of the names."""
        name = self.pick(names)
        cast = f"({name} as any)" if self.typed else name
        return s(cast, " = ", self.kept(self.pick(["str", "undefined", "null", "num", "num", "int", "rec", "big", "bool"]), 1), ";")

    def number(self, depth=1):
        return self.value("num", depth)

    def trips(self):
        return self.pick([3, 10, 30, 100])

    def idiom_particles(self):
        """Objects with number fields in an array, which act on each other."""
        cls, p, i, j, d, n = (self.name(each) for each in "PpijdN")
        x, v, m = (self.name(each) for each in "xvm")
        trips = self.trips()
        kind = self.pick(["class", "literal", "mixed"])
        t = ": any" if self.typed and self.chance(0.3) else ": number" if self.typed else ""
        make = {
            "class": lambda: e(f"new {cls}(", self.number(), ", ", self.number(), ")"),
            "literal": lambda: e(f"{{ {x}: ", self.number(), f", {v}: ", self.number(), f", {m}: 2 }}"),
            "mixed": lambda: self.pick([e(f"new {cls}(1, ", self.number(), ")"), e(f"{{ {v}: 1.5, {x}: ", self.number(), f", {m}: 0 }}")]),
        }[kind]
        fields = self.pick([f"{x}{t}; {v}{t}; {m}{t} = 1;", f"{x}{t} = 0; {v}{t} = 0.5; {m}{t} = 1;"])
        return [
            s(f"class {cls} {{ {fields} constructor(a{t}, b{t}) {{ this.{x} = a; this.{v} = b; }} energy()", t, f" {{ return this.{x} * this.{v} + this.{m}; }} }}"),
            s(f"function {n}({p}", ": any[]" if self.typed else "", f", steps{t}) ", body([
                s("let total = 0;"),
                s("for (let step = 0; step < steps; step++) ", body([
                    s(f"for (let {i} = 0; {i} < {p}.length; {i}++) ", body([
                        s(f"const {d} = {p}[{i}];"),
                        s(f"for (let {j} = {i} + 1; {j} < {p}.length; {j}++) ", body([
                            s(f"const q = {p}[{j}]; const w = {d}.{x} - q.{x};"),
                            s(f"{d}.{v} ", self.pick(["+=", "-=", "="]), f" w * q.{m} ", self.pick(["* 0.5", "/ 3", "+ 1", "| 0"]), ";"),
                            s(f"q.{v} -= w * {d}.{m};"),
                        ])),
                        s(f"{d}.{x} += ", self.pick(["0.01 * ", "", "-"]), f"{d}.{v};"),
                    ])),
                    s(f"if (step === {trips // 2}) ", body([self.surprise(f"{p}[0].{x}", f"{p}[1].{m}", f"{p}[1].{v}", "total")])),
                    s(f"total += {p}[0].{self.pick([x, v, m])};"),
                ])),
                s("return total;"),
            ])),
            s("try ", body([
                s(f"const list", ": any[]" if self.typed else "", " = [", make(), ", ", make(), ", ", make(), "];"), s(f"show({n}(list, {trips}), list);"),
                s(f"show(list[0].energy ? list[0].energy() : 'none', {n}(list, 1));"),
            ]), " catch (error) ", body([s("caught('p', error);")])),
        ]

    def idiom_linked(self):
        """A linked list or tree that is walked, with ends of several kinds."""
        cls, walk = self.name("L"), self.name("f")
        end = self.pick(["null", "undefined"])
        any_ = ": any" if self.typed else ""
        trips = self.pick([5, 20, 60])
        return [
            s(f"class {cls} {{ next{any_} = {end}; item{any_}; constructor(item{any_}) {{ this.item = item; }} }}"),
            s(f"function {walk}(node{any_}) ", body([
                s("let sum", any_ if self.chance(0.5) else "", " = 0; let steps = 0;"),
                s(self.pick([f"while (node !== {end}) ", "while (node) ", "for (; node != null;) "]), body([
                    s("sum += node.item", self.pick(["", " * 2", " | 0", " - 1"]), ";"), s("node = node.next; if (++steps > 100) break;"),
                ])),
                s("return sum;"),
            ])),
            s("try ", body([
                s(f"let head{any_} = {end};"),
                s(f"for (let i = 0; i < {trips}; i++) {{ const node", any_, f" = new {cls}(i === {trips - 2} ? ", self.honest("any", 1), " : i", self.pick([" * 0.5", "", " - 3", " << 28"]), "); node.next = head; head = node; }"),
                s(f"show({walk}(head));"),
                self.surprise("head.next.item", "head.next.next", "head.item"),
                s(f"show({walk}(head), {walk}({self.pick(['null', 'undefined', '{ item: 1.5 }', '[]'])}));"),
            ]), " catch (error) ", body([s("caught('l', error);")])),
        ]

    def idiom_counters(self):
        """Integers that leave 32 bits, or turn into something else."""
        start = self.pick(["2147483640", "-2147483640", "4294967290", "9007199254740985", "0", "1073741820", "65530"])
        f, t = self.name("f"), self.pick(["c++", "c += 1", "c += k", "c -= k", "c *= 2", "c = c + 1", "c = -c", "c = c * 3 + 1", "c--"])
        number = ": number" if self.typed else ""
        test = self.pick(["c > k", "c & 1", "(c | 0) === c", "c % 3 === 0", "c >>> 31", "Object.is(c, -0)", "c === (c >>> 0)"])
        return [
            s(f"function {f}(c{number}, k{number}, n{number}) ", body([
                s("let hits = 0;"),
                s("for (let i = 0; i < n; i++) ", body([
                    s(f"{t};"), s(f"if ({test}) hits++;"), s("hits = ", self.pick(["hits ^ c", "hits + (c & 255)", "Math.imul(hits, 31) + c | 0", "hits + c", "(hits << 1) - c"]), ";"),
                ])),
                s("show(c, hits); return hits;"),
            ])),
            s("try ", body([
                s(f"{f}({start}, ", self.value("int", 1), f", {self.pick([3, 12, 40])});"), s(f"{f}(", self.value("num", 1), ", ", self.value("num", 1), ", 12);"),
                s(f"{f}(", self.lie(self.honest, self.pick(["str", "any", "big", "bool"]), 1), ", ", self.value("num", 1), ", 5);"),
            ]), " catch (error) ", body([s("caught('n', error);")])),
        ]

    def idiom_captured(self):
        """Closures that share variables whose kinds change."""
        f = self.name("f")
        any_ = ": any" if self.typed else ""
        start = self.value(self.pick(["num", "int", "str", "any"]), 1)
        return [
            s(f"function {f}(start{any_}, n", ": number" if self.typed else "", ") ", body([
                s("let count", any_ if self.chance(0.5) else "", " = ", self.pick(["0", "start", "-1", "1.5"]), "; let last", any_, " = start;"),
                s("const up = () => { count += ", self.pick(["1", "start", "0.5"]), "; return count; };"),
                s("const set = (v) => { last = count; count = v; return last; };"),
                s("const each = ", self.pick(["[1, 2, 3]", "[0.5, 2]", "['a', 1]"]), ".map((q) => () => ", self.pick(["q + count", "[q, last]", "q === count", "(count = q)"]), ");"),
                s("for (let i = 0; i < n; i++) ", body([
                    s(self.pick(["up();", "mix(up());", "if (up() > 3) set(i);"])), s(f"if (i === {self.pick([1, 4, 8])}) set(", self.honest(self.pick(["str", "any", "num"]), 1), ");"), s("mix(each[i % each.length]());"),
                ])),
                s("show(count, last, up()); return { up, set, get count() { return count; } };"),
            ])),
            s("try ", body([
                s(f"const pair", any_, f" = {f}(", start, ", 10); pair.set(", self.honest("any", 1), "); show(pair.count, pair.up(), pair.count);"),
                s(f"{f}(", self.value("num", 1), ", 3);"),
            ]), " catch (error) ", body([s("caught('k', error);")])),
        ]

    def idiom_text(self):
        """A string that is built, and taken apart by index."""
        f = self.name("f")
        unit = self.pick(["'a'", "'é'", "'日'", "'😀'", "'\\ud83d'", "i", "String(i)", "`${i},`", "(i % 3 ? 'x' : '\\u0100')", "text[0]"])
        return [
            s(f"function {f}(text", ": string" if self.typed else "", ", n", ": number" if self.typed else "", ") ", body([
                s("let codes = 0;"),
                s("for (let i = 0; i < n; i++) ", body([s(self.pick([f"text += {unit};", f"text = {unit} + text;", f"text = text + {unit} + '.';"])), s("if (text.length > 200) text = text.slice(", self.pick(["-20", "3, 40", "150"]), ");")])),
                s("for (let i = ", self.pick(["0", "-1"]), "; i < text.length", self.pick(["", " + 1"]), "; i++) ", body([s(self.pick([
                    "codes = codes * 31 + text.charCodeAt(i) | 0;", "if (text[i] === 'a') codes++;", "codes += text.codePointAt(i);", "if (text[i] < text[i + 1]) codes += i;", "mix(text.at(-i));",
                ]))])),
                s("for (const c of text) codes += c.length;"),
                s("switch (text.slice(0, 2)) { case 'aa': codes++; break; case '01': codes += 2; break; case ", self.pick(["text[0] + text[1]", "'日日'", "''"]), ": codes += 3; default: codes += 4; }"),
                s("show(text, codes, text.split('').length, text === [...text].join('')); return text;"),
            ])),
            s("try ", body([s(f"show({f}(", self.literal("str"), f", {self.trips()}).length);"), s(f"{f}(", self.value("str", 1), ", 3);"), s(f"{f}(", self.lie(self.honest, "any", 1), ", 2);")]), " catch (error) ", body([s("caught('t', error);")])),
        ]

    def idiom_matrix(self):
        """Nested arrays of numbers, or typed arrays."""
        f, n = self.name("f"), self.pick([2, 3, 6])
        row = self.pick([f"new Array({n}).fill(0)", f"new Float64Array({n})", "[]", f"Array.from({{ length: {n} }}, (_, j) => i * j)", f"new Int32Array({n})", f"new Uint8Array({n})", f"new Array({n})"])
        any_ = ": any" if self.typed else ""
        return [
            s(f"function {f}(m{any_}, k", ": number" if self.typed else "", ") ", body([
                s("let trace", any_ if self.chance(0.3) else "", " = 0;"),
                s("for (let round = 0; round < 10; round++) ", body([
                    s(f"for (let i = 0; i < {n}; i++) for (let j = 0; j < {n}", self.pick(["", " + 1", ""]), "; j++) ", body([
                        s("m[i][j] ", self.pick(["= i * k + j", "+= k", "= m[j % 2][i] - k", "= m[i][j] + 0.5", "*= -1", "|= k", "= (m[i][j] ^ k) >>> 0"]), ";"), s("trace += m[i][", self.pick(["j", "i", "j - 1", "k"]), "]", self.pick(["", " || 0", " | 0"]), ";"),
                    ])),
                    s(f"if (round === {self.pick([1, 5, 8])}) ", body([self.pick([
                        lambda: self.surprise("m[0][1]", "m[1]", "m[1][0]", "trace"), lambda: s("m[0].length = 1;"), lambda: s("delete m[1][0];"), lambda: s("m[0].x = 1;"), lambda: s("m[1] = m[0];"), lambda: s("m.reverse();"),
                    ])()])),
                ])),
                s("show(trace, m); return trace;"),
            ])),
            s("try ", body([s(f"const made", any_, f" = []; for (let i = 0; i < {n}; i++) made.push({row}); {f}(made, ", self.value("num", 1), ");"), s(f"{f}(made, ", self.value("int", 1), ");")]), " catch (error) ", body([s("caught('m', error);")])),
        ]

    def idiom_unwinding(self):
        """Exceptions, returns and jumps through finally."""
        f, g = self.name("f"), self.name("f")
        number = ": number" if self.typed else ""
        leave = lambda: self.pick(["return i;", "throw i;", "break;", "continue;", "mix(i);", "break outer;", "continue outer;", "throw new Error('f' + i);"])
        return [
            s(f"function {g}(i{number}) {{ if (i % {self.pick([2, 3, 5])} === 1) throw ", self.thrown(), "; return i", self.pick([" * 2", " + 0.5", ""]), "; }"),
            s(f"function {f}(n{number}) ", body([
                s("let kept", ": any" if self.typed else "", " = 0; let depth = 0;"),
                s("outer: for (let j = 0; j < 3; j++) for (let i = 0; i < n; i++) ", body([
                    s("try ", body([
                        s("depth++; kept = ", self.pick(["i", "kept + i", "[i]", "'' + i"]), ";"), s("try ", body([s(f"kept = {g}(i + j);"), s("if (i === ", self.pick("1234"), ") ", leave())]), self.pick([" finally ", " finally "]), body([s("depth--;"), s("if (i === ", self.pick("3567"), ") ", leave())])),
                        s("mix(kept);"),
                    ]), " catch (error) ", body([s("mix(error instanceof Error ? messageOf(error) : error); mix(kept); depth = 0;"), s("if (i === ", self.pick("2468"), ") ", leave())])),
                ])),
                s("return [kept, depth];"),
            ])),
            s("try ", body([s(f"show({f}(4));"), s(f"show({f}(10));")]), " catch (error) ", body([s("caught('u', error);")])),
        ]

    def idiom_members(self):
        """Private and static members, accessors, computed names, fields that are functions."""
        cls, sub = self.name("C"), self.name("C")
        any_ = ": any" if self.typed else ""
        return [
            s(f"class {cls} ", body([
                s(f"#count{any_} = ", self.value("num", 1), f"; static made = 0; own{any_} = ", self.without_calls("num"), f"; arrow = (q{any_}) => this.#count + q;"),
                s(f"static #hidden{any_} = 1; static {{ this.made = ", self.pick(["5", "this.#hidden", "'s'"]), "; }"),
                s(f"constructor(v{any_}) {{ {cls}.made++; if (v) this.#count = v; this.kind = new.target.name; }} kind{any_};"),
                s(f"get count() {{ return this.#count; }} set count(v{any_}) {{ this.#count = ", self.pick(["v", "v | 0", "[v]", "v + this.own"]), "; }"),
                s(f"['m' + 1](q{any_}) {{ return ", self.pick(["this.count + q", "this.#step(q)", "this.arrow(q)"]), f"; }} #step(q{any_}) {{ return this.#count += q; }}"),
                s(f"static is(o{any_}) {{ return #count in o; }} static read(o{any_}) {{ return o.#count; }}"),
            ])),
            s(f"class {sub} extends {cls} {{ own{any_} = ", self.without_calls("any"), f"; get count() {{ return super.count ", self.pick(["* 2", "+ 1", "+ ''"]), f"; }} set count(v{any_}) {{ super.count = v; }} m1(q{any_}) {{ return super['m1'](q) ", self.pick(["+ 1", "+ this.own", ""]), "; } }"),
            s("try ", body([
                s(f"const both{any_} = [new {cls}(", self.value("any", 1), f"), new {sub}(", self.value("num", 1), ")];"),
                s("for (let i = 0; i < 20; i++) ", body([s("const o = both[i % 2];"), s(self.pick(["o.count = i;", "o.count += i;", "o.count++;", "mix(o.m1(i));"])), s("mix(o.m1(", self.value("num", 1), ")); mix(o.arrow(i));"), s(f"if (i === {self.pick([5, 11, 18])}) ", body([self.surprise("o.own", "o.count", "o.arrow", f"{cls}.made", "o.m1")]))])),
                s(f"show(both, {cls}.made, both[1].count, {cls}.is({{}}), {cls}.is(both[1]), {sub}.made);"), s(f"show({cls}.read(", self.pick(["both[0]", "both[1]", "{}", "[]"]), "));"),
            ]), " catch (error) ", body([s("caught('v', error);")])),
        ]

    def idiom_minus_zero(self):
        """Integers whose results need not be integers."""
        f = self.name("f")
        number = ": number" if self.typed else ""
        forms = ["a * b", "-a", "a % b", "a / b", "Math.round(a / 4)", "Math.ceil(a / 5)", "Math.trunc(a / 3)", "a * 0", "0 * b", "a - a", "Math.max(a, -0)", "Math.min(0, a * 0)", "+(a + '')", "Math.floor(-a / 7)",
                 "a ** 2", "a << b", "a >>> b", "Math.abs(a)", "Math.sign(a)", "a % 2 * b", "(a | 0) % (b | 0)", "-(a & 3)", "Math.imul(a, b)", "(a & 7) / (b & 3)", "~~(a / b)", "a * b | 0"]
        chosen = self.random.sample(forms, 4)
        return [
            s(f"function {f}(a{number}, b{number}) ", body([s("const r = ", self.pick(chosen), ";"), s("mix(1 / r); return [r, ", ", ".join(chosen), "];")])),
            s("try ", body([
                s(f"for (let i = {self.pick(['-8', '-3', '0'])}; i < 6; i++) for (let j = -2; j < 3; j++) mix({f}(i, j));"), s(f"show({f}(", self.value("num", 1), ", ", self.value("num", 1), f"), {f}(0, -1), {f}(-1, 0), {f}(-2147483648, -1), {f}(", self.literal("int"), ", ", self.literal("int"), "));"),
                s("let x = ", self.pick(["0", "5", "-1"]), "; let y = 0; for (let i = 0; i < 40; i++) { x = x ", self.pick(["* -1", "% 3", "- i", "* i", "/ -2"]), "; y += 1 / x; if (Object.is(x, -0)) y = i; } show(x, y);"),
            ]), " catch (error) ", body([s("caught('z', error);")])),
        ]

    def idiom_swaps(self):
        """Permutations, bubble sorts and other work in place."""
        f = self.name("f")
        kind = self.pick(["nums", "list", "view", "nums"])
        return [
            s(f"function {f}(a", ": any" if self.typed else "", ", n", ": number" if self.typed else "", ") ", body([
                s("for (let i = 0; i < n; i++) for (let j = 0; j < n - ", self.pick(["1", "i", "1 - i", "0"]), "; j++) ", body([
                    s("if (a[j] ", self.pick([">", "<", ">=", "!=="]), " a[j + 1]) ", body([s(self.pick(["[a[j], a[j + 1]] = [a[j + 1], a[j]];", "const t = a[j]; a[j] = a[j + 1]; a[j + 1] = t;", "a[j] = a[j + 1] + a[j]; a[j + 1] = a[j] - a[j + 1]; a[j] -= a[j + 1];"]))])),
                    s(f"if (i === {self.pick([1, 2, 4])} && j === 1) ", body([self.pick([lambda: self.surprise("a[j]", "a[0]", "a[n]"), lambda: s("a.length = j;"), lambda: s("a[j + 9] = j;"), lambda: s("n = a.length;"), lambda: s("a = [...a];")])()])) if self.chance(0.6) else s("mix(a[j]);"),
                ])),
                s("show(a); return a[0];"),
            ])),
            s("try ", body([s(f"{f}(", self.honest(kind, 1), f", {self.pick([3, 5, 7])});"), s(f"{f}([3, 1, 2.5, -1], 4);"), s(f"{f}(", self.honest(self.pick(["list", "nums", "str", "rec"]), 1), ", 3);")]), " catch (error) ", body([s("caught('w', error);")])),
        ]

    def idiom_arguments(self):
        """Defaults, rest, spread, apply, bind and arguments."""
        f, g = self.name("f"), self.name("f")
        any_ = ": any" if self.typed else ""
        return [
            s(f"function {f}(a{any_}, b{any_} = ", self.pick(["a", "a + 1", "[a]", "arguments.length"]), f", ...rest{': any[]' if self.typed else ''}) {{ ", self.pick(["a = 9; ", "rest.push(a); ", "arguments[0] = 7; ", ""]), "return [a, b, rest.length, arguments.length, ", self.pick(["arguments[0]", "rest[0]", "[...arguments].length", "Math.max(...rest)", "typeof this"]), "]; }"),
            s(f"const {g} = ({{ p = 1, q: {{ r = ", self.literal("num"), ", ...more } = {}", f" }}{any_} = {{}}, [x, , y = x]{any_} = [5]) => [p, r, more, x, y];"),
            s("try ", body([
                s(f"show({f}(1), {f}(1, undefined, 3), {f}(...", self.value("nums", 1), f"), {f}.apply(null, ", self.pick(["[1, 2, 3]", "{ length: 2, 0: 'x' }", "arguments_", "[, 1]"]).replace("arguments_", "[]"), f"), {f}.call(5, ", self.value("any", 1), f"), {f}.bind(null, 7)(8));"),
                s(f"for (let i = 0; i < 12; i++) mix({f}(...new Array(i % 4).fill(i)));"), s(f"show({g}(), {g}({{ p: null, q: {{ s: 2 }} }}, 'ab'), {g}({{ p: undefined }}, ", self.value("nums", 1), "));"), s(f"show({g}(", self.value("any", 1), ", ", self.value("any", 1), "));"),
            ]), " catch (error) ", body([s("caught('y', error);")])),
        ]

    def idiom_subclasses(self):
        """Classes that extend the built-in ones."""
        cls, base = self.name("C"), self.pick(["Array", "Map", "Set", "Error", "Uint8Array", "Float64Array", "Object", "Promise", "Function"][:7])
        any_ = ": any" if self.typed else ""
        uses = {
            "Array": "o.push(1, 2.5, 'x'); show(o, o.length, o.map((q) => q).constructor === o.constructor, o.own, Array.isArray(o)); o.length = 1; o[3] = 4; show(o, o.size());",
            "Map": "o.set(NaN, 1).set(-0, 2); show(o.get(NaN), o.get(0), o.size, o.own, [...o.keys()], o.size2());", "Set": "o.add(1).add('1').add(1); show(o.size, [...o], o.own, o.has(1));",
            "Error": "show(o.message, o.name, o instanceof Error, o.own, String(o)); try { throw o; } catch (error) { show(error === o); }",
            "Uint8Array": "o[0] = 300; o[9] = 1; show(o, o.length, o.own, o.subarray(1).constructor === o.constructor);", "Float64Array": "o[0] = -0; o[1] = '1.5'; show(o, o.own, o.map((q) => q / 2));", "Object": "show(o, o.own); o.own = 'x'; show(o);",
        }[base]
        return [
            s(f"class {cls} extends {base}{'<any>' if self.typed and base in ('Array', 'Set') else '<any, any>' if self.typed and base == 'Map' else ''} {{ own{any_} = ", self.without_calls("any"), "; size2() { return this.own; } ", "size() { return this.length; } " if base == "Array" else "", f"static [Symbol.hasInstance](o{any_}) {{ return o === 1; }} " if self.chance(0.2) else "", "}"),
            s("try ", body([s(f"const o{any_} = new {cls}(", {"Error": "'text'", "Uint8Array": "3", "Float64Array": "2", "Array": self.pick(["", "3", "1, 2"])}.get(base, ""), ");"), s(uses), s(f"show(1 instanceof ({cls}", " as any" if self.typed else "", "));")]), " catch (error) ", body([s("caught('b', error);")])),
        ]

    def idiom_interfaces(self):
        """One function fed with objects of several shapes, and at last with something else."""
        f, area = self.name("f"), self.name("m")
        x, y = self.name("x"), self.name("y")
        any_ = ": any" if self.typed else ""
        shapes = [
            lambda: e(f"{{ {x}: ", self.number(), f", {y}: 2, {area}() {{ return this.{x} * this.{y}; }} }}"), lambda: e(f"{{ {y}: ", self.value("int", 1), f", {x}: 1, {area}() {{ return this.{y}; }} }}"),
            lambda: e(f"{{ {x}: 1, {area}: (q{any_}) => 5 }}"), lambda: e(f"Object.create({{ {x}: 3, {area}() {{ return this.{x}; }} }})"), lambda: e(f"Object.freeze({{ {x}: 0.5, {y}: 1, {area}() {{ return 1; }} }})"),
            lambda: e(f"{{ get {x}() {{ return ", self.without_calls("num"), f"; }}, {area}() {{ return this.{x} + 1; }} }}"), lambda: e(f"Object.assign(() => 1, {{ {x}: 4, {area}: () => 'f' }})"), lambda: e(f"Object.assign([1, 2], {{ {x}: 7, {area}() {{ return this.length; }} }})"),
        ]
        made = [self.pick(shapes)() for _ in range(2 + self.below(4))]
        parts = []
        for each in made:
            parts += [", ", each]
        return [
            s(f"function {f}(o{any_}, k", ": number" if self.typed else "", f") {{ ", self.pick([f"o.{x} += k; ", f"const old = o.{x}; ", f"o.{x} = o.{x} + 0.5; ", ""]), f"return o.{area}(k) + o.{x}", self.pick([f" - o.{y}", "", " | 0"]), "; }"),
            s("try ", body([
                s(f"const all{any_} = [", *parts[1:], "]; let sum", any_, " = 0;"),
                s(f"for (let i = 0; i < {self.trips()}; i++) ", body([s("try ", body([s(f"sum += {f}(all[i % all.length], i);")]), " catch (error) ", body([s("mix(messageOf(error)); all[i % all.length] = all[0];")])), s(f"if (i === {self.pick([2, 6, 9])}) ", body([self.surprise(f"all[0].{x}", f"all[1].{area}", "all[1]")]))])),
                s("show(sum, all);"), s(f"show({f}(", self.value("any", 1), ", 1));"),
            ]), " catch (error) ", body([s("caught('f', error);")])),
        ]

    def idiom_late_types(self):
        """A field that holds one kind for long, read by several functions."""
        cls, read, write = self.name("C"), self.name("f"), self.name("f")
        x, y = self.name("x"), self.name("y")
        number = ": number" if self.typed else ""
        any_ = ": any" if self.typed else ""
        first = self.pick(["0", "1", "0.5", "-1", "NaN", "''", "null", "undefined", "true", "[]"])
        extra = f" this.{self.name('z')} = q;" if self.chance(0.3) and not self.typed else ""
        return [
            s(f"class {cls} {{ {x}{number}; {y}{any_}; constructor(q{number}) {{ this.{x} = q; this.{y} = {first};{extra} }} }}"),
            s(f"function {read}(o", f": {cls}" if self.typed else "", f") {{ return o.{x} ", self.pick(["+ 1", "* 2", "| 0", "- o.%s" % y, "+ o.%s" % y]), "; }"),
            s(f"function {write}(o{any_}, v{any_}) {{ o.{self.pick([x, y])} = v; ", self.pick([f"o.{x}++;", "", f"o.{y} = o.{x};"]), " return o; }"),
            s("try ", body([
                s(f"const one = new {cls}(", self.number(), f"), two = new {cls}(", self.value("int", 1), "); let total", any_ if self.chance(0.5) else "", " = 0;"),
                s(f"for (let i = 0; i < {self.trips()}; i++) ", body([
                    s(f"{write}(i & 1 ? one : two, ", self.pick(["i", "i * 0.5", "-i", "i << 29", "i % 3 === 0 ? -0 : i"]), ");"), s(f"total += {read}(one) + {read}(two);"),
                    s(f"if (i === {self.pick([1, 5, 20])}) ", body([s(f"{write}(one, ", self.lie(self.honest, self.pick(["str", "any", "big", "rec", "undefined"]), 1), ");")])),
                    s(f"if (i === {self.pick([7, 25])}) ", self.pick([f"delete (two{' as any' if self.typed else ''}).{x};", f"Object.freeze(two);", f"Object.defineProperty(one, '{x}', {{ get() {{ return i; }} }});", f"Object.setPrototypeOf(one, {{ {y}: 1 }});", f"(one{' as any' if self.typed else ''}).more = i;"])) if self.chance(0.5) else s(f"mix(one.{y});"),
                ])),
                s("show(total, one, two);"),
            ]), " catch (error) ", body([s(f"caught('q', error);")])),
        ]

    def idiom_nested(self):
        """Objects in objects, copied and changed without and with care."""
        any_ = ": any" if self.typed else ""
        a, b = self.name("x"), self.name("y")
        f = self.name("f")
        return [
            s(f"function {f}(state{any_}, action{any_}) ", body([s("switch (action.type) ", body([
                s("case 'add': return { ...state, ", f"{a}: state.{a} + action.by", " };"), s(f"case 'deep': return {{ ...state, {b}: {{ ...state.{b}, {a}: action.by }} }};"), s("case 'drop': { const { ", a, ", ...rest } = state; return rest; }"),
                s(f"case 'mutate': state.{b}.{a} = ", self.pick(["action.by", f"state.{a}", "state"]), "; return state;"), s("default: return state;"),
            ]))])),
            s("try ", body([
                s(f"let state{any_} = {{ {a}: ", self.number(), f", {b}: {{ {a}: ", self.value("any", 1), " } }; const first = state;"),
                s(f"for (let i = 0; i < {self.pick([8, 30])}; i++) ", body([s(f"const type = ['add', 'deep', 'mutate', ", self.pick(["'none'", "'drop'"]), "][i % 4];"), s(f"state = {f}(state, {{ type, by: i === {self.pick([4, 6, 100])} ? ", self.honest("any", 1), " : i });"), s(f"mix(state.{a}); mix(state.{b}.{a});")])),
                s(f"show(first === state, first.{b} === state.{b}, first, state.{a}, Object.keys(state));"),
            ]), " catch (error) ", body([s("caught('d', error);")])),
        ]

    def idiom_iteration(self):
        """Collections that change while they are iterated."""
        change = self.pick(["if (n < 6) a.push(n)", "a.pop()", "a.shift()", "a.length = 2", "a[n + 2] = n", "a.splice(0, 1)", "a = [9]"])
        keyed = self.pick(["m.delete(k)", "if (n < 6) m.set(n + 0.5, n)", "m.delete(1); m.set(1, 'again')", "if (n === 2) m.clear()", "m.set(k, 'new')"])
        t = lambda kind: f": {kind}" if self.typed else ""
        return s("try ", body([
            s(f"let a{t('any[]')} = ", self.literal_array(self.pick(["nums", "list", "ints"]), 1), "; let n = 0; const b = a;"),
            s(self.pick([f"for (const q of a) {{ mix(q); n++; {change}; if (n > 9) break; }}", f"a.forEach((q, i) => {{ mix([q, i]); n++; {change}; }});", f"show(a.map((q, i, all) => {{ n++; {change}; return all === b; }}));", f"for (const i in a) {{ mix(i); n++; }}", f"show(a.reduce((p, q) => {{ n++; {change}; return p + q; }}, ''));", f"show(a.filter((q) => {{ n++; {change}; return n % 2; }}), a.some((q) => {{ n++; {change}; return n > 8; }}));"])),
            s("show(a, b, n); n = 0;"), s(f"const m{t('Map<any, any>')} = new Map", "<any, any>" if self.typed else "", f"([[1, 'a'], [2, 'b'], ['1', 'c'], [NaN, ", self.value("any", 1), f"]]); for (const [k, v] of m) {{ mix([k, v]); n++; {keyed}; if (n > 9) break; }} show(m, n);"),
            s(f"const o{t('any')} = {{ b: 1, 2: 1, a: 2, 1: 0 }}; for (const k in o) {{ mix(k); if (k === '2') delete o.a; }} show(o, Object.entries(o));"),
        ]), " catch (error) ", body([s("caught('e', error);")]))

    def idiom_proxies(self):
        """A function used to plain objects gets proxies and arrays."""
        f, x = self.name("f"), self.name("x")
        any_ = ": any" if self.typed else ""
        return [
            s(f"function {f}(o{any_}) {{ let sum", any_ if self.chance(0.5) else "", f" = 0; for (let i = 0; i < {self.pick([3, 20])}; i++) {{ sum += o.{x}; o.{x} = i", self.pick(["", " * 0.5", " - 1"]), f"; if ('{x}' in o) sum++; }} return sum; }}"),
            s("try ", body([
                s(f"const log{any_} = []; const target{any_} = {{ {x}: ", self.number(), " };"),
                s(f"const proxy{any_} = new Proxy(target, {{ get(t{any_}, k{any_}, r{any_}) {{ log.push('get'); return Reflect.get(t, k, r); }}, set(t{any_}, k{any_}, v{any_}) {{ ", self.pick(["t[k] = v;", "t[k] = '' + v;", "log.push(v); t[k] = v;", ""]), " return ", self.pick(["true", "true", "v < 2"]), f"; }}, has() {{ return {self.pick(['true', 'false'])}; }} }});"),
                s(f"show({f}({{ {x}: 1 }}), {f}(target));"), s(f"show({f}(proxy), log.length, target);"), s(f"show({f}(", self.value("any", 1), "));"), s(f"show({f}(Object.create(proxy)));"),
            ]), " catch (error) ", body([s("caught('x', error);")])),
        ]

    def idiom_tables(self):
        """Objects and maps as tables with computed keys, symbols among them."""
        any_ = ": any" if self.typed else ""
        key = self.pick(["i % 5", "'k' + i % 3", "String(i)", "i - 2", "i * 0.5", "[i % 2]", "i % 2 ? 'a' : symbol", "(i >>> 0) * 1e9", "i ? -i : -0"])
        return s("try ", body([
            s(f"const symbol = Symbol('s'); const table{any_} = ", self.pick(["{}", "Object.create(null)", "[]", "{ a: 1, b: 2 }", "new Map()", "function () {}"]), f"; const map{any_} = new Map();"),
            s(f"for (let i = 0; i < {self.pick([6, 25])}; i++) ", body([
                s(f"const k{any_} = {key};"), s("table[k] = ", self.pick(["(table[k] || 0) + 1", "i", "(table[k] ?? 'n') + i", "table[k] === undefined ? 0.5 : table[k] * 2"]), "; map.set(k, (map.get(k) ?? 0) + ", self.pick(["1", "0.5", "i"]), ");"),
                s(f"if (i === {self.pick([3, 5])}) ", self.pick(["delete table[k];", "map.delete(k);", "table.length = 3;", "Object.freeze(table);", "table[-1] = 1;", "table['01'] = i;"])) if self.chance(0.6) else s("mix(table[k]);"),
            ])),
            s("show(table, Reflect.ownKeys(table).length, map.size, [...map.values()]);"), s("let keys = ''; for (const k in table) keys += k + ','; show(keys, JSON.stringify(table), Object.values(table));"),
        ]), " catch (error) ", body([s("caught('j', error);")]))

    def idiom_lazy(self):
        """Generators over a changing state; their values live across suspensions."""
        g = self.name("g")
        any_ = ": any" if self.typed else ""
        return [
            s(f"function* {g}(n", ": number" if self.typed else "", f", seed{any_}) ", body([
                s("let a", any_ if self.chance(0.4) else "", " = ", self.pick(["0", "seed", "1.5"]), "; let b", any_, " = ", self.value("any", 1), ";"),
                s("for (let i = 0; i < n; i++) ", body([
                    s("try ", body([s("const got", any_, " = yield ", self.pick(["a", "[a, b]", "i * a", "b"]), ";"), s("if (got !== undefined) ", self.pick(["a = got;", "b = got;", "a += got;"])), s("a ", self.pick(["+= i", "= a * 2", "= b", "-= 0.5"]), ";")]), self.pick([" catch (error) { b = error; }", " finally { mix(a); }", " catch (error) { return b; } finally { mix(i); }"])),
                ])),
                s("return [a, b];"),
            ])),
            s("try ", body([
                s(f"const it{any_} = {g}(5, ", self.value("num", 1), "); show(it.next(), it.next(", self.honest("any", 1), "), it.next(", self.number(), "), ", self.pick(["it.throw('t')", "it.return(3)", "it.next()"]), ", it.next(), it.next());"),
                s(f"show([...{g}({self.pick([3, 12])}, ", self.value("any", 1), ")].length", f", Math.max(...{g}(2, 3)), Array.from({g}(4, 1), (q{any_}) => typeof q));"), s(f"for (const q of {g}(9, ", self.number(), ")) { mix(q); if (q > 5) break; }"),
                s(f"const [p, ...others] = {g}(4, 'x'); show(p, others); show({g}(6, 1).filter((q{any_}) => q !== 1).map((q{any_}) => [q]).take(3).toArray());"),
            ]), " catch (error) ", body([s("caught('g', error);")])),
        ]

    def idiom_chains(self):
        """Optional chains, assignments by logic, conversions by the program's own methods."""
        any_ = ": any" if self.typed else ""
        primitive = self.pick(["valueOf() { mix('v'); return %s; }", "toString() { mix('t'); return %s; }", "[Symbol.toPrimitive](hint" + any_ + ") { mix(hint); return %s; }", "valueOf() { return {}; }, toString() { return %s; }"]) % self.literal(self.pick(["num", "str", "int", "bool"])).text()
        operations = ["o + 1", "o * 2", "`${o}`", "o < 5", "o == 1", "+o", "-o", "o | 0", "o + o", "[o] + ''", "o - o", "String(o)", "Number(o)", "o > '1'", "o % 3", "o >>> 1", "Math.max(o, 1)", "'abc'[o]", "[5, 6, 7][o]", "'ab'.repeat(1)[o]", "isNaN(o)", "!o", "o ** 2", "o === o"]
        return s("try ", body([
            s(f"const o{any_} = {{ {primitive} }}; let n{any_} = null; let u{any_}; const deep{any_} = {{ a: {{ b: [", self.value("any", 1), "], f() { return this.b; } } };"),
            s("for (let i = 0; i < 4; i++) show(", ", ".join(self.random.sample(operations, 5)), ");"), s("show(n?.a.b.c, deep?.a?.b?.[0], deep.a.f?.(), deep.g?.(mix('no')), deep.a?.['f']()?.length, delete deep?.zz);"),
            s("n ??= ", self.value("any", 1), "; u ||= n; u &&= ", self.value("any", 1), "; deep.a.c ??= deep.a.b[0]; deep.a.b[0] ||= 4; show(n, u, deep);"),
            s("for (const v of [0, -0, NaN, '', '0', null, undefined, 1n, [], {}, '1']", " as any[]" if self.typed else "", ") show(v == 0, v == '', v || 'or', v ?? 'nullish', !v, v === ", self.value("any", 1), self.pick([", v + 1", ", `${v}`", ", typeof v"]).replace("v + 1", "typeof v === 'bigint' ? 0 : v + 1"), ");"),
        ]), " catch (error) ", body([s("caught('c', error);")]))
