"""Expressions by the kind of value that they usually have."""

import values
from context import EVERY, SCALARS, Context
from tree import expression as e


class Expressions(Context):
    """Expressions; `depth` is how many more levels there may be."""

    def value(self, kind, depth=2):
        """An expression of this kind, sometimes of another."""
        if self.chance(self.lies):
            return self.lie(self.honest, self.pick(EVERY + values.OTHERS), depth)
        return self.honest(kind, depth)

    def lie(self, make, kind, depth):
        """An expression of a kind that its place does not expect."""
        before, self.lying = self.lying, True
        node = make(kind, depth)
        self.lying = before
        return self.any(node)

    def honest(self, kind, depth=2):
        """An expression of this kind."""
        self.spend()
        if kind in values.OTHERS:
            return e(kind)
        if kind == "any":
            kind = self.pick(SCALARS[:-1] + ["num", "rec", "nums", "undefined", "null", "big"])
            return self.honest(kind, depth)
        if depth <= 0 or self.chance(0.15):
            return self.leaf(kind)
        if self.suspends and self.chance(0.06):
            return e("(", self.suspends, " ", self.value(kind, depth - 1), ")")
        if self.chance(0.04):
            return e("(", self.condition(depth - 1), " ? ", self.value(kind, depth - 1), " : ", self.value(kind, depth - 1), ")")
        if self.chance(0.05):
            found = self.call_of(kind, depth)
            if found is not None:
                return found
        return getattr(self, "make_" + kind)(depth - 1)

    def leaf(self, kind):
        """A variable or a literal."""
        variable = self.variable(kind, *(["int"] if kind == "num" else []))
        if variable is not None and self.chance(0.75):
            return e(variable.name)
        if self.this_kind and self.chance(0.4):
            names = [name for name, usual in self.fields.items() if usual == kind]
            if names:
                return e("this.", self.pick(names))
        return self.literal(kind)

    def literal(self, kind):
        literals = {
            "int": values.SMALL if self.chance(0.6) else values.INTEGERS, "num": values.NUMBERS, "str": values.STRINGS,
            "bool": values.BOOLEANS, "big": values.BIG, "any": values.INTEGERS + values.STRINGS + values.OTHERS,
        }.get(kind)
        if literals is not None:
            text = self.pick(literals)
            # A numeral cannot stand before a dot.
            return e(f"({text})" if text[-1].isdigit() and text[0] != "(" and self.lying else text)
        return getattr(self, "make_" + kind)(0)

    # Numbers.

    def make_int(self, d):
        r = self.below(19)
        a = lambda: self.value("int", d)
        n = lambda: self.value("num", d)
        if r < 4:
            return e("(", a(), self.pick([" + ", " - ", " * "]), a(), " | 0)")
        if r < 7:
            return e("(", n(), self.pick([" & ", " | ", " ^ ", " << ", " >> ", " >>> "]), a(), ")")
        if r == 7:
            return e("Math.imul(", a(), ", ", a(), ")")
        if r == 8:
            return e("(~", n(), ")")
        if r == 9:
            return e("(", a(), " % ", self.pick(["2", "3", "7", "10", "(-3)", "256"]), ")")
        if r < 12:
            variable = self.variable("nums", "list", "str", "view")
            return e(variable.name, ".length") if variable else a()
        if r == 12:
            return e(self.value("str", d), ".charCodeAt(", self.index(), ")")
        if r == 13:
            return e("Math.clz32(", n(), ")")
        if r == 14:
            return e("(", n(), " >>> 0)")
        if r == 15:
            return e(self.value("str", d), ".indexOf(", self.value("str", 0), ")")
        if r == 16:
            return self.update("int")
        if r == 17:
            return e("Math.floor(", n(), self.pick([" / 2", " * 3", ""]), ")")
        return e("(", a(), self.pick([" + ", " - ", " * "]), a(), ")")

    def update(self, kind):
        """A change of a variable inside an expression."""
        variable = self.variable(kind, mutable=True)
        if variable is None:
            return self.leaf(kind)
        if self.chance(0.5):
            return e("(", self.pick(["++%s", "--%s", "%s++", "%s--"]) % variable.name, ")")
        return e("(", variable.name, self.pick([" += ", " -= ", " = ", " = "]), self.value(kind, 0), ")")

    def make_num(self, d):
        r = self.below(26)
        n = lambda: self.value("num", d)
        if r < 8:
            return e("(", n(), self.pick([" + ", " - ", " * ", " / ", " % "]), n(), ")")
        if r < 10:
            return self.make_int(d)
        if r == 10:
            return e("(-", n(), ")")
        if r == 11:
            name = self.pick(["floor", "ceil", "round", "trunc", "abs", "sign", "sqrt", "fround"])
            return e("Math." + name + "(", n(), ")")
        if r == 12:
            return e("Math." + self.pick(["min", "max"]) + "(", n(), ", ", n(), self.pick([")", ", 0)"]))
        if r < 17:
            return self.element("nums", d) or self.field("num", d)
        if r < 20:
            return self.field("num", d)
        if r == 20:
            return e("Number(", self.value(self.pick(["str", "bool", "any", "num"]), d), ")")
        if r == 21:
            return e(self.pick(["parseInt", "parseFloat", "Number.parseFloat"]) + "(", self.value("str", d), ")")
        if r == 22:
            return e("(+", self.value(self.pick(["str", "bool", "any"]), d), ")")
        if r == 23:
            return self.update("num")
        if r == 24:
            return self.fold(d)
        return e("(", n(), " ** ", self.pick(["2", "3", "0", "0.5", "(-1)"]), ")")

    def fold(self, d):
        """An array method that gives a number."""
        array = self.variable("nums")
        if array is None or self.repetition > 60:
            return self.leaf("num")
        self.spend(20)
        form = self.pick([
            ".reduce((p, q) => p + q, %s)", ".reduce((p, q, i) => p * 31 + q * i | 0, %s)", ".indexOf(%s)", ".lastIndexOf(%s)",
            ".findIndex((q) => q > %s)", ".reduceRight((p, q) => p - q, %s)", ".filter((q) => q < %s).length",
            ".find((q) => q === %s)", ".at(%s)", ".findLastIndex((q) => q <= %s)",
        ])
        before, after = form.split("%s")
        return e(array.name, before, self.value("num", 0), after)

    # Strings.

    def make_str(self, d):
        r = self.below(24)
        s = lambda: self.value("str", d)
        if r < 5:
            return e("(", s(), " + ", self.value(self.pick(["str", "num", "any", "bool"]), d), ")")
        if r < 7:
            return e("`", self.pick(["", "a", "-", "é"]), "${", self.value(self.pick(["num", "any", "str"]), d), "}", self.pick(["", "!"]), "`")
        if r == 7:
            return e(s(), self.pick([".slice(", ".substring("]), self.index(), self.pick([")", ", 3)", ", -1)"]))
        if r == 8:
            return e(s(), self.pick([".charAt(", ".at("]), self.index(), ")")
        if r == 9:
            return e("String(", self.value("any", d), ")")
        if r == 10:
            return e("(", self.value("int", d), ").toString(", self.pick(["", "2", "16", "36", "10"]), ")")
        if r == 11:
            return e(s(), self.pick([".toUpperCase()", ".toLowerCase()", ".trim()", ".normalize()"]))
        if r == 12:
            return e("(typeof ", self.value("any", d), ")")
        if r == 13:
            array = self.variable("nums", "list")
            return e(array.name, ".join(", self.pick(["", "'-'", "''"]), ")") if array and self.repetition <= 60 else s()
        if r == 14:
            return e(s(), self.pick([".padStart(", ".padEnd("]), self.pick(["3", "5", "8"]), ", ", self.value("str", 0), ")")
        if r == 15:
            return e("(", self.value("num", d), ")", self.pick([".toFixed(2)", ".toFixed(0)", ".toPrecision(3)", ".toExponential(2)"]))
        if r == 16:
            return e(s(), self.pick([".replace(", ".replaceAll("]), self.pick(values.STRINGS), ", ", s(), ")")
        if r == 17:
            return e(s(), ".split(", self.pick(["''", "'a'", "','", "' '"]), ")", self.pick([".length", ".join('|')", "[1]", ".reverse().join('')"]))
        if r == 18:
            return e("JSON.stringify(", self.value(self.pick(["num", "str", "nums", "bool"]), d), ")")
        if r == 19:
            return e(s(), "[", self.index(), "]")
        if r == 20:
            return e("String.fromCharCode(", self.value("int", d), self.pick([")", ", 97)"]))
        if r == 21:
            return e("(", s(), self.pick([" || ", " && ", " ?? "]), s(), ")")
        return self.field("str", d)

    # Truth.

    def condition(self, depth=1):
        """What a test looks at, mostly a boolean."""
        return self.value(self.pick(["bool"] * 6 + ["num", "str", "any"]), depth)

    def make_bool(self, d):
        r = self.below(16)
        if r < 5:
            kind = self.pick(["num", "num", "int", "str"])
            return e("(", self.value(kind, d), self.pick([" < ", " > ", " <= ", " >= "]), self.value(kind, d), ")")
        if r < 8:
            kind = self.pick(["num", "int", "str", "any"])
            return e("(", self.value(kind, d), self.pick([" === ", " !== ", " == ", " != "]), self.value(kind, d), ")")
        if r == 8:
            return e("(!", self.value("any", d), ")")
        if r == 9:
            return e("(", self.condition(d), self.pick([" && ", " || "]), self.condition(d), ")")
        if r == 10:
            return e("Object.is(", self.value("num", d), ", ", self.value("num", d), ")")
        if r == 11:
            return e(self.pick(["Number.isInteger", "Number.isSafeInteger", "isNaN", "Number.isNaN", "isFinite"]) + "(", self.value("num", d), ")")
        if r == 12:
            return e(self.value("str", d), self.pick([".startsWith(", ".includes(", ".endsWith("]), self.value("str", 0), ")")
        if r == 13:
            owner = self.variable("rec", "cls")
            return e("('", self.pick(list(self.fields)), "' in ", owner.name, ")") if owner else self.leaf("bool")
        if r == 14:
            array = self.variable("nums", "list")
            if array is None or self.repetition > 60:
                return self.leaf("bool")
            self.spend(20)
            return e(array.name, self.pick([".includes(%s)", ".some((q%s) => q === %s)", ".every((q%s) => q < %s)"]).replace("(q%s)", self.parameter("q")) % self.value("num", 0).text())
        owner = self.variable("cls", "rec", "any")
        return e("(", owner.name, " instanceof ", self.pick(self.classes), ")") if owner and self.classes else self.leaf("bool")

    def parameter(self, name, kind="any"):
        """The parenthesised parameter of a small arrow function."""
        return f"({name}{self.type(kind)})"

    def make_big(self, d):
        r = self.below(8)
        b = lambda: self.value("big", d)
        if r < 4:
            return e("(", b(), self.pick([" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ "]), b(), ")")
        if r == 4:
            return e("BigInt.as", self.pick(["Int", "Uint"]), "N(", self.pick(["64", "32", "7", "65"]), ", ", b(), ")")
        if r == 5:
            return e("BigInt(", self.value("int", d), ")")
        if r == 6:
            return e("(", b(), self.pick([" << ", " >> "]), self.pick(["1n", "3n", "31n", "64n"]), ")")
        return e("(-", b(), ")")

    # Places.

    def index(self):
        """An index: mostly one near the beginning, sometimes one that no array has."""
        counter = self.variable("counter")
        r = self.below(20)
        if counter is not None and r < 8:
            return e(self.pick(["%s", "%s", "%s % 5", "%s & 3", "%s - 1", "%s + 1"]).replace("%s", counter.name))
        if r < 17:
            return e(self.pick(["0", "1", "2", "3", "4", "5", "6"]))
        return self.any(e(self.pick(["(-1)", "1.5", "NaN", "'1'", "(-0)", "4294967295", "undefined", "'length'", "9", "'x'", "2147483648"])))

    def element(self, kind, d):
        array = self.variable(kind, "view") if kind == "nums" else self.variable(kind)
        return e(array.name, "[", self.index() if self.chance(0.7) else self.value("int", d), "]") if array else None

    def field(self, kind, d):
        """A field that usually is of this kind."""
        names = [name for name, usual in self.fields.items() if usual == kind] or list(self.fields)
        owner = self.owner()
        if owner is None or not names:
            return self.leaf(kind)
        name = self.pick(names)
        if self.chance(0.08):
            return e(owner, "[", self.pick(["'" + name + "'", "('' + '" + name + "')"]), "]")
        return e(owner, self.pick(["."] * 8 + ["?."]), name)

    def owner(self):
        """The text of an object with fields."""
        if self.this_kind and self.chance(0.6):
            return "this"
        variable = self.variable("rec", "cls", "cls")
        return variable.name if variable else None

    # Calls.

    def call_of(self, kind, depth):
        """A call of one of the program's functions or methods; None if there is none to be had."""
        found = [each for each in self.functions if each.result == kind] if self.calls else []
        found = [each for each in found or (self.functions if self.calls else []) if self.affordable(each.cost)]
        if found and self.chance(0.6):
            function = self.pick(found)
            self.spend(function.cost)
            return e(function.name, "(", *self.arguments(function.parameters, depth - 1), ")")
        method = self.method_call(depth)
        if method is not None:
            return method
        function = self.variable("fn")
        if function is not None and self.calls and self.affordable(15):
            self.spend(15)
            return e(function.name, "(", self.value("any", depth - 1), ")")
        return None

    def arguments(self, kinds, depth):
        kinds = kinds[:-1] if kinds and self.chance(0.06) else kinds
        parts = []
        for position, kind in enumerate(kinds):
            parts += [", "] if position else []
            parts.append(self.value(kind, depth))
        if self.chance(0.03):
            parts += [", 1" if parts else "1"]
        return parts

    def method_call(self, depth):
        receiver = "this" if self.this_kind and self.chance(0.5) else None
        if receiver is None:
            variable = self.variable("cls")
            receiver = variable.name if variable else None
        names = [
            name for level, name in enumerate(self.methods)
            if level < self.level and self.affordable(self.methods[name].cost)
        ]
        if receiver is None or not names:
            return None
        method = self.methods[self.pick(names)]
        self.spend(method.cost)
        return e(receiver, self.pick(["."] * 9 + ["?."]), method.name, "(", *self.arguments(method.parameters, depth - 1), ")")

    # What may be kept: it does not grow however often it is kept.

    def storable(self, kind, depth=2):
        """An expression whose value is no longer than a few characters or elements."""
        if kind == "any":
            kind = self.pick(["int", "num", "str", "bool", "rec", "undefined", "null", "nums"])
        if self.chance(self.lies):
            return self.lie(self.kept, self.pick(EVERY[:-6] + values.OTHERS), 1)
        return self.kept(kind, depth)

    def kept(self, kind, depth):
        if kind in values.OTHERS:
            return e(kind)
        if kind == "any":
            return self.literal("any")
        if kind == "str":
            if self.chance(0.4):
                return self.literal("str")
            if self.chance(0.5):
                return e("('' + ", self.value("str", depth), ").slice(", self.pick(["0, 12", "-9", "1, 7"]), ")")
            return e("String(", self.value(self.pick(["num", "bool", "int"]), depth), ")")
        if kind == "big":
            return e("BigInt.asIntN(", self.pick(["64", "80", "16"]), ", ", self.value("big", depth), ")")
        if kind in ("nums", "list") and self.chance(0.4):
            variable = self.variable(kind)
            if variable:
                return e(variable.name, self.pick(["", ".slice(0, 9)", ".slice()"]))
        return self.honest(kind, depth)
