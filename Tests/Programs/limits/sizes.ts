// What is too long or too many is an error that can be caught, and leaves everything as it was.
function t(name: string, f: () => any) {
  try {
    const result = f();
    console.log(name, typeof result === "string" && result.length > 60 ? result.length : result);
  } catch (error: any) {
    console.log(name, error.name, error.message);
  }
}
t("repeat 2**30", () => "x".repeat(2 ** 30));
t("repeat -1", () => "x".repeat(-1));
t("repeat inf", () => "x".repeat(Infinity));
t("pad", () => "x".padEnd(2 ** 30));
t("concat too long", () => { let s = "x".repeat(2 ** 28); s += s; return (s + s).length; });
t("join too long", () => { const a = new Array(10).fill("x".repeat(2 ** 27)); return a.join("").length; });
t("array length", () => new Array(2 ** 32));
t("array length -1", () => new Array(-1));
t("array length 1.5", () => { const a: any[] = []; a.length = 1.5; return a; });
t("array length set", () => { const a: any[] = []; a.length = 2 ** 32; });
t("array max", () => { const a: any[] = []; a.length = 2 ** 32 - 1; return a.length; });
t("push at max", () => { const a: any[] = []; a.length = 2 ** 32 - 1; a.push(1); });
t("push at max left", () => { const a: any[] = []; a.length = 2 ** 32 - 1; try { a.push(1); } catch {} return [a.length, a[2 ** 32 - 1]].join(); });
t("throw in sort getter", () => { const a = [3, 2, 1]; Object.defineProperty(a, 1, { get() { throw new Error("getter"); } }); a.sort(); });
t("throw in comparator", () => [3, 2, 1].sort(() => { throw new Error("comparator"); }));
t("toString object", () => String({ toString() { return {}; }, valueOf() { return {}; } }));
t("toPrimitive object", () => `${{ [Symbol.toPrimitive]() { return {}; } }}`);
t("cyclic join", () => { const a = [1]; a.push(a); return a.join(); });
t("cyclic json", () => { const a: any = {}; a.a = a; return JSON.stringify(a); });
t("fill object", () => Array.prototype.push.call({  length: 2 ** 53 - 1 }, 1));
t("unshift object", () => Array.prototype.unshift.call({  length: 2 ** 53 - 1 }, 1));
t("splice object", () => Array.prototype.splice.call({  length: 2 ** 53 - 1 }, 0, 0, 1));
t("bigint big", () => 2n ** (2n ** 40n));
t("after all", () => [1, 2, 3].map((x) => x * 2).join());
