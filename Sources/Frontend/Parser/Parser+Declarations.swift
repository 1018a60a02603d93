/// Declarations that only TypeScript has: interfaces, type aliases, enums, namespaces, `declare`.
extension Parser {
  /// Parses a declaration that a contextual keyword opens, or returns nil when the word is only a name.
  mutating func parseTypeScriptDeclaration(from start: UInt32, flags: NodeFlags) -> NodeID? {
    if lexer.token.flags.contains(.escaped) { return nil }
    let after = peek()
    switch kind {
    case .interfaceKeyword:
      if after.newline || !(after.kind.isIdentifierLike || after.kind.isReservedWord) { return nil }
      if after.kind == .inKeyword || after.kind == .instanceofKeyword { return nil }
      return parseInterface(from: start, flags: flags)
    case .typeKeyword:
      if after.newline || !after.kind.isIdentifierLike { return nil }
      if (after.kind == .asKeyword || after.kind == .satisfiesKeyword) && !isAliasOfThatName() { return nil }
      return parseTypeAlias(from: start, flags: flags)
    case .namespaceKeyword, .moduleKeyword:
      if after.newline { return nil }
      if !after.kind.isIdentifierLike && !(after.kind == .stringLiteral && kind == .moduleKeyword) { return nil }
      return parseNamespace(from: start, flags: flags)
    case .globalKeyword:
      if after.kind != .leftBrace || !(context.contains(.ambient) || flags.contains(.declare)) { return nil }
      return parseNamespace(from: start, flags: flags)
    case .abstractKeyword:
      if after.newline || after.kind != .classKeyword { return nil }
      next()
      typeScriptOnly(.modifierInJavaScript, ["abstract"], from: start)
      return parseClass(from: start, flags: flags.union(.abstract), decorators: .empty, isExpression: false)
    case .declareKeyword:
      if after.newline || !isDeclareStart(after.kind) { return nil }
      return parseDeclare(from: start, flags: flags)
    default: return nil
    }
  }

  /// Whether `type as = …` declares an alias named `as`.
  private mutating func isAliasOfThatName() -> Bool {
    lookAhead { parser in
      parser.next()
      parser.next()
      return parser.kind == .equal || parser.kind == .less
    }
  }

  private func isDeclareStart(_ kind: TokenKind) -> Bool {
    switch kind {
    case .varKeyword, .letKeyword, .constKeyword, .functionKeyword, .classKeyword, .interfaceKeyword, .typeKeyword,
      .enumKeyword, .namespaceKeyword, .moduleKeyword, .globalKeyword, .abstractKeyword, .asyncKeyword,
      .importKeyword, .usingKeyword:
      return true
    default: return false
    }
  }

  /// Parses `declare` and the declaration after it.
  private mutating func parseDeclare(from start: UInt32, flags: NodeFlags) -> NodeID {
    if context.contains(.ambient) && !isDeclarationFile { reportEarlyHere(.declareInAmbient) }
    next()
    typeScriptOnly(.modifierInJavaScript, ["declare"], from: start)
    let saved = context
    defer { context = saved }
    context.insert(.ambient)
    let declaration = parseDeclaration(from: start, flags: flags.union(.declare))
    noteTypeSyntax(from: start)
    return declaration
  }

  private var isDeclarationFile: Bool {
    file.path.hasSuffix(".d.ts") || file.path.hasSuffix(".d.mts") || file.path.hasSuffix(".d.cts")
  }

  /// Parses the declaration after `export` or `declare`.
  mutating func parseDeclaration(from start: UInt32, flags: NodeFlags) -> NodeID {
    switch kind {
    case .varKeyword, .letKeyword: return parseVariableStatement(from: start, flags: flags)
    case .constKeyword:
      if peek().kind == .enumKeyword {
        next()
        return parseEnum(from: start, flags: flags.union(.const))
      }
      return parseVariableStatement(from: start, flags: flags)
    case .functionKeyword: return parseFunctionDeclaration(from: start, flags: flags)
    case .classKeyword: return parseClass(from: start, flags: flags, decorators: .empty, isExpression: false)
    case .enumKeyword: return parseEnum(from: start, flags: flags)
    case .importKeyword: return parseImport(from: start, flags: flags)
    case .at:
      let decorators = parseDecorators()
      var classFlags = flags
      if eat(.abstractKeyword) { classFlags.insert(.abstract) }
      if kind == .classKeyword {
        return parseClass(from: start, flags: classFlags, decorators: decorators, isExpression: false)
      }
    case .asyncKeyword:
      let after = peek()
      if after.kind == .functionKeyword && !after.newline {
        if flags.contains(.declare) { reportEarlyHere(.modifierNotAllowed, ["async"]) }
        return parseFunctionDeclaration(from: start, flags: flags)
      }
    case .usingKeyword, .awaitKeyword:
      if isUsingDeclaration(inFor: false) {
        reportEarlyHere(.modifierNotAllowed, [flags.contains(.export) ? "export" : "declare"])
        return parseVariableStatement(from: start, flags: flags)
      }
    default:
      if let declaration = parseTypeScriptDeclaration(from: start, flags: flags) { return declaration }
    }
    syntaxError(.statementExpected)
    skipToStatementEnd()
    return makeMissing()
  }

  // MARK: Interfaces and aliases

  private mutating func parseInterface(from start: UInt32, flags: NodeFlags) -> NodeID {
    next()
    let name = parseTypeDeclarationName()
    let typeParameters = parseTypeParameters()
    var extends = ListID.empty
    if eat(.extendsKeyword) {
      if kind == .leftBrace { reportEarlyHere(.listEmpty, ["extends"]) }
      extends = parseHeritageTypes()
    }
    if kind == .implementsKeyword {
      reportEarlyHere(.interfaceImplements)
      next()
      _ = parseHeritageTypes()
    }
    let members = parseTypeMembers()
    typeScriptOnly(.declarationInJavaScript, ["interface"], from: start)
    return make(
      .interfaceDeclaration, from: start, flags: flags, name.raw, typeParameters.raw, extends.raw, members.raw)
  }

  private mutating func parseTypeAlias(from start: UInt32, flags: NodeFlags) -> NodeID {
    next()
    let name = parseTypeDeclarationName()
    let typeParameters = parseTypeParameters()
    expect(.equal)
    let type: NodeID
    if kind == .intrinsicKeyword && peek().kind != .dot {
      let typeStart = self.start
      next()
      type = make(.keywordType, from: typeStart, UInt32(TypeKeyword.intrinsic.rawValue))
    } else {
      type = parseType()
    }
    consumeSemicolon()
    typeScriptOnly(.typeAliasInJavaScript, from: start)
    return make(.typeAliasDeclaration, from: start, flags: flags, name.raw, typeParameters.raw, type.raw)
  }

  // MARK: Enums

  /// Parses an enum from `enum`; a `const` before it has been consumed.
  mutating func parseEnum(from start: UInt32, flags: NodeFlags) -> NodeID {
    next()
    let name = parseBindingIdentifier()
    let opening = self.start
    guard expect(.leftBrace) else {
      skipToStatementEnd()
      return make(.enumDeclaration, from: start, flags: flags, name.raw)
    }
    let saved = context
    context.remove([.topLevel, .noIn, .conditionalBranch])
    let mark = listMark
    while kind != .rightBrace && kind != .endOfFile {
      push(parseEnumMember())
      if !continueList(.rightBrace, canStart: { $0.isPropertyNameStart }) { break }
    }
    expectClosing(.rightBrace, opening: opening)
    context = saved
    let members = closeList(mark)
    typeScriptOnly(.declarationInJavaScript, ["enum"], from: start, isCode: true)
    return make(.enumDeclaration, from: start, flags: flags, name.raw, members.raw)
  }

  private mutating func parseEnumMember() -> NodeID {
    let start = start
    guard isPropertyNameStart else {
      syntaxError(.enumMemberExpected)
      return makeMissing()
    }
    if kind == .privateIdentifier { reportEarlyHere(.privateNameOutsideClass) }
    var name = parsePropertyName()
    switch kindOf(name) {
    case .numericLiteral, .bigIntLiteral: reportEarly(.numericEnumName, at: name)
    case .computedPropertyName:
      // `["a"]` is a roundabout string.
      let inner = NodeID(node(name).a)
      if kindOf(inner) == .stringLiteral {
        nodes.removeLast()
        name = inner
      } else {
        reportEarly(.computedEnumName, at: name)
      }
    default: break
    }
    let initializer = eat(.equal) ? parseAssignmentWithIn() : .none
    return make(.enumMember, from: start, name.raw, initializer.raw)
  }

  // MARK: Namespaces

  private mutating func parseNamespace(from start: UInt32, flags: NodeFlags) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    if !context.contains(.topLevel) { reportEarlyHere(.namespaceNotTopLevel) }
    typeScriptOnly(.declarationInJavaScript, [kind.spelling], from: start, isCode: true)
    let saved = context
    defer { context = saved }
    context = context.intersection([.ambient, .topLevel])
    if flags.contains(.declare) { context.insert(.ambient) }
    context.insert([.namespace, .topLevel, .plainFunction])
    if kind == .globalKeyword {
      let name = parseWord()
      let body = parseModuleBlock()
      return make(.moduleDeclaration, from: start, flags: flags, name.raw, body.raw)
    }
    next()
    if kind == .stringLiteral {
      if !context.contains(.ambient) { reportEarlyHere(.stringModuleNotAmbient) }
      let token = lexer.token
      next()
      let name = make(.stringLiteral, from: token.start, token.value.raw)
      context.remove(.namespace)
      var body = NodeID.none
      if kind == .leftBrace { body = parseModuleBlock() } else { consumeSemicolon() }
      return make(.moduleDeclaration, from: start, flags: flags, name.raw, body.raw)
    }
    return parseNamespaceName(from: start, flags: flags)
  }

  /// Parses `A.B { … }`, where `B` is a namespace within `A`.
  private mutating func parseNamespaceName(from start: UInt32, flags: NodeFlags) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let name = parseBindingIdentifier()
    let body: NodeID
    if eat(.dot) {
      body = parseNamespaceName(from: self.start, flags: .export)
    } else {
      body = parseModuleBlock()
    }
    return make(.moduleDeclaration, from: start, flags: flags, name.raw, body.raw)
  }

  private mutating func parseModuleBlock() -> NodeID {
    let start = start
    guard expect(.leftBrace) else {
      skipToStatementEnd()
      return makeMissing()
    }
    let statements = parseStatements(until: .rightBrace)
    expectClosing(.rightBrace, opening: start)
    return make(.moduleBlock, from: start, statements.raw)
  }
}
