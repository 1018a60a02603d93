"""Programs as trees of text, so that a program can be printed and be made smaller without a parser."""


class Node:
    """A piece of program: text and smaller pieces in order.

    `kind` is `expression`, `statement` or `body` (statements in braces).
    """

    __slots__ = ("kind", "parts")

    def __init__(self, kind, parts):
        self.kind = kind
        self.parts = parts

    def replacing(self, old, new):
        """A copy in which the node `old` is `new`; what is not on the way is shared."""
        if self is old:
            return new
        parts = []
        changed = False
        for part in self.parts:
            replaced = part.replacing(old, new) if isinstance(part, Node) else part
            changed |= replaced is not part
            parts.append(replaced)
        return Node(self.kind, parts) if changed else self

    def walk(self):
        """This node and all below it, the larger ones first."""
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.walk()

    def text(self, indent=""):
        """The source text, with the marks of names still in it."""
        if self.kind == "body":
            inner = indent + "  "
            lines = "".join(f"{inner}{part.text(inner)}\n" for part in self.parts)
            return "{\n" + lines + indent + "}"
        return "".join(part.text(indent) if isinstance(part, Node) else part for part in self.parts)


def expression(*parts):
    """An expression; compound ones bring their own parentheses."""
    return Node("expression", list(parts))


def statement(*parts):
    """A statement, a declaration or a member of a class."""
    return Node("statement", list(parts))


def body(statements):
    """Statements in braces."""
    return Node("body", list(statements))


# Stands in every name that a program defines, and becomes the program's number: programs of one batch share nothing by
# name, as programs that are built alone do.
MARK = "§"


def source(program, number=""):
    """The text of a whole program: the statements of a body, without its braces."""
    return "".join(f"{part.text()}\n" for part in program.parts).replace(MARK, str(number))
