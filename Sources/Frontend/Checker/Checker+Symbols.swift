import Syntax

/// Types of variables, functions, classes and imports.
extension Checker {
  /// The declared or inferred type of a symbol's value.
  func typeOfSymbol(_ symbol: SymbolID) -> TypeID {
    if let known = contextualParameters[symbol] { return known }
    if let known = symbolTypes[Int(symbol.raw)] { return known }
    guard resolvingSymbols.insert(symbol).inserted else { return .unresolved }
    defer { resolvingSymbols.remove(symbol) }
    let info = program[symbol]
    let type = within(info.file) { computeType(symbol, info) }
    // A parameter without a type may still get one from context.
    if info.kind != .parameter || type != .unresolved { symbolTypes[Int(symbol.raw)] = type }
    return type
  }

  /// The type of a reference to `symbol`, through imports.
  func typeOfReference(_ symbol: SymbolID) -> TypeID {
    guard program[symbol].kind == .importBinding else { return typeOfSymbol(symbol) }
    return program.imports[symbol].map { typeOfExport($0) } ?? .unresolved
  }

  func typeOfExport(_ export: ResolvedExport) -> TypeID {
    switch export {
    case .symbol(let symbol): return typeOfSymbol(symbol)
    case .namespace(let file): return arena.addAnonymous(.module(file), generic: false)
    case .intrinsic: return .unresolved
    case .defaultExpression(let file):
      return detached(file) {
        for statement in tree[Program(tree, tree.root).statements] where tree.kind(statement) == .exportAssignment {
          return widen(checkExpression(ExportAssignment(tree, statement).expression))
        }
        return .unresolved
      }
    }
  }

  private func computeType(_ symbol: SymbolID, _ info: Symbol) -> TypeID {
    let declaration = info.declaration
    let node = tree[declaration]
    switch info.kind {
    case .class: return arena.addAnonymous(.classStatics(symbol), generic: false)
    case .selfName:
      if node.kind == .classExpression { return arena.addAnonymous(.classStatics(symbol), generic: false) }
      return .unresolved
    case .function, .namespace: return arena.addAnonymous(.value(symbol), generic: false)
    case .enum: return arena.addAnonymous(.value(symbol), generic: false)
    case .parameter:
      if node.kind == .parameter { return typeOfParameter(declaration) }
      return typeOfBindingElement(declaration)
    case .catchParameter: return node.kind == .catchClause && node.b != 0 ? getTypeFromTypeNode(NodeID(node.b)) : .unknown
    case .var, .let, .const:
      switch node.kind {
      case .variableDeclaration: return typeOfVariable(declaration, VariableDeclaration(node: node), info)
      case .bindingElement: return typeOfBindingElement(declaration)
      case .enumMember: return arena.intern(.enumMember, symbol.raw)
      default: return .unresolved
      }
    case .importBinding, .type: return .unresolved
    }
  }

  private func typeOfVariable(_ id: NodeID, _ view: VariableDeclaration, _ info: Symbol) -> TypeID {
    if view.type.exists { return getTypeFromTypeNode(view.type) }
    let statement = parent(id)
    let loop = parent(statement)
    switch tree.kind(loop) {
    case .forOfStatement where ForOfStatement(tree, loop).left == statement:
      return iteratedType(detached(file) { checkExpression(ForOfStatement(tree, loop).expression) })
    case .forInStatement where ForInStatement(tree, loop).left == statement: return .string
    default: break
    }
    guard view.initializer.exists else { return .unresolved }
    let type = detached(file) { checkExpression(view.initializer) }
    return widenForDeclaration(type, isConst: info.kind == .const, initializer: view.initializer)
  }

  /// The type that a variable without an annotation gets from its initializer.
  func widenForDeclaration(_ type: TypeID, isConst: Bool, initializer: NodeID) -> TypeID {
    // Variables that start as null or [] take their type from later assignments, which is beyond this checker.
    if !isConst, type == .null || type == .undefined { return .unresolved }
    if tree.kind(initializer) == .arrayLiteral, tree[ArrayLiteral(tree, initializer).elements].isEmpty { return .unresolved }
    return isConst ? type : widen(type)
  }

  /// The declared type of a parameter, from its annotation, its initializer or its context.
  func typeOfParameter(_ id: NodeID) -> TypeID {
    let view = Parameter(tree, id)
    if view.type.exists {
      let type = getTypeFromTypeNode(view.type)
      return tree.flags(id).contains(.optional) ? arena.union([type, .undefined]) : type
    }
    if let symbol = symbol(view.target), let known = contextualParameters[symbol] { return known }
    if let known = contextualPatterns[key(id)] { return known }
    if view.initializer.exists {
      let type = detached(file) { checkExpression(view.initializer) }
      return widenForDeclaration(widen(type), isConst: false, initializer: view.initializer)
    }
    return .unresolved
  }

  // MARK: Destructuring

  /// The type of the value that `pattern` takes apart.
  func typeOfPatternSource(_ pattern: NodeID) -> TypeID {
    let owner = parent(pattern)
    let node = tree[owner]
    switch node.kind {
    case .variableDeclaration:
      let view = VariableDeclaration(node: node)
      if view.type.exists { return getTypeFromTypeNode(view.type) }
      let loop = parent(parent(owner))
      if tree.kind(loop) == .forOfStatement, ForOfStatement(tree, loop).left == parent(owner) {
        return iteratedType(detached(file) { checkExpression(ForOfStatement(tree, loop).expression) })
      }
      return view.initializer.exists ? detached(file) { checkExpression(view.initializer) } : .unresolved
    case .parameter: return filter(typeOfParameter(owner)) { $0 != .undefined || !Parameter(node: node).initializer.exists }
    case .bindingElement: return bindingElementType(owner)
    default: return .unresolved
    }
  }

  private func typeOfBindingElement(_ id: NodeID) -> TypeID { widen(bindingElementType(id)) }

  /// What `element` of a pattern is bound to.
  private func bindingElementType(_ element: NodeID) -> TypeID {
    let pattern = parent(element)
    let source = typeOfPatternSource(pattern)
    return bindingType(element, pattern, source)
  }

  /// What `element` is bound to when `pattern` takes apart a value of type `source`.
  func bindingType(_ element: NodeID, _ pattern: NodeID, _ source: TypeID) -> TypeID {
    let view = BindingElement(tree, element)
    let isRest = tree.flags(element).contains(.rest)
    var type: TypeID
    if typeKind(source) == .any || source == .unknown {
      type = .unresolved
    } else if tree.kind(pattern) == .arrayPattern {
      let index = tree[ArrayPattern(tree, pattern).elements].firstIndex(of: element) ?? 0
      if isRest {
        type = typeKind(source) == .tuple ? .unresolved : arrayType(iteratedType(source))
      } else if typeKind(source) == .tuple, let property = getProperty(source, interner.intern(String(index))) {
        type = readType(property)
      } else {
        type = typeKind(source) == .tuple ? .unresolved : iteratedType(source)
      }
    } else if isRest {
      type = .unresolved
    } else {
      let nameNode = view.propertyName.exists ? view.propertyName : view.target
      if let name = memberName(nameNode), let property = getProperty(source, name) {
        type = readType(property)
      } else if let name = memberName(nameNode), let indexed = indexType(source, arena.string(name)) {
        type = indexed
      } else {
        type = .unresolved
      }
    }
    if view.initializer.exists {
      let initial = detached(file) { checkExpression(view.initializer) }
      if type != .unresolved { type = arena.union([filter(type) { $0 != .undefined }, widen(initial)]) }
      if tree.kind(view.initializer) == .arrayLiteral, tree[ArrayLiteral(tree, view.initializer).elements].isEmpty {
        type = filter(type) { $0 != .undefined }
      }
    }
    return type
  }

  // MARK: Class fields

  /// The type of a class field or parameter property.
  func typeOfPropertyDeclaration(_ id: NodeID) -> TypeID {
    let node = tree[id]
    if node.kind == .parameter { return typeOfParameter(id) }
    let view = PropertyDeclaration(node: node)
    if view.type.exists { return getTypeFromTypeNode(view.type) }
    let cacheKey = key(id) | 1 << 60
    if let known = typeNodeCache[cacheKey] { return known }
    guard view.initializer.exists, resolvingBodies.insert(cacheKey).inserted else { return .unresolved }
    defer { resolvingBodies.remove(cacheKey) }
    let type = detached(file) { checkExpression(view.initializer) }
    let isConst = node.flags.contains(.readonly)
    let result = widenForDeclaration(isConst ? arena.regular(type) : widen(type), isConst: isConst, initializer: view.initializer)
    typeNodeCache[cacheKey] = result
    return result
  }

  // MARK: Globals

  /// The type of a global value that the library declares.
  func globalValueType(_ name: Name) -> TypeID? {
    guard let scope = program.globalScope, let symbol = program[scope].symbols[name] else { return nil }
    return typeOfSymbol(symbol)
  }

  // MARK: Enums

  /// What an enum member is worth.
  enum EnumValue {
    case string(Name)
    case number(Double)
  }

  func enumType(_ symbol: SymbolID) -> TypeID {
    if let known = declaredTypes[symbol] { return known }
    let members = (program.namespaceMembers[symbol] ?? [:]).values.filter { isEnumMember($0) }
    let type = arena.union(members.map { arena.intern(.enumMember, $0.raw) })
    declaredTypes[symbol] = type
    if typeKind(type) == .union { arena[type].alias = symbol }
    return type
  }

  func isEnumMember(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    return graph[info.file].tree.kind(info.declaration) == .enumMember
  }

  /// The enum that declares a member.
  func enumOfMember(_ symbol: SymbolID) -> SymbolID? {
    let info = program[symbol]
    return program.symbol(of: program[info.scope].node, in: info.file)
  }

  func isStringEnumMember(_ symbol: SymbolID) -> Bool {
    if case .string? = enumValue(symbol) { return true }
    return false
  }

  /// Whether the object of an enum maps numbers to names.
  func hasNumericMember(_ symbol: SymbolID) -> Bool {
    constituents(enumType(symbol)).contains { typeKind($0) != .enumMember || !isStringEnumMember(SymbolID(arena[$0].payload)) }
  }

  /// The constant value of an enum member; nil if it is computed.
  func enumValue(_ symbol: SymbolID) -> EnumValue? {
    let info = program[symbol]
    return within(info.file) { () -> EnumValue? in
      let view = EnumMember(tree, info.declaration)
      if view.initializer.exists { return constantValue(view.initializer) }
      let list = tree[EnumDeclaration(tree, parent(info.declaration)).members]
      guard let index = list.firstIndex(of: info.declaration), index > 0 else { return .number(0) }
      guard let previous = self.symbol(list[index - 1]), case .number(let value)? = enumValue(previous) else { return nil }
      return .number(value + 1)
    }
  }

  private func constantValue(_ id: NodeID) -> EnumValue? {
    let node = tree[id]
    switch node.kind {
    case .numericLiteral: return .number(tree[NumericLiteral(node: node).number])
    case .stringLiteral: return .string(StringLiteral(node: node).value)
    case .parenthesizedExpression: return constantValue(NodeID(node.a))
    case .identifier:
      guard let symbol = symbol(id), isEnumMember(symbol) else { return nil }
      return enumValue(symbol)
    case .prefixUnaryExpression:
      guard case .number(let value)? = constantValue(NodeID(node.a)) else { return nil }
      switch PrefixUnaryExpression(node: node).operator {
      case .minus: return .number(-value)
      case .plus: return .number(value)
      case .bitwiseNot: return .number(Double(~Int32(truncatingIfNeeded: Int(value))))
      default: return nil
      }
    case .binaryExpression:
      guard case .number(let left)? = constantValue(NodeID(node.a)), case .number(let right)? = constantValue(NodeID(node.b)),
        abs(left) < 1e15, abs(right) < 1e15
      else { return nil }
      let (a, b) = (Int32(truncatingIfNeeded: Int(left)), Int32(truncatingIfNeeded: Int(right)))
      switch BinaryExpression(node: node).operator {
      case .add: return .number(left + right)
      case .subtract: return .number(left - right)
      case .multiply: return .number(left * right)
      case .divide: return .number(left / right)
      case .bitwiseOr: return .number(Double(a | b))
      case .bitwiseAnd: return .number(Double(a & b))
      case .bitwiseXor: return .number(Double(a ^ b))
      case .shiftLeft: return .number(Double(a << (b & 31)))
      case .shiftRight: return .number(Double(a >> (b & 31)))
      default: return nil
      }
    default: return nil
    }
  }
}
