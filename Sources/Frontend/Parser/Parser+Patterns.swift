/// Binding patterns and assignment patterns, which differ only in what a leaf may be.
extension Parser {
  /// Parses what a declaration binds: a name or a pattern.
  mutating func parseBindingTarget() -> NodeID {
    switch kind {
    case .leftBracket, .leftBrace: return parsePattern(isAssignment: false)
    default: return parseBindingIdentifier()
    }
  }

  /// Parses the pattern on the left of a destructuring assignment.
  mutating func parseAssignmentPattern() -> NodeID { parsePattern(isAssignment: true) }

  private mutating func parsePattern(isAssignment: Bool) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator])
    defer { context = saved }
    return kind == .leftBracket
      ? parseArrayPattern(isAssignment: isAssignment) : parseObjectPattern(isAssignment: isAssignment)
  }

  private mutating func parseArrayPattern(isAssignment: Bool) -> NodeID {
    let start = start
    next()
    let mark = listMark
    while kind != .rightBracket && kind != .endOfFile {
      if kind == .comma {
        push(make(.omittedExpression, from: self.start))
        next()
        continue
      }
      let isRest = kind == .dotDotDot
      push(parsePatternElement(isAssignment: isAssignment))
      if isRest { checkRestIsLast(.rightBracket, isAssignment: isAssignment) }
      if !continueList(
        .rightBracket,
        canStart: {
          $0.kind.isIdentifierLike || $0.kind == .leftBracket || $0.kind == .leftBrace || $0.kind == .dotDotDot
        })
      {
        break
      }
    }
    expectClosing(.rightBracket, opening: start)
    let list = closeList(mark)
    return make(.arrayPattern, from: start, list.raw)
  }

  /// After a rest element only the closing bracket may come.
  private mutating func checkRestIsLast(_ closing: TokenKind, isAssignment: Bool) {
    guard kind == .comma else { return }
    let rest = NodeID(stack[stack.count - 1])
    let isTrailing = peek().kind == closing
    reportEarly(isTrailing && !isAssignment ? .restTrailingComma : .restNotLast, at: rest)
  }

  /// Parses `target = initializer` or `...target`.
  private mutating func parsePatternElement(isAssignment: Bool) -> NodeID {
    let start = start
    let isRest = eat(.dotDotDot)
    let target = isAssignment ? parseAssignmentElementTarget() : parseBindingTarget()
    let initializer = parsePatternInitializer(isRest: isRest)
    return make(.bindingElement, from: start, flags: isRest ? .rest : [], target.raw, initializer.raw)
  }

  private mutating func parsePatternInitializer(isRest: Bool) -> NodeID {
    guard kind == .equal else { return .none }
    if isRest { reportEarlyHere(.restInitializer) }
    next()
    return parseAssignment()
  }

  private mutating func parseObjectPattern(isAssignment: Bool) -> NodeID {
    let start = start
    next()
    let mark = listMark
    while kind != .rightBrace && kind != .endOfFile {
      let isRest = kind == .dotDotDot
      push(parsePatternProperty(isAssignment: isAssignment))
      if isRest { checkRestIsLast(.rightBrace, isAssignment: isAssignment) }
      if !continueList(.rightBrace, canStart: { $0.isPropertyNameStart || $0.kind == .dotDotDot }) { break }
    }
    expectClosing(.rightBrace, opening: start)
    let list = closeList(mark)
    return make(.objectPattern, from: start, list.raw)
  }

  private mutating func parsePatternProperty(isAssignment: Bool) -> NodeID {
    let start = start
    if kind == .dotDotDot {
      next()
      let target: NodeID
      if isAssignment {
        target = parseLoneLeftHandSide()
        checkAssignmentTarget(target, .restTarget, optional: .restTarget)
      } else {
        target = parseBindingTarget()
        if kindOf(target) != .identifier && kindOf(target) != .missing {
          reportEarly(.restPattern, at: target)
        }
      }
      if kind == .colon { syntaxError(.restPropertyName) }
      let initializer = parsePatternInitializer(isRest: true)
      return make(.bindingElement, from: start, flags: .rest, target.raw, initializer.raw)
    }
    let isName = kind.isIdentifierLike
    if isName {
      let after = peek().kind
      if after != .colon {
        // The name is the property and the target at once.
        let target = parseBindingIdentifier()
        let initializer = parsePatternInitializer(isRest: false)
        return make(.bindingElement, from: start, target.raw, initializer.raw)
      }
    }
    guard isPropertyNameStart else {
      syntaxError(.identifierExpected)
      return makeMissing()
    }
    if kind == .privateIdentifier { reportEarlyHere(.privateNameOutsideClass) }
    if kind.isReservedWord {
      let word = kind
      if peek().kind != .colon {
        syntaxError(.reservedWord, [word.spelling])
        let name = parseWord()
        return make(.bindingElement, from: start, name.raw)
      }
    }
    let propertyName = parsePropertyName()
    expect(.colon)
    let target = isAssignment ? parseAssignmentElementTarget() : parseBindingTarget()
    let initializer = parsePatternInitializer(isRest: false)
    return make(.bindingElement, from: start, target.raw, initializer.raw, propertyName.raw)
  }

  /// Parses the target of an element of an assignment pattern: a nested pattern or any reference.
  private mutating func parseAssignmentElementTarget() -> NodeID {
    let opening = start
    if kind == .leftBracket || kind == .leftBrace {
      let role = literalRoles[opening]
      if role == true || destructuringHeads.contains(opening) { return parseAssignmentPattern() }
      if role == nil {
        let pattern = trial { parser -> NodeID? in
          let pattern = parser.parseAssignmentPattern()
          switch parser.kind {
          case .comma, .rightBracket, .rightBrace, .equal: return pattern
          default: return nil
          }
        }
        literalRoles[opening] = pattern != nil
        if let pattern { return pattern }
      }
    }
    let target = parseLoneLeftHandSide()
    checkAssignmentTarget(target, .assignmentTarget, optional: .optionalAssignmentTarget)
    return target
  }
}
