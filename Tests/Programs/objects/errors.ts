// Error, its subclasses and AggregateError as objects.
const d = (o: any, k: string) => { const p: any = Object.getOwnPropertyDescriptor(o, k); return p && [p.value instanceof Array ? p.value.join() : p.value, p.writable, p.enumerable, p.configurable].join(" "); };
const e = new Error("m", { cause: 0 });
console.log(d(e, "message"), "|", d(e, "cause"), "|", Object.keys(e), Object.hasOwn(new Error(), "message"), Object.hasOwn(new Error("x", {}), "cause"), Object.hasOwn(new Error("x", { cause: undefined }), "cause"));
console.log((Error as any)("called") instanceof Error, (TypeError as any).call(Map, "c") instanceof TypeError, Object.getPrototypeOf(RangeError.prototype) === Error.prototype, RangeError.prototype.name, RangeError.prototype.message === "");
const a = new AggregateError(new Set([1, e]), "many", { cause: "c" });
console.log(d(a, "message"), "|", a.errors.length, a.errors[1] === e, a.cause, a instanceof Error, a.name, String(a), (AggregateError as any)([]).errors, AggregateError.length, Object.hasOwn(a, "errors"), Object.keys(a));
try { new (AggregateError as any)(); } catch (x) { console.log((x as Error).message); }
class Mine extends AggregateError { constructor() { super([1], "mine"); } get name() { return "Mine"; } }
console.log(String(new Mine()), new Mine() instanceof AggregateError, Object.prototype.toString.call(new Mine()));
console.log(Error.prototype.toString.call({ name: "N", message: "M" }), Error.prototype.toString.call({}), Error.prototype.toString.call({ name: "", message: "only" }), Error.prototype.toString.call({ name: "n", message: "" }));
try { Error.prototype.toString.call(1); } catch (x) { console.log((x as Error).message); }
try { new Error({ toString() { throw new RangeError("in toString"); } } as any); } catch (x) { console.log(String(x)); }
try { new Error("x", { get cause() { throw new RangeError("in cause"); } }); } catch (x) { console.log(String(x)); }
const order: string[] = [];
new AggregateError({ [Symbol.iterator]() { order.push("iterator"); return { next: () => ({ done: true, value: 0 }) }; } }, { toString() { order.push("message"); return "m"; } } as any, { get cause() { order.push("cause"); return 1; } });
console.log(order.join());
