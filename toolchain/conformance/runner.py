"""Compiles tests in batches and runs each in a process of its own."""

import dataclasses
import json
import os
import re
import signal
import subprocess
import tempfile

COMPILE_TIMEOUT = 600
STRESS_FACTOR = 10  # how much longer a test may run under collector stress

# Diagnostics that say what Polyglot lacks, which is no error of the program.
MISSING = re.compile(r"PG2\d\d\d$|PG0")
# Errors of linking modules (ECMA-262 16.2.1.6): what is imported is not there.
RESOLUTION = {"TS2305", "TS2307", "TS2614", "TS1192", "TS2308", "TS2303", "TS2459", "TS2693"}


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How a test ended; `kind` is pass, fail, crash or hang."""

    kind: str
    detail: str = ""


PASS = Outcome("pass")
# WebAssembly engines allow a function 50,000 locals, which a large one only exceeds without optimisation.
REFUSED = Outcome("crash", "the engine refuses the module")


def fail(detail):
    return Outcome("fail", detail)


class Batch:
    """Some tests that are compiled into one executable."""

    def __init__(self, options, tests, folder, level=None):
        self.options = options
        self.level = level or options.level
        self.tests = tests
        self.timeout = options.timeout * (STRESS_FACTOR if options.stress else 1)
        self.program = os.path.join(folder, f"batch-{os.getpid()}-{id(self)}")

    def scripts(self, test):
        if "raw" in test.flags:
            return []
        # Scripts see the names of those before them, and `assert` throws a Test262Error.
        names = ["sta.js", "assert.js"]
        if test.is_async:
            names.append("doneprintHandle.js")
        harness = os.path.join(self.options.root, "harness")
        paths = [self.options.host] + [os.path.join(harness, name) for name in names]
        if test.is_async:
            paths.append(os.path.join(os.path.dirname(self.options.host), "done.js"))
        return paths + [os.path.join(harness, name) for name in test.includes if name not in names]

    def run(self):
        """The outcome of each test, in order."""
        compiled = self.compile()
        if compiled is None:
            return self.split()
        outcomes = []
        try:
            session = self.session()
            if session is None:
                return self.split()
            for number, test in enumerate(self.tests):
                finding = compiled.get(number)
                outcomes.append(self.judge_compilation(test, finding) or self.judge_run(test, *session(number)))
        finally:
            for path in (self.program, self.program + ".txt"):
                if os.path.exists(path):
                    os.unlink(path)
        return outcomes

    def compile(self):
        """What the compiler found, by number; None if it did not end as it should."""
        listing = self.program + ".txt"
        with open(listing, "w", encoding="utf-8") as file:
            for test in self.tests:
                kind = "module" if test.is_module else "script"
                path = os.path.join(self.options.root, "test", test.name)
                file.write("\t".join([kind, path, *self.scripts(test)]) + "\n")
        command = [
            self.options.polyglot, "build", listing, "--batch", "--target", self.options.target, self.level,
            "-o", self.program,
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=COMPILE_TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            self.trouble = Outcome("hang", "the compiler")
            return None
        if done.returncode != 0:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            told = [line for line in lines if "atal" in line or "PG0" in line or "internal" in line] or lines[:1] or [""]
            self.trouble = Outcome("crash", f"the compiler: status {done.returncode}: {told[0][:200]}")
            return None
        findings = {}
        for line in done.stdout.decode("utf-8", "replace").splitlines():
            finding = json.loads(line)
            findings[finding["entry"]] = finding
        return findings

    def split(self):
        """Halves the batch until the test is alone that the compiler cannot stand."""
        folder = os.path.dirname(self.program)
        if len(self.tests) == 1:
            if self.trouble is not REFUSED or self.level != "-O0":
                return [self.trouble]
            return Batch(self.options, self.tests, folder, "-O2").run()
        middle = len(self.tests) // 2
        return [
            outcome for half in (self.tests[:middle], self.tests[middle:]) for outcome in Batch(self.options, half, folder).run()
        ]

    def judge_compilation(self, test, finding):
        """The outcome if compiling decides it."""
        if finding is None:
            return fail(f"no error in phase {test.phase}") if test.phase in ("parse", "resolution") else None
        told = f"{finding['phase']} {finding['code']}: {finding['message']}"
        if MISSING.match(finding["code"]) or finding["phase"] == "lower":
            return fail("not supported: " + told)
        # What is wrong with another file is found when the test's imports are followed.
        phase = "resolution" if finding["code"] in RESOLUTION or not finding["own"] else "parse"
        return PASS if test.phase == phase else fail("compiler: " + told)

    def judge_run(self, test, status, output, errors):
        """The outcome of a process that ended with `status` (None: not in time)."""
        if status is None:
            return Outcome("hang", f"ran for more than {self.timeout:g} s")
        if status < 0 or status >= 128:
            return Outcome("crash", f"status {status}: {errors.strip()[:200]}")
        thrown = re.search(r"^(?:Uncaught )?([\w$]*(?:Error|Exception)\b.*|Uncaught .*)$", errors, re.M)
        message = thrown[1] if thrown else errors.strip()[:200]
        if test.phase == "runtime":
            # What is no Error is shown as an object: `Test262Error { … }`.
            if status != 0 and re.split(r"[:{]", message)[0].strip().endswith(test.error):
                return PASS
            return fail(f"expected {test.error}, but: {message or 'no error'}")
        if status != 0:
            return fail(message or f"status {status}")
        if test.is_async:
            if "Test262:AsyncTestComplete" in output and "Test262:AsyncTestFailure" not in output:
                return PASS
            return fail(output.strip()[:200] or "ended without calling $DONE")
        return PASS

    def session(self):
        """A function that runs the program of a number: status, output, errors; None if the program cannot be loaded."""
        # A test may leave a rejected promise alone; Node's default would end the process for it.
        environment = {**os.environ, "NODE_OPTIONS": "--unhandled-rejections=none"}
        if self.options.stress:
            environment["POLYGLOT_GC_STRESS"] = str(self.options.stress)
        if self.options.target == "wasi":
            try:
                return WasiSession(self.program, environment, self.timeout).run
            except ValueError:
                self.trouble = REFUSED
                return None

        def run(number):
            process = subprocess.Popen(
                [self.program, str(number)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env=environment,
            )
            try:
                output, errors = process.communicate(timeout=self.timeout)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                return None, "", ""
            return process.returncode, output.decode("utf-8", "replace"), errors.decode("utf-8", "replace")

        return run


class WasiSession:
    """Runs programs of one WASI module, compiled once; each in an instance with a memory of its own."""

    def __init__(self, path, environment, timeout):
        import wasmtime  # only the WASI target needs it

        self.wasmtime = wasmtime
        config = wasmtime.Config()
        config.parallel_compilation = False
        config.max_wasm_stack = 2 << 20
        config.epoch_interruption = True
        self.engine = wasmtime.Engine(config)
        try:
            self.module = wasmtime.Module.from_file(self.engine, path)
        except wasmtime.WasmtimeError as error:
            raise ValueError(str(error)) from error
        self.linker = wasmtime.Linker(self.engine)
        self.linker.define_wasi()
        self.path = path
        self.environment = environment
        self.timeout = timeout

    def run(self, number):
        import threading

        wasmtime = self.wasmtime
        store = wasmtime.Store(self.engine)
        store.set_epoch_deadline(1)
        clock = threading.Timer(self.timeout, self.engine.increment_epoch)
        with tempfile.TemporaryDirectory() as folder:
            wasi = wasmtime.WasiConfig()
            wasi.argv = [self.path, str(number)]
            wasi.env = [*{**self.environment, "PWD": "/"}.items()]
            wasi.stdout_file = os.path.join(folder, "out")
            wasi.stderr_file = os.path.join(folder, "err")
            store.set_wasi(wasi)
            status = 0
            trap = ""
            clock.start()
            try:
                self.linker.instantiate(store, self.module).exports(store)["_start"](store)
            except wasmtime.ExitTrap as exit:
                status = exit.code
            except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
                trap = str(error)
                status = None if "interrupt" in trap else 134
            finally:
                clock.cancel()
            del store
            texts = []
            for name in ("out", "err"):
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    texts.append(file.read())
            return status, texts[0], texts[1] + trap
