/// Primary expressions: literals, names, templates, arrays, objects.
extension Parser {
  /// Parses a PrimaryExpression.
  mutating func parsePrimary() -> NodeID {
    let token = lexer.token
    switch token.kind {
    case .identifier: return parseIdentifierReference()
    case .numericLiteral: return parseNumericLiteral()
    case .stringLiteral:
      next()
      return make(.stringLiteral, from: token.start, token.value.raw)
    case .bigIntLiteral:
      next()
      return make(.bigIntLiteral, from: token.start, token.value.raw)
    case .thisKeyword: return parseKeywordNode(.thisExpression)
    case .nullKeyword: return parseKeywordNode(.nullLiteral)
    case .trueKeyword: return parseKeywordNode(.trueLiteral)
    case .falseKeyword: return parseKeywordNode(.falseLiteral)
    case .leftParen: return parseParenthesized()
    case .leftBracket: return parseArrayLiteral()
    case .leftBrace: return parseObjectLiteral()
    case .noSubstitutionTemplate, .templateHead: return parseTemplate()
    case .slash, .slashEqual: return parseRegularExpression()
    case .functionKeyword: return parseFunctionExpression(isAsync: false)
    case .classKeyword: return parseClass(from: token.start, flags: [], decorators: .empty, isExpression: true)
    case .at:
      let decorators = parseDecorators()
      if kind == .classKeyword {
        return parseClass(from: token.start, flags: [], decorators: decorators, isExpression: true)
      }
      syntaxError(.expressionExpected)
      return makeMissing()
    case .asyncKeyword:
      let after = peek()
      if after.kind == .functionKeyword && !after.newline { return parseFunctionExpression(isAsync: true) }
      return parseIdentifierReference()
    case .privateIdentifier:
      let name = parsePrivateIdentifier()
      syntaxError(.privateInLeft, [], token.start, token.end)
      return name
    default:
      if token.kind.isIdentifierLike { return parseIdentifierReference() }
      if token.kind == .unknown && trialDepth == 0 {
        // The lexer has reported it.
        next()
        return makeMissing()
      }
      syntaxError(.expressionExpected)
      return makeMissing()
    }
  }

  private mutating func parseRegularExpression() -> NodeID {
    lexer.rescanRegularExpression()
    let literal = lexer.token
    if lexer.issues.isEmpty { checkRegularExpression(literal) } else { takeLexicalIssues() }
    next()
    return make(.regularExpressionLiteral, from: literal.start, literal.value.raw, literal.raw.raw)
  }

  private mutating func parseKeywordNode(_ kind: SyntaxKind) -> NodeID {
    let start = start
    next()
    return make(kind, from: start)
  }

  /// Parses a number.
  mutating func parseNumericLiteral() -> NodeID {
    let token = lexer.token
    let id = UInt32(numbers.count)
    numbers.append(token.number)
    next()
    return make(.numericLiteral, from: token.start, id)
  }

  // MARK: Names

  /// Parses a reference to a variable.
  mutating func parseIdentifierReference() -> NodeID {
    let start = start
    if kind != .identifier || lexer.token.flags.contains(.escapedReservedWord) { checkReservedWord() }
    let name = lexer.wordName()
    if name == names.arguments && context.contains(.fieldInitializer) { reportEarlyHere(.argumentsInInitializer) }
    next()
    return make(.identifier, from: start, name.raw)
  }

  /// Parses a name that is being declared.
  mutating func parseBindingIdentifier() -> NodeID {
    guard kind.isIdentifierLike else {
      if kind.isReservedWord {
        syntaxError(.reservedWord, [kind.spelling])
        // A reserved word in the place of a name is that name misspelled, unless it starts a statement.
        if !newlineBefore { return parseWord() }
      } else {
        syntaxError(.identifierExpected)
      }
      return makeMissing()
    }
    let start = start
    if kind != .identifier || lexer.token.flags.contains(.escapedReservedWord) { checkReservedWord() }
    let name = lexer.wordName()
    if name == names.eval || name == names.arguments {
      if !context.contains(.ambient) { reportEarlyHere(.invalidStrictUse, [interner.string(name)]) }
    }
    next()
    return make(.identifier, from: start, name.raw)
  }

  /// Parses the name of a type, namespace or the like, which strict mode restricts less.
  mutating func parseTypeDeclarationName() -> NodeID {
    guard kind.isIdentifierLike else {
      syntaxError(kind.isReservedWord ? .reservedWord : .identifierExpected, [kind.spelling])
      return kind.isReservedWord && !newlineBefore ? parseWord() : makeMissing()
    }
    if kind.isStrictReservedWord { checkReservedWord() }
    return parseWord()
  }

  /// Parses any word as a name.
  mutating func parseWord() -> NodeID {
    let start = start
    let name = lexer.wordName()
    next()
    return make(.identifier, from: start, name.raw)
  }

  /// Whether `await` is a name here: in scripts, outside async functions and static blocks (ECMA-262 13.1.1).
  var isAwaitName: Bool {
    goal != .module && context.isDisjoint(with: [.awaitAllowed, .staticBlock])
  }

  /// Whether `token` spells a reserved word with escapes.
  func isEscapedReservedWord(_ token: Token) -> Bool {
    token.flags.contains(.escapedReservedWord) && !(token.value == names.await && isAwaitName)
  }

  /// Reports words that strict mode or modules reserve.
  private mutating func checkReservedWord() {
    if isEscapedReservedWord(lexer.token) {
      reportEarlyHere(.keywordWithEscape)
    } else if kind.isStrictReservedWord {
      if context.contains(.ambient) && kind != .yieldKeyword { return }
      reportEarlyHere(
        context.contains(.classBody) ? .strictReservedWordInClass : .strictReservedWord, [kind.spelling])
    } else if kind == .awaitKeyword && !context.contains(.ambient) && !isAwaitName {
      reportEarlyHere(.reservedWord, ["await"])
    }
  }

  // MARK: Parentheses, arrays

  private mutating func parseParenthesized() -> NodeID {
    let start = start
    next()
    let expression = parseExpressionWithIn()
    expectClosing(.rightParen, opening: start)
    return make(.parenthesizedExpression, from: start, expression.raw)
  }

  private mutating func parseArrayLiteral() -> NodeID {
    let start = start
    next()
    let mark = listMark
    while kind != .rightBracket && kind != .endOfFile {
      if kind == .comma {
        push(make(.omittedExpression, from: self.start))
        next()
        continue
      }
      if kind == .dotDotDot {
        push(parseSpread())
      } else {
        push(parseAssignmentWithIn(inLiteral: true))
      }
      if !continueList(.rightBracket, canStart: { $0.isExpressionStart || $0.kind == .dotDotDot }) { break }
    }
    expectClosing(.rightBracket, opening: start)
    let list = closeList(mark)
    return make(.arrayLiteral, from: start, list.raw)
  }

  private mutating func parseSpread() -> NodeID {
    let start = start
    next()
    let expression = parseAssignmentWithIn(inLiteral: true)
    return make(.spreadElement, from: start, expression.raw)
  }

  // MARK: Templates

  /// Parses a template from its first chunk; only a tagged one may have malformed escapes.
  mutating func parseTemplate(isTagged: Bool = false) -> NodeID {
    let start = start
    let elementMark = listMark
    if kind == .noSubstitutionTemplate {
      push(parseTemplateElement(isTagged: isTagged))
      let elements = closeList(elementMark)
      return make(.templateExpression, from: start, elements.raw, 0)
    }
    // Chunks and expressions alternate on the stack and are parted at the end.
    push(parseTemplateElement(isTagged: isTagged))
    while true {
      push(parseExpressionWithIn())
      guard kind == .rightBrace else {
        expectClosing(.rightBrace, opening: start)
        push(makeMissingChunk())
        break
      }
      lexer.rescanTemplateContinuation()
      if !lexer.issues.isEmpty { takeLexicalIssues() }
      let isLast = kind != .templateMiddle
      push(parseTemplateElement(isTagged: isTagged))
      if isLast { break }
    }
    let parts = Array(stack[elementMark...])
    stack.removeLast(parts.count)
    for index in stride(from: 0, to: parts.count, by: 2) { stack.append(parts[index]) }
    let chunks = closeList(elementMark)
    for index in stride(from: 1, to: parts.count, by: 2) { stack.append(parts[index]) }
    let expressions = closeList(elementMark)
    return make(.templateExpression, from: start, chunks.raw, expressions.raw)
  }

  mutating func parseTemplateElement(isTagged: Bool) -> NodeID {
    let token = lexer.token
    let flags: NodeFlags = token.flags.contains(.invalidEscape) ? .invalidEscape : []
    if !isTagged && !flags.isEmpty { reportTemplateEscape() }
    next()
    return make(.templateElement, from: token.start, flags: flags, token.value.raw, token.raw.raw)
  }

  /// Scans the current chunk again to report its malformed escape.
  private mutating func reportTemplateEscape() {
    let token = lexer.token
    let isHead = token.kind.isTemplateStart
    lexer.scanTemplateChunk(Int(token.start), isHead: isHead, token.flags.subtracting(.invalidEscape))
    lexer.issues.removeAll(keepingCapacity: true)
    if let issue = lexer.templateIssue { reportEarly(issue.message, issue.arguments, issue.start, issue.end) }
  }

  /// The chunk after a hole that is not closed.
  private mutating func makeMissingChunk() -> NodeID {
    previousEnd = max(previousEnd, start)
    return make(.templateElement, from: previousEnd, Name.empty.raw, Name.empty.raw)
  }

  // MARK: Objects

  private mutating func parseObjectLiteral() -> NodeID {
    let start = start
    next()
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator])
    defer { context = saved }
    let mark = listMark
    var protoCount = 0
    while kind != .rightBrace && kind != .endOfFile {
      let member = parseObjectMember()
      push(member)
      if isProtoSetter(member) {
        protoCount += 1
        if protoCount == 2 { reportEarly(.duplicateProto, at: member) }
      }
      if !continueList(.rightBrace, canStart: { $0.isPropertyNameStart || $0.kind == .dotDotDot || $0.kind == .star }) {
        break
      }
    }
    expectClosing(.rightBrace, opening: start)
    let list = closeList(mark)
    return make(.objectLiteral, from: start, list.raw)
  }

  /// Whether a member is `__proto__: value`, which may stand once (ECMA-262 13.2.5.1).
  private func isProtoSetter(_ id: NodeID) -> Bool {
    let member = node(id)
    if member.kind != .propertyAssignment { return false }
    let name = node(NodeID(member.a))
    return (name.kind == .identifier || name.kind == .stringLiteral) && name.a == names.proto.raw
  }

  /// Whether a property name may start with the current token.
  var isPropertyNameStart: Bool {
    kind.isWord || kind == .stringLiteral || kind == .numericLiteral || kind == .bigIntLiteral || kind == .leftBracket
      || kind == .privateIdentifier
  }

  private mutating func parseObjectMember() -> NodeID {
    let start = start
    switch kind {
    case .dotDotDot: return parseSpread()
    case .star:
      next()
      let name = parseObjectMemberName()
      return parseMethod(from: start, name: name, flags: .generator, decorators: .empty, place: .object)
    case .asyncKeyword where isMemberModifier(allowsStar: true, allowsNewline: false):
      next()
      let flags: NodeFlags = eat(.star) ? [.async, .generator] : .async
      let name = parseObjectMemberName()
      return parseMethod(from: start, name: name, flags: flags, decorators: .empty, place: .object)
    case .getKeyword where isMemberModifier(allowsStar: false, allowsNewline: true):
      next()
      let name = parseObjectMemberName()
      return parseGetter(from: start, name: name, flags: [], decorators: .empty, place: .object)
    case .setKeyword where isMemberModifier(allowsStar: false, allowsNewline: true):
      next()
      let name = parseObjectMemberName()
      return parseSetter(from: start, name: name, flags: [], decorators: .empty, place: .object)
    default: break
    }
    let nameToken = lexer.token
    guard isPropertyNameStart else {
      syntaxError(.propertyAssignmentExpected)
      return makeMissing()
    }
    let name = parseObjectMemberName()
    switch kind {
    case .leftParen, .less:
      return parseMethod(from: start, name: name, flags: [], decorators: .empty, place: .object)
    case .colon:
      next()
      let value = parseAssignment(inLiteral: true)
      return make(.propertyAssignment, from: start, name.raw, value.raw)
    default: break
    }
    return parseShorthand(start, name, nameToken)
  }

  /// Parses the name of a member of an object literal, which cannot be private.
  private mutating func parseObjectMemberName() -> NodeID {
    if kind == .privateIdentifier { reportEarlyHere(.privateNameOutsideClass) }
    return parsePropertyName()
  }

  /// Parses `{name}` and `{name = value}`, which is right only in patterns.
  private mutating func parseShorthand(_ start: UInt32, _ name: NodeID, _ token: Token) -> NodeID {
    guard token.kind.isIdentifierLike else {
      if token.kind.isReservedWord && (kind == .comma || kind == .rightBrace || kind == .equal) {
        syntaxError(.reservedWord, [token.kind.spelling], token.start, token.end)
      } else {
        syntaxError(.expected, [":"])
      }
      return make(.shorthandPropertyAssignment, from: start, name.raw)
    }
    checkShorthandName(token, name)
    if kind == .equal {
      if coverInitializer == 0 { coverInitializer = self.start }
      next()
      _ = parseAssignment()
    }
    return make(.shorthandPropertyAssignment, from: start, name.raw)
  }

  /// A shorthand is a reference, so reserved words are wrong there.
  private mutating func checkShorthandName(_ token: Token, _ name: NodeID) {
    if isEscapedReservedWord(token) {
      reportEarly(.keywordWithEscape, at: name)
    } else if token.kind.isStrictReservedWord {
      reportEarly(
        context.contains(.classBody) ? .strictReservedWordInClass : .strictReservedWord, [token.kind.spelling],
        at: name)
    } else if token.kind == .awaitKeyword && !isAwaitName {
      reportEarly(.reservedWord, ["await"], at: name)
    } else if node(name).a == names.arguments.raw && context.contains(.fieldInitializer) {
      reportEarly(.argumentsInInitializer, at: name)
    }
  }

  /// Whether the current word modifies the member whose name follows it.
  mutating func isMemberModifier(allowsStar: Bool, allowsNewline: Bool) -> Bool {
    if lexer.token.flags.contains(.escaped) { return false }
    return lookAhead { parser in
      parser.next()
      if parser.newlineBefore && !allowsNewline { return false }
      return parser.isPropertyNameStart || (allowsStar && parser.kind == .star)
    }
  }

  /// Parses a member's name: a word, literal, private name or `[expression]`.
  mutating func parsePropertyName() -> NodeID {
    let token = lexer.token
    switch token.kind {
    case .stringLiteral:
      next()
      return make(.stringLiteral, from: token.start, token.value.raw)
    case .numericLiteral: return parseNumericLiteral()
    case .bigIntLiteral:
      next()
      return make(.bigIntLiteral, from: token.start, token.value.raw)
    case .privateIdentifier:
      next()
      return make(.privateIdentifier, from: token.start, token.value.raw)
    case .leftBracket:
      next()
      let expression = parseAssignmentWithIn()
      expectClosing(.rightBracket, opening: token.start)
      return make(.computedPropertyName, from: token.start, expression.raw)
    default:
      if token.kind.isWord { return parseWord() }
      syntaxError(.identifierExpected)
      return makeMissing()
    }
  }
}
