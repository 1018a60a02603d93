"""Objects: literals of several shapes, classes, and what programs do to them after they are made."""

import values
from context import Callable
from expressions import Expressions
from tree import MARK, body, expression as e, statement as s


class Objects(Expressions):
    """Expressions that make objects, declarations of classes, and statements that change objects."""

    def make_rec(self, d):
        r = self.below(10)
        if r < 3:
            variable = self.variable("rec")
            if variable is not None:
                return e(variable.name)
        if r == 3 and d > 0:
            variable = self.variable("rec", "cls")
            if variable is not None:
                return e("({ ...", variable.name, ", ", self.pick(list(self.fields)), ": ", self.storable("any", 0), " })")
        names = self.random.sample(list(self.fields), min(len(self.fields), 1 + self.below(4)))
        parts = ["({ "]
        for position, name in enumerate(names):
            parts += [", "] if position else []
            parts += self.literal_member(name, d)
        if self.methods and self.chance(0.3):
            name = self.pick(list(self.methods))
            parts += [", ", name, "(a) { return ", self.pick(["a", "this." + names[0], "1"]), "; }"]
        return e(*parts, " })")

    def literal_member(self, name, d):
        kind = self.fields[name]
        if self.chance(0.06):
            return ["get ", name, "() { return ", self.without_calls(kind), "; }"]
        if self.chance(0.04):
            return ["['", name, "']: ", self.storable(kind, 0)]
        return [name, ": ", self.storable(kind, min(d, 1))]

    def without_calls(self, kind, depth=1):
        """An expression that calls nothing of the program, for places that anything may run."""
        before, this = (self.calls, self.level), self.this_kind
        self.calls, self.level = False, -1
        suspends, self.suspends = self.suspends, None
        self.this_kind = None
        try:
            return self.storable(kind, depth)
        finally:
            (self.calls, self.level), self.this_kind, self.suspends = before, this, suspends

    def make_cls(self, d):
        variable = self.variable("cls")
        if variable is not None and (self.chance(0.6) or not self.classes):
            return e(variable.name)
        if not self.classes:
            return self.make_rec(d)
        self.spend(10)
        return e("new ", self.pick(self.classes), "(", self.storable("num", min(d, 1)), ", ", self.storable("any", 0), ")")

    def make_fn(self, d):
        variable = self.variable("fn")
        if variable is not None and self.chance(0.5):
            return e(variable.name)
        self.scopes.append([])
        name = self.name("a")
        self.declare(name, "any")
        before = self.calls, self.repetition, self.level, self.suspends, self.this_kind
        self.calls, self.repetition, self.level, self.suspends = False, max(1, self.repetition), -1, None
        result = self.value("any", min(d, 1))
        change = self.variable("int", "num", mutable=True)
        self.calls, self.repetition, self.level, self.suspends, self.this_kind = before
        self.scopes.pop()
        if change is not None and self.chance(0.4):
            return e("((", name, ") => { ", change.name, " += 1; return ", result, "; })")
        # Functions that may become values have no annotations: Node's texts of functions have blanks in their places.
        return e("((", name, ") => ", result, ")")

    # Classes.

    def declare_class(self):
        """A class, perhaps of an earlier one; its methods call only methods of lower levels and earlier functions."""
        name = self.name("C")
        base = self.pick(self.classes) if self.classes and self.chance(0.6) else None
        members = []
        self.scopes.append([])
        outer = self.limit, self.steps
        names = list(self.fields)
        initialised = self.random.sample(names, min(self.below(3), len(names)))
        for field in initialised:
            kind = self.fields[field]
            value = [] if self.chance(0.1) else [" = ", self.without_calls(kind)]
            members.append(s(field, self.type(kind), *value, ";"))
        self.this_kind = "cls"
        members.append(self.constructor(base, [field for field in names if field not in initialised]))
        for level, method in enumerate(self.methods):
            if self.chance(0.75 if base is None else 0.5):
                members.append(self.method(level, method, base))
        if self.chance(0.4):
            field = self.name("g")
            self.fields[field] = self.pick(["num", "int", "str"])
            other = self.pick(names)
            members.append(s("get ", field, "() ", body([s("return this.", other, ";")])))
            if self.chance(0.6):
                value = self.name("v")
                members.append(s("set ", field, "(", value, self.type("any"), ") ", body([s("this.", other, " = ", value, ";")])))
        self.this_kind = None
        if self.chance(0.3):
            members.append(s(self.pick(["valueOf", "toString"]), "() { return ", self.without_calls(self.pick(["num", "str", "int"])), "; }"))
        self.scopes.pop()
        self.limit, self.steps = outer
        self.classes.append(name)
        return s("class ", name, f" extends {base} " if base else " ", body(members))

    def constructor(self, base, names):
        first, second = self.name("a"), self.name("b")
        self.scopes.append([])
        self.declare(first, "num")
        self.declare(second, "any")
        statements = []
        if base:
            statements.append(s("super(", first, ", ", self.value("any", 1), ");") if self.chance(0.7) else s("super(", second, ", ", first, ");"))
        for field in self.random.sample(names, min(len(names), 1 + self.below(3))):
            kind = self.fields[field]
            value = e(first) if kind in ("num", "int") and self.chance(0.6) else self.without_calls(kind)
            assign = s("this.", field, " = ", value, ";")
            statements.append(s("if (", self.condition(0), ") ", body([assign])) if self.chance(0.15) else assign)
        self.scopes.pop()
        return s("constructor(", first, self.type("num"), ", ", second, self.type("any"), ") ", body(statements))

    def method(self, level, name, base):
        """An implementation of a method, whose cost becomes the largest of them all."""
        method = self.methods[name]
        self.level = level
        outer = self.limit, self.steps, self.repetition
        self.limit, self.steps, self.repetition = 300, 0, 1
        parameters, content = self.function_body(method.parameters, method.result, 1 + self.below(3))
        if base and self.chance(0.4):
            statements = content.parts
            call = e("super.", name, "(", *(", ".join(parameters) if parameters else ""), ")")
            content = body(statements[:-1] + [s("return ", call, self.pick([" + 1", "", ""]), ";")])
        method.cost = max(method.cost, self.steps * 2 + 20)
        self.limit, self.steps, self.repetition = outer
        self.level = 99
        return s(name, "(", *self.parameter_list(parameters, method.parameters), ") ", content)

    def parameter_list(self, names, kinds):
        parts = []
        for position, (name, kind) in enumerate(zip(names, kinds)):
            parts += [", "] if position else []
            parts += [name, self.type(kind)]
            if self.chance(0.08):
                parts += [" = ", self.literal(kind)]
        return parts

    # What happens to objects later.

    def change_object(self):
        """A statement that makes an object another than its maker promised."""
        variable = self.variable("cls", "cls", "rec")
        if variable is None or not self.fields:
            return s("mix(0);")
        o = variable.name
        field = self.pick(list(self.fields))
        kind = self.fields[field]
        any_owner = f"({o} as any)" if self.typed else o
        r = self.below(28)
        if r < 6:
            return s(o, ".", field, " = ", self.storable(kind), ";")
        if r < 11:
            return s(any_owner, ".", field, " = ", self.kept(self.pick(["str", "num", "int", "rec", "undefined", "null", "bool", "big", "nums"]), 1), ";")
        if r < 13:
            return s("delete ", any_owner, ".", field, ";")
        if r == 13:
            return s("Object.defineProperty(", o, f", '{field}', {{ get() {{ return ", self.without_calls(kind), "; }, set(v) { mix(v); }, configurable: true, enumerable: ", self.pick(values.BOOLEANS), " });")
        if r == 14:
            return s("Object.defineProperty(", o, f", '{field}', {{ value: ", self.without_calls("any"), ", writable: ", self.pick(values.BOOLEANS), ", configurable: true });")
        if r == 15:
            return s("Object.", self.pick(["freeze", "seal", "preventExtensions"]), "(", o, ");")
        if r < 18 and self.methods:
            return s(any_owner, ".", self.pick(list(self.methods)), " = ", self.simple_function(), ";")
        if r < 21 and self.methods and self.classes:
            name, method = self.pick(self.classes), self.pick(list(self.methods))
            owner = f"({name}.prototype as any)" if self.typed else f"{name}.prototype"
            if self.chance(0.2):
                return s("delete ", owner, ".", method, ";")
            return s(owner, ".", method, " = ", self.simple_function(), ";")
        if r == 21 and self.classes:
            return s("Object.setPrototypeOf(", o, ", ", self.pick([self.pick(self.classes) + ".prototype", "null", "{}"]), ");")
        if r == 22:
            new = self.name("p")
            self.fields[new] = "num"
            return s(any_owner, ".", new, " = ", self.storable("num"), ";")
        if r == 23 and self.classes:
            name = self.pick(self.classes)
            return s("Object.defineProperty(", name, f".prototype, '{field}', {{ get() {{ return ", self.without_calls(kind), "; }, configurable: true });")
        if r == 24:
            other = self.variable("rec", "cls")
            return s("Object.assign(", o, ", ", other.name, ");")
        if r == 25:
            key = self.name("k")
            return s("for (const ", key, " in ", o, ") mix(", key, ");")
        if r == 26 and kind in ("num", "int"):
            return s(o, ".", field, self.pick(["++", "--", " += 1", " *= 2", " |= 0", " -= 0.5", " ||= 3", " ??= 4"]), ";")
        if r == 27 and variable.mutable:
            return s(o, " = ", self.honest(self.pick([variable.kind, "rec", "cls"]), 1), ";")
        return s("show(", o, ");")

    def simple_function(self):
        """A function that may become a method; it calls nothing."""
        parameter = self.name("a")
        self.scopes.append([])
        self.declare(parameter, "any")
        result = self.without_calls("any")
        self.scopes.pop()
        if self.fields and self.chance(0.4):
            result = e("this.", self.pick(list(self.fields)))
        return e("function (", parameter, ") { return ", result, "; }")
