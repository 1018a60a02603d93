import Testing

@testable import Syntax

/// Early errors of ECMA-262 in JavaScript files, by family: what must be refused, beside its nearest valid relatives.
@Suite struct EarlyErrorTests {
  /// The codes of what is found in `text`, parsed as a file of JavaScript.
  private func findings(_ text: String, _ goal: ParseGoal) -> [String] {
    let sink = DiagnosticSink(keepsTypeErrors: false)
    let file = SourceFile(id: FileID(0), path: "test.js", text: Array(text.utf8))
    _ = parse(file, interner: Interner(), diagnostics: sink, goal: goal)
    return sink.diagnostics.map(\.message.code)
  }

  @Test(arguments: [
    // Assignment targets.
    "f() = 1;", "(a, b) = 1;", "a + b = 1;", "a?.b = 1;", "a?.[0]++;", "--a?.b;", "new.target = 1;", "this = 1;", "1++;",
    "({ a }) = 1;", "([a]) = 1;", "[(a = 1)] = [];", "[...a, b] = [];", "[...a = 1] = [];", "({ ...{ a } } = {});",
    "({ a: (b = 1) } = {});", "({ (a) } = {});", "({ a() {} } = {});", "({ get a() {} } = {});", "({ a = 1 });",
    "f({ a = 1 });", "eval = 1;", "arguments++;", "[arguments] = [];", "({ eval } = {});", "`a` = 1;", "async () => {} = 1;",
    "for (f() of []) ;", "for (a?.b in {}) ;", "for ((a, b) of []) ;", "a &&= b ??= c, (a) => {} = 1;", "import.meta = 1;",
    // Names.
    "var let;", "let let = 1;", "const [let] = [];", "class let {}", "var yield;", "var static;", "var implements;", "var enum;",
    "var eval;", "function arguments() {}", "(eval) => {};", "var \\u0069f;", "l\\u0065t a;", "var \\u{63}lass;", "({ i\\u0066 });",
    "function f(yield) {}", "package: ;", "yi\\u0065ld: ;", "var a\\u{110000};", "var \\u0030a;", "var a\\u2028;", "var ⸯ;", "#a;",
    // Operators.
    "-1 ** 2;", "await 1 ** 2 || typeof 1 ** 2;", "a ?? b || c;", "a && b ?? c;", "delete a;", "delete (a);", "delete ((a));",
    "class A { #a; m() { delete this.#a; } }", "class A { #a; m() { delete (this?.#a); } }", "new a?.b();", "a?.`b`;", "a?.b`c`;",
    "new import('a');", "import();", "import(...a);", "import('a', 'b', 'c');", "a => {} || b;", "a\n=> 1;", "() => {}()",
    "async a\n=> 1;", "(a, b) => { \"use strict\"; let [c]; };", "() + 1;", "(...a);", "(a, ...b);", "(a,);",
    // Literals.
    "010;", "08;", "0_1;", "1__0;", "1_;", "0x_1;", "1n1;", "01n;", "1.5n;", "1e3n;", "3in [];", "0b2;", "0o8;", "'\\01';", "'\\8';",
    "'\\x4';", "'\\u{}';", "'\\u{110000}';", "'a\nb';", "`\\01`;", "`\\u{`;", "`${a`;", "/a/gg;", "/a/x;", "/(/;", "/a\n/;", "/[/;",
    "/(?<a>b)(?<a>c)/;", "/\\u{1F600/u;", "/*", "({ __proto__: a, '__proto__': b });", "'use strict'; 0777;",
    // Functions.
    "function f(a = 1) { 'use strict'; }", "({ m({ a }) { 'use strict'; } });", "(...a) => { 'use strict'; };",
    "function f(...a,) {}", "function f(...a, b) {}", "function f(...a = []) {}", "({ get a(b) {} });", "({ set a() {} });",
    "({ set a(...b) {} });", "function* f(a = yield) {}", "async function f(a = await 1) {}", "async (a = await 1) => {};",
    "function* f() { function g(a = yield) {} }", "function* f() { (a = yield) => {}; }", "async function f() { (await) => {}; }",
    "function f() { yield 1; }", "function f() { super.a; }", "function f() { super(); }", "({ m() { super(); } });", "super.a;",
    "() => super.a;", "new.target;", "() => new.target;", "function f() { new.targe\\u0074; }", "(async function await() {});",
    "(function* yield() {});", "async function f() { function g() { await 1; } }", "({ async *m(a = yield) {} });",
    // Statements.
    "if (a) let b;", "if (a) const b = 1;", "if (a) class B {}", "if (a) function f() {}", "while (a) function f() {}",
    "a: function* f() {}", "a: async function f() {}", "a: let\nb;", "a: class B {}", "a: a: ;", "a: { a: ; }", "break;", "continue;",
    "a: { continue a; }", "while (1) { break a; }", "a: while (1) { (() => { break a; })(); }", "return;", "{ return; }",
    "const a;", "let [a];", "for (const a;;) ;", "for (let a, b of []) ;", "for (let a = 1 of []) ;", "for (var a = 1 in {}) ;",
    "for (let of []) ;", "for (let.a of []) ;", "for (async of []) ;", "for (let a of b, c) ;", "for (const a in b, c of d) ;",
    "for (var [a];;) ;", "switch (a) { default: default: }", "switch (a) { b; }", "try {}", "try {} catch (a = 1) {}", "catch {}",
    "throw\na;", "with (a) b;", "do a while (b) c d", "if (a) ; else let\n{}", "let\nlet = 1;", "async function f() {} g() {}",
    "a\n++\n;", "var a = 1 var b;", "{ 1 } 2 3", "for (a; b\n) c;", "async\nfunction f() { await 1; }", "{ import 'a'; }",
    "for (let [a, ...b, c] of []) ;", "var [...a,] = [];", "var { ...a, } = {};", "var { ...{ a } } = {};", "var { a: 1 } = {};",
    // Classes.
    "class A { constructor() {} constructor() {} }", "class A { constructor() {} 'constructor'() {} }", "class A { get constructor() {} }",
    "class A { *constructor() {} }", "class A { async constructor() {} }", "class A { constructor = 1; }", "class A { 'constructor'; }",
    "class A { static prototype() {} }", "class A { static prototype = 1; }", "class A { static 'prototype'; }",
    "class A { static get prototype() {} }", "class A { #constructor; }", "class A { static #constructor() {} }", "class A { #a; #a; }",
    "class A { get #a() {} get #a() {} }", "class A { get #a() {} static set #a(b) {} }", "class A { #a; set #a(b) {} }",
    "class A { m() { this.#b; } }", "class A { [this.#a]; #a; } this.#a;", "class A { #a; m() { #a; } }", "class A { #a; m() { #a + 1; } }",
    "class A { #a; m() { 1 + #a in this; } }", "class A { # a; }", "class A extends B { m() { super.#a; } #a; }",
    "class A { constructor() { super(); } }", "class A extends B { m() { super(); } }", "class A extends B { a = super(); }",
    "class A extends B { static { super(); } }", "class A { a = arguments; }", "class A { a = () => arguments; }",
    "class A { static { arguments; } }", "class A { static { await; } }", "class A { static { await 1; } }", "class A { static { return; } }",
    "a: while (1) { class A { static { break a; } } }", "class A { static { class B { [arguments]; } } }", "class A { a b }",
    "class A { a = 1 b = 2 }", "class A { get a = 1; }", "class A { async a = 1; }", "class A { *a = 1; }", "class A { a: 1 }", "class A { a, b }",
    "class A extends B, C {}", "class A extends a => {} {}", "class {}", "class A { static async *#a() {} static #a; }",
    // TypeScript's own syntax.
    "var a: number;", "function f(a?: 1) {}", "a as b;", "a!;", "<a>b;", "enum A {}", "interface A {}", "type A = 1;", "abstract class A {}",
    "class A { private a; }", "class A { a?; }", "class A { a!; }", "class A { readonly a; }", "class A { declare a; }", "function f(this) {}",
    "class A<T> {}", "function f<T>() {}", "f<T>;", "class A { constructor(public a) {} }", "import type { a } from 'b';", "declare let a;",
    "namespace A {}", "a satisfies b;", "class A implements B {}", "function f(): void {}", "(a): b => a;", "function f();", "let a!;",
    "import a = b.c;", "export = a;", "class A { m(); }", "({ m<T>() {} });", "async <T>(a) => a;", "try {} catch (e: any) {}",
  ]) func refused(_ text: String) {
    #expect(findings(text, .module) != [])
    #expect(findings(text, .script) != [])
  }

  @Test(arguments: [
    "(a) = 1;", "((a.b)) = 1;", "[(a), (b.c)] = [];", "({ a: (b) } = {});", "[a = 1, [b], ...c] = [];", "({ a = 1, ...b } = {});",
    "[...[a]] = [];", "({ eval: a } = {});", "for ((a) of []) ;", "for ([a] of []) ;", "for ({ a = 1 } of []) ;", "for (a.b in {}) ;",
    "({ a: { b = 1 } } = {});", "[{ a = 1 }] = [];", "(a?.b).c = 1;", "a?.b.c(1)?.[d];", "new (a?.b)();", "(-1) ** 2;", "2 ** -1;",
    "(a ?? b) || c;", "a ?? (b && c);", "delete a.b;", "delete a?.b;", "delete (a, b);", "delete +a;", "a?.5:1;", "var async, of, get, set;",
    "var \\u0061b, \\u{62}, a\\u200c;", "({ if: 1, class: 2, i\\u0066: 3 }).if;", "var 𝒜, ᢅ;", "using\na;", "var using, accessor, type;",
    "type\nA\n= 1;", "declare\nlet a;", "abstract\nclass A {}", "namespace\nA\n{}", "async\nfunction f() {}", "a\n++b;", "do a; while (b) c;",
    "for (async of => {};;) ;", "for (async in {}) ;", "for (var of of []) ;", "for (of of []) ;",
    "for (const of of of) ;", "for (using of []) ;", "for (using in {}) ;", "for (let [a] = [1];;) ;",
    "a: b: while (1) { continue a; }", "a: { break a; }", "a: ; a: ;", "switch (a) { case b: default: case c: }", "try {} catch {} finally {}",
    "0b1_0; 0xf_F; 1_0.0_1e1_0; 0n; 0b1n;", "'\\0'; '\\x41\\u{1F600}\\\n';", "a`\\u{`; a`\\01`;", "/[/]\\//u; /(?<a>b)|(?<a>c)/;",
    "({ __proto__: a, ['__proto__']: b, __proto__() {} });", "({ __proto__: a, __proto__ });", "({ __proto__: a, __proto__: b } = {});",
    "function f(a, b) { 'use strict'; }", "function f(a,) {} f(a,);", "(function () { new.target; super_; });", "({ m() { super.a; } });",
    "({ get a() { return super.a; }, set a(b) {} });", "() => { ({ m() { (() => super.a)(); } }); };", "function f() { (() => new.target)(); }",
    "function* f() { yield; yield a; yield* b; (yield) ? yield : yield; }",
    "async function f() { await a; for await (b of c) ; async () => await a; }", "async (a) => await a; async a => a; async();",
    "class A extends B { constructor() { (() => super())(); } }", "class A { static { super.a; this; new.target; } }",
    "class A { a = super.b; static c = this; #d = () => this.#d; }", "class A { #a; static m(b) { return #a in b; } }",
    "class A { get #a() {} set #a(b) {} static #c; }", "class A { #a; m() { class B { n(b) { b.#a; } } } }",
    "class A { static constructor() {} static get constructor() {} }", "class A { prototype() {} static [`prototype`]() {} }",
    "class A { get; set; static; async; get\na() {} }", "class A { static static; static async; static\na\nb\n*c() {} }",
    "class A { 'a'; 1; [b]; static async *[c]() {}; ; }", "class A extends {} {}", "class A extends (a => {}) {}",
    "class A { declare; readonly; accessor; abstract; private_ }", "class A { static { var a; let b; { function a() {} } } }",
    "a < b > (c);", "f(a < b, c > (d));", "a ? (b) : c => d;", "switch (a) { case (b): c => d; }", "a ? async (b) : c => d;", "(a, b) => c;",
    "let { a, b: [c = 1, ...d], ...e } = {};", "(a = 1, { b }, [c], ...d) => {};", "import('a'); import('a', {},);", "{ ; } if (a) ; else ;",
  ]) func accepted(_ text: String) {
    #expect(findings(text, .module) == [])
    #expect(findings(text, .script) == [])
  }

  @Test(arguments: [
    "export { a as 'b' }; var a;", "export { default, 'c' as d } from 'e';", "export * as 'f' from 'g'; export * as default from 'h';",
    "import { 'a' as b, default as c } from 'd';", "import e, * as f from 'g';", "import h, { i, } from 'j' with { type: 'json', };",
    "export default class {} export let a;", "export default function* () {}", "export default async () => {};", "import.meta.url;",
    "await 1; for await (a of b) ;", "import type from 'a';", "import { type } from 'a';", "import source from 'a';", "import defer from 'b';",
    "import { type as as } from 'a';", "import type, { b } from 'a';", "export default abstract\n;", "export {};",
  ]) func onlyInModules(_ text: String) {
    #expect(findings(text, .module) == [])
    #expect(findings(text, .script) != [])
  }

  @Test(arguments: [
    "var await;", "await: ;", "function await(await) {}", "(await) => await;", "var aw\\u0061it;", "class await {}", "({ await });",
    "<!-- a", "--> a", "/*\n*/ --> a",
  ]) func onlyInScripts(_ text: String) {
    #expect(findings(text, .script) == [])
    #expect(findings(text, .module) != [])
  }

  @Test(arguments: [
    "import { a as if } from 'b';", "import { if } from 'b';", "import { 'a' } from 'b';", "import { a as eval } from 'b';",
    "import * as arguments from 'a';", "import let from 'a';", "export { if };", "export { 'a' };", "export { let };", "export a;",
    "export { '\\uD800' } from 'a';", "import { '\\uDFFF' as a } from 'b';", "import a, b from 'c';", "import a from b;",
    "import 'a' with { b: 'c', 'b': 'd' };", "import 'a' with { b: 1 };", "export default var a;", "export default const a = 1;",
    "if (a) import 'b';", "function f() { export default 1; }", "a: export {};", "import * from 'a';", "export * as a;", "import { a b } from 'c';",
    "var await;", "function await() {}", "await: ;", "class A { static { import.meta = 1; } }", "import.metal;", "export async\nfunction f() {}",
  ]) func refusedModules(_ text: String) {
    #expect(findings(text, .module) != [])
  }
}
