/// Patterns of paths as `path.matchesGlob` and `fs.watch` take them: `*`, `?`, `[a-z]`, `{a,b}`, `@(a|b)` and `**`
/// for any number of folders.
// @optimize size

export type NamePattern = { name: string } | { expression: RegExp };
/// What a part of a pattern between slashes matches: any number of folders, one name, or names by an expression.
export type GlobSegment = "**" | NamePattern;

/// How a pattern treats names that begin with a dot.
export interface GlobOptions {
  /// Whether `*`, `?` and `**` match them.
  dot: boolean;
}

/// The end of what begins with an opening character at `start`; -1 if nothing ends it.
function closing(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === open) depth++;
    else if (character === close && --depth === 0) return i;
  }
  return -1;
}

/// The parts of a text that a character divides, outside of braces and parentheses.
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "{" || character === "(") depth++;
    else if (character === "}" || character === ")") depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/// A sequence such as `1..3`, `a..e` or `01..9..2`; undefined if it is none.
function sequence(text: string): string[] | undefined {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(text);
  const match = numbers ?? letters;
  if (match === null) return undefined;
  const first = numbers === null ? match[1]!.charCodeAt(0) : Number(match[1]);
  const last = numbers === null ? match[2]!.charCodeAt(0) : Number(match[2]);
  const step = Math.max(1, Math.abs(Number(match[3] ?? 1)));
  const width = numbers !== null && /^-?0\d/.test(match[1]! + "," + match[2]!) ? Math.max(match[1]!.length, match[2]!.length) : 0;
  const results: string[] = [];
  for (let value = first; first <= last ? value <= last : value >= last; value += first <= last ? step : -step) {
    results.push(numbers === null ? String.fromCharCode(value) : String(value).padStart(width, "0"));
  }
  return results;
}

/// A pattern without braces for each choice among them.
function expandBraces(pattern: string): string[] {
  for (let open = pattern.indexOf("{"); open !== -1; open = pattern.indexOf("{", open + 1)) {
    if (open > 0 && pattern.charAt(open - 1) === "$") continue;
    const close = closing(pattern, open, "{", "}");
    if (close === -1) continue;
    const inner = pattern.slice(open + 1, close);
    const parts = split(inner, ",");
    const choices = parts.length > 1 ? parts : sequence(inner);
    if (choices === undefined) continue;
    const results: string[] = [];
    for (const choice of choices) results.push(...expandBraces(pattern.slice(0, open) + choice + pattern.slice(close + 1)));
    return results;
  }
  return [pattern];
}

function quote(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? "\\" + character : character;
}

/// A class such as `[a-z]` or `[!a]` as an expression, and its end; undefined where the bracket is a plain character.
/// `single`: the one character that it matches.
function characterClass(text: string, start: number): { source: string; end: number; single: string } | undefined {
  let at = start + 1;
  const isNegative = text.charAt(at) === "!" || text.charAt(at) === "^";
  if (isNegative) at++;
  let source = "";
  for (const first = at; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "]" && at > first) {
      const single = at === first + 1 && !isNegative ? text.charAt(first) : "";
      return { source: "[" + (isNegative ? "^/" : "") + source + "]", end: at, single };
    }
    const named = /^\[:(alpha|digit|alnum|upper|lower|space|punct|xdigit|word):\]/.exec(text.slice(at));
    if (named !== null) {
      source += posixClass(named[1]!);
      at += named[0].length - 1;
    } else {
      source += quote(character);
    }
  }
  return undefined;
}

function posixClass(name: string): string {
  switch (name) {
    case "alpha": return "\\p{L}\\p{Nl}";
    case "digit": return "\\p{Nd}";
    case "alnum": return "\\p{L}\\p{Nl}\\p{Nd}";
    case "upper": return "\\p{Lu}";
    case "lower": return "\\p{Ll}";
    case "space": return "\\p{Z}\\t\\r\\n\\v\\f";
    case "punct": return "\\p{P}";
    case "xdigit": return "A-Fa-f0-9";
    default: return "\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}";
  }
}

/// What is found while a part of a pattern is made a regular expression.
interface SourceState {
  /// Whether it is more than a name.
  hasMagic: boolean;
  /// The name that it is otherwise.
  name: string;
}

/// A part of a pattern as the source of an expression.
function sourceOf(text: string, dot: boolean, state: SourceState): string {
  let source = "";
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const isStart = i === 0;
    const visible = isStart && !dot ? "(?!\\.)" : "";
    if ("?*+@!".includes(character) && text.charAt(i + 1) === "(") {
      const end = closing(text, i + 1, "(", ")");
      if (end !== -1) {
        state.hasMagic = true;
        const choices = split(text.slice(i + 2, end), "|").map((choice) => sourceOf(choice, dot, state)).join("|");
        const rest = sourceOf(text.slice(end + 1), true, state);
        if (character === "!") return source + visible + "(?!(?:" + choices + ")" + rest + "$)[^/]*?" + rest;
        return source + "(?:" + choices + ")" + (character === "@" ? "" : character) + rest;
      }
    }
    if (character === "*") {
      while (text.charAt(i + 1) === "*") i++;
      state.hasMagic = true;
      source += visible + (isStart && i + 1 === text.length ? "[^/]+?" : "[^/]*?");
    } else if (character === "?") {
      state.hasMagic = true;
      source += visible + "[^/]";
    } else if (character === "[") {
      const found = characterClass(text, i);
      if (found === undefined) {
        source += "\\[";
        state.name += "[";
      } else if (found.single !== "") {
        source += quote(found.single);
        state.name += found.single;
        i = found.end;
      } else {
        state.hasMagic = true;
        source += visible + found.source;
        i = found.end;
      }
    } else {
      source += quote(character);
      state.name += character;
    }
  }
  return source;
}

function segmentOf(text: string, options: GlobOptions): GlobSegment {
  if (text === "**") return "**";
  const state: SourceState = { hasMagic: false, name: "" };
  const source = sourceOf(text, options.dot, state);
  return state.hasMagic ? { expression: new RegExp("^" + source + "$", "u") } : { name: state.name };
}

/// What stands between slashes, where repeated ones are one.
function withoutRepeats(parts: string[]): string[] {
  return parts.filter((part, index) => part !== "" || index === 0 || index === parts.length - 1);
}

/// A pattern without braces, between its slashes.
function segmentsOf(pattern: string, options: GlobOptions): GlobSegment[] {
  return withoutRepeats(split(pattern, "/")).map((part) => segmentOf(part, options));
}

export function matchesName(segment: NamePattern, name: string): boolean {
  return "name" in segment ? segment.name === name : name !== "." && name !== ".." && segment.expression.test(name);
}

/// Whether `**` matches a name.
function isFolder(name: string, options: GlobOptions): boolean {
  return name !== "." && name !== ".." && (options.dot || !name.startsWith("."));
}

function matchFrom(segments: GlobSegment[], at: number, names: string[], start: number, options: GlobOptions): boolean {
  let index = start;
  for (let i = at; i < segments.length; i++) {
    const segment = segments[i]!;
    if (segment === "**") {
      // At the end it matches something, in between it may match nothing.
      const isLast = i + 1 === segments.length;
      for (let next = index; next < names.length; next++) {
        if (!isLast && matchFrom(segments, i + 1, names, next, options)) return true;
        if (!isFolder(names[next]!, options)) return false;
      }
      return isLast ? index < names.length : matchFrom(segments, i + 1, names, names.length, options);
    }
    if (index >= names.length || !matchesName(segment, names[index]!)) return false;
    index++;
  }
  return index === names.length || (index === names.length - 1 && names[index] === "");
}

/// The patterns without braces that a pattern stands for. A backslash in a pattern is a slash, as Node has it everywhere.
export function globPatterns(pattern: string, options: GlobOptions): GlobSegment[][] {
  return expandBraces(pattern.replaceAll("\\", "/")).map((each) => segmentsOf(each, options));
}

/// A function that tells whether a path is matched; `matchesBase`: the last name alone, by a pattern without slashes.
export function globMatcher(pattern: string, options: GlobOptions & { matchesBase: boolean }): (path: string) => boolean {
  const patterns = globPatterns(pattern, options);
  return (path) => {
    const names = withoutRepeats(path.split("/"));
    return patterns.some((segments) => {
      const isBase = options.matchesBase && segments.length === 1 && segments[0] !== "**";
      return matchFrom(segments, 0, isBase ? names.slice(-1) : names, 0, options);
    });
  };
}
