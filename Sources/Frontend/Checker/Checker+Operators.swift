import Syntax

/// Operators, assignments and the reports of assignability.
extension Checker {
  // MARK: Operators

  func checkBinary(_ id: NodeID, _ view: BinaryExpression, _ contextual: TypeID?) -> TypeID {
    // Long chains of operators lean to the left: they are followed by a loop.
    var spine: [NodeID] = []
    var current = id
    while tree.kind(current) == .binaryExpression, !isCondition(tree[current]) {
      spine.append(current)
      current = BinaryExpression(tree, current).left
    }
    var left = checkExpression(current)
    for node in spine.reversed() {
      let view = BinaryExpression(tree, node)
      let right = checkExpression(view.right)
      left = binaryType(node, view, left, right)
      if node != id { remember(node, left) }
    }
    return left
  }

  private func binaryType(_ id: NodeID, _ view: BinaryExpression, _ left: TypeID, _ right: TypeID) -> TypeID {
    switch view.operator {
    case .add: return additionType(id, view, left, right)
    case .subtract, .multiply, .divide, .remainder, .exponent, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .shiftLeft, .shiftRight,
      .shiftRightUnsigned:
      return arithmeticType(id, view.left, view.right, left, right, String(describing: view.operator))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let a = checkNonNull(left, at: view.left)
      let b = checkNonNull(right, at: view.right)
      if arena.kind(a) == .any || arena.kind(b) == .any { return .boolean }
      let numeric = isNumberLike(a) || isBigIntLike(a)
      if numeric && (isNumberLike(b) || isBigIntLike(b)) { return .boolean }
      if numeric != (isNumberLike(b) || isBigIntLike(b)) && isCertain(a) && isCertain(b) || !areTypesComparable(widen(a), widen(b)) && isCertain(a) && isCertain(b) {
        report(.operatorNotApplicable, [operatorText(view.operator), text(widen(a)), text(widen(b))], at: id)
      }
      return .boolean
    case .equal, .notEqual, .strictEqual, .strictNotEqual:
      let simple: (TypeID) -> Bool = { $0 == .null || $0 == .undefined || $0 == .never }
      if !simple(left), !simple(right), isCertain(left), isCertain(right), !areTypesComparable(left, right) {
        let bases = arena.constituents(baseOfLiteral(left)) == arena.constituents(baseOfLiteral(right))
        report(.noOverlap, [text(bases ? left : baseOfLiteral(left)), text(bases ? right : baseOfLiteral(right))], at: id)
      }
      return .boolean
    case .in, .instanceOf: return .boolean
    case .logicalAnd, .logicalOr, .nullishCoalescing: return .unresolved
    }
  }

  private func isCertain(_ type: TypeID) -> Bool { arena.kind(type) != .any && type != .unknown && !arena[type].isGeneric }

  private func operatorText(_ op: BinaryOperator) -> String {
    let table: [BinaryOperator: String] = [
      .add: "+", .less: "<", .lessOrEqual: "<=", .greater: ">", .greaterOrEqual: ">=", .subtract: "-", .multiply: "*",
      .divide: "/", .remainder: "%",
    ]
    return table[op] ?? "?"
  }

  func isNumberLike(_ type: TypeID) -> Bool { all(type) { [.number, .numberLiteral].contains($0) } || isNumericEnum(type) }
  func isStringLike(_ type: TypeID) -> Bool {
    arena.constituents(type).allSatisfy { part in
      let info = arena[part]
      return info.kind == .string || info.kind == .stringLiteral || info.kind == .enumMember && isStringEnumMember(SymbolID(info.payload))
    }
  }
  private func isBigIntLike(_ type: TypeID) -> Bool { all(type) { [.bigint, .bigintLiteral].contains($0) } }

  private func isNumericEnum(_ type: TypeID) -> Bool {
    type != .never && arena.constituents(type).allSatisfy { part in
      let info = arena[part]
      return info.kind == .number || info.kind == .numberLiteral || info.kind == .enumMember && !isStringEnumMember(SymbolID(info.payload))
    }
  }

  private func all(_ type: TypeID, _ test: (TypeKind) -> Bool) -> Bool {
    type != .never && arena.constituents(type).allSatisfy { test(arena.kind($0)) }
  }

  private func additionType(_ id: NodeID, _ view: BinaryExpression, _ left: TypeID, _ right: TypeID) -> TypeID {
    let isString: (TypeID) -> Bool = { type in type != .never && self.isStringLike(type) }
    if isString(left) || isString(right) { return .string }
    if arena.kind(left) == .any || arena.kind(right) == .any { return .unresolved }
    let a = checkNonNull(left, at: view.left)
    let b = checkNonNull(right, at: view.right)
    if arena.kind(a) == .any || arena.kind(b) == .any { return .unresolved }
    if isNumberLike(a) && isNumberLike(b) { return .number }
    if isBigIntLike(a) && isBigIntLike(b) { return .bigint }
    if isString(a) || isString(b) { return .string }
    guard isCertain(a), isCertain(b), a != .never, b != .never else { return .unresolved }
    report(.operatorNotApplicable, ["+", text(widen(a)), text(widen(b))], at: id)
    return .unresolved
  }

  private func arithmeticType(
    _ id: NodeID, _ leftNode: NodeID, _ rightNode: NodeID, _ left: TypeID, _ right: TypeID, _ name: String
  ) -> TypeID {
    let a = checkNonNull(left, at: leftNode)
    let b = checkNonNull(right, at: rightNode)
    let okA = isArithmetic(a)
    let okB = isArithmetic(b)
    if !okA { report(.arithmeticLeft, [], at: leftNode) }
    if !okB { report(.arithmeticRight, [], at: rightNode) }
    return isBigIntLike(a) || isBigIntLike(b) ? .bigint : .number
  }

  private func isArithmetic(_ type: TypeID) -> Bool {
    arena.kind(type) == .any || type == .never || isNumberLike(type) || isBigIntLike(type) || arena[type].isGeneric
      || arena.constituents(type).allSatisfy { isNumberLike($0) || isBigIntLike($0) }
  }

  func checkUnary(_ id: NodeID, _ node: Node) -> TypeID {
    let view = PrefixUnaryExpression(node: node)
    let operand = checkExpression(view.operand)
    switch view.operator {
    case .typeOf: return .string
    case .void: return .undefined
    case .delete, .not: return .boolean
    case .plus: return .number
    case .minus:
      if arena.kind(operand) == .numberLiteral, tree.kind(view.operand) == .numericLiteral {
        return arena.number(-arena.numbers[Int(arena[operand].payload)], fresh: true)
      }
      let type = checkNonNull(operand, at: view.operand)
      return isBigIntLike(type) ? .bigint : .number
    case .bitwiseNot:
      let type = checkNonNull(operand, at: view.operand)
      return isBigIntLike(type) ? .bigint : .number
    }
  }

  func checkUpdate(_ view: UpdateExpression) -> TypeID {
    let operand = checkNonNull(checkExpression(view.operand), at: view.operand)
    if !isArithmetic(operand) { report(.arithmeticOperand, [], at: view.operand) }
    checkWritable(view.operand)
    let type: TypeID = isBigIntLike(operand) ? .bigint : .number
    assigned(view.operand, type)
    return type
  }

  // MARK: Assignment

  func checkAssignment(_ id: NodeID, _ view: AssignmentExpression, _ contextual: TypeID?) -> TypeID {
    switch view.operator {
    case .assign:
      if tree.kind(view.target) == .arrayPattern || tree.kind(view.target) == .objectPattern {
        let source = checkExpression(view.value)
        assignPattern(view.target, source)
        return source
      }
      let target = checkTarget(view.target)
      let source = checkExpression(view.value, target)
      checkAssignable(source, target, at: view.target, expression: view.value)
      assigned(view.target, source)
      return source
    case .logicalAnd, .logicalOr, .nullishCoalescing:
      let left = checkExpression(view.target)
      let target = checkTarget(view.target)
      let before = environment
      narrowHere(view.target) { type in
        switch view.operator {
        case .logicalAnd: return self.truthyPart(type)
        case .logicalOr: return self.falsyPart(type)
        default: return self.filter(type) { $0 == .null || $0 == .undefined }
        }
      }
      let right = checkExpression(view.value, target)
      checkAssignable(right, target, at: view.target, expression: view.value)
      assigned(view.target, right)
      let after = environment
      environment = before
      narrowHere(view.target) { type in
        switch view.operator {
        case .logicalAnd: return self.falsyPart(type)
        case .logicalOr: return self.truthyPart(type)
        default: return self.nonNullable(type)
        }
      }
      environment = join(environment, after)
      switch view.operator {
      case .logicalAnd: return arena.union([falsyPart(left), right])
      case .logicalOr: return combined(truthyPart(left), right)
      default: return combined(nonNullable(left), right)
      }
    default:
      let left = checkExpression(view.target)
      let right = checkExpression(view.value)
      let target = checkTarget(view.target)
      let type: TypeID
      if view.operator == .add {
        let binary = BinaryExpression(node: Node(.binaryExpression, start: tree[id].start, end: tree[id].end, a: view.target.raw, b: view.value.raw))
        type = additionType(id, binary, left, right)
      } else {
        type = arithmeticType(id, view.target, view.value, left, right, "")
      }
      checkAssignable(type, target, at: view.target, expression: .none)
      assigned(view.target, type)
      return type
    }
  }

  /// The declared type of an assignment target, without narrowing.
  private func checkTarget(_ id: NodeID) -> TypeID {
    switch tree.kind(id) {
    case .identifier:
      guard let symbol = symbol(id) else { return .unresolved }
      let type = typeOfReference(symbol)
      remember(id, type)
      return type
    case .parenthesizedExpression, .nonNullExpression: return checkTarget(NodeID(tree[id].a))
    case .propertyAccess, .elementAccess:
      // The object is narrowed as usual, the property is not.
      let saved = environment
      if let number = referenceNumber(id) { environment.narrowed[number] = nil }
      let type = checkExpression(id)
      environment = saved
      checkWritable(id)
      return writeType(id) ?? type
    default: return checkExpression(id)
    }
  }

  /// The type that a setter takes, if it differs from what the getter gives.
  private func writeType(_ id: NodeID) -> TypeID? {
    guard tree.kind(id) == .propertyAccess, let property = accessedProperty(id) else { return nil }
    guard property.flags.contains(.setter), property.flags.contains(.getter) else { return nil }
    return within(property.file) {
      let setter = property.declarations.first { tree.kind($0) == .setAccessor || tree.flags($0).contains(.setter) }
      return setter.flatMap { signatures[Int(getSignature($0, property.mapper).raw)].parameters.first?.type }
    }
  }

  private func accessedProperty(_ id: NodeID) -> Property? {
    let node = tree[id]
    silent += 1
    let saved = environment
    let object = checkExpression(NodeID(node.a))
    environment = saved
    silent -= 1
    if arena.kind(object) == .any || object == .never { return nil }
    if node.kind == .propertyAccess { return memberName(NodeID(node.b)).flatMap { getProperty(nonNullable(object), $0) } }
    return nil
  }

  /// Reports assignment to a read-only property.
  private func checkWritable(_ id: NodeID) {
    guard tree.kind(id) == .propertyAccess, let property = accessedProperty(id) else { return }
    let isGetterOnly = property.flags.contains(.getter) && !property.flags.contains(.setter)
    guard property.flags.contains(.readonly) || isGetterOnly else { return }
    // A constructor may set the fields of its own object.
    let view = PropertyAccess(tree, id)
    if tree.kind(view.object) == .thisExpression, property.flags.contains(.readonly) {
      var current = parent(id)
      while current.exists, tree.kind(current) == .arrowFunction || signatureNode(of: current).isNone { current = parent(current) }
      if current.exists, tree.kind(current) == .constructorDeclaration { return }
    }
    report(.readonlyProperty, [interner.string(property.name)], at: view.name)
  }

  /// Records that `target` now holds a value of type `source`.
  func assigned(_ target: NodeID, _ source: TypeID) {
    invalidate(target)
    if tree.kind(target) == .identifier, let symbol = symbol(target) { environment.unassigned.remove(symbol) }
    if let number = referenceNumber(target) {
      silent += 1
      let saved = environment
      let declared = checkTarget(target)
      environment = saved
      silent -= 1
      let narrowed = assignmentReduced(declared, source)
      if narrowed != declared { environment.narrowed[number] = narrowed }
    }
    for index in tryTargets.indices { tryTargets[index] = join(tryTargets[index], environment) }
  }

  /// The constituents of a declared union that the assigned value can be.
  func assignmentReduced(_ declared: TypeID, _ source: TypeID) -> TypeID {
    guard arena.kind(declared) == .union, declared != .boolean, arena.kind(source) != .any else { return declared }
    let parts = arena.constituents(arena.regular(source))
    let result = filter(declared) { part in parts.contains { isTypeAssignableTo($0, part) } }
    return result == .never ? declared : result
  }

  /// Destructuring assignment to existing targets.
  private func assignPattern(_ pattern: NodeID, _ source: TypeID) {
    for element in tree[ListID(tree[pattern].a)] where tree.kind(element) == .bindingElement {
      let view = BindingElement(tree, element)
      if view.initializer.exists { checkExpression(view.initializer) }
      let type = bindingType(element, pattern, source)
      if tree.kind(view.target) == .arrayPattern || tree.kind(view.target) == .objectPattern {
        assignPattern(view.target, type)
      } else {
        let target = checkTarget(view.target)
        checkAssignable(type, target, at: view.target, expression: .none)
        assigned(view.target, type)
      }
    }
  }

  // MARK: Reports

  /// Reports where `source`, the type of `expression`, does not fit `target`.
  func checkAssignable(
    _ source: TypeID, _ target: TypeID, at node: NodeID, expression: NodeID, message: DiagnosticMessage = .notAssignable,
    satisfies: Bool = false
  ) {
    if silent > 0 { return }
    if isTypeAssignableTo(source, target) {
      checkExcess(expression, target)
      return
    }
    if expression.exists, elaborate(expression, target) { return }
    let widened = wantsLiteral(target) ? arena.regular(source) : baseForMessage(source, target)
    if satisfies {
      report(.doesNotSatisfy, [text(widened), text(target)], at: expression.exists ? expression : node)
      return
    }
    if message == .notAssignable, reportMissing(source, target, at: node) { return }
    report(message, [text(widened), text(target)], at: node)
  }

  private func baseForMessage(_ source: TypeID, _ target: TypeID) -> TypeID {
    arena.constituents(source).allSatisfy { isPrimitive($0) } ? baseOfLiteral(source) : widen(source)
  }

  private func reportMissing(_ source: TypeID, _ target: TypeID, at node: NodeID) -> Bool {
    guard isObjectType(source), isObjectType(target), arena.kind(target) != .intersection, arena.kind(target) != .tuple else { return false }
    if isReadonlyArray(source), arrayElement(target) != nil { return false }
    let own = getMembers(source)
    let missing = getMembers(target).properties.filter {
      !$0.flags.contains(.optional) && own.property($0.name) == nil && getProperty(source, $0.name) == nil
    }
    guard !missing.isEmpty else { return false }
    let list = missing.map { interner.string($0.name) }
    if list.count == 1 {
      report(.missingProperty, [list[0], text(source), text(target)], at: node)
    } else if list.count <= 5 {
      report(.missingProperties, [text(source), text(target), list.joined(separator: ", ")], at: node)
    } else {
      report(.missingManyProperties, [text(source), text(target), list.prefix(4).joined(separator: ", "), String(list.count - 4)], at: node)
    }
    return true
  }

  /// Reports inside literals, at the part that does not fit.
  private func elaborate(_ id: NodeID, _ target: TypeID) -> Bool {
    let node = tree[id]
    switch node.kind {
    case .parenthesizedExpression: return elaborate(NodeID(node.a), target)
    case .objectLiteral:
      let objects = filter(target) { isObjectType($0) }
      guard arena.kind(objects) != .union, objects != .never else { return false }
      var found = false
      for property in tree[ObjectLiteral(node: node).properties] {
        let item = tree[property]
        let nameNode = NodeID(item.a)
        let value: NodeID
        switch item.kind {
        case .propertyAssignment: value = NodeID(item.b)
        case .shorthandPropertyAssignment: value = nameNode
        default: continue
        }
        guard let name = memberName(nameNode), let expected = propertyContext(objects, name) else { continue }
        let type = quietly { checkExpression(value, expected) }
        if isTypeAssignableTo(type, expected) { continue }
        found = true
        checkAssignable(type, expected, at: nameNode, expression: value)
      }
      return found
    case .arrayLiteral:
      guard let element = arrayElement(nonNullable(target)) else { return false }
      var found = false
      for item in tree[ArrayLiteral(node: node).elements] where tree.kind(item) != .spreadElement {
        let type = quietly { checkExpression(item, element) }
        if isTypeAssignableTo(type, element) { continue }
        found = true
        checkAssignable(type, element, at: item, expression: item)
      }
      return found
    case .arrowFunction:
      let body = ArrowFunction(node: node).body
      guard tree.kind(body) != .block, let signature = getMembers(nonNullable(target)).call.first else { return false }
      let expected = returnType(signature)
      guard let words = nodeTypes[Int(file.raw)], words[Int(body.raw)] != 0 else { return false }
      let type = TypeID(words[Int(body.raw)] - 1)
      if arena[expected].isGeneric || isTypeAssignableTo(type, expected) { return false }
      report(.notAssignable, [text(baseForMessage(type, expected)), text(expected)], at: body)
      return true
    default: return false
    }
  }

  private func quietly(_ body: () -> TypeID) -> TypeID {
    silent += 1
    let saved = environment
    defer {
      environment = saved
      silent -= 1
    }
    return body()
  }

  /// Reports properties of an object literal that the target does not know.
  private func checkExcess(_ expression: NodeID, _ target: TypeID) {
    guard expression.exists else { return }
    let node = tree[expression]
    if node.kind == .parenthesizedExpression { return checkExcess(NodeID(node.a), target) }
    if node.kind == .arrayLiteral, let element = arrayElement(nonNullable(target)) {
      for item in tree[ArrayLiteral(node: node).elements] { checkExcess(item, element) }
      return
    }
    guard node.kind == .objectLiteral else { return }
    let parts = arena.constituents(target).filter { $0 != .undefined && $0 != .null }
    let isOpen = parts.contains { part in
      guard isObjectType(part), arena.kind(part) != .tuple, part != .emptyObject else { return !isPrimitive(part) }
      let own = getMembers(part)
      return own.isIncomplete || own.stringIndex != nil || own.properties.isEmpty || part == globalType(names.object)
        || arena[part].isGeneric && arena.kind(part) != .reference && arena.kind(part) != .anonymous
    }
    if isOpen || parts.isEmpty { return }
    for property in tree[ObjectLiteral(node: node).properties] {
      let item = tree[property]
      guard item.kind != .spreadElement, let name = memberName(NodeID(item.a)) else { continue }
      let found = parts.compactMap { getMembers($0).property(name) }
      if found.isEmpty {
        if parts.contains(where: { getMembers($0).numberIndex != nil }) { continue }
        report(.excessProperty, [interner.string(name), text(target)], at: NodeID(item.a))
        return
      }
      if item.kind == .propertyAssignment, found.count == 1 { checkExcess(NodeID(item.b), readType(found[0])) }
    }
  }

  // MARK: Iteration

  /// What `for…of` over `type` gives; reports at `node` if it cannot be iterated.
  func iteratedType(_ type: TypeID, at node: NodeID = .none) -> TypeID {
    let type = node.exists ? checkNonNull(type, at: node) : nonNullable(type)
    var parts: [TypeID] = []
    for part in arena.constituents(type) {
      if arena.kind(part) == .any { return .unresolved }
      if let element = arrayElement(part) {
        parts.append(element)
      } else if arena.kind(part) == .string || arena.kind(part) == .stringLiteral {
        parts.append(.string)
      } else if arena.kind(part) == .tuple {
        parts += arena[part].list
      } else if let property = getMembers(part).property(names.iterator), let signature = getMembers(typeOfProperty(property)).call.first {
        parts.append(iteratorValue(returnType(signature)))
      } else {
        if node.exists, !isIncomplete(part), !arena[part].isGeneric { report(.notIterable, [text(type)], at: node) }
        return .unresolved
      }
    }
    return parts.isEmpty ? .never : arena.union(parts)
  }

  /// The value type of an iterator.
  private func iteratorValue(_ iterator: TypeID) -> TypeID {
    let info = arena[iterator]
    if info.kind == .reference, let first = info.list.first { return first }
    guard info.kind != .any, let next = getProperty(iterator, names.next),
      let signature = getMembers(typeOfProperty(next)).call.first
    else { return .unresolved }
    let results = arena.constituents(returnType(signature)).filter { result in
      // `{ done: true }` carries the return value.
      guard let done = getProperty(result, interner.intern("done")) else { return true }
      return arena.regular(typeOfProperty(done)) != .true
    }
    let values = results.compactMap { result -> TypeID? in
      if arena.kind(result) == .reference, let first = arena[result].list.first { return first }
      return getProperty(result, names.value).map { typeOfProperty($0) }
    }
    return values.isEmpty ? .unresolved : arena.union(values)
  }
}
