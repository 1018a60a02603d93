/// The tokens of patterns (https://urlpattern.spec.whatwg.org/#tokenizing).
// @optimize size

/// What a token is.
export const enum Kind { open, close, regexp, name, char, escapedChar, otherModifier, asterisk, end, invalidChar }

/// A token: where it begins in the pattern, and what it stands for.
export class Token {
  kind: Kind;
  index: number;
  value: string;

  constructor(kind: Kind, index: number, value: string) {
    this.kind = kind;
    this.index = index;
    this.value = value;
  }
}

/// What `tokenize` throws, and all others that find a mistake in a pattern; the class makes another error of it.
export class InvalidPattern {}

/// Whether a character may be in a name, or begin one.
export function isNameCharacter(character: string, isFirst: boolean): boolean {
  return isFirst ? /^[$_\p{ID_Start}]/u.test(character) : /^[$\u200c\u200d\p{ID_Continue}]/u.test(character);
}

/// The length of the code point at a position.
function widthAt(text: string, index: number): number {
  return text.codePointAt(index)! > 0xffff ? 2 : 1;
}

/// The end of a group `(…)` whose contents begin at `start`; -1 if there is a mistake in it.
function endOfRegexp(input: string, start: number): number {
  let depth = 1;
  let position = start;
  while (position < input.length) {
    const unit = input.charCodeAt(position);
    if (unit > 0x7f || (position === start && unit === 63 /* ? */)) return -1;
    const isLast = position === input.length - 1;
    if (unit === 92 /* \ */) {
      if (isLast || input.charCodeAt(position + 1) > 0x7f) return -1;
      position += 2;
      continue;
    }
    if (unit === 41 /* ) */) {
      depth--;
      if (depth === 0) return position === start ? -1 : position;
    } else if (unit === 40 /* ( */) {
      depth++;
      // Groups of their own would change the numbers of the others.
      if (isLast || input.charCodeAt(position + 1) !== 63) return -1;
    }
    position++;
  }
  return -1;
}

/// The end of the name that begins at `start`.
function endOfName(input: string, start: number): number {
  let position = start;
  while (position < input.length) {
    const next = position + widthAt(input, position);
    if (!isNameCharacter(input.slice(position, next), position === start)) break;
    position = next;
  }
  return position;
}

/// The tokens of a pattern. Where it is lenient, mistakes are tokens, too.
export function tokenize(input: string, isLenient: boolean): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  /// Adds a token with a part of the pattern as its value, and goes on at a position.
  const add = (kind: Kind, next: number, start: number, end: number): void => {
    tokens.push(new Token(kind, index, input.slice(start, end)));
    index = next;
  };
  const addInvalid = (next: number): void => {
    if (!isLenient) throw new InvalidPattern();
    add(Kind.invalidChar, next, index, next);
  };
  while (index < input.length) {
    const next = index + widthAt(input, index);
    switch (input[index]) {
      case "*": add(Kind.asterisk, next, index, next); break;
      case "+": case "?": add(Kind.otherModifier, next, index, next); break;
      case "{": add(Kind.open, next, index, next); break;
      case "}": add(Kind.close, next, index, next); break;
      case "\\":
        if (next === input.length) {
          addInvalid(next);
        } else {
          const end = next + widthAt(input, next);
          add(Kind.escapedChar, end, next, end);
        }
        break;
      case ":": {
        const end = endOfName(input, next);
        if (end === next) addInvalid(next);
        else add(Kind.name, end, next, end);
        break;
      }
      case "(": {
        const end = endOfRegexp(input, next);
        if (end < 0) addInvalid(next);
        else add(Kind.regexp, end + 1, next, end);
        break;
      }
      default: add(Kind.char, next, index, next);
    }
  }
  add(Kind.end, index, index, index);
  return tokens;
}
