"""Arrays, typed arrays, maps and sets: making them, and changing them in sensible and other ways."""

import values
from objects import Objects
from tree import body, expression as e, statement as s


class Arrays(Objects):
    """Collections; what is added to in loops stays short."""

    def make_nums(self, d):
        r = self.below(14)
        array = self.variable("nums")
        cheap = self.repetition <= 60
        if array is not None and r < 3:
            return e(array.name)
        if array is not None and r < 8 and d > 0 and cheap:
            self.spend(20)
            form = self.pick([
                ".map((q) => q + %s)", ".filter((q) => q > %s)", ".slice(%s)", ".concat(%s).slice(0, 9)", ".map((q, i) => q * i - %s)",
                ".toSorted((p, q) => (p | 0) - (q | 0)).slice(%s)", ".toReversed()", ".with(1, %s)", ".flatMap((q) => [q, %s]).slice(0, 9)",
                ".toSpliced(1, 2, %s)", ".map((q) => q | %s)",
            ])
            return e(array.name, *self.filled(form))
        if r == 8 and array is not None:
            return e("[...", array.name, ".slice(0, 8), ", self.storable("num", d), "]")
        if r == 9:
            return e("Array.from({ length: ", self.pick(["0", "3", "5", "8"]), " }, (_, i) => i", self.pick(["", " * 1.5", " | 0", " - 2", " * 1e9"]), ")")
        if r == 10:
            return e("new Array(", self.pick(["0", "3", "5"]), ").fill(", self.storable("num", 0), ")")
        if r == 11 and cheap:
            return e(self.value("str", 0), ".split('').map(Number)")
        return self.literal_array("nums" if self.chance(0.5) else "ints", d)

    def filled(self, form):
        """The parts of a form with a number in its place."""
        before, *after = form.split("%s")
        return [before, *(part for text in after for part in (self.value("num", 0), text))]

    def literal_array(self, kind, d):
        parts = ["["]
        for position in range(self.below(7)):
            parts += [", "] if position else []
            if kind == "list" and self.chance(0.1):
                parts.append("")  # a hole
                continue
            parts.append(self.storable({"nums": "num", "ints": "int", "list": "any"}[kind], min(d, 1)))
        return e(*parts, "]") if parts[-1:] != [""] else e(*parts, ",]")

    def make_list(self, d):
        array = self.variable("list", "nums")
        if array is not None and self.chance(0.4):
            return e(array.name)
        if d > 0 and self.chance(0.2):
            owner = self.variable("rec", "cls")
            if owner is not None:
                return e("Object.", self.pick(["keys", "values", "entries"]), "(", owner.name, ")")
        return self.literal_array("list", d)

    def make_map(self, d):
        variable = self.variable("map")
        if variable is not None and self.chance(0.7):
            return e(variable.name)
        return e("new Map", "<any, any>" if self.typed else "", "([[", self.storable("any", 0), ", ", self.storable("any", 0), "], [", self.storable("num", 0), ", 1]])")

    def make_set(self, d):
        variable = self.variable("set")
        if variable is not None and self.chance(0.7):
            return e(variable.name)
        return e("new Set", "<any>" if self.typed else "", "([", self.storable("num", 0), ", ", self.storable("any", 0), "])")

    def make_view(self, d):
        variable = self.variable("view")
        if variable is not None and self.chance(0.7):
            return e(variable.name)
        return e("new ", self.pick(values.VIEWS), "(", self.pick(["4", "[1, -2, 3.7, 300, 70000]", "8", "[NaN, -0, 1e10, 0.5]"]), ")")

    # Changes.

    def change_array(self):
        variable = self.variable("nums", "nums", "list")
        if variable is None:
            return self.change_object()
        a = variable.name
        kind = "num" if variable.kind == "nums" else "any"
        any_array = f"({a} as any)" if self.typed else a
        r = self.below(30)
        if r < 7:
            return s(a, "[", self.index(), "] = ", self.storable(kind), ";")
        if r < 9:
            return s(any_array, "[", self.index(), "] = ", self.kept(self.pick(["str", "undefined", "rec", "null", "bool", "num", "big"]), 1), ";")
        if r < 13:
            return s("if (", a, ".length < 20) ", a, self.pick([".push(", ".push(", ".unshift("]), self.storable(kind), ");")
        if r == 13:
            return s("if (", a, ".length < 20) ", any_array, ".push(", self.kept(self.pick(["str", "undefined", "rec"]), 0), ");")
        if r < 16:
            return s("show(", a, self.pick([".pop()", ".shift()", ".at(-1)", "[0]"]), ");")
        if r == 16:
            return s("delete ", any_array, "[", self.index(), "];")
        if r < 19:
            return s(any_array, ".length = ", self.pick(["0", "1", "2", "3", "5", "8", "(-1)", "1.5", "20", "'2'"]), ";")
        if r == 19:
            return s("if (", a, ".length < 20) ", any_array, "[", a, ".length", self.pick(["", " + 1", " + 3", " - 1"]), "] = ", self.storable(kind, 0), ";")
        if r == 20:
            return s(a, ".sort(", self.pick(["", "(p, q) => (p | 0) - (q | 0)", "(p, q) => (q | 0) - (p | 0)"]), ");")
        if r == 21:
            return s(a, self.pick([".reverse()", ".fill(%s, 1)", ".copyWithin(0, 2)", ".fill(%s)"]) .replace("%s", self.storable(kind, 0).text()), ";")
        if r == 22:
            return s("show(", a, ".splice(", self.pick(["0", "1", "-1", "2"]), ", ", self.pick(["0", "1", "2"]), self.pick(["", ", 1", ", 2.5", ", 'x'"]), "));")
        if r == 23:
            return s(self.pick(["Object.freeze(", "Object.seal(", "Object.preventExtensions("]), a, ");")
        if r < 26:
            q = self.name("q")
            effect = self.variable("int", "num", mutable=True)
            change = f"{effect.name} += {q};" if effect else f"mix({q});"
            return s(a, ".forEach((", q, self.type("num" if kind == "num" else "any"), ") => { ", change, " });") if self.repetition <= 60 else s("mix(", a, ".length);")
        if r == 26 and variable.mutable:
            return s(a, " = ", self.storable(variable.kind), ";")
        if r == 27:
            return s(a, "[", self.index(), "]", self.pick(["++", "--", " += 1", " *= 2", " |= 0", " -= 0.5", " ??= 4"]), ";")
        return s("show(", a, ");")

    def change_collection(self):
        """A change of a map, a set or a typed array."""
        variable = self.variable("map", "set", "view")
        if variable is None:
            return self.change_array()
        m = variable.name
        if variable.kind == "map":
            key = self.storable("any", 0)
            return self.pick([
                lambda: s("if (", m, ".size < 20) ", m, ".set(", key, ", ", self.storable("any", 1), ");"),
                lambda: s("show(", m, ".get(", key, "), ", m, ".has(", key, "));"),
                lambda: s("show(", m, ".delete(", key, "), ", m, ".size);"),
                lambda: s("for (const [k, v] of ", m, ") mix([k, v]);"),
                lambda: s(m, ".forEach((v, k) => { mix(v); mix(k); });"),
            ])()
        if variable.kind == "set":
            key = self.storable("any", 0)
            return self.pick([
                lambda: s("if (", m, ".size < 20) ", m, ".add(", key, ");"),
                lambda: s("show(", m, ".has(", key, "), ", m, ".size);"),
                lambda: s("show(", m, ".delete(", key, "));"),
                lambda: s("for (const k of ", m, ") mix(k);"),
            ])()
        return self.pick([
            lambda: s(m, "[", self.index(), "] = ", self.value("num"), ";"),
            lambda: s(m, "[", self.index(), "]", self.pick(["++", " += 1.5", " |= 1", " *= 3", "--"]), ";"),
            lambda: s("show(", m, "[", self.index(), "]);"),
            lambda: s(m, self.pick([".fill(", ".set([1, 2]); mix("]), self.value("num", 1), ");"),
            lambda: s("show(", m, ".reduce((p, q) => p + q, 0), ", m, ");"),
            lambda: s("show(", m, self.pick([".subarray(1, 3)", ".slice(1)", ".map((q) => q * 2)", ".indexOf(0)"]), ");"),
        ])()
