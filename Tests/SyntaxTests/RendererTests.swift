import Testing

@testable import Syntax

/// The printed forms of diagnostics.
@Suite struct RendererTests {
  private func render(_ text: String, _ style: DiagnosticRenderer.Style) -> String {
    let parsed = Parsed(text)
    return DiagnosticRenderer(style: style) { _ in parsed.file }.render(parsed.diagnostics)
  }

  @Test func pretty() {
    #expect(
      render("let a\n\tlet b c;\n", .pretty(color: false))
        == "test.ts:2:8 - error TS1005: ';' expected.\n\n2  let b c;\n         ~\n\n")
  }

  @Test func notes() {
    #expect(
      render("f(a;\n", .pretty(color: false)) == """
        test.ts:1:4 - error TS1005: ',' expected.

        1 f(a;
             ~


        """)
    #expect(render("{", .plain).contains("  test.ts:1:1 - note TS1007"))
  }

  @Test func color() {
    #expect(render("a b", .pretty(color: true)).hasPrefix("\u{1B}[96mtest.ts\u{1B}[0m:\u{1B}[93m1\u{1B}[0m:"))
  }

  @Test func json() {
    #expect(
      render("'é😀\u{1}", .json)
        == "{\"file\":\"test.ts\",\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":6,\"severity\":\"error\","
        + "\"code\":\"TS1002\",\"message\":\"Unterminated string literal.\"}\n")
    let plain = DiagnosticRenderer(style: .json) { _ in nil }
    #expect(
      plain.render(Diagnostic(.fileTooLargeToAddress, ["a\"b"], at: nil)).hasPrefix("{\"file\":null,\"line\":null"))
  }

  @Test func longSpansAreAbridged() {
    let text = (1...9).map { "line\($0)" }.joined(separator: "\n")
    let file = SourceFile(id: FileID(0), path: "a.ts", text: Array(text.utf8))
    let span = SourceSpan(file: FileID(0), start: 2, end: UInt32(text.utf8.count))
    let window = SourceWindow(file: file, span: span).render(indent: "", paint: Paint(isOn: false), severity: .error)
    #expect(
      window.split(separator: "\n").map { $0.prefix(3) } == [
        "  1", "   ", "  2", "   ", "...", "  8", "   ", "  9", "   ",
      ])
  }
}
