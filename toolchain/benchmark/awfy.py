"""The JavaScript programs of smarr/are-we-fast-yet, unchanged: what code without any annotation costs.

One executable holds all of them, as `harness.js` loads them all; it is told which one to run and how often.
"""

import os
import re

import measure
import report

# How often each program runs and how often it repeats its work, or how much work that is, so that Node takes about a
# second. CD, Havlak, Mandelbrot and NBody only know the right result of some sizes.
ITERATIONS = {
    "Bounce": (1, 12000), "CD": (3, 250), "DeltaBlue": (1, 40000), "Havlak": (1, 1500), "Json": (1, 700),
    "List": (1, 12000), "Mandelbrot": (5, 750), "NBody": (10, 250000), "Permute": (1, 9000), "Queens": (1, 9000),
    "Richards": (1, 300), "Sieve": (1, 25000), "Storage": (1, 5000), "Towers": (1, 4500),
}

PROMISES = (("time against Node", "wall", 1.5, None), ("peak memory against Node", "memory", 0.4, None))


def find(path):
    """The folder of the JavaScript programs in a checkout, or the folder itself."""
    for folder in (os.path.join(path, "benchmarks", "JavaScript"), path):
        if os.path.exists(os.path.join(folder, "harness.js")):
            return os.path.abspath(folder)
    raise SystemExit(f"bench: there is no harness.js in {path}")


def without_times(output):
    """What a program printed, but for how long it took."""
    return re.sub(rb"\d+us", b"", output)


def run(options, builder, meter):
    """The rows of the programs, and whether all of them were right. A wrong result ends a program with an error."""
    folder = find(options.awfy)
    executable = builder.native(os.path.join(folder, "harness.js"), "awfy-harness")
    rows = []
    complete = True
    for name, (runs, work) in ITERATIONS.items():
        if options.only and name not in options.only:
            continue
        arguments = [name, str(runs), str(work)]
        commands = {
            "polyglot": [*executable, *arguments],
            "node": [builder.node, os.path.join(folder, "harness.js"), *arguments],
        }
        try:
            row = report.Row(name, meter.compare(commands, options.runs, without_times), options.clock)
        except measure.Failure as failure:
            print(f"{name} FAILED: {failure}", flush=True)
            complete = False
            continue
        rows.append(row)
        print(f"{name}: {row.wall} of Node's time", flush=True)
    return rows, complete
