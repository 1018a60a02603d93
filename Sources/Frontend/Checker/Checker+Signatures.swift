import Syntax

/// Call signatures: from syntax, under substitution, and their return types.
extension Checker {
  func add(_ signature: SignatureInfo) -> SignatureID {
    signatures.append(signature)
    return SignatureID(UInt32(signatures.count - 1))
  }

  /// The signature of a function-like node of the current file.
  func getSignature(_ node: NodeID, _ mapper: MapperID) -> SignatureID {
    let mapper = restrict(mapper, to: typeParameters(at: node))
    if let known = signatureCache[key(node)]?[mapper] { return known }
    let id = add(buildSignature(node, mapper))
    signatureCache[key(node), default: [:]][mapper] = id
    return id
  }

  /// Builds it anew, for functions whose parameters get their types from context.
  func buildSignature(_ node: NodeID, _ mapper: MapperID) -> SignatureInfo {
    var result = SignatureInfo()
    let record = tree[node]
    let signatureID = signatureNode(of: node)
    guard signatureID.exists else { return result }
    let view = Signature(tree, signatureID)
    result.typeParameters = view.typeParameters.raw == 0 ? [] : tree[view.typeParameters].map {
      getTypeFromTypeParameter(TypeParameter(tree, $0).name)
    }
    switch record.kind {
    case .methodDeclaration, .methodSignature, .constructorDeclaration: result.isMethod = true
    case .constructorType: result.isAbstract = record.flags.contains(.abstract)
    default: break
    }
    for parameter in tree[view.parameters] {
      let item = Parameter(tree, parameter)
      let flags = tree.flags(parameter)
      let name = tree.kind(item.target) == .identifier ? Identifier(tree, item.target).name : .empty
      if name == names.this && result.parameters.isEmpty {
        result.thisType = item.type.exists ? getTypeFromTypeNode(item.type, mapper) : nil
        continue
      }
      let type = item.type.exists ? getTypeFromTypeNode(item.type, mapper) : instantiate(typeOfParameter(parameter), mapper)
      let isOptional = flags.contains(.optional) || item.initializer.exists
      result.parameters.append(
        SignatureParameter(name: name, type: type, isOptional: isOptional, isRest: flags.contains(.rest)))
      if !isOptional && !flags.contains(.rest) { result.minimum = result.parameters.count }
    }
    if view.returnType.exists {
      result.returnType = getTypeFromTypeNode(view.returnType, mapper)
      if tree.kind(view.returnType) == .typePredicate { result.predicate = predicate(view, mapper) }
    } else if functionBody(node).exists {
      result.body = (node, file, mapper)
    } else {
      result.returnType = record.kind == .setAccessor ? .void : .any
    }
    return result
  }

  private func predicate(_ view: Signature, _ mapper: MapperID) -> SignaturePredicate {
    let node = TypePredicate(tree, view.returnType)
    let type = node.type.exists ? getTypeFromTypeNode(node.type, mapper) : nil
    let asserts = tree.flags(view.returnType).contains(.asserts)
    guard tree.kind(node.parameterName) == .identifier else { return SignaturePredicate(parameter: -1, type: type, asserts: asserts) }
    let name = Identifier(tree, node.parameterName).name
    let parameters = tree[view.parameters].filter {
      let target = Parameter(tree, $0).target
      return tree.kind(target) != .identifier || Identifier(tree, target).name != names.this
    }
    let index = parameters.firstIndex {
      let target = Parameter(tree, $0).target
      return tree.kind(target) == .identifier && Identifier(tree, target).name == name
    }
    return SignaturePredicate(parameter: index ?? -1, type: type, asserts: asserts)
  }

  func functionBody(_ id: NodeID) -> NodeID {
    let node = tree[id]
    switch node.kind {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor: return NodeID(node.c)
    case .arrowFunction, .constructorDeclaration: return NodeID(node.b)
    default: return .none
    }
  }

  func instantiateSignature(_ id: SignatureID, _ mapper: MapperID) -> SignatureID {
    if mapper == .identity { return id }
    var signature = signatures[Int(id.raw)]
    for index in signature.parameters.indices {
      signature.parameters[index].type = instantiate(signature.parameters[index].type, mapper)
    }
    signature.returnType = signature.returnType.map { instantiate($0, mapper) }
    if let body = signature.body { signature.body = (body.node, body.file, chain(body.mapper, mapper)) }
    if let type = signature.predicate?.type { signature.predicate?.type = instantiate(type, mapper) }
    signature.thisType = signature.thisType.map { instantiate($0, mapper) }
    return add(signature)
  }

  func returnType(_ id: SignatureID) -> TypeID {
    let signature = signatures[Int(id.raw)]
    if let type = signature.returnType { return type }
    guard let body = signature.body, resolvingReturns.insert(id).inserted, resolvingReturns.count < 40 else { return .unresolved }
    defer { resolvingReturns.remove(id) }
    let inferred = detached(body.file) { () -> TypeID in
      inferReturnType(body.node)
    }
    let type = instantiate(inferred, body.mapper)
    signatures[Int(id.raw)].returnType = type
    return type
  }

  /// The return type that the body of `node` implies, computed without findings.
  func inferReturnType(_ node: NodeID) -> TypeID {
    // Several signatures may share one body; it is walked once.
    let cacheKey = key(node) | 1 << 61
    if let known = typeNodeCache[cacheKey] { return known }
    guard resolvingBodies.insert(key(node)).inserted else { return .unresolved }
    defer { resolvingBodies.remove(key(node)) }
    let type = walkFunctionBody(node, expected: nil)
    typeNodeCache[cacheKey] = type
    return type
  }

  /// The type of the parameter at `index` as an argument meets it; nil past the end.
  func parameterType(_ signature: SignatureInfo, _ index: Int) -> TypeID? {
    if index < signature.parameters.count, !signature.parameters[index].isRest {
      let parameter = signature.parameters[index]
      return parameter.isOptional ? arena.union([parameter.type, .undefined]) : parameter.type
    }
    guard let last = signature.parameters.last, last.isRest else { return nil }
    if let element = arrayElement(last.type) { return element }
    if arena.kind(last.type) == .tuple {
      let offset = index - (signature.parameters.count - 1)
      let list = arena[last.type].list
      let shape = arena.tuples[Int(arena[last.type].payload)]
      if offset < list.count { return shape.elements[offset] == 1 ? arena.union([list[offset], .undefined]) : list[offset] }
      return shape.elements.last == 2 ? list.last : nil
    }
    return .unresolved
  }
}
