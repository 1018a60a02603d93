"""Program tests: a TypeScript program, how it is run, and what Node printed.

A case is a `.ts` (or `.js`, `.cjs`, …) file with an `.expected` file beside it, or a `.case` file that names a program elsewhere. Comments at
its top say how to run it:

    // @args: one "two three"       arguments
    // @stdin: input.txt            a file beside the case for standard input
    // @exit: 1                     the exit status, if it is not 0
    // @env: NAME=value             an environment variable
    // @source: examples/lisp.ts    (.case only) the program, seen from the root of the tree
    // @targets: native             the targets that can run it, if not all can
    // @types: stripped             Node only removes types, as by itself, and does not write the code anew
    // @stress: no, because …       leave it out of the runs with the collector at every safepoint

`.expected` is what the program prints to standard output. If there is an `.expected-stderr` too, standard error is
compared as well, without what depends on the place and on Node's own frames.
"""

import os
import re
import shlex
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Case:
    """One program test."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.stem = os.path.splitext(self.path)[0]
        self.folder = os.path.dirname(self.path)
        self.source = self.path
        self.working_folder = self.folder
        self.arguments = []
        self.stdin = None
        self.exit = 0
        self.environment = {}
        self.stress = True
        self.strips_types = False
        self.targets = ["native", "wasi"]
        with open(self.path, encoding="utf-8", errors="replace") as file:
            for line in file:
                directive = re.match(r"//\s*@([a-z]+):\s*(.*?)\s*$", line)
                if directive:
                    self._apply(*directive.groups())
                elif not line.startswith(("//", "#!")):
                    break

    def _apply(self, name, value):
        if name == "args":
            self.arguments = shlex.split(value)
        elif name == "stdin":
            self.stdin = os.path.join(self.folder, value)
        elif name == "exit":
            self.exit = int(value)
        elif name == "types":
            self.strips_types = value == "stripped"
        elif name == "env":
            key, _, text = value.partition("=")
            self.environment[key] = text
        elif name == "source":
            self.source = os.path.join(ROOT, value)
            self.working_folder = ROOT
        elif name == "targets":
            self.targets = value.split()
        elif name == "stress":
            self.stress = not value.startswith("no")
        else:
            raise ValueError(f"{self.path}: unknown directive @{name}")

    @property
    def expected(self):
        return self.stem + ".expected"

    @property
    def expected_errors(self):
        return self.stem + ".expected-stderr"

    def run(self, command, timeout, environment=()):
        """Runs the program by a command; gives status, output and errors, as bytes."""
        values = {
            **os.environ, "TZ": "UTC", "LANG": "C.UTF-8", "NO_COLOR": "1", **self.environment, **dict(environment),
        }
        values.pop("FORCE_COLOR", None)
        with open(self.stdin or os.devnull, "rb") as stdin:
            done = subprocess.run(
                [*command, *self.arguments], cwd=self.working_folder, env=values, stdin=stdin, capture_output=True,
                timeout=timeout, check=False,
            )
        return done.returncode, done.stdout, done.stderr


def comparable_errors(text, folder):
    """What of standard error two machines have in common: no folders, no frames of Node itself."""
    lines = []
    for line in text.decode("utf-8", "replace").splitlines():
        if re.match(r"\s+at .*node:", line) or line.startswith(("Node.js v", "(Use `node", "(node:")):
            continue
        lines.append(line.replace("file://", "").replace(folder + "/", ""))
    return "\n".join(lines).strip() + "\n"


def find_cases(folders):
    """All cases below folders, in a stable order."""
    found = []
    for folder in folders:
        for parent, folders_below, names in os.walk(folder):
            folders_below.sort()
            for name in sorted(names):
                stem, extension = os.path.splitext(os.path.join(parent, name))
                if extension == ".case" or (extension in (".ts", ".mts", ".js", ".cjs", ".cts") and os.path.exists(stem + ".expected")):
                    found.append(os.path.join(parent, name))
    return found
