import Syntax
import Testing

@testable import Semantics

/// Scopes, flags of symbols, imports and exports.
@Suite struct BinderTests {
  @Test(arguments: [
    ("nothing;", "TS2304"), ("let a = 1; let a = 2;", "TS2451"), ("const a = 1; a = 2;", "TS2588"),
    ("a; let a = 1;", "TS2448"), ("new A(); class A {}", "TS2449"), ("interface I {} I;", "TS2693"),
    ("type T = 1; type T = 2;", "TS2300"), ("function f() {} f = 1;", "TS2630"), ("enum E {} E = 1;", "TS2628"),
    ("let a = a;", "TS2448"), ("for (const a of a) {}", "TS2448"),
  ]) func findings(_ source: String, _ code: String) {
    #expect(Analysis(source).codes.contains(code))
  }

  @Test(arguments: [
    "f(); function f() { return a; } let a = 1;", "const { a, b = a } = { a: 1 }; b;", "var a; var a = 2; a;",
    "interface I { a: 1 } interface I { b: 2 } class I {} new I();", "function f(a) { var a; arguments; } f();",
    "namespace N { export const a = 1; } namespace N { export const b = a; } N;", "undefined; globalThis; console;",
    "enum E { A = 1, B = A } enum E { C = B } E;", "x: for (;;) break x;", "const f = function g() { var g; g; }; f;",
    "type A = B; type B = string; let x: A; x = '';", "class A { static a = new A(); #b = A; } A;",
  ]) func accepted(_ source: String) {
    #expect(Analysis(source).codes == [])
  }

  @Test(arguments: [
    "nothing;", "const a = 1; a = 2;", "a; let a = 1;", "new A(); class A {}", "interface I {} I;", "class A {} A = 1;",
    "type T = 1; type T = 2;", "function f() {} f = 1;", "function f() { function g() {} function g() {} var g; }",
    "function f(a) { function a() {} }", "function f(a?: 1, b: 2) {}", "let a!: string = '';", "declare let a; let a = 1;",
    "import type { a } from './a'; const a = 1;", "import type { a } from './nowhere';", "import { type b } from './a';",
    "import { a } from './a'; a = 1;", "import type { a } from './a'; a;", "export type { a } from './nowhere';",
    "import type { a } from 'node:tls';", "export { type b };", "function f(): void;", "import('./nowhere');",
  ]) func foundButNotInTheWayOfRunning(_ source: String) {
    let analysis = Analysis(["main.ts": source, "a.ts": "export const a = 1;"])
    #expect(analysis.codes != [] && analysis.earlyErrors == [])
  }

  @Test(arguments: [
    ("let a = 1; let a = 2;", "TS2451"), ("let a; { var a; }", "TS2451"), ("{ let a; { var a; } }", "TS2451"),
    ("for (let a of []) { var a; }", "TS2451"), ("try {} catch (a) { let a; }", "TS2451"), ("class A {} class A {}", "TS2300"),
    ("function f() {} function f() {}", "TS2393"), ("{ function f() {} function f() {} }", "TS2393"),
    ("var f; function f() {}", "TS2300"), ("function f(a) { let a; }", "TS2451"), ("export { nothing };", "TS2304"),
    ("export const a = 1; export { a };", "TS2323"), ("import { b } from './a';", "TS2305"), ("import b from './a';", "TS1192"),
    ("import { I } from './a'; I;", "TS2693"), ("import { a } from './a'; let a;", "TS2440"), ("import './nowhere';", "TS2307"),
    ("export var a, a;", "TS2323"), ("import { c } from './b';", "TS2308"), ("export { c as d } from './b';", "TS2308"),
    ("export { m } from './main';", "TS2303"), ("import { m } from './main'; export { m };", "TS2303"),
    ("Promise;", "PG2004"), ("typeof setTimeout;", "PG2004"),
  ]) func earlyErrors(_ source: String, _ code: String) {
    let analysis = Analysis([
      "main.ts": source, "a.ts": "export const a = 1; export interface I {}",
      "b.ts": "export * from './b1'; export * from './b2';", "b1.ts": "export let c;", "b2.ts": "export let c;",
    ])
    #expect(Set(analysis.earlyErrors) == [code])
  }

  @Test func catchParametersMayBecomeVariables() {
    #expect(Analysis("try {} catch (e) { var e; { let e; } }").codes == [])
  }

  @Test func initChecksOnlyWhereTheyMatter() {
    let source = """
      const before = 1; function early() { return late; } early(); const late = 2;
      function main() { return table; } const table = []; main();
      const fact = (n) => n ? fact(n - 1) : 1; class Tree { static root = new Tree(); make() { return Tree; } }
      switch (before) { case 1: let skipped = 1; break; case 2: skipped; }
      """
    let analysis = Analysis(source)
    #expect(analysis.flags("late")!.contains(.needsInitCheck))
    #expect(analysis.flags("skipped")!.contains(.needsInitCheck))
    for name in ["before", "table", "fact", "Tree"] { #expect(!analysis.flags(name)!.contains(.needsInitCheck), "\(name)") }
  }

  @Test func capturesAndAssignments() {
    let analysis = Analysis("let a = 1, b = 2; b++; const f = () => a; class C { x = b; } [f, C];")
    #expect(analysis.flags("a")!.contains(.captured) && !analysis.flags("a")!.contains(.assigned))
    #expect(analysis.flags("b")!.contains(.captured) && analysis.flags("b")!.contains(.assigned))
    #expect(!analysis.flags("f")!.contains(.captured))
  }

  @Test func exportsFollowStars() throws {
    let analysis = Analysis([
      "main.ts": "export * from './a'; export * from './b'; export const own = 1; export * as ns from './a';",
      "a.ts": "export const x = 1; export const both = 1; export default 1;", "b.ts": "export const both = 2, y = 1;",
    ])
    let program = try #require(analysis.program)
    let names = program.exports[0].map { analysis.interner.string($0.name) }
    #expect(names == ["ns", "own", "x", "y"])
  }

  @Test func brokenImports() {
    let files = ["a.ts": "const hidden = 1; export const x = 1; export interface I {}"]
    for (source, code) in [
      ("import { y } from './a'; y;", "TS2305"), ("import { hidden } from './a'; hidden;", "TS2459"),
      ("import d from './a'; d;", "TS1192"), ("import { I } from './a'; I;", "TS2693"), ("import { x } from './a'; x = 2;", "TS2632"),
      ("import type { x } from './a'; x;", "TS1361"),
    ] {
      #expect(Analysis(files.merging(["main.ts": source]) { $1 }).codes == [code], "\(source)")
    }
    #expect(Analysis(files.merging(["main.ts": "import { I, x } from './a'; let a: I; x;"]) { $1 }).codes == [])
  }
}
