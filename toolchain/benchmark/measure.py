"""Running commands and noting what they take: wall time, processor time and peak memory."""

import os
import statistics
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


class Failure(Exception):
    """A command that did not end as it should; the text says which and how."""


class Measured:
    """The runs of one command, in order: seconds of wall and of processor time, and peak memory in KiB."""

    def __init__(self, wall=(), processor=(), memory=()):
        self.wall = list(wall)
        self.processor = list(processor)
        self.memory = list(memory)

    def seconds(self, clock):
        """All times by a clock, "wall" or "processor"."""
        return self.wall if clock == "wall" else self.processor

    def time(self, clock="wall"):
        return statistics.median(self.seconds(clock))

    @property
    def peak(self):
        return statistics.median(self.memory)

    def as_json(self):
        return {"wall": self.wall, "processor": self.processor, "memory": self.memory}


class Meter:
    """Runs commands below the small program `measure`, which is built in the folder that the meter is given."""

    def __init__(self, folder, timeout=None):
        self.timeout = timeout
        self.measure = os.path.join(folder, "measure")
        self.figures = os.path.join(folder, f"figures-{os.getpid()}")
        source = os.path.join(HERE, "measure.c")
        subprocess.run(["clang-19", "-O2", "-Wall", "-Werror", "-o", self.measure, source], check=True)

    def run(self, command, measured=None):
        """Runs a command once and gives its output; notes its figures if there is a place for them."""
        try:
            ended = subprocess.run(
                [self.measure, self.figures, *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, timeout=self.timeout, check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Failure(f"{' '.join(command)} ran longer than {self.timeout:.0f} s") from error
        if ended.returncode != 0:
            errors = ended.stderr.decode(errors="replace").strip()
            raise Failure(f"{' '.join(command)} ended with status {ended.returncode}\n{errors}".strip())
        with open(self.figures, encoding="ascii") as file:
            wall, processor, memory = map(int, file.read().split())
        os.remove(self.figures)
        if measured is not None:
            measured.wall.append(wall / 1e9)
            measured.processor.append(processor / 1e9)
            measured.memory.append(memory)
        return ended.stdout

    def compare(self, commands, runs, normalize=lambda output: output):
        """Checks that commands print the same, then runs them in turn; gives what was measured, by name.

        The first round is only for the check: it also fills the caches of files, which would favour whoever comes later.
        """
        outputs = {name: normalize(self.run(command)) for name, command in commands.items()}
        (first, expected), *others = outputs.items()
        for name, output in others:
            if output != expected:
                raise Failure(f"{name} prints something else than {first}")
        results = {name: Measured() for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                if normalize(self.run(command, results[name])) != expected:
                    raise Failure(f"{name} printed something else this time")
        return results
