"""test262 as data: its files, their front matter, and which of them are run."""

import dataclasses
import fnmatch
import os
import re

# Features after ES2025, by what they belong to; each is a reason for exclusion.
LATER_FEATURES = {
    "Temporal": "Temporal (after ES2025)",
    "ShadowRealm": "ShadowRealm (proposal)",
    "explicit-resource-management": "explicit resource management (after ES2025)",
    "import-defer": "import defer (proposal)",
    "source-phase-imports": "source phase imports (proposal)",
    "source-phase-imports-module-source": "source phase imports (proposal)",
    "joint-iteration": "Iterator.zip (proposal)",
    "iterator-chunking": "iterator chunking (proposal)",
    "iterator-includes": "Iterator.prototype.includes (proposal)",
    "Iterator.prototype.join": "Iterator.prototype.join (proposal)",
    "iterator-sequencing": "Iterator.concat (after ES2025)",
    "upsert": "getOrInsert (after ES2025)",
    "await-dictionary": "Promise.allKeyed (proposal)",
    "immutable-arraybuffer": "immutable ArrayBuffer (proposal)",
    "decorators": "decorators (proposal)",
    "Atomics.waitAsync": "Atomics.waitAsync (after ES2025)",
    "Atomics.pause": "Atomics.pause (after ES2025)",
    "json-parse-with-source": "JSON.parse source text access (after ES2025)",
    "uint8array-base64": "Uint8Array base64 (after ES2025)",
    "Array.fromAsync": "Array.fromAsync (after ES2025)",
    "Math.sumPrecise": "Math.sumPrecise (after ES2025)",
    "Error.isError": "Error.isError (after ES2025)",
    "error-stack-accessor": "error stack accessor (proposal)",
    "nonextensible-applies-to-private": "private fields of non-extensible objects (proposal)",
    "import-text": "import text (proposal)",
    "import-bytes": "import bytes (proposal)",
    "tail-call-optimization": "proper tail calls (no engine in Node has them)",
    "IsHTMLDDA": "document.all",
    "host-gc-required": "needs a host that collects on demand",
}

# What the text of a test needs of its host.
REALM = re.compile(r"\$262\.createRealm|\bcreateRealm\b")
SCRIPT = re.compile(r"\$262\.evalScript")
AGENT = re.compile(r"\$262\.agent")
MODULE_SOURCE = re.compile(r"AbstractModuleSource")
TEXT_CALL = re.compile(r"(?<![\w.$])(?:eval|(?:new\s+)?(?:Async)?(?:Generator)?Function)\s*\(|\(0,\s*eval\)\s*\(|\.constructor\s*\(")
CONSTANT_ARGUMENTS = re.compile(
    r"""\s*(?:(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`$\\]*`)\s*[,+]?\s*)*\)""", re.S
)


@dataclasses.dataclass(frozen=True)
class Test:
    """One strict test of the suite."""

    name: str
    flags: frozenset
    features: frozenset
    includes: tuple
    phase: str  # of the expected error; empty if none is
    error: str

    @property
    def is_module(self):
        return "module" in self.flags

    @property
    def is_async(self):
        return "async" in self.flags


def _list(text, key):
    inline = re.search(rf"^\s*{key}:\s*\[(.*?)\]", text, re.M | re.S)
    if inline:
        return [item.strip() for item in inline[1].split(",") if item.strip()]
    block = re.search(rf"^{key}:\s*\n((?:\s+- .*\n?)+)", text, re.M)
    return re.findall(r"-\s+(\S+)", block[1]) if block else []


def _evaluates_dynamic_text(body):
    for call in TEXT_CALL.finditer(body):
        if call[0].startswith(".constructor"):
            continue
        if not CONSTANT_ARGUMENTS.match(body, call.end()):
            return True
    return False


def read(root, name):
    """The test and why it is excluded (None: it is run); (None, reason) is never returned."""
    with open(os.path.join(root, "test", name), encoding="utf-8", newline="") as file:
        source = file.read()
    matter = re.search(r"/\*---(.*?)---\*/", source, re.S)
    text = re.sub(r"\r\n?", "\n", matter[1]) if matter else ""
    body = source[matter.end():] if matter else source
    negative = re.search(r"^negative:\s*\n((?:\s+.*\n?)+)", text, re.M)
    phase = error = ""
    if negative:
        phase = re.search(r"phase:\s*(\w+)", negative[1])[1]
        error = re.search(r"type:\s*(\w+)", negative[1])[1]
    test = Test(
        name, frozenset(_list(text, "flags")), frozenset(_list(text, "features")), tuple(_list(text, "includes")),
        phase, error,
    )
    return test, _reason(test, body)


def _reason(test, body):
    if "noStrict" in test.flags:
        return "sloppy mode"
    if "CanBlockIsFalse" in test.flags:
        return "needs an agent that may not block"
    for feature in sorted(test.features):
        if feature in LATER_FEATURES:
            return LATER_FEATURES[feature]
        if feature.startswith("Intl"):
            return "Intl"
    if "cross-realm" in test.features or REALM.search(body):
        return "needs a second realm"
    if AGENT.search(body) or "atomicsHelper.js" in test.includes:
        return "needs a second agent"
    if SCRIPT.search(body) or _evaluates_dynamic_text(body):
        return "needs eval or Function of dynamic text"
    if MODULE_SOURCE.search(body):
        return LATER_FEATURES["source-phase-imports"]
    return None


def names(root, pattern="*"):
    """The tests of the language and the built-ins whose path matches, in order."""
    found = []
    for area in ("language", "built-ins"):
        for folder, _, files in os.walk(os.path.join(root, "test", area)):
            for file in files:
                if file.endswith(".js") and "_FIXTURE" not in file:
                    found.append(os.path.relpath(os.path.join(folder, file), os.path.join(root, "test")))
    patterns = [pattern, pattern.rstrip("/") + "/*"]
    return sorted(name for name in found if any(fnmatch.fnmatch(name, each) for each in patterns))
