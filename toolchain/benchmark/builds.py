"""The forms in which a program of the suite runs: ours, Node's two, our WASI module, and its twins in Go and C."""

import os
import subprocess
import sys

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SUITE = os.path.join(ROOT, "Tests", "Benchmarks", "suite")
TYPESCRIPT = "/usr/share/nodejs/typescript"


def names():
    """The programs of the suite, in the order in which they are shown."""
    return sorted(os.path.splitext(file)[0] for file in os.listdir(SUITE) if file.endswith(".ts"))


def check(command, **options):
    """Runs a tool that builds something."""
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)
    if ended.returncode != 0:
        raise measure.Failure(f"{' '.join(command)}\n{ended.stdout.decode(errors='replace')}")


class Builder:
    """Builds programs in a folder; each method gives the command that runs the result."""

    def __init__(self, folder, polyglot, node, python, level="-O2"):
        self.folder = folder
        self.polyglot = polyglot
        self.node = node
        self.python = python
        self.level = level

    def path(self, name):
        return os.path.join(self.folder, name)

    def native(self, source, name, more=()):
        output = self.path(name + "-polyglot")
        check([self.polyglot, "build", source, "-o", output, self.level, *more])
        return [output]

    def wasi(self, source, name):
        output = self.path(name + ".wasm")
        check([self.polyglot, "build", source, "-o", output, self.level, "--target", "wasi"])
        cache = self.path("wasm-cache")
        os.makedirs(cache, exist_ok=True)
        return [self.python, os.path.join(ROOT, "toolchain", "wasm-run"), "--cache", cache, output]

    def assigned(self, source, name):
        output = self.path(name + ".mjs")
        check([self.node, os.path.join(HERE, "assign-fields.cjs"), source, output])
        return [self.node, output]

    def go(self, source, name):
        output = self.path(name + "-go")
        check(["go", "build", "-o", output, source], env={**os.environ, "GO111MODULE": "off", "GOFLAGS": ""})
        return [output]

    def c(self, source, name):
        output = self.path(name + "-c")
        check(["clang-19", "-std=gnu17", "-O2", "-Wall", "-Werror", "-o", output, source, "-lm"])
        return [output]

    def commands(self, name, arguments, with_wasi=False):
        """The command of each form that a program of the suite has."""
        stem = os.path.join(SUITE, name)
        result = {"polyglot": self.native(stem + ".ts", name), "node": [self.node, stem + ".ts"]}
        result["node, fields assigned"] = self.assigned(stem + ".ts", name)
        if with_wasi:
            result["wasi"] = self.wasi(stem + ".ts", name)
        for language, extension in (("go", ".go"), ("c", ".c")):
            if os.path.exists(stem + extension):
                result[language] = getattr(self, language)(stem + extension, name)
        return {form: [*command, *arguments] for form, command in result.items()}


def require_tools():
    """Ends with a word on what to do if something that only benchmarks need is missing."""
    missing = [path for path in (TYPESCRIPT, "/usr/bin/go") if not os.path.exists(path)]
    if missing:
        sys.exit(f"bench: {', '.join(missing)} not found; run toolchain/bootstrap --bench")
