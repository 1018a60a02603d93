#!/usr/bin/env python3
"""C code of the runtime must not hand values that nothing else holds to functions that may collect on entry: on WASI the
collector sees of C's variables only what RT_ROOT declares. Nearly always the form without a safepoint is right
(`rt__to_string_js` instead of `rt_to_string`). Allowed are the caller's own arguments, which its caller holds, and what is
rooted. What else lives across such a call is not looked at.

    safepoint_calls.py FOLDER...
"""

import os
import re
import sys

# They collect only before they run code of an object, for callers that know what they hold.
CONVERSIONS = {"rt_to_number", "rt_to_number_slow"}

# They give what their argument holds, or change its type.
READERS = {"rt_argument", "rt_from_object", "rt_from_string", "rt_from_bool", "rt_as_object", "rt_as_string"}

# Callers that have looked after what they hold.
EXAMINED = {
    "indent": "the texts are rooted, the other argument is a number",
    "rt__ordinary_has_instance_js": "the target is a capture of a bound function that the caller holds",
    "rt_call_spread": "passes the elements of its own list on",
    "run_listener": "the function is in a rooted variable",
}

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
FUNCTION = re.compile(
    r"^(?:(?:RT_)?NATIVE\((?P<native>\w+)\)|(?P<head>[A-Za-z_][\w \*]*?)(?P<name>\w+)\((?P<parameters>[^;{}]*)\)) \{\n(?P<body>.*?)^\}",
    re.MULTILINE | re.DOTALL,
)
CALL = re.compile(r"\b(rt_\w+)\(")
ARGUMENTS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
# What roots a variable, or declares one that is: RT_ROOT(value), RT_THIS_STRING(name, …), RT_STRING_ARGUMENT(name, 0).
ROOTED = re.compile(r"\bRT_(?:ROOT|ROOT_POINTER|THIS_\w+|\w+_ARGUMENT)\((?:\([^()]*\))?(\w+)")
WORD = re.compile(r"\b(?!rt_|RT_|NULL\b)[A-Za-z_]\w*(?!\()\b")


class Function:
    """A function's name, parameters and body, and where it is."""

    def __init__(self, path, text, match):
        self.name = match["native"] or match["name"]
        self.path = path
        self.line = text.count("\n", 0, match.start("body")) + 1
        self.body = match["body"]
        self.held = set(re.findall(r"\w+", match["parameters"] or "callee this_value argc argv"))
        self.held.update(ROOTED.findall(self.body) + re.findall(r"(\w+) = rt_argument\(", self.body))
        self.is_inline = bool(match["head"]) and ("RT_INLINE" in match["head"] or path.endswith(".h"))
        self.collects = bool(match["native"]) or "RT_SAFEPOINT()" in self.body

    def calls(self):
        return {match[1] for match in CALL.finditer(self.body)}

    def holds_arguments(self, end):
        """Whether all variables in the arguments of a call, whose name ends at an offset in the body, are held."""
        arguments = ARGUMENTS.match(self.body, end)
        made = any(name not in READERS for name in CALL.findall(arguments[0])) if arguments else True
        return not made and all(word in self.held for word in WORD.findall(re.sub(r"->\w+|\.\w+|\[[^]]*\]", "", arguments[0])))


def functions(folders):
    for folder in folders:
        for parent, _, files in os.walk(folder):
            for path in (os.path.join(parent, file) for file in sorted(files) if file.endswith((".c", ".h"))):
                with open(path, encoding="utf-8") as file:
                    text = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), file.read())
                for match in FUNCTION.finditer(text):
                    yield Function(path, text, match)


def main():
    known = list(functions(sys.argv[1:]))
    entries = {function.name for function in known if function.collects}
    while more := {function.name for function in known if function.is_inline and function.calls() & entries} - entries:
        entries |= more
    findings = 0
    for function in known:
        if function.is_inline or function.name in EXAMINED:
            continue
        for match in CALL.finditer(function.body):
            if match[1] not in entries - CONVERSIONS or match[1] == function.name or function.holds_arguments(match.end(1)):
                continue
            line = function.line + function.body.count("\n", 0, match.start())
            print(f"{function.path}:{line}: {function.name} calls {match[1]}, which may collect on entry")
            findings += 1
    if len(entries) < 100:
        print(f"only {len(entries)} functions with a safepoint were found")
    return 1 if findings or len(entries) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
