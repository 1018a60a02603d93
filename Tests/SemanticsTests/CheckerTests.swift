import Syntax
import Testing

@testable import Semantics

/// Whole programs against what `tsc --strict` says about them.
@Suite struct CheckerTests {
  @Test func acceptsWhatTypeScriptAccepts() {
    let analysis = Analysis(["main.ts": readTestFile("Programs/accepted.ts")], withLibrary: true, checking: true)
    #expect(analysis.listing == "")
  }

  @Test func rejectsAsTypeScriptDoes() {
    let analysis = Analysis(["main.ts": readTestFile("Programs/rejected.ts")], withLibrary: true, checking: true)
    #expect(analysis.listing == readTestFile("Programs/rejected.expected"))
  }

  @Test func unknownLibraryNamesAreReported() {
    #expect(Analysis(["main.ts": "let x: Nonsense; x = 1;"], withLibrary: true, checking: true).codes == ["TS2304"])
  }

  @Test func typesOfExpressions() throws {
    let source = "const a = [1, 2].map(x => String(x)); let b = a[0].length; const c = b > 1 ? \"yes\" : null;"
    let analysis = Analysis(["main.ts": source], withLibrary: true)
    let listing = check(try #require(analysis.program), diagnostics: analysis.diagnostics).typeListing(of: analysis.graph!.entry)
    for line in ["1:7 a: string[]", "1:43 b: number", "1:66 c: \"yes\" | null"] { #expect(listing.contains("main.ts:\(line)\n"), "\(line)\n\(listing)") }
  }
}
