import Foundation
import Testing

@testable import PIR

/// Runs the passes that a `.pir` file names in its first line, `// passes: a, b`, and compares the text with the
/// `.expected` file beside it. With `POLYGLOT_BLESS` set the expected files are rewritten.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  static var cases: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".pir") }.sorted()
  }

  @Test(arguments: cases) func golden(_ name: String) throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    var module = try PIRParser.parse(source)
    let header = source.prefix { $0 != "\n" }
    let names = header.dropFirst("// passes:".count).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let passes = try names.map { name in try #require(Pass.all.first { $0.name == name }, "no pass '\(name)'") }
    var manager = PassManager(passes)
    manager.verify = true
    try manager.run(&module)
    let observed = PIRPrinter.print(module)
    #expect(PIRPrinter.print(try PIRParser.parse(observed)) == observed, "the text does not survive parsing")
    let expectedFile = Self.folder.appendingPathComponent(name.replacingOccurrences(of: ".pir", with: ".expected"))
    if ProcessInfo.processInfo.environment["POLYGLOT_BLESS"] != nil {
      try observed.write(to: expectedFile, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: expectedFile, encoding: .utf8)
    #expect(observed == expected)
  }

  @Test func verifierRejectsUseBeforeDefinition() throws {
    let module = try PIRParser.parse(
      """
      func @f(arg0 %0: f64) -> f64 {
      b0:
        %2: f64 = f64.add %0, %1
        %1: f64 = const.f64 1.0
        return %2
      }
      """)
    #expect(throws: VerificationError.self) { try Verifier.verify(module) }
  }

  @Test func verifierRejectsWrongRepresentation() throws {
    let module = try PIRParser.parse(
      """
      func @f(arg0 %0: boxed) -> f64 {
      b0:
        return %0
      }
      """)
    #expect(throws: VerificationError.self) { try Verifier.verify(module) }
  }

  @Test func parserReportsLine() {
    #expect { _ = try PIRParser.parse("func @f() -> void {\nb0:\n  nonsense\n}") } throws: { error in
      (error as? PIRParseError)?.line == 3
    }
  }
}
