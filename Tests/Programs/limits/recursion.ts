// Recursion without end, and data nested deeper than the stack, are errors that can be caught.
// @stress: no, because collections at every safepoint of deep recursion take minutes
function t(name: string, f: () => any) {
  try {
    const result = f();
    console.log(name, typeof result === "string" && result.length > 60 ? result.length : result);
  } catch (error: any) {
    console.log(name, error.name, error.message);
  }
}
t("json nested parse", () => { const s = "[".repeat(100000) + "]".repeat(100000); let v = JSON.parse(s), n = 0; while (v.length) { v = v[0]; n++; } return n; });
t("json nested stringify", () => { let v: any = []; for (let i = 0; i < 100000; i++) v = [v]; return JSON.stringify(v).length; });
t("json nested reviver", () => { const s = "[".repeat(100000) + "]".repeat(100000); return JSON.parse(s, (k, v: any) => v).length; });
t("recursion", () => { function f(): any { return f() + 1; } return f(); });
t("recursion getter", () => { const o: any = { get x() { return this.x; } }; return o.x; });
t("recursion toString", () => { const o: any = { toString() { return "" + this; } }; return "" + o; });
t("recursion valueOf", () => { const o: any = { valueOf() { return +this; } }; return +o; });
t("recursion toJSON", () => { const o: any = { toJSON() { return JSON.stringify(this); } }; return JSON.stringify(o); });
t("recursion sort", () => { function f(): any { return [2, 1].sort(f)[0]; } return f(); });
t("recursion array toString", () => { let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; return String(a); });
t("deep rope", () => { let s = ""; for (let i = 0; i < 1e6; i++) s = s + "ab"; return s.charCodeAt(1e6) + s.length; });
t("deep rope left", () => { let s = ""; for (let i = 0; i < 1e6; i++) s = "ab" + s; return s.charCodeAt(1e6) + s.length; });
t("recursion proto", () => { let o: any = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); return o.x; });
t("recursion reviver", () => { let d = 0; function r(k: any, v: any): any { return JSON.parse("[1]", r); } return JSON.parse("[1]", r); });
t("recursion replacer", () => { function r(k: any, v: any): any { return JSON.stringify([1], r); } return JSON.stringify([1], r); });
t("recursion class", () => { class A { constructor() { new A(); } } new A(); });
t("recursion instanceof", () => { const o: any = { [Symbol.hasInstance](v: any) { return v instanceof o; } }; return (1 as any) instanceof o; });
t("recursion iterator", () => { const o: any = { [Symbol.iterator]() { return [...this][Symbol.iterator](); } }; return [...o]; });
t("after all", () => [1, 2, 3].map((x) => x * 2).join());
