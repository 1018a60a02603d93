import Syntax

/// Function bodies, and function expressions that take types from context.
extension Checker {
  /// The type of a function expression, arrow function or object literal method; its body is checked on the way.
  @discardableResult
  func checkFunctionExpression(_ id: NodeID, _ contextual: TypeID?) -> TypeID {
    let context = contextual.flatMap { contextualSignature($0) }
    assignParameterTypes(id, context, isUnknown: contextual.map { constituents($0).contains { typeKind($0) == .any } } ?? false)
    var signature = buildSignature(id, .identity)
    let expected: TypeID?
    let view = Signature(tree, signatureNode(of: id))
    if view.returnType.exists { expected = signature.returnType } else { expected = nil }
    let contextualReturn = expected ?? context.map { returnType($0) }.flatMap { arena[$0].isGeneric || $0 == .void ? nil : $0 }
    let outer = (environment, jumps, tryTargets, function, pendingLabels)
    environment = capturedEnvironment()
    jumps = []
    tryTargets = []
    pendingLabels = []
    let start = environment
    let returned = walkFunctionBody(id, expected: expected, contextual: contextualReturn)
    if view.returnType.isNone, returned == .boolean { signature.predicate = inferredPredicate(id, signature, from: start) }
    (environment, jumps, tryTargets, function, pendingLabels) = outer
    if expected == nil { signature.returnType = returned }
    signature.body = nil
    var members = Members()
    members.call = [add(signature)]
    let isGeneric = signature.parameters.contains { arena[$0.type].isGeneric } || arena[signature.returnType ?? .any].isGeneric
    return arena.addAnonymous(.members(members), generic: isGeneric)
  }

  /// The one call signature that a contextual type has.
  private func contextualSignature(_ type: TypeID) -> SignatureID? {
    let candidates = constituents(type).filter { !isPrimitive($0) && typeKind($0) != .any }
      .map { getMembers($0).call }.filter { !$0.isEmpty }
    guard let first = candidates.first, first.count == 1 else { return nil }
    return first[0]
  }

  /// Gives parameters without annotations the types that the context has for them.
  private func assignParameterTypes(_ id: NodeID, _ context: SignatureID?, isUnknown: Bool) {
    let list = tree[Signature(tree, signatureNode(of: id)).parameters]
    let signature = context.map { signatures[Int($0.raw)] }
    var index = 0
    for parameter in list {
      let view = Parameter(tree, parameter)
      if tree.kind(view.target) == .identifier, Identifier(tree, view.target).name == names.this { continue }
      defer { index += 1 }
      guard view.type.isNone else { continue }
      if let signature {
        var type: TypeID
        if tree.flags(parameter).contains(.rest) {
          type = .unresolved
          if let last = signature.parameters.last, last.isRest, index == signature.parameters.count - 1 { type = last.type }
        } else {
          type = parameterType(signature, index) ?? .unresolved
          if view.initializer.exists, type != .unresolved { type = filter(type) { $0 != .undefined } }
        }
        if arena[type].isGeneric, !signature.typeParameters.isEmpty {
          type = instantiate(type, arena.mapper(signature.typeParameters.map { ($0, .unresolved) }))
        }
        if tree.kind(view.target) == .identifier, let symbol = symbol(view.target) {
          contextualParameters[symbol] = type
          remember(view.target, type)
        } else {
          contextualPatterns[key(parameter)] = type
          forgetBindings(view.target)
        }
      } else if !isUnknown, view.initializer.isNone, tree.kind(view.target) == .identifier, tree.kind(id) != .setAccessor {
        report(.implicitAnyParameter, [sourceText(view.target)], at: view.target)
      }
    }
  }

  /// Lets the names of a pattern be computed again from a new source type.
  private func forgetBindings(_ pattern: NodeID) {
    guard tree.kind(pattern) == .arrayPattern || tree.kind(pattern) == .objectPattern else { return }
    for element in tree[ListID(tree[pattern].a)] where tree.kind(element) == .bindingElement {
      let target = BindingElement(tree, element).target
      if let symbol = symbol(target) { symbolTypes[Int(symbol.raw)] = nil }
      forgetBindings(target)
    }
  }

  /// What still holds inside a function that may run later: facts about variables that never change.
  private func capturedEnvironment() -> FlowEnvironment {
    var result = FlowEnvironment()
    for (number, type) in environment.narrowed {
      let key = referenceKeys[number]
      if key.root == 1 {
        result.narrowed[number] = type
        continue
      }
      guard key.root > 1, key.path.isEmpty else { continue }
      let symbol = program[SymbolID(key.root - 2)]
      if symbol.kind == .const || !symbol.flags.contains(.assigned) { result.narrowed[number] = type }
    }
    return result
  }

  /// Walks the body of `id` and returns the type that its `return`s give.
  func walkFunctionBody(_ id: NodeID, expected: TypeID?, contextual: TypeID? = nil) -> TypeID {
    let flags = tree.flags(id)
    let body = functionBody(id)
    guard body.exists else { return expected ?? .any }
    function = FunctionState(
      node: id, expectedReturn: expected ?? contextual, returns: [], isAsync: flags.contains(.async), isGenerator: flags.contains(.generator))
    checkParameters(id)
    if flags.contains(.async) || flags.contains(.generator) {
      function.expectedReturn = nil
      checkBodyStatements(body)
      return .unresolved
    }
    guard tree.kind(body) == .block else {
      let type = checkExpression(body, expected ?? contextual)
      if let expected, expected != .void { checkAssignable(type, expected, at: body, expression: body) }
      if expected != nil { return expected! }
      return returnTypeToInfer([type], contextual)
    }
    let isDeclared = expected != nil
    if !isDeclared { function.expectedReturn = contextual }
    let declared = function.expectedReturn
    function.expectedReturn = isDeclared ? declared : nil
    contextualReturns.append(declared)
    checkBodyStatements(body)
    contextualReturns.removeLast()
    let endsOpen = environment.isReachable
    if let expected {
      checkEnd(id, expected, endsOpen)
      return expected
    }
    var types = function.returns
    if types.isEmpty { return endsOpen ? .void : isFunctionValue(id) ? .never : .void }
    if endsOpen { types.append(.undefined) }
    return returnTypeToInfer(types, contextual)
  }

  /// Functions and arrows without an end are `never`; declarations are `void`.
  private func isFunctionValue(_ id: NodeID) -> Bool { tree.kind(id) == .arrowFunction || tree.kind(id) == .functionExpression }

  private func returnTypeToInfer(_ types: [TypeID], _ contextual: TypeID?) -> TypeID {
    let union = types.dropFirst().reduce(types[0]) { combined($0, $1) }
    // One literal keeps its type only where the context wants it; several different ones do.
    if wantsLiteral(contextual) || typeKind(union) == .union && constituents(union).count > 1 && constituents(widen(union)).count > 1 {
      return typeKind(union) == .union && !wantsLiteral(contextual) ? widenUnlessSeveral(union) : arena.regular(union)
    }
    return widenUnlessSeveral(union)
  }

  private func widenUnlessSeveral(_ type: TypeID) -> TypeID {
    let parts = constituents(type).filter { isUnitType($0) && $0 != .null && $0 != .undefined }
    return parts.count > 1 ? arena.regular(type) : widen(type)
  }

  private func checkParameters(_ id: NodeID) {
    for parameter in tree[Signature(tree, signatureNode(of: id)).parameters] {
      let view = Parameter(tree, parameter)
      if let symbol = symbol(view.target) { remember(view.target, typeOfSymbol(symbol)) }
      if view.initializer.exists {
        let declared = view.type.exists ? getTypeFromTypeNode(view.type) : nil
        let type = checkExpression(view.initializer, declared)
        if let declared { checkAssignable(type, declared, at: view.target, expression: view.initializer) }
        // Inside, a parameter with a default is never undefined.
        if declared != nil, let number = referenceNumber(view.target) {
          let full = symbol(view.target).map { typeOfSymbol($0) } ?? .unresolved
          let rest = filter(full) { $0 != .undefined }
          if rest != full, rest != .never { environment.narrowed[number] = rest }
        }
      }
    }
  }

  private func checkBodyStatements(_ body: NodeID) {
    guard tree.kind(body) == .block else {
      checkExpression(body)
      return
    }
    checkStatements(tree[Block(tree, body).statements])
  }

  /// Reports a declared return type that some path misses.
  private func checkEnd(_ id: NodeID, _ expected: TypeID, _ endsOpen: Bool) {
    guard endsOpen, tree.kind(id) != .constructorDeclaration, tree.kind(id) != .setAccessor else { return }
    let accepts = typeKind(expected) == .any || expected == .unknown
      || constituents(expected).contains { $0 == .void || $0 == .undefined } || arena[expected].isGeneric && typeKind(expected) == .application
    if accepts { return }
    let annotation = Signature(tree, signatureNode(of: id)).returnType
    guard annotation.exists else { return }
    let node = annotation
    if function.returns.isEmpty {
      if expected != .never { report(.mustReturnValue, [], at: node) }
    } else {
      report(.lacksEndingReturn, [], at: node)
    }
  }

  /// Checks the body of a declared function, method, accessor or constructor on its own.
  func checkFunctionDeclaration(_ id: NodeID) {
    let signature = Signature(tree, signatureNode(of: id))
    for parameter in tree[signature.parameters] {
      let view = Parameter(tree, parameter)
      guard view.type.isNone, view.initializer.isNone, tree.kind(view.target) == .identifier,
        Identifier(tree, view.target).name != names.this, tree.kind(id) != .setAccessor
      else { continue }
      report(.implicitAnyParameter, [sourceText(view.target)], at: view.target)
    }
    environment = FlowEnvironment()
    jumps = []
    tryTargets = []
    pendingLabels = []
    let expected = signature.returnType.exists ? getTypeFromTypeNode(signature.returnType) : nil
    _ = walkFunctionBody(id, expected: expected)
  }

  /// Queues the check of a body until the code around it has been walked.
  func deferBody(_ id: NodeID) {
    guard silent == 0, functionBody(id).exists else { return }
    let file = file
    deferred.append { [self] in
      within(file) { checkFunctionDeclaration(id) }
    }
  }
}
