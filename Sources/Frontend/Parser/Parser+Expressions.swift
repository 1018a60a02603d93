/// Expressions from the comma down to unary operators.
extension Parser {
  /// Parses `a, b`.
  mutating func parseExpression() -> NodeID {
    let start = start
    let first = parseAssignment()
    if kind != .comma { return first }
    let mark = listMark
    push(first)
    while eat(.comma) { push(parseAssignment()) }
    let list = closeList(mark)
    return make(.sequenceExpression, from: start, list.raw)
  }

  /// Parses an expression in which `in` is an operator again.
  mutating func parseExpressionWithIn() -> NodeID {
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator])
    defer { context = saved }
    return parseExpression()
  }

  /// Parses an assignment expression in which `in` is an operator again.
  mutating func parseAssignmentWithIn(inLiteral: Bool = false) -> NodeID {
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator])
    defer { context = saved }
    return parseAssignment(inLiteral: inLiteral)
  }

  /// Parses an AssignmentExpression.
  ///
  /// - Parameter inLiteral: whether an enclosing literal may still become a pattern, so that `{a = 1}` may be right.
  mutating func parseAssignment(inLiteral: Bool = false) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    switch kind {
    case .leftParen, .less, .lessLess:
      if let arrow = parseParenthesizedArrow(isAsync: false) { return arrow }
    case .asyncKeyword:
      if let arrow = parseAsyncArrow() { return arrow }
    case .yieldKeyword:
      if isYieldExpression() { return parseYield() }
    case .leftBracket, .leftBrace:
      if !destructuringHeads.isEmpty && destructuringHeads.contains(start) { return parseDestructuringAssignment() }
      return parseLiteralOrAssignment(inLiteral: inLiteral)
    default: break
    }
    return parseAssignmentRest(start, inLiteral: inLiteral)
  }

  /// Parses an expression that opens with a literal, and parses it again as a pattern if `=` turns out to follow.
  private mutating func parseLiteralOrAssignment(inLiteral: Bool) -> NodeID {
    let start = start
    let point = checkpoint()
    coverInitializer = 0
    let expression = parseConditional()
    if kind == .equal && (kindOf(expression) == .arrayLiteral || kindOf(expression) == .objectLiteral) {
      rewind(point)
      destructuringHeads.insert(start)
      return parseDestructuringAssignment()
    }
    if coverInitializer == 0 {
      coverInitializer = point.coverInitializer
    } else if !inLiteral {
      syntaxError(.initializerOnlyInPattern, [], coverInitializer, coverInitializer + 1)
      coverInitializer = point.coverInitializer
    }
    return parseAssignmentOperator(start, expression)
  }

  /// Parses `pattern = value`.
  private mutating func parseDestructuringAssignment() -> NodeID {
    let start = start
    let target = parseAssignmentPattern()
    expect(.equal)
    let value = parseAssignment()
    return make(.assignmentExpression, from: start, target.raw, value.raw, UInt32(AssignmentOperator.assign.rawValue))
  }

  private mutating func parseAssignmentRest(_ start: UInt32, inLiteral: Bool) -> NodeID {
    let cover = coverInitializer
    coverInitializer = 0
    let expression = parseConditional()
    if kind == .arrow && kindOf(expression) == .identifier && nodes.count - 1 == Int(expression.raw) {
      coverInitializer = cover
      return parseSimpleArrow(expression, isAsync: false, from: start)
    }
    if coverInitializer == 0 {
      coverInitializer = cover
    } else if !inLiteral {
      syntaxError(.initializerOnlyInPattern, [], coverInitializer, coverInitializer + 1)
      coverInitializer = cover
    }
    return parseAssignmentOperator(start, expression)
  }

  /// Continues with `= value` or a compound assignment, if there is one.
  private mutating func parseAssignmentOperator(_ start: UInt32, _ target: NodeID) -> NodeID {
    if kind == .greater { lexer.rescanGreater() }
    guard kind.isAssignment else { return target }
    let operation = kind.rawValue - TokenKind.equal.rawValue
    checkAssignmentTarget(target, .assignmentTarget, optional: .optionalAssignmentTarget)
    next()
    let value = parseAssignment()
    return make(.assignmentExpression, from: start, target.raw, value.raw, UInt32(operation))
  }

  /// Reports a target that is no reference.
  mutating func checkAssignmentTarget(_ id: NodeID, _ message: DiagnosticMessage, optional: DiagnosticMessage) {
    var target = id
    while true {
      switch kindOf(target) {
      case .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression:
        target = NodeID(node(target).a)
      case .typeAssertion:
        target = NodeID(node(target).a)
      case .identifier:
        let name = Name(node(target).a)
        if name == names.eval || name == names.arguments {
          reportEarly(.invalidStrictUse, [interner.string(name)], at: target)
        }
        return
      case .propertyAccess, .elementAccess, .missing:
        return
      case .optionalChain:
        reportEarly(optional, at: target)
        return
      default:
        reportEarly(message, at: id)
        return
      }
    }
  }

  // MARK: Conditional and binary

  /// Parses a ConditionalExpression.
  mutating func parseConditional() -> NodeID {
    let start = start
    let condition = parseBinary(0)
    if kind != .question { return condition }
    next()
    let saved = context
    context.remove([.noIn, .decorator])
    context.insert(.conditionalBranch)
    let whenTrue = parseAssignment()
    context = saved
    expect(.colon)
    let whenFalse = parseAssignment()
    return make(.conditionalExpression, from: start, condition.raw, whenTrue.raw, whenFalse.raw)
  }

  /// The binding strength of the current token as a binary operator, zero if it is none.
  @inline(__always)
  private var precedence: Int {
    switch kind {
    case .questionQuestion, .barBar: return 1
    case .ampersandAmpersand: return 2
    case .bar: return 3
    case .caret: return 4
    case .ampersand: return 5
    case .equalEqual, .notEqual, .equalEqualEqual, .notEqualEqual: return 6
    case .less, .lessEqual, .greater, .greaterEqual, .instanceofKeyword: return 7
    case .inKeyword: return context.contains(.noIn) ? 0 : 7
    case .asKeyword, .satisfiesKeyword: return newlineBefore ? 0 : 7
    case .lessLess, .greaterGreater, .greaterGreaterGreater: return 8
    case .plus, .minus: return 9
    case .star, .slash, .percent: return 10
    case .starStar: return 11
    default: return 0
    }
  }

  /// Parses operators that bind more strongly than `minimum`; chains on the left grow without recursion.
  mutating func parseBinary(_ minimum: Int) -> NodeID {
    let start = start
    var left: NodeID
    if kind == .privateIdentifier {
      left = parsePrivateIn(minimum)
    } else {
      left = parseUnary()
    }
    var links = 0
    while true {
      if kind == .greater { lexer.rescanGreater() }
      let strength = precedence
      if strength == 0 || strength <= minimum { break }
      let token = lexer.token
      links += 1
      if token.kind == .asKeyword || token.kind == .satisfiesKeyword {
        left = parseTypeOperatorExpression(start, left)
        continue
      }
      if token.kind == .starStar { checkExponentBase(left) }
      next()
      let right: NodeID
      if token.kind == .starStar {
        guard enter() else { return left }
        right = parseBinary(strength - 1)
        leave()
      } else {
        right = parseBinary(strength)
      }
      let operation = binaryOperator(token.kind)
      if strength <= 2 { checkMixedNullish(operation, left, right) }
      left = make(.binaryExpression, from: start, left.raw, right.raw, UInt32(operation.rawValue))
    }
    if links > 256 { chainLinks += links }
    return left
  }

  /// Parses `as T` and `satisfies T` after `expression`.
  private mutating func parseTypeOperatorExpression(_ start: UInt32, _ expression: NodeID) -> NodeID {
    let keyword = lexer.token
    next()
    if keyword.kind == .satisfiesKeyword {
      let type = parseType()
      typeScriptOnly(.satisfiesInJavaScript, from: keyword.start)
      return make(.satisfiesExpression, from: start, expression.raw, type.raw)
    }
    let type: NodeID
    if kind == .constKeyword {
      let constStart = self.start
      next()
      let name = make(.identifier, from: constStart, names.const.raw)
      type = make(.typeReference, from: constStart, name.raw)
    } else {
      type = parseType()
    }
    typeScriptOnly(.assertionInJavaScript, from: keyword.start)
    return make(.asExpression, from: start, expression.raw, type.raw)
  }

  /// Parses `#name in object`, the only place of a bare private name.
  private mutating func parsePrivateIn(_ minimum: Int) -> NodeID {
    let start = start
    let name = parsePrivateIdentifier()
    guard kind == .inKeyword && minimum < 7 && !context.contains(.noIn) else {
      syntaxError(.privateInLeft, [], start, previousEnd)
      return name
    }
    next()
    let object = parseBinary(7)
    return make(.privateIn, from: start, name.raw, object.raw)
  }

  private func binaryOperator(_ kind: TokenKind) -> BinaryOperator {
    switch kind {
    case .plus: return .add
    case .minus: return .subtract
    case .star: return .multiply
    case .slash: return .divide
    case .percent: return .remainder
    case .starStar: return .exponent
    case .ampersand: return .bitwiseAnd
    case .bar: return .bitwiseOr
    case .caret: return .bitwiseXor
    case .lessLess: return .shiftLeft
    case .greaterGreater: return .shiftRight
    case .greaterGreaterGreater: return .shiftRightUnsigned
    case .less: return .less
    case .lessEqual: return .lessOrEqual
    case .greater: return .greater
    case .greaterEqual: return .greaterOrEqual
    case .equalEqual: return .equal
    case .notEqual: return .notEqual
    case .equalEqualEqual: return .strictEqual
    case .notEqualEqual: return .strictNotEqual
    case .inKeyword: return .in
    case .instanceofKeyword: return .instanceOf
    case .ampersandAmpersand: return .logicalAnd
    case .barBar: return .logicalOr
    default: return .nullishCoalescing
    }
  }

  /// `-a ** b` is ambiguous to readers and therefore no production.
  private mutating func checkExponentBase(_ left: NodeID) {
    let node = node(left)
    switch node.kind {
    case .prefixUnaryExpression:
      let spelling = ["!", "~", "+", "-", "typeof", "void", "delete"][Int(node.b)]
      reportEarly(.unaryBeforeExponent, [spelling], at: left)
    case .awaitExpression: reportEarly(.unaryBeforeExponent, ["await"], at: left)
    case .typeAssertion: reportEarly(.assertionBeforeExponent, at: left)
    default: break
    }
  }

  /// `??` does not mix with `||` and `&&`.
  private mutating func checkMixedNullish(_ operation: BinaryOperator, _ left: NodeID, _ right: NodeID) {
    for side in [left, right] where kindOf(side) == .binaryExpression {
      let inner = BinaryOperator(rawValue: UInt8(node(side).c))!
      let innerIsLogical = inner == .logicalOr || inner == .logicalAnd
      if operation == .nullishCoalescing ? innerIsLogical : inner == .nullishCoalescing {
        let spelling: (BinaryOperator) -> String = { $0 == .logicalOr ? "||" : $0 == .logicalAnd ? "&&" : "??" }
        reportEarly(.mixedNullish, [spelling(inner), spelling(operation)], at: side)
        return
      }
    }
  }

  // MARK: Unary

  /// Parses a UnaryExpression or UpdateExpression.
  mutating func parseUnary() -> NodeID {
    switch kind {
    case .exclamation: return parsePrefix(.not)
    case .tilde: return parsePrefix(.bitwiseNot)
    case .plus: return parsePrefix(.plus)
    case .minus: return parsePrefix(.minus)
    case .typeofKeyword: return parsePrefix(.typeOf)
    case .voidKeyword: return parsePrefix(.void)
    case .deleteKeyword: return parseDelete()
    case .awaitKeyword where !isAwaitName: return parseAwait()
    case .plusPlus, .minusMinus:
      guard enter() else { return makeMissing() }
      defer { leave() }
      let start = start
      let operation: UpdateOperator = kind == .plusPlus ? .increment : .decrement
      next()
      let operand = parseUnary()
      checkAssignmentTarget(operand, .updateTarget, optional: .optionalUpdateTarget)
      return make(.updateExpression, from: start, flags: .prefix, operand.raw, UInt32(operation.rawValue))
    case .less: return parseTypeAssertion()
    default: break
    }
    let start = start
    let operand = parseLeftHandSide()
    if (kind == .plusPlus || kind == .minusMinus) && !newlineBefore {
      let operation: UpdateOperator = kind == .plusPlus ? .increment : .decrement
      checkAssignmentTarget(operand, .updateTarget, optional: .optionalUpdateTarget)
      next()
      return make(.updateExpression, from: start, operand.raw, UInt32(operation.rawValue))
    }
    return operand
  }

  private mutating func parsePrefix(_ operation: UnaryOperator) -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    next()
    let operand = parseUnary()
    return make(.prefixUnaryExpression, from: start, operand.raw, UInt32(operation.rawValue))
  }

  /// Parses `delete e`, which strict code forbids on variables and private members.
  private mutating func parseDelete() -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    next()
    let operand = parseUnary()
    var target = operand
    while kindOf(target) == .parenthesizedExpression { target = NodeID(node(target).a) }
    if kindOf(target) == .identifier { reportEarly(.deleteIdentifier, at: target) }
    if kindOf(target) == .optionalChain { target = NodeID(node(target).a) }
    if kindOf(target) == .propertyAccess && kindOf(NodeID(node(target).b)) == .privateIdentifier {
      reportEarly(.deletePrivate, at: NodeID(node(target).b))
    }
    return make(.prefixUnaryExpression, from: start, operand.raw, UInt32(UnaryOperator.delete.rawValue))
  }

  /// Parses `await e`.
  private mutating func parseAwait() -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    if context.contains(.staticBlock) {
      reportEarlyHere(.awaitInStaticBlock)
    } else if context.contains(.parameters) {
      reportEarlyHere(.awaitInParameter)
    } else if !context.contains(.awaitAllowed) {
      reportEarlyHere(.awaitOutsideAsync)
    }
    next()
    let operand = parseUnary()
    return make(.awaitExpression, from: start, operand.raw)
  }

  /// Parses `<T>e`.
  private mutating func parseTypeAssertion() -> NodeID {
    guard enter() else { return makeMissing() }
    defer { leave() }
    let start = start
    next()
    let type: NodeID
    if kind == .constKeyword {
      let constStart = self.start
      next()
      let name = make(.identifier, from: constStart, names.const.raw)
      type = make(.typeReference, from: constStart, name.raw)
    } else {
      type = parseType()
    }
    expect(.greater)
    typeScriptOnly(.assertionInJavaScript, from: start)
    let expression = parseUnary()
    return make(.typeAssertion, from: start, expression.raw, type.raw)
  }

  // MARK: Yield

  /// Whether `yield` is meant as an operator; elsewhere it is a reserved word used wrongly.
  private mutating func isYieldExpression() -> Bool {
    if context.contains(.generator) { return true }
    let next = peek()
    return !next.newline && (next.kind.isIdentifierLike || next.kind == .numericLiteral || next.kind == .stringLiteral)
  }

  private mutating func parseYield() -> NodeID {
    let start = start
    if !context.contains(.generator) {
      reportEarlyHere(.yieldOutsideGenerator)
    } else if context.contains(.parameters) {
      reportEarlyHere(.yieldInParameter)
    }
    next()
    if newlineBefore { return make(.yieldExpression, from: start) }
    if eat(.star) {
      let value = parseAssignment()
      return make(.yieldExpression, from: start, flags: .delegate, value.raw)
    }
    guard isExpressionStart else { return make(.yieldExpression, from: start) }
    let value = parseAssignment()
    return make(.yieldExpression, from: start, value.raw)
  }

  /// Whether an expression may start with the current token.
  var isExpressionStart: Bool {
    switch kind {
    case .identifier, .privateIdentifier, .numericLiteral, .bigIntLiteral, .stringLiteral, .noSubstitutionTemplate,
      .templateHead, .regularExpression, .leftParen, .leftBracket, .leftBrace, .slash, .slashEqual, .plus, .minus,
      .plusPlus, .minusMinus, .exclamation, .tilde, .less, .at, .functionKeyword, .classKeyword, .newKeyword,
      .superKeyword, .thisKeyword, .nullKeyword, .trueKeyword, .falseKeyword, .typeofKeyword, .voidKeyword,
      .deleteKeyword, .importKeyword:
      return true
    default: return kind.isIdentifierLike
    }
  }
}
