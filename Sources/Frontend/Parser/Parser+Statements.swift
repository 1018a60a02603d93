/// Statements.
extension Parser {
  /// Parses statements up to `closing`, and checks overloads among them.
  mutating func parseStatements(until closing: TokenKind) -> ListID {
    let mark = listMark
    let savedBodiless = hasBodiless
    hasBodiless = false
    while kind != closing && kind != .endOfFile {
      let before = start
      let statement = parseStatement(inList: true)
      if statement.exists { push(statement) }
      if start == before && kind != .endOfFile && kind != closing { skipUnexpected() }
    }
    if hasBodiless && !context.contains(.ambient) { checkOverloads(from: mark) }
    hasBodiless = savedBodiless
    return closeList(mark)
  }

  /// Reports and skips a token that starts no statement.
  private mutating func skipUnexpected() {
    if kind != .unknown { syntaxError(.statementExpected) }
    if trialDepth > 0 { return }
    if kind == .rightBrace || kind == .rightParen || kind == .rightBracket {
      next()
      // A lone closer is one mistake; what follows it stands on its own.
      tokensSinceError = Parser.echoLength
    } else {
      skipToStatementEnd()
    }
  }

  /// Parses `{ … }`.
  mutating func parseBlock() -> NodeID {
    let start = start
    guard expect(.leftBrace) else { return makeMissing() }
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator, .topLevel, .namespace])
    let statements = parseStatements(until: .rightBrace)
    expectClosing(.rightBrace, opening: start)
    context = saved
    return make(.block, from: start, statements.raw)
  }

  /// Parses a Statement or, in a list, a Declaration.
  mutating func parseStatement(inList: Bool) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    if context.contains(.ambient) && isPlainStatement { reportAmbientStatement() }
    switch kind {
    case .leftBrace: return parseBlock()
    case .semicolon:
      next()
      return make(.emptyStatement, from: start)
    case .varKeyword: return parseVariableStatement(from: start, flags: [])
    case .constKeyword:
      if peek().kind == .enumKeyword {
        next()
        return parseEnum(from: start, flags: .const)
      }
      if !inList { reportEarlyHere(.declarationOutsideBlock, ["const"]) }
      return parseVariableStatement(from: start, flags: [])
    case .letKeyword:
      if isLetDeclaration() {
        if !inList { reportEarlyHere(.declarationOutsideBlock, ["let"]) }
        return parseVariableStatement(from: start, flags: [])
      }
    case .functionKeyword:
      if !inList { reportEarlyHere(.declarationOutsideBlock, ["function"]) }
      return parseFunctionDeclaration(from: start, flags: [])
    case .classKeyword:
      if !inList { reportEarlyHere(.declarationOutsideBlock, ["class"]) }
      return parseClass(from: start, flags: [], decorators: .empty, isExpression: false)
    case .ifKeyword: return parseIf()
    case .forKeyword: return parseFor()
    case .whileKeyword:
      next()
      let condition = parseParenthesizedCondition()
      let body = parseBody(adding: .loop)
      return make(.whileStatement, from: start, condition.raw, body.raw)
    case .doKeyword: return parseDo()
    case .returnKeyword: return parseReturn()
    case .breakKeyword, .continueKeyword: return parseJump()
    case .throwKeyword: return parseThrow()
    case .switchKeyword: return parseSwitch()
    case .tryKeyword, .catchKeyword, .finallyKeyword: return parseTry()
    case .debuggerKeyword:
      next()
      consumeSemicolon()
      return make(.debuggerStatement, from: start)
    case .withKeyword: return parseWith()
    case .importKeyword:
      let after = peek().kind
      if after != .leftParen && after != .dot { return parseImport() }
    case .exportKeyword: return parseExport(decorators: .empty)
    case .enumKeyword: return parseEnum(from: start, flags: [])
    case .at: return parseDecorated()
    case .asyncKeyword:
      let after = peek()
      if after.kind == .functionKeyword && !after.newline && !lexer.token.flags.contains(.escaped) {
        if !inList { reportEarlyHere(.declarationOutsideBlock, ["async function"]) }
        return parseFunctionDeclaration(from: start, flags: [])
      }
    case .usingKeyword, .awaitKeyword:
      if isUsingDeclaration(inFor: false) {
        if !inList { reportEarlyHere(.declarationOutsideBlock, [kind == .usingKeyword ? "using" : "await using"]) }
        return parseVariableStatement(from: start, flags: [])
      }
    case .interfaceKeyword, .typeKeyword, .namespaceKeyword, .moduleKeyword, .declareKeyword, .abstractKeyword,
      .globalKeyword:
      if let declaration = parseTypeScriptDeclaration(from: start, flags: []) { return declaration }
    case .publicKeyword, .privateKeyword, .protectedKeyword, .staticKeyword, .readonlyKeyword:
      if isModifierOfDeclaration() {
        reportEarlyHere(.modifierOnStatement, [kind.spelling])
        next()
        return parseStatement(inList: inList)
      }
    default: break
    }
    return parseExpressionStatement()
  }

  /// Whether a declaration follows the current word on its line.
  private mutating func isModifierOfDeclaration() -> Bool {
    let after = peek()
    if after.newline { return false }
    switch after.kind {
    case .classKeyword, .functionKeyword, .varKeyword, .letKeyword, .constKeyword, .interfaceKeyword, .enumKeyword,
      .abstractKeyword, .asyncKeyword:
      return true
    default: return false
    }
  }

  /// Whether the current token starts a statement that ambient code cannot have.
  private var isPlainStatement: Bool {
    switch kind {
    case .leftBrace, .ifKeyword, .forKeyword, .whileKeyword, .doKeyword, .returnKeyword, .breakKeyword,
      .continueKeyword, .throwKeyword, .switchKeyword, .tryKeyword, .debuggerKeyword, .withKeyword:
      return true
    default: return false
    }
  }

  private mutating func reportAmbientStatement() {
    if !ambientStatementReported { reportEarlyHere(.statementsInAmbient) }
    ambientStatementReported = true
  }

  /// Parses an expression statement or a labelled statement.
  private mutating func parseExpressionStatement() -> NodeID {
    let start = start
    if kind.isIdentifierLike && peek().kind == .colon { return parseLabeled() }
    guard isExpressionStart || kind == .unknown else {
      // The caller of the list reports and skips it; elsewhere it is reported here.
      syntaxError(kind == .endOfFile ? .expressionExpected : .statementExpected)
      if kind == .elseKeyword || kind == .caseKeyword || kind == .defaultKeyword || kind == .inKeyword
        || kind == .ofKeyword || kind == .instanceofKeyword || kind == .extendsKeyword
      {
        skipToStatementEnd()
      }
      return makeMissing()
    }
    if context.contains(.ambient) && kind != .unknown { reportAmbientStatement() }
    let expression = parseExpression()
    consumeSemicolon()
    return make(.expressionStatement, from: start, expression.raw)
  }

  /// Parses a labelled statement; labels in a row are read before their statement, which tells what they label.
  private mutating func parseLabeled() -> NodeID {
    let first = labels.count
    var starts: [UInt32] = []
    repeat {
      starts.append(start)
      checkLabelWord()
      let name = lexer.wordName()
      if labels[labelBase...].contains(where: { $0.name == name }) {
        reportEarlyHere(.duplicateLabel, [interner.string(name)])
      }
      labels.append(Label(name: name, isLoop: false))
      next()
      next()
      if starts.count == Parser.depthLimit { giveUp(.nestingTooDeep, ["\(Parser.depthLimit)"], start, start) }
    } while kind.isIdentifierLike && peek().kind == .colon
    switch kind {
    case .functionKeyword, .classKeyword, .constKeyword: reportEarly(.labelNotAllowed, starts[0], previousEnd - 1)
    case .letKeyword where isLetDeclaration(): reportEarly(.labelNotAllowed, starts[0], previousEnd - 1)
    case .forKeyword, .whileKeyword, .doKeyword:
      for index in first..<labels.count { labels[index] = Label(name: labels[index].name, isLoop: true) }
    default: break
    }
    let saved = context
    context.remove([.topLevel, .namespace])
    var body = parseStatement(inList: kind == .functionKeyword || kind == .classKeyword)
    context = saved
    for start in starts.reversed() {
      let name = labels.removeLast().name
      body = make(.labeledStatement, from: start, name.raw, body.raw)
    }
    return body
  }

  private mutating func checkLabelWord() {
    if kind.isStrictReservedWord || (kind == .awaitKeyword && !isAwaitName) {
      reportEarlyHere(kind == .awaitKeyword ? .reservedWord : .strictReservedWord, [kind.spelling])
    } else if isEscapedReservedWord(lexer.token) {
      reportEarlyHere(.keywordWithEscape)
    }
  }

  // MARK: Control flow

  private mutating func parseParenthesizedCondition() -> NodeID {
    let opening = start
    guard expect(.leftParen) else { return isExpressionStart ? parseExpressionWithIn() : makeMissing() }
    let condition = parseExpressionWithIn()
    expectClosing(.rightParen, opening: opening)
    return condition
  }

  /// Parses the body of a control statement.
  private mutating func parseBody(adding extra: ParseContext) -> NodeID {
    let saved = context
    context.formUnion(extra)
    context.remove([.topLevel, .namespace])
    defer { context = saved }
    return parseStatement(inList: false)
  }

  /// Parses `if`; a chain of `else if` is built from its end, without recursion.
  private mutating func parseIf() -> NodeID {
    var branches: [(start: UInt32, condition: NodeID, thenBranch: NodeID)] = []
    var elseBranch = NodeID.none
    while true {
      let start = start
      next()
      let condition = parseParenthesizedCondition()
      let thenBranch = parseBody(adding: [])
      branches.append((start, condition, thenBranch))
      guard eat(.elseKeyword) else { break }
      if kind == .ifKeyword { continue }
      elseBranch = parseBody(adding: [])
      break
    }
    if branches.count > 256 { chainLinks += branches.count }
    for branch in branches.reversed() {
      elseBranch = make(
        .ifStatement, from: branch.start, branch.condition.raw, branch.thenBranch.raw, elseBranch.raw)
    }
    return elseBranch
  }

  private mutating func parseDo() -> NodeID {
    let start = start
    next()
    let body = parseBody(adding: .loop)
    expect(.whileKeyword)
    let condition = parseParenthesizedCondition()
    // A semicolon is inserted here even on the same line (ECMA-262 12.10.1).
    _ = eat(.semicolon)
    return make(.doStatement, from: start, body.raw, condition.raw)
  }

  private mutating func parseReturn() -> NodeID {
    let start = start
    if !context.contains(.function) { reportEarlyHere(.returnOutsideFunction) }
    next()
    var expression = NodeID.none
    if kind != .semicolon && !canInsertSemicolon { expression = parseExpression() }
    consumeSemicolon()
    return make(.returnStatement, from: start, expression.raw)
  }

  private mutating func parseThrow() -> NodeID {
    let start = start
    next()
    let expression: NodeID
    if newlineBefore {
      syntaxError(.lineBreakNotPermitted, [], previousEnd, previousEnd)
      expression = makeMissing()
    } else {
      expression = parseExpression()
    }
    consumeSemicolon()
    return make(.throwStatement, from: start, expression.raw)
  }

  /// Parses `break` and `continue` and finds their target.
  private mutating func parseJump() -> NodeID {
    let start = start
    let isBreak = kind == .breakKeyword
    next()
    var label = Name.empty
    if kind.isIdentifierLike && !canInsertSemicolon {
      label = lexer.wordName()
      checkLabel(label, isBreak: isBreak)
      next()
    } else if isBreak {
      if context.isDisjoint(with: [.loop, .switchBody]) {
        reportEarly(.breakOutsideLoop, start, previousEnd)
      }
    } else if !context.contains(.loop) {
      reportEarly(.continueOutsideLoop, start, previousEnd)
    }
    consumeSemicolon()
    return make(isBreak ? .breakStatement : .continueStatement, from: start, label.raw)
  }

  private mutating func checkLabel(_ name: Name, isBreak: Bool) {
    for index in stride(from: labels.count - 1, through: 0, by: -1) where labels[index].name == name {
      if index < labelBase {
        reportEarlyHere(.jumpAcrossFunction)
      } else if !isBreak && !labels[index].isLoop {
        reportEarlyHere(.continueToNonLoop)
      }
      return
    }
    reportEarlyHere(isBreak ? .breakToUnknownLabel : .continueToNonLoop)
  }

  private mutating func parseSwitch() -> NodeID {
    let start = start
    next()
    let discriminant = parseParenthesizedCondition()
    let opening = self.start
    guard expect(.leftBrace) else { return make(.switchStatement, from: start, discriminant.raw) }
    let saved = context
    context.insert(.switchBody)
    context.remove([.topLevel, .namespace])
    let mark = listMark
    var hasDefault = false
    while kind != .rightBrace && kind != .endOfFile {
      let clauseStart = self.start
      var test = NodeID.none
      switch kind {
      case .caseKeyword:
        next()
        test = parseExpressionWithIn()
      case .defaultKeyword:
        if hasDefault { reportEarlyHere(.duplicateDefault) }
        hasDefault = true
        next()
      default:
        syntaxError(.caseExpected)
        skipToStatementEnd()
        if kind == .endOfFile || trialDepth > 0 { break }
        continue
      }
      if kind == .endOfFile && trialDepth > 0 { break }
      expect(.colon)
      let statements = parseClauseStatements()
      push(make(.caseClause, from: clauseStart, test.raw, statements.raw))
    }
    expectClosing(.rightBrace, opening: opening)
    context = saved
    let clauses = closeList(mark)
    return make(.switchStatement, from: start, discriminant.raw, clauses.raw)
  }

  private mutating func parseClauseStatements() -> ListID {
    let mark = listMark
    let savedBodiless = hasBodiless
    hasBodiless = false
    while kind != .rightBrace && kind != .caseKeyword && kind != .defaultKeyword && kind != .endOfFile {
      let before = start
      let statement = parseStatement(inList: true)
      push(statement)
      if start == before && kind != .endOfFile && kind != .rightBrace { skipUnexpected() }
    }
    if hasBodiless && !context.contains(.ambient) { checkOverloads(from: mark) }
    hasBodiless = savedBodiless
    return closeList(mark)
  }

  /// Parses `try`; a `catch` or `finally` on its own is reported as a missing `try`.
  private mutating func parseTry() -> NodeID {
    let start = start
    let block: NodeID
    if kind == .tryKeyword {
      next()
      block = parseBlock()
    } else {
      syntaxError(.expected, ["try"])
      block = makeMissing()
    }
    var catchClause = NodeID.none
    var finallyBlock = NodeID.none
    if kind == .catchKeyword { catchClause = parseCatch() }
    if eat(.finallyKeyword) { finallyBlock = parseBlock() }
    if catchClause.isNone && finallyBlock.isNone { syntaxError(.tryWithoutHandler) }
    return make(.tryStatement, from: start, block.raw, catchClause.raw, finallyBlock.raw)
  }

  private mutating func parseCatch() -> NodeID {
    let start = start
    next()
    var binding = NodeID.none
    var type = NodeID.none
    let opening = self.start
    if eat(.leftParen) {
      binding = parseBindingTarget()
      type = parseTypeAnnotation()
      if kind == .equal {
        reportEarlyHere(.catchInitializer)
        next()
        _ = parseAssignment()
      }
      expectClosing(.rightParen, opening: opening)
    }
    let block = parseBlock()
    return make(.catchClause, from: start, binding.raw, type.raw, block.raw)
  }

  /// Parses `with`, which strict mode has not, to report it and go on behind it.
  private mutating func parseWith() -> NodeID {
    let start = start
    reportEarlyHere(.withStatement)
    next()
    _ = parseParenthesizedCondition()
    return parseBody(adding: []).isNone ? makeMissing() : make(.missing, from: start)
  }

  // MARK: For

  private mutating func parseFor() -> NodeID {
    let start = start
    next()
    var flags: NodeFlags = []
    if kind == .awaitKeyword {
      if context.contains(.staticBlock) {
        reportEarlyHere(.awaitInStaticBlock)
      } else if !context.contains(.awaitAllowed) {
        reportEarlyHere(.forAwaitOutsideAsync)
      }
      flags.insert(.await)
      next()
    }
    let opening = self.start
    guard expect(.leftParen) else {
      skipToStatementEnd()
      return makeMissing()
    }
    var initializer = NodeID.none
    let initializerToken = lexer.token
    var isDeclaration = false
    if kind == .varKeyword || kind == .constKeyword || (kind == .letKeyword && isLetDeclaration())
      || ((kind == .usingKeyword || kind == .awaitKeyword) && isUsingDeclaration(inFor: true))
    {
      isDeclaration = true
      initializer = parseForDeclaration()
    } else if kind != .semicolon {
      let saved = context
      context.insert(.noIn)
      context.remove([.conditionalBranch, .decorator])
      initializer = parseForInitializer()
      context = saved
    }
    let isAsyncOf =
      initializerToken.kind == .asyncKeyword && !initializerToken.flags.contains(.escaped)
      && kindOf(initializer) == .identifier
    if kind == .ofKeyword && !lexer.token.flags.contains(.escaped) && initializer.exists {
      if isAsyncOf && !flags.contains(.await) { reportEarly(.forOfAsync, at: initializer) }
      if initializerToken.kind == .letKeyword && !isDeclaration { reportEarly(.forOfLet, at: initializer) }
      checkForTarget(initializer, isDeclaration: isDeclaration, isOf: true)
      next()
      let expression = parseAssignmentWithIn()
      expectClosing(.rightParen, opening: opening)
      let body = parseBody(adding: .loop)
      return make(.forOfStatement, from: start, flags: flags, initializer.raw, expression.raw, body.raw)
    }
    if flags.contains(.await) { syntaxError(.expected, ["of"]) }
    if kind == .inKeyword && initializer.exists {
      checkForTarget(initializer, isDeclaration: isDeclaration, isOf: false)
      next()
      let expression = parseExpressionWithIn()
      expectClosing(.rightParen, opening: opening)
      let body = parseBody(adding: .loop)
      return make(.forInStatement, from: start, initializer.raw, expression.raw, body.raw)
    }
    return parseForRest(start, opening, initializer, isDeclaration: isDeclaration)
  }

  /// Parses `; condition; increment) body`.
  private mutating func parseForRest(
    _ start: UInt32, _ opening: UInt32, _ initializer: NodeID, isDeclaration: Bool
  ) -> NodeID {
    if isDeclaration { checkInitializers(initializer) }
    expect(.semicolon)
    var condition = NodeID.none
    if kind != .semicolon && kind != .rightParen { condition = parseExpressionWithIn() }
    expect(.semicolon)
    var increment = NodeID.none
    if kind != .rightParen && isExpressionStart { increment = parseExpressionWithIn() }
    expectClosing(.rightParen, opening: opening)
    let body = parseBody(adding: .loop)
    return make(.forStatement, from: start, initializer.raw, condition.raw, increment.raw, body.raw)
  }

  /// Parses the expression at the head of `for`, which `of` or `in` makes a pattern.
  private mutating func parseForInitializer() -> NodeID {
    guard kind == .leftBracket || kind == .leftBrace else { return parseExpression() }
    let opening = start
    if destructuringHeads.contains(opening) { return parseExpression() }
    let isPattern = literalRoles[opening]
    let pattern =
      isPattern == false
      ? nil
      : trial { parser -> NodeID? in
        let pattern = parser.parseAssignmentPattern()
        return parser.kind == .ofKeyword || parser.kind == .inKeyword ? pattern : nil
      }
    if let pattern { return pattern }
    literalRoles[opening] = false
    return parseExpression()
  }

  /// Checks what stands before `of` or `in`.
  private mutating func checkForTarget(_ target: NodeID, isDeclaration: Bool, isOf: Bool) {
    guard isDeclaration else {
      if kindOf(target) == .arrayPattern || kindOf(target) == .objectPattern { return }
      checkAssignmentTarget(
        target, isOf ? .forOfTarget : .forInTarget, optional: isOf ? .forOfTarget : .forInTarget)
      return
    }
    let statement = node(target)
    let declarations = elements(ListID(statement.a))
    if declarations.count > 1 {
      reportEarly(
        isOf ? .oneForOfDeclaration : .oneForInDeclaration,
        at: NodeID(declarations[declarations.startIndex + 1]))
      return
    }
    guard let first = declarations.first.map({ NodeID($0) }) else { return }
    let declaration = node(first)
    if declaration.b != 0 {
      reportEarly(isOf ? .forOfInitializer : .forInInitializer, at: NodeID(declaration.a))
    } else if declaration.c != 0 {
      reportEarly(isOf ? .forOfAnnotation : .forInAnnotation, at: NodeID(declaration.a))
    }
    let keyword = VariableKeyword(rawValue: UInt8(statement.b))!
    if keyword == .using || keyword == .awaitUsing {
      if !isOf { reportEarly(.usingInForIn, [keyword == .using ? "using" : "await using"], at: target) }
      if kindOf(NodeID(declaration.a)) != .identifier {
        reportEarly(.usingPattern, [keyword == .using ? "using" : "await using"], at: NodeID(declaration.a))
      }
    }
  }

  private mutating func parseDecorated() -> NodeID {
    let start = start
    let decorators = parseDecorators()
    if kind == .exportKeyword { return parseExport(decorators: decorators) }
    var flags: NodeFlags = []
    if kind == .abstractKeyword && peek().kind == .classKeyword {
      next()
      flags.insert(.abstract)
    }
    if kind == .classKeyword {
      return parseClass(from: start, flags: flags, decorators: decorators, isExpression: false)
    }
    if isStatementKeyword || kind == .interfaceKeyword || kind == .typeKeyword {
      reportEarly(.decoratorsNotValid, start, previousEnd)
      return parseStatement(inList: true)
    }
    syntaxError(.declarationExpected)
    return makeMissing()
  }
}
