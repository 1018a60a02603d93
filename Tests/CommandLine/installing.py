"""The scripts of the toolchain."""

import os
import shutil
import subprocess
import time


def test_install(box):
    prefix = box.path("prefix")
    script = os.path.join(box.root, "toolchain", "install")
    box.run("--prefix", prefix, command=script, status=0)
    box.write("a.ts")
    installed = os.path.join(prefix, "bin", "polyglot")
    result = box.run("run", "a.ts", command=installed, environment={"POLYGLOT_LIB": os.path.join(prefix, "lib", "polyglot")}, status=0)
    assert result.output == "hello\n"
    result = box.run("run", "a.ts", "--verbose", command=installed, status=0)
    assert f"library: {prefix}/lib/polyglot" in result.errors
    box.run("build", "a.ts", "--target=wasi", command=installed, status=0)
    box.run(command=script, status=2)


def test_wrapper_is_quick(box):
    wrapper = os.path.join(box.root, "toolchain", "polyglot")
    times = []
    for _ in range(20):
        start = time.monotonic()
        result = subprocess.run([wrapper, "--version"], capture_output=True, text=True, check=True)
        times.append(time.monotonic() - start)
        assert result.stderr == "" and result.stdout.startswith("polyglot ")
    # Twenty milliseconds of our own; a busy machine may be slower now and then, but not always.
    assert min(times) < 0.02, min(times)


def test_library_missing(box):
    box.write("a.ts")
    box.fails("PG3015", "build", "a.ts", environment={"POLYGLOT_LIB": box.path("nowhere")})
    lonely = box.path("polyglot")
    shutil.copy(box.polyglot, lonely)
    result = box.run("build", "a.ts", command=lonely, status=1)
    assert "error PG3015" in result.errors


def test_bootstrap_without_root(box):
    """Without root and with packages missing the line to run is printed."""
    folder = box.path("bin")
    os.mkdir(folder)
    for name, text in (("id", "echo 1000"), ("dpkg-query", "exit 1")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{text}\n")
        os.chmod(file.name, 0o755)
    tree = box.path("tree")
    shutil.copytree(os.path.join(box.root, "toolchain"), os.path.join(tree, "toolchain"))
    result = box.run(
        command=os.path.join(tree, "toolchain", "bootstrap"), status=1, environment={"PATH": f"{folder}:{os.environ['PATH']}"},
    )
    assert "  apt-get install -y --no-install-recommends llvm-19 " in result.errors
