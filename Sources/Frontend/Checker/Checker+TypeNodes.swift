import Syntax

/// From the syntax of types to types.
extension Checker {
  /// The type that `node` of the current file writes, with type parameters replaced by `mapper`.
  func getTypeFromTypeNode(_ node: NodeID, _ mapper: MapperID = .identity) -> TypeID {
    guard node.exists else { return .unresolved }
    let cacheKey = key(node)
    if mapper == .identity, let known = typeNodeCache[cacheKey] { return known }
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { return .unresolved }
    let type = resolveTypeNode(node, mapper)
    if mapper == .identity { typeNodeCache[cacheKey] = type }
    return type
  }

  private func resolveTypeNode(_ id: NodeID, _ mapper: MapperID) -> TypeID {
    let node = tree[id]
    switch node.kind {
    case .keywordType: return keywordType(KeywordType(node: node).keyword)
    case .parenthesizedType: return getTypeFromTypeNode(ParenthesizedType(node: node).type, mapper)
    case .typeReference: return resolveTypeReference(id, TypeReference(node: node), mapper)
    case .literalType: return literalType(LiteralType(node: node).literal)
    case .nullLiteral, .stringLiteral, .numericLiteral, .trueLiteral, .falseLiteral: return literalType(id)
    case .arrayType: return arrayType(getTypeFromTypeNode(ArrayType(node: node).element, mapper))
    case .tupleType: return tupleType(TupleType(node: node), mapper)
    case .unionType:
      return arena.union(tree[UnionType(node: node).types].map { getTypeFromTypeNode($0, mapper) })
    case .intersectionType:
      return intersection(tree[IntersectionType(node: node).types].map { getTypeFromTypeNode($0, mapper) })
    case .typeLiteral, .functionType, .constructorType:
      return anonymousType(id, mapper)
    case .typeOperator:
      let view = TypeOperator(node: node)
      switch view.operator {
      case .keyof: return keyof(getTypeFromTypeNode(view.type, mapper))
      case .unique: return .symbol
      case .readonly:
        let type = getTypeFromTypeNode(view.type, mapper)
        return readonlyVersion(type)
      }
    case .indexedAccessType:
      let view = IndexedAccessType(node: node)
      return indexedAccess(getTypeFromTypeNode(view.object, mapper), getTypeFromTypeNode(view.index, mapper))
    case .thisType: return thisTypeAt(id, mapper)
    case .typeQuery: return typeQuery(TypeQuery(node: node))
    case .typePredicate: return tree.flags(id).contains(.asserts) ? .void : .boolean
    case .templateLiteralType: return .string
    case .mappedType: return mappedType(id, MappedType(node: node), mapper)
    case .conditionalType: return conditionalType(ConditionalType(node: node), mapper)
    case .inferType: return getTypeFromTypeParameter(InferType(node: node).typeParameter)
    case .optionalType: return getTypeFromTypeNode(OptionalType(node: node).type, mapper)
    case .namedTupleMember: return getTypeFromTypeNode(NamedTupleMember(node: node).type, mapper)
    default: return .unresolved
    }
  }

  private func keywordType(_ keyword: TypeKeyword) -> TypeID {
    switch keyword {
    case .any: return .any
    case .unknown: return .unknown
    case .never: return .never
    case .void: return .void
    case .undefined: return .undefined
    case .null: return .null
    case .string: return .string
    case .number: return .number
    case .boolean: return .boolean
    case .bigint: return .bigint
    case .symbol: return .symbol
    case .object: return .object
    case .intrinsic: return .unresolved
    }
  }

  private func literalType(_ id: NodeID) -> TypeID {
    let node = tree[id]
    switch node.kind {
    case .stringLiteral: return arena.string(StringLiteral(node: node).value)
    case .numericLiteral: return arena.number(tree[NumericLiteral(node: node).number])
    case .bigIntLiteral: return arena.intern(.bigintLiteral, node.a)
    case .trueLiteral: return .true
    case .falseLiteral: return .false
    case .nullLiteral: return .null
    case .prefixUnaryExpression:
      let operand = tree[PrefixUnaryExpression(node: node).operand]
      return operand.kind == .numericLiteral ? arena.number(-tree[NumericLiteral(node: operand).number]) : .unresolved
    case .templateExpression:
      let elements = tree[TemplateExpression(node: node).elements]
      return elements.count == 1 ? arena.string(TemplateElement(tree, elements[0]).cooked) : .string
    default: return .unresolved
    }
  }

  /// An object or function type of the syntax: resolved when its members are asked for.
  func anonymousType(_ node: NodeID, _ mapper: MapperID) -> TypeID {
    let outer = typeParameters(at: node)
    let restricted = restrict(mapper, to: outer)
    let base: TypeID
    let cacheKey = key(node) | 1 << 63
    if let known = typeNodeCache[cacheKey] {
      base = known
    } else {
      base = arena.addAnonymous(.node(node, file, .identity), generic: !outer.isEmpty)
      typeNodeCache[cacheKey] = base
    }
    return restricted == .identity ? base : instantiate(base, restricted)
  }

  // MARK: References

  private func resolveTypeReference(_ id: NodeID, _ view: TypeReference, _ mapper: MapperID) -> TypeID {
    let name = view.typeName
    let arguments = view.typeArguments.raw == 0 ? [] : tree[view.typeArguments].map { getTypeFromTypeNode($0, mapper) }
    guard tree.kind(name) == .identifier else {
      guard let symbol = resolveQualifiedType(name) else { return .unresolved }
      return typeReference(to: symbol, arguments, at: id, mapper)
    }
    guard var symbol = symbol(name) else {
      let text = interner.string(Identifier(tree, name).name)
      if program.globalScope != nil, text != "const" { report(.cannotFindName, [text], at: name) }
      return .unresolved
    }
    if program[symbol].kind == .importBinding {
      guard let target = program.importedTypes[symbol] else { return .unresolved }
      symbol = target
    }
    return typeReference(to: symbol, arguments, at: id, mapper)
  }

  /// The symbol of `A.B.C` as a type.
  private func resolveQualifiedType(_ node: NodeID) -> SymbolID? {
    let view = QualifiedName(tree, node)
    let name = Identifier(tree, view.right).name
    switch resolveNamespace(view.left) {
    case .symbol(let owner):
      return program.namespaceTypes[owner]?[name] ?? program.namespaceMembers[owner]?[name]
    case .module(let file): return program.exportedTypes[Int(file.raw)][name]
    case nil: return nil
    }
  }

  /// What the left side of a qualified name is.
  enum NamespaceTarget {
    case symbol(SymbolID)
    case module(FileID)
  }

  func resolveNamespace(_ node: NodeID) -> NamespaceTarget? {
    if tree.kind(node) == .qualifiedName {
      let view = QualifiedName(tree, node)
      let name = Identifier(tree, view.right).name
      guard case .symbol(let owner)? = resolveNamespace(view.left) else { return nil }
      return (program.namespaceTypes[owner]?[name] ?? program.namespaceMembers[owner]?[name]).map { .symbol($0) }
    }
    guard let symbol = symbol(node) else { return nil }
    guard program[symbol].kind == .importBinding else { return .symbol(symbol) }
    switch program.imports[symbol] {
    case .namespace(let file): return .module(file)
    case .symbol(let target): return .symbol(target)
    default: return program.importedTypes[symbol].map { .symbol($0) }
    }
  }

  /// The type that `symbol` names, given type arguments.
  func typeReference(to symbol: SymbolID, _ arguments: [TypeID], at node: NodeID = .none, _ mapper: MapperID = .identity) -> TypeID {
    let info = program[symbol]
    switch info.kind {
    case .class, .selfName:
      return reference(symbol, fill(arguments, symbol))
    case .enum: return enumType(symbol)
    case .const where graph[info.file].tree.kind(info.declaration) == .enumMember: return arena.intern(.enumMember, symbol.raw)
    case .namespace: return .unresolved
    default: break
    }
    switch graph[info.file].tree.kind(info.declaration) {
    case .typeParameter:
      let parameter = arena.intern(.typeParameter, symbol.raw)
      return arena.lookup(parameter, mapper) ?? parameter
    case .typeAliasDeclaration: return aliasType(symbol, arguments)
    case .interfaceDeclaration:
      let name = info.name
      if info.scope == program.globalScope, name == names.array || name == names.readonlyArray, arguments.isEmpty {
        return reference(symbol, [.unresolved])
      }
      return reference(symbol, fill(arguments, symbol))
    case .moduleDeclaration:
      // A namespace merged with an interface.
      for declaration in info.declarations where graph[info.file].tree.kind(declaration) == .interfaceDeclaration {
        return reference(symbol, fill(arguments, symbol))
      }
      return .unresolved
    case .importSpecifier, .identifier: return .unresolved
    default: return .unresolved
    }
  }

  func getTypeFromTypeParameter(_ node: NodeID) -> TypeID {
    guard let symbol = symbol(node) else { return .unresolved }
    return arena.intern(.typeParameter, symbol.raw)
  }

  /// The declared type parameters of a class, interface, alias or function symbol.
  func typeParameters(of symbol: SymbolID) -> [TypeID] {
    let info = program[symbol]
    return within(info.file) {
      // Merged declarations repeat their parameters; the first that has any gives them.
      for declaration in info.declarations {
        let node = tree[declaration]
        switch node.kind {
        case .classDeclaration, .classExpression, .interfaceDeclaration, .typeAliasDeclaration:
          let list = tree[ListID(node.b)].map { getTypeFromTypeParameter(TypeParameter(tree, $0).name) }
          if !list.isEmpty { return list }
        default: continue
        }
      }
      return []
    }
  }

  /// For merged interfaces: parameters of every declaration, in order, mapped to the first one's.
  func parameterAliases(of symbol: SymbolID, declaration: NodeID) -> [TypeID] {
    let node = tree[declaration]
    switch node.kind {
    case .classDeclaration, .classExpression, .interfaceDeclaration:
      return tree[ListID(node.b)].map { getTypeFromTypeParameter(TypeParameter(tree, $0).name) }
    default: return []
    }
  }

  /// Completes type arguments by the parameters' defaults.
  func fill(_ arguments: [TypeID], _ symbol: SymbolID) -> [TypeID] {
    let parameters = typeParameters(of: symbol)
    if arguments.count == parameters.count { return arguments }
    var result = Array(arguments.prefix(parameters.count))
    while result.count < parameters.count {
      let parameter = parameters[result.count]
      let known = arena.mapper(zip(parameters, result).map { ($0, $1) })
      result.append(defaultType(of: parameter).map { instantiate($0, known) } ?? .unresolved)
    }
    return result
  }

  func constraint(of parameter: TypeID) -> TypeID? {
    let type = arena[parameter]
    guard type.kind == .typeParameter else { return nil }
    let info = program[SymbolID(type.payload)]
    return within(info.file) {
      let view = TypeParameter(tree, info.declaration)
      if tree.kind(parent(info.declaration)) == .mappedType { return .unresolved }
      return view.constraint.exists ? getTypeFromTypeNode(view.constraint) : nil
    }
  }

  func defaultType(of parameter: TypeID) -> TypeID? {
    let info = program[SymbolID(arena[parameter].payload)]
    return within(info.file) {
      let view = TypeParameter(tree, info.declaration)
      return view.defaultType.exists ? getTypeFromTypeNode(view.defaultType) : nil
    }
  }

  func reference(_ symbol: SymbolID, _ arguments: [TypeID]) -> TypeID {
    arena.intern(.reference, symbol.raw, arguments)
  }

  /// The reference to a global interface such as `Array`; nil without the library.
  func globalType(_ name: Name, _ arguments: [TypeID] = []) -> TypeID? {
    guard let scope = program.globalScope else { return nil }
    guard let symbol = program[scope].types[name] ?? program[scope].symbols[name],
      program[symbol].flags.contains(.hasTypeMeaning)
    else { return nil }
    return typeReference(to: symbol, arguments)
  }

  func arrayType(_ element: TypeID) -> TypeID { globalType(names.array, [element]) ?? .unresolved }

  func readonlyVersion(_ type: TypeID) -> TypeID {
    if arena.kind(type) == .tuple {
      var shape = arena.tuples[Int(arena[type].payload)]
      shape.isReadonly = true
      return arena.tuple(arena[type].list, shape)
    }
    if let element = arrayElement(type) { return globalType(names.readonlyArray, [element]) ?? .unresolved }
    return type
  }

  /// The element type of `Array<T>` or `ReadonlyArray<T>`.
  func arrayElement(_ type: TypeID) -> TypeID? {
    let info = arena[type]
    guard info.kind == .reference, let argument = info.list.first else { return nil }
    let symbol = program[SymbolID(info.payload)]
    guard symbol.scope == program.globalScope, symbol.name == names.array || symbol.name == names.readonlyArray
    else { return nil }
    return argument
  }

  func isReadonlyArray(_ type: TypeID) -> Bool {
    let info = arena[type]
    return info.kind == .reference && program[SymbolID(info.payload)].name == names.readonlyArray
      || info.kind == .tuple && arena.tuples[Int(info.payload)].isReadonly
  }

  private func tupleType(_ view: TupleType, _ mapper: MapperID) -> TypeID {
    var elements: [TypeID] = []
    var kinds: [UInt8] = []
    for element in tree[view.elements] {
      var inner = element
      var kind: UInt8 = 0
      if tree.kind(inner) == .namedTupleMember {
        if tree.flags(inner).contains(.optional) { kind = 1 }
        if tree.flags(inner).contains(.rest) { kind = 2 }
        inner = NamedTupleMember(tree, inner).type
      }
      if tree.kind(inner) == .optionalType {
        kind = 1
        inner = OptionalType(tree, inner).type
      } else if tree.kind(inner) == .restType {
        kind = 2
        inner = RestType(tree, inner).type
      }
      let type = getTypeFromTypeNode(inner, mapper)
      if kind != 2 {
        elements.append(type)
        kinds.append(kind)
      } else if arena.kind(type) == .tuple {
        elements += arena[type].list
        kinds += arena.tuples[Int(arena[type].payload)].elements
      } else if let element = arrayElement(type) {
        elements.append(element)
        kinds.append(2)
      } else {
        return .unresolved
      }
    }
    // Rest elements before others are beyond the relations below.
    if let rest = kinds.firstIndex(of: 2), rest != kinds.count - 1 { return .unresolved }
    return arena.tuple(elements, TupleShape(elements: kinds, isReadonly: false))
  }

  private func typeQuery(_ view: TypeQuery) -> TypeID {
    switch tree.kind(view.expressionName) {
    case .identifier:
      if let symbol = symbol(view.expressionName) { return arena.regular(typeOfReference(symbol)) }
      return globalValueType(Identifier(tree, view.expressionName).name) ?? .unresolved
    case .qualifiedName:
      let name = QualifiedName(tree, view.expressionName)
      guard tree.kind(name.left) == .identifier else { return .unresolved }
      let left = symbol(name.left).map { typeOfReference($0) } ?? globalValueType(Identifier(tree, name.left).name)
      guard let left, let property = getProperty(left, Identifier(tree, name.right).name) else { return .unresolved }
      return typeOfProperty(property)
    default: return .unresolved
    }
  }

  /// `this` as a type: the parameter of the class or interface around.
  private func thisTypeAt(_ node: NodeID, _ mapper: MapperID) -> TypeID {
    var current = parent(node)
    while current.exists {
      switch tree.kind(current) {
      case .classDeclaration, .classExpression, .interfaceDeclaration:
        guard let symbol = symbol(current) else { return .unresolved }
        let parameter = arena.intern(.thisParameter, symbol.raw)
        return arena.lookup(parameter, mapper) ?? parameter
      default: current = parent(current)
      }
    }
    return .unresolved
  }

  /// The type parameters in scope at `node`, innermost first, `this` parameters included.
  func typeParameters(at node: NodeID) -> [TypeID] {
    let cacheKey = key(node)
    if let known = typeParametersAt[cacheKey] { return known }
    var result: [TypeID] = []
    var current = node
    while current.exists {
      let record = tree[current]
      switch record.kind {
      case .classDeclaration, .classExpression, .interfaceDeclaration:
        result += tree[ListID(record.b)].map { getTypeFromTypeParameter(TypeParameter(tree, $0).name) }
        if let symbol = symbol(current) { result.append(arena.intern(.thisParameter, symbol.raw)) }
      case .typeAliasDeclaration:
        result += tree[ListID(record.b)].map { getTypeFromTypeParameter(TypeParameter(tree, $0).name) }
      case .mappedType:
        result.append(getTypeFromTypeParameter(TypeParameter(tree, MappedType(node: record).typeParameter).name))
      case .conditionalType:
        if let scope = program.scope(of: current, in: file) {
          for parameter in program[scope].types.values { result.append(arena.intern(.typeParameter, parameter.raw)) }
        }
      default:
        let signature = signatureNode(of: current)
        if signature.exists {
          result += tree[Signature(tree, signature).typeParameters].map {
            getTypeFromTypeParameter(TypeParameter(tree, $0).name)
          }
        }
      }
      current = parent(current)
    }
    typeParametersAt[cacheKey] = result
    return result
  }

  /// The `signature` node of anything that has one.
  func signatureNode(of id: NodeID) -> NodeID {
    let node = tree[id]
    switch node.kind {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor, .methodSignature:
      return NodeID(node.b)
    case .arrowFunction, .constructorDeclaration, .functionType, .constructorType, .callSignature, .constructSignature:
      return NodeID(node.a)
    default: return .none
    }
  }
}
