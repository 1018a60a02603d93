"""The words of the command line."""

import json
import os


def test_help(box):
    for words in (["--help"], ["-h"], ["help"]):
        result = box.run(*words, status=0)
        for command in ("build", "run", "check"):
            assert f"{command} PATH" in result.output
    for command in ("build", "run", "check"):
        result = box.run(command, "--help", status=0)
        assert f"usage: polyglot {command} PATH" in result.output
        assert box.run("help", command, status=0).output == result.output
    assert "promote-slots" in box.run("build", "--help", status=0).output


def test_version(box):
    result = box.run("--version", status=0)
    assert result.output.startswith("polyglot ") and result.output.count("\n") == 1


def misuse(box, text, *words):
    result = box.run(*words, status=2)
    assert result.output == ""
    assert text in result.errors, f"expected {text!r}"
    assert "--help" in result.errors


def test_misuse(box):
    box.write("a.ts")
    misuse(box, "no command given")
    misuse(box, "there is no command 'compile'", "compile", "a.ts")
    misuse(box, "unknown option '--fast'", "--fast")
    misuse(box, "no file or folder given", "build")
    misuse(box, "unknown option '--fast'", "build", "a.ts", "--fast")
    misuse(box, "unknown option '-O4'", "build", "a.ts", "-O4")
    misuse(box, "there is no target 'arm'; there is native, wasi", "build", "a.ts", "--target", "arm")
    misuse(box, "'--target' needs a target", "build", "a.ts", "--target")
    misuse(box, "there is no form to emit 'java'", "build", "a.ts", "--emit=java")
    misuse(box, "'-o' needs a file", "build", "a.ts", "-o")
    misuse(box, "takes no value", "build", "a.ts", "--json=yes")
    misuse(box, "one path at a time", "build", "a.ts", "b.ts")
    misuse(box, "follow '--'", "run", "a.ts", "b.ts")
    misuse(box, "only 'run' takes arguments", "build", "a.ts", "--", "x")
    misuse(box, "'-o' is for 'build'", "run", "a.ts", "-o", "a")
    misuse(box, "'check' emits tokens, ast or types", "check", "a.ts", "--emit", "pir")
    misuse(box, "'--static' is for the native target", "build", "a.ts", "--static", "--target=wasi")
    result = box.run("build", "a.ts", "--dump-after=nothing", status=2)
    assert "there is no pass 'nothing'; there are lowering, " in result.errors
    assert box.files() == ["a.ts"]


def test_options_stand_anywhere(box):
    box.write("a.ts")
    box.run("build", "-O0", "--target=native", "a.ts", "-o", "x", status=0)
    box.run("build", "--output=y", "a.ts", "-g", status=0)
    assert box.files() == ["a.ts", "x", "y"]


def test_extension_left_out(box):
    box.write("app.ts")
    box.run("build", "app", status=0)
    assert box.run(command=box.path("app"), status=0).output == "hello\n"


def test_default_output(box):
    box.write("deep/app.ts")
    box.run("build", "deep/app.ts", status=0)
    box.run("build", "deep/app.ts", "--target", "wasi", status=0)
    assert box.files() == ["app", "app.wasm", "deep/app.ts"]
    assert os.access(box.path("app"), os.X_OK)


def test_module_that_the_target_lacks(box):
    box.write("a.ts", "import { isIP } from 'node:net';\nconsole.log(isIP('::1'));\n")
    assert box.run("build", "a.ts", status=0).errors == ""
    result = box.run("build", "a.ts", "--target", "wasi", status=0)
    assert "warning PG2005" in result.errors and "node:net" in result.errors, result.errors


def test_default_import_links_what_is_used(box):
    sizes = []
    for clause in ("{ existsSync }", "fs", "{ default as fs }", "* as fs"):
        call = "existsSync" if "existsSync" in clause else "fs.existsSync"
        box.write("a.ts", f"import {clause} from 'node:fs';\nconsole.log({call}('/') ? 'yes' : 'no');\n")
        box.run("build", "a.ts", "-O0", "-o", "a", status=0)
        assert box.run(command=box.path("a"), status=0).output == "yes\n"
        sizes.append(os.path.getsize(box.path("a")))
    assert max(sizes) - min(sizes) < 4096, sizes


def test_hello_reads_no_streams(box):
    # A name of the library that some member of `process` has, too, would load all of it: half of the time of a build.
    box.write("a.ts")
    read = box.run("build", "a.ts", "--verbose", status=0).errors
    assert "console.ts" in read and "process-streams.ts" not in read, read


def test_emit(box):
    box.write("a.ts", "function twice(x: number): number { return x * 2; }\nconsole.log(String(twice(21)));\n")
    marks = {
        "tokens": "functionKeyword", "ast": "functionDeclaration", "pir": "@", "llvm": "target triple", "asm": ".text",
    }
    for form, mark in marks.items():
        assert mark in box.run("build", "a.ts", "--emit", form, status=0).output, form
    assert "functionKeyword" in box.run("check", "a.ts", "--emit=tokens", status=0).output
    assert box.files() == ["a.ts"]
    box.run("build", "a.ts", "--emit", "object", status=0)
    assert open(box.path("a.o"), "rb").read(4) == b"\x7fELF"
    box.run("build", "a.ts", "--emit", "object", "--target=wasi", "-o", "w.o", status=0)
    assert open(box.path("w.o"), "rb").read(4) == b"\0asm"
    box.run("build", "a.ts", "--emit", "pir", "-o", "a.pir", status=0)
    assert "@" in open(box.path("a.pir"), encoding="utf-8").read()


def test_dumps(box):
    box.write("a.ts", "function twice(x: number): number { return x * 2; }\nconsole.log(String(twice(21)));\n")
    result = box.run("build", "a.ts", "--dump-after=lowering", "--dump-after", "promote-slots", "--dump-function=twice", status=0)
    assert result.output == ""
    # Slots are promoted again after speculation, and after loops got versions.
    assert result.errors.count("// after ") == 4
    result = box.run("build", "a.ts", "--time-phases", status=0)
    for phase in ("load", "lower", "link", "total"):
        assert f"{phase} " in result.errors
    result = box.run("build", "a.ts", "--verbose", "--verify", status=0)
    assert "entry: a.ts" in result.errors and "write: a" in result.errors


def test_json(box):
    box.write("a.ts", 'let é = 1;\nlet s = "\n')
    result = box.run("check", "a.ts", "--json", status=1)
    finding = json.loads(result.errors.splitlines()[0])
    assert finding["file"] == "a.ts" and finding["line"] == 2 and finding["severity"] == "error"
    assert finding["code"].startswith("TS") and finding["message"]
    assert box.run("check", "a.ts", status=1).output == ""


def test_form_of_diagnostics(box):
    box.write("a.ts", "let x = ;\n")
    result = box.run("check", "a.ts", status=1)
    lines = result.errors.splitlines()
    assert lines[0] == "a.ts:1:9 - error TS1109: Expression expected.", lines[0]
    assert "let x = ;" in result.errors and "~" in result.errors
    assert "\x1b[" not in result.errors


def test_same_program_same_code(box):
    source = box.write("a.ts", """
async function* numbers(from: number, to: number) { for (let i = from; i < to; i++) yield i; }
async function sum(a: number[], b: Map<string, number>, extra: { x: number; y?: string }) {
  let total = extra.x;
  for await (const n of numbers(0, a.length)) {
    const step = a[n]! + (b.get(String(n)) ?? 0);
    try { total += await Promise.resolve(step); } finally { total++; }
  }
  return a.map((v) => v + total).filter((v) => v > step(v)).sort((p, q) => q - p).join();
}
function step(v: number) { return v % 3; }
const names = Object.keys(globalThis).length;
sum([1, 2, 3], new Map([["1", 5]]), { x: names }).then((text) => console.log(text));
""")
    # Each process hashes with a seed of its own.
    for words in (["--emit", "pir"], ["-O0", "--emit", "asm"]):
        texts = {box.run("build", source, *words, status=0).output for _ in range(5)}
        assert len(texts) == 1, f"{len(texts)} different programs"
