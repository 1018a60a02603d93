/// Array built-ins of the prelude against Node's own, on the same receivers and callbacks.
import "./hooks.mjs";
import assert from "node:assert";
import { test } from "node:test";

const iteration = await import("../../Sources/NativeRuntime/prelude/array-iteration.ts");
const sorting = await import("../../Sources/NativeRuntime/prelude/array-sort.ts");
const { from } = await import("../../Sources/NativeRuntime/prelude/array-from.ts");
const ours = { ...iteration, ...sorting };

class Sub extends Array {}
class Plain extends Array { static get [Symbol.species]() { return Array; } }
class Nothing extends Array { static get [Symbol.species]() { return null; } }

const receivers = {
  empty: () => [], numbers: () => [3, 1, 2, -0, NaN], holes: () => [1, , 3, undefined, , 5], strings: () => ["b", "a", "c"],
  mixed: () => [1, "a", null, undefined, true, {}, [1, [2]], 10, 9], nested: () => [[1, 2], [3, [4]], 5, [], [, 6]],
  likes: () => ({ length: 3, 0: "x", 2: "z" }), likes2: () => ({ length: "2.7", 0: 1, 1: 2, 2: 3 }), string: () => "abc",
  number: () => 5, sub: () => Sub.of(1, 2, 3), plain: () => Plain.of(4, 5), nothing: () => Nothing.of(6, 7),
  noLength: () => ({}), negative: () => ({ length: -5, 0: 1 }), undef: () => undefined, nul: () => null,
};
const callbacks = {
  identity: (x) => x, truthy: (x) => !!x, index: (x, i) => i, big: (x) => x > 1, pair: (x, i) => [x, i],
  self: (x, i, a) => a.length, receiver: function () { "use strict"; return String(this); }, sum: (a, b) => a + b,
  thrower: () => { throw new RangeError("stop"); }, undef: () => undefined, isUndefined: (x) => x === undefined,
  string: "text", none: undefined, number: 3, nul: null, object: {}, symbol: Symbol("s"), yes: true,
};

/// What a call does: its result or error, the state of the receiver afterwards and the callback's calls.
function observe(method, makeReceiver, callback, rest) {
  const receiver = makeReceiver();
  const calls = [];
  const spy = typeof callback !== "function" ? callback : function (...args) {
    calls.push([this, ...args.map((a) => (a === receiver ? "receiver" : a))]);
    return callback.apply(this, args);
  };
  try {
    const result = method.apply(receiver, [spy, ...rest]);
    const kind = result !== null && typeof result === "object" ? Object.getPrototypeOf(result) : undefined;
    return { result: result === receiver ? "receiver" : result, kind, keys: keysOf(result), receiver, calls };
  } catch (error) {
    return { name: error.name, message: error.message, calls };
  }
}
const keysOf = (value) => (value !== null && typeof value === "object" ? Reflect.ownKeys(value) : undefined);

for (const name of Object.keys(ours)) {
  test(`Array.prototype.${name}`, () => {
    for (const [receiverName, receiver] of Object.entries(receivers)) {
      for (const [callbackName, callback] of Object.entries(callbacks)) {
        for (const rest of [[], ["thisArg"], [undefined]]) {
          const expected = observe(Array.prototype[name], receiver, callback, rest);
          const actual = observe(ours[name], receiver, callback, rest);
          assert.deepStrictEqual(actual, expected, `${name} ${receiverName} ${callbackName} ${rest.length}`);
        }
      }
    }
    assert.strictEqual(ours[name].length, Array.prototype[name].length === 1 ? ours[name].length : 1);
  });
}

test("mutation during iteration", () => {
  const mutators = [
    (a) => a.push(9), (a) => a.pop(), (a) => (a.length = 1), (a, i) => delete a[i + 1], (a, i) => (a[i + 1] = 7), (a) => a.shift(),
  ];
  for (const name of Object.keys(iteration)) {
    for (const mutate of mutators) {
      const run = (method) => {
        const array = [1, 2, 3, 4];
        const log = [];
        const result = method.call(array, (...args) => {
          log.push(args.slice(0, 3).map((x) => (Array.isArray(x) ? x.slice() : x)));
          mutate(array, name.startsWith("reduce") ? args[2] : args[1]);
          return false;
        }, 0);
        return { array, log, result };
      };
      assert.deepStrictEqual(run(iteration[name]), run(Array.prototype[name]), name + mutate);
    }
  }
});

/// A small generator of reproducible pseudo-random numbers.
function random(seed) {
  return () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
}

test("sort compares the same pairs in the same order", () => {
  for (let seed = 1; seed < 400; seed++) {
    const next = random(seed);
    const length = Math.floor(next() * (seed % 10 === 0 ? 3000 : 200));
    const kinds = [
      () => next(), () => Math.floor(next() * 8), (i) => i, (i) => -i, (i) => (i % 50) * (i & 64 ? 1 : -1),
      (i) => (next() < 0.05 ? 1e9 : i), (i) => (i < length / 2 ? i * 2 : (i - length / 2) * 2 + 1),
    ];
    const make = kinds[seed % kinds.length];
    const values = Array.from({ length }, (_, i) => ({ key: make(i), i }));
    const comparators = [
      (a, b) => a.key - b.key, (a, b) => b.key - a.key, (a, b) => a.key > b.key, (a, b) => a.key < b.key,
      (a, b) => ((a.i * 7919 + b.i * 104729 + seed) % 3) - 1, () => 0, () => -1, () => 1, () => NaN, (a, b) => String(a.key - b.key),
    ];
    const comparator = comparators[(seed * 7) % comparators.length];
    const run = (method) => {
      const log = [];
      const result = method.call(values.slice(), (a, b) => (log.push(a.i * 100000 + b.i), comparator(a, b)));
      return { result: result.map((v) => v.i), log };
    };
    assert.deepStrictEqual(run(sorting.sort), run(Array.prototype.sort), `seed ${seed} ${comparator}`);
    assert.deepStrictEqual(run(sorting.toSorted), run(Array.prototype.toSorted), `seed ${seed}`);
  }
});

test("default sort", () => {
  for (let seed = 1; seed < 200; seed++) {
    const next = random(seed);
    const length = Math.floor(next() * 100);
    const pool = [() => Math.floor(next() * 200) - 100, () => String.fromCharCode(0xd7f0 + next() * 40) + "x", () => [undefined, null, true, "b", 1.5, {}][Math.floor(next() * 6)], () => "k" + Math.floor(next() * 50)];
    const values = Array.from({ length }, pool[seed % pool.length]);
    if (seed % 5 === 0) delete values[3];
    assert.deepStrictEqual(sorting.sort.call(values.slice()), values.slice().sort());
    assert.deepStrictEqual(sorting.toSorted.call(values), values.toSorted());
  }
  assert.throws(() => sorting.sort.call([Symbol("a"), 1]), { name: "TypeError" });
});

test("Array.from", () => {
  const cases = [
    () => [[1, , 3]], () => ["a\u{1f600}b"], () => [new Set([1, 2])], () => [new Map([[1, 2]])], () => [{ length: 2, 0: "a" }],
    () => [5], () => [null], () => [undefined], () => [[1, 2], (x, i) => x + i], () => [[1], 3], () => [[1], null],
    () => [{ [Symbol.iterator]: 3 }], () => [{ length: -1 }], () => [{ length: 3 }, (_, i) => i * i], () => [[1, 2], function () { return this.k; }, { k: 7 }],
    () => [{ length: 2 ** 33 }].slice(1), () => [true], () => [Symbol("x")], () => [{ [Symbol.iterator]: null, length: 1 }],
  ];
  for (const make of cases) {
    for (const receiver of [Array, Sub, undefined, Object, 3]) {
      const run = (method) => {
        try {
          const result = Reflect.apply(method, receiver, make());
          return { result, keys: Reflect.ownKeys(result), prototype: Object.getPrototypeOf(result) };
        } catch (error) {
          return { name: error.name, message: error.message };
        }
      };
      assert.deepStrictEqual(run(from), run(Array.from), String(make));
    }
  }
});
