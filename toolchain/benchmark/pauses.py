"""How long the collector stops programs with a large heap: Tests/Benchmarks/collector, each built with `--gc-stats`."""

import os
import re
import statistics
import subprocess

import builds
import measure

PROGRAMS = os.path.join(builds.ROOT, "Tests", "Benchmarks", "collector")
PROMISE = 100  # milliseconds


def figures(report):
    """The count of pauses, their sum, median and longest in milliseconds, and the MiB that lived at the end."""
    pauses = re.search(r"^gc: (\d+) pauses, ([\d.]+) ms together, median ([\d.]+) ms, longest ([\d.]+) ms", report, re.MULTILINE)
    heap = re.search(r"^gc: heap of ([\d.]+) MiB", report, re.MULTILINE)
    if not pauses or not heap:
        raise measure.Failure(f"this is no report of the collector:\n{report}")
    return [float(figure) for figure in (*pauses.groups(), *heap.groups())]


def measured(command, timeout):
    """The figures of one run."""
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=timeout, check=True)
    return figures(ended.stderr)


def run(options):
    """Prints a line for each program; 1 if a pause was longer than promised."""
    builder = builds.Builder(options.work, options.polyglot, options.node, options.python, options.level)
    status = 0
    for file in sorted(os.listdir(PROGRAMS)):
        name = os.path.splitext(file)[0]
        if options.only and name not in options.only:
            continue
        command = builder.native(os.path.join(PROGRAMS, file), "collector-" + name, ["--gc-stats"])
        runs = [measured(command, options.timeout) for _ in range(options.runs)]
        count, together, median, longest, live = map(list, zip(*runs))
        status |= max(longest) > PROMISE
        print(
            f"{name}: longest pause of {options.runs} runs: {max(longest):.1f} ms (promised: ≤ {PROMISE} ms), of the median run: "
            f"{statistics.median(longest):.1f} ms; {statistics.median(count):.0f} pauses, median {statistics.median(median):.1f} ms, "
            f"{statistics.median(together):.0f} ms together; {statistics.median(live):.0f} MiB live",
            flush=True,
        )
    return int(status)
