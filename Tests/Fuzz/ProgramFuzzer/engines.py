"""What runs programs: Node, whose answers count, and Polyglot at several levels and targets."""

import concurrent.futures
import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile

import tree

HERE = os.path.dirname(os.path.abspath(__file__))
HELPERS = os.path.join(HERE, "show.js")
sys.path.insert(0, os.path.join(HERE, "../../../toolchain/conformance"))

COMPILE_TIMEOUT = 600
RUN_TIMEOUT = 15


@dataclasses.dataclass(frozen=True)
class Result:
    """How a program ended; `kind` is `end`, `uncaught`, `crash`, `hang` or `refused` (by the compiler)."""

    kind: str
    output: str = ""
    detail: str = ""

    def text(self):
        """What is compared."""
        return self.output + ("" if self.kind == "end" else f"<{self.kind}>\n")


@dataclasses.dataclass(frozen=True)
class Configuration:
    """A target, a level, and whether the collector runs at every safepoint."""

    name: str
    target: str
    level: str
    stress: bool = False


CONFIGURATIONS = {
    each.name: each for each in [
        Configuration("O0", "native", "-O0"), Configuration("O2", "native", "-O2"), Configuration("O3", "native", "-O3"),
        Configuration("O1", "native", "-O1"), Configuration("wasi", "wasi", "-O0"), Configuration("wasi-O2", "wasi", "-O2"),
        Configuration("stress", "native", "-O2", stress=True),
    ]
}


def write_programs(folder, programs):
    """Writes programs, given as (tree, typed), to files of one batch; their paths."""
    paths = []
    for number, (program, typed) in enumerate(programs):
        path = os.path.join(folder, f"p{number}.{'mts' if typed else 'mjs'}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(tree.source(program, f"_{number}" if len(programs) > 1 else ""))
        paths.append(path)
    return paths


class Node:
    """Runs programs with Node, many in one process."""

    def __init__(self, command):
        self.command = command

    def run(self, paths):
        """The result of each."""
        try:
            done = subprocess.run(
                [self.command, "--no-warnings", os.path.join(HERE, "run-in-node.mjs")], input="\n".join([HELPERS, *paths]).encode(),
                capture_output=True, timeout=RUN_TIMEOUT + 0.2 * len(paths), check=False,
            ).stdout
        except subprocess.TimeoutExpired as expired:
            done = expired.stdout or b""
        results = []
        for line in done.decode("utf-8", "replace").splitlines():
            row = json.loads(line)
            results.append(Result("uncaught" if row["uncaught"] else "end", row["output"], f"{row['milliseconds']:.0f}"))
        # The first without an answer is the one that did not end; those behind it have not begun.
        missing = paths[len(results):]
        return results + [Result("hang")] + self.run(missing[1:]) if missing else results


class Polyglot:
    """Compiles programs in batches and runs each in a process, or an instance, of its own."""

    def __init__(self, command):
        self.command = command

    def run(self, paths, configuration):
        """The result of each program."""
        folder = tempfile.mkdtemp(prefix="run-", dir=os.path.dirname(paths[0]))
        program = os.path.join(folder, "batch")
        listing = program + ".txt"
        with open(listing, "w", encoding="utf-8") as file:
            file.writelines(f"module\t{path}\t{HELPERS}\n" for path in paths)
        command = [
            self.command, "build", listing, "--batch", "--target", configuration.target, configuration.level, "-o", program,
        ]
        trouble = Result("hang", detail="the compiler")
        try:
            done = subprocess.run(command, capture_output=True, timeout=COMPILE_TIMEOUT, check=False)
            trouble = None
            if done.returncode != 0:
                detail = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
                trouble = Result("crash", detail=f"the compiler, status {done.returncode}: {detail[:2000]}")
        except subprocess.TimeoutExpired:
            pass
        session = None
        if trouble is None and os.path.exists(program):
            try:
                session = self.session(program, configuration)
            except ValueError as error:
                trouble = Result("crash", detail=f"the engine refuses the module: {error}")
        if trouble is not None:
            if len(paths) == 1:
                return [trouble]
            middle = len(paths) // 2
            return self.run(paths[:middle], configuration) + self.run(paths[middle:], configuration)
        findings = {}
        for line in done.stdout.decode("utf-8", "replace").splitlines():
            finding = json.loads(line)
            findings[finding["entry"]] = finding["message"]
        return [
            Result("refused", detail=findings[number]) if number in findings else session(number) for number in range(len(paths))
        ]

    def session(self, program, configuration):
        environment = {**os.environ, "NODE_OPTIONS": "--unhandled-rejections=none"}
        if configuration.stress:
            environment["POLYGLOT_GC_STRESS"] = "1"
        if configuration.target == "wasi":
            import runner  # the conformance suite's, which needs the wasmtime package

            wasi = runner.WasiSession(program, environment, RUN_TIMEOUT)
            return lambda number: self.judge(*wasi.run(number))
        return lambda number: self.judge(*run_process([program, str(number)], environment, RUN_TIMEOUT * (10 if configuration.stress else 1)))

    @staticmethod
    def judge(status, output, errors):
        if status is None:
            return Result("hang", output)
        if status < 0 or status >= 128:
            return Result("crash", output, f"status {status}: {errors.strip()[:300]}")
        return Result("end" if status == 0 else "uncaught", output, errors.strip()[:300])


def run_process(command, environment, timeout):
    """Status (None: not in time), output and errors of a command."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        output, errors = process.communicate()
        return None, output.decode("utf-8", "replace"), ""
    return process.returncode, output.decode("utf-8", "replace"), errors.decode("utf-8", "replace")
