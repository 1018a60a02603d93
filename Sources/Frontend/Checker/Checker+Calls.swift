import Syntax

/// Calls: choosing an overload, inferring type arguments, checking arguments.
extension Checker {
  func checkCall(_ id: NodeID, _ view: CallExpression, _ contextual: TypeID?) -> TypeID {
    let arguments = Array(tree[view.arguments])
    if tree.kind(view.callee) == .superExpression { return checkSuperCall(view, arguments) }
    var callee = checkExpression(view.callee)
    if tree.flags(id).contains(.optional) {
      let rest = nonNullable(callee)
      if rest != callee { chainMayStop = true }
      callee = rest
    } else if arena.constituents(callee).contains(where: { $0 == .undefined || $0 == .null }), nonNullable(callee) != .never {
      let isNull = arena.constituents(callee).contains(.null)
      report(isNull ? .cannotInvokeNull : .cannotInvokeUndefined, [], at: view.callee)
      callee = nonNullable(callee)
    }
    if arena.kind(callee) == .any || callee == .never { return unresolvedCall(arguments) }
    if callee == .unknown {
      report(.isUnknown, [sourceText(view.callee)], at: view.callee)
      return unresolvedCall(arguments)
    }
    let candidates = callSignatures(callee)
    if candidates.isEmpty {
      if !isIncomplete(callee), callee != globalType(names.function), arena.kind(callee) != .union, !arena[callee].isGeneric {
        if !getMembers(callee).construct.isEmpty {
          report(.classNotCallable, [text(callee)], at: view.callee)
        } else {
          report(.notCallable, [], at: view.callee)
        }
      }
      return unresolvedCall(arguments)
    }
    let typeArguments = view.typeArguments.raw == 0 ? [] : tree[view.typeArguments].map { getTypeFromTypeNode($0) }
    let position = tree.kind(view.callee) == .propertyAccess ? PropertyAccess(tree, view.callee).name : view.callee
    guard let chosen = resolveCall(id, position, candidates, arguments, typeArguments, contextual) else { return .unresolved }
    let result = returnType(chosen)
    applyAssertion(chosen, view, arguments)
    if result == .never, isExplicitNever(view.callee) { environment.isReachable = false }
    return result
  }

  /// The call signatures of `type`; of a union, those that its members share.
  private func callSignatures(_ type: TypeID) -> [SignatureID] {
    guard arena.kind(type) == .union else { return getMembers(type).call }
    let lists = arena[type].list.map { getMembers($0).call }
    guard let first = lists.first, first.count == 1, lists.allSatisfy({ $0.count == 1 }) else {
      return lists.contains { $0.isEmpty } ? [] : [anySignature(returning: .unresolved)]
    }
    // One signature stands for all if it has the same parameters everywhere.
    let base = signatures[Int(first[0].raw)]
    let same = lists.allSatisfy { list in
      let other = signatures[Int(list[0].raw)]
      return other.typeParameters.isEmpty && other.parameters.map(\.type) == base.parameters.map(\.type)
    }
    guard same, base.typeParameters.isEmpty else { return [anySignature(returning: .unresolved)] }
    var merged = base
    merged.returnType = arena.union(lists.map { returnType($0[0]) })
    return [add(merged)]
  }

  private func unresolvedCall(_ arguments: [NodeID]) -> TypeID {
    for argument in arguments { checkExpression(argument, .unresolved) }
    return .unresolved
  }

  private func checkSuperCall(_ view: CallExpression, _ arguments: [NodeID]) -> TypeID {
    let base = checkExpression(view.callee)
    var current = parent(view.callee)
    while current.exists, tree.kind(current) != .classDeclaration, tree.kind(current) != .classExpression { current = parent(current) }
    guard current.exists, let owner = symbol(current), let constructor = baseConstructor(owner), arena.kind(base) == .reference else {
      return unresolvedCall(arguments)
    }
    let instance = arena[base]
    let candidates = getMembers(constructor).construct.map { id -> SignatureID in
      let own = signatures[Int(id.raw)].typeParameters
      guard own.count == instance.list.count, !own.isEmpty else { return id }
      var copy = signatures[Int(instantiateSignature(id, arena.mapper(zip(own, instance.list).map { ($0, $1) })).raw)]
      copy.typeParameters = []
      return add(copy)
    }
    if candidates.isEmpty { return unresolvedCall(arguments) }
    _ = resolveCall(view.callee, view.callee, candidates, arguments, [], nil)
    return .void
  }

  func checkNew(_ id: NodeID, _ view: NewExpression, _ contextual: TypeID?) -> TypeID {
    let arguments = view.arguments.raw == 0 ? [] : Array(tree[view.arguments])
    let callee = checkNonNull(checkExpression(view.callee), at: view.callee)
    if arena.kind(callee) == .any || callee == .never { return unresolvedCall(arguments) }
    let candidates = getMembers(callee).construct
    if candidates.isEmpty {
      if !isIncomplete(callee), arena.kind(callee) != .union, !arena[callee].isGeneric, getMembers(callee).call.isEmpty {
        report(.notConstructable, [], at: view.callee)
      }
      return unresolvedCall(arguments)
    }
    let typeArguments = view.typeArguments.raw == 0 ? [] : tree[view.typeArguments].map { getTypeFromTypeNode($0) }
    if signatures[Int(candidates[0].raw)].isAbstract {
      report(.abstractInstance, [], at: id)
      return unresolvedCall(arguments)
    }
    guard let chosen = resolveCall(id, id, candidates, arguments, typeArguments, contextual) else { return .unresolved }
    return returnType(chosen)
  }

  // MARK: Overloads

  /// The signature that a call uses, with its type arguments filled in; nil after reporting that none fits.
  private func resolveCall(
    _ id: NodeID, _ position: NodeID, _ candidates: [SignatureID], _ arguments: [NodeID], _ typeArguments: [TypeID],
    _ contextual: TypeID?
  ) -> SignatureID? {
    if candidates.count == 1 {
      if let problem = arityProblem(candidates[0], arguments) {
        report(problem.message, problem.arguments, at: problem.extra ?? position)
        for argument in arguments { checkExpression(argument, .unresolved) }
        return instantiateForCall(candidates[0], [], typeArguments, nil)
      }
      let chosen = instantiateForCall(candidates[0], arguments, typeArguments, contextual)
      _ = checkArguments(chosen, arguments, reporting: true)
      return chosen
    }
    for candidate in candidates where arityProblem(candidate, arguments) == nil {
      let parameters = signatures[Int(candidate.raw)].typeParameters
      if !typeArguments.isEmpty, parameters.count < typeArguments.count { continue }
      let saved = environment
      silent += 1
      let chosen = instantiateForCall(candidate, arguments, typeArguments, contextual)
      let fits = checkArguments(chosen, arguments, reporting: false)
      silent -= 1
      environment = saved
      if fits {
        _ = checkArguments(chosen, arguments, reporting: true)
        return chosen
      }
    }
    for argument in arguments { checkExpression(argument, .unresolved) }
    // Only plain signatures and plain arguments are judged with certainty.
    let isCertain = candidates.allSatisfy { signatures[Int($0.raw)].typeParameters.isEmpty }
      && !arguments.contains { tree.kind($0) == .spreadElement || isContextSensitive($0) }
    if isCertain { report(.noOverloadMatches, [], at: position) }
    return nil
  }

  /// What is wrong with the number of arguments.
  private func arityProblem(_ id: SignatureID, _ arguments: [NodeID]) -> (message: DiagnosticMessage, arguments: [String], extra: NodeID?)? {
    let signature = signatures[Int(id.raw)]
    if arguments.contains(where: { tree.kind($0) == .spreadElement }) { return nil }
    var minimum = signature.minimum
    // Trailing parameters that accept void may be left out.
    while minimum > arguments.count, minimum > 0,
      arena.constituents(signature.parameters[minimum - 1].type).contains(.void) || signature.parameters[minimum - 1].type == .unresolved
    {
      minimum -= 1
    }
    var maximum = signature.parameters.count
    if let last = signature.parameters.last, last.isRest {
      if arena.kind(last.type) == .tuple {
        let shape = arena.tuples[Int(arena[last.type].payload)].elements
        minimum = max(minimum, signature.parameters.count - 1 + shape.filter { $0 == 0 }.count)
        maximum = shape.last == 2 ? .max : maximum - 1 + shape.count
      } else {
        maximum = .max
      }
    }
    guard arguments.count < minimum || arguments.count > maximum else { return nil }
    let extra = arguments.count > maximum ? arguments[maximum] : nil
    if maximum == .max { return (.argumentCountAtLeast, [String(minimum), String(arguments.count)], extra) }
    let expected = minimum == maximum ? String(minimum) : "\(minimum)-\(maximum)"
    return (.argumentCount, [expected, String(arguments.count)], extra)
  }

  /// Checks every argument against its parameter.
  private func checkArguments(_ id: SignatureID, _ arguments: [NodeID], reporting: Bool) -> Bool {
    let signature = signatures[Int(id.raw)]
    var fits = true
    var index = 0
    for argument in arguments {
      if tree.kind(argument) == .spreadElement {
        let type = checkExpression(argument)
        guard arena.kind(type) == .tuple else { return restOfArguments(arguments, after: argument, fits) }
        for element in arena[type].list {
          if let expected = parameterType(signature, index), !isTypeAssignableTo(element, expected) {
            fits = false
            if reporting { report(.argumentNotAssignable, [text(element), text(expected)], at: argument) }
          }
          index += 1
        }
        continue
      }
      guard let expected = parameterType(signature, index) else {
        checkExpression(argument)
        continue
      }
      index += 1
      let type = checkExpression(argument, expected)
      if reporting {
        checkAssignable(type, expected, at: argument, expression: argument, message: .argumentNotAssignable)
      } else if !isTypeAssignableTo(type, expected) {
        fits = false
      }
    }
    return fits
  }

  private func restOfArguments(_ arguments: [NodeID], after node: NodeID, _ fits: Bool) -> Bool {
    for argument in arguments.drop(while: { $0 != node }).dropFirst() { checkExpression(argument, .unresolved) }
    return fits
  }

  // MARK: Inference

  /// The inferences for the type parameters of one call.
  struct Inference {
    let parameters: [TypeID]
    var candidates: [[TypeID]]
    /// From parameter positions; used where nothing else is known.
    var contravariant: [[TypeID]]
    /// From what the surroundings expect of the result.
    var returned: [[TypeID]]
    var depth = 0

    init(_ parameters: [TypeID]) {
      self.parameters = parameters
      candidates = Array(repeating: [], count: parameters.count)
      contravariant = candidates
      returned = candidates
    }
  }

  /// `candidate` with its type parameters replaced by given or inferred types.
  private func instantiateForCall(
    _ candidate: SignatureID, _ arguments: [NodeID], _ typeArguments: [TypeID], _ contextual: TypeID?
  ) -> SignatureID {
    let signature = signatures[Int(candidate.raw)]
    if signature.typeParameters.isEmpty { return candidate }
    let mapper: MapperID
    if !typeArguments.isEmpty {
      var pairs: [(from: TypeID, to: TypeID)] = zip(signature.typeParameters, typeArguments).map { ($0, $1) }
      for parameter in signature.typeParameters.dropFirst(typeArguments.count) {
        pairs.append((parameter, defaultType(of: parameter).map { instantiate($0, arena.mapper(pairs)) } ?? .unresolved))
      }
      mapper = arena.mapper(pairs)
    } else {
      mapper = inferTypeArguments(candidate, signature, arguments, contextual)
    }
    var result = signatures[Int(instantiateSignature(candidate, mapper).raw)]
    result.typeParameters = []
    if result.returnType == nil { result.returnType = instantiate(returnType(candidate), mapper) }
    return add(result)
  }

  private func inferTypeArguments(
    _ id: SignatureID, _ signature: SignatureInfo, _ arguments: [NodeID], _ contextual: TypeID?
  ) -> MapperID {
    var inference = Inference(signature.typeParameters)
    if let contextual, arena.kind(contextual) != .any, contextual != .unknown {
      var fromReturn = Inference(signature.typeParameters)
      inferTypes(&fromReturn, contextual, returnType(id))
      inference.returned = fromReturn.candidates
    }
    silent += 1
    let saved = environment
    for sensitive in [false, true] {
      for (index, argument) in arguments.enumerated() {
        if tree.kind(argument) == .spreadElement {
          if !sensitive, let last = signature.parameters.last, last.isRest {
            inferTypes(&inference, checkExpression(argument), last.type)
          }
          break
        }
        guard isContextSensitive(argument) == sensitive, let parameter = parameterType(signature, index) else { continue }
        if signature.parameters.indices.contains(index) || !signature.parameters.isEmpty, !arena[parameter].isGeneric, !sensitive { continue }
        if let last = signature.parameters.last, last.isRest, index >= signature.parameters.count - 1,
          arena.kind(last.type) == .typeParameter
        {
          // `...args: T` takes the remaining arguments as a tuple.
          let types = arguments[index...].map { widen(checkExpression($0)) }
          inferTypes(&inference, arena.tuple(Array(types), TupleShape(elements: types.map { _ in 0 }, isReadonly: false)), last.type)
          break
        }
        // Parameters of a function argument see what is inferred so far; its result may still add to it.
        let partial = arena.mapper(zip(inference.parameters, inference.parameters.indices).map { parameter, at in
          (parameter, inferredType(inference, at, signature, returnType: nil, partial: true) ?? (sensitive ? .unresolved : parameter))
        })
        let type = checkExpression(argument, instantiate(parameter, partial))
        inferTypes(&inference, type, parameter)
      }
    }
    silent -= 1
    environment = saved
    var pairs: [(from: TypeID, to: TypeID)] = []
    for (index, parameter) in signature.typeParameters.enumerated() {
      var type = inferredType(inference, index, signature, returnType: returnType(id), partial: false)
      if type == nil { type = defaultType(of: parameter).map { instantiate($0, arena.mapper(pairs)) } }
      if let inferred = type, let constraint = constraint(of: parameter) {
        let bound = instantiate(constraint, arena.mapper(pairs + [(parameter, inferred)]))
        if !isTypeAssignableTo(inferred, bound) { type = arena[bound].isGeneric ? .unresolved : bound }
      }
      pairs.append((parameter, type ?? .unresolved))
    }
    return arena.mapper(pairs)
  }

  private func inferredType(
    _ inference: Inference, _ index: Int, _ signature: SignatureInfo, returnType: TypeID?, partial: Bool
  ) -> TypeID? {
    let parameter = inference.parameters[index]
    var candidates = inference.candidates[index]
    if candidates.isEmpty { candidates = inference.contravariant[index] }
    let expected = inference.returned[index].isEmpty ? nil : arena.union(inference.returned[index])
    if candidates.isEmpty { return expected }
    if candidates.contains(where: { arena.kind($0) == .any }) { return .unresolved }
    let isTopLevel = returnType.map { arena.constituents($0).contains(parameter) } ?? false
    let constraint = constraint(of: parameter)
    let keepsLiterals = isTopLevel
      || constraint.map { wantsLiteral($0) || arena.constituents($0).contains { isPrimitive($0) || arena.kind($0) == .keyof } } ?? false
    let union = arena.union(candidates)
    if let expected, arena.kind(expected) != .any, !arena[expected].isGeneric, isTypeAssignableTo(arena.regular(union), expected) {
      return expected
    }
    return subtypeReduced([keepsLiterals ? (partial ? arena.regular(union) : union) : widen(union)])
  }

  /// Whether an argument is a function whose parameters take their types from the call.
  func isContextSensitive(_ id: NodeID) -> Bool {
    switch tree.kind(id) {
    case .arrowFunction, .functionExpression, .methodDeclaration:
      let signature = Signature(tree, signatureNode(of: id))
      return tree[signature.parameters].contains { Parameter(tree, $0).type.isNone }
    case .parenthesizedExpression: return isContextSensitive(NodeID(tree[id].a))
    case .objectLiteral:
      return tree[ObjectLiteral(tree, id).properties].contains {
        switch tree.kind($0) {
        case .propertyAssignment: return isContextSensitive(PropertyAssignment(tree, $0).value)
        case .methodDeclaration: return isContextSensitive($0)
        default: return false
        }
      }
    case .arrayLiteral: return tree[ArrayLiteral(tree, id).elements].contains { isContextSensitive($0) }
    case .conditionalExpression: return isContextSensitive(NodeID(tree[id].b)) || isContextSensitive(NodeID(tree[id].c))
    default: return false
    }
  }

  /// Infers from `source` to the type parameters in `target`.
  func inferTypes(_ inference: inout Inference, _ source: TypeID, _ target: TypeID, contravariant: Bool = false) {
    guard arena[target].isGeneric else { return }
    if let index = inference.parameters.firstIndex(of: target) {
      if source == target { return }
      if contravariant {
        if !inference.contravariant[index].contains(source) { inference.contravariant[index].append(source) }
      } else if !inference.candidates[index].contains(source) {
        inference.candidates[index].append(source)
      }
      return
    }
    inference.depth += 1
    defer { inference.depth -= 1 }
    if inference.depth > 8 { return }
    let s = arena[source]
    let t = arena[target]
    switch t.kind {
    case .union: inferToUnion(&inference, source, t.list, contravariant)
    case .intersection: for part in t.list { inferTypes(&inference, source, part, contravariant: contravariant) }
    case .keyof:
      if source == .string || s.kind == .stringLiteral { return }
    case .application:
      if s.kind == .application, s.payload == t.payload {
        for (from, to) in zip(s.list, t.list) { inferTypes(&inference, from, to, contravariant: contravariant) }
        return
      }
      let name = interner.string(program[SymbolID(t.payload)].name)
      if ["Partial", "Required", "Readonly", "NoInfer"].contains(name) {
        inferTypes(&inference, source, t.list[0], contravariant: contravariant)
      } else if name == "Record", isObjectType(source) {
        let own = getMembers(source)
        inferTypes(&inference, arena.union(own.properties.map { arena.string($0.name) }), t.list[0])
        inferTypes(&inference, arena.union(own.properties.map { typeOfProperty($0) } + [own.stringIndex ?? .never]), t.list[1])
      }
    case .reference where s.kind == .reference && s.payload == t.payload:
      for (from, to) in zip(s.list, t.list) { inferTypes(&inference, from, to, contravariant: contravariant) }
    case .reference, .anonymous, .tuple:
      if source == .unresolved || source == .any {
        for part in inference.parameters where mentions(target, part) { inferTypes(&inference, .unresolved, part) }
        return
      }
      if s.kind == .union {
        for part in s.list where isObjectType(part) { inferTypes(&inference, part, target, contravariant: contravariant) }
        return
      }
      inferToObject(&inference, source, s, target, t, contravariant)
    default: break
    }
  }

  private func mentions(_ type: TypeID, _ parameter: TypeID) -> Bool {
    let info = arena[type]
    return type == parameter || info.list.contains { mentions($0, parameter) }
  }

  private func inferToUnion(_ inference: inout Inference, _ source: TypeID, _ targets: [TypeID], _ contravariant: Bool) {
    let naked = targets.filter { inference.parameters.contains($0) }
    var remaining = arena.constituents(source).filter { part in !targets.contains(arena.regular(part)) }
    for target in targets where !naked.contains(target) && arena[target].isGeneric {
      let before = inference.candidates
      for part in remaining { inferTypes(&inference, part, target, contravariant: contravariant) }
      if before != inference.candidates, naked.count > 0 {
        remaining = remaining.filter { part in
          !(arena.kind(part) == .reference && arena.kind(target) == .reference && arena[part].payload == arena[target].payload)
        }
      }
    }
    if remaining.isEmpty { return }
    for target in naked { inferTypes(&inference, arena.union(remaining), target, contravariant: contravariant) }
  }

  private func inferToObject(
    _ inference: inout Inference, _ source: TypeID, _ s: Type, _ target: TypeID, _ t: Type, _ contravariant: Bool
  ) {
    if let element = arrayElement(target) {
      if let own = arrayElement(source) { return inferTypes(&inference, own, element, contravariant: contravariant) }
      if s.kind == .tuple { return inferTypes(&inference, arena.union(s.list), element, contravariant: contravariant) }
    }
    if t.kind == .tuple {
      if s.kind == .tuple {
        for (from, to) in zip(s.list, t.list) { inferTypes(&inference, from, to, contravariant: contravariant) }
      } else if let own = arrayElement(source) {
        for to in t.list { inferTypes(&inference, own, to, contravariant: contravariant) }
      }
      return
    }
    guard isObjectType(source) || s.kind == .string || s.kind == .stringLiteral else { return }
    let from = getMembers(source)
    let to = getMembers(target)
    for property in to.properties {
      guard let own = from.property(property.name) else { continue }
      let expected = typeOfProperty(property)
      guard arena[expected].isGeneric else { continue }
      inferTypes(&inference, own.flags.contains(.optional) ? readType(own) : typeOfProperty(own), expected, contravariant: contravariant)
    }
    for (mine, theirs) in [(from.call, to.call), (from.construct, to.construct)] {
      guard let a = mine.last, let b = theirs.last else { continue }
      inferSignature(&inference, a, b, contravariant)
    }
    if let index = to.stringIndex {
      let own = from.stringIndex ?? (from.properties.isEmpty ? nil : arena.union(from.properties.map { typeOfProperty($0) }))
      if let own { inferTypes(&inference, own, index, contravariant: contravariant) }
    }
    if let index = to.numberIndex, let own = from.numberIndex { inferTypes(&inference, own, index, contravariant: contravariant) }
  }

  private func inferSignature(_ inference: inout Inference, _ source: SignatureID, _ target: SignatureID, _ contravariant: Bool) {
    let s = signatures[Int(source.raw)]
    let t = signatures[Int(target.raw)]
    let open = arena.mapper(s.typeParameters.map { ($0, .unresolved) })
    for index in 0..<max(s.parameters.count, t.parameters.count) {
      guard let own = parameterType(s, index), let other = parameterType(t, index) else { break }
      if own == .unresolved { continue }
      inferTypes(&inference, instantiate(own, open), other, contravariant: !contravariant)
    }
    let returned = instantiate(returnType(source), open)
    if let predicate = t.predicate?.type, let own = s.predicate?.type {
      inferTypes(&inference, own, predicate, contravariant: contravariant)
    }
    inferTypes(&inference, returned, returnType(target), contravariant: contravariant)
  }

  // MARK: Effects on the flow

  /// `asserts x is T` narrows what follows the call.
  private func applyAssertion(_ id: SignatureID, _ view: CallExpression, _ arguments: [NodeID]) {
    guard let predicate = signatures[Int(id.raw)].predicate, predicate.asserts else { return }
    guard predicate.parameter >= 0, predicate.parameter < arguments.count else { return }
    let argument = arguments[predicate.parameter]
    if let type = predicate.type {
      narrowHere(argument) { self.narrowToType($0, type, assume: true) }
    } else {
      silent += 1
      let condition = checkCondition(argument)
      silent -= 1
      environment = condition.whenTrue
    }
  }

  /// Whether a call ends the flow: its callee must be declared to return never.
  private func isExplicitNever(_ callee: NodeID) -> Bool {
    switch tree.kind(callee) {
    case .identifier:
      guard let symbol = symbol(callee) else { return true }
      let info = program[symbol]
      if info.kind == .function || info.kind == .importBinding { return true }
      return info.kind == .const && graph[info.file].tree.kind(info.declaration) == .variableDeclaration
        && VariableDeclaration(graph[info.file].tree, info.declaration).type.exists
    case .propertyAccess: return true
    default: return false
    }
  }
}
