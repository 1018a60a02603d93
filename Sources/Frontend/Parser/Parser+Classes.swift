/// Classes and their members.
extension Parser {
  /// Parses a class from `class`; its decorators have been parsed.
  mutating func parseClass(
    from start: UInt32, flags: NodeFlags, decorators: ListID, isExpression: Bool
  ) -> NodeID {
    next()
    let saved = context
    context.remove([.noIn, .conditionalBranch, .decorator, .topLevel])
    defer { context = saved }
    if flags.contains(.declare) { context.insert(.ambient) }
    var name = NodeID.none
    if kind.isIdentifierLike && !(kind == .implementsKeyword && isImplementsClause()) {
      name = parseBindingIdentifier()
    } else if !isExpression && !flags.contains(.default) {
      if kind == .leftBrace || kind == .extendsKeyword {
        syntaxError(.classNameRequired)
      } else {
        name = parseBindingIdentifier()
      }
    }
    let typeParameters = parseTypeParameters()
    let (heritage, isDerived) = parseHeritage(decorators: decorators)
    context.remove([.derivedClass, .abstractClass])
    context.insert(.classBody)
    if isDerived { context.insert(.derivedClass) }
    if flags.contains(.abstract) { context.insert(.abstractClass) }
    let references = privateReferences.count
    let declarations = privateDeclarations.count
    classDepth += 1
    let members = parseClassBody()
    classDepth -= 1
    resolvePrivateNames(references: references, declarations: declarations)
    return make(
      isExpression ? .classExpression : .classDeclaration, from: start, flags: flags, name.raw, typeParameters.raw,
      heritage.raw, members.raw)
  }

  /// Whether `implements` opens a clause rather than being the class's name.
  private mutating func isImplementsClause() -> Bool { peek().kind.isWord }

  /// Whether the brace after `extends` opens an object literal, and not the body of a class whose superclass is missing.
  private mutating func isSuperclassLiteral() -> Bool {
    if isJavaScript || peek().kind != .rightBrace { return true }
    return lookAhead { parser in
      parser.next()
      parser.next()
      return parser.kind == .leftBrace || parser.kind == .comma || parser.kind == .implementsKeyword
    }
  }

  /// Parses `extends` and `implements`.
  private mutating func parseHeritage(decorators: ListID) -> (node: NodeID, isDerived: Bool) {
    let start = decorators == .empty ? start : startOf(NodeID(elements(decorators).first!))
    var superclass = NodeID.none
    var superclassTypeArguments = ListID.empty
    var implements = ListID.empty
    var seenExtends = false
    var seenImplements = false
    while kind == .extendsKeyword || kind == .implementsKeyword {
      let clauseStart = self.start
      if kind == .extendsKeyword {
        if seenExtends {
          reportEarlyHere(.extendsSeen)
        } else if seenImplements {
          reportEarlyHere(.extendsBeforeImplements)
        }
        seenExtends = true
        next()
        if kind == .leftBrace && !isSuperclassLiteral() {
          reportEarlyHere(.listEmpty.asTypeError(false), ["extends"])
          continue
        }
        superclass = parseLoneLeftHandSide()
        if kindOf(superclass) == .instantiationExpression && Int(superclass.raw) == nodes.count - 1 {
          superclassTypeArguments = ListID(node(superclass).b)
          superclass = NodeID(node(superclass).a)
          nodes.removeLast()
        } else if kind == .less && !isJavaScript {
          // Before `implements`, an expression cannot tell type arguments from a comparison.
          superclassTypeArguments = parseTypeArgumentList() ?? .empty
        }
        while kind == .comma {
          reportEarlyHere(.extendsOneClass)
          next()
          _ = parseLoneLeftHandSide()
        }
      } else {
        if seenImplements { reportEarlyHere(.implementsSeen) }
        seenImplements = true
        next()
        if kind == .leftBrace { reportEarlyHere(.listEmpty, ["implements"]) }
        implements = parseHeritageTypes()
        typeScriptOnly(.implementsInJavaScript, from: clauseStart)
      }
    }
    if !seenExtends && !seenImplements && decorators == .empty { return (.none, false) }
    let heritage = make(
      .classHeritage, from: start, superclass.raw, superclassTypeArguments.raw, implements.raw, decorators.raw)
    return (heritage, seenExtends)
  }

  /// Parses the `typeReference`s of `implements` and of an interface's `extends`.
  mutating func parseHeritageTypes() -> ListID {
    let mark = listMark
    while kind != .leftBrace && kind != .endOfFile {
      push(parseTypeReference())
      if !continueList(.leftBrace, canStart: { $0.kind.isIdentifierLike && !$0.newlineBefore }) { break }
    }
    return closeList(mark)
  }

  private mutating func parseClassBody() -> ListID {
    let opening = start
    guard expect(.leftBrace) else {
      skipToStatementEnd()
      return .empty
    }
    let mark = listMark
    var constructors = 0
    let savedBodiless = hasBodiless
    hasBodiless = false
    while kind != .rightBrace && kind != .endOfFile {
      if eat(.semicolon) { continue }
      if isAfterClass() { break }
      let before = start
      let member = parseClassMember()
      push(member)
      if kindOf(member) == .constructorDeclaration && node(member).b != 0 {
        constructors += 1
        if constructors == 2 { reportEarly(.duplicateConstructor, at: member) }
      }
      if start == before && kind != .endOfFile { next() }
    }
    if hasBodiless && !context.contains(.ambient) { checkMemberOverloads(from: mark) }
    hasBodiless = savedBodiless
    expectClosing(.rightBrace, opening: opening)
    return closeList(mark)
  }

  /// Whether a line starts a declaration that no class can contain, so that the class's brace must be missing.
  private mutating func isAfterClass() -> Bool {
    guard newlineBefore else { return false }
    switch kind {
    case .exportKeyword, .importKeyword, .varKeyword, .letKeyword, .constKeyword, .functionKeyword, .classKeyword,
      .interfaceKeyword, .enumKeyword:
      let after = peek()
      return !after.newline && (after.kind.isWord || after.kind == .leftBrace || after.kind == .star)
        && after.kind != .inKeyword && after.kind != .instanceofKeyword
    default: return false
    }
  }

  /// Reports methods without a body that no implementation follows.
  private mutating func checkMemberOverloads(from mark: Int) {
    for index in mark..<stack.count {
      let member = node(NodeID(stack[index]))
      let following = index + 1 < stack.count ? node(NodeID(stack[index + 1])) : nil
      if member.kind == .constructorDeclaration && member.b == 0 {
        if following?.kind != .constructorDeclaration {
          reportEarly(.constructorImplementationMissing, member.start, min(member.end, member.start + 11))
        }
      } else if member.kind == .methodDeclaration && member.c == 0 && !member.flags.contains(.abstract)
        && !member.flags.contains(.optional)
      {
        let name = node(NodeID(member.a))
        if let following, following.kind == .methodDeclaration {
          let followingName = node(NodeID(following.a))
          if followingName.kind == name.kind && (name.kind == .computedPropertyName || followingName.a == name.a) {
            continue
          }
          if name.kind == .numericLiteral && followingName.kind == .numericLiteral
            && numbers[Int(name.a)] == numbers[Int(followingName.a)]
          {
            continue
          }
        }
        reportEarly(.implementationMissing, name.start, name.end)
      }
    }
  }

  // MARK: Members

  private mutating func parseClassMember() -> NodeID {
    let start = start
    let decorators = kind == .at ? parseDecorators() : .empty
    if kind == .staticKeyword && decorators == .empty && peek().kind == .leftBrace { return parseStaticBlock() }
    var flags = parseMemberModifiers()
    if kind == .leftBracket && isIndexSignature() {
      let signature = parseIndexSignature(from: start, flags: flags)
      consumeMemberEnd()
      noteTypeSyntax(from: start)
      return signature
    }
    if eat(.star) { flags.insert(.generator) }
    if !flags.contains(.generator) && !flags.contains(.async) {
      if kind == .getKeyword && isMemberModifier(allowsStar: false, allowsNewline: true) {
        next()
        let name = parseMemberPropertyName(flags, role: 1)
        return parseGetter(from: start, name: name, flags: flags, decorators: decorators, place: .classMember)
      }
      if kind == .setKeyword && isMemberModifier(allowsStar: false, allowsNewline: true) {
        next()
        let name = parseMemberPropertyName(flags, role: 2)
        return parseSetter(from: start, name: name, flags: flags, decorators: decorators, place: .classMember)
      }
    }
    guard isPropertyNameStart else {
      syntaxError(.classMemberExpected)
      if trialDepth == 0 { skipMember() }
      return makeMissing()
    }
    let isConstructorName = !flags.contains(.static) && isConstructorToken
    let name = parseMemberPropertyName(flags, role: 3)
    if kind == .question {
      next()
      flags.insert(.optional)
      typeScriptOnly(.annotationInJavaScript, from: previousEnd - 1)
    } else if kind == .exclamation && !newlineBefore {
      next()
      flags.insert(.definite)
      typeScriptOnly(.annotationInJavaScript, from: previousEnd - 1)
    }
    if kind == .leftParen || kind == .less || flags.contains(.generator) {
      if isConstructorName { return parseConstructor(from: start, name: name, flags: flags, decorators: decorators) }
      return parseMethod(from: start, name: name, flags: flags, decorators: decorators, place: .classMember)
    }
    return parseField(from: start, name: name, flags: flags, decorators: decorators)
  }

  /// Skips what cannot be a member: to a semicolon or a new line, but never past the end of the class.
  private mutating func skipMember() {
    if kind == .rightBrace { return }
    skipToStatementEnd()
  }

  /// Whether the current token names the constructor.
  private var isConstructorToken: Bool {
    kind == .constructorKeyword || (kind == .stringLiteral && lexer.token.value == names.constructor)
      || (kind == .identifier && lexer.token.flags.contains(.escaped) && lexer.token.value == names.constructor)
  }

  /// Parses a member's name and declares it if it is private.
  private mutating func parseMemberPropertyName(_ flags: NodeFlags, role: UInt8) -> NodeID {
    let token = lexer.token
    let name = parsePropertyName()
    guard token.kind == .privateIdentifier else { return name }
    if token.value == names.constructor { reportEarly(.privateConstructorName, at: name) }
    if !flags.isDisjoint(with: [.public, .private, .protected]) { reportEarly(.modifierWithPrivateName, at: name) }
    if flags.contains(.abstract) { reportEarly(.otherModifierWithPrivateName, ["abstract"], at: name) }
    if flags.contains(.declare) { reportEarly(.otherModifierWithPrivateName, ["declare"], at: name) }
    privateDeclarations.append(
      PrivateName(
        name: token.value, start: token.start, end: token.end, role: role | (flags.contains(.static) ? 4 : 0)))
    return name
  }

  /// Parses the words before a member's name that are not its name.
  private mutating func parseMemberModifiers() -> NodeFlags {
    var flags: NodeFlags = []
    while true {
      let flag: NodeFlags
      switch kind {
      case .publicKeyword: flag = .public
      case .privateKeyword: flag = .private
      case .protectedKeyword: flag = .protected
      case .staticKeyword: flag = .static
      case .abstractKeyword: flag = .abstract
      case .overrideKeyword: flag = .override
      case .readonlyKeyword: flag = .readonly
      case .declareKeyword: flag = .declare
      case .accessorKeyword: flag = .accessor
      case .asyncKeyword: flag = .async
      case .constKeyword, .exportKeyword, .inKeyword, .outKeyword, .defaultKeyword: flag = []
      default: return flags
      }
      let isStatic = kind == .staticKeyword
      if !isMemberModifier(allowsStar: true, allowsNewline: isStatic) { return flags }
      let modifierStart = start
      let isTypeScript = flag != .static && flag != .async && flag != .accessor
      let spelling = kind.spelling
      if flag.isEmpty {
        reportEarlyHere(.modifierOnMember, [spelling])
      } else {
        addModifier(flag, to: &flags)
      }
      next()
      if isTypeScript { typeScriptOnly(.modifierInJavaScript, [spelling], from: modifierStart) }
    }
  }

  private mutating func parseStaticBlock() -> NodeID {
    let start = start
    next()
    let saved = context
    let savedBase = labelBase
    labelBase = labels.count
    context = context.intersection(.inheritedByFunctions)
    context.insert([.superProperty, .newTarget, .fieldInitializer, .staticBlock, .plainFunction])
    let body = parseBlock()
    context = saved
    labelBase = savedBase
    return make(.classStaticBlock, from: start, body.raw)
  }

  private mutating func parseConstructor(
    from start: UInt32, name: NodeID, flags: NodeFlags, decorators: ListID
  ) -> NodeID {
    // The name is no operand, so that its node, the last one, goes away.
    let nameSpan = (node(name).start, node(name).end)
    nodes.removeLast()
    let misused: [(NodeFlags, String)] = [
      (.async, "async"), (.readonly, "readonly"), (.abstract, "abstract"), (.declare, "declare"),
      (.override, "override"), (.accessor, "accessor"),
    ]
    if flags.contains(.generator) { reportEarly(.generatorConstructor, nameSpan.0, nameSpan.1) }
    for (flag, spelling) in misused where flags.contains(flag) {
      reportEarly(.modifierOnConstructor, [spelling], nameSpan.0, nameSpan.1)
      break
    }
    if decorators != .empty { reportEarly(.decoratorsNotValid, at: NodeID(elements(decorators).first!)) }
    var extra: ParseContext = .superProperty
    extra.insert(context.contains(.derivedClass) ? .superCall : .baseConstructor)
    let (signature, body) = parseFunctionRest(isAsync: false, isGenerator: false, extra: extra, place: .constructor)
    let parts = node(signature)
    if parts.a != 0 { reportEarly(.constructorTypeParameters, at: NodeID(elements(ListID(parts.a)).first!)) }
    if parts.c != 0 { reportEarly(.constructorReturnType, at: NodeID(parts.c)) }
    if body.isNone {
      endBodilessMember(start)
      hasBodiless = true
      for parameter in elements(ListID(parts.b)) {
        if !node(NodeID(parameter)).flags.isDisjoint(with: [.public, .private, .protected, .readonly]),
          !context.contains(.ambient)
        {
          reportEarly(.parameterPropertyPlacement, at: NodeID(parameter))
        }
      }
    }
    return make(.constructorDeclaration, from: start, flags: flags, signature.raw, body.raw)
  }

  /// Ends an overload or ambient member with its semicolon.
  private mutating func endBodilessMember(_ start: UInt32) {
    if kind != .semicolon && !canInsertSemicolon {
      syntaxError(.expected, ["{"])
      skipToStatementEnd()
    } else {
      consumeSemicolon()
      typeScriptOnly(.signatureInJavaScript, from: start)
    }
  }

  /// Parses a method from its parameters on.
  mutating func parseMethod(
    from start: UInt32, name: NodeID, flags: NodeFlags, decorators: ListID, place: MemberPlace
  ) -> NodeID {
    if place == .classMember { checkMemberFlags(flags, name, allowed: [.readonly, .declare, .accessor, .definite]) }
    let (signature, body) = parseFunctionRest(
      isAsync: flags.contains(.async), isGenerator: flags.contains(.generator), extra: .superProperty)
    if place == .object {
      if body.isNone {
        syntaxError(.expected, ["{"])
        let missing = makeMissing()
        return make(.methodDeclaration, from: start, flags: flags, name.raw, signature.raw, missing.raw)
      }
    } else {
      checkAbstract(flags, name, hasBody: body.exists, start)
    }
    return make(.methodDeclaration, from: start, flags: flags, name.raw, signature.raw, body.raw, decorators.raw)
  }

  /// Checks the body of a method or accessor against `abstract`, and ends it when there is none.
  private mutating func checkAbstract(_ flags: NodeFlags, _ name: NodeID, hasBody: Bool, _ start: UInt32) {
    if flags.contains(.abstract) {
      if !context.contains(.abstractClass) {
        reportEarly(.abstractOutsideAbstractClass, at: name)
      } else if hasBody {
        reportEarly(.abstractBody, [memberText(name)], at: name)
      }
    }
    if !hasBody {
      endBodilessMember(start)
      if !flags.contains(.abstract) { hasBodiless = true }
    }
  }

  /// Reports modifiers that a member of this kind cannot have.
  private mutating func checkMemberFlags(_ flags: NodeFlags, _ name: NodeID, allowed misused: NodeFlags) {
    for (flag, spelling) in [
      (NodeFlags.readonly, "readonly"), (.declare, "declare"), (.accessor, "accessor"), (.async, "async"),
      (.definite, "!"),
    ] where misused.contains(flag) && flags.contains(flag) {
      reportEarly(.modifierOnMember, [spelling], at: name)
      return
    }
    if flags.contains(.abstract) && flags.contains(.static) {
      reportEarly(.modifierPair, ["static", "abstract"], at: name)
    } else if flags.contains(.abstract) && flags.contains(.private) {
      reportEarly(.modifierPair, ["private", "abstract"], at: name)
    } else if flags.contains(.abstract) && flags.contains(.async) {
      reportEarly(.modifierPair, ["async", "abstract"], at: name)
    }
    if flags.contains(.static) && isNamed(name, names.prototype) { reportEarly(.staticPrototype, at: name) }
  }

  /// Whether a member name reads `text`, as a word or a string.
  private func isNamed(_ name: NodeID, _ text: Name) -> Bool {
    let node = node(name)
    return (node.kind == .identifier || node.kind == .stringLiteral) && node.a == text.raw
  }

  /// A member's name as written.
  private func memberText(_ name: NodeID) -> String {
    let node = node(name)
    let length = Int(min(node.end, node.start + 60) - node.start)
    return String(decoding: UnsafeBufferPointer(start: lexer.text + Int(node.start), count: length), as: UTF8.self)
  }

  mutating func parseGetter(
    from start: UInt32, name: NodeID, flags: NodeFlags, decorators: ListID, place: MemberPlace
  ) -> NodeID {
    let (signature, body) = parseAccessorRest(start, name, flags, place)
    let parts = node(signature)
    if parts.b != 0 && !isThisOnly(ListID(parts.b)) { reportEarly(.getterParameters, at: name) }
    return make(.getAccessor, from: start, flags: flags, name.raw, signature.raw, body.raw, decorators.raw)
  }

  mutating func parseSetter(
    from start: UInt32, name: NodeID, flags: NodeFlags, decorators: ListID, place: MemberPlace
  ) -> NodeID {
    let (signature, body) = parseAccessorRest(start, name, flags, place)
    let parts = node(signature)
    if parts.c != 0 { reportEarly(.setterReturnType, at: NodeID(parts.c)) }
    let parameters = elements(ListID(parts.b)).filter { !isThisParameter(NodeID($0)) }
    if parameters.count != 1 {
      reportEarly(.setterParameterCount, at: name)
    } else {
      let parameter = NodeID(parameters[0])
      if node(parameter).flags.contains(.rest) { reportEarly(.setterRest, at: parameter) }
      if node(parameter).flags.contains(.optional) { reportEarly(.setterOptional, at: parameter) }
    }
    return make(.setAccessor, from: start, flags: flags, name.raw, signature.raw, body.raw, decorators.raw)
  }

  private func isThisParameter(_ id: NodeID) -> Bool {
    let parameter = node(id)
    guard parameter.kind == .parameter else { return false }
    let target = node(NodeID(parameter.a))
    return target.kind == .identifier && target.a == names.this.raw
  }

  private func isThisOnly(_ list: ListID) -> Bool {
    elements(list).count == 1 && isThisParameter(NodeID(elements(list).first!))
  }

  private mutating func parseAccessorRest(
    _ start: UInt32, _ name: NodeID, _ flags: NodeFlags, _ place: MemberPlace
  ) -> (signature: NodeID, body: NodeID) {
    if place == .classMember {
      checkMemberFlags(flags, name, allowed: [.readonly, .declare, .accessor])
      if !flags.contains(.static) && isNamed(name, names.constructor) { reportEarly(.accessorConstructor, at: name) }
    }
    let (signature, body) = parseFunctionRest(
      isAsync: false, isGenerator: false, extra: .superProperty, place: .accessor)
    if node(signature).a != 0 { reportEarly(.accessorTypeParameters, at: name) }
    if place == .object {
      if body.isNone {
        syntaxError(.expected, ["{"])
        let missing = makeMissing()
        return (signature, missing)
      }
      return (signature, body)
    }
    if body.isNone && !flags.contains(.abstract) && !context.contains(.ambient) {
      syntaxError(.expected, ["{"])
      if kind == .semicolon { next() }
      return (signature, body)
    }
    checkAbstract(flags, name, hasBody: body.exists, start)
    return (signature, body)
  }

  /// Parses a field from its type annotation on.
  private mutating func parseField(
    from start: UInt32, name: NodeID, flags: NodeFlags, decorators: ListID
  ) -> NodeID {
    checkMemberFlags(flags, name, allowed: .async)
    if isNamed(name, names.constructor) { reportEarly(.fieldNamedConstructor, at: name) }
    if flags.contains(.abstract) && !context.contains(.abstractClass) {
      reportEarly(.abstractPropertyOutsideAbstractClass, at: name)
    }
    let type = parseTypeAnnotation()
    var initializer = NodeID.none
    if kind == .equal {
      checkFieldInitializer(flags, name, hasType: type.exists)
      next()
      let saved = context
      let savedBase = labelBase
      labelBase = labels.count
      context = context.intersection(.inheritedByFunctions)
      context.insert([.superProperty, .newTarget, .fieldInitializer, .plainFunction])
      initializer = parseAssignment()
      context = saved
      labelBase = savedBase
    } else if flags.contains(.definite) && type.isNone {
      reportEarly(.definiteWithoutType, at: name)
    }
    consumeMemberEnd()
    if !flags.isDisjoint(with: [.abstract, .declare]) { noteTypeSyntax(from: start) }
    return make(.propertyDeclaration, from: start, flags: flags, name.raw, initializer.raw, type.raw, decorators.raw)
  }

  private mutating func checkFieldInitializer(_ flags: NodeFlags, _ name: NodeID, hasType: Bool) {
    if flags.contains(.abstract) {
      reportEarly(.abstractInitializer, [memberText(name)], at: name)
    } else if flags.contains(.definite) {
      reportEarly(.definiteWithInitializer, at: name)
    } else if (context.contains(.ambient) || flags.contains(.declare)) && !(flags.contains(.readonly) && !hasType) {
      reportEarlyHere(.initializerInAmbient)
    }
  }

  /// Ends a field like a statement; a comma is a frequent slip.
  private mutating func consumeMemberEnd() {
    if eat(.semicolon) || canInsertSemicolon { return }
    syntaxError(.expected, [";"])
    if kind == .comma { next() } else { skipToStatementEnd() }
  }

  // MARK: Private names

  /// At the end of a class: settles uses of the names that it declares and hands the rest to the class around it.
  private mutating func resolvePrivateNames(references: Int, declarations: Int) {
    if privateDeclarations.count > declarations {
      var declared: [Name: UInt8] = [:]
      for declaration in privateDeclarations[declarations...] {
        if let earlier = declared[declaration.name] {
          // A getter and a setter may share a name when both or neither are static.
          if (earlier & 3) + (declaration.role & 3) == 3 && earlier & 3 != 3 && declaration.role & 3 != 3
            && earlier & 4 == declaration.role & 4
          {
            declared[declaration.name] = 3 | earlier & 4
          } else {
            reportEarly(
              .duplicatePrivateName, [interner.string(declaration.name)], declaration.start, declaration.end)
          }
        } else {
          declared[declaration.name] = declaration.role
        }
      }
      privateDeclarations.removeLast(privateDeclarations.count - declarations)
      var kept = references
      for index in references..<privateReferences.count where declared[privateReferences[index].name] == nil {
        privateReferences[kept] = privateReferences[index]
        kept += 1
      }
      privateReferences.removeLast(privateReferences.count - kept)
    }
    if classDepth == 0 {
      for reference in privateReferences[references...] { reportUndeclared(reference) }
      privateReferences.removeLast(privateReferences.count - references)
    }
  }
}
