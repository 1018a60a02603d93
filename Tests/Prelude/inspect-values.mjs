/// Values whose inspection is compared; each is made afresh.
import util from "node:util";

class Point { constructor(x, y) { this.x = x; this.y = y; } }
class Point3 extends Point { constructor() { super(1, 2); this.z = 3; } get length() { return 3; } }
class Empty {}
class Tagged { get [Symbol.toStringTag]() { return "Tag"; } }
class TaggedSame { get [Symbol.toStringTag]() { return "TaggedSame"; } }
class HttpTag { get [Symbol.toStringTag]() { return "Http"; } }
class List extends Array {}
class Dictionary extends Map {}
class Bag extends Set {}
class Failure extends Error { constructor(message) { super(message); this.name = "Failure"; this.code = 7; } }
class Unnamed extends Error {}
class Accessors { #p = 1; get a() { return this.#p; } set a(v) {} get b() { return 2; } set c(v) {} static s = 1; f = () => 1; }
class Custom { [util.inspect.custom](depth, options, inspect) { return `Custom<${depth} ${options.compact} ${typeof inspect}>`; } }
class CustomObject { [util.inspect.custom]() { return { replaced: true }; } }
class CustomThis { v = 1; [util.inspect.custom]() { return this; } }
class CustomLines { [util.inspect.custom]() { return "line 1\nline 2"; } }
class CustomStyle { [util.inspect.custom](d, o) { return o.stylize("styled", "number"); } }

const make = (fn) => fn;
/// An error with a fixed stack, so that both implementations see the same.
function err(constructor, message, options, stackFrames = "\n    at one (file.ts:1:2)\n    at two (file.ts:3:4)\n    at three (file.ts:5:6)\n    at four (f.ts:1:1)\n    at five (f.ts:2:2)") {
  const error = new constructor(message, options);
  const head = error.name === "Error" || !message ? `${constructor.name === "Unnamed" || constructor.name === "Failure" ? "Error" : error.name}${message ? ": " + message : ""}` : `${error.name}: ${message}`;
  error.stack = head + stackFrames;
  Object.defineProperty(error, "stack", { enumerable: false });
  return error;
}

const list = {
  undefined: () => undefined, null: () => null, true: () => true, zero: () => 0, minusZero: () => -0, big: () => 123456789.12345, huge: () => 1e21, nan: () => NaN,
  inf: () => -Infinity, int: () => 1234567, bigint: () => 12345678901234567890n, symbol: () => Symbol("desc"), symbolEmpty: () => Symbol(), symbolOdd: () => Symbol("a\nb'"),
  str: () => "plain", strQuote: () => "it's", strQuotes: () => "it's \"x\"", strAll: () => "it's \"x\" `y`", strDollar: () => "'\"${", strControl: () => "a\n\t\b\f\r\v\0\x1b\x7f\x9f\\",
  strSurrogate: () => "\ud800 \udc00 \u{1f600} \udfff\ud800", strLong: () => "word ".repeat(40), strLines: () => "first line of text\nsecond line of text\n".repeat(4), strVeryLong: () => "x".repeat(10050),
  strNbsp: () => "a\u00a0b\u2028", strLong17: () => "12345678901234567",
  empty: () => ({}), simple: () => ({ a: 1, b: "two", c: null, d: undefined, e: true }), keys: () => ({ "a-b": 1, 1: 2, "": 3, "é": 4, $x: 5, _y: 6, "it's": 7, [Symbol("k")]: 8, ["__proto__"]: 9 }),
  nested: () => ({ a: { b: { c: { d: { e: 1 } } } } }), nestedArrays: () => [[[[[1]]]]], wide: () => Object.fromEntries(Array.from({ length: 30 }, (_, i) => ["key" + i, i])),
  long: () => ({ first: "some rather long text here", second: "another rather long text", third: "yet more text" }), exact72: () => ({ aaaaaaaaaa: "bbbbbbbbbbbbbbbbbbbb", cccccccccc: "dddddddddddddddddddddd" }),
  threeLevels: () => ({ a: { b: { c: 1 } }, x: [1, 2, { y: 1 }] }), fourLevels: () => ({ a: [{ b: [1, { c: 2 }] }] }),
  arr: () => [1, 2, 3], arrEmpty: () => [], arrSix: () => [1, 2, 3, 4, 5, 6], arrSeven: () => [1, 2, 3, 4, 5, 6, 7], arr100: () => Array.from({ length: 100 }, (_, i) => i), arr101: () => Array.from({ length: 101 }, (_, i) => i * i),
  arr1000: () => Array.from({ length: 1000 }, (_, i) => i - 500), arrStrings: () => Array.from({ length: 20 }, (_, i) => "item" + "x".repeat(i % 7)), arrMixed: () => [1, "a", null, undefined, true, {}, [], () => 1, 9, 10],
  arrFloats: () => Array.from({ length: 25 }, (_, i) => i / 7), arrNegZero: () => [-0, 0, 1, 2, 3, 4, 5, 6], arrObjects: () => Array.from({ length: 8 }, (_, i) => ({ id: i, name: "n" + i })), arrLongStrings: () => Array.from({ length: 10 }, (_, i) => "long text number " + i + " ".repeat(i * 3)),
  arrOneLong: () => [..."abcdefgh", "x".repeat(60)], arrBig: () => Array.from({ length: 12 }, (_, i) => BigInt(i) ** 5n), arrUnicode: () => Array.from({ length: 12 }, (_, i) => "日本語é".slice(i % 4) + "\u{1f600}"), arrNested: () => Array.from({ length: 10 }, (_, i) => [i, [i]]),
  holes: () => [1, , 3], holesMany: () => [, , 1, , , , 2, ,], holesOnly: () => new Array(5), holeOne: () => [,], sparse: () => { const a = [1]; a[1000] = 2; return a; }, sparseLong: () => { const a = []; for (let i = 0; i < 400; i += 3) a[i] = i; return a; },
  sparseHuge: () => { const a = [1, 2]; a.length = 4294967295; return a; }, extra: () => Object.assign([1, 2], { name: "x", "-1": 3, [Symbol("s")]: 4 }), extraEmpty: () => Object.assign([], { a: 1 }), holeExtra: () => Object.assign([1, , 2], { k: 1 }), holesEdge: () => { const a = new Array(3); a.x = 1; return a; },
  hundredHoles: () => { const a = Array.from({ length: 99 }, (_, i) => i); a[150] = 1; return a; }, getterElement: () => Object.defineProperty([1, 2, 3], 1, { get() { return 5; }, enumerable: true }), hiddenElement: () => Object.defineProperty([1, 2, 3], 1, { value: 9, enumerable: false }),
  set: () => new Set([1, "a", { b: 1 }]), setEmpty: () => new Set(), setLarge: () => new Set(Array.from({ length: 120 }, (_, i) => i)), map: () => new Map([["a", 1], [{ k: 1 }, [1, 2]]]), mapEmpty: () => new Map(), mapNested: () => new Map([[new Map([[1, 2]]), new Map([[3, new Map([[4, new Map()]])]])]]),
  mapLarge: () => new Map(Array.from({ length: 130 }, (_, i) => [i, "v" + i])), mapLong: () => new Map(Array.from({ length: 5 }, (_, i) => ["some long key " + i, "some long value " + i])), mapExtra: () => Object.assign(new Map([[1, 2]]), { x: 1 }), setExtra: () => Object.assign(new Set(), { x: 1 }),
  mapKeys: () => new Map([["a", 1]]).keys(), mapValues: () => new Map([["a", { b: 1 }]]).values(), mapEntries: () => new Map([["a", 1], ["b", { c: 2 }]]).entries(), setValues: () => new Set([1, 2]).values(), setEntries: () => new Set([1, 2]).entries(), mapIteratorEmpty: () => new Map().entries(), arrayIterator: () => [1][Symbol.iterator](),
  manyEntries: () => new Map(Array.from({ length: 105 }, (_, i) => [i, i])).entries(),
  weakMap: () => new WeakMap(), weakSet: () => new WeakSet(), fn: () => function named() {}, fnAnonymous: () => (() => () => 1)(), arrow: () => ({ f: () => 1 }), fnProps: () => Object.assign(function f() {}, { a: 1, b: { c: 2 } }), fnNullProto: () => Object.setPrototypeOf(function f() {}, null), fnNameNumber: () => Object.defineProperty(function f() {}, "name", { value: 5 }),
  fnTag: () => Object.assign(function f() {}, { [Symbol.toStringTag]: "T" }), cls: () => Point, clsExtends: () => Point3, clsAnonymous: () => (() => class {})(), clsStatic: () => class S { static a = 1; static m() {} }, clsNull: () => class N extends null {}, builtin: () => Map, builtinMethod: () => [].map, bound: () => function f() {}.bind(null), method: () => ({ m() {} }).m,
  asyncFn: () => async () => {}, generatorFn: () => function* g() {}, math: () => Math, json: () => JSON,
  instance: () => new Point(1, 2), derived: () => new Point3(), emptyInstance: () => new Empty(), instances: () => [new Point(1, 2), new Empty()], tagged: () => new Tagged(), taggedSame: () => new TaggedSame(), httpTag: () => new HttpTag(), tagOwn: () => ({ [Symbol.toStringTag]: "Own", a: 1 }), tagProto: () => Object.create({ [Symbol.toStringTag]: "Proto" }), tagEmpty: () => Object.create({ [Symbol.toStringTag]: "" }),
  tagThrows: () => Object.defineProperty({}, Symbol.toStringTag, { get() { throw 1; } }), tagHidden: () => Object.defineProperty({ a: 1 }, Symbol.toStringTag, { value: "Hid", enumerable: false }),
  nullProto: () => Object.create(null), nullProtoProps: () => Object.assign(Object.create(null), { a: 1 }), nullProtoNested: () => ({ x: { y: { z: Object.assign(Object.create(null), { a: 1 }) } } }), createdFromNull: () => Object.create(Object.create(null)), createdFromPlain: () => Object.create({ inherited: 1 }), created: () => Object.create(new Point(1, 2)), prototype: () => Point.prototype, prototype3: () => Point3.prototype,
  nullArray: () => Object.setPrototypeOf([1, 2], null), nullMap: () => Object.setPrototypeOf(new Map([[1, 2]]), null), nullSet: () => Object.setPrototypeOf(new Set([1]), null), nullTag: () => Object.assign(Object.create(null), { [Symbol.toStringTag]: "x" }),
  list: () => List.of(1, 2), listEmpty: () => new List(), dictionary: () => new Dictionary([[1, 2]]), bag: () => new Bag(["a"]), anonymousInstance: () => new (class {})(), constructorOwn: () => ({ constructor: "text" }), constructorFn: () => ({ constructor: Point }),
  accessors: () => ({ get a() { return 1; }, set a(v) {}, get b() { return { deep: 1 }; }, set c(v) {}, get d() { throw new TypeError("no").message; }, get e() { return null; }, get f() { return "s"; }, get g() { return undefined; } }), accessorClass: () => new Accessors(), hidden: () => Object.defineProperty({ a: 1 }, "hid", { value: 2, enumerable: false }), hiddenSymbol: () => Object.defineProperty({}, Symbol("h"), { value: 2, enumerable: false }),
  symbols: () => ({ [Symbol("a b")]: 1, [Symbol()]: 2, [Symbol.iterator]: 3, [Symbol.for("x\n")]: 4 }), circular: () => { const a = { name: "a" }; a.self = a; return a; }, circularArray: () => { const a = [1]; a.push(a, [a]); return a; }, circularTwo: () => { const a = {}, b = { a }; a.b = b; a.list = [a, b, { b }]; return a; }, circularMap: () => { const m = new Map(); m.set(m, m); return m; }, circularSet: () => { const s = new Set(); s.add(s); return s; }, circularFn: () => { const f = function f() {}; f.f = f; return f; },
  shared: () => { const s = { x: 1 }; return { a: s, b: s, c: [s, s] }; }, boxedNumber: () => new Number(-0), boxedString: () => new String("it's"), boxedBoolean: () => new Boolean(false), boxedSymbol: () => Object(Symbol("b")), boxedBigint: () => Object(5n), boxedProps: () => Object.assign(new String("abc"), { x: 1 }), boxedNull: () => Object.setPrototypeOf(new Number(3), null), boxedClass: () => new (class Num extends Number {})(4), boxedTag: () => Object.assign(new Number(1), { [Symbol.toStringTag]: "T" }),
  custom: () => new Custom(), customNested: () => ({ a: { b: new Custom() } }), customObject: () => new CustomObject(), customThis: () => new CustomThis(), customLines: () => ({ a: [new CustomLines()] }), customStyle: () => [new CustomStyle()], customProto: () => Custom.prototype, customNumber: () => ({ [util.inspect.custom]: () => 42 }), customNull: () => ({ [util.inspect.custom]: () => null }), customNotFn: () => ({ [util.inspect.custom]: 1 }), inspectItself: () => ({ inspect: 1 }),
  args: () => (function () { return arguments; })(1, "a"), argsEmpty: () => (function () { return arguments; })(), argsExtra: () => { const a = (function () { "use strict"; return arguments; })(1); a.x = 2; return a; },
  error: () => err(Error, "plain"), errorNested: () => ({ a: { e: err(TypeError, "inner") } }), errorProps: () => Object.assign(err(RangeError, "props"), { code: "E", detail: { x: 1 } }), errorCause: () => err(Error, "outer", { cause: err(TypeError, "inner") }), errorCauseText: () => err(Error, "outer", { cause: "text" }), errorCauseUndefined: () => err(Error, "u", { cause: undefined }),
  errorCauseDeep: () => err(Error, "1", { cause: err(Error, "2", { cause: err(Error, "3", { cause: err(Error, "4") }) }) }), errorNoStack: () => { const e = new Error("gone"); e.stack = undefined; return e; }, errorDeletedStack: () => { const e = err(Error, "no frames", undefined, ""); return e; }, errorNoMessage: () => err(Error, ""), errorMultiline: () => err(Error, "line 1\nline 2"), errorMultilineNested: () => [err(Error, "line 1\nline 2")],
  errorClass: () => err(Failure, "failed"), errorUnnamed: () => err(Unnamed, "unnamed"), errorNameSet: () => { const e = err(Error, "named"); e.name = "Changed"; return e; }, errorMessageEnumerable: () => { const e = err(Error, "m"); Object.defineProperty(e, "message", { value: "other", enumerable: true }); return e; }, errorNullProto: () => Object.setPrototypeOf(err(Error, "np"), null), errorTag: () => Object.defineProperty(err(Error, "tag"), Symbol.toStringTag, { value: "Tag" }), errorNamePlain: () => { const e = err(TypeError, "x"); e.name = "TypeErrorSpecial"; return e; },
  aggregate: () => { const e = new AggregateError([err(Error, "a"), err(TypeError, "b")], "many"); e.stack = "AggregateError: many\n    at x (f:1:1)"; return e; }, errorStackObject: () => { const e = new Error("so"); e.stack = { not: "text" }; return e; }, errorLike: () => ({ name: "Error", message: "like", stack: "s" }), errorCreated: () => Object.create(Error.prototype), errorInMap: () => new Map([["e", err(Error, "in map")]]), errorNameNumber: () => { const e = err(Error, "n"); e.name = 5; return e; }, errorEmptyStack: () => { const e = new Error("es"); e.stack = ""; return e; },
  errorProtoPlain: () => Object.setPrototypeOf(err(Error, "pp"), Object.prototype), errorBracket: () => { const e = err(Error, "b", undefined, ""); e.extra = 1; return e; },
  deepMixed: () => ({ users: [{ name: "Ann", tags: ["a", "b"], address: { city: { name: "X" } } }, { name: "Bob", tags: [], address: null }], total: 2, map: new Map([["k", { v: [1, 2, 3] }]]) }), longInner: () => ({ a: { text: "x".repeat(70) }, b: ["y".repeat(76)] }), manyKeysShort: () => ({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13, n: 14, o: 15, p: 16, q: 17 }), arrayOfLines: () => ["a\nb", "c\nd"], objectLine: () => ({ "multi\nline": "va\nlue" }),
  mapOfArrays: () => new Map([["xs", Array.from({ length: 20 }, (_, i) => i)]]), setOfObjects: () => new Set([{ a: 1 }, { b: { c: { d: {} } } }]), matrix: () => Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => i * j)), table: () => Array.from({ length: 3 }, (_, i) => ({ id: i, name: "row " + i, values: [i, i + 1], ok: i % 2 === 0 })), undefinedList: () => Array.from({ length: 9 }), booleans: () => Array.from({ length: 30 }, (_, i) => i % 3 === 0), words: () => "the quick brown fox jumps over the lazy dog again and again".split(" "),
};
for (let n = 5; n < 60; n += 3) list["numbers" + n] = () => Array.from({ length: n }, (_, i) => (i * 7919) % (10 ** (1 + (n % 6))));
for (let n = 7; n < 40; n += 4) list["texts" + n] = () => Array.from({ length: n }, (_, i) => "s".repeat((i * n) % 13));
for (let n = 60; n < 84; n++) list["breakAt" + n] = () => ({ k: "v".repeat(n - 20), n });
for (let n = 60; n < 84; n += 2) list["nestedBreak" + n] = () => ({ outer: { k: "v".repeat(n - 30), n: [n, n] } });

export const values = list;
