"""What a program is made of: declarations, hot loops whose types change midway, generators, asynchronous functions."""

from context import Callable
from statements import STEPS, Statements
from tree import body, expression as e, source, statement as s


class Scenarios(Statements):
    """Whole programs."""

    def program(self):
        """A program as a body."""
        statements = []
        for prefix, kind in (("x", "num"), ("y", "num"), ("k", "int"), ("s", "str"), ("p", "any"), ("q", "nums"), ("b", "bool")):
            if self.chance(0.75) or prefix == "x":
                self.fields[self.name(prefix)] = kind
        for _ in range(1 + self.below(3)):
            name = self.name("m")
            self.methods[name] = Callable(name, [self.pick(["num", "int", "any", "str"]) for _ in range(self.below(3))], self.pick(["num", "int", "str", "any"]), 20)
        for kind in self.random.sample(["int", "num", "str", "any", "nums", "list", "rec"], 3):
            statements.append(self.declaration(kind))
        order = ["class"] * self.pick([0, 1, 1, 2, 2, 3]) + ["function"] * self.pick([0, 1, 1, 2])
        self.random.shuffle(order)
        for each in order:
            statements.append(self.declare_class() if each == "class" else self.declare_function())
        sections = [self.hot_section, self.hot_section, self.plain_section, self.plain_section, self.object_section]
        sections += [self.pick([self.generator_section, self.recursion_section, self.iterator_section, self.plain_section])]
        if self.chance(0.2):
            sections.append(self.async_section)
        self.random.shuffle(sections)
        for section in sections[:1 + self.below(3)]:
            self.steps, self.repetition = 0, 1
            statements += section()
        statements.append(s("finish();"))
        return body(statements)

    def guarded(self, statements, label=None):
        """Statements whose exceptions are shown."""
        error = self.name("e")
        return s("try ", body(statements), f" catch ({error}) ", body([s(f"caught('{label or 's'}', {error});")]))

    def plain_section(self):
        if self.chance(0.5):
            self.scopes.append([])
            content = [self.statement(3) for _ in range(3 + self.below(5))]
            self.scopes.pop()
            return [self.guarded(content)]
        # At the top, where variables are the module's.
        return [self.declaration(), self.guarded(self.block(3, 3).parts)]

    def object_section(self):
        """An object that is made, changed and looked at."""
        self.scopes.append([])
        content = [self.declaration(self.pick(["cls", "rec"])) for _ in range(1 + self.below(2))]
        for _ in range(2 + self.below(5)):
            content.append(self.change_object())
            if self.chance(0.5):
                content.append(self.guarded([s("show(", self.value(self.pick(["num", "str", "any", "cls", "rec"])), ");")], "o"))
        self.scopes.pop()
        return [self.guarded(content)]

    def hot_section(self):
        """A function with a loop in which something changes midway, called with several arguments."""
        name, counter, total, limit = self.name("hot"), self.name("i"), self.name("t"), self.name("n")
        pool = ["cls", "cls", "rec", "nums", "nums", "num", "int", "str", "any", "list", "view", "fn"]
        kinds = [self.pick(pool) for _ in range(1 + self.below(3))]
        total_kind = self.pick(["num", "num", "int", "int", "str", "any", "big"])
        names = [self.name("a") for _ in kinds]
        trips = self.pick([10, 40, 100, 300])
        outer = self.limit
        self.limit = 60 * trips
        self.scopes.append([])
        for each, kind in zip(names, kinds):
            self.declare(each, kind)
        self.declare(total, total_kind)
        start = self.literal(total_kind)
        inner = []
        self.scopes.append([])
        self.declare(counter, "counter", False)
        self.declare(counter, "int", False)
        self.repetition = trips
        self.loops += 1
        for _ in range(1 + self.below(3)):
            r = self.below(10)
            if r < 4:
                inner.append(self.accumulate(total, total_kind))
            elif r < 7:
                inner.append(self.statement(1))
            else:
                inner.append(self.assignment())
        inner.append(self.accumulate(total, total_kind))
        self.repetition = 1
        if self.chance(0.8):
            late = body([self.late_change() for _ in range(1 + self.below(2))])
            test = self.pick([f"{counter} === {trips // 2}", f"{counter} === {trips - 2}", f"{counter} % 7 === 5", f"{counter} > {trips - 3}", f"{counter} === 1"])
            inner.insert(self.below(len(inner) + 1), s("if (", test, ") ", late))
        if self.chance(0.3):
            error = self.name("e")
            inner = [s("try ", body(inner), f" catch ({error}) ", body([s(f"mix({error} && messageOf({error}", " as any" if self.typed else "", f")); {self.pick(['break;', 'continue;', ''])}")]))]
        self.loops -= 1
        self.scopes.pop()
        loop = s(f"for (let {counter} = 0; {counter} < {limit}; {counter}++) ", body(inner))
        content = [s(f"let {total}", self.type(total_kind), " = ", start, ";"), loop]
        content.append(s(f"show('{name}', ", total, "".join(f", {each}" for each in names), ");"))
        content.append(s("return ", total, ";"))
        self.scopes.pop()
        self.limit = outer
        parameters = self.parameter_list(names, kinds)
        function = s("function ", name, "(", limit, self.type("int"), ", ", *parameters, ") ", body(content))
        calls = []
        self.scopes.append([])
        for kind in kinds:
            if self.chance(0.6):
                calls.append(self.declaration(kind))
        for turn in range(1 + self.below(3)):
            call = [name, "(", str(trips if turn < 2 else trips // 2)]
            for kind in kinds:
                call += [", ", self.value(kind, 1) if self.chance(0.85) else self.any(self.honest(self.pick(pool), 1))]
            calls.append(self.guarded([s(*call, ");")], "h"))
            if self.chance(0.3):
                calls.append(self.guarded([self.change()], "h"))
        self.scopes.pop()
        return [function, body_statement(calls)]

    def accumulate(self, total, kind):
        if kind == "num":
            return s(total, self.pick([" += ", " -= ", " += "]), self.value("num"), ";")
        if kind == "int":
            if self.chance(0.5):
                return s(total, " = ", total, self.pick([" + ", " * 31 + ", " ^ ", " - "]), "(", self.value("int"), ") | 0;")
            return s(total, self.pick([" += ", " ^= ", " -= ", " |= "]), self.value("int"), ";")
        if kind == "str":
            return s(total, " = (", total, " + ", self.value(self.pick(["num", "str", "any"])), ").slice(-", self.pick(["8", "20"]), ");")
        return s(total, " = ", self.storable(kind), ";") if kind != "any" else s(total, " = ", self.pick([total, "0", "''"]), " + ", self.kept(self.pick(["num", "int", "bool"]), 1), ";")

    def late_change(self):
        """What happens once, in the middle of a hot loop."""
        r = self.below(10)
        if r < 4:
            return self.change_object()
        if r < 7:
            return self.change_array()
        variable = self.variable("int", "num", "any", "fn", "nums", "cls", "rec", mutable=True)
        if variable is None or r == 9:
            return self.statement(1)
        value = self.kept(self.pick(["str", "num", "undefined", "null", "rec", "bool", "big", "nums"]), 1)
        return s(variable.name, " = ", self.any(value), ";")

    def recursion_section(self):
        function, callable_ = self.declare_recursion()
        calls = []
        for _ in range(1 + self.below(3)):
            calls.append(self.guarded([s("show(", callable_.name, "(", self.pick(["0", "1", "3", "10", "40"]), ", ", self.value(callable_.parameters[1], 1), "));")], "r"))
        return [function, *calls]

    def generator_section(self):
        """A generator, which is run to its end, in steps, or left."""
        name, parameter = self.name("g"), self.name("a")
        self.scopes.append([])
        self.declare(parameter, "num")
        outer = self.limit, self.steps
        self.limit, self.steps = STEPS, 0
        self.suspends = "yield"
        content = [self.statement(2) for _ in range(2 + self.below(3))] + [s("yield ", self.value("num"), ";"), self.statement(1)]
        if self.chance(0.5):
            content = [s("try ", body(content), " finally ", body([s("show('left');")]))]
        if self.chance(0.3):
            array = self.variable("nums")
            if array:
                content.insert(0, s("yield* ", array.name, ".slice(0, 4);"))
        content.append(s("return ", self.value("any", 1), ";"))
        self.suspends = None
        self.limit, self.steps = outer
        self.scopes.pop()
        item, stepper, guard = self.name("v"), self.name("z"), self.name("w")
        uses = [
            s(f"let {guard} = 0; for (const {item} of {name}(", self.value("num", 1), f")) {{ show({item}); if (++{guard} > {self.pick(['2', '12'])}) break; }}"),
            s(
                f"const {stepper} = {name}(", self.value("num", 1), f"); show({stepper}.next());", f" show({stepper}.next(", self.storable("any", 1), "));",
                self.pick([f" show({stepper}.return(7));", f" show({stepper}.throw(new Error('t')));", ""]), f" show({stepper}.next());",
            ),
        ]
        self.random.shuffle(uses)
        return [s("function* ", name, "(", parameter, self.type("num"), ") ", body(content)), *(self.guarded([use], "g") for use in uses[:1 + self.below(2)])]

    def iterator_section(self):
        """An iterable object of the program's own, and what takes it apart."""
        name, end = self.name("it"), self.pick(["3", "5"])
        self.scopes.append([])
        step = self.without_calls("num")
        self.scopes.pop()
        maker = s(
            "const ", name, ": any" if self.typed else "", " = { [Symbol.iterator]() { let n = 0; return { next() { return n++ < ", end, " ? { value: n * 2 + (", step,
            " ? 1 : 0), done: false } : { value: undefined, done: true }; }, return() { show('closed'); return {}; } }; } };",
        )
        first = self.name("d")
        uses = [
            s(f"const [{first}] = {name}; show({first});"), s(f"show([...{name}], Math.max(...{name}));"), s(f"show(new Set({name}), Array.from({name}, (q", ": any" if self.typed else "", ") => q + 1));"),
            s(f"for (const q of {name}) {{ show(q); if (q > 4) break; }}"), s(f"for (const q of {name}) {{ if (q > 2) throw new Error('out'); }}"),
        ]
        self.random.shuffle(uses)
        return [maker, *(self.guarded([use], "i") for use in uses[:2 + self.below(2)])]

    def async_section(self):
        """Asynchronous functions that run at the same time."""
        name, parameter, guard = self.name("f"), self.name("a"), self.name("i")
        self.scopes.append([])
        self.declare(parameter, "num")
        outer = self.limit, self.steps
        self.limit, self.steps = STEPS, 0
        self.suspends = "await"
        content = [self.statement(2) for _ in range(1 + self.below(3))]
        content.append(s(f"for (let {guard} = 0; {guard} < 3; {guard}++) {{ show('{name}', await ", self.value("any", 1), "); }"))
        if self.chance(0.4):
            content = [s("try ", body(content), " finally ", body([s("show('finally', await ", self.value("num", 1), ");")]))]
        content.append(s("return ", self.value("any", 1), ";"))
        self.suspends = None
        self.limit, self.steps = outer
        self.scopes.pop()
        call = lambda: e(name, "(", self.value("num", 1), ")")
        use = self.pick([
            lambda: s("show(await Promise.all([", call(), ", ", call(), "]));"), lambda: s("show(await ", call(), ");"),
            lambda: s("show(await Promise.allSettled([", call(), ", ", call(), ", ", self.value("num", 1), "]));"),
            lambda: s("show(await ", call(), ".then((q", ": any" if self.typed else "", ") => [q], (q", ": any" if self.typed else "", ") => String(q)));"),
            lambda: s("show(await Promise.race([", call(), ", ", call(), "]));"),
        ])()
        return [s("async function ", name, "(", parameter, self.type("num"), ") ", body(content)), self.guarded([use], "a")]


def body_statement(statements):
    """Statements in a block."""
    return s(body(statements))


def generate(seed):
    """The program of a seed, and whether it is typed."""
    typed = seed % 2 == 0
    return Scenarios(seed, typed).program(), typed


if __name__ == "__main__":
    import sys
    print(source(generate(int(sys.argv[1]))[0]))
