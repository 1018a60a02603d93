"""What `--remarks` tells, compared with golden files; POLYGLOT_BLESS=1 writes them anew."""

import json
import os
import shutil

PROGRAMS = ["values", "objects", "calls", "native"]
BENCHMARKS = ["sieve", "spectral-norm", "binary-trees"]
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "remarks")


def compare(box, source):
    name = os.path.basename(source)
    shutil.copy(source, box.path(name))
    result = box.run("build", name, "-O1", "--remarks", "-o", "program", status=0)
    assert result.output == ""
    golden = os.path.join(FOLDER, name.removesuffix(".ts") + ".remarks")
    if os.environ.get("POLYGLOT_BLESS"):
        with open(golden, "w", encoding="utf-8") as file:
            file.write(result.errors)
    with open(golden, encoding="utf-8") as file:
        expected = file.read()
    assert result.errors == expected, f"{name}: expected\n{expected}got\n{result.errors}"


def test_programs(box):
    for name in PROGRAMS:
        compare(box, os.path.join(FOLDER, name + ".ts"))


def test_benchmarks(box):
    for name in BENCHMARKS:
        compare(box, os.path.join(box.root, "Tests", "Benchmarks", "suite", name + ".ts"))


def test_scope(box):
    box.write("a.ts", "const x: any = JSON.parse('{\"a\": 1}');\nconsole.log(x.a);\n")
    assert box.run("build", "a.ts", "--remarks", status=0).errors == ""
    assert box.run("build", "a.ts", "--remarks=none", status=0).errors == ""
    everything = box.run("build", "a.ts", "--remarks=all", status=0).errors
    assert "a.ts: at the top level:\na.ts:2:15: remark: 'x.a' is read through an inline cache: " in everything
    assert "'JSON.parse' can return anything" in everything


def test_files(box):
    box.write("b.ts", "export function size(x) { let n = 0; for (const e of x.items) n += e.size; return n; }\n")
    box.write("a.ts", "import { size } from './b.ts';\nfor (let i = 0; i < 2; i++) console.log(size(JSON.parse('{\"items\": []}')));\n")
    errors = box.run("build", "a.ts", "--remarks", status=0).errors
    assert "b.ts:1:60: remark: " in errors or "b.ts:1:" in errors
    assert "prelude" not in errors and "console" not in errors


def test_json(box):
    box.write("a.ts", "let n = 0;\nfor (const x of JSON.parse('[1, 2]')) n += x.y;\nconsole.log(n);\n")
    lines = box.run("build", "a.ts", "--remarks", "--json", status=0).errors.splitlines()
    remarks = [json.loads(line) for line in lines]
    assert remarks and all(remark["severity"] == "remark" for remark in remarks)
    read = [remark for remark in remarks if remark["kind"] == "property"]
    assert [(r["file"], r["line"], r["column"], r["loopDepth"]) for r in read] == [("a.ts", 2, 46, 1)]


def test_misuse(box):
    box.write("a.ts")
    for words, text in [
        (("run", "a.ts", "--remarks"), "'--remarks' is for 'build'"),
        (("build", "a.ts", "-O0", "--remarks"), "'--remarks' needs '-O1' or more"),
        (("build", "a.ts", "--remarks=some"), "there is no scope of remarks 'some'; there is none, loops, all"),
    ]:
        assert text in box.run(*words, status=2).errors
    assert box.files() == ["a.ts"]
