/// Member access, calls, `new`, optional chains and type arguments in expressions.
extension Parser {
  /// Parses a LeftHandSideExpression.
  mutating func parseLeftHandSide() -> NodeID {
    let start = start
    let head: NodeID
    switch kind {
    case .newKeyword: head = parseNew()
    case .superKeyword: head = parseSuper()
    case .importKeyword: head = parseImportExpression()
    default: head = parsePrimary()
    }
    return parseMembers(start, head, allowsCalls: true)
  }

  /// Parses a LeftHandSideExpression that is no part of an expression which could become a pattern.
  mutating func parseLoneLeftHandSide() -> NodeID {
    let cover = coverInitializer
    coverInitializer = 0
    let expression = parseLeftHandSide()
    if coverInitializer != 0 {
      syntaxError(.initializerOnlyInPattern, [], coverInitializer, coverInitializer + 1)
    }
    coverInitializer = cover
    return expression
  }

  /// Continues `head` with accesses, calls, templates and assertions, without recursion.
  private mutating func parseMembers(_ start: UInt32, _ head: NodeID, allowsCalls: Bool) -> NodeID {
    var expression = head
    var isChain = false
    var links = 0
    loop: while true {
      switch kind {
      case .dot:
        if kindOf(expression) == .instantiationExpression {
          syntaxError(.instantiationBeforeAccess, [], startOf(expression), previousEnd)
        }
        next()
        let name = parseMemberName()
        expression = make(.propertyAccess, from: start, expression.raw, name.raw)
      case .leftBracket:
        if context.contains(.decorator) { break loop }
        next()
        let index = parseElementIndex()
        expression = make(.elementAccess, from: start, expression.raw, index.raw)
      case .questionDot:
        if !allowsCalls {
          syntaxError(.newOptionalChain, [describe(expression)])
        }
        isChain = true
        next()
        expression = parseOptionalLink(start, expression)
      case .leftParen:
        if !allowsCalls { break loop }
        let arguments = parseArguments()
        expression = parseConstantEval(start, expression, arguments)
          ?? parseConstantFunction(start, expression, arguments)
          ?? make(.callExpression, from: start, expression.raw, arguments.raw)
      case .noSubstitutionTemplate, .templateHead:
        if isChain { syntaxError(.taggedOptionalChain) }
        let template = parseTemplate(isTagged: true)
        expression = make(.taggedTemplate, from: start, expression.raw, template.raw)
      case .exclamation:
        if newlineBefore { break loop }
        next()
        typeScriptOnly(.nonNullInJavaScript, from: previousEnd - 1)
        expression = make(.nonNullExpression, from: start, expression.raw)
      case .less, .lessLess:
        if isJavaScript { break loop }
        guard let typeArguments = tryTypeArguments() else { break loop }
        expression = parseAfterTypeArguments(
          start, expression, typeArguments, isChain: isChain, allowsCalls: allowsCalls)
      default: break loop
      }
      links += 1
    }
    if links > 256 { chainLinks += links }
    if isChain { return make(.optionalChain, from: start, expression.raw) }
    return expression
  }

  /// Parses what `?.` introduces.
  private mutating func parseOptionalLink(_ start: UInt32, _ object: NodeID) -> NodeID {
    if !isJavaScript && (kind == .less || kind == .lessLess), let typeArguments = tryTypeArguments() {
      let arguments = parseArguments()
      return make(.callExpression, from: start, flags: .optional, object.raw, arguments.raw, typeArguments.raw)
    }
    switch kind {
    case .leftParen:
      let arguments = parseArguments()
      return make(.callExpression, from: start, flags: .optional, object.raw, arguments.raw)
    case .leftBracket:
      next()
      let index = parseElementIndex()
      return make(.elementAccess, from: start, flags: .optional, object.raw, index.raw)
    case .noSubstitutionTemplate, .templateHead:
      syntaxError(.taggedOptionalChain)
      let template = parseTemplate(isTagged: true)
      return make(.taggedTemplate, from: start, object.raw, template.raw)
    default:
      let name = parseMemberName()
      return make(.propertyAccess, from: start, flags: .optional, object.raw, name.raw)
    }
  }

  /// Parses a call, tagged template or instantiation after type arguments.
  private mutating func parseAfterTypeArguments(
    _ start: UInt32, _ expression: NodeID, _ typeArguments: ListID, isChain: Bool, allowsCalls: Bool
  ) -> NodeID {
    if kind == .leftParen && allowsCalls {
      let arguments = parseArguments()
      return make(.callExpression, from: start, expression.raw, arguments.raw, typeArguments.raw)
    }
    if kind.isTemplateStart {
      if isChain { syntaxError(.taggedOptionalChain) }
      let template = parseTemplate(isTagged: true)
      return make(.taggedTemplate, from: start, expression.raw, template.raw, typeArguments.raw)
    }
    return make(.instantiationExpression, from: start, expression.raw, typeArguments.raw)
  }

  /// Parses the name after `.`: any word or a private name.
  mutating func parseMemberName() -> NodeID {
    if kind == .privateIdentifier { return parsePrivateIdentifier() }
    // A word on the next line is more likely the start of a statement than the missing name.
    if kind.isWord && !(newlineBefore && kind.isReservedWord && isStatementKeyword && !isFollowedByChain()) {
      return parseWord()
    }
    syntaxError(.identifierExpected)
    return makeMissing()
  }

  /// Whether the word after a line-ending dot goes on like a member, so that it is one after all.
  private mutating func isFollowedByChain() -> Bool {
    switch peek().kind {
    case .leftParen, .dot, .semicolon, .questionDot, .leftBracket, .equal, .comma, .rightParen: return true
    default: return false
    }
  }

  /// Parses a private name where one is used.
  mutating func parsePrivateIdentifier() -> NodeID {
    let token = lexer.token
    privateReferences.append(PrivateName(name: token.value, start: token.start, end: token.end))
    next()
    return make(.privateIdentifier, from: token.start, token.value.raw)
  }

  /// Parses the index and closing bracket of an element access.
  private mutating func parseElementIndex() -> NodeID {
    let opening = previousEnd - 1
    if kind == .rightBracket {
      syntaxError(.elementAccessArgumentExpected)
      let missing = makeMissing()
      next()
      return missing
    }
    let index = parseExpressionWithIn()
    expectClosing(.rightBracket, opening: opening)
    return index
  }

  /// Parses `(a, ...b)`.
  mutating func parseArguments() -> ListID {
    let opening = start
    guard expect(.leftParen) else { return .empty }
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator])
    defer { context = saved }
    let mark = listMark
    while kind != .rightParen && kind != .endOfFile {
      push(parseArgument())
      if !continueList(.rightParen, canStart: { $0.isExpressionStart || $0.kind == .dotDotDot }) { break }
    }
    expectClosing(.rightParen, opening: opening)
    return closeList(mark)
  }

  private mutating func parseArgument() -> NodeID {
    guard kind == .dotDotDot else {
      if !isExpressionStart && kind != .unknown {
        syntaxError(.argumentExpected)
        return makeMissing()
      }
      return parseAssignment()
    }
    let start = start
    next()
    let expression = parseAssignment()
    return make(.spreadElement, from: start, expression.raw)
  }

  /// How an expression reads in a message.
  private func describe(_ id: NodeID) -> String {
    let node = node(id)
    let length = Int(min(node.end, node.start + 40) - node.start)
    return String(decoding: UnsafeBufferPointer(start: lexer.text + Int(node.start), count: length), as: UTF8.self)
  }

  // MARK: new, super, import

  private mutating func parseNew() -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    next()
    if kind == .dot { return parseNewTarget(start) }
    let calleeStart = self.start
    let head: NodeID
    switch kind {
    case .newKeyword: head = parseNew()
    case .superKeyword: head = parseSuper()
    case .importKeyword:
      head = parseImportExpression()
      if kindOf(head) == .importCall { reportEarly(.newImport, at: head) }
    default: head = parsePrimary()
    }
    var callee = parseMembers(calleeStart, head, allowsCalls: false)
    var typeArguments = ListID.empty
    if kindOf(callee) == .instantiationExpression && Int(callee.raw) == nodes.count - 1 {
      typeArguments = ListID(node(callee).b)
      callee = NodeID(node(callee).a)
      nodes.removeLast()
    }
    let arguments = kind == .leftParen ? parseArguments() : .empty
    if let code = parseConstantFunction(start, callee, arguments) { return code }
    return make(.newExpression, from: start, callee.raw, arguments.raw, typeArguments.raw)
  }

  private mutating func parseNewTarget(_ start: UInt32) -> NodeID {
    next()
    let name = kind.isWord ? lexer.wordName() : Name.empty
    if name != names.target || lexer.token.flags.contains(.escaped) {
      syntaxError(.unknownMetaProperty, [interner.string(name), "new", "target"])
      if kind.isWord { next() }
      return make(.newTarget, from: start)
    }
    next()
    if !context.contains(.newTarget) { reportEarly(.newTargetPlacement, start, previousEnd) }
    return make(.newTarget, from: start)
  }

  private mutating func parseSuper() -> NodeID {
    let start = start
    next()
    let node = make(.superExpression, from: start)
    switch kind {
    case .leftParen:
      if !context.contains(.superCall) {
        reportEarly(
          context.contains(.baseConstructor) ? .superOutsideDerived : .superCallPlacement, start, previousEnd)
      }
    case .dot, .leftBracket:
      if !context.contains(.superProperty) { reportEarly(.superPropertyPlacement, start, previousEnd) }
      let after = kind == .dot ? peek().kind : .unknown
      if after == .privateIdentifier { syntaxError(.privateInLeft) }
    default:
      syntaxError(.superWithoutMember)
    }
    return node
  }

  /// Parses `import(s)` and `import.meta`.
  private mutating func parseImportExpression() -> NodeID {
    let start = start
    next()
    if eat(.dot) {
      let name = kind.isWord ? lexer.wordName() : Name.empty
      if (name == names.defer || name == names.source) && peek().kind == .leftParen {
        reportEarlyHere(.notSupportedSyntax, ["'import.\(interner.string(name))'"])
        next()
        return parseImportCall(start)
      }
      if name != names.meta || lexer.token.flags.contains(.escaped) {
        syntaxError(.unknownMetaProperty, [interner.string(name), "import", "meta"])
        if kind.isWord { next() }
      } else {
        next()
      }
      hasModuleSyntax = true
      if goal != .module { reportEarly(.importMetaInScript, start, previousEnd) }
      return make(.importMeta, from: start)
    }
    guard kind == .leftParen else {
      syntaxError(.expected, ["("])
      return makeMissing()
    }
    return parseImportCall(start)
  }

  /// Parses the arguments of `import()`.
  private mutating func parseImportCall(_ start: UInt32) -> NodeID {
    let list = parseArguments()
    let arguments = elements(list)
    let specifier = arguments.first.map { NodeID($0) } ?? .none
    let options = arguments.count > 1 ? NodeID(arguments[arguments.startIndex + 1]) : .none
    for argument in arguments where kindOf(NodeID(argument)) == .spreadElement {
      reportEarly(.importCallSpread, at: NodeID(argument))
    }
    if arguments.isEmpty || arguments.count > 2 { reportEarly(.importCallArguments, start, previousEnd) }
    return make(.importCall, from: start, specifier.raw, options.raw)
  }

  // MARK: Type arguments

  /// Parses `<T, U>` in an expression if what follows shows that it is no comparison.
  private mutating func tryTypeArguments() -> ListID? {
    if !notTypeArguments.isEmpty && notTypeArguments.contains(start) { return nil }
    let opening = start
    let result = trial { parser -> ListID? in
      parser.lexer.rescanLess()
      guard let list = parser.parseTypeArgumentList() else { return nil }
      return parser.canFollowTypeArguments ? list : nil
    }
    if result == nil { notTypeArguments.insert(opening) }
    return result
  }

  /// Whether the current token may follow type arguments in an expression, as TypeScript decides it.
  private var canFollowTypeArguments: Bool {
    switch kind {
    case .leftParen, .noSubstitutionTemplate, .templateHead: return true
    case .less, .greater, .plus, .minus: return false
    default: return newlineBefore || isBinaryOperator || !isExpressionStart
    }
  }

  /// Whether the current token is a binary operator.
  private var isBinaryOperator: Bool {
    switch kind {
    case .questionQuestion, .barBar, .ampersandAmpersand, .bar, .caret, .ampersand, .equalEqual, .notEqual,
      .equalEqualEqual, .notEqualEqual, .less, .lessEqual, .greater, .greaterEqual, .instanceofKeyword, .asKeyword,
      .satisfiesKeyword, .lessLess, .plus, .minus, .star, .slash, .percent, .starStar:
      return true
    case .inKeyword: return !context.contains(.noIn)
    default: return false
    }
  }
}
