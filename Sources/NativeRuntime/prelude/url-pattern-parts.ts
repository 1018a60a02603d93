/// The parts of patterns (https://urlpattern.spec.whatwg.org/#pattern-strings), and what is made of them: a regular
/// expression, and the pattern as it is shown.
// @optimize size
import { InvalidPattern, isNameCharacter, Kind, Token, tokenize } from "./url-pattern-tokens.ts";

/// How the pattern of a component is read.
export interface ComponentOptions {
  /// What a name does not match.
  delimiter: string;
  /// What belongs to the name or group that follows.
  prefix: string;
  ignoreCase: boolean;
}

export const enum PartType { fixedText, regexp, segmentWildcard, fullWildcard }

/// A part: fixed text, or what is matched, between a prefix and a suffix.
export class Part {
  type: PartType;
  value: string;
  /// `?`, `*`, `+` or nothing.
  modifier: string;
  name: string;
  prefix: string;
  suffix: string;

  constructor(type: PartType, value: string, modifier: string, name = "", prefix = "", suffix = "") {
    this.type = type;
    this.value = value;
    this.modifier = modifier;
    this.name = name;
    this.prefix = prefix;
    this.suffix = suffix;
  }
}

const fullWildcard = ".*";

function segmentWildcard(options: ComponentOptions): string {
  return "[^" + escapeRegexp(options.delimiter) + "]+?";
}

function escapeRegexp(text: string): string {
  return text.replace(/[.+*?^${}()[\]|/\\]/g, "\\$&");
}

/// Escapes what means something in patterns.
export function escapePattern(text: string): string {
  return text.replace(/[+*?:{}()\\]/g, "\\$&");
}

/// Reads a pattern (parse a pattern string).
class PatternParser {
  #tokens: Token[];
  #index = 0;
  #options: ComponentOptions;
  #encode: (text: string) => string;
  #pending = "";
  #nextNumber = 0;
  readonly parts: Part[] = [];

  constructor(input: string, options: ComponentOptions, encode: (text: string) => string) {
    this.#tokens = tokenize(input, false);
    this.#options = options;
    this.#encode = encode;
  }

  parse(): void {
    while (this.#index < this.#tokens.length) {
      const char = this.#take(Kind.char);
      const name = this.#take(Kind.name);
      const matcher = this.#takeMatcher(name);
      if (name !== undefined || matcher !== undefined) {
        let prefix = char === undefined ? "" : char.value;
        if (prefix !== "" && prefix !== this.#options.prefix) {
          this.#pending += prefix;
          prefix = "";
        }
        this.#addPending();
        this.#addPart(prefix, name, matcher, "", this.#takeModifier());
        continue;
      }
      const fixed = char ?? this.#take(Kind.escapedChar);
      if (fixed !== undefined) {
        this.#pending += fixed.value;
      } else if (this.#take(Kind.open) !== undefined) {
        const prefix = this.#takeText();
        const innerName = this.#take(Kind.name);
        const innerMatcher = this.#takeMatcher(innerName);
        const suffix = this.#takeText();
        if (this.#take(Kind.close) === undefined) throw new InvalidPattern();
        this.#addPart(prefix, innerName, innerMatcher, suffix, this.#takeModifier());
      } else {
        this.#addPending();
        if (this.#take(Kind.end) === undefined) throw new InvalidPattern();
      }
    }
  }

  /// The next token if it is of a kind.
  #take(kind: Kind): Token | undefined {
    const token = this.#tokens[this.#index]!;
    if (token === undefined || token.kind !== kind) return undefined;
    this.#index++;
    return token;
  }

  #takeMatcher(name: Token | undefined): Token | undefined {
    return this.#take(Kind.regexp) ?? (name === undefined ? this.#take(Kind.asterisk) : undefined);
  }

  #takeModifier(): string {
    return (this.#take(Kind.otherModifier) ?? this.#take(Kind.asterisk))?.value ?? "";
  }

  #takeText(): string {
    let text = "";
    for (;;) {
      const token = this.#take(Kind.char) ?? this.#take(Kind.escapedChar);
      if (token === undefined) return text;
      text += token.value;
    }
  }

  /// Makes a part of the fixed text before this place.
  #addPending(): void {
    if (this.#pending === "") return;
    const value = this.#encode(this.#pending);
    this.#pending = "";
    this.parts.push(new Part(PartType.fixedText, value, ""));
  }

  #addPart(
    prefix: string, nameToken: Token | undefined, matcher: Token | undefined, suffix: string, modifier: string,
  ): void {
    const isText = nameToken === undefined && matcher === undefined;
    if (isText && modifier === "") {
      this.#pending += prefix;
      return;
    }
    this.#addPending();
    if (isText) {
      if (prefix !== "") this.parts.push(new Part(PartType.fixedText, this.#encode(prefix), modifier));
      return;
    }
    const segment = segmentWildcard(this.#options);
    let value = matcher === undefined ? segment : matcher.kind === Kind.asterisk ? fullWildcard : matcher.value;
    let type = PartType.regexp;
    if (value === segment) type = PartType.segmentWildcard;
    else if (value === fullWildcard) type = PartType.fullWildcard;
    if (type !== PartType.regexp) value = "";
    const name = nameToken === undefined ? String(this.#nextNumber++) : nameToken.value;
    for (const part of this.parts) {
      if (part.name === name) throw new InvalidPattern();
    }
    this.parts.push(new Part(type, value, modifier, name, this.#encode(prefix), this.#encode(suffix)));
  }
}

/// The parts of a pattern; fixed text is canonicalized by a function.
export function parsePattern(input: string, options: ComponentOptions, encode: (text: string) => string): Part[] {
  const parser = new PatternParser(input, options, encode);
  parser.parse();
  return parser.parts;
}

/// The source of a regular expression, with a group for each part with a name.
export function regexpSource(parts: Part[], options: ComponentOptions): string {
  let source = "^";
  for (const part of parts) {
    const { modifier } = part;
    if (part.type === PartType.fixedText) {
      const text = escapeRegexp(part.value);
      source += modifier === "" ? text : "(?:" + text + ")" + modifier;
      continue;
    }
    const value = part.type === PartType.regexp
      ? part.value
      : part.type === PartType.fullWildcard ? fullWildcard : segmentWildcard(options);
    const isRepeated = modifier === "*" || modifier === "+";
    const prefix = escapeRegexp(part.prefix);
    const suffix = escapeRegexp(part.suffix);
    if (prefix === "" && suffix === "") {
      source += isRepeated ? "((?:" + value + ")" + modifier + ")" : "(" + value + ")" + modifier;
    } else if (!isRepeated) {
      source += "(?:" + prefix + "(" + value + ")" + suffix + ")" + modifier;
    } else {
      source += "(?:" + prefix + "((?:" + value + ")(?:" + suffix + prefix + "(?:" + value + "))*)" + suffix + ")";
      if (modifier === "*") source += "?";
    }
  }
  return source + "$";
}

function beginsWithDigit(name: string): boolean {
  const unit = name.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

/// Whether a part has to stand in braces, so that it is not read as something else.
function needsGrouping(part: Part, previous: Part | undefined, next: Part | undefined, options: ComponentOptions): boolean {
  if (part.suffix !== "") return true;
  // As in Node, where components without a prefix need no braces for one.
  if (part.prefix !== "" && options.prefix !== "" && part.prefix[0] !== options.prefix) return true;
  const isCustom = !beginsWithDigit(part.name);
  if (
    isCustom && part.type === PartType.segmentWildcard && part.modifier === "" && next !== undefined &&
    next.prefix === "" && next.suffix === ""
  ) {
    const isTaken = next.type === PartType.fixedText
      ? isNameCharacter(next.value, false)
      : beginsWithDigit(next.name);
    if (isTaken) return true;
  }
  return part.prefix === "" && previous !== undefined && previous.type === PartType.fixedText &&
    options.prefix !== "" && previous.value.endsWith(options.prefix);
}

/// The pattern that parts stand for.
export function patternText(parts: Part[], options: ComponentOptions): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const previous = parts[i - 1];
    if (part.type === PartType.fixedText) {
      const value = escapePattern(part.value);
      text += part.modifier === "" ? value : "{" + value + "}" + part.modifier;
      continue;
    }
    const isCustom = !beginsWithDigit(part.name);
    const isGrouped = needsGrouping(part, previous, parts[i + 1], options);
    if (isGrouped) text += "{";
    text += escapePattern(part.prefix);
    if (isCustom) text += ":" + part.name;
    if (part.type === PartType.regexp) {
      text += "(" + part.value + ")";
    } else if (part.type === PartType.fullWildcard) {
      const isPlain = !isCustom && (previous === undefined || previous.type === PartType.fixedText ||
        previous.modifier !== "" || isGrouped || part.prefix !== "");
      text += isPlain ? "*" : "(" + fullWildcard + ")";
    } else if (!isCustom) {
      text += "(" + segmentWildcard(options) + ")";
    } else if (part.suffix !== "" && isNameCharacter(part.suffix, false)) {
      text += "\\";
    }
    text += escapePattern(part.suffix);
    if (isGrouped) text += "}";
    text += part.modifier;
  }
  return text;
}
