/// The global `URLPattern` (https://urlpattern.spec.whatwg.org/), with the arguments and results that Node gives it.
// @optimize size
import { call1 } from "polyglot:runtime";
import { plainCodedError } from "./node-errors.ts";
import { ConstructorParser } from "./url-pattern-constructor.ts";
import {
  defaultPort, encodeAddress, encodeHash, encodeHostname, encodeOpaquePathname, encodePassword, encodePathname, encodePort,
  encodeProtocol, encodeSearch, encodeUsername, HASH, HOSTNAME, isAddress, PASSWORD, PATHNAME, PORT, PROTOCOL, SEARCH,
  USERNAME,
} from "./url-pattern-encode.ts";
import { groupOrder } from "./url-pattern-groups.ts";
import { Components, partOf, processComponents } from "./url-pattern-init.ts";
import { type ComponentOptions, parsePattern, Part, PartType, patternText, regexpSource } from "./url-pattern-parts.ts";
import { InvalidPattern } from "./url-pattern-tokens.ts";
import { parseHref } from "./url-parse.ts";
import { isObject } from "./webidl.ts";

const regexpConstructor: any = RegExp;
const execute: any = RegExp.prototype.exec;
const createObject: any = Object.create;
const defineProperty: any = Object.defineProperty;

const componentNames = ["protocol", "username", "password", "hostname", "port", "pathname", "search", "hash"] as const;
const componentParts = [PROTOCOL, USERNAME, PASSWORD, HOSTNAME, PORT, PATHNAME, SEARCH, HASH];

/// The compiled pattern of a component.
class Component {
  readonly pattern: string;
  readonly hasRegExpGroups: boolean;
  #names: string[] = [];
  /// The order of the groups in results, from the first result on.
  #order: number[] | undefined = undefined;
  #regexp: any = undefined;
  /// The only text that matches.
  #text: string | undefined = undefined;

  constructor(input: string, encode: (text: string) => string, options: ComponentOptions) {
    const parts = parsePattern(input, options, encode);
    this.pattern = patternText(parts, options);
    this.hasRegExpGroups = parts.some((part) => part.type === PartType.regexp);
    for (const part of parts) {
      if (part.type !== PartType.fixedText) this.#names.push(part.name);
    }
    if (isEverything(parts)) return;
    if (parts.length === 0) {
      this.#text = "";
    } else if (parts.length === 1 && this.#names.length === 0 && parts[0]!.modifier === "" && !options.ignoreCase) {
      this.#text = parts[0]!.value;
    } else {
      try {
        this.#regexp = new regexpConstructor(regexpSource(parts, options), options.ignoreCase ? "vi" : "v");
      } catch {
        throw new InvalidPattern();
      }
    }
  }

  /// What the groups matched of an input; undefined if it does not match.
  match(input: string): any[] | undefined {
    if (this.#text !== undefined) return input === this.#text ? [] : undefined;
    if (this.#regexp === undefined) return [input];
    const match: any = call1(execute, this.#regexp, input);
    return match === null ? undefined : match.slice(1);
  }

  /// An input and the groups by their names.
  result(input: string, values: any[]): any {
    const groups: any = createObject({});
    if (this.#order === undefined) this.#order = this.#names.length < 2 ? [...this.#names.keys()] : groupOrder(this.#names);
    for (const i of this.#order) {
      const value: any = values[i];
      defineProperty(groups, this.#names[i], { value, writable: true, enumerable: true, configurable: true });
    }
    return { input, groups };
  }

  get matchesSpecialScheme(): boolean {
    return ["http", "https", "ws", "wss", "ftp"].some((scheme) => this.match(scheme) !== undefined);
  }
}

/// Whether parts are `*` alone, which needs no regular expression.
function isEverything(parts: Part[]): boolean {
  const part = parts[0];
  return parts.length === 1 && part!.type === PartType.fullWildcard && part!.modifier === "" && part!.prefix === "" &&
    part!.suffix === "";
}

function makeOptions(delimiter: string, prefix: string, ignoreCase: boolean): ComponentOptions {
  return { delimiter, prefix, ignoreCase };
}

/// The components of a pattern, in the order of their names.
function compile(input: string | Components, base: string | undefined, ignoreCase: boolean): Component[] {
  const plain = makeOptions("", "", false);
  let init: Components;
  if (typeof input === "string") {
    init = new ConstructorParser(input, (text) => new Component(text, encodeProtocol, plain).matchesSpecialScheme).parse();
    if (base === undefined && init.protocol === undefined) throw new InvalidPattern();
    if (base !== undefined) init.baseURL = base;
  } else {
    if (base !== undefined) throw new InvalidPattern();
    init = input;
  }
  const processed = processComponents(init, true, new Components());
  const patternOf = (name: (typeof componentNames)[number]): string => processed[name] ?? "*";
  const scheme = patternOf("protocol");
  if (processed.port !== undefined && processed.port !== "" && processed.port === defaultPort(scheme)) processed.port = "";
  const cased = makeOptions("", "", ignoreCase);
  const protocol = new Component(scheme, encodeProtocol, plain);
  const host = patternOf("hostname");
  const path = patternOf("pathname");
  return [
    protocol,
    new Component(patternOf("username"), encodeUsername, plain),
    new Component(patternOf("password"), encodePassword, plain),
    new Component(host, isAddress(host) ? encodeAddress : encodeHostname, makeOptions(".", "", false)),
    new Component(patternOf("port"), encodePort, plain),
    protocol.matchesSpecialScheme
      ? new Component(path, encodePathname, makeOptions("/", "/", ignoreCase))
      : new Component(path, encodeOpaquePathname, cased),
    new Component(patternOf("search"), encodeSearch, cased),
    new Component(patternOf("hash"), encodeHash, cased),
  ];
}

/// The components that an object names; only strings count.
function readComponents(object: any): Components {
  const init: any = new Components();
  const read = (name: string): void => {
    const value: any = object[name];
    if (typeof value === "string") init[name] = value.toWellFormed();
  };
  for (const name of componentNames) read(name);
  read("baseURL");
  return init;
}

/// The components of an input; undefined if it is no URL.
function inputTexts(input: string | Components, base: string | undefined): string[] | undefined {
  if (typeof input === "string") {
    const baseHref = base === undefined ? undefined : parseHref(base, undefined);
    const href = base !== undefined && baseHref === undefined ? undefined : parseHref(input, baseHref);
    return href === undefined ? undefined : componentParts.map((part) => partOf(href, part));
  }
  const empty = new Components();
  for (const name of componentNames) empty[name] = "";
  try {
    const processed = processComponents(input, false, empty);
    return componentNames.map((name) => processed[name]!);
  } catch (error) {
    if (error instanceof InvalidPattern) return undefined;
    throw error;
  }
}

function invalidArgument(message: string): any {
  return plainCodedError(new TypeError(message), "ERR_INVALID_ARG_TYPE");
}

/// The compiled components of a pattern, by the object. The class is a function, as it has an error of its own for
/// calls, so that there are no private members.
const patterns = new WeakMap<object, Component[]>();

function componentsOf(pattern: any): Component[] {
  const components = isObject(pattern) ? patterns.get(pattern) : undefined;
  if (components === undefined) throw new TypeError("Illegal invocation");
  return components;
}

/// The class of patterns.
export function URLPattern(this: any, ...parameters: any[]): void {
  if (new.target === undefined) {
    throw plainCodedError(new TypeError("Cannot call constructor without `new`"), "ERR_CONSTRUCT_CALL_REQUIRED");
  }
  const [given, second, third] = parameters;
  let input: string | Components;
  if (typeof given === "string") input = given.toWellFormed();
  else if (given === undefined || given === null) input = new Components();
  else if (isObject(given)) input = readComponents(given);
  else throw invalidArgument("Input must be an object or a string");
  let base: string | undefined;
  let options: any;
  if (typeof second === "string") base = second.toWellFormed();
  if (parameters.length === 2 && base === undefined) {
    options = second ?? undefined;
    if (options !== undefined && !isObject(options)) throw invalidArgument("second argument must be a string or object");
  } else if (parameters.length > 2) {
    if (base === undefined && second !== undefined && second !== null) {
      throw invalidArgument("second argument must be a string");
    }
    // A base that is undefined is an empty one, which is no URL.
    base ??= "";
    options = third ?? undefined;
    if (options !== undefined && !isObject(options)) throw invalidArgument("options must be an object");
  }
  const ignoreCase = options !== undefined && !!options.ignoreCase;
  try {
    patterns.set(this, compile(input, base, ignoreCase));
  } catch (error) {
    if (!(error instanceof InvalidPattern)) throw error;
    throw plainCodedError(new TypeError("Failed to construct URLPattern"), "ERR_INVALID_URL_PATTERN");
  }
}

/// The result of matching an input: the components' texts and what their groups matched.
function match(pattern: any, parameters: any[], verb: string): any {
  const components = componentsOf(pattern);
  const [given, second] = parameters;
  let input: string | Components;
  if (typeof given === "string") input = given.toWellFormed();
  else if (given === undefined || given === null) input = new Components();
  else if (isObject(given)) input = readComponents(given);
  else throw invalidArgument("URLPattern input needs to be a string or an object");
  let base: string | undefined;
  if (typeof second === "string") base = second.toWellFormed();
  else if (second === null) base = "";
  else if (second !== undefined) throw invalidArgument("baseURL must be a string");
  if (base !== undefined && typeof input !== "string") {
    throw plainCodedError(new TypeError("Failed to " + verb + " URLPattern"), "ERR_OPERATION_FAILED");
  }
  const texts = inputTexts(input, base);
  if (texts === undefined) return undefined;
  const groups: any[] = [];
  for (let i = 0; i < components.length; i++) {
    const values = components[i]!.match(texts[i]!);
    if (values === undefined) return undefined;
    groups.push(values);
  }
  const inputs: any[] = [typeof input === "string" ? input : { ...input }];
  if (base !== undefined) inputs.push(base);
  return { components, inputs, texts, groups };
}

function defineGetter(name: string, read: (components: Component[]) => any): void {
  const getters = [function (this: any): any { return read(componentsOf(this)); }];
  defineProperty(URLPattern.prototype, name, { get: getters[0], enumerable: true });
}
for (let i = 0; i < componentNames.length; i++) defineGetter(componentNames[i]!, (components) => components[i]!.pattern);
defineGetter("hasRegExpGroups", (components) => components.some((component) => component.hasRegExpGroups));

const methods = {
  exec(this: any, ...parameters: any[]): any {
    const found: any = match(this, parameters, "exec");
    if (found === undefined) return null;
    const result: any = createObject(null);
    result.inputs = found.inputs;
    for (let i = 0; i < componentNames.length; i++) {
      result[componentNames[i]!] = found.components[i].result(found.texts[i], found.groups[i]);
    }
    return result;
  },
  test(this: any, ...parameters: any[]): boolean {
    return match(this, parameters, "test") !== undefined;
  },
};
// The constructor comes last, as in Node.
delete (URLPattern.prototype as any).constructor;
Object.assign(URLPattern.prototype, methods);
defineProperty(URLPattern.prototype, "constructor", { value: URLPattern, writable: true, configurable: true });

/// The value of the global.
export function urlPatternClass(): any {
  return URLPattern;
}
