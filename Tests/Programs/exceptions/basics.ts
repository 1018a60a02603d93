// throw, catch, finally, rethrow, values that are no errors.
function run(f: () => unknown): void {
  try {
    console.log("value", f());
  } catch (e) {
    console.log("caught", e instanceof Error ? `${e.name}: ${e.message}` : e);
  } finally {
    console.log("finally");
  }
}
run(() => 1);
run(() => { throw new Error("boom"); });
run(() => { throw "text"; });
run(() => { throw { code: 1 }; });
run(() => { throw undefined; });
run(() => (null as any).x);
run(() => (undefined as any)());
run(() => { try { throw new TypeError("inner"); } catch (e) { throw new RangeError("outer of " + (e as Error).message); } });
run(() => { try { throw 1; } catch { return "no binding"; } });
const e = new Error("m", { cause: "why" });
console.log(e.message, e.name, e.cause, e.toString(), Object.keys(e), e instanceof Error, typeof e.stack, "cause" in new Error("x"));
