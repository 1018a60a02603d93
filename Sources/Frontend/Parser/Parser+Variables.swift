/// Variable statements.
extension Parser {
  /// Whether `let` opens a declaration; strict mode reserves it, so that it hardly does anything else.
  mutating func isLetDeclaration() -> Bool {
    if lexer.token.flags.contains(.escaped) { return false }
    let (after, newline) = peek()
    return after.isIdentifierLike || after == .leftBracket || after == .leftBrace
      || (after.isReservedWord && !newline && after != .inKeyword && after != .instanceofKeyword)
  }

  /// Whether `using x` or `await using x` is meant, on one line.
  mutating func isUsingDeclaration(inFor: Bool) -> Bool {
    if lexer.token.flags.contains(.escaped) { return false }
    return lookAhead { parser in
      if parser.kind == .awaitKeyword {
        if parser.isAwaitName { return false }
        parser.next()
        if parser.kind != .usingKeyword || parser.newlineBefore { return false }
      }
      parser.next()
      if parser.newlineBefore { return false }
      if parser.kind == .ofKeyword && inFor {
        // `for (using of of xs)` declares `of`, while `for (using of xs)` reads `using`.
        parser.next()
        return parser.kind == .equal || parser.kind == .semicolon || parser.kind == .ofKeyword
          || parser.kind == .colon
      }
      if parser.kind == .leftBrace { return !inFor }
      return parser.kind.isIdentifierLike
    }
  }

  /// Parses `var`, `let`, `const`, `using` and `await using` statements.
  mutating func parseVariableStatement(from start: UInt32, flags: NodeFlags) -> NodeID {
    let saved = context
    if flags.contains(.declare) { context.insert(.ambient) }
    defer { context = saved }
    let keyword = parseVariableKeyword()
    let declarations = parseDeclarations(keyword)
    consumeSemicolon()
    let statement = make(.variableStatement, from: start, flags: flags, declarations.raw, UInt32(keyword.rawValue))
    checkInitializers(statement)
    return statement
  }

  /// Parses the declaration at the head of `for`, without its end.
  mutating func parseForDeclaration() -> NodeID {
    let start = start
    let saved = context
    context.insert(.noIn)
    context.remove([.conditionalBranch, .decorator])
    let keyword = parseVariableKeyword()
    let declarations = parseDeclarations(keyword)
    context = saved
    return make(.variableStatement, from: start, declarations.raw, UInt32(keyword.rawValue))
  }

  private mutating func parseVariableKeyword() -> VariableKeyword {
    defer { next() }
    switch kind {
    case .varKeyword: return .var
    case .letKeyword: return .let
    case .constKeyword: return .const
    case .usingKeyword: return .using
    default:
      if context.contains(.staticBlock) {
        reportEarlyHere(.awaitInStaticBlock)
      } else if !context.contains(.awaitAllowed) {
        reportEarlyHere(.awaitUsingOutsideAsync)
      }
      next()
      return .awaitUsing
    }
  }

  private mutating func parseDeclarations(_ keyword: VariableKeyword) -> ListID {
    let mark = listMark
    if kind == .semicolon || kind == .endOfFile || (kind.isReservedWord && newlineBefore)
      || (kind == .ofKeyword && keyword == .var && !isDeclaredOf())
    {
      syntaxError(.declarationListEmpty, [], previousEnd, previousEnd)
      return .empty
    }
    while true {
      push(parseVariableDeclaration(keyword))
      guard kind == .comma else { break }
      next()
    }
    return closeList(mark)
  }

  /// Whether `of` is the declared name, as in `for (var of of xs)`.
  private mutating func isDeclaredOf() -> Bool {
    switch peek().kind {
    case .equal, .comma, .semicolon, .colon, .ofKeyword, .inKeyword: return true
    default: return false
    }
  }

  private mutating func parseVariableDeclaration(_ keyword: VariableKeyword) -> NodeID {
    let start = start
    if keyword != .var && kind == .letKeyword {
      reportEarlyHere(.letAsName)
      let name = parseWord()
      return finishDeclaration(start, name)
    }
    if !kind.isIdentifierLike && kind != .leftBracket && kind != .leftBrace && !kind.isReservedWord {
      syntaxError(.variableDeclarationExpected)
      let missing = makeMissing()
      return make(.variableDeclaration, from: start, missing.raw)
    }
    return finishDeclaration(start, parseBindingTarget())
  }

  /// Parses what follows the declared name or pattern.
  private mutating func finishDeclaration(_ start: UInt32, _ target: NodeID) -> NodeID {
    var flags: NodeFlags = []
    if kind == .exclamation && !newlineBefore && kindOf(target) == .identifier {
      flags.insert(.definite)
      next()
      typeScriptOnly(.annotationInJavaScript, from: previousEnd - 1)
    }
    let type = parseTypeAnnotation()
    var initializer = NodeID.none
    if eat(.equal) {
      if flags.contains(.definite) { reportEarly(.definiteWithInitializer, at: target) }
      initializer = parseAssignment()
    } else if flags.contains(.definite) && type.isNone {
      reportEarly(.definiteWithoutType, at: target)
    }
    return make(.variableDeclaration, from: start, flags: flags, target.raw, initializer.raw, type.raw)
  }

  /// Checks that constants and patterns have initializers, and that ambient variables have none.
  mutating func checkInitializers(_ statement: NodeID) {
    let parts = node(statement)
    let keyword = VariableKeyword(rawValue: UInt8(parts.b))!
    let isAmbient = context.contains(.ambient) || parts.flags.contains(.declare)
    for declaration in elements(ListID(parts.a)) {
      let parts = node(NodeID(declaration))
      let target = NodeID(parts.a)
      if kindOf(target) == .missing { continue }
      let isPattern = kindOf(target) != .identifier
      if keyword == .using || keyword == .awaitUsing, isPattern {
        reportEarly(.usingPattern, [keyword == .using ? "using" : "await using"], at: target)
      }
      if parts.b != 0 {
        if isAmbient && (keyword != .const || parts.c != 0) { reportEarly(.initializerInAmbient, at: NodeID(parts.b)) }
        continue
      }
      if isAmbient { continue }
      if isPattern {
        reportEarly(.patternInitializerRequired, at: target)
      } else if keyword != .var && keyword != .let {
        let spelling = keyword == .const ? "const" : keyword == .using ? "using" : "await using"
        reportEarly(.initializerRequired, [spelling], at: target)
      }
    }
  }
}
