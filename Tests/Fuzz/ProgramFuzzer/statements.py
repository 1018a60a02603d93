"""Statements and functions."""

import values
from arrays import Arrays
from context import EVERY, SCALARS, Callable
from tree import body, expression as e, statement as s

KINDS = ["int", "int", "num", "num", "num", "str", "bool", "any", "nums", "list", "rec", "cls", "fn", "big", "map", "set", "view"]


class Statements(Arrays):
    """Statements that end, and functions made of them."""

    def block(self, count, depth):
        """Some statements in a scope of their own."""
        self.scopes.append([])
        content = body([self.statement(depth) for _ in range(count)])
        self.scopes.pop()
        return content

    def statement(self, depth=2):
        """One statement; `depth` limits how deep they nest."""
        self.spend()
        if depth <= 0 or self.steps > self.limit:
            return self.pick([self.assignment, self.assignment, self.print_value, self.change])()
        r = self.below(100)
        if r < 18:
            return self.declaration()
        if r < 38:
            return self.assignment()
        if r < 48:
            return self.print_value()
        if r < 64:
            return self.change()
        if r < 72:
            return self.branch(depth)
        if r < 80:
            return self.counting_loop(depth)
        if r < 84:
            return self.other_loop(depth)
        if r < 88:
            return self.try_statement(depth)
        if r < 90:
            return self.switch(depth)
        if r < 94:
            return self.destructuring()
        if r < 96:
            return self.jump()
        if r < 98 and self.suspends == "yield":
            return s("yield ", self.value("any"), ";")
        return self.closures(depth)

    def declaration(self, kind=None):
        kind = kind or self.pick(KINDS)
        name = self.name({"nums": "n", "list": "l", "rec": "o", "cls": "c", "fn": "h"}.get(kind, kind[0]))
        mutable = self.chance(0.8)
        value = self.storable(kind)
        if kind in ("nums", "list") and mutable:
            # A fresh array, so that not all arrays become one.
            value = self.literal_array(kind if self.chance(0.6) or kind == "list" else "ints", 1)
        node = s("let " if mutable else "const ", name, self.type(kind), " = ", value, ";")
        self.declare(name, kind, mutable)
        return node

    def assignment(self):
        variable = self.variable("int", "num", "num", "str", "any", "bool", "big", mutable=True)
        if variable is None:
            return self.declaration()
        name, kind = variable.name, variable.kind
        if kind in ("int", "num") and self.chance(0.6):
            operator = self.pick([" += ", " -= ", " += ", " *= ", " |= ", " ^= ", " &= ", " >>= ", " >>>= ", " %= ", " <<= ", " /= ", " ||= ", " ??= "])
            return s(name, operator, self.value(kind), ";")
        if kind in ("int", "num") and self.chance(0.2):
            return s(name, self.pick(["++", "--"]), ";")
        if kind == "num" or kind == "int":
            return s(name, " = ", self.value(kind, 3), ";")
        return s(name, " = ", self.storable(kind), ";")

    def print_value(self):
        if self.repetition > 12:
            return s("mix(", self.value(self.pick(EVERY)), ");")
        if self.chance(0.3):
            return s("show(", self.value(self.pick(EVERY)), ", ", self.value(self.pick(EVERY)), ");")
        return s("show(", self.value(self.pick(EVERY)), ");")

    def change(self):
        return self.pick([self.change_object, self.change_object, self.change_array, self.change_array, self.change_collection])()

    def branch(self, depth):
        condition = self.condition(2)
        counter = self.variable("counter")
        if counter is not None and self.chance(0.4):
            condition = e(counter.name, self.pick([" === ", " > ", " % 3 === ", " < "]), self.pick(["0", "1", "2", "5"]))
        parts = ["if (", condition, ") ", self.block(1 + self.below(2), depth - 1)]
        if self.chance(0.4):
            parts += [" else ", self.block(1 + self.below(2), depth - 1)]
        return s(*parts)

    def loop_of(self, trips, depth, count=None):
        """The body of a loop that runs so often."""
        self.repetition *= trips
        self.loops += 1
        content = self.block(count or 1 + self.below(3), depth - 1)
        self.loops -= 1
        self.repetition //= trips
        return content

    def counting_loop(self, depth):
        trips = self.pick([2, 3, 5, 8, 20, 50])
        if self.repetition * trips > 400:
            trips = 2
        counter = self.name("i")
        self.scopes.append([])
        self.declare(counter, "counter", mutable=False)
        self.declare(counter, "int", mutable=False)
        head = self.pick([
            f"for (let {counter} = 0; {counter} < {trips}; {counter}++) ",
            f"for (let {counter} = 0; {counter} < {trips}; {counter}++) ",
            f"for (let {counter} = {trips}; {counter} > 0; {counter}--) ",
            f"for (let {counter} = {trips - 1}; {counter} >= 0; {counter} -= 1) ",
            f"for (let {counter} = 2147483647 - {trips}; {counter} < 2147483649; {counter}++) ",
            f"for (let {counter} = 4294967295 - {trips}; {counter} <= 4294967297; {counter} += 1) ",
            f"for (let {counter} = -2147483650; {counter} < -2147483650 + {trips}; {counter}++) ",
            f"for (let {counter} = 0; {counter} < {trips} / 2; {counter} += 0.5) ",
            f"for (let {counter} = -1; {counter} < {trips}; {counter}++) ",
        ]) if self.chance(0.5) else f"for (let {counter} = 0; {counter} < {trips}; {counter}++) "
        label = ""
        if self.chance(0.2):
            label = self.name("x")
            self.labels.append(label)
        content = self.loop_of(trips, depth)
        if label:
            self.labels.pop()
        self.scopes.pop()
        return s(f"{label}: " if label else "", head, content)

    def other_loop(self, depth):
        guard = self.name("w")
        if self.repetition > 40:
            return self.counting_loop(depth)
        r = self.below(6)
        if r < 3:
            array = self.variable("nums", "list", "set", "str")
            if array is not None:
                item = self.name("e")
                self.scopes.append([])
                self.declare(item, "num" if array.kind == "nums" else "any", False)
                content = self.loop_of(8, depth)
                self.scopes.pop()
                content.parts.insert(0, s(f"if (++{guard} > 10) break;"))
                return s("let ", guard, " = 0; for (const ", item, " of ", array.name, ") ", content)
        if r == 3:
            array = self.variable("nums", "list")
            if array is not None:
                counter = self.name("i")
                self.scopes.append([])
                self.declare(counter, "counter", False)
                content = self.loop_of(8, depth)
                self.scopes.pop()
                return s(f"for (let {counter} = 0; {counter} < {array.name}.length && {counter} < 10; {counter}++) ", content)
        if r == 4:
            content = self.loop_of(5, depth)
            return s(f"let {guard} = 0; do ", content, f" while (++{guard} < 5 && ", self.condition(1), ");")
        content = self.loop_of(5, depth)
        return s(f"let {guard} = 0; while (", self.condition(1), f" && {guard}++ < 5) ", content)

    def try_statement(self, depth):
        error = self.name("e")
        inner = self.block(1 + self.below(2), depth - 1)
        if self.chance(0.5):
            inner.parts.append(s("if (", self.condition(1), ") throw ", self.thrown(), ";"))
        parts = ["try ", inner]
        kind = self.below(4)
        if kind < 3:
            self.scopes.append([])
            self.declare(error, "any")
            handler = self.block(self.below(2), depth - 1)
            self.scopes.pop()
            handler.parts.insert(0, s("caught('c', ", error, ");"))
            parts += [" catch (", error, ") ", handler]
        if kind > 1:
            parts += [" finally ", self.block(1, 0)]
        return s(*parts)

    def thrown(self):
        return e(self.pick([
            "new Error('e1')", "new TypeError('e2')", "new RangeError('x' + 1)", "'text'", "5", "undefined", "null.x", "({ a: 1 })",
            "new Error('e3', { cause: 1 })",
        ]))

    def switch(self, depth):
        kind = self.pick(["int", "str", "num", "any"])
        clauses = []
        for _ in range(1 + self.below(4)):
            clause = body([self.statement(depth - 1)])
            clauses.append(s("case ", self.literal(kind), ": ", clause, self.pick([" break;", " break;", ""])))
        if self.chance(0.6):
            clauses.append(s("default: ", body([self.statement(0)])))
        return s("switch (", self.value(kind), ") ", body(clauses))

    def jump(self):
        """Leaves or continues a loop, if there is one; throws otherwise."""
        condition = self.condition(1)
        if self.labels and self.chance(0.6):
            return s("if (", condition, ") ", self.pick(["break ", "continue "]), self.pick(self.labels), ";")
        if self.loops:
            return s("if (", condition, ") ", self.pick(["break;", "continue;"]))
        return s("if (", self.value("bool", 1), ") throw ", self.thrown(), ";")

    def destructuring(self):
        """Several variables from one object."""
        if self.chance(0.5) and self.fields:
            name = self.pick(list(self.fields))
            kind = self.fields[name]
            source = self.value(self.pick(["rec", "cls"]), 1)
            new = self.name("d")
            default = [" = ", self.storable(kind, 0)] if self.chance(0.5) else []
            rest = ["", ""]
            if self.chance(0.3):
                rest = [", ...", self.name("r")]
            node = s("let { ", name, ": ", new, *default, *rest, " }", ": any" if self.typed else "", " = ", source, ";")
            if rest[1]:
                self.declare(rest[1], "rec")
            self.declare(new, kind)
            return node
        first, second = self.name("d"), self.name("d")
        pattern = self.pick([f"[{first}, {second}]", f"[{first} = 1, {second} = 2.5]", f"[, {first}, ...{second}]", f"[{first}, ...{second}]"])
        node = s("let ", pattern, ": any" if self.typed else "", " = ", self.value("nums", 1), ";")
        self.declare(first, "num")
        self.declare(second, "list" if "..." in pattern else "num")
        return node

    def closures(self, depth):
        """Closures made in a loop, which capture its variable, called afterwards."""
        functions, counter, each = self.name("h"), self.name("i"), self.name("h")
        self.scopes.append([])
        self.declare(counter, "counter", False)
        self.declare(counter, "num")
        made = self.without_calls("any", 1)
        self.scopes.pop()
        extra = f" {counter}{self.pick([' += 1', '++', ' += 0.5'])};" if self.chance(0.4) else ""
        return s(
            f"{{ const {functions}", ": any[]" if self.typed else "", f" = []; for (let {counter} = 0; {counter} < 4; {counter}++) {{ {functions}.push(() => [{counter}, ",
            made, f"]);{extra} }} for (const {each} of {functions}) mix({each}()); }}",
        )

    # Functions.

    def function_body(self, kinds, result, count, depth=2):
        """The names of parameters and the body of a function."""
        names = [self.name("a") for _ in kinds]
        self.scopes.append([])
        for name, kind in zip(names, kinds):
            self.declare(name, kind)
        outer = self.labels, self.loops
        self.labels, self.loops = [], 0
        statements = [self.statement(depth) for _ in range(count)]
        if self.chance(0.25):
            statements.insert(self.below(len(statements) + 1), s("if (", self.condition(1), ") return ", self.value(result, 1), ";"))
            # What comes after may use only what is declared before, which is not disturbed by an insertion.
            statements.append(s("return ", self.value(result, 2), ";"))
        else:
            statements.append(s("return ", self.value(result, 3), ";"))
        self.labels, self.loops = outer
        self.scopes.pop()
        return names, body(statements)

    def declare_function(self):
        """A function that later code may call."""
        name = self.name("f")
        kinds = [self.pick(["int", "num", "num", "str", "any", "nums", "rec", "cls", "bool"]) for _ in range(self.below(4))]
        result = self.pick(["int", "num", "num", "str", "bool", "any", "nums", "rec"])
        outer = self.limit, self.steps, self.repetition
        self.limit, self.steps, self.repetition = STEPS, 0, 1
        names, content = self.function_body(kinds, result, 1 + self.below(4))
        cost = self.steps + 5
        self.limit, self.steps, self.repetition = outer
        parameters = self.parameter_list(names, kinds)
        if self.chance(0.1):
            parameters += [", ..." if parameters else "...", self.name("r")]
        self.functions.append(Callable(name, kinds, result, cost))
        if self.chance(0.3):
            return s("const ", name, " = (", *parameters, ")", self.type(result), " => ", content, ";")
        return s("function ", name, "(", *parameters, ")", self.type(result), " ", content)

    def declare_recursion(self):
        """A function that calls itself, so many times as its first argument says."""
        name, n, a = self.name("r"), self.name("n"), self.name("a")
        kind = self.pick(["int", "num", "str", "any", "big"])
        self.scopes.append([])
        self.declare(n, "counter", False)
        self.declare(n, "int", False)
        self.declare(a, kind)
        before = self.calls
        self.calls = False
        base, step = self.value(kind, 1), self.storable(kind, 1)
        again = e(name, "(", n, " - 1, ", step, ")")
        join = {
            "int": [" + 1 | 0", " * 3 & 65535", " - 2"], "num": [" + 0.5", " * 2", " - 1"], "str": [" + 'x'", ""],
            "any": ["", " + 1"], "big": [" + 1n", ""],
        }[kind]
        content = body([
            s("if (", n, " <= 0) return ", base, ";"), s("mix(", a, ");"), s("return ", again, self.pick(join), ";"),
        ])
        self.calls = before
        self.scopes.pop()
        return s("function ", name, "(", n, self.type("int"), ", ", a, self.type(kind), ")", self.type(kind), " ", content), Callable(name, ["depth", kind], kind, 120)


STEPS = 1500
