/// `util.parseArgs` (https://nodejs.org/api/util.html#utilparseargsconfig).
// @optimize size
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateArray, validateBoolean, validateObject, validateString } from "../prelude/validators.ts";

/// One argument, or part of one.
interface Token {
  kind: "option" | "positional" | "option-terminator";
  name?: string;
  rawName?: string;
  index: number;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function optionError(code: string, message: string): any {
  return codedError(new TypeError(message), code);
}

function typeOf(options: any, name: string): any {
  return Object.hasOwn(options, name) ? options[name].type : undefined;
}

/// The long name of a letter.
function longName(options: any, letter: string): string {
  for (const name of Object.keys(options)) if (options[name].short === letter) return name;
  return letter;
}

/// Whether the next argument may be an option's value.
function isValue(text: any): boolean {
  return text !== undefined && text !== null;
}

function tokensOf(list: string[], options: any): Token[] {
  const tokens: Token[] = [];
  const rest: { text: string; index: number }[] = list.map((text, index) => ({ text, index }));
  // Letters of one argument have the argument's index.
  while (rest.length > 0) {
    const { text, index } = rest.shift()!;
    const next = rest.length > 0 ? rest[0]!.text : undefined;
    if (text === "--") {
      tokens.push({ kind: "option-terminator", index });
      for (const one of rest) tokens.push({ kind: "positional", index: one.index, value: one.text });
      break;
    }
    if (text.length === 2 && text.startsWith("-") && text !== "--") {
      const name = longName(options, text.charAt(1));
      let value: string | undefined;
      let inlineValue: boolean | undefined;
      if (typeOf(options, name) === "string" && isValue(next)) {
        value = rest.shift()!.text;
        inlineValue = false;
      }
      tokens.push({ kind: "option", name, rawName: text, index, value, inlineValue });
      continue;
    }
    if (text.length > 2 && text.startsWith("-") && text.charAt(1) !== "-") {
      const letters = text.slice(1);
      const first = longName(options, letters.charAt(0));
      if (typeOf(options, first) === "string") {
        const rawName = "-" + letters.charAt(0);
        tokens.push({ kind: "option", name: first, rawName, index, value: letters.slice(1), inlineValue: true });
        continue;
      }
      // A group: all letters up to one that takes a value, which the rest is.
      const expanded: string[] = [];
      for (let i = 0; i < letters.length; i++) {
        const name = longName(options, letters.charAt(i));
        if (typeOf(options, name) !== "string" || i === letters.length - 1) {
          expanded.push("-" + letters.charAt(i));
        } else {
          expanded.push("-" + letters.slice(i));
          break;
        }
      }
      rest.unshift(...expanded.map((one) => ({ text: one, index })));
      continue;
    }
    if (text.startsWith("--") && text.indexOf("=", 3) < 0) {
      const name = text.slice(2);
      let value: string | undefined;
      let inlineValue: boolean | undefined;
      if (typeOf(options, name) === "string" && isValue(next)) {
        value = rest.shift()!.text;
        inlineValue = false;
      }
      tokens.push({ kind: "option", name, rawName: text, index, value, inlineValue });
      continue;
    }
    if (text.startsWith("--")) {
      const equals = text.indexOf("=", 3);
      const name = text.slice(2, equals);
      tokens.push({
        kind: "option", name, rawName: "--" + name, index, value: text.slice(equals + 1), inlineValue: true,
      });
      continue;
    }
    tokens.push({ kind: "positional", index, value: text });
  }
  return tokens;
}

/// Throws if an option is unknown or has no value, or one that it must not have.
function checkOption(token: Token, options: any, allowsPositionals: boolean, allowsNegative: boolean): void {
  const name = token.name!;
  const isNegated = allowsNegative && name.startsWith("no-") && !Object.hasOwn(options, name);
  const key = isNegated ? name.slice(3) : name;
  if (!Object.hasOwn(options, key)) {
    const hint = allowsPositionals
      ? ". To specify a positional argument starting with a '-', place it at the end of the command after '--', " +
        "as in '-- " + JSON.stringify(token.rawName)
      : "";
    throw optionError("ERR_PARSE_ARGS_UNKNOWN_OPTION", "Unknown option '" + token.rawName + "'" + hint);
  }
  const short = options[key].short;
  const shown = (short === undefined ? "" : "-" + short + ", ") + "--" + key;
  const type = options[key].type;
  if (type === "string" && typeof token.value !== "string") {
    throw optionError("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", "Option '" + shown + " <value>' argument missing");
  }
  if (type === "boolean" && token.value !== undefined && token.value !== null) {
    throw optionError("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", "Option '" + shown + "' does not take an argument");
  }
}

/// Throws if what was meant as a value may have been meant as an option.
function checkAmbiguity(token: Token): void {
  if (token.inlineValue || token.value === undefined) return;
  if (token.value.length < 2 || !token.value.startsWith("-")) return;
  const isLong = token.rawName!.startsWith("--");
  const short = "'--" + token.name + "=-XYZ' or '" + token.rawName + "-XYZ'";
  const example = isLong ? "'" + token.rawName + "=-XYZ'" : short;
  throw optionError(
    "ERR_PARSE_ARGS_INVALID_OPTION_VALUE",
    "Option '" + token.rawName + "' argument is ambiguous.\nDid you forget to specify the option argument for '" +
      token.rawName + "'?\nTo specify an option argument starting with a dash use " + example + ".",
  );
}

function store(token: Token, options: any, values: any, allowsNegative: boolean): void {
  let name = token.name!;
  if (name === "__proto__") return;
  let value: any = token.value;
  if (allowsNegative && name.startsWith("no-") && value === undefined && !Object.hasOwn(options, name)) {
    name = name.slice(3);
    token.name = name;
    value = false;
  } else if (value === undefined) {
    value = true;
  }
  if (Object.hasOwn(options, name) && options[name].multiple) {
    if (values[name]) values[name].push(value);
    else values[name] = [value];
  } else {
    values[name] = value;
  }
}

function checkOptions(options: any): void {
  for (const name of Object.keys(options)) {
    const option: any = options[name];
    const path = "options." + name;
    validateObject(option, path);
    const type: any = Object.hasOwn(option, "type") ? option.type : undefined;
    if (type !== "string" && type !== "boolean") {
      throw invalidType(path + ".type", "('string|boolean')", type);
    }
    if (Object.hasOwn(option, "short")) {
      validateString(option.short, path + ".short");
      if (option.short.length !== 1) throw invalidValue(path + ".short", option.short, "must be a single character");
    }
    const isMultiple = Object.hasOwn(option, "multiple") && option.multiple;
    if (Object.hasOwn(option, "multiple")) validateBoolean(option.multiple, path + ".multiple");
    if (!Object.hasOwn(option, "default") || option.default === undefined) continue;
    const check = type === "string" ? validateString : validateBoolean;
    if (!isMultiple) {
      check(option.default, path + ".default");
    } else {
      validateArray(option.default, path + ".default");
      option.default.forEach((one: any, i: number) => check(one, path + ".default[" + i + "]"));
    }
  }
}

/// `util.parseArgs`
export function parseArgs(config: any = {}): any {
  const list: any = config.args ?? process.argv.slice(2);
  const strict: any = config.strict ?? true;
  const allowsPositionals: any = config.allowPositionals ?? !strict;
  const returnsTokens: any = config.tokens ?? false;
  const allowsNegative: any = config.allowNegative ?? false;
  const options: any = config.options ?? {};
  validateArray(list, "args");
  validateBoolean(strict, "strict");
  validateBoolean(allowsPositionals, "allowPositionals");
  validateBoolean(returnsTokens, "tokens");
  validateBoolean(allowsNegative, "allowNegative");
  validateObject(options, "options");
  checkOptions(options);
  const tokens = tokensOf(list, options);
  const values: any = Object.create(null);
  const positionals: any[] = [];
  for (const token of tokens) {
    if (token.kind === "option") {
      if (strict) {
        checkOption(token, options, allowsPositionals, allowsNegative);
        checkAmbiguity(token);
      }
      store(token, options, values, allowsNegative);
    } else if (token.kind === "positional") {
      if (!allowsPositionals) {
        throw optionError(
          "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL",
          "Unexpected argument '" + token.value + "'. This command does not take positional arguments",
        );
      }
      positionals.push(token.value);
    }
  }
  for (const name of Object.keys(options)) {
    const byDefault: any = options[name].default;
    if (byDefault !== undefined && values[name] === undefined) values[name] = byDefault;
  }
  return returnsTokens ? { values, positionals, tokens } : { values, positionals };
}

