"""Folders that are projects."""


def test_poly_toml(box):
    box.write("app/poly.toml", '# a comment\n[package]\nname = "greet" # name\nversion = "1.2.3"\nentry = "src/start.ts"\n')
    box.write("app/src/start.ts", 'import { text } from "./text";\nconsole.log(text);\n')
    box.write("app/src/text.ts", 'export const text = "from a project";\n')
    box.run("build", "app", status=0)
    assert box.run(command=box.path("greet"), status=0).output == "from a project\n"
    assert box.run("run", "app/", status=0).output == "from a project\n"


def test_poly_toml_mistakes(box):
    box.write("app/index.ts")
    box.write("app/poly.toml", "[package\n")
    box.fails("PG1013", "build", "app", position="app/poly.toml:1:9")
    box.write("app/poly.toml", "[package]\nentry = start\n")
    box.fails("PG1013", "build", "app", position="app/poly.toml:2:9")
    box.write("app/poly.toml", "[package]\nentry = 3\n")
    box.fails("PG1013", "build", "app", position="app/poly.toml:2:1")
    box.write("app/poly.toml", '[package]\nname = "a"\nname = "b"\n')
    box.fails("PG1013", "build", "app", position="app/poly.toml:3:1")
    box.write("app/poly.toml", '[package]\nentry = "absent.ts"\n')
    box.fails("PG1012", "build", "app")
    box.write("app/poly.toml", '[package]\ncolour = "red"\n')
    result = box.run("check", "app", status=0)
    assert "app/poly.toml:2:1 - warning PG1014" in result.errors


def test_package_json(box):
    box.write("app/package.json", '{ "name": "x", "main": "lib/start.js" }')
    box.write("app/lib/start.ts", 'console.log("source of main");\n')
    assert box.run("run", "app", status=0).output == "source of main\n"
    box.write("app/package.json", '{ "name": "x", }}')
    box.fails("PG1013", "run", "app")


def test_tsconfig(box):
    box.write("app/tsconfig.json", """{
      // Comments and trailing commas are usual here.
      "files": ["start.ts"],
      "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["library/*"], }, },
    }""")
    box.write("app/start.ts", 'import { a } from "@lib/a";\nimport { b } from "library/b";\nconsole.log(a + b);\n')
    box.write("app/library/a.ts", 'export const a = "A";\n')
    box.write("app/library/b.ts", 'export const b = "B";\n')
    assert box.run("run", "app", status=0).output == "AB\n"
    # The mapping counts for a single file below the folder too.
    assert box.run("run", "app/start.ts", status=0).output == "AB\n"


def test_tsconfig_extends(box):
    box.write("base.json", '{ "compilerOptions": { "baseUrl": "./shared" } }')
    box.write("app/tsconfig.json", '{ "extends": "../base" }')
    box.write("app/main.ts", 'import { a } from "a";\nconsole.log(a);\n')
    box.write("shared/a.ts", 'export const a = "shared";\n')
    assert box.run("run", "app", status=0).output == "shared\n"


def test_usual_entries(box):
    for name in ("index.ts", "main.ts", "src/index.ts", "src/main.ts"):
        folder = name.replace("/", "-").replace(".", "-")
        box.write(f"{folder}/{name}", f'console.log("{name}");\n')
        assert box.run("run", folder, status=0).output == name + "\n"


def test_current_folder(box):
    box.write("index.ts", 'console.log("here");\n')
    assert box.run("run", ".", status=0).output == "here\n"
    box.run("build", ".", "-o", "out", status=0)
    assert box.files() == ["index.ts", "out"]
