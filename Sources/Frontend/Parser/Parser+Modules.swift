/// Imports and exports.
extension Parser {
  /// Parses an import declaration.
  mutating func parseImport() -> NodeID { parseImport(from: start, flags: []) }

  /// Parses an import declaration; `export` or `declare` before it has been consumed.
  mutating func parseImport(from start: UInt32, flags: NodeFlags) -> NodeID {
    if !context.contains(.topLevel) {
      reportEarlyHere(.importNotTopLevel)
    } else if goal != .module {
      reportEarlyHere(.importInScript)
    }
    next()
    if kind == .stringLiteral { return parseImportRest(from: start, flags: flags, clause: .none) }
    var flags = flags
    let clauseStart = self.start
    if kind == .typeKeyword && isTypeModifier() {
      next()
      flags.insert(.typeOnly)
      typeScriptOnly(.declarationInJavaScript, ["import type"], from: start)
    } else if kind == .deferKeyword && peek().kind == .star {
      reportEarlyHere(.notSupportedSyntax, ["'import defer'"])
      next()
    } else if kind == .identifier && lexer.wordName() == names.source && isTypeModifier() {
      reportEarlyHere(.notSupportedSyntax, ["'import source'"])
      next()
    }
    var defaultName = NodeID.none
    if kind.isIdentifierLike {
      defaultName = parseBindingIdentifier()
      if kind == .equal { return parseImportEquals(from: start, flags: flags, name: defaultName) }
    }
    var namespaceName = NodeID.none
    var specifiers = ListID.empty
    if defaultName.isNone || eat(.comma) {
      if kind == .star {
        next()
        expect(.asKeyword)
        namespaceName = parseBindingIdentifier()
      } else if kind == .leftBrace {
        specifiers = parseSpecifiers(isImport: true, typeOnly: flags.contains(.typeOnly))
      } else {
        syntaxError(.expected, ["{"])
        skipToStatementEnd()
        return makeMissing()
      }
      if flags.contains(.typeOnly) && defaultName.exists { reportEarly(.typeImportDefaultAndNamed, start, previousEnd) }
    }
    let clause = make(.importClause, from: clauseStart, defaultName.raw, namespaceName.raw, specifiers.raw)
    expect(.fromKeyword)
    return parseImportRest(from: start, flags: flags, clause: clause)
  }

  /// Whether `type` or `source` after `import` is a modifier: something to import follows it.
  private mutating func isTypeModifier() -> Bool {
    lookAhead { parser in
      parser.next()
      if parser.kind == .leftBrace || parser.kind == .star { return true }
      if !parser.kind.isIdentifierLike { return false }
      if parser.kind != .fromKeyword { return true }
      // `import type from "x"` imports a default named `type`; `import type from from "x"` a type named `from`.
      parser.next()
      return parser.kind == .fromKeyword || parser.kind == .equal
    }
  }

  /// Parses the specifier and attributes.
  private mutating func parseImportRest(from start: UInt32, flags: NodeFlags, clause: NodeID) -> NodeID {
    hasModuleSyntax = true
    if context.contains(.namespace) { reportEarly(.importInNamespace, start, previousEnd) }
    let specifier = parseModuleSpecifier()
    let attributes = parseImportAttributes()
    consumeSemicolon()
    return make(.importDeclaration, from: start, flags: flags, specifier.raw, clause.raw, attributes.raw)
  }

  private mutating func parseModuleSpecifier() -> NodeID {
    guard kind == .stringLiteral else {
      syntaxError(.stringLiteralExpected)
      return makeMissing()
    }
    let token = lexer.token
    next()
    return make(.stringLiteral, from: token.start, token.value.raw)
  }

  /// Parses `with { type: "json" }`, and the older `assert` on the same line.
  private mutating func parseImportAttributes() -> ListID {
    guard kind == .withKeyword else { return .empty }
    next()
    let opening = start
    guard expect(.leftBrace) else { return .empty }
    let mark = listMark
    var seen: [Name] = []
    while kind != .rightBrace && kind != .endOfFile {
      let attributeStart = start
      guard kind.isWord || kind == .stringLiteral else {
        syntaxError(.identifierExpected)
        break
      }
      let name = parsePropertyName()
      let text = Name(node(name).a)
      if seen.contains(text) { reportEarly(.duplicateAttribute, [interner.string(text)], at: name) }
      seen.append(text)
      expect(.colon)
      let value: NodeID
      if kind == .stringLiteral {
        value = parsePropertyName()
      } else {
        syntaxError(.importAttributeValue)
        value = makeMissing()
      }
      push(make(.importAttribute, from: attributeStart, name.raw, value.raw))
      if !continueList(.rightBrace, canStart: { $0.kind.isWord || $0.kind == .stringLiteral }) { break }
    }
    expectClosing(.rightBrace, opening: opening)
    return closeList(mark)
  }

  /// Parses `import a = b.c` and `import a = require("x")`.
  private mutating func parseImportEquals(from start: UInt32, flags: NodeFlags, name: NodeID) -> NodeID {
    next()
    let reference: NodeID
    if kind == .requireKeyword && peek().kind == .leftParen {
      hasModuleSyntax = true
      let referenceStart = self.start
      next()
      let opening = self.start
      next()
      let specifier = parseModuleSpecifier()
      expectClosing(.rightParen, opening: opening)
      reference = make(.externalModuleReference, from: referenceStart, specifier.raw)
      if context.contains(.namespace) {
        reportEarly(.importInNamespace, at: reference)
      } else if !context.contains(.ambient) && !isJavaScript && !flags.contains(.typeOnly) {
        reportEarly(.importEqualsInModule, start, previousEnd)
      }
    } else {
      reference = parseEntityName()
    }
    consumeSemicolon()
    typeScriptOnly(.importEqualsInJavaScript, from: start, isCode: true)
    return make(.importEqualsDeclaration, from: start, flags: flags, name.raw, reference.raw)
  }

  // MARK: Specifiers

  /// Parses `{ a, type b as c, "d" as e }`.
  private mutating func parseSpecifiers(isImport: Bool, typeOnly: Bool) -> ListID {
    let opening = start
    next()
    let mark = listMark
    while kind != .rightBrace && kind != .endOfFile {
      push(parseSpecifier(isImport: isImport, typeOnly: typeOnly))
      if !continueList(.rightBrace, canStart: { $0.kind.isWord || $0.kind == .stringLiteral }) { break }
    }
    expectClosing(.rightBrace, opening: opening)
    return closeList(mark)
  }

  private mutating func parseSpecifier(isImport: Bool, typeOnly: Bool) -> NodeID {
    let start = start
    var flags: NodeFlags = []
    if kind == .typeKeyword && isSpecifierTypeModifier() {
      if typeOnly { reportEarlyHere(isImport ? .typeModifierTwice : .typeExportModifierTwice) }
      next()
      flags.insert(.typeOnly)
      typeScriptOnly(.declarationInJavaScript, [isImport ? "import type" : "export type"], from: start)
    }
    guard kind.isWord || kind == .stringLiteral else {
      syntaxError(.identifierExpected)
      return makeMissing()
    }
    let token = lexer.token
    let outer = parseExportName()
    var inner = outer
    if kind == .asKeyword {
      next()
      inner = isImport ? parseBindingIdentifier() : parseExportName()
    } else if isImport {
      checkImportedBinding(token, outer)
    }
    if isImport {
      return make(.importSpecifier, from: start, flags: flags, outer.raw, inner.raw)
    }
    return make(.exportSpecifier, from: start, flags: flags, outer.raw, inner.raw)
  }

  /// Whether `type` is the modifier of a specifier: another name follows it.
  private mutating func isSpecifierTypeModifier() -> Bool {
    lookAhead { parser in
      parser.next()
      if parser.kind == .stringLiteral { return true }
      guard parser.kind.isWord else { return false }
      if parser.kind != .asKeyword { return true }
      // `type as` names a type `as`; `type as as` a value `type`; `type as as x` a type `as`.
      parser.next()
      if parser.kind == .asKeyword {
        parser.next()
        return parser.kind.isWord || parser.kind == .stringLiteral
      }
      return !(parser.kind.isWord || parser.kind == .stringLiteral)
    }
  }

  /// An imported name without `as` is also the binding, so that it must be a valid one.
  private mutating func checkImportedBinding(_ token: Token, _ name: NodeID) {
    if token.kind == .stringLiteral {
      syntaxError(.expected, ["as"])
    } else if token.kind.isReservedWord {
      syntaxError(.reservedWord, [token.kind.spelling], token.start, token.end)
    } else if token.kind.isStrictReservedWord {
      reportEarly(.strictReservedWord, [token.kind.spelling], at: name)
    } else if token.kind == .awaitKeyword {
      reportEarly(.reservedWord, ["await"], at: name)
    } else if token.flags.contains(.escapedReservedWord) {
      reportEarly(.keywordWithEscape, at: name)
    } else if node(name).a == names.eval.raw || node(name).a == names.arguments.raw {
      reportEarly(.invalidStrictUse, [interner.string(Name(node(name).a))], at: name)
    }
  }

  /// Parses a ModuleExportName: any word or a well-formed string.
  private mutating func parseExportName() -> NodeID {
    if kind == .stringLiteral {
      let token = lexer.token
      if !isWellFormed(token.value) { reportEarlyHere(.loneSurrogateName) }
      next()
      return make(.stringLiteral, from: token.start, token.value.raw)
    }
    guard kind.isWord else {
      syntaxError(.identifierExpected)
      return makeMissing()
    }
    return parseWord()
  }

  /// Whether a name has no lone surrogates.
  private func isWellFormed(_ name: Name) -> Bool {
    let bytes = interner.utf8(name)
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == 0xED && byte >= 0xA0 { return false }
      previous = byte
    }
    return true
  }

  // MARK: Exports

  /// Parses an export; decorators before it have been parsed.
  mutating func parseExport(decorators: ListID) -> NodeID {
    let start = decorators == .empty ? start : startOf(NodeID(elements(decorators).first!))
    if !context.contains(.topLevel) {
      reportEarlyHere(.exportNotTopLevel)
    } else if goal != .module {
      reportEarlyHere(.exportInScript)
    }
    next()
    if !context.contains(.namespace) { hasModuleSyntax = true }
    if decorators != .empty { return parseDecoratedExport(from: start, decorators) }
    switch kind {
    case .defaultKeyword: return parseExportDefault(from: start, decorators: .empty)
    case .star: return parseExportStar(from: start, flags: .star)
    case .leftBrace: return parseExportNames(from: start, flags: [])
    case .equal:
      next()
      let expression = parseAssignment()
      consumeSemicolon()
      typeScriptOnly(.exportEqualsInJavaScript, from: start, isCode: true)
      if context.contains(.namespace) {
        reportEarly(.exportEqualsInNamespace, start, previousEnd)
      } else if !context.contains(.ambient) && !isJavaScript {
        reportEarly(.exportEqualsInModule, start, previousEnd)
      }
      return make(.exportAssignment, from: start, flags: .exportEquals, expression.raw)
    case .asKeyword:
      // `export as namespace X` names a global for scripts, which there are none of.
      reportEarlyHere(.notSupportedSyntax, ["'export as namespace'"])
      skipToStatementEnd()
      return makeMissing()
    case .typeKeyword:
      let after = peek().kind
      if after == .leftBrace || after == .star {
        next()
        typeScriptOnly(.declarationInJavaScript, ["export type"], from: start)
        return after == .star
          ? parseExportStar(from: start, flags: [.star, .typeOnly]) : parseExportNames(from: start, flags: .typeOnly)
      }
    case .importKeyword: return parseImport(from: start, flags: .export)
    default: break
    }
    return parseDeclaration(from: start, flags: .export)
  }

  private mutating func parseDecoratedExport(from start: UInt32, _ decorators: ListID) -> NodeID {
    if kind == .defaultKeyword { return parseExportDefault(from: start, decorators: decorators) }
    var flags: NodeFlags = .export
    if kind == .abstractKeyword && peek().kind == .classKeyword {
      next()
      flags.insert(.abstract)
    }
    if kind == .classKeyword {
      return parseClass(from: start, flags: flags, decorators: decorators, isExpression: false)
    }
    reportEarly(.decoratorsNotValid, at: NodeID(elements(decorators).first!))
    return parseDeclaration(from: start, flags: .export)
  }

  private mutating func parseExportDefault(from start: UInt32, decorators: ListID) -> NodeID {
    if context.contains(.namespace) { reportEarlyHere(.exportInNamespace) }
    next()
    let flags: NodeFlags = [.export, .default]
    var classDecorators = decorators
    if kind == .at { classDecorators = parseDecorators() }
    let after = peek()
    switch kind {
    case .classKeyword:
      return parseClass(from: start, flags: flags, decorators: classDecorators, isExpression: false)
    case .abstractKeyword where after.kind == .classKeyword && !after.newline:
      next()
      return parseClass(
        from: start, flags: flags.union(.abstract), decorators: classDecorators, isExpression: false)
    case .functionKeyword: return parseFunctionDeclaration(from: start, flags: flags)
    case .asyncKeyword where after.kind == .functionKeyword && !after.newline:
      return parseFunctionDeclaration(from: start, flags: flags)
    case .interfaceKeyword where after.kind.isIdentifierLike && !after.newline:
      if let declaration = parseTypeScriptDeclaration(from: start, flags: flags) { return declaration }
    default: break
    }
    let expression = parseAssignmentWithIn()
    consumeSemicolon()
    return make(.exportAssignment, from: start, expression.raw)
  }

  private mutating func parseExportStar(from start: UInt32, flags: NodeFlags) -> NodeID {
    next()
    var namespaceName = NodeID.none
    if eat(.asKeyword) { namespaceName = parseExportName() }
    expect(.fromKeyword)
    let specifier = parseModuleSpecifier()
    let attributes = parseImportAttributes()
    consumeSemicolon()
    if context.contains(.namespace) { reportEarly(.exportInNamespace, start, previousEnd) }
    return make(
      .exportDeclaration, from: start, flags: flags, specifier.raw, 0, namespaceName.raw, attributes.raw)
  }

  private mutating func parseExportNames(from start: UInt32, flags: NodeFlags) -> NodeID {
    let specifiers = parseSpecifiers(isImport: false, typeOnly: flags.contains(.typeOnly))
    var specifier = NodeID.none
    var attributes = ListID.empty
    if eat(.fromKeyword) {
      specifier = parseModuleSpecifier()
      attributes = parseImportAttributes()
    } else {
      checkLocalExports(specifiers)
    }
    consumeSemicolon()
    if context.contains(.namespace) { reportEarly(.exportInNamespace, start, previousEnd) }
    return make(
      .exportDeclaration, from: start, flags: flags, specifier.raw, specifiers.raw, 0, attributes.raw)
  }

  /// Names exported without `from` are references, so that strings and reserved words cannot be.
  private mutating func checkLocalExports(_ specifiers: ListID) {
    for specifier in elements(specifiers) where kindOf(NodeID(specifier)) == .exportSpecifier {
      let local = NodeID(node(NodeID(specifier)).a)
      if kindOf(local) == .stringLiteral {
        reportEarly(.stringExportNeedsFrom, at: local)
        continue
      }
      let text = node(local)
      let length = Int(text.end - text.start)
      let word = lexer.keywordTable.kind(lexer.text + Int(text.start), length: length)
      if word.isReservedWord {
        reportEarly(.reservedWord, [word.spelling], at: local)
      } else if word.isStrictReservedWord {
        reportEarly(.strictReservedWord, [word.spelling], at: local)
      }
    }
  }
}
