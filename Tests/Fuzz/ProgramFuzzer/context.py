"""What the generator knows at the place it has come to: names, costs, and what may be used there."""

import random

import values
from tree import MARK, expression


class Variable:
    """A name with the kind of value that it usually holds."""

    def __init__(self, name, kind, mutable=True, length=6):
        self.name = name
        self.kind = kind
        self.mutable = mutable


class Callable:
    """A function of the program: kinds of its parameters and result, and about how many steps a call takes."""

    def __init__(self, name, parameters, result, cost):
        self.name = name
        self.parameters = parameters
        self.result = result
        self.cost = cost


SCALARS = ["int", "int", "num", "num", "str", "bool", "any"]
EVERY = SCALARS + ["big", "nums", "nums", "list", "rec", "rec", "cls", "cls", "fn", "map", "set", "view"]

# How many steps a statement may take, with the loops around it and the functions that it calls.
STEPS_OF_FUNCTION = 4000
STEPS_OF_SECTION = 40000


class Context:
    """Random choices, scopes and limits, on which the grammar is built."""

    def __init__(self, seed, typed):
        self.random = random.Random(seed)
        self.typed = typed
        self.counter = 0
        self.scopes = [[]]
        self.functions = []
        self.classes = []
        self.methods = {}  # name → Callable; the order of their names is the order in which they may call each other
        self.fields = {}  # name → usual kind
        self.repetition = 1  # how often the loops around run
        self.limit = STEPS_OF_SECTION
        self.steps = 0
        self.this_kind = None  # of methods
        self.level = 99  # methods below this level may be called
        self.calls = True
        self.suspends = None  # 'yield' or 'await' where one is possible
        self.labels = []
        self.loops = 0
        self.lies = 0.03  # how often a value is of another kind than its place
        self.lying = False

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, items):
        return self.random.choice(items)

    def below(self, number):
        return self.random.randrange(number)

    def name(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}{MARK}"

    def declare(self, name, kind, mutable=True):
        variable = Variable(name, kind, mutable)
        self.scopes[-1].append(variable)
        return variable

    def visible(self, *kinds, mutable=False):
        """The variables in scope of these kinds."""
        return [
            variable for scope in self.scopes for variable in scope
            if variable.kind in kinds and (variable.mutable or not mutable)
        ]

    def variable(self, *kinds, mutable=False):
        """One of them, more often a near one; None if there is none."""
        found = self.visible(*kinds, mutable=mutable)
        if not found:
            return None
        return self.pick(found[-4:]) if self.chance(0.6) else self.pick(found)

    def type(self, kind):
        """An annotation in typed programs."""
        if not self.typed or self.chance(0.1):
            return ""
        return ": " + values.TYPES[kind]

    def any(self, node):
        """The expression as typed programs write one whose type is not the place's."""
        return expression("(", node, " as any)") if self.typed else node

    def affordable(self, cost):
        return self.steps + cost * self.repetition <= self.limit

    def spend(self, cost=1):
        self.steps += cost * self.repetition
