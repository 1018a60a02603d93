/// The colours of `util.inspect` (https://nodejs.org/api/util.html#customizing-utilinspect-colors).
// @optimize size

let styleTable: any;
let colorTable: any;

/// Which colour each kind of value has: `util.inspect.styles`.
export function styles(): any {
  if (styleTable === undefined) {
    styleTable = Object.assign(Object.create(null), {
      special: "cyan",
      number: "yellow",
      bigint: "yellow",
      boolean: "yellow",
      undefined: "grey",
      null: "bold",
      string: "green",
      symbol: "green",
      date: "magenta",
      regexp: "red",
      module: "underline",
    });
  }
  return styleTable;
}

/// The numbers of the escape sequences that begin and end each colour: `util.inspect.colors`.
export function colors(): any {
  if (colorTable !== undefined) return colorTable;
  colorTable = Object.create(null);
  define("reset", 0, 0);
  define("bold", 1, 22);
  define("dim", 2, 22);
  define("italic", 3, 23);
  define("underline", 4, 24);
  define("blink", 5, 25);
  define("inverse", 7, 27);
  define("hidden", 8, 28);
  define("strikethrough", 9, 29);
  define("doubleunderline", 21, 24);
  const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
  for (let i = 0; i < 8; i++) define(names[i], 30 + i, 39);
  for (let i = 0; i < 8; i++) define("bg" + capitalized(names[i]), 40 + i, 49);
  define("framed", 51, 54);
  define("overlined", 53, 55);
  define("gray", 90, 39);
  for (let i = 1; i < 8; i++) define(names[i] + "Bright", 90 + i, 39);
  define("bgGray", 100, 49);
  for (let i = 1; i < 8; i++) define("bg" + capitalized(names[i]) + "Bright", 100 + i, 49);
  alias("gray", ["grey", "blackBright"]);
  alias("bgGray", ["bgGrey", "bgBlackBright"]);
  alias("dim", ["faint"]);
  alias("strikethrough", ["crossedout", "strikeThrough", "crossedOut"]);
  alias("hidden", ["conceal"]);
  alias("inverse", ["swapColors", "swapcolors"]);
  alias("doubleunderline", ["doubleUnderline"]);
  return colorTable;
}

function define(name: string, begin: number, end: number): void {
  colorTable[name] = [begin, end];
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/// Other names of a colour are accessors that are not listed.
function alias(name: string, others: string[]): void {
  for (let i = 0; i < others.length; i++) {
    Object.defineProperty(colorTable, others[i], {
      get() {
        return this[name];
      },
      set(value) {
        this[name] = value;
      },
      configurable: true,
      enumerable: false,
    });
  }
}

/// Puts the escape sequences of a style around text.
export function stylizeWithColor(text: string, style: string): string {
  const name = styles()[style];
  if (name === undefined) return text;
  const color = colors()[name];
  return color === undefined ? text : "\u001b[" + color[0] + "m" + text + "\u001b[" + color[1] + "m";
}
