import Syntax

/// Conditions and what they tell about references.
extension Checker {
  /// The two outcomes of a condition.
  struct ConditionResult {
    var type: TypeID
    var whenTrue: FlowEnvironment
    var whenFalse: FlowEnvironment
  }

  // MARK: References

  /// The number of the reference that `id` is; nil if it cannot be narrowed.
  func referenceNumber(_ id: NodeID) -> Int? {
    guard let key = referenceKey(id) else { return nil }
    if let known = references[key] { return known }
    let number = referenceKeys.count
    references[key] = number
    referenceKeys.append(key)
    return number
  }

  private func referenceKey(_ id: NodeID) -> ReferenceKey? {
    let node = tree[id]
    switch node.kind {
    case .identifier: return symbol(id).map { ReferenceKey(root: $0.raw + 2, path: []) }
    case .thisExpression: return ReferenceKey(root: 1, path: [])
    case .superExpression: return ReferenceKey(root: 0, path: [])
    case .parenthesizedExpression, .nonNullExpression, .optionalChain, .satisfiesExpression: return referenceKey(NodeID(node.a))
    case .assignmentExpression where AssignmentExpression(node: node).operator == .assign: return referenceKey(NodeID(node.a))
    case .propertyAccess:
      let view = PropertyAccess(node: node)
      guard let base = referenceKey(view.object), base.path.count < 5, let name = memberName(view.name) else { return nil }
      return ReferenceKey(root: base.root, path: base.path + [name.raw])
    case .elementAccess:
      let view = ElementAccess(node: node)
      guard let base = referenceKey(view.object), base.path.count < 5 else { return nil }
      switch tree.kind(view.index) {
      case .stringLiteral: return ReferenceKey(root: base.root, path: base.path + [StringLiteral(tree, view.index).value.raw])
      case .numericLiteral:
        let text = numberText(tree[NumericLiteral(tree, view.index).number])
        return ReferenceKey(root: base.root, path: base.path + [interner.intern(text).raw])
      case .identifier:
        // An index in a variable that never changes is as good as a name.
        guard let index = symbol(view.index), program[index].kind == .const || !program[index].flags.contains(.assigned) else { return nil }
        return ReferenceKey(root: base.root, path: base.path + [index.raw | 1 << 31])
      default: return nil
      }
    default: return nil
    }
  }

  /// Replaces the type of reference `id` in `environment` by `change` of what it has there.
  func narrow(_ id: NodeID, in environment: inout FlowEnvironment, _ change: (TypeID) -> TypeID) {
    guard environment.isReachable, let number = referenceNumber(id) else { return }
    let current: TypeID
    if let known = environment.narrowed[number] {
      current = known
    } else {
      let saved = self.environment
      self.environment = environment
      silent += 1
      current = checkExpression(unwrapped(id))
      silent -= 1
      self.environment = saved
    }
    if typeKind(current) == .any && current == .unresolved { return }
    let result = change(current)
    if result != current { environment.narrowed[number] = result }
  }

  /// The same in the current environment.
  func narrowHere(_ id: NodeID, _ change: (TypeID) -> TypeID) {
    var copy = environment
    narrow(id, in: &copy, change)
    environment = copy
  }

  /// The reference inside parentheses and assignments.
  private func unwrapped(_ id: NodeID) -> NodeID {
    switch tree.kind(id) {
    case .parenthesizedExpression, .assignmentExpression: return unwrapped(NodeID(tree[id].a))
    default: return id
    }
  }

  /// Forgets what was known of `id` and what hangs on it.
  func invalidate(_ id: NodeID) {
    guard !environment.narrowed.isEmpty, let key = referenceKey(id) else { return }
    for number in environment.narrowed.keys {
      let other = referenceKeys[number]
      let mentionsIndex = key.path.isEmpty && other.path.contains((key.root &- 2) | 1 << 31)
      if other.root == key.root && other.path.starts(with: key.path) || mentionsIndex { environment.narrowed[number] = nil }
    }
  }

  // MARK: Joining

  func join(_ a: FlowEnvironment, _ b: FlowEnvironment) -> FlowEnvironment {
    if !a.isReachable { return b }
    if !b.isReachable { return a }
    var result = FlowEnvironment()
    for (number, type) in a.narrowed {
      if let other = b.narrowed[number] { result.narrowed[number] = type == other ? type : arena.union([type, other]) }
    }
    result.unassigned = a.unassigned.union(b.unassigned)
    return result
  }

  // MARK: Conditions

  /// Checks `id` and returns the environments after it for both outcomes; the current one is then up to the caller.
  func checkCondition(_ id: NodeID, _ contextual: TypeID? = nil) -> ConditionResult {
    let node = tree[id]
    switch node.kind {
    case .parenthesizedExpression:
      let result = checkCondition(NodeID(node.a), contextual)
      remember(id, result.type)
      return result
    case .prefixUnaryExpression where PrefixUnaryExpression(node: node).operator == .not:
      let inner = checkCondition(NodeID(node.a))
      remember(id, .boolean)
      return ConditionResult(type: .boolean, whenTrue: inner.whenFalse, whenFalse: inner.whenTrue)
    case .binaryExpression:
      let view = BinaryExpression(node: node)
      switch view.operator {
      case .logicalAnd, .logicalOr, .nullishCoalescing:
        let result = checkLogical(view, contextual)
        remember(id, result.type)
        return result
      default: break
      }
    default: break
    }
    let type = checkExpression(id, contextual)
    var whenTrue = environment
    var whenFalse = environment
    narrowByCondition(id, node, &whenTrue, assume: true)
    narrowByCondition(id, node, &whenFalse, assume: false)
    if node.kind == .trueLiteral { whenFalse.isReachable = false }
    if node.kind == .falseLiteral { whenTrue.isReachable = false }
    return ConditionResult(type: type, whenTrue: whenTrue, whenFalse: whenFalse)
  }

  private func checkLogical(_ view: BinaryExpression, _ contextual: TypeID?) -> ConditionResult {
    if view.operator == .nullishCoalescing {
      let left = checkExpression(view.left, contextual)
      let before = environment
      narrowHere(view.left) { type in self.filter(type) { $0 == .null || $0 == .undefined || $0 == .void } }
      let right = checkExpression(view.right, contextual ?? nonNullable(left))
      let after = join(before, environment)
      let rest = nonNullable(left)
      let type = typeKind(left) == .any ? left : rest == left && left != .unknown ? left : combined(rest, right)
      return ConditionResult(type: type, whenTrue: after, whenFalse: after)
    }
    let isAnd = view.operator == .logicalAnd
    let left = checkCondition(view.left, isAnd ? nil : contextual)
    environment = isAnd ? left.whenTrue : left.whenFalse
    let right = checkCondition(view.right, contextual ?? (isAnd ? nil : left.type))
    if isAnd {
      let falsy = falsyPart(left.type)
      let type = typeKind(left.type) == .any ? right.type : arena.union([falsy, right.type])
      return ConditionResult(type: type, whenTrue: right.whenTrue, whenFalse: join(left.whenFalse, right.whenFalse))
    }
    let type = typeKind(left.type) == .any ? TypeID.unresolved : combined(truthyPart(left.type), right.type)
    return ConditionResult(type: type, whenTrue: join(left.whenTrue, right.whenTrue), whenFalse: right.whenFalse)
  }

  /// The part of `type` that can be truthy.
  func truthyPart(_ type: TypeID) -> TypeID {
    if type == .unknown { return .emptyObject }
    return filter(type) { part in
      let info = arena[part]
      switch info.kind {
      case .undefined, .null, .void: return false
      case .booleanLiteral: return info.payload == 1
      case .stringLiteral: return info.payload != Name.empty.raw
      case .numberLiteral: return arena.numbers[Int(info.payload)] != 0
      default: return true
      }
    }
  }

  /// The part of `type` that can be falsy.
  func falsyPart(_ type: TypeID) -> TypeID {
    let parts = constituents(type).compactMap { part -> TypeID? in
      let info = arena[part]
      switch info.kind {
      case .undefined, .null, .void, .any, .unknown: return part
      case .booleanLiteral: return info.payload == 0 ? part : nil
      case .string: return arena.string(.empty)
      case .number: return arena.number(0)
      case .bigint: return part
      case .stringLiteral: return info.payload == Name.empty.raw ? part : nil
      case .numberLiteral: return arena.numbers[Int(info.payload)] == 0 ? part : nil
      case .enumMember, .typeParameter, .indexedAccess, .application: return part
      default: return nil
      }
    }
    return arena.union(parts)
  }

  private func narrowByCondition(_ id: NodeID, _ node: Node, _ environment: inout FlowEnvironment, assume: Bool) {
    switch node.kind {
    case .identifier:
      narrowTruthiness(id, &environment, assume)
      narrowByAlias(id, &environment, assume)
    case .thisExpression, .propertyAccess, .elementAccess: narrowTruthiness(id, &environment, assume)
    case .optionalChain:
      narrowTruthiness(id, &environment, assume)
      if tree.kind(NodeID(node.a)) == .callExpression { narrowByCall(NodeID(node.a), &environment, assume) }
    case .assignmentExpression:
      narrowTruthiness(id, &environment, assume)
    case .callExpression: narrowByCall(id, &environment, assume)
    case .binaryExpression: narrowByBinary(BinaryExpression(node: node), &environment, assume)
    case .privateIn: break
    case .nonNullExpression, .satisfiesExpression:
      narrowByCondition(NodeID(node.a), tree[NodeID(node.a)], &environment, assume: assume)
    default: break
    }
  }

  private func narrowTruthiness(_ id: NodeID, _ environment: inout FlowEnvironment, _ assume: Bool) {
    narrow(id, in: &environment) { assume ? self.truthyPart($0) : self.falsyReference($0) }
    if assume { narrowChain(id, &environment) }
    narrowByDiscriminant(id, in: &environment) { part in
      assume ? self.truthyPart(part) != .never : self.falsyPart(part) != .never
    }
  }

  /// Like `falsyPart`, but wide primitives stay as they are, as TypeScript keeps them.
  private func falsyReference(_ type: TypeID) -> TypeID {
    if type == .unknown { return type }
    return filter(type) { part in
      switch typeKind(part) {
      case .string, .number: return true
      default: return falsyPart(part) != .never
      }
    }
  }

  /// A chain with a result other than undefined has not stopped: the objects before each `?.` are there.
  private func narrowChain(_ id: NodeID, _ environment: inout FlowEnvironment) {
    var current = id
    while current.exists {
      let node = tree[current]
      switch node.kind {
      case .optionalChain, .parenthesizedExpression, .nonNullExpression: current = NodeID(node.a)
      case .propertyAccess, .elementAccess, .callExpression:
        let object = NodeID(node.a)
        if node.flags.contains(.optional) { narrow(object, in: &environment) { self.nonNullable($0) } }
        current = object
      default: return
      }
    }
  }

  /// Narrows `x` by what holds of the property that the access `id` reads.
  func narrowByDiscriminant(_ id: NodeID, in environment: inout FlowEnvironment, _ keep: (TypeID) -> Bool) {
    var access = id
    while tree.kind(access) == .parenthesizedExpression || tree.kind(access) == .optionalChain { access = NodeID(tree[access].a) }
    if tree.kind(access) == .identifier { return narrowByOrigin(access, in: &environment, keep) }
    guard tree.kind(access) == .propertyAccess || tree.kind(access) == .elementAccess else { return }
    let object = NodeID(tree[access].a)
    var name: Name?
    if tree.kind(access) == .propertyAccess {
      name = memberName(PropertyAccess(tree, access).name)
    } else {
      let index = ElementAccess(tree, access).index
      if tree.kind(index) == .stringLiteral { name = StringLiteral(tree, index).value }
      if tree.kind(index) == .numericLiteral { name = interner.intern(numberText(tree[NumericLiteral(tree, index).number])) }
    }
    guard let name else { return }
    narrow(object, in: &environment) { type in
      return self.filter(type) { part in
        if part == .undefined || part == .null { return keep(.undefined) || !self.tree.flags(access).contains(.optional) }
        return self.propertyMay(part, name, keep)
      }
    }
  }

  /// Whether `keep` may hold of what `object` has at `name`.
  func propertyMay(_ object: TypeID, _ name: Name, _ keep: (TypeID) -> Bool) -> Bool {
    guard isObjectType(object), let property = getProperty(object, name) else { return true }
    let value = readType(property)
    return typeKind(value) == .any || keep(value)
  }

  /// A `const` that holds a condition narrows like the condition.
  private func narrowByAlias(_ id: NodeID, _ environment: inout FlowEnvironment, _ assume: Bool) {
    guard aliasConditionDepth < 3, let symbol = symbol(id), program[symbol].kind == .const, program[symbol].file == file else { return }
    let declaration = program[symbol].declaration
    guard tree.kind(declaration) == .variableDeclaration else { return }
    let view = VariableDeclaration(tree, declaration)
    guard view.type.isNone, view.initializer.exists else { return }
    switch tree.kind(view.initializer) {
    case .binaryExpression, .prefixUnaryExpression, .callExpression, .parenthesizedExpression: break
    default: return
    }
    aliasConditionDepth += 1
    silent += 1
    let saved = self.environment
    self.environment = environment
    let result = checkCondition(view.initializer)
    environment = assume ? result.whenTrue : result.whenFalse
    self.environment = saved
    silent -= 1
    aliasConditionDepth -= 1
  }

  private func narrowByCall(_ id: NodeID, _ environment: inout FlowEnvironment, _ assume: Bool) {
    let view = CallExpression(tree, id)
    if assume { narrowChain(id, &environment) }
    silent += 1
    let saved = self.environment
    let callee = nonNullable(checkExpression(view.callee))
    self.environment = saved
    silent -= 1
    let candidates = typeKind(callee) == .any || typeKind(callee) == .union ? [] : getMembers(callee).call
    guard let candidate = candidates.first(where: { signatures[Int($0.raw)].predicate != nil }),
      let predicate = signatures[Int(candidate.raw)].predicate, !predicate.asserts, let type = predicate.type
    else { return }
    let arguments = Array(tree[view.arguments])
    if predicate.parameter < 0 {
      if tree.kind(view.callee) == .propertyAccess {
        narrow(PropertyAccess(tree, view.callee).object, in: &environment) { self.narrowToType($0, type, assume: assume) }
      }
      return
    }
    guard predicate.parameter < arguments.count else { return }
    var target = type
    let parameters = signatures[Int(candidate.raw)].typeParameters
    if !parameters.isEmpty { target = instantiate(type, arena.mapper(parameters.map { ($0, .unresolved) })) }
    if isArrayOfUnresolved(target) {
      // `Array.isArray` keeps the array types that the value may have.
      narrow(arguments[predicate.parameter], in: &environment) { type in
        let arrays = self.filter(type) { self.arrayElement($0) != nil || self.typeKind($0) == .tuple || self.typeKind($0) == .any }
        if assume { return arrays == .never ? target : arrays }
        return self.filter(type) { self.arrayElement($0) == nil && self.typeKind($0) != .tuple }
      }
      return
    }
    narrow(arguments[predicate.parameter], in: &environment) { self.narrowToType($0, target, assume: assume) }
  }

  private func isArrayOfUnresolved(_ type: TypeID) -> Bool {
    guard let element = arrayElement(type) else { return false }
    return typeKind(element) == .any
  }

  /// `type` under the knowledge that its value is, or is not, a `target`.
  func narrowToType(_ type: TypeID, _ target: TypeID, assume: Bool) -> TypeID {
    if typeKind(target) == .any { return assume ? .unresolved : type }
    if !assume { return filter(type) { !isTypeAssignableTo($0, target) } }
    if typeKind(type) == .any || type == .unknown { return target }
    var parts: [TypeID] = []
    for part in constituents(type) {
      if isTypeAssignableTo(part, target) {
        parts.append(part)
      } else if isTypeAssignableTo(target, part) {
        parts.append(target)
      } else if typeKind(target) == .union {
        for candidate in arena[target].list where isTypeAssignableTo(candidate, part) { parts.append(candidate) }
      } else if arena[part].isGeneric || isObjectType(part) && isObjectType(target) && constituents(type).count == 1 {
        parts.append(intersection([part, target]))
      }
    }
    if parts.isEmpty { return constituents(type).contains { isObjectType($0) } && isObjectType(target) ? intersection([type, target]) : .never }
    return arena.union(parts)
  }

  // MARK: Comparisons

  private func narrowByBinary(_ view: BinaryExpression, _ environment: inout FlowEnvironment, _ assume: Bool) {
    switch view.operator {
    case .strictEqual, .equal: narrowByEquality(view, &environment, assume, strict: view.operator == .strictEqual)
    case .strictNotEqual, .notEqual: narrowByEquality(view, &environment, !assume, strict: view.operator == .strictNotEqual)
    case .instanceOf: narrowByInstanceOf(view, &environment, assume)
    case .in: narrowByIn(view, &environment, assume)
    default: break
    }
  }

  private func narrowByEquality(_ view: BinaryExpression, _ environment: inout FlowEnvironment, _ assume: Bool, strict: Bool) {
    for (reference, other) in [(view.left, view.right), (view.right, view.left)] {
      if let operand = typeofOperand(reference) {
        if tree.kind(other) == .stringLiteral {
          narrowTypeof(operand, interner.string(StringLiteral(tree, other).value), &environment, assume)
          return
        }
        continue
      }
      silent += 1
      let saved = self.environment
      let value = arena.regular(checkExpression(other))
      self.environment = saved
      silent -= 1
      narrowByValue(reference, value, &environment, assume, strict: strict)
    }
  }

  /// Narrows `reference` by being equal or unequal to a value of type `value`.
  func narrowByValue(_ reference: NodeID, _ value: TypeID, _ environment: inout FlowEnvironment, _ assume: Bool, strict: Bool) {
    if typeKind(value) == .any || value == .never { return }
    let isNullish = value == .null || value == .undefined
    let isUnit = isNullish || isUnitType(value)
    func matches(_ part: TypeID) -> Bool {
      if isNullish, !strict { return part == .null || part == .undefined || part == .void }
      if value == .undefined, part == .void { return true }
      return areTypesComparable(part, value)
    }
    narrow(reference, in: &environment) { type in
      if assume {
        if type == .unknown { return isUnit && (strict || !isNullish) ? value : type }
        let parts = self.constituents(type).flatMap { part -> [TypeID] in
          guard matches(part) else { return [] }
          // A wide primitive becomes the literal it equals.
          if isUnit, !isNullish, self.isTypeAssignableTo(value, part), self.isPrimitive(part) { return [value] }
          if !isUnit, self.typeKind(value) == .union, self.isPrimitive(part), !self.isUnitType(part) {
            return self.constituents(value).filter { self.isTypeAssignableTo($0, part) }
          }
          return [part]
        }
        return self.arena.union(parts)
      }
      guard isUnit else { return type }
      if type == .unknown { return type }
      return self.filter(type) { part in
        if isNullish, !strict { return !(part == .null || part == .undefined || part == .void) }
        return !(self.arena.regular(part) == value || value == .undefined && part == .void)
      }
    }
    // x?.y compared with something defined shows that x is there.
    let excludesUndefined = !constituents(value).contains { $0 == .undefined || $0 == .unknown || $0 == .void || !strict && $0 == .null }
    if assume && excludesUndefined || !assume && (value == .undefined || isNullish && !strict) { narrowChain(reference, &environment) }
    narrowByDiscriminant(reference, in: &environment) { property in
      if assume { return self.constituents(property).contains(where: matches) }
      return !isUnit || !self.constituents(property).allSatisfy { part in
        isNullish && !strict ? part == .null || part == .undefined : self.arena.regular(part) == value
      }
    }
  }

  func isUnitType(_ type: TypeID) -> Bool {
    switch typeKind(type) {
    case .null, .undefined, .stringLiteral, .numberLiteral, .booleanLiteral, .bigintLiteral, .enumMember: return true
    default: return false
    }
  }

  private func typeofOperand(_ id: NodeID) -> NodeID? {
    var node = tree[id]
    while node.kind == .parenthesizedExpression { node = tree[NodeID(node.a)] }
    guard node.kind == .prefixUnaryExpression, PrefixUnaryExpression(node: node).operator == .typeOf else { return nil }
    return NodeID(node.a)
  }

  func narrowTypeof(_ operand: NodeID, _ text: String, _ environment: inout FlowEnvironment, _ assume: Bool) {
    narrow(operand, in: &environment) { type in
      if self.typeKind(type) == .any || type == .unknown {
        guard assume else { return type }
        switch text {
        case "string": return .string
        case "number": return .number
        case "boolean": return .boolean
        case "bigint": return .bigint
        case "symbol": return .symbol
        case "undefined": return .undefined
        case "object": return type == .unknown ? self.arena.union([.object, .null]) : type
        case "function": return type == .unknown ? self.globalType(self.names.function) ?? .unresolved : .unresolved
        default: return type
        }
      }
      let parts = self.constituents(type).compactMap { part -> TypeID? in
        guard let result = self.typeofResult(part) else {
          // Type parameters and the like may be anything.
          guard assume else { return part }
          switch text {
          case "string": return self.intersection([part, .string])
          case "number": return self.intersection([part, .number])
          case "boolean": return self.intersection([part, .boolean])
          case "function", "object": return part == .emptyObject || part == .object ? part : .unresolved
          default: return part
          }
        }
        return (result == text) == assume ? part : nil
      }
      return self.arena.union(parts)
    }
    if assume, text != "undefined" { narrowChain(operand, &environment) }
    if !assume, text == "undefined" { narrowChain(operand, &environment) }
  }

  /// What `typeof` gives for values of `type`; nil if that depends.
  private func typeofResult(_ type: TypeID) -> String? {
    let info = arena[type]
    switch info.kind {
    case .string, .stringLiteral: return "string"
    case .number, .numberLiteral: return "number"
    case .booleanLiteral: return "boolean"
    case .bigint, .bigintLiteral: return "bigint"
    case .symbol: return "symbol"
    case .undefined, .void: return "undefined"
    case .null: return "object"
    case .enumMember: return isStringEnumMember(SymbolID(info.payload)) ? "string" : "number"
    case .tuple: return "object"
    case .reference, .anonymous:
      if type == .emptyObject { return nil }
      let own = getMembers(type)
      if own.isIncomplete { return nil }
      if type == globalType(names.function) { return "function" }
      return own.call.isEmpty && own.construct.isEmpty ? "object" : "function"
    default: return nil
    }
  }

  private func narrowByInstanceOf(_ view: BinaryExpression, _ environment: inout FlowEnvironment, _ assume: Bool) {
    silent += 1
    let saved = self.environment
    let constructor = checkExpression(view.right)
    self.environment = saved
    silent -= 1
    if assume { narrowChain(view.left, &environment) }
    var target = TypeID.unresolved
    if typeKind(constructor) != .any {
      let own = getMembers(constructor)
      if let property = own.property(names.prototype), typeKind(typeOfProperty(property)) != .any {
        target = typeOfProperty(property)
      } else if let signature = own.construct.first {
        let parameters = signatures[Int(signature.raw)].typeParameters
        target = instantiate(returnType(signature), arena.mapper(parameters.map { ($0, .any) }))
      }
    }
    narrow(view.left, in: &environment) { type in
      if self.typeKind(target) == .any { return assume ? .unresolved : type }
      if assume { return self.narrowToType(self.filter(type) { !self.isPrimitive($0) }, target, assume: true) }
      return self.filter(type) { part in
        // Structural look-alikes of a class stay: only derived references are surely instances.
        guard self.typeKind(part) == .reference, self.typeKind(target) == .reference else { return true }
        return !self.derives(SymbolID(self.arena[part].payload), from: SymbolID(self.arena[target].payload))
      }
    }
  }

  private func derives(_ symbol: SymbolID, from base: SymbolID) -> Bool {
    if symbol == base { return true }
    return baseTypes(symbol, []).contains { typeKind($0) == .reference && derives(SymbolID(arena[$0].payload), from: base) }
  }

  private func narrowByIn(_ view: BinaryExpression, _ environment: inout FlowEnvironment, _ assume: Bool) {
    guard tree.kind(view.left) == .stringLiteral else { return }
    let name = StringLiteral(tree, view.left).value
    narrow(view.right, in: &environment) { type in
      guard self.typeKind(type) == .union else {
        // A property that the type does not know is there from now on.
        if assume, self.isObjectType(type) || type == .object, self.getProperty(type, name) == nil { return .unresolved }
        return type
      }
      let parts = self.arena[type].list
      let known = parts.contains { self.isObjectType($0) && self.getProperty($0, name) != nil }
      guard known else { return assume ? .unresolved : type }
      return self.filter(type) { part in
        guard self.isObjectType(part) else { return true }
        guard let property = self.getProperty(part, name) else { return !assume || self.getMembers(part).stringIndex != nil }
        return assume || property.flags.contains(.optional)
      }
    }
  }
}
