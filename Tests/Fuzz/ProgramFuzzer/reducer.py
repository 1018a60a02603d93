"""Makes a program that differs smaller: fewer statements, then simpler expressions, as long as it differs alike."""

import itertools
import re

import comparison
import scenarios
import tree
from tree import Node

WIDTH = 24  # candidates that are compiled together
SIMPLE = ["0", "1", "''", "undefined", "null", "true"]


def candidates(program):
    """Smaller programs, those with much less first."""
    bodies = [node for node in program.walk() if node.kind == "body" and node.parts]
    size = max(len(node.parts) for node in bodies) if bodies else 0
    while size >= 1:
        for node in bodies:
            for start in range(0, len(node.parts), size):
                if len(node.parts) >= size:
                    yield program.replacing(node, tree.body(node.parts[:start] + node.parts[start + size:]))
        size //= 2
    # A statement that has a body: what is in it, alone.
    for node in bodies:
        for position, each in enumerate(node.parts):
            for inner in each.parts if isinstance(each, Node) else []:
                if isinstance(inner, Node) and inner.kind == "body":
                    yield program.replacing(node, tree.body(node.parts[:position] + inner.parts + node.parts[position + 1:]))
    for node in program.walk():
        if node.kind != "expression":
            continue
        text = node.text()
        if text in SIMPLE:
            continue
        for inner in node.walk():
            if inner is not node and inner.kind == "expression":
                yield program.replacing(node, inner)
        for simple in SIMPLE:
            if len(simple) < len(text):
                yield program.replacing(node, tree.expression(simple))


def fault(finding):
    """What a smaller program must have in common: the kind of finding, and no name that it lost."""
    expected, observed = finding.lines()
    lost = re.compile(r"\w+ is not defined|SyntaxError|TDZ")
    return finding.kind, bool(lost.search(finding.expected.text())), crash_name(finding), "" if expected != "<nothing>" else observed[:6]


def crash_name(finding):
    """Where the compiler or the program broke off, without numbers."""
    return re.sub(r"\d+", "", finding.observed.detail)[:80] if finding.kind == "crash" else ""


def reduce(options, folder):
    """Reduces the program of `options.reduce`; prints what is left."""
    compare = comparison.Comparison(options, folder)
    program, typed = scenarios.generate(options.reduce)
    findings = compare.programs([(0, program, typed)], options.configurations)
    if not findings:
        print("no difference")
        return 1
    configuration, wanted = findings[0].configuration, fault(findings[0])
    print(findings[0].headline(), flush=True)
    last = findings[0]
    tried, progress = 0, False
    while True:
        # What was tried in vain before a success is tried again only in the next round.
        queue = itertools.islice(candidates(program), tried, None)
        pending = list(itertools.islice(queue, WIDTH))
        if not pending:
            if not progress:
                break
            tried, progress = 0, False
            continue
        found = compare.programs([(number, each, typed) for number, each in enumerate(pending)], [configuration])
        fitting = [finding for finding in found if fault(finding) == wanted]
        if fitting:
            smallest = min(fitting, key=lambda finding: len(tree.source(pending[finding.seed])))
            program, last, progress = pending[smallest.seed], smallest, True
            print(f"  {len(tree.source(program))} characters", flush=True)
            tried += smallest.seed
        else:
            tried += len(pending)
    print(tree.source(program))
    print(last.headline())
    return 0
