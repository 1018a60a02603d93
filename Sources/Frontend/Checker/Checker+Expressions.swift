import Syntax

/// Types of expressions.
extension Checker {
  /// The type of `id`; `contextual` is what the surroundings expect, which shapes literals and function parameters.
  @discardableResult
  func checkExpression(_ id: NodeID, _ contextual: TypeID? = nil) -> TypeID {
    guard id.exists else { return .unresolved }
    depth += 1
    defer { depth -= 1 }
    // Deeper nesting than any written program has; its parts stay unchecked rather than overflow the stack.
    if depth > 400 { return .unresolved }
    let type = expressionType(id, tree[id], contextual)
    remember(id, type)
    return type
  }

  private func expressionType(_ id: NodeID, _ node: Node, _ contextual: TypeID?) -> TypeID {
    switch node.kind {
    case .identifier: return checkIdentifier(id, Name(node.a))
    case .numericLiteral: return arena.number(tree[NumericLiteral(node: node).number], fresh: true)
    case .stringLiteral: return arena.string(StringLiteral(node: node).value, fresh: true)
    case .bigIntLiteral: return arena.intern(.bigintLiteral, node.a, fresh: true)
    case .trueLiteral: return arena.boolean(true, fresh: true)
    case .falseLiteral: return arena.boolean(false, fresh: true)
    case .nullLiteral: return .null
    case .templateExpression:
      let view = TemplateExpression(node: node)
      for expression in tree[view.expressions] { checkExpression(expression) }
      let elements = tree[view.elements]
      return elements.count == 1 ? arena.string(TemplateElement(tree, elements[0]).cooked, fresh: true) : .string
    case .taggedTemplate: return checkTaggedTemplate(TaggedTemplate(node: node))
    case .regularExpressionLiteral: return globalType(names.regExp) ?? .unresolved
    case .thisExpression: return checkThis(id)
    case .superExpression: return checkSuper(id)
    case .arrayLiteral: return checkArrayLiteral(ArrayLiteral(node: node), contextual, asConst: false)
    case .objectLiteral: return checkObjectLiteral(id, ObjectLiteral(node: node), contextual, asConst: false)
    case .functionExpression, .arrowFunction: return checkFunctionExpression(id, contextual)
    case .classExpression:
      checkClass(id)
      return symbol(id).map { typeOfSymbol($0) } ?? .unresolved
    case .parenthesizedExpression: return checkExpression(NodeID(node.a), contextual)
    case .binaryExpression, .prefixUnaryExpression:
      if isCondition(node) {
        let result = checkCondition(id, contextual)
        environment = join(result.whenTrue, result.whenFalse)
        return result.type
      }
      return node.kind == .binaryExpression ? checkBinary(id, BinaryExpression(node: node), contextual) : checkUnary(id, node)
    case .assignmentExpression: return checkAssignment(id, AssignmentExpression(node: node), contextual)
    case .updateExpression: return checkUpdate(UpdateExpression(node: node))
    case .conditionalExpression: return checkConditional(ConditionalExpression(node: node), contextual)
    case .callExpression: return checkCall(id, CallExpression(node: node), contextual)
    case .newExpression: return checkNew(id, NewExpression(node: node), contextual)
    case .propertyAccess: return checkPropertyAccess(id, PropertyAccess(node: node))
    case .elementAccess: return checkElementAccess(id, ElementAccess(node: node))
    case .optionalChain:
      let outer = chainMayStop
      chainMayStop = false
      let type = checkExpression(NodeID(node.a), contextual)
      let stops = chainMayStop
      chainMayStop = outer
      return stops ? arena.union([type, .undefined]) : type
    case .sequenceExpression:
      var last = TypeID.unresolved
      for expression in tree[SequenceExpression(node: node).expressions] { last = checkExpression(expression) }
      return last
    case .asExpression: return checkAssertion(id, expression: NodeID(node.a), type: NodeID(node.b))
    case .typeAssertion: return checkAssertion(id, expression: NodeID(node.a), type: NodeID(node.b))
    case .satisfiesExpression:
      let target = getTypeFromTypeNode(NodeID(node.b))
      let source = checkExpression(NodeID(node.a), target)
      checkAssignable(source, target, at: id, expression: NodeID(node.a), satisfies: true)
      return source
    case .nonNullExpression: return nonNullable(checkExpression(NodeID(node.a), contextual))
    case .instantiationExpression:
      checkExpression(NodeID(node.a))
      return .unresolved
    case .awaitExpression: return awaited(checkExpression(NodeID(node.a)))
    case .yieldExpression:
      if node.a != 0 { checkExpression(NodeID(node.a)) }
      return .unresolved
    case .privateIn:
      checkExpression(NodeID(node.b))
      return .boolean
    case .spreadElement: return checkExpression(NodeID(node.a))
    default:
      tree.forEachChild(node) { checkExpression($0) }
      return .unresolved
    }
  }

  /// Whether `node` is an operation whose operands narrow.
  func isCondition(_ node: Node) -> Bool {
    if node.kind == .prefixUnaryExpression { return PrefixUnaryExpression(node: node).operator == .not }
    guard node.kind == .binaryExpression else { return false }
    switch BinaryExpression(node: node).operator {
    case .logicalAnd, .logicalOr, .nullishCoalescing: return true
    default: return false
    }
  }

  // MARK: Names

  private func checkIdentifier(_ id: NodeID, _ name: Name) -> TypeID {
    guard let symbol = symbol(id) else {
      if name == names.undefined { return .undefined }
      if name == names.globalThis { return .unresolved }
      if name == names.arguments { return .unresolved }
      return globalValueType(name) ?? .unresolved
    }
    let declared = typeOfReference(symbol)
    if environment.unassigned.contains(symbol), environment.isReachable {
      if declared != .unresolved, declared != .any, !arena.constituents(declared).contains(where: { $0 == .undefined || $0 == .unknown || $0 == .void }) {
        report(.usedBeforeAssigned, [interner.string(name)], at: id)
      }
    }
    return narrowedType(id, declared)
  }

  /// The narrowed type of a reference, or `declared`.
  func narrowedType(_ id: NodeID, _ declared: TypeID) -> TypeID {
    if environment.narrowed.isEmpty { return declared }
    guard let number = referenceNumber(id), let type = environment.narrowed[number] else { return declared }
    return type
  }

  private func checkThis(_ id: NodeID) -> TypeID { narrowedType(id, typeOfThis(id)) }

  /// The declared type of `this` at `id`.
  func typeOfThis(_ id: NodeID) -> TypeID {
    var current = parent(id)
    var child = id
    while current.exists {
      let node = tree[current]
      switch node.kind {
      case .arrowFunction: break
      case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor, .constructorDeclaration,
        .propertyDeclaration, .classStaticBlock:
        if node.kind == .propertyDeclaration, child == PropertyDeclaration(node: node).name { break }
        if node.kind != .propertyDeclaration, node.kind != .classStaticBlock {
          let signature = signatureNode(of: current)
          if let first = tree[Signature(tree, signature).parameters].first {
            let parameter = Parameter(tree, first)
            if tree.kind(parameter.target) == .identifier, Identifier(tree, parameter.target).name == names.this {
              return parameter.type.exists ? getTypeFromTypeNode(parameter.type) : .unresolved
            }
          }
        }
        let owner = parent(current)
        guard tree.kind(owner) == .classDeclaration || tree.kind(owner) == .classExpression, let symbol = symbol(owner) else {
          return .unresolved
        }
        if node.flags.contains(.static) || node.kind == .classStaticBlock { return typeOfSymbol(symbol) }
        return arena.intern(.thisParameter, symbol.raw)
      case .program: return .undefined
      case .moduleBlock: return .unresolved
      default: break
      }
      child = current
      current = parent(current)
    }
    return .unresolved
  }

  private func checkSuper(_ id: NodeID) -> TypeID {
    var current = parent(id)
    var isStatic = false
    while current.exists {
      switch tree.kind(current) {
      case .classDeclaration, .classExpression:
        guard let symbol = symbol(current) else { return .unresolved }
        if isStatic { return baseConstructor(symbol) ?? .unresolved }
        return baseTypes(symbol, typeParameters(of: symbol)).first ?? .unresolved
      case .methodDeclaration, .getAccessor, .setAccessor, .propertyDeclaration:
        isStatic = tree.flags(current).contains(.static)
      case .classStaticBlock: isStatic = true
      case .objectLiteral: return .unresolved
      default: break
      }
      current = parent(current)
    }
    return .unresolved
  }

  // MARK: Literals

  /// Whether `contextual` asks for literal types, so that a literal keeps its own.
  func wantsLiteral(_ contextual: TypeID?) -> Bool {
    guard let contextual else { return false }
    return arena.constituents(contextual).contains { part in
      switch arena.kind(part) {
      case .stringLiteral, .numberLiteral, .booleanLiteral, .bigintLiteral, .enumMember, .keyof, .indexedAccess, .application: return true
      case .typeParameter, .thisParameter:
        return constraint(of: part).map { arena.constituents($0).contains { isPrimitive($0) || arena[$0].kind == .keyof } } ?? false
      default: return part == .unresolved
      }
    }
  }

  /// The type of an element or property value: literals widen unless the context wants them.
  func mutableType(_ type: TypeID, _ contextual: TypeID?) -> TypeID {
    guard let contextual, wantsLiteral(contextual) else { return widen(type) }
    if contextual == .unresolved { return widen(type) }
    let regular = arena.regular(type)
    // Only the kinds of literals that occur in the context are kept.
    if arena.constituents(regular).contains(where: { isTypeAssignableTo($0, contextual) }) { return regular }
    let kinds = Set(arena.constituents(contextual).map { arena.kind($0) })
    return arena.union(
      arena.constituents(type).map { kinds.contains(arena.kind($0)) || kinds.contains(.typeParameter) ? arena.regular($0) : widen($0) })
  }

  func checkArrayLiteral(_ view: ArrayLiteral, _ contextual: TypeID?, asConst: Bool) -> TypeID {
    let elements = tree[view.elements]
    let context = contextual.map { nonNullable($0) }
    let tupleContext = context.flatMap { type in arena.constituents(type).first { arena.kind($0) == .tuple } }
    var types: [TypeID] = []
    var isOpen = false
    for (index, element) in elements.enumerated() {
      switch tree.kind(element) {
      case .omittedExpression: types.append(.undefined)
      case .spreadElement:
        let expression = SpreadElement(tree, element).expression
        let type = checkExpression(expression, contextual)
        remember(element, type)
        if arena.kind(type) == .tuple, tupleContext != nil || asConst,
          arena.tuples[Int(arena[type].payload)].elements.allSatisfy({ $0 == 0 })
        {
          types += arena[type].list
        } else {
          isOpen = true
          types.append(iteratedType(type, at: expression))
        }
      default:
        let expected = context.flatMap { elementContext($0, index) }
        let type = checkConst(element, expected, asConst: asConst)
        types.append(asConst ? arena.regular(type) : mutableType(type, expected))
      }
    }
    if asConst || tupleContext != nil, !isOpen {
      return arena.tuple(types, TupleShape(elements: types.map { _ in 0 }, isReadonly: asConst))
    }
    if types.isEmpty { return arrayType(.never) }
    return arrayType(subtypeReduced(types))
  }

  /// The union of `types` without those that another covers.
  func subtypeReduced(_ types: [TypeID]) -> TypeID {
    let union = arena.union(types)
    guard arena.kind(union) == .union, arena[union].list.count <= 12 else { return union }
    let list = arena[union].list
    // Only objects are compared: primitives were reduced by the union itself.
    var kept = list
    for candidate in list where isObjectType(candidate) && !arena[candidate].isGeneric {
      let others = kept.filter { $0 != candidate && isObjectType($0) }
      if others.contains(where: { isStrictSubtype(candidate, of: $0) }) { kept.removeAll { $0 == candidate } }
    }
    return kept.count == list.count ? union : arena.union(kept)
  }

  private func isStrictSubtype(_ type: TypeID, of other: TypeID) -> Bool {
    guard isTypeAssignableTo(type, other) else { return false }
    // Object literals of different shapes stay apart: each keeps its optional properties.
    if arena.kind(type) == .anonymous || arena.kind(other) == .anonymous { return false }
    return !isTypeAssignableTo(other, type) || arena[type].list.contains(.unresolved)
  }

  /// What a contextual array or tuple type expects at `index`.
  private func elementContext(_ type: TypeID, _ index: Int) -> TypeID? {
    var parts: [TypeID] = []
    for part in arena.constituents(type) {
      if arena.kind(part) == .tuple {
        let list = arena[part].list
        if index < list.count { parts.append(list[index]) } else if let last = list.last { parts.append(last) }
      } else if let element = arrayElement(part) {
        parts.append(element)
      } else if part == .unresolved {
        parts.append(.unresolved)
      } else if isObjectType(part), getMembers(part).property(names.iterator) != nil {
        parts.append(iteratedType(part))
      } else if arena.kind(part) == .typeParameter, let constraint = constraint(of: part), let inner = elementContext(constraint, index) {
        parts.append(inner)
      }
    }
    return parts.isEmpty ? nil : arena.union(parts)
  }

  /// Checks an expression inside `as const`, where literals of all kinds stay as they are.
  func checkConst(_ id: NodeID, _ contextual: TypeID?, asConst: Bool) -> TypeID {
    guard asConst else { return checkExpression(id, contextual) }
    let node = tree[id]
    let type: TypeID
    switch node.kind {
    case .arrayLiteral: type = checkArrayLiteral(ArrayLiteral(node: node), contextual, asConst: true)
    case .objectLiteral: type = checkObjectLiteral(id, ObjectLiteral(node: node), contextual, asConst: true)
    case .parenthesizedExpression: type = checkConst(NodeID(node.a), contextual, asConst: true)
    default: return checkExpression(id, contextual)
    }
    remember(id, type)
    return type
  }

  func checkObjectLiteral(_ id: NodeID, _ view: ObjectLiteral, _ contextual: TypeID?, asConst: Bool) -> TypeID {
    var result = Members()
    let context = contextual.map { contextualObject($0, view) }
    for property in tree[view.properties] {
      let node = tree[property]
      switch node.kind {
      case .propertyAssignment:
        let item = PropertyAssignment(node: node)
        if tree.kind(item.name) == .computedPropertyName { checkExpression(ComputedPropertyName(tree, item.name).expression) }
        let name = memberName(item.name)
        let expected = context.flatMap { propertyContext($0, name) }
        var type = checkConst(item.value, expected, asConst: asConst)
        type = asConst ? arena.regular(type) : mutableType(type, expected)
        if expected == nil, tree.kind(item.value) == .arrayLiteral, tree[ArrayLiteral(tree, item.value).elements].isEmpty {
          type = arrayType(.unresolved)
        }
        add(name, type, asConst ? .readonly : [], property, item.name, &result)
      case .shorthandPropertyAssignment:
        let item = ShorthandPropertyAssignment(node: node).name
        let name = memberName(item)
        let expected = context.flatMap { propertyContext($0, name) }
        add(name, mutableType(checkExpression(item, expected), expected), [], property, item, &result)
      case .spreadElement:
        let type = checkExpression(SpreadElement(node: node).expression, contextual)
        spread(type, into: &result)
      case .methodDeclaration:
        let name = memberName(NodeID(node.a))
        let type = checkFunctionExpression(property, context.flatMap { propertyContext($0, name) })
        add(name, type, .method, property, NodeID(node.a), &result)
      case .getAccessor:
        checkFunctionExpression(property, nil)
        add(memberName(NodeID(node.a)), returnType(getSignature(property, .identity)), .getter, property, NodeID(node.a), &result)
      case .setAccessor:
        checkFunctionExpression(property, nil)
        if let name = memberName(NodeID(node.a)), result.property(name) == nil {
          let parameter = signatures[Int(getSignature(property, .identity).raw)].parameters.first?.type ?? .unresolved
          add(name, parameter, .setter, property, NodeID(node.a), &result)
        }
      default: break
      }
    }
    let type = arena.addAnonymous(.members(result), generic: false)
    arena[type].isGeneric = result.properties.contains { $0.type.map { arena[$0].isGeneric } ?? false }
    return type
  }

  private func add(
    _ name: Name?, _ type: TypeID, _ flags: Property.Flags, _ declaration: NodeID, _ nameNode: NodeID, _ result: inout Members
  ) {
    if let name {
      result.add(
        Property(name: name, flags: flags, declarations: [declaration], file: file, mapper: .identity, type: type))
      remember(nameNode, type)
    } else {
      result.stringIndex = arena.union([result.stringIndex ?? .never, type])
      result.isIncomplete = true
    }
  }

  /// Adds the properties of a spread value; optional ones only may replace what is there.
  private func spread(_ type: TypeID, into result: inout Members) {
    let type = nonNullable(type)
    guard isObjectType(type) else {
      // Unions of objects, type parameters and `any` are beyond this checker.
      if !isPrimitive(type) { result.isIncomplete = true }
      return
    }
    let other = getMembers(type)
    if other.isIncomplete { result.isIncomplete = true }
    if let index = other.stringIndex { result.stringIndex = index }
    for property in other.properties where !property.flags.contains(.private) {
      if property.flags.contains(.method), property.owner != nil { continue }
      var copy = property
      copy.type = typeOfProperty(property)
      copy.flags.remove(.readonly)
      copy.owner = nil
      if property.flags.contains(.optional), let old = result.property(property.name) {
        copy.type = arena.union([typeOfProperty(old), copy.type!])
        if !old.flags.contains(.optional) { copy.flags.remove(.optional) }
      }
      result.add(copy)
    }
  }

  /// The part of a contextual union that an object literal's discriminants select.
  private func contextualObject(_ type: TypeID, _ view: ObjectLiteral) -> TypeID {
    let objects = filter(type) { isObjectType($0) || arena.kind($0) == .any || arena[$0].isGeneric }
    guard arena.kind(objects) == .union else { return objects }
    var candidates = arena[objects].list
    for property in tree[view.properties] where tree.kind(property) == .propertyAssignment {
      let item = PropertyAssignment(tree, property)
      guard let name = memberName(item.name), isUnitExpression(item.value) else { continue }
      let value = arena.regular(detachedLiteral(item.value))
      let matching = candidates.filter { part in
        guard let other = getProperty(part, name) else { return false }
        return isTypeAssignableTo(value, readType(other))
      }
      if !matching.isEmpty { candidates = matching }
    }
    return arena.union(candidates)
  }

  private func isUnitExpression(_ id: NodeID) -> Bool {
    switch tree.kind(id) {
    case .stringLiteral, .numericLiteral, .trueLiteral, .falseLiteral, .nullLiteral: return true
    case .propertyAccess: return tree.kind(PropertyAccess(tree, id).object) == .identifier
    default: return false
    }
  }

  private func detachedLiteral(_ id: NodeID) -> TypeID {
    silent += 1
    defer { silent -= 1 }
    return checkExpression(id)
  }

  /// What a contextual type expects of property `name`.
  func propertyContext(_ type: TypeID, _ name: Name?) -> TypeID? {
    var parts: [TypeID] = []
    for part in arena.constituents(type) {
      if part == .unresolved || arena.kind(part) == .application { return .unresolved }
      guard isObjectType(part) || arena.kind(part) == .typeParameter else { continue }
      if let name, let property = getMembers(part).property(name) {
        parts.append(readType(property))
      } else if let index = getMembers(part).stringIndex {
        parts.append(index)
      }
    }
    return parts.isEmpty ? nil : arena.union(parts)
  }

  // MARK: Conditionals and casts

  private func checkConditional(_ view: ConditionalExpression, _ contextual: TypeID?) -> TypeID {
    let condition = checkCondition(view.condition)
    environment = condition.whenTrue
    let first = checkExpression(view.whenTrue, contextual)
    let after = environment
    environment = condition.whenFalse
    let second = checkExpression(view.whenFalse, contextual)
    environment = join(after, environment)
    return combined(first, second)
  }

  /// The union of two alternatives, where an empty array takes the other's type.
  func combined(_ first: TypeID, _ second: TypeID) -> TypeID {
    if arrayElement(first) == .never, arrayElement(second) != nil { return second }
    if arrayElement(second) == .never {
      let rest = arena.constituents(first)
      if rest.contains(where: { arrayElement($0) != nil }) { return first }
    }
    return subtypeReduced([first, second])
  }

  private func checkAssertion(_ id: NodeID, expression: NodeID, type: NodeID) -> TypeID {
    if tree.kind(type) == .typeReference {
      let reference = TypeReference(tree, type)
      if tree.kind(reference.typeName) == .identifier, Identifier(tree, reference.typeName).name == names.const {
        return arena.regular(checkConst(expression, nil, asConst: true))
      }
    }
    let target = getTypeFromTypeNode(type)
    let source = checkExpression(expression, target)
    let widened = widen(source)
    if !areTypesComparable(source, target), !areTypesComparable(widened, target), !arena[source].isGeneric, !arena[target].isGeneric {
      report(.conversionMistake, [text(widened), text(target)], at: id)
    }
    return target
  }

  private func checkTaggedTemplate(_ view: TaggedTemplate) -> TypeID {
    let tag = checkExpression(view.tag)
    for expression in tree[TemplateExpression(tree, view.template).expressions] { checkExpression(expression) }
    guard let signature = getMembers(tag).call.last, signatures[Int(signature.raw)].typeParameters.isEmpty else { return .unresolved }
    return returnType(signature)
  }

  // MARK: Access

  /// Reports and removes null and undefined from the type of the object of an access.
  func checkNonNull(_ type: TypeID, at node: NodeID) -> TypeID {
    let parts = arena.constituents(type)
    let hasNull = parts.contains(.null)
    let hasUndefined = parts.contains { $0 == .undefined || $0 == .void }
    if type == .unknown {
      report(.isUnknown, [sourceText(node)], at: node)
      return .unresolved
    }
    guard hasNull || hasUndefined else { return type }
    let name = sourceText(node)
    let isEntity = isEntityName(node)
    if parts.allSatisfy({ $0 == .null || $0 == .undefined || $0 == .void }), !environment.isReachable { return .unresolved }
    switch (hasNull, hasUndefined) {
    case (true, true): report(isEntity ? .possiblyNullOrUndefined : .objectPossiblyNullOrUndefined, [name], at: node)
    case (true, false): report(isEntity ? .possiblyNull : .objectPossiblyNull, [name], at: node)
    default: report(isEntity ? .possiblyUndefined : .objectPossiblyUndefined, [name], at: node)
    }
    let rest = nonNullable(type)
    return rest == .never ? .unresolved : rest
  }

  private func isEntityName(_ id: NodeID) -> Bool {
    switch tree.kind(id) {
    case .identifier, .thisExpression: return true
    case .propertyAccess: return isEntityName(PropertyAccess(tree, id).object)
    case .optionalChain, .parenthesizedExpression: return isEntityName(NodeID(tree[id].a))
    default: return false
    }
  }

  func sourceText(_ id: NodeID) -> String {
    let node = tree[id]
    return String(decoding: graph[file].file.text[Int(node.start)..<Int(node.end)], as: UTF8.self)
  }

  /// The type of the object of an access, without what `?.` or an error removes.
  private func checkAccessed(_ object: NodeID, isOptional: Bool) -> TypeID {
    let type = checkExpression(object)
    guard isOptional else { return checkNonNull(type, at: object) }
    let rest = nonNullable(type)
    if rest != type { chainMayStop = true }
    return rest == .never ? .unresolved : rest
  }

  private func checkPropertyAccess(_ id: NodeID, _ view: PropertyAccess) -> TypeID {
    let object = checkAccessed(view.object, isOptional: tree.flags(id).contains(.optional))
    guard let name = memberName(view.name) else { return .unresolved }
    if arena.kind(object) == .any || object == .never { return narrowedType(id, .unresolved) }
    if let property = getProperty(object, name) {
      checkAccessibility(property, object, view)
      let type = readType(property)
      remember(view.name, type)
      return narrowedType(id, type)
    }
    if let type = getMembers(object).stringIndex ?? (arena.kind(object) == .union ? indexType(object, arena.string(name)) : nil) {
      return narrowedType(id, type)
    }
    if isIncomplete(object) || arena[object].isGeneric && arena.kind(object) != .thisParameter && arena.kind(object) != .reference && arena.kind(object) != .typeParameter {
      return narrowedType(id, .unresolved)
    }
    report(.propertyDoesNotExist, [interner.string(name), text(object)], at: view.name)
    return .unresolved
  }

  /// Whether part of `type` is unknown to the checker.
  func isIncomplete(_ type: TypeID) -> Bool {
    arena.constituents(type).contains { part in
      switch arena.kind(part) {
      case .keyof, .indexedAccess, .application, .any: return true
      case .typeParameter: return constraint(of: part).map { isIncomplete($0) } ?? false
      case .object: return false
      default: return getMembers(part).isIncomplete
      }
    }
  }

  private func checkAccessibility(_ property: Property, _ object: TypeID, _ view: PropertyAccess) {
    guard property.flags.contains(.private), let owner = property.owner, tree.kind(view.name) == .identifier else { return }
    var current = parent(view.name)
    while current.exists {
      if tree.kind(current) == .classDeclaration || tree.kind(current) == .classExpression, symbol(current) == owner { return }
      current = parent(current)
    }
    let name = interner.string(property.name)
    report(.propertyIsPrivate, [name, interner.string(program[owner].name)], at: view.name)
  }

  private func checkElementAccess(_ id: NodeID, _ view: ElementAccess) -> TypeID {
    let object = checkAccessed(view.object, isOptional: tree.flags(id).contains(.optional))
    let index = checkExpression(view.index)
    if arena.kind(object) == .any || arena.kind(index) == .any { return narrowedType(id, .unresolved) }
    if let name = propertyName(of: index), let property = getProperty(object, name) {
      return narrowedType(id, readType(property))
    }
    if let type = indexType(object, index) { return narrowedType(id, type) }
    if arena[object].isGeneric || arena[index].isGeneric { return indexedAccess(object, index) }
    return .unresolved
  }
}
