import Foundation
import Syntax
import Testing

/// The tables of messages, and the sink that collects findings.
@Suite struct DiagnosticTests {
  @Test func ownCodesAreUnique() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)!.compactMap { $0 as? URL }
    let tables = files.filter { $0.lastPathComponent.hasPrefix("DiagnosticMessage+") }
    var codes: [String: Int] = [:]
    for table in tables {
      for match in try String(contentsOf: table, encoding: .utf8).matches(of: /DiagnosticMessage\(\s*"(PG\d+)"/) {
        codes[String(match.1), default: 0] += 1
      }
    }
    #expect(codes.count > 20)
    #expect(codes.filter { $0.value > 1 }.isEmpty)
  }

  @Test func sinksMayLeaveTypeErrorsOut() {
    let row = DiagnosticMessage.typeError("TS1", "wrong")
    let builds = DiagnosticSink(keepsTypeErrors: false)
    builds.report(row, at: nil)
    #expect(!builds.hasErrors && builds.diagnostics.isEmpty)
    builds.report(row.asTypeError(false), at: nil)
    #expect(builds.errorCount == 1)
    let checks = DiagnosticSink()
    checks.report(row, at: nil)
    #expect(checks.hasErrors)
  }
}
