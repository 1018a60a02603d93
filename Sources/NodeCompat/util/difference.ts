/// The lines that two texts differ by, for `assert` and `util.diff`.
// @optimize size

/// A line of a difference: 1 only actual, -1 only expected, 0 both.
export interface Line {
  type: number;
  text: string;
}

/// Whether lines are equal, or differ by a comma at the end alone if that may be.
function isSameLine(a: string, b: string, ignoresComma: boolean): boolean {
  return a === b || (ignoresComma && (a + "," === b || a === b + ","));
}

/// The shortest way from one list of lines to the other (Myers), last line first.
export function difference(actual: string[], expected: string[], ignoresComma: boolean): Line[] {
  const most = actual.length + expected.length;
  // How far each diagonal was followed, before each number of changes; diagonal `k` at `most + k`.
  const reached: number[] = new Array(2 * most + 3).fill(0);
  const history: number[][] = [];
  for (let level = 0; level <= most; level++) {
    history.push(reached.slice());
    for (let k = -level; k <= level; k += 2) {
      const at = most + 1 + k;
      const down = k === -level || (k !== level && reached[at - 1]! < reached[at + 1]!);
      let x = down ? reached[at + 1]! : reached[at - 1]! + 1;
      let y = x - k;
      while (x < actual.length && y < expected.length && isSameLine(actual[x]!, expected[y]!, ignoresComma)) {
        x++;
        y++;
      }
      reached[at] = x;
      if (x >= actual.length && y >= expected.length) return trace(history, actual, expected, ignoresComma, most);
    }
  }
  return [];
}

function trace(history: number[][], actual: string[], expected: string[], ignoresComma: boolean, most: number): Line[] {
  const lines: Line[] = [];
  let x = actual.length;
  let y = expected.length;
  for (let level = history.length - 1; level >= 0; level--) {
    const reached = history[level]!;
    const k = x - y;
    const at = most + 1 + k;
    const down = k === -level || (k !== level && reached[at - 1]! < reached[at + 1]!);
    const previousX = down ? reached[at + 1]! : reached[at - 1]!;
    const previousY = previousX - (down ? k + 1 : k - 1);
    while (x > previousX && y > previousY) {
      const text = ignoresComma && !actual[x - 1]!.endsWith(",") ? expected[y - 1]! : actual[x - 1]!;
      lines.push({ type: 0, text });
      x--;
      y--;
    }
    if (level === 0) break;
    if (x > previousX) lines.push({ type: 1, text: actual[--x]! });
    else lines.push({ type: -1, text: expected[--y]! });
  }
  return lines;
}
