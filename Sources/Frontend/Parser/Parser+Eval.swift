/// Calls of `eval` and `Function` with constant texts (ECMA-262 19.2.1.1, 20.2.1.1): the text is parsed where the call
/// stands. A direct call of `eval` is evaluated in the scopes around it, all others in the global scope.
extension Parser {
  /// The node for `callee(arguments)` if that is a call of `eval` with a constant text.
  mutating func parseConstantEval(_ start: UInt32, _ callee: NodeID, _ arguments: ListID) -> NodeID? {
    let list = elements(arguments)
    guard list.count == 1 else { return nil }
    let isDirect = isName(callee, names.eval)
    guard isDirect || isIndirectEval(callee), let text = constantText(NodeID(list.first!)) else { return nil }
    let references = privateReferences.count
    let (statements, failure) = parseNested(text, start, isGlobal: !isDirect)
    let call = make(isDirect ? .evalCall : .globalCode, from: start, statements.raw, failure.raw)
    for index in references..<privateReferences.count where privateReferences[index].evalCall.isNone {
      privateReferences[index].evalCall = call
    }
    return call
  }

  /// The node for `Function(arguments)` or `new Function(arguments)` if that is CreateDynamicFunction of constant texts.
  mutating func parseConstantFunction(_ start: UInt32, _ callee: NodeID, _ arguments: ListID) -> NodeID? {
    guard isName(callee, names.function) else { return nil }
    var texts: [[UInt8]] = []
    for argument in elements(arguments) {
      guard let text = constantText(NodeID(argument)) else { return nil }
      texts.append(text)
    }
    let body = texts.popLast() ?? []
    let parameters = Array(texts.joined(separator: [UInt8(ascii: ",")]))
    let text = Array("(function anonymous(".utf8) + parameters + Array("\n) {\n".utf8) + body + Array("\n})".utf8)
    let (statements, failure) = parseNested(text, start, isGlobal: true)
    return make(.globalCode, from: start, statements.raw, failure.raw)
  }

  private func isName(_ id: NodeID, _ name: Name) -> Bool {
    kindOf(id) == .identifier && Name(node(id).a) == name
  }

  /// Whether an expression is `(…, eval)`, which is worth the function itself.
  private func isIndirectEval(_ callee: NodeID) -> Bool {
    guard kindOf(callee) == .parenthesizedExpression else { return false }
    let inner = NodeID(node(callee).a)
    guard kindOf(inner) == .sequenceExpression else { return false }
    let list = elements(ListID(node(inner).a))
    return isName(NodeID(list.last!), names.eval) && list.dropLast().allSatisfy { kindOf(NodeID($0)) == .numericLiteral }
  }

  /// Reports a use of a private name that no class around declares; in the text of an `eval`, it fails at run time.
  mutating func reportUndeclared(_ reference: PrivateName) {
    let name = interner.string(reference.name)
    guard reference.evalCall.exists else {
      return reportEarly(.undeclaredPrivateName, [name], reference.start, reference.end)
    }
    let failure = interner.intern("Private field '#\(name)' must be declared in an enclosing class")
    nodes[Int(reference.evalCall.raw)].a = ListID.empty.raw
    nodes[Int(reference.evalCall.raw)].b = failure.raw
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
  private mutating func parseNested(_ text: [UInt8], _ start: UInt32, isGlobal: Bool) -> (ListID, failure: Name) {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 16)
    defer { buffer.deallocate() }
    text.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { buffer.update(from: base, count: text.count) }
    }
    (buffer + text.count).update(repeating: 0, count: 16)
    var inner = self
    inner.prepareNested(Lexer(text: buffer, count: text.count, interner: interner, allowsHTMLComments: true))
    if isGlobal { inner.context = [] }
    inner.lexer.scan()
    if !inner.lexer.issues.isEmpty { inner.takeLexicalIssues() }
    let statements = inner.parseStatements(until: .endOfFile)
    if classDepth == 0 || isGlobal, let reference = inner.privateReferences.first {
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
      PrivateName(name: $0.name, start: start, end: previousEnd, role: $0.role, evalCall: $0.evalCall)
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
