/// Members of types, mapped types, tuples, type parameters.
extension Parser {
  /// Parses `<T extends U = V>` if it is there.
  mutating func parseTypeParameters() -> ListID {
    guard kind == .less else { return .empty }
    let opening = start
    next()
    let mark = listMark
    if kind == .greater { syntaxError(.emptyTypeParameters, [], opening, lexer.token.end) }
    while kind != .greater && kind != .endOfFile {
      push(parseTypeParameter())
      guard eat(.comma) else { break }
    }
    expectClosing(.greater, opening: opening)
    typeScriptOnly(.typeParametersInJavaScript, from: opening)
    return closeList(mark)
  }

  private mutating func parseTypeParameter() -> NodeID {
    let start = start
    var flags: NodeFlags = []
    modifiers: while true {
      let flag: NodeFlags
      switch kind {
      case .constKeyword: flag = .const
      case .inKeyword: flag = .in
      case .outKeyword:
        // `out` is a name unless another name follows.
        let after = peek().kind
        if !after.isIdentifierLike || after == .extendsKeyword { break modifiers }
        flag = .out
      case .publicKeyword, .privateKeyword, .protectedKeyword, .staticKeyword, .readonlyKeyword:
        if !peek().kind.isIdentifierLike { break modifiers }
        reportEarlyHere(.modifierOnTypeParameter, [kind.spelling])
        next()
        continue
      default: break modifiers
      }
      if flags.contains(flag) { reportEarlyHere(.modifierSeen, [kind.spelling]) }
      if flag == .in && flags.contains(.out) { reportEarlyHere(.modifierOrder, ["in", "out"]) }
      flags.insert(flag)
      next()
    }
    let name = parseTypeDeclarationName()
    let saved = context
    context.remove(.noConditionalType)
    let constraint = eat(.extendsKeyword) ? parseType() : .none
    let defaultType = eat(.equal) ? parseType() : .none
    context = saved
    return make(.typeParameter, from: start, flags: flags, name.raw, constraint.raw, defaultType.raw)
  }

  // MARK: Object types

  /// Parses `{ … }` of an interface or type literal.
  mutating func parseTypeMembers() -> ListID {
    let opening = start
    guard expect(.leftBrace) else {
      skipToStatementEnd()
      return .empty
    }
    let saved = context
    context.remove([.noConditionalType, .noIn, .conditionalBranch, .decorator])
    let mark = listMark
    while kind != .rightBrace && kind != .endOfFile {
      let before = start
      push(parseTypeMember())
      if !eat(.comma) && !eat(.semicolon) && !canInsertSemicolon {
        syntaxError(.expected, [";"])
        if !isPropertyNameStart { skipToStatementEnd() }
      }
      if start == before && kind != .endOfFile && kind != .rightBrace { next() }
    }
    expectClosing(.rightBrace, opening: opening)
    context = saved
    return closeList(mark)
  }

  mutating func parseTypeLiteral() -> NodeID {
    let start = start
    let members = parseTypeMembers()
    return make(.typeLiteral, from: start, members.raw)
  }

  private mutating func parseTypeMember() -> NodeID {
    let start = start
    switch kind {
    case .leftParen, .less:
      let signature = parseSignature(place: .type)
      return make(.callSignature, from: start, signature.raw)
    case .newKeyword:
      let after = peek().kind
      if after == .leftParen || after == .less {
        next()
        let signature = parseSignature(place: .type)
        return make(.constructSignature, from: start, signature.raw)
      }
    default: break
    }
    var flags: NodeFlags = []
    while true {
      switch kind {
      case .readonlyKeyword where isMemberModifier(allowsStar: false, allowsNewline: false):
        flags.insert(.readonly)
      case .publicKeyword, .privateKeyword, .protectedKeyword, .staticKeyword, .abstractKeyword, .declareKeyword,
        .overrideKeyword, .asyncKeyword, .exportKeyword:
        guard isMemberModifier(allowsStar: false, allowsNewline: false) else { return parseNamedMember(start, flags) }
        reportEarlyHere(.modifierOnTypeMember, [kind.spelling])
      default: return parseNamedMember(start, flags)
      }
      next()
    }
  }

  private mutating func parseNamedMember(_ start: UInt32, _ flags: NodeFlags) -> NodeID {
    if kind == .leftBracket && isIndexSignature() { return parseIndexSignature(from: start, flags: flags) }
    var flags = flags
    if kind == .getKeyword && isMemberModifier(allowsStar: false, allowsNewline: true) {
      next()
      flags.insert(.getter)
    } else if kind == .setKeyword && isMemberModifier(allowsStar: false, allowsNewline: true) {
      next()
      flags.insert(.setter)
    }
    guard isPropertyNameStart else {
      syntaxError(.propertyOrSignatureExpected)
      skipToStatementEnd()
      return makeMissing()
    }
    if kind == .privateIdentifier { reportEarlyHere(.privateNameOutsideClass) }
    let name = parsePropertyName()
    if eat(.question) { flags.insert(.optional) }
    if kind == .leftParen || kind == .less || !flags.isDisjoint(with: [.getter, .setter]) {
      let signature = parseSignature(place: .type)
      checkAccessorSignature(flags, signature, name)
      return make(.methodSignature, from: start, flags: flags, name.raw, signature.raw)
    }
    let type = parseTypeAnnotation()
    if kind == .equal {
      reportEarlyHere(.initializerInAmbient)
      next()
      _ = parseAssignment()
    }
    return make(.propertySignature, from: start, flags: flags, name.raw, type.raw)
  }

  private mutating func checkAccessorSignature(_ flags: NodeFlags, _ signature: NodeID, _ name: NodeID) {
    let count = elements(ListID(node(signature).b)).count
    if flags.contains(.getter) && count != 0 { reportEarly(.getterParameters, at: name) }
    if flags.contains(.setter) && count != 1 { reportEarly(.setterParameterCount, at: name) }
    if flags.contains(.setter) && node(signature).c != 0 {
      reportEarly(.setterReturnType, at: NodeID(node(signature).c))
    }
  }

  /// Whether `[name:` stands here, which only an index signature has.
  mutating func isIndexSignature() -> Bool {
    lookAhead { parser in
      parser.next()
      if parser.kind == .rightBracket || parser.kind == .dotDotDot { return true }
      guard parser.kind.isIdentifierLike else { return false }
      parser.next()
      return parser.kind == .colon || parser.kind == .comma
        || (parser.kind == .question && parser.peek().kind == .colon)
    }
  }

  /// Parses `[key: K]: V`, without the separator after it.
  mutating func parseIndexSignature(from start: UInt32, flags: NodeFlags) -> NodeID {
    let opening = self.start
    next()
    let mark = listMark
    while kind != .rightBracket && kind != .endOfFile {
      let before = self.start
      push(parseIndexParameter())
      if !eat(.comma) || self.start == before { break }
    }
    let count = stack.count - mark
    let parameter = count > 0 ? NodeID(stack[mark]) : .none
    if count != 1 { reportEarly(.indexSignatureParameters, opening, max(opening + 1, previousEnd)) }
    stack.removeLast(count)
    expectClosing(.rightBracket, opening: opening)
    let type = parseTypeAnnotation()
    if type.isNone { reportEarly(.indexSignatureType, start, previousEnd) }
    return make(.indexSignature, from: start, flags: flags, parameter.raw, type.raw)
  }

  private mutating func parseIndexParameter() -> NodeID {
    let start = start
    var flags: NodeFlags = eat(.dotDotDot) ? .rest : []
    let name = parseBindingIdentifier()
    if eat(.question) { flags.insert(.optional) }
    let type = parseTypeAnnotation()
    return make(.parameter, from: start, flags: flags, name.raw, 0, type.raw)
  }

  // MARK: Mapped types

  /// Whether `{ [K in …` or `{ +readonly [K in …` stands here.
  mutating func isMappedType() -> Bool {
    lookAhead { parser in
      parser.next()
      if parser.kind == .plus || parser.kind == .minus {
        parser.next()
        return parser.kind == .readonlyKeyword
      }
      if parser.kind == .readonlyKeyword { parser.next() }
      guard parser.kind == .leftBracket else { return false }
      parser.next()
      guard parser.kind.isIdentifierLike else { return false }
      parser.next()
      return parser.kind == .inKeyword
    }
  }

  /// Parses `{ readonly [K in C as N]?: T }`.
  mutating func parseMappedType() -> NodeID {
    let start = start
    next()
    let saved = context
    context.remove(.noConditionalType)
    defer { context = saved }
    var flags: NodeFlags = []
    switch kind {
    case .plus:
      next()
      expect(.readonlyKeyword)
      flags.insert(.readonlyAdd)
    case .minus:
      next()
      expect(.readonlyKeyword)
      flags.insert(.readonlyRemove)
    case .readonlyKeyword:
      next()
      flags.insert(.readonlyAdd)
    default: break
    }
    let opening = self.start
    expect(.leftBracket)
    let parameterStart = self.start
    let name = parseTypeDeclarationName()
    expect(.inKeyword)
    let constraint = parseType()
    let parameter = make(.typeParameter, from: parameterStart, name.raw, constraint.raw)
    let nameType = eat(.asKeyword) ? parseType() : .none
    expectClosing(.rightBracket, opening: opening)
    switch kind {
    case .plus:
      next()
      expect(.question)
      flags.insert(.optionalAdd)
    case .minus:
      next()
      expect(.question)
      flags.insert(.optionalRemove)
    case .question:
      next()
      flags.insert(.optionalAdd)
    default: break
    }
    let type = parseTypeAnnotation()
    _ = eat(.semicolon) || eat(.comma)
    expectClosing(.rightBrace, opening: start)
    return make(.mappedType, from: start, flags: flags, parameter.raw, nameType.raw, type.raw)
  }

  // MARK: Tuples

  /// Parses `[A, b: B, C?, ...D[]]`.
  mutating func parseTupleType() -> NodeID {
    let start = start
    next()
    let saved = context
    context.remove(.noConditionalType)
    defer { context = saved }
    let mark = listMark
    var optionalSeen = false
    while kind != .rightBracket && kind != .endOfFile {
      let element = parseTupleElement()
      push(element)
      let parts = node(element)
      let isOptional = parts.kind == .optionalType || parts.flags.contains(.optional)
      let isRest = parts.kind == .restType || parts.flags.contains(.rest)
      if optionalSeen && !isOptional && !isRest && parts.kind != .missing {
        reportEarly(.requiredAfterOptionalElement, at: element)
        optionalSeen = false
      }
      optionalSeen = optionalSeen || isOptional
      if !continueList(.rightBracket, canStart: { $0.isTypeStart || $0.kind == .dotDotDot }) { break }
    }
    expectClosing(.rightBracket, opening: start)
    let list = closeList(mark)
    return make(.tupleType, from: start, list.raw)
  }

  private mutating func parseTupleElement() -> NodeID {
    let start = start
    if isNamedTupleMember() {
      var flags: NodeFlags = eat(.dotDotDot) ? .rest : []
      let name = parseWord()
      if eat(.question) { flags.insert(.optional) }
      expect(.colon)
      let type = parseType()
      return make(.namedTupleMember, from: start, flags: flags, name.raw, type.raw)
    }
    if eat(.dotDotDot) {
      let type = parseType()
      return make(.restType, from: start, type.raw)
    }
    let type = parseType()
    if eat(.question) { return make(.optionalType, from: start, type.raw) }
    return type
  }

  private mutating func isNamedTupleMember() -> Bool {
    if !kind.isWord && kind != .dotDotDot { return false }
    return lookAhead { parser in
      _ = parser.eat(.dotDotDot)
      guard parser.kind.isWord else { return false }
      parser.next()
      if parser.kind == .colon { return true }
      guard parser.kind == .question else { return false }
      parser.next()
      return parser.kind == .colon
    }
  }
}
