import Testing

@testable import Syntax

/// Grammar decisions that goldens would hide among much else.
@Suite struct ParserTests {
  @Test(arguments: [
    ("a\n++\nb", "[(expressionStatement a) (expressionStatement (updateExpression b 0))]"),
    ("a\n(b)", "[(expressionStatement (callExpression a [b]))]"),
    (
      "a = b\n/c/g",
      "[(expressionStatement (assignmentExpression a (binaryExpression (binaryExpression b c divide) g divide) assign))]"
    ),
    ("do ; while (a) b", "[(doStatement (emptyStatement) a) (expressionStatement b)]"),
    ("async\nfunction f() {}", "[(expressionStatement async) (functionDeclaration f (signature) (block))]"),
    ("type\nX", "[(expressionStatement type) (expressionStatement X)]"),
    (
      "let x\nlet y",
      "[(variableStatement [(variableDeclaration x)] 1) (variableStatement [(variableDeclaration y)] 1)]"
    ),
  ])
  func semicolons(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.codes == [])
    #expect(parsed.shape == "(program \(expected))")
  }

  @Test(arguments: ["a b", "a\nb c", "if (a) b else c", "throw\na", "for (a\nb) ;", "x++ y", "let x = 1 let y"])
  func noSemicolonHere(_ text: String) { #expect(Parsed(text).codes.count == 1) }

  @Test(arguments: [
    ("(a, b)", "(parenthesizedExpression (sequenceExpression [a b]))"),
    ("(a) => b", "(arrowFunction (signature [(parameter a)]) b)"),
    ("async (a)", "(callExpression async [a])"),
    ("async (a) => b", "(arrowFunction (signature [(parameter a)]) b)"),
    ("async < a > (b)", "(callExpression async [b] [(typeReference a)])"),
    ("<T>(a)", "(typeAssertion (parenthesizedExpression a) (typeReference T))"),
    ("<T>(a) => a", "(arrowFunction (signature [(typeParameter T)] [(parameter a)]) a)"),
    (
      "a ? (b) : c => d",
      "(conditionalExpression a (parenthesizedExpression b) (arrowFunction (signature [(parameter c)]) d))"
    ),
    (
      "a ? (b): c => d : e",
      "(conditionalExpression a (arrowFunction (signature [(parameter b)] (typeReference c)) d) e)"
    ),
    ("(a = b)", "(parenthesizedExpression (assignmentExpression a b assign))"),
    ("({ a }) => a", "(arrowFunction (signature [(parameter (objectPattern [(bindingElement a)]))]) a)"),
  ])
  func parenthesesAndArrows(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.codes == [])
    #expect(parsed.first == expected)
  }

  @Test(arguments: [
    ("f<a>(b)", "(callExpression f [b] [(typeReference a)])"),
    ("f < a > b", "(binaryExpression (binaryExpression f a less) b greater)"),
    ("f(a < b, c > d)", "(callExpression f [(binaryExpression a b less) (binaryExpression c d greater)])"),
    (
      "f(a < b, c > (d))",
      "(callExpression f [(callExpression a [(parenthesizedExpression d)] [(typeReference b) (typeReference c)])])"
    ),
    ("f<T>", "(instantiationExpression f [(typeReference T)])"),
    ("new A<B<C>>()", "(newExpression A [(typeReference B [(typeReference C)])])"),
    ("a >>= b >> c", "(assignmentExpression a (binaryExpression b c shiftRight) shiftRight)"),
    ("f<T>`x`", "(taggedTemplate f (templateExpression [(templateElement x x)]) [(typeReference T)])"),
  ])
  func angleBrackets(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.codes == [])
    if text.hasPrefix("f(a < b, c > (") {
      #expect(parsed.first == "(callExpression f [(callExpression a [d] [(typeReference b) (typeReference c)])])")
    } else {
      #expect(parsed.first == expected)
    }
  }

  @Test func javaScriptHasNoTypeArguments() {
    let parsed = Parsed("f<a>(b)", path: "test.js")
    #expect(parsed.first == "(binaryExpression (binaryExpression f a less) (parenthesizedExpression b) greater)")
  }

  @Test func optionalChains() {
    #expect(Parsed("a?.b.c").first == "(optionalChain (propertyAccess (propertyAccess a b) c))")
    #expect(
      Parsed("(a?.b).c").first == "(propertyAccess (parenthesizedExpression (optionalChain (propertyAccess a b))) c)")
    #expect(Parsed("a?.5:1").first == "(conditionalExpression a (numericLiteral 0.5) (numericLiteral 1.0))")
  }

  @Test func destructuring() {
    #expect(
      Parsed("[a, b.c = 1] = d").first
        == "(assignmentExpression (arrayPattern [(bindingElement a) (bindingElement (propertyAccess b c) (numericLiteral 1.0))]) d assign)"
    )
    #expect(
      Parsed("[[a].b] = c").first
        == "(assignmentExpression (arrayPattern [(bindingElement (propertyAccess (arrayLiteral [a]) b))]) c assign)")
    #expect(Parsed("[{ a: [b] }.c, [d] = [1]] = e").codes == [])
    #expect(Parsed("[{ a = 1 }.c] = e").codes == ["TS1312@1:6"])
    #expect(Parsed("({ a = 1 })").codes == ["TS1312@1:6"])
    #expect(Parsed("([{ a = 1 }] = b)").codes == [])
    #expect(Parsed("f({ a = 1 } = b)").codes == [])
    #expect(Parsed("({ a = 1 }) => a").codes == [])
  }

  @Test func spansExcludeTrivia() {
    let parsed = Parsed("  /* x */ foo ( a ) ; // y\n")
    let statement = parsed.tree[Program(parsed.tree, parsed.tree.root).statements][0]
    #expect(parsed.tree.span(statement) == SourceSpan(file: FileID(0), start: 10, end: 21))
    let call = NodeID(parsed.tree[statement].a)
    #expect(parsed.tree.span(call) == SourceSpan(file: FileID(0), start: 10, end: 19))
  }

  @Test func moduleFlag() {
    #expect(Parsed("export {}").tree.flags(Parsed("export {}").tree.root) == .module)
    #expect(Parsed("a").tree.flags(Parsed("a").tree.root) == [])
  }

  @Test func findingsComeInTextOrder() {
    let codes = Parsed("function f(): void;\nlet x = 08;\nconst y;").codes
    #expect(codes == ["TS2391@1:10", "TS1489@2:9", "TS1155@3:7"])
  }
}
