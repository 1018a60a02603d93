/// Direct calls of `eval` with a constant text (ECMA-262 19.2.1.1): the text is parsed where the call stands, in whose
/// scope it is evaluated.
extension Parser {
  /// The node for `callee(arguments)` if that is such a call.
  mutating func parseConstantEval(_ start: UInt32, _ callee: NodeID, _ arguments: ListID) -> NodeID? {
    guard kindOf(callee) == .identifier, Name(node(callee).a) == names.eval else { return nil }
    let list = elements(arguments)
    guard list.count == 1, let text = constantText(NodeID(list.first!)) else { return nil }
    let (statements, failure) = parseNested(text, start)
    return make(.evalCall, from: start, statements.raw, failure.raw)
  }

  /// The string that an expression is for sure.
  private func constantText(_ id: NodeID) -> [UInt8]? {
    let node = node(id)
    switch node.kind {
    case .stringLiteral: return Array(interner.utf8(Name(node.a)))
    case .templateExpression where ListID(node.b) == .empty:
      guard let element = elements(ListID(node.a)).first else { return nil }
      return Array(interner.utf8(Name(self.node(NodeID(element)).a)))
    case .binaryExpression:
      let view = BinaryExpression(node: node)
      guard view.operator == .add, let left = constantText(view.left), let right = constantText(view.right) else {
        return nil
      }
      return left + right
    default: return nil
    }
  }

  /// Parses a text as a script in the middle of the file; its nodes all stand where the call stands.
  private mutating func parseNested(_ text: [UInt8], _ start: UInt32) -> (ListID, failure: Name) {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 16)
    defer { buffer.deallocate() }
    text.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { buffer.update(from: base, count: text.count) }
    }
    (buffer + text.count).update(repeating: 0, count: 16)
    var inner = self
    inner.prepareNested(Lexer(text: buffer, count: text.count, interner: interner, allowsHTMLComments: true))
    inner.lexer.scan()
    if !inner.lexer.issues.isEmpty { inner.takeLexicalIssues() }
    let statements = inner.parseStatements(until: .endOfFile)
    if classDepth == 0, let reference = inner.privateReferences.first {
      inner.reportEarly(.privateNameOutsideClass, reference.start, reference.end)
    }
    if let error = inner.diagnostics.first(where: { $0.severity == .error && !$0.message.isTypeError }) {
      return (.empty, interner.intern(error.text))
    }
    let mark = nodes.count
    nodes = inner.nodes
    lists = inner.lists
    numbers = inner.numbers
    for index in mark..<nodes.count {
      nodes[index].start = start
      nodes[index].end = previousEnd
    }
    privateReferences += inner.privateReferences.map {
      PrivateName(name: $0.name, start: start, end: previousEnd, role: $0.role)
    }
    return (statements, Name(0))
  }

  /// Forgets what belongs to the text around, except what the place of the call allows.
  private mutating func prepareNested(_ lexer: Lexer) {
    self.lexer = lexer
    goal = .script
    isJavaScript = true
    context.formIntersection([
      .superProperty, .superCall, .newTarget, .classBody, .fieldInitializer, .baseConstructor, .derivedClass,
    ])
    stack = []
    diagnostics = []
    previousEnd = 0
    tokensSinceError = Parser.echoLength
    lastErrorStart = .max
    lastMissingComma = .max
    syntaxErrors = 0
    trialDepth = 0
    trialFailed = false
    isAborted = false
    labels = []
    labelBase = 0
    coverInitializer = 0
    privateReferences = []
    hasBodiless = false
    notArrow = []
    notTypeArguments = []
    destructuringHeads = []
    literalRoles = [:]
  }
}
