/// The options of `util.inspect` and what one inspection keeps track of.
// @optimize size
import { stylizeWithColor } from "./inspect-style.ts";

/// One inspection: its options, and where it is.
export interface Context {
  showHidden: boolean;
  /// How deep objects are shown; `null` and `Infinity` are without limit.
  depth: any;
  colors: boolean;
  customInspect: boolean;
  showProxy: boolean;
  maxArrayLength: any;
  maxStringLength: any;
  breakLength: number;
  /// `true`, `false`, or how many inner levels go onto one line.
  compact: any;
  /// `true`, or a comparator of formatted properties.
  sorted: any;
  getters: any;
  numericSeparator: boolean;
  /// Marks text with the colours of a kind of value.
  stylize: (text: string, style: string) => string;
  /// The options as the caller gave them if there are unknown ones, for custom inspection functions.
  userOptions: any;
  /// Columns that the text so far is indented by.
  indentation: number;
  /// The depth of the value that is being formatted.
  currentDepth: number;
  /// The objects that are being formatted, outermost first.
  seen: any[];
  /// Objects that refer to themselves, with their numbers.
  circular: any;
  /// How much text was made at each indentation, to stop before there is too much.
  budget: number[];
  /// The symbol of custom inspection functions.
  customSymbol: symbol;
}

/// What `util.inspect.defaultOptions` changed; undefined as long as nobody did.
let changedDefaults: any;

/// The default options.
export function defaultOptions(): any {
  return changedDefaults === undefined ? originalDefaults() : changedDefaults;
}

/// Sets default options (`util.inspect.defaultOptions = …`).
export function changeDefaultOptions(options: any): void {
  changedDefaults = Object.assign(defaultOptions(), options);
}

/// The default options as an object that may be written to.
export function mutableDefaultOptions(): any {
  if (changedDefaults === undefined) changedDefaults = originalDefaults();
  return changedDefaults;
}

function originalDefaults(): any {
  return {
    showHidden: false,
    depth: 2,
    colors: false,
    customInspect: true,
    showProxy: false,
    maxArrayLength: 100,
    maxStringLength: 10000,
    breakLength: 80,
    compact: 3,
    sorted: false,
    getters: false,
    numericSeparator: false,
  };
}

/// A context from `inspect`'s arguments: an object of options, or the older form `showHidden, depth, colors`.
export function makeContext(options: any, depth: any, colors: any): Context {
  const context = defaultContext();
  if (depth !== undefined) context.depth = depth;
  if (colors !== undefined) context.colors = colors;
  if (typeof options === "boolean") {
    context.showHidden = options;
  } else if (options) {
    const defaults = defaultOptions();
    const keys = Object.keys(options);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (Object.hasOwn(defaults, key) || key === "stylize") (context as any)[key] = options[key];
      else if (context.userOptions === undefined) context.userOptions = options;
    }
  }
  if (context.colors) context.stylize = stylizeWithColor;
  if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
  if (context.maxStringLength === null) context.maxStringLength = Infinity;
  return context;
}

function defaultContext(): Context {
  const defaults = defaultOptions();
  return {
    showHidden: defaults.showHidden,
    depth: defaults.depth,
    colors: defaults.colors,
    customInspect: defaults.customInspect,
    showProxy: defaults.showProxy,
    maxArrayLength: defaults.maxArrayLength,
    maxStringLength: defaults.maxStringLength,
    breakLength: defaults.breakLength,
    compact: defaults.compact,
    sorted: defaults.sorted,
    getters: defaults.getters,
    numericSeparator: defaults.numericSeparator,
    stylize: stylizeNot,
    userOptions: undefined,
    indentation: 0,
    currentDepth: 0,
    seen: [],
    circular: undefined,
    budget: [],
    customSymbol: Symbol.for("nodejs.util.inspect.custom"),
  };
}

/// The options in the form that custom inspection functions receive.
export function optionsForUser(context: Context): any {
  return {
    stylize: context.stylize,
    showHidden: context.showHidden,
    depth: context.depth,
    colors: context.colors,
    customInspect: context.customInspect,
    showProxy: context.showProxy,
    maxArrayLength: context.maxArrayLength,
    maxStringLength: context.maxStringLength,
    breakLength: context.breakLength,
    compact: context.compact,
    sorted: context.sorted,
    getters: context.getters,
    numericSeparator: context.numericSeparator,
    ...context.userOptions,
  };
}

/// The style of output without colours.
export function stylizeNot(text: string, _style: string): string {
  return text;
}

/// Whether values at `depth` are too deep to be shown.
export function isTooDeep(context: Context, depth: number): boolean {
  return context.depth !== null && depth > context.depth;
}
