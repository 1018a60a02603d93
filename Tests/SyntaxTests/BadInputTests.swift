import Testing

@testable import Syntax

/// Input that no one means: it gives one clear finding and never a crash.
@Suite struct BadInputTests {
  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func deepNesting() {
    let count = 100_000
    let texts: [(String, String)] = [
      ("parentheses", repeated("(", count) + "1" + repeated(")", count)),
      ("arrays", repeated("[", count) + repeated("]", count)),
      ("objects", "x=" + repeated("{a:", count) + "1" + repeated("}", count)),
      ("not", repeated("!", count) + "a"),
      ("blocks", repeated("{", count) + repeated("}", count)),
      ("functions", repeated("function f(){", count) + repeated("}", count)),
      ("templates", repeated("`${", count) + "1" + repeated("}`", count)),
      ("arrows", repeated("a=>", count) + "1"),
      ("conditionals", repeated("a?b:", count) + "c"),
      ("types", "let x: " + repeated("A<", count) + "B" + repeated(">", count)),
      ("function types", "let x: " + repeated("()=>", count) + "A"),
      ("patterns", "let " + repeated("[", count) + "a" + repeated("]", count) + "=1"),
      ("labels", (0..<count).map { "l\($0):" }.joined() + ";"),
      ("unclosed", repeated("(a,", count)),
    ]
    for (name, text) in texts {
      onLargeStack {
        let parsed = Parsed(text)
        #expect(parsed.codes.count == 1 && parsed.codes[0].hasPrefix("PG1101"), "\(name): \(parsed.codes.prefix(3))")
      }
    }
  }

  @Test func longChainsAreNoNesting() {
    let count = 20_000
    for text in [
      "a" + repeated(".b", count), repeated("a+", count) + "1", "a" + repeated("()", count),
      repeated("if (a) b; else ", count) + "c;", "let x: A" + repeated("[]", count), repeated("a,", count) + "b",
      "type A = " + repeated("B | ", count) + "C",
    ] {
      onLargeStack { #expect(Parsed(text).codes == []) }
    }
    onLargeStack {
      #expect(Parsed("a" + String(repeating: ".b", count: 100_000)).codes.map { $0.prefix(6) } == ["PG1101"])
    }
  }

  @Test func oneLongLine() {
    let text = String(repeating: "x=1;", count: 50_000) + "y z;"
    let parsed = Parsed(text)
    #expect(parsed.codes == ["TS1005@1:200003"])
    let renderer = DiagnosticRenderer(style: .pretty(color: false)) { _ in parsed.file }
    #expect(renderer.render(parsed.diagnostics[0]).utf8.count < 800)
  }

  @Test(arguments: [
    ("\"abc\nlet x = 1", "TS1002@1:1"), ("`abc\nlet x", "TS1160@1:1"), ("let x = 1 /* abc\n", "TS1010@1:11"),
    ("x = /abc\nlet y", "TS1161@1:5"), ("a = `b${c", "TS1005@1:10"),
    ("let a = 1;\n<<<<<<< HEAD\nlet b\n=======\nlet c\n>>>>>>> x\n", "TS1185@2:1"),
    ("f(", "TS1005@1:3"), ("{", "TS1005@1:2"), ("class A {", "TS1005@1:10"), ("§", "TS1127@1:1"), ("}", "TS1128@1:1"),
    ("\u{0}\u{0}\u{0}", "TS1127@1:1"), ("let x = ", "TS1109@1:9"), ("let x: ", "TS1110@1:8"), ("#", "TS1127@1:1"),
    ("import", "TS1005@1:7"),
  ])
  func oneFinding(_ text: String, _ expected: String) {
    #expect(Parsed(text).codes == [expected])
  }

  @Test func emptyAndMarked() {
    #expect(Parsed("").shape == "(program)")
    #expect(Parsed(bytes: [0xEF, 0xBB, 0xBF] + Array("a".utf8)).shape == "(program [(expressionStatement a)])")
    #expect(Parsed("a\r\nb\r\nc d").codes == ["TS1005@3:3"])
  }

  @Test func invalidUTF8() {
    let parsed = Parsed(bytes: Array("let a = '".utf8) + [0xC3, 0x28, 0xFF] + Array("'".utf8))
    #expect(parsed.codes == ["PG1004@1:10"])
    #expect(parsed.file.text.count == 13)
    #expect(Parsed(bytes: [0xED, 0xA0, 0x80]).codes.first == "PG1004@1:1")
    #expect(Parsed(bytes: Array("'é😀'".utf8)).codes == [])
  }

  @Test func unreadableFiles() {
    let sink = DiagnosticSink()
    #expect(SourceLoader.load(path: "/nowhere/at/all.ts", id: FileID(0), diagnostics: sink) == nil)
    #expect(SourceLoader.load(path: "/", id: FileID(0), diagnostics: sink) == nil)
    #expect(sink.diagnostics.map { $0.message.code } == ["PG1002", "PG1003"])
  }

  @Test func errorsAreLimited() {
    let codes = Parsed(String(repeating: "let x = ;\n", count: 1000)).codes
    #expect(codes.count == 101)
    #expect(codes.last == "PG1102")
  }
}
