/// Functions, their signatures and parameters.
extension Parser {
  /// Where a parameter list stands; it decides what the parameters may be.
  enum ParameterPlace { case function, arrow, constructor, accessor, type }

  /// Where a method stands.
  enum MemberPlace { case object, classMember }

  /// The context inside a function.
  func functionContext(isAsync: Bool, isGenerator: Bool, adding extra: ParseContext = []) -> ParseContext {
    var result = context.intersection(.inheritedByFunctions)
    result.formUnion([.function, .newTarget])
    if isAsync { result.insert(.awaitAllowed) } else { result.insert(.plainFunction) }
    if isGenerator { result.insert(.generator) }
    result.formUnion(extra)
    return result
  }

  /// Parses a signature and a body in a function's own context.
  ///
  /// - Returns: the body is none where there is none, which the caller judges.
  mutating func parseFunctionRest(
    isAsync: Bool, isGenerator: Bool, extra: ParseContext = [], place: ParameterPlace = .function
  ) -> (signature: NodeID, body: NodeID) {
    let saved = context
    let savedBase = labelBase
    labelBase = labels.count
    context = functionContext(isAsync: isAsync, isGenerator: isGenerator, adding: extra)
    let bodyContext = context
    if isAsync || isGenerator { context.insert(.parameters) }
    let signature = parseSignature(place: place)
    context = bodyContext
    let body = kind == .leftBrace ? parseFunctionBlock(parameters: ListID(node(signature).b)) : .none
    context = saved
    labelBase = savedBase
    return (signature, body)
  }

  /// Parses type parameters, parameters and the return type.
  mutating func parseSignature(place: ParameterPlace) -> NodeID {
    let start = start
    let typeParameters = parseTypeParameters()
    let parameters = parseParameters(place: place)
    let returnType = kind == .colon ? parseReturnType() : .none
    return make(.signature, from: start, typeParameters.raw, parameters.raw, returnType.raw)
  }

  /// Parses `{ … }` of a function.
  mutating func parseFunctionBlock(parameters: ListID) -> NodeID {
    let isAmbient = context.contains(.ambient)
    if isAmbient { reportEarlyHere(.implementationInAmbient) }
    let saved = context
    context.remove(.ambient)
    let block = parseBlock()
    context = saved
    checkUseStrict(block, parameters)
    return block
  }

  /// A body that opens with "use strict" needs a simple parameter list (ECMA-262 15.2.1).
  private mutating func checkUseStrict(_ block: NodeID, _ parameters: ListID) {
    for statement in elements(ListID(node(block).a)) {
      let statementNode = node(NodeID(statement))
      guard statementNode.kind == .expressionStatement else { return }
      let expression = node(NodeID(statementNode.a))
      guard expression.kind == .stringLiteral else { return }
      guard expression.a == names.useStrict.raw && expression.end - expression.start == 12 else { continue }
      for parameter in elements(parameters) {
        let parameterNode = node(NodeID(parameter))
        guard parameterNode.kind == .parameter else { continue }
        if parameterNode.b != 0 || parameterNode.flags.contains(.rest)
          || kindOf(NodeID(parameterNode.a)) != .identifier
        {
          reportEarly(.useStrictParameters, expression.start, expression.end)
          return
        }
      }
    }
  }

  /// Parses a function expression from `function` or `async`.
  mutating func parseFunctionExpression(isAsync: Bool) -> NodeID {
    let start = start
    if isAsync { next() }
    next()
    let isGenerator = eat(.star)
    var name = NodeID.none
    if kind != .leftParen && kind != .less {
      let saved = context
      // The name belongs to the function, not to what is around it.
      context.remove([.noIn, .conditionalBranch, .awaitAllowed, .staticBlock])
      if isAsync { context.insert(.awaitAllowed) }
      if isGenerator && kind == .yieldKeyword { reportEarlyHere(.strictReservedWord, ["yield"]) }
      name = parseBindingIdentifier()
      context = saved
    }
    let (signature, body) = parseFunctionRest(isAsync: isAsync, isGenerator: isGenerator)
    var block = body
    if body.isNone {
      syntaxError(.expected, ["{"])
      block = makeMissing()
    }
    var flags: NodeFlags = isAsync ? .async : []
    if isGenerator { flags.insert(.generator) }
    return make(.functionExpression, from: start, flags: flags, name.raw, signature.raw, block.raw)
  }

  /// Parses a function declaration from `function` or `async`.
  mutating func parseFunctionDeclaration(from start: UInt32, flags: NodeFlags) -> NodeID {
    let errors = diagnostics.count
    var flags = flags
    let isAsync = eat(.asyncKeyword)
    next()
    let isGenerator = eat(.star)
    if isAsync { flags.insert(.async) }
    if isGenerator { flags.insert(.generator) }
    var name = NodeID.none
    if kind == .leftParen && flags.contains(.default) {
      // A default export needs no name.
    } else if kind != .less || !flags.contains(.default) {
      name = parseBindingIdentifier()
    }
    let saved = context
    if flags.contains(.declare) { context.insert(.ambient) }
    defer { context = saved }
    let (signature, body) = parseFunctionRest(isAsync: isAsync, isGenerator: isGenerator)
    if body.isNone {
      if kind != .semicolon && !canInsertSemicolon {
        syntaxError(.expected, ["{"])
        skipToStatementEnd()
      } else {
        consumeSemicolon()
        typeScriptOnly(.signatureInJavaScript, from: start)
        // A broken head has been reported; its body may simply not have been reached.
        if !context.contains(.ambient) && diagnostics.count == errors { hasBodiless = true }
      }
    }
    return make(.functionDeclaration, from: start, flags: flags, name.raw, signature.raw, body.raw)
  }

  /// Reports overloads that no implementation follows, among the statements on the stack from `mark`.
  mutating func checkOverloads(from mark: Int) {
    var index = mark
    while index < stack.count {
      let overload = node(NodeID(stack[index]))
      index += 1
      guard overload.kind == .functionDeclaration, overload.c == 0, !overload.flags.contains(.declare),
        !isJavaScript
      else { continue }
      let name = node(NodeID(overload.a))
      if index < stack.count {
        let following = node(NodeID(stack[index]))
        if following.kind == .functionDeclaration && !following.flags.contains(.declare) {
          let followingName = node(NodeID(following.a))
          if followingName.a == name.a && (followingName.kind == name.kind) { continue }
          if following.c != 0 && followingName.kind == .identifier && name.kind == .identifier {
            reportEarly(.implementationName, [interner.string(Name(name.a))], at: NodeID(following.a))
            continue
          }
        }
      }
      let place = overload.a == 0 ? (overload.start, overload.end) : (name.start, name.end)
      reportEarly(.implementationMissing, place.0, place.1)
    }
  }

  // MARK: Parameters

  /// Parses `(a, b?: T, ...c)`.
  mutating func parseParameters(place: ParameterPlace) -> ListID {
    let opening = start
    guard expect(.leftParen) else { return .empty }
    let mark = listMark
    var optionalSeen = false
    while kind != .rightParen && kind != .endOfFile {
      let parameter = parseParameter(place: place, isFirst: stack.count == mark)
      push(parameter)
      let flags = node(parameter).flags
      if flags.contains(.rest) {
        if kind == .comma {
          let isTrailing = peek().kind == .rightParen
          if isTrailing && place != .type {
            reportEarlyHere(.restTrailingComma)
          } else if !isTrailing {
            reportEarly(.restParameterNotLast, at: parameter)
          }
        }
      } else if flags.contains(.optional) {
        optionalSeen = true
      } else if optionalSeen && node(parameter).b == 0 && node(parameter).kind == .parameter {
        reportEarly(.requiredAfterOptional, at: NodeID(node(parameter).a))
        optionalSeen = false
      }
      if !continueList(.rightParen, canStart: { $0.isParameterStart }) { break }
    }
    expectClosing(.rightParen, opening: opening)
    return closeList(mark)
  }

  /// Whether a parameter may start with the current token.
  private var isParameterStart: Bool {
    kind.isIdentifierLike || kind == .leftBracket || kind == .leftBrace || kind == .dotDotDot || kind == .at
      || kind == .thisKeyword
  }

  private mutating func parseParameter(place: ParameterPlace, isFirst: Bool) -> NodeID {
    let start = start
    let decorators = kind == .at ? parseDecorators() : .empty
    var flags = parseParameterModifiers(place: place)
    guard isParameterStart else {
      syntaxError(kind.isReservedWord ? .reservedWord : .parameterExpected, [kind.spelling])
      if kind.isReservedWord && trialDepth == 0 { next() }
      return makeMissing()
    }
    let restStart = self.start
    if eat(.dotDotDot) { flags.insert(.rest) }
    let isProperty = !flags.isDisjoint(with: [.public, .private, .protected, .readonly, .override])
    if isProperty && flags.contains(.rest) { reportEarly(.parameterPropertyRest, restStart, previousEnd) }
    let target: NodeID
    let isThis = kind == .thisKeyword
    if isThis {
      target = parseThisParameter(place: place, isFirst: isFirst)
    } else {
      if isProperty && (kind == .leftBracket || kind == .leftBrace) { reportEarlyHere(.parameterPropertyPattern) }
      target = parseBindingTarget()
    }
    if kind == .question {
      if flags.contains(.rest) { reportEarlyHere(.restOptional) }
      flags.insert(.optional)
      next()
      typeScriptOnly(.parameterModifierInJavaScript, from: previousEnd - 1)
    }
    let type = parseTypeAnnotation()
    if isThis && kind == .comma { noteTypeSyntax(from: start, to: lexer.token.end) }
    var initializer = NodeID.none
    if kind == .equal {
      if flags.contains(.rest) {
        reportEarlyHere(.restParameterInitializer)
      } else if flags.contains(.optional) {
        reportEarly(.optionalWithInitializer, at: target)
      } else if context.contains(.ambient) || place == .type {
        reportEarlyHere(.initializerInAmbient)
      }
      next()
      initializer = parseAssignmentWithIn()
    }
    return make(.parameter, from: start, flags: flags, target.raw, initializer.raw, type.raw, decorators.raw)
  }

  /// Parses `this` as the name of the parameter that only types see.
  private mutating func parseThisParameter(place: ParameterPlace, isFirst: Bool) -> NodeID {
    let start = start
    if !isFirst {
      reportEarlyHere(.thisParameterFirst)
    } else if place == .arrow {
      reportEarlyHere(.thisParameterArrow)
    } else if place == .constructor {
      reportEarlyHere(.thisParameterConstructor)
    }
    next()
    typeScriptOnly(.annotationInJavaScript, from: start)
    return make(.identifier, from: start, names.this.raw)
  }

  /// Parses `public`, `readonly` and the like before a parameter.
  private mutating func parseParameterModifiers(place: ParameterPlace) -> NodeFlags {
    var flags: NodeFlags = []
    while true {
      let flag: NodeFlags
      switch kind {
      case .publicKeyword: flag = .public
      case .privateKeyword: flag = .private
      case .protectedKeyword: flag = .protected
      case .readonlyKeyword: flag = .readonly
      case .overrideKeyword: flag = .override
      case .staticKeyword, .abstractKeyword, .declareKeyword, .asyncKeyword, .accessorKeyword: flag = []
      default: return flags
      }
      let isModifier = lookAhead { parser in
        parser.next()
        return !parser.newlineBefore
          && (parser.kind.isIdentifierLike || parser.kind == .leftBracket || parser.kind == .leftBrace
            || parser.kind == .dotDotDot)
      }
      if !isModifier { return flags }
      if flag.isEmpty {
        syntaxError(.modifierOnParameter, [kind.spelling])
        if trialDepth > 0 { return flags }
      } else {
        addModifier(flag, to: &flags)
        if place != .constructor { reportEarlyHere(.parameterPropertyPlacement) }
      }
      let modifierStart = start
      next()
      typeScriptOnly(.parameterModifierInJavaScript, from: modifierStart)
    }
  }

  /// Adds the current modifier, checking repetition and order.
  mutating func addModifier(_ flag: NodeFlags, to flags: inout NodeFlags) {
    let accessibility: NodeFlags = [.public, .private, .protected]
    if accessibility.contains(flag) && !flags.isDisjoint(with: accessibility) {
      reportEarlyHere(.accessibilitySeen)
    } else if flags.contains(flag) {
      reportEarlyHere(.modifierSeen, [kind.spelling])
    } else if accessibility.contains(flag) {
      for (later, spelling) in [
        (NodeFlags.static, "static"), (.override, "override"), (.readonly, "readonly"), (.async, "async"),
        (.accessor, "accessor"),
      ] where flags.contains(later) {
        reportEarlyHere(.modifierOrder, [kind.spelling, spelling])
        break
      }
    } else if flag == .static || flag == .override {
      for (later, spelling) in [(NodeFlags.readonly, "readonly"), (.async, "async"), (.accessor, "accessor")]
      where flags.contains(later) {
        reportEarlyHere(.modifierOrder, [kind.spelling, spelling])
        break
      }
      if flag == .static && flags.contains(.override) {
        reportEarlyHere(.modifierOrder, [kind.spelling, "override"])
      }
    }
    flags.insert(flag)
  }

  // MARK: Decorators

  /// Parses `@a @b.c(d)`.
  mutating func parseDecorators() -> ListID {
    let mark = listMark
    while kind == .at {
      let start = start
      next()
      let saved = context
      context.insert(.decorator)
      context.remove(.conditionalBranch)
      let expression = parseLoneLeftHandSide()
      context = saved
      push(make(.decorator, from: start, expression.raw))
    }
    return closeList(mark)
  }
}
