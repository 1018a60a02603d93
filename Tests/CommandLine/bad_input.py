"""Bad input: each gives one clear diagnostic with a position where there is one, and leaves nothing behind."""

import os
import resource
import signal
import subprocess
import time


def as_user(command):
    """Permissions do not bind root: run as nobody then."""
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command] if os.getuid() == 0 else command


def test_missing_file(box):
    box.fails("PG1010", "build", "absent.ts")
    box.fails("PG1010", "check", "absent")


def test_unreadable_file(box):
    os.chmod(box.write("a.ts"), 0)
    os.chmod(box.base, 0o755)
    os.chmod(box.temporary, 0o777)
    command = as_user([box.polyglot, "build", "a.ts", "-o", "/dev/null"])
    result = box.run(*command[1:], command=command[0], status=1)
    assert "error PG1001: " in result.errors and "Permission denied" in result.errors


def test_folder_without_entry(box):
    box.write("app/readme.txt", "")
    box.fails("PG1011", "build", "app")


def test_empty_file(box):
    box.write("a.ts", "")
    box.run("build", "a.ts", status=0)
    assert box.run(command=box.path("a"), status=0).output == ""


def test_invalid_utf8(box):
    box.write("a.ts", b'let a = 1;\nlet b = "\xff";\n')
    box.fails("PG1004", "build", "a.ts", position="a.ts:2:10")


def test_byte_order_mark(box):
    box.write("a.ts", b"\xef\xbb\xbfconsole.log('mark');\n")
    assert box.run("run", "a.ts", status=0).output == "mark\n"


def test_carriage_returns(box):
    box.write("a.ts", b"const text = `a\r\nb`;\r\nconsole.log(text.length);\r\nlet = ;\r\n")
    box.fails("TS1109", "build", "a.ts", position="a.ts:4:7", count=None)
    box.write("a.ts", b"const text = `a\r\nb`;\r\nconsole.log(text.length);\r\n")
    assert box.run("run", "a.ts", status=0).output == "3\n"


def test_shebang(box):
    box.write("a.ts", "#!/usr/bin/env polyglot\nconsole.log('after');\n")
    assert box.run("run", "a.ts", status=0).output == "after\n"


def test_long_line(box):
    box.write("a.ts", "let a = 1; " + "a = a + 1; " * 1_900_000 + "let b = ;")
    result = box.fails("TS1109", "check", "a.ts", position="a.ts:1:20900020")
    assert len(result.errors) < 1000


def test_nested_parentheses(box):
    box.write("a.ts", "console.log(" + "(" * 100_000 + "1" + ")" * 100_000 + ");\n")
    result = box.run("build", "a.ts", status=None)
    assert result.status in (0, 1), "crashed"
    if result.status == 1:
        assert result.errors.count("error ") == 1 and "a.ts:1:" in result.errors
        assert box.files() == ["a.ts"]


def test_nested_arrays(box):
    box.write("a.ts", "const a: unknown = " + "[" * 100_000 + "]" * 100_000 + ";\n")
    result = box.run("build", "a.ts", status=None)
    assert result.status in (0, 1), "crashed"
    if result.status == 1:
        assert result.errors.count("error ") == 1 and "a.ts:1:" in result.errors
        assert box.files() == ["a.ts"]


def test_unterminated(box):
    for text, code in (
        ('let a = "text\n', "TS1002"), ("let a = `text\n", "TS1160"), ("let a = 1; /* comment\n", "TS1010"),
        ("let a = /regex\n", "TS1161"),
    ):
        box.write("a.ts", text)
        box.fails(code, "build", "a.ts", count=None)


def test_merge_conflict(box):
    box.write("a.ts", "<<<<<<< ours\nlet a = 1;\n=======\nlet a = 2;\n>>>>>>> theirs\n")
    box.fails("TS1185", "build", "a.ts", position="a.ts:1:1", count=None)


def test_circular_import(box):
    box.write("a.ts", 'import { b } from "./b";\nexport function a(): number { return 1; }\nconsole.log(b());\n')
    box.write("b.ts", 'import { a } from "./a";\nexport function b(): number { return a() + 1; }\n')
    assert box.run("run", "a.ts", status=0).output == "2\n"


def test_missing_import(box):
    box.write("a.ts", 'let x = 1;\nimport { b } from "./absent";\nconsole.log(b, x);\n')
    box.fails("TS2307", "build", "a.ts", position="a.ts:2:19")


def test_unwritable_output(box):
    box.write("a.ts")
    box.fails("PG3002", "build", "a.ts", "-o", "absent/folder/a")
    box.fails("PG3002", "build", "a.ts", "-o", ".")
    box.fails("PG3002", "build", "a.ts", "--emit=object", "-o", "absent/folder/a.o")
    box.write("file")
    box.fails("PG3002", "build", "a.ts", "-o", "file/a")


def test_output_over_source(box):
    box.write("a.ts")
    box.fails("PG3011", "build", "a.ts", "-o", "./a.ts")
    assert open(box.path("a.ts"), encoding="utf-8").read() == 'console.log("hello");\n'


def test_keeps_old_output(box):
    box.write("a.ts", "let a = ;\n")
    box.write("a", "old")
    box.run("build", "a.ts", status=1)
    assert open(box.path("a"), encoding="utf-8").read() == "old"


def test_full_disk(box):
    box.write("a.ts")
    # A limit on the size of files stands for the disk: both fail while writing.
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    box.fails("PG3002", "build", "a.ts", "--emit=asm", "-o", "a.s", preexec=limit)
    result = box.run("build", "a.ts", status=1, preexec=limit)
    assert result.errors.count("error PG") == 1 and box.files() == ["a.ts"]
    result = box.run("build", "a.ts", "--emit=ast", "-o", "/dev/full", status=1)
    assert "No space left on device" in result.errors


def test_killed_build(box):
    box.write("a.ts", "let a = 0;\n" + "".join(f"function f{i}(x: number) {{ return x * {i}; }}\na += f{i}(a);\n" for i in range(3000)))
    for number in (signal.SIGTERM, signal.SIGINT):
        for delay in (0.05, 0.2, 0.6):
            environment = {**os.environ, "TMPDIR": box.temporary}
            process = subprocess.Popen([box.polyglot, "build", "a.ts"], cwd=box.folder, env=environment, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(number)
            status = process.wait()
            assert status in (0, -number), status
            if status == 0:
                os.remove(box.path("a"))
            assert box.files() == ["a.ts"], box.files()
            assert os.listdir(box.temporary) == []
