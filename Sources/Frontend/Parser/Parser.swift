/// Parses `file`; findings go to `diagnostics`, and the tree is complete even when there are errors.
public func parse(
  _ file: SourceFile, interner: Interner, diagnostics: DiagnosticSink, goal: ParseGoal = .module
) -> SyntaxTree {
  Parser.parse(file, interner: interner, diagnostics: diagnostics, goal: goal, recordingTokens: false).tree
}

/// A recursive-descent parser for ECMAScript 2025 and TypeScript 5.9, strict mode.
///
/// Nodes go to the tree's arrays as they are finished, so that children precede parents. What a left parenthesis or an
/// angle bracket means is found by look-ahead or, where no bounded look-ahead will do, by parsing on trial and putting
/// everything back on failure; positions where a trial failed are remembered, so that trials inside trials stay cheap.
public struct Parser {
  let file: SourceFile
  let interner: Interner
  let names: ParserNames
  /// Whether type annotations are an error, as in `.js` files.
  var isJavaScript: Bool
  var goal: ParseGoal
  var lexer: Lexer
  var nodes: [Node]
  var lists: [UInt32] = [0]
  var numbers: [Double] = []
  /// Elements of the lists under construction, innermost last.
  var stack: [UInt32] = []
  var context: ParseContext = []
  /// The end of the last token consumed.
  var previousEnd: UInt32 = 0
  var diagnostics: [Diagnostic] = []
  /// How many tokens were consumed since the last syntax error; errors that follow at once are its echo.
  var tokensSinceError = Parser.echoLength
  var lastErrorStart = UInt32.max
  /// Where a comma was last found missing.
  var lastMissingComma = UInt32.max
  /// How many syntax errors were reported.
  var syntaxErrors = 0
  /// More than zero while parsing on trial, when a syntax error means failure and nothing is reported.
  var trialDepth = 0
  var trialFailed = false
  /// Set when parsing was given up; nothing is reported any more.
  var isAborted = false
  var depth = 0
  /// Links of left-deep chains, which count towards the height of the tree but need no stack here.
  var chainLinks = 0
  var maximumDepth = 0
  /// The lowest stack address that parsing may reach.
  let stackLimit: UInt
  /// Labels in scope of the current function, with those of enclosing functions below `labelBase`.
  var labels: [Label] = []
  var labelBase = 0
  /// The `=` of a `{name = value}` that is an error unless the literal becomes a pattern; zero when there is none.
  var coverInitializer: UInt32 = 0
  /// Uses of private names in the classes being parsed.
  var privateReferences: [PrivateName] = []
  var privateDeclarations: [PrivateName] = []
  /// How many classes enclose the current position.
  var classDepth = 0
  /// Whether the current list has a function without a body, which must then be checked for its implementation.
  var hasBodiless = false
  /// Offsets of `(` and `<` known to open no arrow function.
  var notArrow: Set<UInt32> = []
  /// Offsets of `<` known to open no type arguments.
  var notTypeArguments: Set<UInt32> = []
  /// Offsets of literals known to be the target of a destructuring assignment.
  var destructuringHeads: Set<UInt32> = []
  /// Offsets of literals within assignment patterns, known to be patterns (true) or expressions (false).
  var literalRoles: [UInt32: Bool] = [:]
  /// Whether statements in ambient code were reported, which is done once.
  var ambientStatementReported = false
  /// Whether the file has an import or export.
  var hasModuleSyntax = false
  /// Made for the first regular expression.
  lazy var regularExpressionChecker = RegularExpressionChecker()
  /// What is there for types alone, in the order of its ends.
  var typeSyntax: [Range<UInt32>] = []
  let recordsTokens: Bool
  var tokens: [Token] = []

  /// How many tokens after a syntax error its echo lasts.
  static let echoLength = 3
  /// The most errors reported for one file.
  static let errorLimit = 100
  /// How deeply constructs may nest; a level takes up to some kilobytes of stack here and in later passes.
  static let depthLimit = 2000
  /// How high the tree may grow, chains included; later passes walk it by recursion.
  static let heightLimit = 50_000

  /// A label in scope.
  struct Label {
    let name: Name
    let isLoop: Bool
  }

  /// A private name where it is used or declared.
  struct PrivateName {
    let name: Name
    let start: UInt32
    let end: UInt32
    /// What is declared: 0 a use, 1 a getter, 2 a setter, 3 anything else; 4 is added for statics.
    var role: UInt8 = 0
    /// The call of `eval` whose text uses it.
    var evalCall = NodeID.none
  }

  /// Parses `file` and, when asked to, keeps its tokens.
  static func parse(
    _ file: SourceFile, interner: Interner, diagnostics: DiagnosticSink, goal: ParseGoal = .module,
    recordingTokens: Bool
  ) -> (tree: SyntaxTree, tokens: [Token]) {
    // The copy has sixteen zero bytes behind the text, so that the lexer looks ahead without checking bounds.
    let count = file.text.count
    let text = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 16)
    defer { text.deallocate() }
    file.text.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { text.update(from: base, count: count) }
    }
    (text + count).update(repeating: 0, count: 16)
    var parser = Parser(file, text: text, interner: interner, goal: goal, recordingTokens: recordingTokens)
    let root = parser.parseProgram()
    parser.reportAll(to: diagnostics)
    var tree = SyntaxTree(file: file.id)
    tree.goal = goal
    tree.nodes = parser.nodes
    tree.lists = parser.lists
    tree.numbers = parser.numbers
    tree.root = root
    tree.typeSyntax = parser.typeSyntax.sorted { $0.lowerBound < $1.lowerBound }
    return (tree, parser.tokens)
  }

  private init(
    _ file: SourceFile, text: UnsafePointer<UInt8>, interner: Interner, goal: ParseGoal, recordingTokens: Bool
  ) {
    self.file = file
    self.goal = goal
    self.interner = interner
    names = ParserNames(interner)
    let path = file.path
    isJavaScript = path.hasSuffix(".js") || path.hasSuffix(".mjs") || path.hasSuffix(".cjs")
    lexer = Lexer(
      text: text, count: file.text.count, interner: interner,
      allowsHTMLComments: goal != .module && isJavaScript)
    nodes = [Node(.missing, start: 0, end: 0)]
    nodes.reserveCapacity(file.text.count / 6 + 64)
    lists.reserveCapacity(file.text.count / 8 + 64)
    stackLimit = remainingStackLimit()
    recordsTokens = recordingTokens
    if path.hasSuffix(".d.ts") || path.hasSuffix(".d.mts") || path.hasSuffix(".d.cts") { context.insert(.ambient) }
  }

  private mutating func parseProgram() -> NodeID {
    switch goal {
    case .module: context.insert([.awaitAllowed, .topLevel])
    case .script: context.insert(.topLevel)
    case .commonJS: context.insert([.function, .newTarget, .topLevel])
    }
    lexer.scan()
    if !lexer.issues.isEmpty { takeLexicalIssues() }
    let statements = parseStatements(until: .endOfFile)
    previousEnd = UInt32(lexer.count)
    for reference in privateReferences { reportEarly(.privateNameOutsideClass, reference.start, reference.end) }
    checkHeight()
    return make(.program, from: 0, flags: hasModuleSyntax ? .module : [], statements.raw)
  }

  /// Hands the findings over in the order of the text, at most one of a kind at each place.
  private func reportAll(to sink: DiagnosticSink) {
    let kept = diagnostics.filter { syntaxErrors == 0 || !Self.consequences.contains($0.message.code) }
    let order = kept.indices.sorted { left, right in
      let leftStart = kept[left].span?.start ?? .max
      let rightStart = kept[right].span?.start ?? .max
      return leftStart != rightStart ? leftStart < rightStart : left < right
    }
    var previous: Diagnostic?
    for index in order {
      let diagnostic = hasModuleSyntax ? Self.wordedForModules(kept[index]) : kept[index]
      if let previous, previous.message == diagnostic.message && previous.span?.start == diagnostic.span?.start {
        continue
      }
      sink.report(diagnostic)
      previous = diagnostic
    }
  }

  /// Codes of findings that a bracket missing elsewhere causes; beside a syntax error they say nothing.
  private static let consequences: Set<String> = [
    "TS1232", "TS1233", "TS1235", "TS2391", "TS2390", "TS2389", "TS1108", "TS1104", "TS1105", "TS2337", "TS2660",
    "TS1308", "TS18016", "TS17013", "TS1184",
  ]

  /// Says why a module is strict code, which shows only when the whole file is known.
  private static func wordedForModules(_ diagnostic: Diagnostic) -> Diagnostic {
    switch diagnostic.message {
    case .strictReservedWord: return Diagnostic(.strictReservedWordInModule, diagnostic.arguments, at: diagnostic.span)
    case .invalidStrictUse: return Diagnostic(.invalidStrictUseInModule, diagnostic.arguments, at: diagnostic.span)
    default: return diagnostic
    }
  }

  // MARK: Tokens

  @inline(__always) var kind: TokenKind { lexer.token.kind }
  @inline(__always) var start: UInt32 { lexer.token.start }
  @inline(__always) var newlineBefore: Bool { lexer.token.flags.contains(.newlineBefore) }

  /// Consumes the current token.
  @inline(__always)
  mutating func next() {
    previousEnd = lexer.token.end
    if recordsTokens { tokens.append(lexer.token) }
    tokensSinceError &+= 1
    lexer.scan()
    if !lexer.issues.isEmpty { takeLexicalIssues() }
  }

  /// Consumes the current token if it is of `expected` kind.
  @inline(__always)
  mutating func eat(_ expected: TokenKind) -> Bool {
    if lexer.token.kind != expected { return false }
    next()
    return true
  }

  /// Consumes a token of `expected` kind or reports that it is missing.
  @discardableResult
  mutating func expect(_ expected: TokenKind) -> Bool {
    if lexer.token.kind == expected {
      next()
      return true
    }
    syntaxError(.expected, [expected.spelling])
    return false
  }

  /// Consumes the closing bracket that answers `opening`, and points there when it is missing.
  mutating func expectClosing(_ closing: TokenKind, opening: UInt32) {
    if eat(closing) { return }
    let span = SourceSpan(file: file.id, start: opening, end: opening + 1)
    let opener = closing == .rightBrace ? "{" : closing == .rightParen ? "(" : closing == .rightBracket ? "[" : "<"
    syntaxError(.expected, [closing.spelling], notes: [Diagnostic(.toMatch, [closing.spelling, opener], at: span)])
  }

  /// Looks at tokens beyond the current one without consuming any.
  @inline(__always)
  mutating func lookAhead<Result>(_ body: (inout Parser) -> Result) -> Result {
    let token = lexer.token
    let end = previousEnd
    let recorded = tokens.count
    let echo = tokensSinceError
    trialDepth += 1
    let failed = trialFailed
    let result = body(&self)
    trialFailed = failed
    trialDepth -= 1
    lexer.token = token
    previousEnd = end
    tokensSinceError = echo
    if recordsTokens { tokens.removeLast(tokens.count - recorded) }
    return result
  }

  /// The kind of the token after the current one, and whether a line ends between them.
  mutating func peek() -> (kind: TokenKind, newline: Bool) {
    lookAhead { parser in
      parser.next()
      return (parser.kind, parser.newlineBefore)
    }
  }

  /// Whether a statement may end here without a semicolon (ECMA-262 12.10).
  var canInsertSemicolon: Bool { kind == .rightBrace || kind == .endOfFile || newlineBefore }

  /// Consumes a semicolon, or inserts one where the standard says so.
  mutating func consumeSemicolon() {
    if eat(.semicolon) || canInsertSemicolon { return }
    syntaxError(.expected, [";"])
    skipToStatementEnd()
  }

  // MARK: Nodes

  /// Appends a node that ends with the last consumed token.
  @inline(__always)
  mutating func make(
    _ kind: SyntaxKind, from start: UInt32, flags: NodeFlags = [],
    _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0
  ) -> NodeID {
    let id = NodeID(UInt32(truncatingIfNeeded: nodes.count))
    // A node without tokens stands before the next token, and its parent must reach there.
    if previousEnd < start { previousEnd = start }
    nodes.append(Node(kind, flags: flags, start: start, end: previousEnd, a: a, b: b, c: c, d: d))
    return id
  }

  /// A node that stands where a construct is missing.
  mutating func makeMissing() -> NodeID {
    previousEnd = max(previousEnd, start)
    return make(.missing, from: previousEnd)
  }

  @inline(__always) func node(_ id: NodeID) -> Node { nodes[Int(id.raw)] }
  @inline(__always) func startOf(_ id: NodeID) -> UInt32 { nodes[Int(id.raw)].start }
  @inline(__always) func kindOf(_ id: NodeID) -> SyntaxKind { nodes[Int(id.raw)].kind }

  /// Opens a list; its elements are pushed on `stack`.
  @inline(__always) var listMark: Int { stack.count }

  @inline(__always) mutating func push(_ element: NodeID) { stack.append(element.raw) }

  /// Closes the list opened at `mark`.
  mutating func closeList(_ mark: Int) -> ListID {
    let count = stack.count - mark
    if count == 0 { return .empty }
    let id = ListID(UInt32(lists.count))
    lists.append(UInt32(count))
    for index in mark..<stack.count { lists.append(stack[index]) }
    stack.removeLast(count)
    return id
  }

  /// The elements of a finished list.
  func elements(_ list: ListID) -> ArraySlice<UInt32> {
    let first = Int(list.raw) + 1
    return lists[first..<first + Int(lists[Int(list.raw)])]
  }

  // MARK: Trials

  /// All that a failed trial has to put back.
  struct Checkpoint {
    let token: Token
    let previousEnd: UInt32
    let nodes, lists, numbers, stack, diagnostics, tokens, references, declarations, labels, labelBase, typeSyntax: Int
    let context: ParseContext
    let tokensSinceError: Int
    let lastErrorStart: UInt32
    let coverInitializer: UInt32
    let depth: Int
    let classDepth: Int
    let chainLinks: Int
    let hasBodiless: Bool
    let hasModuleSyntax: Bool
  }

  func checkpoint() -> Checkpoint {
    Checkpoint(
      token: lexer.token, previousEnd: previousEnd, nodes: nodes.count, lists: lists.count, numbers: numbers.count,
      stack: stack.count, diagnostics: diagnostics.count, tokens: tokens.count, references: privateReferences.count,
      declarations: privateDeclarations.count, labels: labels.count, labelBase: labelBase,
      typeSyntax: typeSyntax.count, context: context,
      tokensSinceError: tokensSinceError, lastErrorStart: lastErrorStart, coverInitializer: coverInitializer,
      depth: depth, classDepth: classDepth, chainLinks: chainLinks, hasBodiless: hasBodiless,
      hasModuleSyntax: hasModuleSyntax)
  }

  mutating func rewind(_ point: Checkpoint) {
    lexer.token = point.token
    previousEnd = point.previousEnd
    nodes.removeLast(nodes.count - point.nodes)
    lists.removeLast(lists.count - point.lists)
    numbers.removeLast(numbers.count - point.numbers)
    stack.removeLast(stack.count - point.stack)
    diagnostics.removeLast(diagnostics.count - point.diagnostics)
    tokens.removeLast(tokens.count - point.tokens)
    privateReferences.removeLast(privateReferences.count - point.references)
    privateDeclarations.removeLast(privateDeclarations.count - point.declarations)
    labels.removeLast(labels.count - point.labels)
    labelBase = point.labelBase
    typeSyntax.removeLast(typeSyntax.count - point.typeSyntax)
    context = point.context
    tokensSinceError = point.tokensSinceError
    lastErrorStart = point.lastErrorStart
    coverInitializer = point.coverInitializer
    depth = point.depth
    classDepth = point.classDepth
    hasBodiless = point.hasBodiless
    chainLinks = point.chainLinks
    hasModuleSyntax = point.hasModuleSyntax
  }

  /// Parses on trial: when `body` returns nil or meets a syntax error, nothing has happened.
  @inline(__always)
  mutating func trial<Result>(_ body: (inout Parser) -> Result?) -> Result? {
    let point = checkpoint()
    let outerFailed = trialFailed
    trialFailed = false
    trialDepth += 1
    let result = body(&self)
    trialDepth -= 1
    let failed = trialFailed
    trialFailed = outerFailed
    if let result, !failed { return result }
    rewind(point)
    return nil
  }

  // MARK: Nesting

  /// Enters a construct that nests; false when it nests too deeply, and then parsing is given up.
  @inline(__always)
  mutating func enter() -> Bool {
    depth += 1
    if depth > maximumDepth {
      maximumDepth = depth
    }
    if depth > Parser.depthLimit || stackPointer() < stackLimit {
      giveUp(.nestingTooDeep, ["\(depth - 1)"], start, max(start, lexer.token.end))
      return false
    }
    return true
  }

  @inline(__always)
  mutating func leave() { depth -= 1 }

  /// Reports a tree that is too high for later passes, which happens only when chains are very long.
  private mutating func checkHeight() {
    if maximumDepth * 10 + chainLinks < Parser.heightLimit || isAborted { return }
    var heights = [UInt32](repeating: 0, count: nodes.count)
    for index in 1..<nodes.count {
      let node = nodes[index]
      var height: UInt32 = 0
      let words = [node.a, node.b, node.c, node.d]
      for (operand, word) in zip(node.kind.operands, words) {
        if operand.role == .node {
          height = max(height, heights[Int(word)])
        } else if operand.role == .list {
          for child in elements(ListID(word)) { height = max(height, heights[Int(child)]) }
        }
      }
      heights[index] = height + 1
      if height >= Parser.heightLimit {
        giveUp(.nestingTooDeep, ["\(Parser.heightLimit)"], node.start, min(node.end, node.start + 1))
        return
      }
    }
  }
}
