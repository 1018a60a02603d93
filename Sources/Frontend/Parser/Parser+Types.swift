/// Types.
extension Parser {
  /// Parses `: T` if there is one.
  mutating func parseTypeAnnotation() -> NodeID {
    guard kind == .colon else { return .none }
    let start = start
    next()
    let type = parseType()
    typeScriptOnly(.annotationInJavaScript, from: start)
    return type
  }

  /// Parses `: T` of a function, which may be a type predicate.
  mutating func parseReturnType() -> NodeID {
    let start = start
    next()
    let type = parseTypeOrPredicate()
    typeScriptOnly(.annotationInJavaScript, from: start)
    return type
  }

  /// Parses a type or `x is T`, `asserts x`, `asserts x is T`.
  mutating func parseTypeOrPredicate() -> NodeID {
    let start = start
    if kind == .assertsKeyword {
      let isPredicate = lookAhead { parser in
        parser.next()
        return !parser.newlineBefore && (parser.kind.isIdentifierLike || parser.kind == .thisKeyword)
          && parser.kind != .isKeyword
      }
      if isPredicate {
        next()
        let name = kind == .thisKeyword ? parseThisType() : parseWord()
        let type = kind == .isKeyword && !newlineBefore ? parsePredicateType() : .none
        return make(.typePredicate, from: start, flags: .asserts, name.raw, type.raw)
      }
    }
    if kind.isIdentifierLike {
      let after = peek()
      if after.kind == .isKeyword && !after.newline {
        let name = parseWord()
        let type = parsePredicateType()
        return make(.typePredicate, from: start, name.raw, type.raw)
      }
    }
    return parseType()
  }

  private mutating func parsePredicateType() -> NodeID {
    next()
    return parseType()
  }

  private mutating func parseThisType() -> NodeID {
    let start = start
    next()
    return make(.thisType, from: start)
  }

  /// Parses a Type.
  mutating func parseType() -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    if isFunctionTypeStart() { return parseFunctionType() }
    let check = parseUnionType()
    guard kind == .extendsKeyword && !newlineBefore && !context.contains(.noConditionalType) else { return check }
    next()
    let saved = context
    context.insert([.noConditionalType, .conditionalExtends])
    let extends = parseType()
    context = saved
    expect(.question)
    context.remove(.noConditionalType)
    let whenTrue = parseType()
    expect(.colon)
    let whenFalse = parseType()
    context = saved
    return make(.conditionalType, from: start, check.raw, extends.raw, whenTrue.raw, whenFalse.raw)
  }

  /// Parses a type within brackets, where conditional types are always possible.
  private mutating func parseBracketedType() -> NodeID {
    let saved = context
    context.remove(.noConditionalType)
    defer { context = saved }
    return parseType()
  }

  // MARK: Function types

  private mutating func isFunctionTypeStart() -> Bool {
    switch kind {
    case .less, .newKeyword: return true
    case .abstractKeyword: return peek().kind == .newKeyword
    case .leftParen: return isParameterListOfType()
    default: return false
    }
  }

  /// Whether `(` opens parameters rather than a parenthesized type.
  private mutating func isParameterListOfType() -> Bool {
    enum Guess { case no, yes, pattern }
    let guess = lookAhead { parser -> Guess in
      parser.next()
      switch parser.kind {
      case .rightParen, .dotDotDot: return .yes
      case .leftBracket, .leftBrace: return .pattern
      default: break
      }
      while parser.kind.isIdentifierLike || parser.kind == .thisKeyword {
        let isModifier = parser.kind != .identifier && parser.kind != .thisKeyword
        parser.next()
        switch parser.kind {
        case .colon, .comma, .question, .equal: return .yes
        case .rightParen:
          parser.next()
          return parser.kind == .arrow ? .yes : .no
        default:
          if !isModifier { return .no }
        }
      }
      return .no
    }
    if guess != .pattern { return guess == .yes }
    if notArrow.contains(start) { return false }
    let opening = start
    let point = checkpoint()
    let isPattern = trial { parser -> Bool? in
      parser.next()
      _ = parser.parseBindingTarget()
      switch parser.kind {
      case .colon, .comma, .question, .equal: return true
      case .rightParen:
        parser.next()
        return parser.kind == .arrow ? true : nil
      default: return nil
      }
    }
    rewind(point)
    if isPattern == nil { notArrow.insert(opening) }
    return isPattern != nil
  }

  private mutating func parseFunctionType() -> NodeID {
    let start = start
    var flags: NodeFlags = []
    if eat(.abstractKeyword) { flags.insert(.abstract) }
    let isConstructor = eat(.newKeyword)
    let signatureStart = self.start
    let typeParameters = parseTypeParameters()
    let parameters = parseParameters(place: .type)
    var returnType = NodeID.none
    if expect(.arrow) {
      // The return type reaches as far as it can, conditional types included.
      let saved = context
      context.remove(.noConditionalType)
      returnType = parseTypeOrPredicate()
      context = saved
    }
    let signature = make(
      .signature, from: signatureStart, typeParameters.raw, parameters.raw, returnType.raw)
    return make(isConstructor ? .constructorType : .functionType, from: start, flags: flags, signature.raw)
  }

  // MARK: Unions, intersections, operators

  private mutating func parseUnionType() -> NodeID {
    let start = start
    let hasLeading = eat(.bar)
    if hasLeading && isFunctionTypeStart() { return parseUnparenthesized(.functionTypeInUnion) }
    let first = parseIntersectionType()
    if kind != .bar { return first }
    let mark = listMark
    push(first)
    while eat(.bar) {
      push(isFunctionTypeStart() ? parseUnparenthesized(.functionTypeInUnion) : parseIntersectionType())
    }
    let types = closeList(mark)
    return make(.unionType, from: start, types.raw)
  }

  private mutating func parseIntersectionType() -> NodeID {
    let start = start
    let hasLeading = eat(.ampersand)
    if hasLeading && isFunctionTypeStart() { return parseUnparenthesized(.functionTypeInIntersection) }
    let first = parseTypeOperator()
    if kind != .ampersand { return first }
    let mark = listMark
    push(first)
    while eat(.ampersand) {
      push(isFunctionTypeStart() ? parseUnparenthesized(.functionTypeInIntersection) : parseTypeOperator())
    }
    let types = closeList(mark)
    return make(.intersectionType, from: start, types.raw)
  }

  /// A function type in a union needs parentheses, or its return type would swallow the rest.
  private mutating func parseUnparenthesized(_ message: DiagnosticMessage) -> NodeID {
    let type = parseFunctionType()
    reportEarly(message, at: type)
    return type
  }

  private mutating func parseTypeOperator() -> NodeID {
    let operation: TypeOperatorKind
    switch kind {
    case .keyofKeyword: operation = .keyof
    case .uniqueKeyword: operation = .unique
    case .readonlyKeyword: operation = .readonly
    case .inferKeyword: return parseInfer()
    default: return parsePostfixType()
    }
    if !isTypeOperator() { return parsePostfixType() }
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    next()
    let type = parseTypeOperator()
    if operation == .readonly {
      let operand = kindOf(type)
      if operand != .arrayType && operand != .tupleType && operand != .missing {
        reportEarly(.readonlyTypeOperand, start, start + 8)
      }
    }
    return make(.typeOperator, from: start, type.raw, UInt32(operation.rawValue))
  }

  /// Whether a type follows the word, so that it is no type's name itself.
  private mutating func isTypeOperator() -> Bool {
    lookAhead { parser in
      parser.next()
      return parser.isTypeStart && !(parser.kind == .leftBracket && parser.lookAheadIsEmptyBrackets())
    }
  }

  /// Whether `[]` stands here.
  private mutating func lookAheadIsEmptyBrackets() -> Bool { peek().kind == .rightBracket }

  private mutating func parseInfer() -> NodeID {
    let isOperator = lookAhead { parser in
      parser.next()
      return parser.kind.isIdentifierLike && !parser.newlineBefore
    }
    if !isOperator { return parsePostfixType() }
    let start = start
    if !context.contains(.conditionalExtends) { reportEarlyHere(.inferOutsideConditional) }
    next()
    let parameterStart = self.start
    let name = parseTypeDeclarationName()
    var constraint = NodeID.none
    if kind == .extendsKeyword {
      // The `extends` may also belong to a conditional type around; then a `?` follows.
      constraint =
        trial { parser -> NodeID? in
          parser.next()
          let saved = parser.context
          parser.context.insert(.noConditionalType)
          let constraint = parser.parseType()
          parser.context = saved
          return saved.contains(.noConditionalType) || parser.kind != .question ? constraint : nil
        } ?? .none
    }
    let parameter = make(.typeParameter, from: parameterStart, name.raw, constraint.raw)
    return make(.inferType, from: start, parameter.raw)
  }

  /// Parses `T[]` and `T[K]` without recursion on the left.
  private mutating func parsePostfixType() -> NodeID {
    let start = start
    var type = parsePrimaryType()
    var links = 0
    while kind == .leftBracket && !newlineBefore {
      let opening = self.start
      next()
      links += 1
      if eat(.rightBracket) {
        type = make(.arrayType, from: start, type.raw)
        continue
      }
      let index = parseBracketedType()
      expectClosing(.rightBracket, opening: opening)
      type = make(.indexedAccessType, from: start, type.raw, index.raw)
    }
    if links > 256 { chainLinks += links }
    return type
  }

  // MARK: Primary types

  /// Whether a type may start with the current token.
  var isTypeStart: Bool {
    switch kind {
    case .identifier, .stringLiteral, .numericLiteral, .bigIntLiteral, .noSubstitutionTemplate, .templateHead,
      .leftBrace,
      .leftBracket, .leftParen, .less, .bar, .ampersand, .minus, .newKeyword, .typeofKeyword,
      .voidKeyword, .nullKeyword, .thisKeyword, .trueKeyword, .falseKeyword, .importKeyword:
      return true
    default: return kind.isIdentifierLike
    }
  }

  private mutating func parsePrimaryType() -> NodeID {
    let start = start
    switch kind {
    case .anyKeyword: return parseKeywordType(.any)
    case .unknownKeyword: return parseKeywordType(.unknown)
    case .neverKeyword: return parseKeywordType(.never)
    case .stringKeyword: return parseKeywordType(.string)
    case .numberKeyword: return parseKeywordType(.number)
    case .booleanKeyword: return parseKeywordType(.boolean)
    case .bigintKeyword: return parseKeywordType(.bigint)
    case .symbolKeyword: return parseKeywordType(.symbol)
    case .objectKeyword: return parseKeywordType(.object)
    case .undefinedKeyword: return parseKeywordType(.undefined)
    case .voidKeyword: return parseKeywordType(.void)
    case .nullKeyword: return parseKeywordType(.null)
    case .thisKeyword:
      let this = parseThisType()
      if kind == .isKeyword && !newlineBefore {
        let type = parsePredicateType()
        return make(.typePredicate, from: start, this.raw, type.raw)
      }
      return this
    case .stringLiteral, .numericLiteral, .bigIntLiteral, .trueKeyword, .falseKeyword:
      let literal = parsePrimary()
      return make(.literalType, from: start, literal.raw)
    case .minus: return parseNegativeLiteralType()
    case .noSubstitutionTemplate, .templateHead: return parseTemplateType()
    case .typeofKeyword: return parseTypeQuery()
    case .importKeyword: return parseImportType(from: start, flags: [])
    case .leftBrace: return isMappedType() ? parseMappedType() : parseTypeLiteral()
    case .leftBracket: return parseTupleType()
    case .leftParen:
      next()
      let type = parseBracketedType()
      expectClosing(.rightParen, opening: start)
      return make(.parenthesizedType, from: start, type.raw)
    default:
      if kind.isIdentifierLike { return parseTypeReference() }
      syntaxError(.typeExpected)
      return makeMissing()
    }
  }

  /// Parses a keyword type, unless a dot shows that the word names a namespace.
  private mutating func parseKeywordType(_ keyword: TypeKeyword) -> NodeID {
    let start = start
    let isWord = kind.isIdentifierLike
    if isWord && (lexer.text[Int(lexer.token.end)] == UInt8(ascii: ".") || lexer.token.flags.contains(.escaped)) {
      return parseTypeReference()
    }
    next()
    if isWord && kind == .dot {
      let name = make(.identifier, from: start, lexer.intern(Int(start), Int(previousEnd)).raw)
      return finishTypeReference(start, parseQualified(start, name))
    }
    return make(.keywordType, from: start, UInt32(keyword.rawValue))
  }

  private mutating func parseNegativeLiteralType() -> NodeID {
    let start = start
    next()
    guard kind == .numericLiteral || kind == .bigIntLiteral else {
      syntaxError(.typeExpected)
      return makeMissing()
    }
    let number = parsePrimary()
    let negated = make(
      .prefixUnaryExpression, from: start, number.raw, UInt32(UnaryOperator.minus.rawValue))
    return make(.literalType, from: start, negated.raw)
  }

  /// Parses `A.B<T>`.
  mutating func parseTypeReference() -> NodeID {
    let start = start
    let name = parseEntityName()
    return finishTypeReference(start, name)
  }

  private mutating func finishTypeReference(_ start: UInt32, _ name: NodeID) -> NodeID {
    let typeArguments = parseTypeArgumentsOfType()
    return make(.typeReference, from: start, name.raw, typeArguments.raw)
  }

  /// Parses `<T>` after a type's name, on the same line.
  private mutating func parseTypeArgumentsOfType() -> ListID {
    guard (kind == .less || kind == .lessLess) && !newlineBefore else { return .empty }
    lexer.rescanLess()
    let opening = start
    let list = parseTypeArgumentList()
    if list == nil { notTypeArguments.insert(opening) }
    return list ?? .empty
  }

  /// Parses `<T, U>`; nil when it is not closed, which has been reported.
  mutating func parseTypeArgumentList() -> ListID? {
    let opening = start
    next()
    let saved = context
    context.remove(.noConditionalType)
    defer { context = saved }
    let mark = listMark
    if kind == .greater {
      syntaxError(.emptyTypeArguments, [], opening, lexer.token.end)
      if trialDepth > 0 { return nil }
    }
    while kind != .greater && kind != .endOfFile {
      push(parseType())
      guard eat(.comma) else { break }
      if kind == .greater { syntaxError(.trailingCommaNotAllowed, [], previousEnd - 1, previousEnd) }
    }
    guard kind == .greater else {
      if trialDepth > 0 { notTypeArguments.insert(opening) }
      expectClosing(.greater, opening: opening)
      stack.removeLast(stack.count - mark)
      return nil
    }
    next()
    typeScriptOnly(.typeArgumentsInJavaScript, from: opening)
    return closeList(mark)
  }

  /// Parses `A.B.C`.
  mutating func parseEntityName() -> NodeID {
    let start = start
    guard kind.isIdentifierLike else {
      syntaxError(.identifierExpected)
      return makeMissing()
    }
    let name = parseWord()
    return parseQualified(start, name)
  }

  /// Continues an entity name with `.name`.
  private mutating func parseQualified(_ start: UInt32, _ first: NodeID) -> NodeID {
    var name = first
    var links = 0
    while kind == .dot {
      next()
      links += 1
      let right: NodeID
      if kind.isWord {
        right = parseWord()
      } else if kind == .privateIdentifier {
        right = parsePrivateIdentifier()
      } else {
        syntaxError(.identifierExpected)
        right = makeMissing()
      }
      name = make(.qualifiedName, from: start, name.raw, right.raw)
    }
    if links > 256 { chainLinks += links }
    return name
  }

  private mutating func parseTypeQuery() -> NodeID {
    let start = start
    next()
    if kind == .importKeyword { return parseImportType(from: start, flags: .typeofImport) }
    let nameStart = self.start
    let name: NodeID
    if kind == .thisKeyword {
      next()
      let this = make(.thisExpression, from: nameStart)
      name = parseQualified(nameStart, this)
    } else {
      name = parseEntityName()
    }
    let typeArguments = parseTypeArgumentsOfType()
    return make(.typeQuery, from: start, name.raw, typeArguments.raw)
  }

  /// Parses `import("x").A<T>`.
  private mutating func parseImportType(from start: UInt32, flags: NodeFlags) -> NodeID {
    next()
    let opening = self.start
    guard expect(.leftParen) else { return makeMissing() }
    let argument = parseBracketedType()
    if kindOf(argument) != .literalType || kindOf(NodeID(node(argument).a)) != .stringLiteral {
      reportEarly(.importTypeArgument, at: argument)
    }
    if eat(.comma) && kind == .leftBrace {
      // Attributes choose how the module is resolved, which is the same here in any case.
      _ = parseAssignment()
      _ = eat(.comma)
    }
    expectClosing(.rightParen, opening: opening)
    var qualifier = NodeID.none
    if eat(.dot) { qualifier = parseEntityName() }
    let typeArguments = parseTypeArgumentsOfType()
    return make(.importType, from: start, flags: flags, argument.raw, qualifier.raw, typeArguments.raw)
  }

  private mutating func parseTemplateType() -> NodeID {
    let start = start
    let mark = listMark
    var isLast = kind == .noSubstitutionTemplate
    push(parseTemplateElement(isTagged: false))
    while !isLast {
      push(parseBracketedType())
      guard kind == .rightBrace else {
        expectClosing(.rightBrace, opening: start)
        previousEnd = max(previousEnd, self.start)
        push(make(.templateElement, from: previousEnd))
        break
      }
      lexer.rescanTemplateContinuation()
      if !lexer.issues.isEmpty { takeLexicalIssues() }
      isLast = kind != .templateMiddle
      push(parseTemplateElement(isTagged: false))
    }
    let parts = Array(stack[mark...])
    stack.removeLast(parts.count)
    for index in stride(from: 0, to: parts.count, by: 2) { stack.append(parts[index]) }
    let elements = closeList(mark)
    for index in stride(from: 1, to: parts.count, by: 2) { stack.append(parts[index]) }
    let types = closeList(mark)
    return make(.templateLiteralType, from: start, elements.raw, types.raw)
  }
}
