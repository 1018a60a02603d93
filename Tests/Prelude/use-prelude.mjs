/// Preloaded before a program (`node --import`), puts the prelude's functions in the place of Node's own, so that every
/// program of Tests/Programs is a test of the prelude.
import "./hooks.mjs";

const prelude = (file) => import("../../Sources/NativeRuntime/prelude/" + file);
const arrays = { ...(await prelude("array-iteration.ts")), ...(await prelude("array-sort.ts")) };
const { from } = await prelude("array-from.ts");
const collections = await prelude("map-set.ts");
const output = await prelude("console.ts");
const { table } = await prelude("console-table.ts");

/// Replaces methods, keeping how they are defined.
function install(object, methods) {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
const { mapForEach, mapGroupBy, setForEach, ...setMethods } = collections;
const { log, error, group, inspectOptions, durationText, ...others } = output;
Object.assign(console, others, {
  log, info: log, debug: log, dirxml: log, error, warn: error, group, groupCollapsed: group, table,
});
install(Array, { from });
install(Map, { groupBy: mapGroupBy });
install(Map.prototype, { forEach: mapForEach });
install(Set.prototype, { forEach: setForEach, ...setMethods });
install(Array.prototype, arrays);
