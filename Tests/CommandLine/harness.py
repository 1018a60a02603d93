"""A temporary folder in which a test runs the compiler."""

import os
import shutil
import subprocess
import tempfile


class Result:
    """How a command ended and what it printed."""

    def __init__(self, status, output, errors):
        self.status = status
        self.output = output
        self.errors = errors


class Sandbox:
    """A folder of its own, removed at the end; commands run in it."""

    def __init__(self, polyglot, root):
        self.polyglot = os.path.abspath(polyglot)
        self.root = os.path.abspath(root)
        self.transcript = ""

    def __enter__(self):
        self.base = tempfile.mkdtemp(prefix="polyglot-test-")
        self.folder = os.path.join(self.base, "work")
        self.temporary = os.path.join(self.base, "tmp")
        os.mkdir(self.folder)
        os.mkdir(self.temporary)
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwx", self.base], check=False)
        shutil.rmtree(self.base)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content="console.log(\"hello\");\n"):
        """Makes a file, and the folders it is in."""
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def files(self):
        """All files of the folder."""
        return sorted(
            os.path.relpath(os.path.join(parent, name), self.folder)
            for parent, _, names in os.walk(self.folder) for name in names
        )

    def run(self, *words, status=None, stdin=b"", command=None, environment=None, timeout=60, preexec=None):
        """Runs the compiler (or another command); checks the status and that nothing temporary is left."""
        command = [self.polyglot if command is None else command, *words]
        values = {**os.environ, "TMPDIR": self.temporary, "NO_COLOR": "1", **(environment or {})}
        done = subprocess.run(
            command, cwd=self.folder, env=values, input=stdin, capture_output=True, timeout=timeout, preexec_fn=preexec,
            check=False,
        )
        result = Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
        shown = [word if len(word) < 200 else word[:200] + "…" for word in command]
        self.transcript += f"$ {' '.join(shown)}\n{result.output[:4000]}{result.errors[:4000]}[{result.status}]\n"
        assert status is None or result.status == status, f"status {result.status}, not {status}"
        assert os.listdir(self.temporary) == [], f"left in TMPDIR: {os.listdir(self.temporary)}"
        return result

    def fails(self, code, *words, position=None, status=1, count=1, **options):
        """Runs a command that must report this error, and as many errors in all; nothing may be written."""
        before = self.files()
        result = self.run(*words, status=status, **options)
        assert result.output == "", "an error belongs on standard error"
        assert f"error {code}: " in result.errors, f"no {code} was reported"
        errors = result.errors.count("error TS") + result.errors.count("error PG")
        assert count is None or errors == count, f"{errors} errors were reported, not {count}"
        if position is not None:
            assert f"{position} - error {code}: " in result.errors, f"{code} was not reported at {position}"
        assert self.files() == before, f"files changed: {before} to {self.files()}"
        return result
