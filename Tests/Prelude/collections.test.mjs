/// Map and Set built-ins of the prelude against Node's own.
import "./hooks.mjs";
import assert from "node:assert";
import { test } from "node:test";

const collections = await import("../../Sources/NativeRuntime/prelude/map-set.ts");

function attempt(body) {
  try {
    return { result: body() };
  } catch (error) {
    return { name: error.name, message: error.message };
  }
}

/// A set-like whose methods are recorded.
function setLike(values, size, log, extra = {}) {
  const set = new Set(values);
  return {
    get size() { log.push("size"); return size; },
    get has() { log.push("has"); return (v) => (log.push("has " + String(v)), set.has(v)); },
    get keys() {
      log.push("keys");
      return () => {
        const iterator = set.keys();
        return {
          get next() { log.push("get next"); return () => (log.push("next"), iterator.next()); },
          return() { log.push("return"); return {}; },
        };
      };
    },
    ...extra,
  };
}

for (const name of Object.keys(collections).filter((key) => Set.prototype[key] && key !== "setForEach")) {
  test("Set.prototype." + name, () => {
    const sets = [[], [1], [1, 2, 3], [3, 4], [0, NaN, "a"], [3, 2, 1, 5, 6, 7]];
    for (const a of sets) {
      for (const b of sets) {
        for (const size of [undefined, 0, 1, 3, Infinity, -1, NaN, "2"]) {
          const run = (method) => {
            const log = [];
            const other = size === undefined ? new Set(b) : setLike(b, size, log);
            const { result, ...rest } = attempt(() => method.call(new Set(a), other));
            return { result: result instanceof Set ? [...result] : result, log, ...rest };
          };
          assert.deepStrictEqual(run(collections[name]), run(Set.prototype[name]), `${name} ${a} ${b} ${size}`);
        }
      }
      for (const other of [3, null, undefined, {}, { size: 1 }, { size: 1, has() {} }, { size: 1, has() {}, keys() { return 3; } }, new Map([[1, 2]]), [1]]) {
        const { [name]: ours } = collections;
        assert.deepStrictEqual(attempt(() => ours.call(new Set(a), other)), attempt(() => Set.prototype[name].call(new Set(a), other)));
      }
    }
    for (const receiver of [{}, [], null, undefined, new Map(), 5]) {
      assert.deepStrictEqual(
        attempt(() => collections[name].call(receiver, new Set())), attempt(() => Set.prototype[name].call(receiver, new Set())),
      );
    }
  });
}

test("forEach sees what is inserted and not what is deleted", () => {
  for (const [Class, ours] of [[Map, collections.mapForEach], [Set, collections.setForEach]]) {
    const run = (method) => {
      const collection = new Class(Class === Map ? [[1, "a"], [2, "b"], [3, "c"]] : [1, 2, 3]);
      const log = [];
      method.call(collection, function (value, key, self) {
        log.push([value, key, self === collection, this]);
        if (key === 1) collection.delete(2);
        if (typeof key === "number" && key < 20) Class === Map ? collection.set(key + 10, "new") : collection.add(key + 10);
      }, "this");
      return log;
    };
    assert.deepStrictEqual(run(ours), run(Class.prototype.forEach));
    for (const receiver of [{}, null, undefined, new WeakMap(), Class === Map ? new Set() : new Map()]) {
      for (const callback of [(x) => x, undefined, "x", {}, null]) {
        assert.deepStrictEqual(attempt(() => ours.call(receiver, callback)), attempt(() => Class.prototype.forEach.call(receiver, callback)));
        assert.deepStrictEqual(attempt(() => ours.call(new Class(), callback)), attempt(() => Class.prototype.forEach.call(new Class(), callback)));
      }
    }
  }
});

test("Map.groupBy", () => {
  // What is not iterable is the runtime's to report, with words of its own.
  for (const items of [[1, 2, 3, 4], "hello", new Set([5, 6]), [], null, undefined]) {
    for (const callback of [(x) => x % 2, (x, i) => i, () => -0, undefined, 3, {}]) {
      assert.deepStrictEqual(
        attempt(() => [...collections.mapGroupBy(items, callback)]), attempt(() => [...Map.groupBy(items, callback)]),
      );
    }
  }
});
