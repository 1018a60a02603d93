"""The committed list of tests that pass, one folder a line.

    FOLDER<tab>*                 every test of it that is run passes
    FOLDER<tab>-NAME -NAME …     every test but these
    FOLDER<tab>NAME NAME …       only these
"""

import collections
import os


def _folders(names):
    folders = collections.defaultdict(list)
    for name in names:
        folder, file = os.path.split(name)
        folders[folder].append(file.removesuffix(".js"))
    return folders


def write(path, revision, passed, run):
    """Writes which of the tests that were run passed."""
    good = set(passed)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"# test262 {revision}: {len(good)} of {len(run)} strict tests pass.\n")
        for folder, names in sorted(_folders(run).items()):
            passing = [name for name in names if f"{folder}/{name}.js" in good]
            if not passing:
                continue
            failing = [name for name in names if f"{folder}/{name}.js" not in good]
            if not failing:
                words = ["*"]
            elif len(failing) < len(passing):
                words = ["-" + name for name in failing]
            else:
                words = passing
            file.write(f"{folder}\t{' '.join(words)}\n")


def read(path):
    """A function that tells whether a test is on the list."""
    folders = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            folder, words = line.rstrip("\n").split("\t")
            folders[folder] = words.split(" ")

    def contains(name):
        folder, file = os.path.split(name)
        words = folders.get(folder)
        if words is None:
            return False
        file = file.removesuffix(".js")
        if words == ["*"]:
            return True
        return "-" + file not in words if words[0].startswith("-") else file in words

    return contains
