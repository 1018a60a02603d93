/// Reporting and recovery.
extension Parser {
  /// Reports a syntax error at the current token; in a trial it is the trial's failure.
  mutating func syntaxError(_ message: DiagnosticMessage, _ arguments: [String] = [], notes: [Diagnostic] = []) {
    let end = kind == .endOfFile ? start : lexer.token.end
    syntaxError(message, arguments, start, end, notes: notes)
  }

  /// Reports a syntax error; one that follows another at once is its echo and is dropped.
  mutating func syntaxError(
    _ message: DiagnosticMessage, _ arguments: [String], _ start: UInt32, _ end: UInt32, notes: [Diagnostic] = []
  ) {
    if trialDepth > 0 {
      failTrial()
      return
    }
    let isEcho = tokensSinceError < Parser.echoLength || lastErrorStart == start
    tokensSinceError = 0
    lastErrorStart = start
    syntaxErrors += 1
    if !isEcho { add(message, arguments, start, end, notes: notes) }
  }

  /// Reports a rule that the grammar itself cannot say; parsing goes on unharmed.
  mutating func reportEarly(_ message: DiagnosticMessage, _ arguments: [String], _ start: UInt32, _ end: UInt32) {
    add(message, arguments, start, end)
  }

  /// Reports an early error without arguments.
  mutating func reportEarly(_ message: DiagnosticMessage, _ start: UInt32, _ end: UInt32) {
    add(message, [], start, end)
  }

  /// Reports an early error about a node.
  mutating func reportEarly(_ message: DiagnosticMessage, _ arguments: [String] = [], at id: NodeID) {
    let node = node(id)
    add(message, arguments, node.start, node.end)
  }

  /// Reports an early error about the current token.
  mutating func reportEarlyHere(_ message: DiagnosticMessage, _ arguments: [String] = []) {
    add(message, arguments, start, lexer.token.end)
  }

  private mutating func add(
    _ message: DiagnosticMessage, _ arguments: [String], _ start: UInt32, _ end: UInt32, notes: [Diagnostic] = []
  ) {
    if isAborted { return }
    if diagnostics.count >= Parser.errorLimit {
      // A trial may still take its findings back.
      if trialDepth > 0 { return }
      diagnostics.append(Diagnostic(.tooManyErrors, ["\(Parser.errorLimit)"], at: nil))
      abort()
      return
    }
    let span = SourceSpan(file: file.id, start: start, end: max(start, end))
    diagnostics.append(Diagnostic(message, arguments, at: span, notes: notes))
  }

  /// Reports an error that nothing can be parsed after.
  mutating func giveUp(_ message: DiagnosticMessage, _ arguments: [String], _ start: UInt32, _ end: UInt32) {
    if trialDepth > 0 {
      failTrial()
      return
    }
    add(message, arguments, start, end)
    abort()
  }

  private mutating func abort() {
    isAborted = true
    lexer.jumpToEnd()
  }

  /// Ends a trial quickly: at the end of the file every loop stops.
  mutating func failTrial() {
    trialFailed = true
    lexer.jumpToEnd()
  }

  /// Reports what the lexer found about the current token.
  mutating func takeLexicalIssues() {
    let issues = lexer.issues
    lexer.issues.removeAll(keepingCapacity: true)
    if trialDepth > 0 {
      trialFailed = true
      return
    }
    for issue in issues where issue.start != lastErrorStart {
      if issue.message == .invalidCharacter, extendInvalidCharacters(to: issue) { continue }
      add(issue.message, issue.arguments, issue.start, issue.end)
    }
    lastErrorStart = start
    tokensSinceError = 0
  }

  /// Joins invalid characters in a row into one finding.
  private mutating func extendInvalidCharacters(to issue: LexicalIssue) -> Bool {
    guard let last = diagnostics.last, last.message == .invalidCharacter, let span = last.span,
      span.end == issue.start
    else { return false }
    let joined = SourceSpan(file: span.file, start: span.start, end: issue.end)
    diagnostics[diagnostics.count - 1] = Diagnostic(.invalidCharacter, at: joined)
    return true
  }

  /// Skips the rest of a broken statement: to a semicolon, a closing brace or a new line outside brackets.
  mutating func skipToStatementEnd() {
    if trialDepth > 0 { return }
    var nesting = 0
    var isFirst = true
    let point = diagnostics.count
    while kind != .endOfFile {
      if nesting == 0 && !isFirst && newlineBefore { break }
      switch kind {
      case .semicolon where nesting == 0:
        next()
        endSkipping(point)
        return
      case .leftBrace, .leftParen, .leftBracket: nesting += 1
      case .rightBrace, .rightParen, .rightBracket:
        if nesting == 0 && kind == .rightBrace {
          endSkipping(point)
          return
        }
        nesting = max(0, nesting - 1)
      default: break
      }
      isFirst = false
      next()
    }
    endSkipping(point)
  }

  /// Drops what was found in skipped text, which may not even be tokens.
  private mutating func endSkipping(_ point: Int) {
    if diagnostics.count > point && !isAborted { diagnostics.removeLast(diagnostics.count - point) }
    // What follows stands on its own again.
    tokensSinceError = Parser.echoLength
    lastErrorStart = .max
  }

  /// After an element of a comma-separated list: whether another follows. Reports a missing comma.
  ///
  /// - Parameter canStart: whether an element may start with the current token.
  mutating func continueList(_ closing: TokenKind, canStart: (inout Parser) -> Bool) -> Bool {
    if eat(.comma) { return true }
    if kind == closing || kind == .endOfFile { return false }
    syntaxError(.expected, [","])
    if kind == .endOfFile { return false }
    // An element that consumed nothing may not ask for the same token again.
    if canStart(&self) && start != lastMissingComma {
      lastMissingComma = start
      return true
    }
    var nesting = 0
    let point = diagnostics.count
    while kind != .endOfFile {
      if nesting == 0 {
        if kind == closing || kind == .semicolon || kind == .rightBrace { break }
        if kind == .comma {
          diagnostics.removeLast(diagnostics.count - point)
          next()
          return true
        }
        if newlineBefore && isStatementKeyword { break }
      }
      switch kind {
      case .leftBrace, .leftParen, .leftBracket: nesting += 1
      case .rightBrace, .rightParen, .rightBracket: nesting = max(0, nesting - 1)
      default: break
      }
      next()
    }
    if !isAborted && diagnostics.count > point { diagnostics.removeLast(diagnostics.count - point) }
    tokensSinceError = 0
    return false
  }

  /// Whether the current token is a word that hardly starts anything but a statement.
  var isStatementKeyword: Bool {
    switch kind {
    case .varKeyword, .constKeyword, .letKeyword, .ifKeyword, .forKeyword, .whileKeyword, .doKeyword, .returnKeyword,
      .breakKeyword, .continueKeyword, .throwKeyword, .tryKeyword, .switchKeyword, .importKeyword, .exportKeyword,
      .classKeyword, .functionKeyword, .enumKeyword, .interfaceKeyword:
      return true
    default: return false
    }
  }

  // MARK: JavaScript files

  /// Reports TypeScript syntax in a JavaScript file; elsewhere it disappears from texts of functions, unless it is code.
  mutating func typeScriptOnly(
    _ message: DiagnosticMessage, _ arguments: [String] = [], from start: UInt32, isCode: Bool = false
  ) {
    if isJavaScript {
      reportEarly(message, arguments, start, max(start, previousEnd))
    } else if !isCode {
      noteTypeSyntax(from: start)
    }
  }

  /// Notes that what stands from `start` to the last token, or another place, is there for types alone.
  mutating func noteTypeSyntax(from start: UInt32, to end: UInt32? = nil) {
    if !isJavaScript { typeSyntax.append(start..<max(start, end ?? previousEnd)) }
  }
}
