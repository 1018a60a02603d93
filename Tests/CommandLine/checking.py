"""Checking: what only a type checker refuses does not stop a build, and `check` reports it."""

WRONG = """const limit: number = "three";
console.log(limit);
let text: string = 5;
try { limit = 4; } catch (error) { console.log(String(error)); }
try { absent(); } catch (error) { console.log(String(error)); }
import type { Gone } from "./gone";
let gone: Gone = text; console.log(gone);
"""

PRINTED = "three\nTypeError: Assignment to constant variable.\nReferenceError: absent is not defined\n5\n"


def test_builds_strip_types(box):
    box.write("a.ts", WRONG)
    result = box.run("run", "a.ts", status=0)
    assert result.output == PRINTED and result.errors == ""


def test_check_reports_types(box):
    box.write("a.ts", WRONG)
    result = box.run("check", "a.ts", status=1)
    lines = [line for line in result.errors.splitlines() if " - error " in line]
    assert [line.split(": ")[0] for line in lines] == [
        "a.ts:1:7 - error TS2322",
        "a.ts:3:5 - error TS2322",
        "a.ts:4:7 - error TS2588",
        "a.ts:5:7 - error TS2304",
        "a.ts:6:27 - error TS2307",
    ]


def test_check_accepts(box):
    box.write("a.ts", "const xs = [1, 2].map((x) => x + 1);\nconsole.log(xs, Reflect.ownKeys({}));\n")
    result = box.run("check", "a.ts", status=0)
    assert result.output == "" and result.errors == ""


def test_early_errors_stop_builds(box):
    box.write("a.ts", "let a = 1;\nlet a = 2;\n")
    for command in ("build", "run", "check"):
        result = box.run(command, "a.ts", status=1)
        assert "a.ts:2:5 - error TS2451: " in result.errors


def test_types_are_printed(box):
    box.write("a.ts", "const xs = [1, 2];\n")
    assert "a.ts:1:7 xs: number[]\n" in box.run("check", "a.ts", "--emit", "types", status=0).output


def test_what_is_missing_has_a_position(box):
    for text, code in (
        ("using x = null;", "PG2001"),
        ("@d class A {}", "PG2001"),
        ("Intl;", "PG2004"),
        ("import 'node:cluster';", "PG2002"),
    ):
        box.write("a.ts", "\n " + text)
        result = box.fails(code, "build", "a.ts")
        assert "a.ts:2:" in result.errors, text
