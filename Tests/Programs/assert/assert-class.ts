// assert.Assert with its options, assert.CallTracker, and assert.fail with more than a message.
import assert, { Assert, CallTracker } from "node:assert";
import { Assert as StrictAssert } from "node:assert/strict";

function show(name: string, action: () => any): void {
  try {
    action();
    console.log(name, "passed");
  } catch (error: any) {
    console.log(name + ":", error.name, error.code, error.diff, error.operator, error.generatedMessage, error.message.length);
    console.log(error.message.length > 300 ? error.message.slice(0, 200) + "|" + error.message.slice(-60) : error.message);
  }
}

const any: any = Assert;
show("without new", () => any());
show("bad diff", () => new Assert({ diff: "wide" } as any));
const strict: any = new Assert();
const loose: any = new Assert({ strict: false });
const full: any = new Assert({ diff: "full" });
console.log(strict, Object.keys(loose), Object.keys(Assert.prototype).join(), Assert.name, Assert.length, StrictAssert === Assert);
console.log(strict.equal === assert.strictEqual, loose.equal === assert.equal, Assert.prototype.ok === assert.ok);
show("strict", () => strict.equal(1, "1"));
show("loose", () => loose.equal(1, "1"));
show("loose deep", () => loose.deepEqual({ a: 1 }, { a: "1" }));
show("strict deep", () => strict.deepEqual({ a: 1 }, { a: "1" }));

class A { x = { y: 1 }; }
class B { x = { y: 1 }; }
const unlike: any = new Assert({ skipPrototype: true });
show("prototypes", () => strict.deepStrictEqual(new A(), new B()));
show("no prototypes", () => unlike.deepStrictEqual(new A(), new B()));
show("not deep", () => unlike.notDeepStrictEqual(new A(), new B()));
show("nested", () => unlike.deepEqual([new A(), Object.create(null)], [new B(), {}]));
show("other tag", () => unlike.deepEqual([1], { 0: 1 }));
const { deepStrictEqual } = unlike;
show("taken out", () => deepStrictEqual(new A(), new B()));

const long = Array.from({ length: 80 }, (_, i) => i);
const text = "line of text that is repeated ".repeat(30);
for (const one of [strict, full]) {
  show("notDeepStrictEqual", () => one.notDeepStrictEqual(long, long.slice()));
  show("strictEqual", () => one.strictEqual(long, long.slice()));
  show("deepEqual", () => Assert.prototype.deepEqual.call(one, text, "x"));
  show("notDeepEqual", () => Assert.prototype.notDeepEqual.call(one, text, text));
  show("throws", () => one.throws(() => { throw new Error("a"); }, { message: "b" }));
  show("throws nothing", () => one.throws(() => {}, TypeError));
  show("match", () => one.match("a", /b/));
  show("ifError", () => one.ifError(new Error("late")));
  show("partial", () => one.partialDeepStrictEqual({ a: 1 }, { a: 2 }));
  show("fail", () => one.fail("message"));
}
full.rejects(Promise.resolve(1)).catch((error: any) => console.log(error.message, error.diff));
full.doesNotReject(Promise.reject(new Error("no"))).catch((error: any) => console.log(error.message, error.diff));

process.on("warning", (warning: any) => console.log(warning.name, warning.code, warning.message));
const failing: any = assert.fail;
show("fail 2", () => failing(1, 2));
show("fail 3", () => failing(1, 2, undefined, ">"));
show("fail 4", () => failing(1, 2, "given", ">"));
show("fail null", () => failing(null));
show("fail undefined", () => failing(undefined, undefined));
show("fail error", () => failing(new RangeError("mine")));

const tracker = new CallTracker();
const twice: any = tracker.calls(function add(this: any, a: number, b: number) { return a + b; }, 2);
const once: any = tracker.calls();
const thrice: any = tracker.calls(3);
console.log(tracker instanceof CallTracker, twice.call("self", 1, 2), typeof once, once(7));
console.log(tracker.getCalls(twice), Object.isFrozen(tracker.getCalls(twice)), Object.isFrozen(tracker.getCalls(twice)[0]!.arguments));
console.log(tracker.report().map((one: any) => [one.message, one.actual, one.expected, one.operator, one.stack instanceof Error]));
try {
  tracker.verify();
} catch (error: any) {
  console.log(error.message, Object.keys(error).join());
  for (const key of ["message 0", "actual 1", "expected 1", "operator 0"]) console.log(error[key]);
}
thrice();
thrice();
thrice();
show("one left", () => tracker.verify());
twice();
show("none left", () => tracker.verify());
tracker.reset(twice);
show("reset one", () => tracker.verify());
tracker.reset();
show("reset all", () => tracker.verify());
show("untracked", () => tracker.getCalls(() => {}));
show("untracked reset", () => tracker.reset((() => {}) as any));
show("expected 0", () => tracker.calls(0));
show("expected text", () => tracker.calls((() => {}) as any, "1" as any));
process.on("exit", () => show("exiting", () => tracker.calls()));
