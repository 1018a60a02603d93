"""A plot of the suite as SVG: for each program bars of time and memory as parts of Node's, and marks for Go and C."""

import math

ROW = 22
LEFT = 150
WIDTH = 760
TOP = 58
PLOT = WIDTH - LEFT - 60
# The axis is logarithmic, so that twice as fast and twice as slow look alike.
LOW, HIGH = 0.05, 4.0
TICKS = (0.05, 0.1, 0.2, 0.4, 0.7, 1, 2, 4)

STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .small { font-size: 10px; fill: #59636e; }
  .title { font-size: 14px; font-weight: 600; }
  .grid { stroke: #d1d9e0; stroke-width: 1; }
  .node { stroke: #59636e; stroke-width: 1.5; }
  .time { fill: #0969da; }
  .slow { fill: #bc4c00; }
  .memory { fill: #8c959f; }
  .spread { stroke: #1f2328; stroke-width: 1; opacity: 0.7; }
  .go { fill: none; stroke: #1a7f37; stroke-width: 2; }
  .c { fill: none; stroke: #8250df; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .small { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .node { stroke: #9198a1; }
    .time { fill: #4493f8; }
    .slow { fill: #f0883e; }
    .memory { fill: #656c76; }
    .spread { stroke: #f0f6fc; }
    .go { stroke: #3fb950; }
    .c { stroke: #ab7df8; }
  }
"""


def place(ratio):
    """The horizontal place of a ratio."""
    clamped = min(max(ratio, LOW), HIGH)
    return LEFT + PLOT * math.log(clamped / LOW) / math.log(HIGH / LOW)


def line(kind, x1, y1, x2, y2):
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def text(x, y, words, kind="", anchor="start"):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def bar(kind, y, height, ratio):
    return f'<rect class="{kind}" x="{LEFT}" y="{y:.1f}" width="{place(ratio) - LEFT:.1f}" height="{height}"/>'


def go_mark(x, y):
    return f'<circle class="go" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'


def c_mark(x, y):
    return f'<path class="c" d="M{x - 3.5:.1f} {y - 3.5:.1f}l7 7m0 -7l-7 7"/>'


def program(row, y):
    """The marks of one program, whose stripe begins at y."""
    ratio = row.wall
    yield text(LEFT - 8, y + 14, row.name, anchor="end")
    yield bar("time" if ratio.value <= 1 else "slow", y + 3, 9, ratio.value)
    yield bar("memory", y + 13, 4, row.memory.value)
    yield line("spread", place(ratio.least), y + 7.5, place(ratio.greatest), y + 7.5)
    # A twin's place is its own time as a part of Node's.
    if row.go:
        yield go_mark(place(ratio.value / row.go.value), y + 7.5)
    if row.c:
        yield c_mark(place(ratio.value / row.c.value), y + 7.5)
    yield text(max(place(ratio.value), place(ratio.greatest)) + 6, y + 12, f"{ratio.value:.2f}", "small")


def legend():
    y = 40
    yield text(LEFT, 20, "Time and memory as parts of Node's (less is better)", "title")
    yield f'<rect class="time" x="{LEFT}" y="{y - 9}" width="18" height="9"/>'
    yield text(LEFT + 24, y, "time, and its spread", "small")
    yield f'<rect class="memory" x="{LEFT + 140}" y="{y - 7}" width="18" height="4"/>'
    yield text(LEFT + 164, y, "peak memory", "small")
    yield go_mark(LEFT + 256, y - 4)
    yield text(LEFT + 266, y, "Go", "small")
    yield c_mark(LEFT + 300, y - 4)
    yield text(LEFT + 310, y, "C", "small")


def svg(rows):
    """The whole picture."""
    rows = sorted(rows, key=lambda row: row.wall.value)
    bottom = TOP + ROW * len(rows)
    height = bottom + 26
    parts = [*legend()]
    for tick in TICKS:
        x = place(tick)
        parts.append(line("node" if tick == 1 else "grid", x, TOP - 4, x, bottom + 2))
        parts.append(text(x, bottom + 16, "Node" if tick == 1 else f"{tick:g}×", "small", "middle"))
    for index, row in enumerate(rows):
        parts += program(row, TOP + ROW * index)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">\n'
        f"<title>Time and memory of the benchmark programs as parts of Node's</title>\n<style>{STYLE}</style>\n"
        + "\n".join(parts) + "\n</svg>\n"
    )
