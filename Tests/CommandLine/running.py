"""What `run` hands to the program and back."""

import os
import re
import signal
import subprocess


def test_arguments(box):
    box.write("a.ts", "console.log(JSON.stringify(process.argv.slice(2)));\n")
    for target in ("native", "wasi"):
        result = box.run("run", "a.ts", "--target", target, "--", "one", "--help", "two three", "", environment=wasm(box), status=0)
        assert result.output == '["one","--help","two three",""]\n', target


def wasm(box):
    """Where modules are run; the wrapper script sets the same."""
    return {"POLYGLOT_WASM_RUN": os.path.join(box.root, "build", "venv", "bin", "wasm-run")}


def test_exit_status(box):
    box.write("a.ts", "process.exitCode = Number(process.argv[2]);\n")
    for target in ("native", "wasi"):
        for status in (0, 1, 42):
            box.run("run", "a.ts", "--target", target, "--", str(status), environment=wasm(box), status=status)


def test_signal(box):
    box.write("a.ts", "while (process.argv.length > 0) {}\n")
    environment = {**os.environ, "TMPDIR": box.temporary}
    process = subprocess.Popen([box.polyglot, "run", "a.ts"], cwd=box.folder, env=environment)
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGTERM)
    assert process.wait(10) == -signal.SIGTERM
    assert os.listdir(box.temporary) == []


def test_output_that_is_waited_for(box):
    """What is printed reaches the reader of a pipe before the program waits, and when a signal ends it."""
    box.write("a.ts", """console.log("one");
process.stdout.write("two\\n");
if (process.argv[2] === "wait") setInterval(() => {}, 1000);
else {
  console.error("ready");
  console.log("three");
  for (let i = 0; process.argv.length > 0; i++) continue;
}
""")
    box.run("build", "a.ts", "-O0", status=0)
    with subprocess.Popen([box.path("a"), "wait"], stdout=subprocess.PIPE) as process:
        assert [process.stdout.readline() for _ in range(2)] == [b"one\n", b"two\n"]
        process.kill()
    with subprocess.Popen([box.path("a")], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr.readline() == b"ready\n"
        try:
            process.wait(0.2)
        except subprocess.TimeoutExpired:
            process.terminate()
        assert process.communicate(timeout=10)[0] == b"one\ntwo\nthree\n"
        assert process.returncode == -signal.SIGTERM


def test_broken_pipe(box):
    """Nobody reads the output: an error of the stream, which the console ignores once."""
    programs = {
        "console": ('for (let i = 0; i < 100_000; i++) console.log(i);\nprocess.exitCode = 3;\n', 3, ""),
        "once": ('console.log(1);\nsetTimeout(() => console.error("goes on"), 1);\n', 0, "goes on\n"),
        "again": ('console.log(1);\nsetInterval(() => console.log(2), 1);\n', 1, "write EPIPE"),
        "stream": ('process.stdout.write("1");\n', 1, "write EPIPE"),
        "handled": ('process.on("uncaughtException", (error: any) => console.error(error.code));\n'
                    'process.stdout.write("1");\nsetTimeout(() => console.error("goes on"), 1);\n', 0, "EPIPE\ngoes on\n"),
    }
    for name, (text, status, errors) in programs.items():
        box.write(name + ".ts", text)
        box.run("build", name + ".ts", "-O0", status=0)
        reader, writer = os.pipe()
        os.close(reader)
        result = subprocess.run([box.path(name)], stdout=writer, stderr=subprocess.PIPE, text=True, timeout=20, check=False)
        os.close(writer)
        assert result.returncode == status, (name, result)
        assert errors in result.stderr if errors else result.stderr == "", (name, result.stderr)
    with open("/dev/full", "w") as full:
        result = subprocess.run([box.path("stream")], stdout=full, stderr=subprocess.PIPE, text=True, timeout=20, check=False)
    assert result.returncode == 1 and "ENOSPC: no space left on device, write" in result.stderr, result.stderr


def test_standard_input(box):
    box.write("a.ts", 'import { readFileSync } from "node:fs";\nconsole.log(readFileSync(0, "utf8").length);\n')
    for target in ("native", "wasi"):
        assert box.run("run", "a.ts", "--target", target, stdin=b"12345", environment=wasm(box), status=0).output == "5\n"


def test_relative_files(box):
    box.write("deep/text.txt", "content")
    box.write("a.ts", 'import { readFileSync } from "node:fs";\nconsole.log(readFileSync(process.argv[2]!, "utf8"));\n')
    for target in ("native", "wasi"):
        for path in ("deep/text.txt", box.path("deep/text.txt")):
            result = box.run("run", "a.ts", "--target", target, "--", path, environment=wasm(box), status=0)
            assert result.output == "content\n", (target, path)


def test_errors_stop(box):
    box.write("a.ts", "let a = ;\n")
    box.fails("TS1109", "run", "a.ts", "--", "x")


def test_static(box):
    box.write("a.ts")
    box.run("build", "a.ts", "--static", status=0)
    assert box.run(command=box.path("a"), status=0).output == "hello\n"
    listing = subprocess.run(["readelf", "-l", box.path("a")], capture_output=True, text=True, check=True).stdout
    assert "INTERP" not in listing


def test_hardening(box):
    box.write("a.ts")
    box.run("build", "a.ts", status=0)
    listing = subprocess.run(["readelf", "-lWd", box.path("a")], capture_output=True, text=True, check=True).stdout
    assert "GNU_RELRO" in listing and "BIND_NOW" in listing or "NOW" in listing
    stack = [line for line in listing.splitlines() if "GNU_STACK" in line]
    assert stack and "RWE" not in stack[0]


def test_collector_stress(box):
    box.write("a.ts", 'const parts: string[] = [];\nfor (let i = 0; i < 50; i++) parts.push("x" + i);\nconsole.log(parts.join("").length);\n')
    stressed = box.run("run", "a.ts", "--gc-stress", "--gc-stats", status=0)
    assert stressed.output == "140\n"
    assert int(stressed.errors.split(" collections")[0].split()[-1]) > 10, stressed.errors
    box.run("build", "a.ts", "--gc-stress", status=2)


def test_collector_statistics(box):
    box.write("a.ts", """const kept: number[][] = [];
for (let i = 0; i < 400_000; i++) {
  const list = [i, i + 1, i + 2];
  if (i % 10 === 0) kept.push(list);
}
console.log(kept.length);
""")
    box.run("build", "a.ts", "--gc-stats", status=0)
    reported = box.run(command=box.path("a"), status=0)
    assert reported.output == "40000\n"
    collections, pauses = re.search(r"gc: (\d+) collections .*\ngc: (\d+) pauses, .* median .* longest ", reported.errors).groups()
    rows = re.findall(r"^  below [\d.]+ ms +(\d+) #*$", reported.errors, re.MULTILINE)
    assert int(collections) > 0 and int(pauses) >= int(collections), reported.errors
    assert sum(map(int, rows)) == int(pauses), reported.errors
    # A program that allocates a lot can be asked later.
    box.run("build", "a.ts", status=0)
    assert box.run(command=box.path("a"), status=0).errors == ""
    assert "gc: " in box.run(command=box.path("a"), environment={"POLYGLOT_GC_STATS": "1"}, status=0).errors
    box.run("check", "a.ts", "--gc-stats", status=2)


def test_batch(box):
    box.write("early.js", "function early() { return late() + value; }\n")
    box.write("late.js", "const value = 2; function late() { return 1; }\n")
    box.write("uses.js", "console.log(early());\n")
    box.write("names.js", "var shared = 'shared'; let counter = 0; function next() { return ++counter; }\n")
    box.write("first.js", "console.log(shared, next(), next(), this === globalThis);\n")
    box.write("second.mjs", "import { value } from './value.mjs'; console.log(value, this);\n")
    box.write("value.mjs", "export const value = 5;\n")
    box.write("broken.js", "let a; let a;\n")
    box.write("list", "script\tfirst.js\tnames.js\nmodule\tsecond.mjs\nscript\tbroken.js\tnames.js\n"
              "script\tuses.js\tearly.js\tlate.js\n")
    result = box.run("build", "list", "--batch", "-o", "programs", status=0)
    assert result.output.startswith('{"entry":2,"phase":"link","code":"TS2451"'), result.output
    assert box.run("0", command="./programs", status=0).output == "shared 1 2 true\n"
    assert box.run("1", command="./programs", status=0).output == "5 undefined\n"
    assert box.run("3", command="./programs", status=0).output == "3\n"
    for wrong in ([], ["2"], ["x"]):
        assert box.run(*wrong, command="./programs", status=2).errors.startswith("usage: ")


def test_batch_list(box):
    box.write("list", "modul a.ts\n")
    box.fails("PG1016", "build", "list", "--batch", "-o", "programs")
    box.fails("PG1010", "build", "absent", "--batch", "-o", "programs")
