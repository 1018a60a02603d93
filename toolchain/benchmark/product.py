"""The figures of the command itself: the size and start of a hello world, building, and a program with a real input."""

import os
import subprocess

import builds
import measure
import report

BENCHMARKS = os.path.join(builds.ROOT, "Tests", "Benchmarks")
EXAMPLES = os.path.join(builds.ROOT, "examples")


def milliseconds(measured):
    return f"{measured.time() * 1000:.1f} ms"


def mebibytes(measured):
    return f"{measured.peak / 1024:.1f} MiB"


def kibibytes(path):
    return f"{os.path.getsize(path) / 1024:.1f} KiB"


def compiled_c(source, output):
    builds.check(["clang-19", "-O2", "-s", "-o", output, source])
    return [output]


def hello(options, builder, meter):
    """Lines about a hello world."""
    source = os.path.join(BENCHMARKS, "programs", "hello.ts")
    in_c = compiled_c(os.path.join(BENCHMARKS, "programs", "hello.c"), builder.path("hello-c"))
    ours = builder.native(source, "hello")
    module = builder.wasi(source, "hello")[-1]
    results = meter.compare({"polyglot": ours, "node": [builder.node, source], "c": in_c}, options.runs * 5)
    ratio = report.Ratio(results["polyglot"].wall, results["c"].wall)
    yield f"hello: native, stripped: {kibibytes(ours[0])} (promised: ≤ 64 KiB); C: {kibibytes(in_c[0])}"
    yield f"hello: WASI module: {kibibytes(module)} (promised: ≤ 64 KiB)"
    yield f"hello: start to exit: {milliseconds(results['polyglot'])}, {ratio} of C (promised: ≤ 1.5); Node: {milliseconds(results['node'])}"
    yield f"hello: peak memory: {mebibytes(results['polyglot'])} (promised: ≤ 2 MiB); Node: {mebibytes(results['node'])}"


def building(options, builder, meter):
    """Lines about how long building takes."""
    sources = {"hello": os.path.join(BENCHMARKS, "programs", "hello.ts")}
    sources.update((name, os.path.join(EXAMPLES, name + ".ts")) for name in ("loganalyzer", "lisp", "csvquery"))
    for name, source in sources.items():
        for level in ("-O0", "-O2"):
            measured = measure.Measured()
            for _ in range(options.runs):
                meter.run([builder.polyglot, "build", source, "-o", builder.path(name + "-built"), level], measured)
            promise = " (promised: ≤ 80 ms)" if (name, level) == ("hello", "-O2") else ""
            yield f"polyglot build {level} {name}.ts: {milliseconds(measured)}{promise}"


def log_analyzer(options, builder, meter):
    """Lines about an example that reads 50 MB."""
    log = builder.path("access-50mb.log")
    if not os.path.exists(log):
        subprocess.run([os.path.join(BENCHMARKS, "generate-log"), "--megabytes", "50", "-o", log], check=True)
    source = os.path.join(EXAMPLES, "loganalyzer.ts")
    commands = {"polyglot": [*builder.native(source, "loganalyzer"), log], "node": [builder.node, source, log]}
    results = meter.compare(commands, options.runs)
    wall = report.Ratio(results["polyglot"].wall, results["node"].wall)
    memory = report.Ratio(results["polyglot"].memory, results["node"].memory)
    yield f"loganalyzer, 50 MB: {milliseconds(results['polyglot'])}, {wall} of Node (promised: ≤ 0.6)"
    yield f"loganalyzer, 50 MB: peak memory {mebibytes(results['polyglot'])}, {memory} of Node (promised: ≤ 0.5)"


def run(options, meter):
    """Prints all of them."""
    builder = builds.Builder(options.work, options.polyglot, options.node, options.python, options.level)
    for part in (hello, building, log_analyzer):
        if not options.only or part.__name__ in options.only:
            for line in part(options, builder, meter):
                print(line, flush=True)
    return 0
