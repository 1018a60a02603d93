import Foundation
import Syntax
import Testing

@testable import PIR

/// What `// @optimize …` says of which functions.
@Suite struct OptimizationCommentsTests {
  private static let small = """
    /// A file.
    // @optimize size
    function plain() {
      return 1;
    }
    // @optimize speed
    function fast(
      a,
    ) {
      const inner = () => a;

      return inner;
    }
    function between() {}
    const methods = {
      // @optimize speed
      one() {
        // @optimize size
        const cold = () => 1;
        const warm = () => 2;
      },
      two() {},
      // @optimize speed
      get short() { return 1; },
      get next() { return 2; },
    };
    """

  private static func isSmall(_ name: String, in text: String) throws -> Bool {
    let file = SourceFile(id: FileID(0), path: "a.ts", text: Array(text.utf8))
    let start = try #require(text.range(of: name)).lowerBound.utf16Offset(in: text)
    return OptimizationComments(file).goal(of: SourceSpan(file: file.id, start: UInt32(start), end: UInt32(start + 1))) == .size
  }

  @Test(arguments: [
    ("function plain", true), ("function fast", false), ("() => a", false), ("function between", true), ("one()", false),
    ("() => 1", true), ("() => 2", false), ("two()", true), ("get short", false), ("get next", true),
  ]) func functions(_ name: String, _ expected: Bool) throws {
    #expect(try Self.isSmall(name, in: Self.small) == expected)
  }

  @Test func onlyTheHeadIsForTheFile() throws {
    let text = "const a = 1;\n// @optimize size\nfunction b() {\n}\nfunction c() {\n}\n"
    #expect(try Self.isSmall("function b", in: text))
    #expect(try !Self.isSmall("function c", in: text))
    let file = SourceFile(id: FileID(0), path: "a.ts", text: Array(text.utf8))
    #expect(OptimizationComments(file).goal(of: nil) == nil)
  }
}
