import Syntax

/// Aliases, intersections, `keyof`, indexed access, mapped and conditional types, and substitution.
extension Checker {
  // MARK: Aliases

  /// The type of an alias under type arguments.
  func aliasType(_ symbol: SymbolID, _ given: [TypeID]) -> TypeID {
    let info = program[symbol]
    let parameters = typeParameters(of: symbol)
    let arguments = fill(given, symbol)
    if info.scope == program.globalScope, let result = utilityType(interner.string(info.name), symbol, arguments) {
      return result
    }
    return within(info.file) {
      let node = TypeAliasDeclaration(tree, info.declaration).type
      if parameters.isEmpty {
        if let known = declaredTypes[symbol] { return known }
        // An alias that needs itself before it is known is beyond this checker.
        guard resolvingAliases.insert(symbol).inserted else { return .unresolved }
        defer { resolvingAliases.remove(symbol) }
        let type = getTypeFromTypeNode(node)
        nameType(type, symbol, [])
        declaredTypes[symbol] = type
        return type
      }
      let application = arena.intern(.application, symbol.raw, arguments)
      if let known = aliasApplications[application] { return known }
      let isSelf = arguments == parameters
      guard resolvingAliases.insert(symbol).inserted || !isSelf, resolvingAliases.count < 50, instantiationDepth < 20 else {
        return .unresolved
      }
      instantiationDepth += 1
      defer {
        instantiationDepth -= 1
        resolvingAliases.remove(symbol)
      }
      let kind = tree.kind(node)
      let deferrable = kind == .mappedType || kind == .conditionalType
      if deferrable, arguments.contains(where: { arena[$0].isGeneric }) { return application }
      aliasApplications[application] = deferrable ? .unresolved : nil
      let type = getTypeFromTypeNode(node, arena.mapper(zip(parameters, arguments).map { ($0, $1) }))
      aliasApplications[application] = type
      nameType(type, symbol, arguments)
      return type
    }
  }

  /// Lets `type` print under the alias that declared it.
  private func nameType(_ type: TypeID, _ symbol: SymbolID, _ arguments: [TypeID]) {
    switch arena.kind(type) {
    case .union, .anonymous, .intersection:
      guard type != .boolean, type != .emptyObject, arena[type].alias == nil else { return }
      arena[type].alias = symbol
      arena[type].aliasArguments = arguments
    default: break
    }
  }

  /// The utility types of the library, whose declarations would need the whole of TypeScript's type language.
  private func utilityType(_ name: String, _ symbol: SymbolID, _ arguments: [TypeID]) -> TypeID? {
    let supported: Set<String> = [
      "Partial", "Required", "Readonly", "Pick", "Omit", "Record", "Exclude", "Extract", "NonNullable", "ReturnType",
      "Parameters", "ConstructorParameters", "InstanceType", "Awaited", "Uppercase", "Lowercase", "Capitalize",
      "Uncapitalize", "NoInfer", "ThisType", "ThisParameterType", "OmitThisParameter",
    ]
    guard supported.contains(name), let first = arguments.first else { return nil }
    switch name {
    case "Uppercase", "Lowercase", "Capitalize", "Uncapitalize": return .string
    case "NoInfer": return first
    case "ThisType": return .emptyObject
    case "ThisParameterType", "OmitThisParameter": return .unresolved
    default: break
    }
    if arguments.contains(where: { arena[$0].isGeneric }) {
      // A record over a plain key type needs nothing of its value type.
      if name == "Record", first == .string || first == .number { return recordType(first, arguments[1]) }
      return arena.intern(.application, symbol.raw, arguments)
    }
    switch name {
    case "Partial": return mapProperties(first) { $0.flags.insert(.optional) }
    case "Required": return mapProperties(first) { $0.flags.remove(.optional) }
    case "Readonly":
      if arrayElement(first) != nil || arena.kind(first) == .tuple { return readonlyVersion(first) }
      return mapProperties(first) { $0.flags.insert(.readonly) }
    case "Pick", "Omit":
      guard let keys = literalKeys(arguments[1]) else { return .unresolved }
      return mapProperties(first, where: { keys.contains($0.name) == (name == "Pick") }) { _ in }
    case "Record": return recordType(first, arguments[1])
    case "Exclude": return filter(first) { !isTypeAssignableTo($0, arguments[1]) }
    case "Extract": return filter(first) { isTypeAssignableTo($0, arguments[1]) }
    case "NonNullable": return nonNullable(first)
    case "Awaited": return awaited(first)
    case "ReturnType", "Parameters":
      guard let signature = getMembers(first).call.last else { return .unresolved }
      if name == "ReturnType" { return returnType(signature) }
      return parametersTuple(signature)
    case "InstanceType", "ConstructorParameters":
      guard let signature = getMembers(first).construct.last else { return .unresolved }
      return name == "InstanceType" ? returnType(signature) : parametersTuple(signature)
    default: return nil
    }
  }

  private func parametersTuple(_ id: SignatureID) -> TypeID {
    let signature = signatures[Int(id.raw)]
    if signature.parameters.contains(where: { $0.type == .unresolved }) { return .unresolved }
    var kinds: [UInt8] = []
    var types: [TypeID] = []
    for (index, parameter) in signature.parameters.enumerated() {
      if parameter.isRest {
        guard let element = arrayElement(parameter.type) else { return .unresolved }
        types.append(element)
        kinds.append(2)
      } else {
        types.append(parameter.type)
        kinds.append(index >= signature.minimum ? 1 : 0)
      }
    }
    return arena.tuple(types, TupleShape(elements: kinds, isReadonly: false))
  }

  func awaited(_ type: TypeID) -> TypeID {
    let parts = arena.constituents(type).map { part -> TypeID in
      let info = arena[part]
      if info.kind == .reference, program[SymbolID(info.payload)].name == names.promise, let value = info.list.first {
        return awaited(value)
      }
      return part
    }
    return parts.isEmpty ? type : arena.union(parts)
  }

  private func recordType(_ keys: TypeID, _ value: TypeID) -> TypeID {
    var result = Members()
    for key in arena.constituents(keys) {
      switch arena.kind(key) {
      case .string: result.stringIndex = value
      case .number: result.numberIndex = value
      case .any, .symbol: result.stringIndex = value
      case .stringLiteral, .numberLiteral, .enumMember:
        guard let name = propertyName(of: key) else { return .unresolved }
        result.add(Property(name: name, flags: [], declarations: [], file: file, mapper: .identity, type: value))
      default: return .unresolved
      }
    }
    return arena.addAnonymous(.members(result), generic: arena[value].isGeneric)
  }

  /// The properties of `type` as a new type, each changed by `change`.
  private func mapProperties(
    _ type: TypeID, where keep: (Property) -> Bool = { _ in true }, _ change: (inout Property) -> Void
  ) -> TypeID {
    if type == .any || type == .unresolved || type == .unknown { return .unresolved }
    if arena.kind(type) == .union {
      return arena.union(arena[type].list.map { mapProperties($0, where: keep, change) })
    }
    guard isObjectType(type) else { return type }
    let source = getMembers(type)
    if source.isIncomplete { return .unresolved }
    var result = Members()
    for property in source.properties where keep(property) {
      var copy = property
      copy.type = typeOfProperty(property)
      change(&copy)
      result.add(copy)
    }
    result.stringIndex = source.stringIndex
    result.numberIndex = source.numberIndex
    return arena.addAnonymous(.members(result), generic: false)
  }

  /// The names in a union of literals; nil for anything else.
  private func literalKeys(_ type: TypeID) -> Set<Name>? {
    var result: Set<Name> = []
    for part in arena.constituents(type) {
      guard let name = propertyName(of: part) else { return nil }
      result.insert(name)
    }
    return result
  }

  /// The property that a literal type names.
  func propertyName(of type: TypeID) -> Name? {
    let info = arena[type]
    switch info.kind {
    case .stringLiteral: return Name(info.payload)
    case .numberLiteral: return interner.intern(numberText(arena.numbers[Int(info.payload)]))
    case .enumMember:
      switch enumValue(SymbolID(info.payload)) {
      case .string(let name): return name
      case .number(let value): return interner.intern(numberText(value))
      case nil: return nil
      }
    default: return nil
    }
  }

  func numberText(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  // MARK: Intersections

  func intersection(_ types: [TypeID]) -> TypeID {
    var flat: [TypeID] = []
    for type in types {
      switch arena.kind(type) {
      case .any: return type
      case .never: return .never
      case .unknown: continue
      case .intersection: for part in arena[type].list where !flat.contains(part) { flat.append(part) }
      default: if !flat.contains(type) { flat.append(type) }
      }
    }
    if flat.isEmpty { return .unknown }
    if flat.count == 1 { return flat[0] }
    // Unions distribute, so that narrowing and members see alternatives.
    if let index = flat.firstIndex(where: { arena.kind($0) == .union }) {
      let rest = flat.enumerated().filter { $0.offset != index }.map(\.element)
      let parts = arena[flat[index]].list
      if parts.count > 64 { return .unresolved }
      return arena.union(parts.map { intersection([$0] + rest) })
    }
    let primitives = flat.filter { isPrimitive($0) }
    if primitives.count > 1 {
      var result = primitives[0]
      for other in primitives.dropFirst() {
        if isTypeAssignableTo(other, result) { result = other } else if !isTypeAssignableTo(result, other) { return .never }
      }
      flat = flat.filter { !isPrimitive($0) } + [result]
      if flat.count == 1 { return result }
    }
    if primitives.contains(.null) || primitives.contains(.undefined) || primitives.contains(.void) { return .never }
    // `string & {}` is a string.
    if !primitives.isEmpty { flat = flat.filter { $0 != .emptyObject } }
    if flat.count == 1 { return flat[0] }
    return arena.intern(.intersection, 0, flat)
  }

  func isPrimitive(_ type: TypeID) -> Bool {
    switch arena.kind(type) {
    case .void, .undefined, .null, .string, .number, .bigint, .symbol, .booleanLiteral, .stringLiteral, .numberLiteral,
      .bigintLiteral, .enumMember:
      return true
    default: return false
    }
  }

  func isObjectType(_ type: TypeID) -> Bool {
    switch arena.kind(type) {
    case .reference, .anonymous, .tuple, .intersection: return true
    default: return false
    }
  }

  // MARK: keyof and T[K]

  func keyof(_ type: TypeID) -> TypeID {
    let info = arena[type]
    switch info.kind {
    case .any, .unknown: return info.kind == .any ? .unresolved : .never
    case .typeParameter, .thisParameter, .keyof, .indexedAccess, .application: return arena.intern(.keyof, 0, [type])
    case .union: return .unresolved
    case .reference, .anonymous, .intersection:
      let source = getMembers(type)
      if source.isIncomplete || arrayElement(type) != nil { return .unresolved }
      var keys: [TypeID] = source.properties.filter { $0.flags.isDisjoint(with: [.private, .protected]) }.map { arena.string($0.name) }
      if source.stringIndex != nil { keys += [.string, .number] }
      if source.numberIndex != nil { keys.append(.number) }
      return arena.union(keys)
    default: return .unresolved
    }
  }

  func indexedAccess(_ object: TypeID, _ index: TypeID) -> TypeID {
    if arena[object].kind == .any || arena[index].kind == .any { return .unresolved }
    if needsDeferral(object) || needsDeferral(index) { return arena.intern(.indexedAccess, 0, [object, index]) }
    if arena.kind(object) == .union {
      return arena.union(arena[object].list.map { indexedAccess($0, index) })
    }
    var parts: [TypeID] = []
    for key in arena.constituents(index) {
      if let name = propertyName(of: key), let property = getProperty(object, name) {
        parts.append(typeOfProperty(property))
      } else if let type = indexType(object, key) {
        parts.append(type)
      } else {
        return .unresolved
      }
    }
    return parts.isEmpty ? .never : arena.union(parts)
  }

  private func needsDeferral(_ type: TypeID) -> Bool {
    switch arena.kind(type) {
    case .typeParameter, .thisParameter, .keyof, .indexedAccess, .application: return true
    case .union, .intersection: return arena[type].list.contains { needsDeferral($0) }
    default: return false
    }
  }

  // MARK: Mapped and conditional types

  func mappedType(_ id: NodeID, _ view: MappedType, _ mapper: MapperID) -> TypeID {
    let parameterNode = TypeParameter(tree, view.typeParameter)
    let parameter = getTypeFromTypeParameter(parameterNode.name)
    guard parameterNode.constraint.exists, view.nameType.isNone else { return .unresolved }
    let flags = tree.flags(id)
    // A homomorphic mapping keeps the modifiers of the type that it maps.
    var source: TypeID?
    if tree.kind(parameterNode.constraint) == .typeOperator {
      let type = getTypeFromTypeNode(TypeOperator(tree, parameterNode.constraint).type, mapper)
      if arrayElement(type) != nil || arena.kind(type) == .tuple || arena.kind(type) == .union || isPrimitive(type) {
        return .unresolved
      }
      source = type
    }
    let keys = getTypeFromTypeNode(parameterNode.constraint, mapper)
    if arena[keys].isGeneric || arena.kind(keys) == .any { return .unresolved }
    var result = Members()
    for key in arena.constituents(keys) {
      let inner = compose(mapper, [(parameter, key)])
      let value = view.type.exists ? getTypeFromTypeNode(view.type, inner) : .any
      if let name = propertyName(of: key) {
        var propertyFlags: Property.Flags = []
        if let original = source.flatMap({ getProperty($0, name) }) {
          propertyFlags = original.flags.intersection([.optional, .readonly])
        }
        if flags.contains(.readonlyRemove) { propertyFlags.remove(.readonly) }
        if flags.contains(.optionalRemove) { propertyFlags.remove(.optional) }
        if flags.contains(.readonlyAdd) { propertyFlags.insert(.readonly) }
        if flags.contains(.optionalAdd) { propertyFlags.insert(.optional) }
        let type = flags.contains(.optionalRemove) ? filter(value) { $0 != .undefined } : value
        result.add(Property(name: name, flags: propertyFlags, declarations: [], file: file, mapper: .identity, type: type))
      } else if key == .string {
        result.stringIndex = value
      } else if key == .number {
        result.numberIndex = value
      } else {
        return .unresolved
      }
    }
    return arena.addAnonymous(.members(result), generic: false)
  }

  func conditionalType(_ view: ConditionalType, _ mapper: MapperID) -> TypeID {
    // The cases that need no inference; the rest is beyond this checker.
    let check = getTypeFromTypeNode(view.check, mapper)
    if arena[check].isGeneric || arena.kind(check) == .any { return .unresolved }
    if containsInfer(view.extends) { return .unresolved }
    let isDistributive: Bool = {
      guard tree.kind(view.check) == .typeReference, let name = symbol(TypeReference(tree, view.check).typeName) else { return false }
      return program[name].kind == .type && tree.kind(program[name].declaration) == .typeParameter
    }()
    let parts = isDistributive ? arena.constituents(check) : [check]
    var results: [TypeID] = []
    for part in parts {
      var inner = mapper
      if isDistributive, let name = symbol(TypeReference(tree, view.check).typeName) {
        inner = compose(mapper, [(arena.intern(.typeParameter, name.raw), part)])
      }
      let extends = getTypeFromTypeNode(view.extends, inner)
      if arena[extends].isGeneric || extends == .unresolved { return .unresolved }
      results.append(getTypeFromTypeNode(isTypeAssignableTo(part, extends) ? view.whenTrue : view.whenFalse, inner))
    }
    return results.isEmpty ? .never : arena.union(results)
  }

  private func containsInfer(_ node: NodeID) -> Bool {
    if tree.kind(node) == .inferType { return true }
    var found = false
    tree.forEachChild(tree[node]) { if containsInfer($0) { found = true } }
    return found
  }

  // MARK: Substitution

  /// `mapper` with `pairs` put before it.
  func compose(_ mapper: MapperID, _ pairs: [(from: TypeID, to: TypeID)]) -> MapperID {
    arena.mapper(pairs + arena.mappers[Int(mapper.raw)].filter { old in !pairs.contains { $0.from == old.from } })
  }

  /// The part of `mapper` that concerns `parameters`, in their order, so that equal substitutions are one.
  func restrict(_ mapper: MapperID, to parameters: [TypeID]) -> MapperID {
    if mapper == .identity || parameters.isEmpty { return .identity }
    return arena.mapper(parameters.compactMap { parameter in arena.lookup(parameter, mapper).map { (parameter, $0) } })
  }

  /// First `inner`, then `outer`, for the parameters that `inner` maps or leaves free.
  func chain(_ inner: MapperID, _ outer: MapperID) -> MapperID {
    if inner == .identity { return outer }
    if outer == .identity { return inner }
    let first = arena.mappers[Int(inner.raw)].map { ($0.from, instantiate($0.to, outer)) }
    let rest = arena.mappers[Int(outer.raw)].filter { pair in !first.contains { $0.0 == pair.from } }
    return arena.mapper(first.map { (from: $0.0, to: $0.1) } + rest)
  }

  /// `type` with type parameters replaced.
  func instantiate(_ type: TypeID, _ mapper: MapperID) -> TypeID {
    if mapper == .identity || !arena[type].isGeneric { return type }
    let cacheKey = UInt64(type.raw) << 32 | UInt64(mapper.raw)
    if let known = instantiations[cacheKey] { return known }
    instantiationDepth += 1
    defer { instantiationDepth -= 1 }
    if instantiationDepth > 60 { return .unresolved }
    let result = instantiateUncached(type, mapper)
    instantiations[cacheKey] = result
    return result
  }

  private func instantiateUncached(_ type: TypeID, _ mapper: MapperID) -> TypeID {
    let info = arena[type]
    switch info.kind {
    case .typeParameter, .thisParameter: return arena.lookup(type, mapper) ?? type
    case .union: return arena.union(info.list.map { instantiate($0, mapper) })
    case .intersection: return intersection(info.list.map { instantiate($0, mapper) })
    case .reference: return arena.intern(.reference, info.payload, info.list.map { instantiate($0, mapper) })
    case .tuple: return arena.tuple(info.list.map { instantiate($0, mapper) }, arena.tuples[Int(info.payload)])
    case .keyof: return keyof(instantiate(info.list[0], mapper))
    case .indexedAccess: return indexedAccess(instantiate(info.list[0], mapper), instantiate(info.list[1], mapper))
    case .application:
      return aliasType(SymbolID(info.payload), info.list.map { instantiate($0, mapper) })
    case .anonymous:
      var base = type
      var combined = mapper
      if case .instantiated(let original, let old) = arena.anonymous[Int(info.payload)] {
        base = original
        combined = chain(old, mapper)
      }
      if case .node(let node, let file, _) = arena.anonymous[Int(arena[base].payload)] {
        combined = restrict(combined, to: within(file) { typeParameters(at: node) })
      }
      if combined == .identity { return base }
      let cacheKey = UInt64(base.raw) << 32 | UInt64(combined.raw)
      if let known = instantiations[cacheKey] { return known }
      // Parameters that the mapper leaves alone may be replaced later.
      let result = arena.addAnonymous(.instantiated(base, combined), generic: true)
      if let alias = info.alias {
        arena[result].alias = alias
        arena[result].aliasArguments = info.aliasArguments.map { instantiate($0, mapper) }
      }
      instantiations[cacheKey] = result
      return result
    default: return type
    }
  }
}
