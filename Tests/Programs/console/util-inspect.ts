// util.inspect with options, custom inspection, util.format.
import util, { format, inspect, isDeepStrictEqual } from "node:util";
const o = { b: [1, { c: { d: 1 } }], a: "text", m: new Map([["k", 1]]) };
console.log(inspect(o), inspect(o, { depth: 0 }), inspect(o, { compact: false }), inspect(o, { sorted: true, breakLength: 20 }), inspect(o, false, null, true));
class Money { constructor(public n: number) {} [inspect.custom](depth: number, options: any) { return options.stylize(`$${this.n}`, "special"); } }
console.log(new Money(5), [new Money(6)], inspect(new Money(7)), `${inspect("s")}`);
console.log(format("%s-%d", "a", 1, { x: 1 }), util.format(1, 2, "3"), util.inspect.custom === inspect.custom, inspect.defaultOptions.depth);
console.log(isDeepStrictEqual({ a: [1, new Set([1])] }, { a: [1, new Set([1])] }), isDeepStrictEqual([1], ["1"]), isDeepStrictEqual(new Map([[{ a: 1 }, 2]]), new Map([[{ a: 1 }, 2]])), isDeepStrictEqual(NaN, NaN), isDeepStrictEqual(0, -0));
console.log(inspect("a'b"), inspect(new Array(3)), inspect({ get x() { return 5; } }, { getters: true }), inspect([1, 2, 3, 4], { maxArrayLength: 2 }), inspect("long text", { maxStringLength: 4 }), inspect(123456.789, { numericSeparator: true }));
