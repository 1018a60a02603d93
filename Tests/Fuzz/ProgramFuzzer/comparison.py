"""Runs programs with every engine and finds those whose answers differ."""

import dataclasses
import shutil
import tempfile

import engines
import scenarios

# Programs that take Node longer are left out: the generator's estimate was wrong.
SLOW = 3000


@dataclasses.dataclass(frozen=True)
class Finding:
    """A program that a configuration answers differently."""

    seed: int
    configuration: engines.Configuration
    expected: engines.Result
    observed: engines.Result

    @property
    def kind(self):
        return self.observed.kind if self.observed.kind in ("crash", "hang", "refused") else "difference"

    def lines(self):
        """The first lines that differ."""
        expected, observed = self.expected.text().splitlines(), self.observed.text().splitlines()
        for number, line in enumerate(expected + ["<nothing>"]):
            other = observed[number] if number < len(observed) else "<nothing>"
            if line != other:
                return line, other
        return "<nothing>", observed[len(expected)] if len(observed) > len(expected) else "<nothing>"

    def headline(self):
        expected, observed = self.lines()
        detail = f" ({self.observed.detail[:300]})" if self.observed.detail else ""
        return f"{self.kind} {self.configuration.name} {self.seed}:{detail}\n  - {expected[:200]}\n  + {observed[:200]}"


class Comparison:
    """Generates, runs and compares batches."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.node = engines.Node(options.node)
        self.polyglot = engines.Polyglot(options.polyglot)
        self.left_out = []
        self.uncaught = 0

    def seeds(self, seeds):
        """The findings about the programs of these seeds."""
        return self.programs([(seed, *scenarios.generate(seed)) for seed in seeds], self.options.configurations)

    def programs(self, programs, configurations):
        """The findings about programs, each a seed, a tree and whether it is typed."""
        folder = tempfile.mkdtemp(dir=self.folder)
        try:
            paths = engines.write_programs(folder, [(program, typed) for _, program, typed in programs])
            expected = self.node.run(paths)
            fit = [
                number for number, result in enumerate(expected)
                if result.kind != "hang" and float(result.detail) < SLOW and not result.output.startswith("SyntaxError")
            ]
            self.left_out += [programs[number][0] for number in range(len(paths)) if number not in fit]
            self.uncaught += sum(expected[number].kind == "uncaught" for number in fit)
            findings = []
            for configuration in configurations:
                if not fit:
                    break
                results = self.polyglot.run([paths[number] for number in fit], configuration)
                for number, result in zip(fit, results):
                    if result.text() != expected[number].text():
                        findings.append(Finding(programs[number][0], configuration, expected[number], result))
            return findings
        finally:
            shutil.rmtree(folder, ignore_errors=True)
