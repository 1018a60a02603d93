"""What measurements say: ratios with their spread, geometric means, and tables of them."""

import math
import statistics

import measure

NODE_FORMS = ("node", "node, fields assigned")


class Ratio:
    """How one command compares with another: the ratio of medians, and the least and greatest ratio of one round."""

    def __init__(self, ours, theirs):
        self.value = statistics.median(ours) / statistics.median(theirs)
        rounds = [a / b for a, b in zip(ours, theirs)]
        self.least = min(rounds)
        self.greatest = max(rounds)

    def __str__(self):
        return f"{self.value:.2f} ({self.least:.2f}–{self.greatest:.2f})"


class Row:
    """One program: its figures by form, and the ratios that matter."""

    def __init__(self, name, figures, clock):
        self.name = name
        self.figures = figures
        self.clock = clock
        node = [form for form in NODE_FORMS if form in figures]
        # Node is measured at its best.
        self.node = min(node, key=lambda form: figures[form].time(clock))
        self.wall = self.ratio(self.node)
        self.memory = Ratio(figures["polyglot"].memory, figures[self.node].memory)
        self.go = self.ratio("go")
        self.c = self.ratio("c")
        self.wasi = Ratio(figures["wasi"].seconds(clock), figures["polyglot"].seconds(clock)) if "wasi" in figures else None

    def ratio(self, form):
        """Our time as a multiple of a form's, if the program has it."""
        if form not in self.figures:
            return None
        return Ratio(self.figures["polyglot"].seconds(self.clock), self.figures[form].seconds(self.clock))

    def seconds(self, form):
        return self.figures[form].time(self.clock)

    def mebibytes(self, form):
        return self.figures[form].peak / 1024


def geometric_mean(ratios):
    return math.exp(sum(math.log(ratio.value) for ratio in ratios) / len(ratios))


# What the project promises: a title, which ratio, and the limit of its geometric mean and of the worst program.
PROMISES = (
    ("time against Node", "wall", 0.7, 1.2),
    ("peak memory against Node", "memory", 0.4, None),
    ("time against Go", "go", 1.0, None),
    ("time against C (clang-19 -O2)", "c", 1.3, None),
    ("WASI against native, time", "wasi", 2.5, None),
)


def summary(rows, promises=PROMISES):
    """One line for each promise that something was measured for."""
    for title, attribute, limit, worst_limit in promises:
        measured = [row for row in rows if getattr(row, attribute)]
        if not measured:
            continue
        mean = geometric_mean([getattr(row, attribute) for row in measured])
        worst = max(measured, key=lambda row: getattr(row, attribute).value)
        promise = f"≤ {limit}" + (f", worst ≤ {worst_limit}" if worst_limit else "")
        worst_text = f"{getattr(worst, attribute).value:.2f}, {worst.name}"
        yield f"{title}: geometric mean {mean:.2f}× of {len(measured)} programs, worst {worst_text} (promised: {promise})"


HEADINGS = ("program", "Polyglot", "Node", "of Node's time", "of Node's memory", "of Go's time", "of C's time")


def cells(row):
    """A row of the table."""
    node = f"{row.seconds(row.node):.2f} s"
    if row.node != "node":
        node += "*"
    optional = [str(ratio) if ratio else "" for ratio in (row.go, row.c)]
    if row.wasi:
        optional.append(str(row.wasi))
    return (row.name, f"{row.seconds('polyglot'):.2f} s", node, str(row.wall), str(row.memory), *optional)


def text_table(rows):
    """The table for a terminal, line by line."""
    headings = HEADINGS + (("WASI of native",) if any(row.wasi for row in rows) else ())
    table = [headings, *map(cells, rows)]
    widths = [max(len(line[i]) for line in table if i < len(line)) for i in range(len(headings))]
    for line in table:
        first, *others = (cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths)))
        yield "  ".join([first, *others]).rstrip()


def markdown(rows, conditions):
    """The page with the table."""
    headings = HEADINGS + (("WASI of native",) if any(row.wasi for row in rows) else ())
    lines = ["# Benchmarks", "", conditions, "", "![Time and memory as parts of Node's](benchmarks.svg)", ""]
    lines += [f"- {line}" for line in summary(rows)]
    lines += ["", "| " + " | ".join(headings) + " |", "|---" + "|---:" * (len(headings) - 1) + "|"]
    lines += ["| " + " | ".join(cells(row)) + " |" for row in rows]
    lines += [
        "", "Each ratio is one of medians; in brackets the least and the greatest of a single round. Node's time is the better of",
        "running the program as it is and (marked *) as JavaScript in which class fields are assignments in the constructor.", "",
    ]
    return "\n".join(lines)


def load(data, clock):
    """The rows of a file written by --json."""
    return [
        Row(name, {form: measure.Measured(**values) for form, values in figures.items()}, clock)
        for name, figures in data["programs"].items()
    ]
