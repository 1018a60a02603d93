/// `inspect` and `format` of the prelude against Node's own.
import "./hooks.mjs";
import assert from "node:assert";
import { test } from "node:test";
import util from "node:util";

const { inspect } = await import("../../Sources/NativeRuntime/prelude/inspect.ts");
const { formatList } = await import("../../Sources/NativeRuntime/prelude/format.ts");
const { values } = await import("./inspect-values.mjs");

const optionSets = [
  undefined, { depth: 0 }, { depth: null }, { depth: 5 }, { compact: false }, { compact: true }, { compact: 1 }, { compact: 10, breakLength: 120 },
  { breakLength: 40 }, { breakLength: Infinity }, { showHidden: true }, { sorted: true }, { getters: true }, { getters: "get" }, { getters: "set" },
  { colors: true }, { colors: true, compact: true }, { maxArrayLength: 2 }, { maxArrayLength: 0 }, { maxArrayLength: null }, { maxStringLength: 3 },
  { maxStringLength: null }, { numericSeparator: true }, { customInspect: false }, { sorted: (a, b) => (a < b ? 1 : -1) }, { unknown: 1 },
  { showHidden: true, depth: 4 },
];

/// The result of a function, or what it throws.
function attempt(body) {
  try {
    return body();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

/// What differs by decision: weak collections do not show their contents, and a Map without prototype keeps to
/// `maxArrayLength`.
function isException(name, options) {
  if (name.startsWith("weak")) return options?.showHidden === true;
  return (name === "nullMap" || name === "nullSet") && options?.maxArrayLength === 0;
}

for (const options of optionSets) {
  test("inspect " + util.inspect(options), () => {
    const differences = [];
    for (const [name, make] of Object.entries(values)) {
      const value = make();
      let expected;
      try {
        expected = util.inspect(value, options);
      } catch (error) {
        expected = "threw " + error.message;
      }
      let actual;
      try {
        actual = inspect(value, options);
      } catch (error) {
        actual = "threw " + error.stack;
      }
      if (actual !== expected && !isException(name, options)) differences.push(`${name}\n--- ours\n${actual}\n--- node\n${expected}\n`);
    }
    assert.strictEqual(differences.join("\n"), "");
  });
}

test("older arguments", () => {
  const value = { a: { b: { c: { d: 1 } } } };
  assert.strictEqual(inspect(value, true, 0, true), util.inspect(value, true, 0, true));
  assert.strictEqual(inspect(value, false, null), util.inspect(value, false, null));
});

test("format", () => {
  const formats = [
    "", "x", "%s", "%d", "%i", "%f", "%j", "%o", "%O", "%c", "%%", "a%sb%sc", "%s%", "%", "%%s", "%x", "%s %s %s", "100%", "50% %d", "%d%%", "%%%s%%", "% s", "%5d",
  ];
  const circular = {};
  circular.self = circular;
  class Own { toString() { return "own"; } }
  class Derived extends Own {}
  class Sub extends Map {}
  const parameters = [
    undefined, null, 1, -0, 1.5, "text", "12px", "", true, {}, [], [1, [2, [3]]], { a: { b: { c: {} } } }, Symbol("s"), circular, new Own(), new Derived(),
    () => 1, class A {}, new Error("boo").message, 12345678.9, "0x1f", NaN, Infinity, new Sub([[1, 2]]), Object.create(null), { toString() { return "T"; } },
    { [Symbol.toPrimitive]: () => "prim" }, { toString: undefined }, [1, , 3], "%s", new Date(0).getTime(), new Map([["a", 1]]),
  ];
  for (const format of [...formats, 1, {}, undefined, null, ["x"]]) {
    for (const a of parameters) {
      for (const rest of [[], [a], [a, "tail"], [a, { z: 1 }, 2], ["first", a]]) {
        const list = [format, ...rest];
        assert.strictEqual(attempt(() => formatList(undefined, list)), attempt(() => util.format(...list)));
        const options = { numericSeparator: true, colors: true };
        assert.strictEqual(
          attempt(() => formatList(options, list)), attempt(() => util.formatWithOptions(options, ...list)),
        );
      }
    }
  }
  assert.strictEqual(formatList(undefined, []), util.format());
});

test("stack overflow is reported, not thrown", () => {
  let deep = {};
  for (let i = 0; i < 100000; i++) deep = { deep };
  assert.match(inspect(deep, { depth: null }), /Inspection interrupted prematurely/);
});
