import Testing

@testable import Syntax

/// Literals, names and trivia.
@Suite struct LexerTests {
  /// The value of the number that `text` spells.
  private func number(_ text: String) -> Double? {
    let parsed = Parsed("(\(text))")
    return parsed.codes.isEmpty ? parsed.tree.numbers.first : nil
  }

  @Test func numbers() {
    #expect(number("0") == 0)
    #expect(number("1_000_000") == 1_000_000)
    #expect(number(".5e-3") == 0.0005)
    #expect(number("5.") == 5)
    #expect(number("0xFFFF_FFFF_FFFF_FFFF") == 18_446_744_073_709_551_616)
    #expect(number("0b101") == 5)
    #expect(number("0o777") == 511)
    #expect(number("9007199254740993") == 9_007_199_254_740_992)
    #expect(number("0x20000000000001") == 9_007_199_254_740_992)
    #expect(number("0x20000000000003") == 9_007_199_254_740_996)
    #expect(number("123456789012345678901234567890") == 1.2345678901234568e29)
    #expect(number("1e400") == .infinity)
    #expect(number("5e-324") == 5e-324)
    #expect(number("0x" + String(repeating: "f", count: 300)) == .infinity)
  }

  @Test(arguments: ["08", "017", "1_", "1__0", "0x", "0b2", "0o8", "1e", "3in", "1_.5", "0_1", "1n5", "1.5n", "1e3n"])
  func badNumbers(_ text: String) { #expect(Parsed("(\(text))").codes.count == 1) }

  @Test func bigInts() {
    #expect(Parsed("0xFFFFFFFFFFFFFFFFFFFFn").first == "(bigIntLiteral 1208925819614629174706175)")
    #expect(Parsed("0b1_01n").first == "(bigIntLiteral 5)")
    #expect(Parsed("0o777777777777777777777777n").first == "(bigIntLiteral 4722366482869645213695)")
    #expect(Parsed("1_000n").first == "(bigIntLiteral 1000)")
    #expect(Parsed("0n").first == "(bigIntLiteral 0)")
  }

  /// The WTF-8 bytes of the string literal `text`.
  private func string(_ text: String) -> [UInt8] {
    let parsed = Parsed("(\(text))")
    guard parsed.codes.isEmpty,
      let literal = parsed.tree.nodes.first(where: { $0.kind == .stringLiteral })
    else { return [0xFF] }
    return Array(parsed.interner.utf8(Name(literal.a)))
  }

  @Test func stringEscapes() {
    #expect(string(#""\n\t\r\b\v\f\0""#) == [10, 9, 13, 8, 11, 12, 0])
    #expect(string(#""\x41\u0042\u{43}""#) == Array("ABC".utf8))
    #expect(string(#""\u{1F600}""#) == Array("😀".utf8))
    #expect(string(#""\uD83D\uDE00""#) == Array("😀".utf8))
    #expect(string(#""\uD83D""#) == [0xED, 0xA0, 0xBD])
    #expect(string(#""\uDE00\uD83D""#) == [0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD])
    #expect(string("\"a\\\r\nb\\\u{2028}c\"") == Array("abc".utf8))
    #expect(string("'\u{2028}'") == Array("\u{2028}".utf8))
    #expect(string(#"'\q\'\"'"#) == Array("q'\"".utf8))
  }

  @Test(arguments: [#"\8"#, #"\01"#, #"\xg0"#, #"\u12"#, #"\u{}"#, #"\u{110000}"#, #"\u{12"#])
  func badEscapes(_ text: String) { #expect(Parsed("('\(text)')").codes.count == 1) }

  @Test func templates() {
    let parsed = Parsed("tag`a\\u{zz}${1}\r\n\\n`")
    let chunks = parsed.tree.nodes.filter { $0.kind == .templateElement }
    #expect(parsed.codes == [])
    #expect(chunks[0].flags == .invalidEscape)
    #expect(parsed.interner.string(Name(chunks[0].b)) == "a\\u{zz}")
    #expect(parsed.interner.string(Name(chunks[1].a)) == "\n\n")
    #expect(parsed.interner.string(Name(chunks[1].b)) == "\n\\n")
    #expect(Parsed("`a\\u{zz}${1}`").codes == ["TS1125@1:3"])
  }

  @Test func nestedTemplates() {
    let parsed = Parsed("`a${`b${ {c: `}`}.c }d`}e`")
    #expect(parsed.codes == [])
    #expect(parsed.tree.nodes.filter { $0.kind == .templateExpression }.count == 3)
  }

  @Test func names() {
    #expect(Parsed(#"\u0061\u{62}c"#).first == "abc")
    #expect(Parsed("ünï").first == "ünï")
    #expect(Parsed("𠮷").first == "𠮷")
    #expect(Parsed("a\u{200D}b").codes == [])
    #expect(Parsed(#"o.\u0069f"#).first == "(propertyAccess o if)")
    #expect(Parsed(#"let v\u0061r = 1"#).codes == ["TS1260@1:5"])
    #expect(Parsed("a\u{2E2F}b").codes == ["TS1127@1:2"])
  }

  @Test func regularExpressionOrDivision() {
    #expect(Parsed("a / b / c").first == "(binaryExpression (binaryExpression a b divide) c divide)")
    #expect(Parsed("a = /b/g").first == "(assignmentExpression a (regularExpressionLiteral b g) assign)")
    #expect(Parsed("(a) / b").codes == [])
    #expect(Parsed("a++ / b / c").codes == [])
    #expect(Parsed("if (a) /b/.test(c)").codes == [])
    #expect(Parsed("{} /b/.test(c)").codes == [])
    #expect(Parsed("x = /[/\\]]\\//").first == #"(assignmentExpression x (regularExpressionLiteral [/\]]\/ ) assign)"#)
    #expect(Parsed("`${a}` / b").codes == [])
    #expect(Parsed("a /= b").first == "(assignmentExpression a b divide)")
    #expect(Parsed("f(/=/)").codes == [])
  }

  @Test func trivia() {
    #expect(Parsed("#!/usr/bin/env node\nlet a").codes == [])
    #expect(Parsed("let a\u{A0}=\u{FEFF}\u{3000}1").codes == [])
    #expect(Parsed("let a /* \n */ let b").codes == [])
    #expect(Parsed("let a /* */ let b").codes == ["TS1005@1:13"])
    #expect(Parsed("let a\u{2028}let b").codes == [])
    #expect(Parsed(" #!x").codes != [])
  }
}
