/// Arrow functions, and telling them from parenthesized expressions and type assertions.
extension Parser {
  /// How sure a look-ahead is that an arrow function begins.
  private enum ArrowGuess { case no, perhaps, yes }

  /// Parses an arrow function that begins with `(` or `<` here, if one does.
  ///
  /// - Parameter from: the start of the node when `async` came before.
  mutating func parseParenthesizedArrow(isAsync: Bool, from arrowStart: UInt32? = nil) -> NodeID? {
    let opening = start
    if !notArrow.isEmpty && notArrow.contains(opening) { return nil }
    let nodeStart = arrowStart ?? opening
    var guess = guessArrow()
    // After `async` a call is always possible, as in `async(a)`.
    if isAsync && guess == .yes && kind == .leftParen { guess = .perhaps }
    switch guess {
    case .no: return nil
    case .yes:
      let signature = parseArrowSignature(isAsync: isAsync)
      guard kind == .arrow else {
        syntaxError(.expected, ["=>"])
        if kind == .leftBrace { return parseArrowBody(signature, isAsync: isAsync, from: nodeStart, hasArrow: false) }
        return makeMissing()
      }
      return parseArrowBody(signature, isAsync: isAsync, from: nodeStart)
    case .perhaps:
      let isAmbiguous = context.contains(.conditionalBranch)
      let result = trial { parser -> NodeID? in
        let signature = parser.parseArrowSignature(isAsync: isAsync)
        guard parser.kind == .arrow else { return nil }
        let hasReturnType = parser.node(signature).c != 0
        if !(isAmbiguous && hasReturnType) { return signature }
        // `a ? (b) : c => d` is an arrow function only if the conditional's own colon follows it.
        let arrow = parser.parseArrowBody(signature, isAsync: isAsync, from: nodeStart)
        return parser.kind == .colon ? arrow : nil
      }
      guard let result else {
        notArrow.insert(opening)
        return nil
      }
      if kindOf(result) == .arrowFunction { return result }
      return parseArrowBody(result, isAsync: isAsync, from: nodeStart)
    }
  }

  /// Guesses from a few tokens whether an arrow function begins here.
  private mutating func guessArrow() -> ArrowGuess {
    lookAhead { parser in
      if parser.kind == .lessLess { return .no }
      if parser.kind == .less {
        parser.next()
        return parser.kind.isIdentifierLike || parser.kind == .constKeyword || parser.kind == .inKeyword
          ? .perhaps : .no
      }
      parser.next()
      switch parser.kind {
      case .rightParen:
        parser.next()
        return parser.kind == .arrow ? .yes : parser.kind == .colon || parser.kind == .leftBrace ? .perhaps : .no
      case .dotDotDot: return .yes
      case .leftBracket, .leftBrace, .at: return .perhaps
      case .thisKeyword:
        parser.next()
        return parser.kind == .colon ? .yes : .no
      default: break
      }
      guard parser.kind.isIdentifierLike else { return .no }
      parser.next()
      switch parser.kind {
      case .colon: return .yes
      case .question:
        parser.next()
        switch parser.kind {
        case .colon, .comma, .equal, .rightParen: return .yes
        default: return .no
        }
      case .comma, .equal, .rightParen: return .perhaps
      default: return parser.kind.isIdentifierLike ? .perhaps : .no
      }
    }
  }

  /// Parses the type parameters, parameters and return type of an arrow function.
  private mutating func parseArrowSignature(isAsync: Bool) -> NodeID {
    let start = start
    let saved = context
    defer { context = saved }
    // Neither `await` nor `yield` may stand here, wherever the function stands.
    context.remove([.noIn, .conditionalBranch, .decorator])
    context.insert(.parameters)
    if isAsync { context.insert(.awaitAllowed) }
    let typeParameters = parseTypeParameters()
    let parameters = parseParameters(place: .arrow)
    context = saved
    context.remove([.noIn, .decorator])
    // In JavaScript a colon here belongs to a conditional or a `case`.
    let returnType = kind == .colon && !isJavaScript ? parseReturnType() : .none
    return make(.signature, from: start, typeParameters.raw, parameters.raw, returnType.raw)
  }

  /// Parses `async x => e` and `async (a) => e`; nil when `async` is only a name.
  mutating func parseAsyncArrow() -> NodeID? {
    if lexer.token.flags.contains(.escaped) { return nil }
    let start = start
    let after = lookAhead { parser -> TokenKind in
      parser.next()
      if parser.newlineBefore { return .unknown }
      if parser.kind == .leftParen || parser.kind == .less { return parser.kind }
      if !parser.kind.isIdentifierLike { return .unknown }
      parser.next()
      return parser.kind == .arrow ? .identifier : .unknown
    }
    switch after {
    case .identifier:
      next()
      if kind == .awaitKeyword { reportEarlyHere(.reservedWord, ["await"]) }
      let name = parseWord()
      return parseSimpleArrow(name, isAsync: true, from: start)
    case .leftParen, .less:
      let point = checkpoint()
      next()
      if let arrow = parseParenthesizedArrow(isAsync: true, from: start) { return arrow }
      rewind(point)
      return nil
    default: return nil
    }
  }

  /// Continues `x` with `=> e`.
  mutating func parseSimpleArrow(_ name: NodeID, isAsync: Bool, from start: UInt32) -> NodeID {
    let text = Name(node(name).a)
    if text == names.eval || text == names.arguments {
      reportEarly(.invalidStrictUse, [interner.string(text)], at: name)
    }
    let mark = listMark
    let nameStart = startOf(name)
    push(make(.parameter, from: nameStart, name.raw))
    let parameters = closeList(mark)
    let signature = make(.signature, from: nameStart, 0, parameters.raw)
    return parseArrowBody(signature, isAsync: isAsync, from: start)
  }

  /// Parses `=>` and the body.
  private mutating func parseArrowBody(
    _ signature: NodeID, isAsync: Bool, from start: UInt32, hasArrow: Bool = true
  ) -> NodeID {
    if hasArrow {
      if newlineBefore { reportEarlyHere(.lineBreakBeforeArrow) }
      next()
    }
    let saved = context
    let savedBase = labelBase
    labelBase = labels.count
    defer {
      context = saved
      labelBase = savedBase
    }
    context = context.intersection(
      ParseContext.inheritedByFunctions.union(.inheritedByArrows).union([.noIn, .conditionalBranch]))
    context.insert(.function)
    context.insert(isAsync ? .awaitAllowed : .plainFunction)
    var flags: NodeFlags = isAsync ? .async : []
    let body: NodeID
    if kind == .leftBrace {
      context.remove([.noIn, .conditionalBranch])
      body = parseFunctionBlock(parameters: ListID(node(signature).b))
    } else {
      flags.insert(.expressionBody)
      body = parseAssignment()
    }
    return make(.arrowFunction, from: start, flags: flags, signature.raw, body.raw)
  }
}
