import Syntax

/// Assignability and comparability.
extension Checker {
  func isTypeAssignableTo(_ source: TypeID, _ target: TypeID) -> Bool {
    checkTypeRelatedTo(source, target)
  }

  /// Structural assignability; recursion assumes what it is about to prove.
  func checkTypeRelatedTo(_ source: TypeID, _ target: TypeID) -> Bool {
    if source == target { return true }
    let sourceType = arena[source]
    let targetType = arena[target]
    if let simple = simpleRelation(source, sourceType, target, targetType) { return simple }
    let cacheKey = UInt64(source.raw) << 32 | UInt64(target.raw)
    if let known = relations[cacheKey] { return known }
    // Endless structures are taken to be related, as TypeScript does past a depth.
    guard relationDepth < 60, assumed.insert(cacheKey).inserted else { return true }
    relationDepth += 1
    let result = structuralRelation(source, sourceType, target, targetType)
    relationDepth -= 1
    assumed.remove(cacheKey)
    // A positive answer under an assumption is only certain once the assumption is.
    if relationDepth == 0 || !result { relations[cacheKey] = result }
    return result
  }

  /// The answers that need no members; nil for the others.
  private func simpleRelation(_ source: TypeID, _ s: Type, _ target: TypeID, _ t: Type) -> Bool? {
    if s.kind == .any { return t.kind != .never || source == .unresolved }
    if t.kind == .any || t.kind == .unknown || s.kind == .never { return true }
    if t.kind == .never { return s.isGeneric && s.kind != .typeParameter }
    if s.kind == .unknown { return t.isGeneric && t.kind != .typeParameter }
    if s.isFresh { return checkTypeRelatedTo(arena.regular(source), target) }
    if t.isFresh { return checkTypeRelatedTo(source, arena.regular(target)) }
    switch (s.kind, t.kind) {
    case (.undefined, .void): return true
    case (.stringLiteral, .string), (.numberLiteral, .number), (.bigintLiteral, .bigint): return true
    case (.enumMember, .number): return !isStringEnumMember(SymbolID(s.payload))
    case (.enumMember, .string): return isStringEnumMember(SymbolID(s.payload))
    case (.number, .enumMember): return !isStringEnumMember(SymbolID(t.payload))
    case (.numberLiteral, .enumMember):
      guard case .number(let value)? = enumValue(SymbolID(t.payload)) else { return true }
      return value == arena.numbers[Int(s.payload)]
    case (.enumMember, .enumMember): return false
    default: break
    }
    // Generic operators are beyond the relation.
    for kind in [s.kind, t.kind] where kind == .keyof || kind == .indexedAccess || kind == .application { return true }
    if s.kind == .union { return nil }
    if isPrimitive(source) {
      if isPrimitive(target) { return false }
      if t.kind == .object || t.kind == .tuple { return false }
      if s.kind == .null || s.kind == .undefined || s.kind == .void, t.kind != .union { return false }
    }
    if isPrimitive(target), s.kind == .reference || s.kind == .anonymous || s.kind == .tuple || s.kind == .object { return false }
    if t.kind == .object { return s.kind == .typeParameter ? nil : isObjectType(source) || s.kind == .thisParameter }
    return nil
  }

  private func structuralRelation(_ source: TypeID, _ s: Type, _ target: TypeID, _ t: Type) -> Bool {
    if s.kind == .union { return s.list.allSatisfy { checkTypeRelatedTo($0, target) } }
    if t.kind == .union {
      if t.list.contains(where: { checkTypeRelatedTo(source, $0) }) { return true }
      if s.kind == .intersection { return s.list.contains { checkTypeRelatedTo($0, target) } }
      if s.kind == .typeParameter, let constraint = constraint(of: source) { return checkTypeRelatedTo(constraint, target) }
      return isRelatedToDiscriminatedUnion(source, t.list)
    }
    if t.kind == .intersection { return t.list.allSatisfy { checkTypeRelatedTo(source, $0) } }
    if s.kind == .intersection, s.list.contains(where: { checkTypeRelatedTo($0, target) }) { return true }
    if s.kind == .typeParameter {
      if t.kind == .typeParameter || t.kind == .thisParameter {
        guard let constraint = constraint(of: source) else { return false }
        return arena.kind(constraint) == .any || checkTypeRelatedTo(constraint, target)
      }
      if target == .emptyObject { return constraint(of: source).map { checkTypeRelatedTo($0, target) } ?? false }
      return constraint(of: source).map { checkTypeRelatedTo($0, target) } ?? false
    }
    if t.kind == .typeParameter || t.kind == .thisParameter { return s.kind == .thisParameter || t.kind == .thisParameter }
    if s.kind == .thisParameter {
      let symbol = SymbolID(s.payload)
      return checkTypeRelatedTo(reference(symbol, typeParameters(of: symbol)), target)
    }
    if s.kind == .tuple, t.kind == .tuple { return isTupleRelated(s, t) }
    if t.kind == .tuple { return false }
    if s.kind == .reference, t.kind == .reference, s.payload == t.payload {
      if zip(s.list, t.list).allSatisfy({ checkTypeRelatedTo($0, $1) }) { return true }
      // Arrays are covariant, so that nothing more can be found.
      if arrayElement(source) != nil { return false }
    }
    if let element = arrayElement(target) {
      if isReadonlyArray(source), !isReadonlyArray(target) { return false }
      if let own = arrayElement(source) { return checkTypeRelatedTo(own, element) }
      if s.kind == .tuple { return s.list.allSatisfy { checkTypeRelatedTo($0, element) } }
    }
    return areMembersRelated(source, target)
  }

  /// Whether a value fits a union by its discriminant though it fits no member alone: beyond this checker, so
  /// that only sources that cannot fit are refused.
  private func isRelatedToDiscriminatedUnion(_ source: TypeID, _ targets: [TypeID]) -> Bool {
    guard isObjectType(source) else { return false }
    let own = getMembers(source)
    guard let split = own.properties.first(where: { arena.kind(typeOfProperty($0)) == .union && arena[typeOfProperty($0)].list.count <= 25 })
    else { return false }
    // Each value of one union-typed property must find a target.
    return arena[typeOfProperty(split)].list.allSatisfy { part in
      var copy = own
      var property = split
      property.type = part
      copy.add(property)
      let variant = arena.addAnonymous(.members(copy), generic: false)
      return targets.contains { isObjectType($0) && checkTypeRelatedTo(variant, $0) }
    }
  }

  private func isTupleRelated(_ s: Type, _ t: Type) -> Bool {
    let from = arena.tuples[Int(s.payload)]
    let to = arena.tuples[Int(t.payload)]
    if from.isReadonly && !to.isReadonly { return false }
    for (index, kind) in to.elements.enumerated() {
      if kind == 2 {
        for rest in s.list.dropFirst(index) where !checkTypeRelatedTo(rest, t.list[index]) { return false }
        return true
      }
      guard index < s.list.count, from.elements[index] != 2 else {
        if kind == 1 { continue }
        return false
      }
      if kind == 0 && from.elements[index] == 1 { return false }
      let target = kind == 1 ? arena.union([t.list[index], .undefined]) : t.list[index]
      if !checkTypeRelatedTo(s.list[index], target) { return false }
    }
    return s.list.count <= to.elements.count
  }

  private func areMembersRelated(_ source: TypeID, _ target: TypeID) -> Bool {
    if let function = globalType(names.function), target == function {
      let own = getMembers(source)
      return !own.call.isEmpty || !own.construct.isEmpty || own.isIncomplete
    }
    let from = getMembers(source)
    let to = getMembers(target)
    if from.isIncomplete || to.isIncomplete { return true }
    for property in to.properties {
      guard let own = from.property(property.name) ?? (property.owner == nil ? getProperty(source, property.name) : nil) else {
        if property.flags.contains(.optional) { continue }
        return false
      }
      if !isPropertyRelated(own, property) { return false }
    }
    if !to.call.isEmpty || !to.construct.isEmpty {
      guard areSignaturesRelated(from.call, to.call), areSignaturesRelated(from.construct, to.construct) else { return false }
    }
    if let index = to.stringIndex {
      if let own = from.stringIndex { return checkTypeRelatedTo(own, index) }
      // Only types without a declaration of their own have an implicit index signature.
      guard arena.kind(source) == .anonymous || arena.kind(source) == .intersection else { return arena.kind(index) == .any }
      return from.properties.allSatisfy { checkTypeRelatedTo(readType($0), index) }
    }
    if let index = to.numberIndex {
      if let own = from.numberIndex ?? from.stringIndex { return checkTypeRelatedTo(own, index) }
      return arena.kind(source) == .anonymous
    }
    return true
  }

  private func isPropertyRelated(_ own: Property, _ other: Property) -> Bool {
    if other.flags.contains(.private) || other.flags.contains(.protected) || own.flags.contains(.private) {
      // Private members make a class nominal.
      return own.owner == other.owner && own.name == other.name || own.flags.contains(.protected) && other.flags.contains(.protected)
    }
    if own.flags.contains(.optional) && !other.flags.contains(.optional) { return false }
    let type = typeOfProperty(own)
    let expected = other.flags.contains(.optional) ? arena.union([typeOfProperty(other), .undefined]) : typeOfProperty(other)
    return checkTypeRelatedTo(own.flags.contains(.optional) ? filter(type) { $0 != .undefined } : type, expected)
  }

  /// Every target signature must find a source signature.
  private func areSignaturesRelated(_ sources: [SignatureID], _ targets: [SignatureID]) -> Bool {
    targets.allSatisfy { target in sources.contains { isSignatureRelated($0, target) } }
  }

  func isSignatureRelated(_ source: SignatureID, _ target: SignatureID) -> Bool {
    var s = signatures[Int(source.raw)]
    let t = signatures[Int(target.raw)]
    var returned = returnType(source)
    if !s.typeParameters.isEmpty {
      // A generic function fits if it fits for some arguments; unknown ones stand for those.
      let open = arena.mapper(s.typeParameters.map { ($0, .unresolved) })
      let instance = instantiateSignature(source, open)
      s = signatures[Int(instance.raw)]
      returned = instantiate(returned, open)
    }
    var expected = returnType(target)
    var targetParameters = t
    if !t.typeParameters.isEmpty {
      let open = arena.mapper(t.typeParameters.map { ($0, .unresolved) })
      targetParameters = signatures[Int(instantiateSignature(target, open).raw)]
      expected = instantiate(expected, open)
    }
    let available = t.hasRest ? Int.max : t.parameters.count
    if s.minimum > available { return false }
    let count = max(s.parameters.count, min(t.parameters.count, s.hasRest ? t.parameters.count : s.parameters.count))
    for index in 0..<count {
      guard let own = parameterType(s, index), let other = parameterType(targetParameters, index) else { break }
      if checkTypeRelatedTo(other, own) { continue }
      // Optional parameters admit undefined only on their own side.
      let bare = filter(other) { $0 != .undefined }
      if checkTypeRelatedTo(bare, own) { continue }
      if (s.isMethod || t.isMethod), checkTypeRelatedTo(own, other) { continue }
      return false
    }
    if expected == .void { return true }
    if t.predicate != nil, !t.predicate!.asserts, s.predicate == nil, returned != .unresolved { return false }
    return checkTypeRelatedTo(returned, expected)
  }

  // MARK: Comparability

  /// Whether values of the two types can be equal, as `===` and casts ask.
  func areTypesComparable(_ a: TypeID, _ b: TypeID) -> Bool {
    let left = arena.regular(a)
    let right = arena.regular(b)
    if isTypeAssignableTo(left, right) || isTypeAssignableTo(right, left) { return true }
    for x in arena.constituents(left) {
      for y in arena.constituents(right) {
        if isTypeAssignableTo(x, y) || isTypeAssignableTo(y, x) { return true }
        if arena[x].isGeneric || arena[y].isGeneric { return true }
        if isObjectType(x) && isObjectType(y) && areObjectsComparable(x, y) { return true }
        let kinds = (arena.kind(x), arena.kind(y))
        if kinds.0 == .enumMember && kinds.1 == .enumMember, x != y { continue }
      }
    }
    return false
  }

  /// Objects compare unless a common property rules it out.
  private func areObjectsComparable(_ a: TypeID, _ b: TypeID) -> Bool {
    let left = getMembers(a)
    let right = getMembers(b)
    if left.isIncomplete || right.isIncomplete { return true }
    for (from, to) in [(left, right), (right, left)] {
      let fits = to.properties.allSatisfy { property in
        guard let own = from.property(property.name) else { return property.flags.contains(.optional) }
        return relationDepth > 20 || areTypesComparable(typeOfProperty(own), typeOfProperty(property))
      }
      if fits { return true }
    }
    return false
  }

  // MARK: Sets of types

  /// The constituents of `type` for which `keep` holds.
  func filter(_ type: TypeID, _ keep: (TypeID) -> Bool) -> TypeID {
    if arena.kind(type) == .union {
      let kept = arena[type].list.filter(keep)
      return kept.count == arena[type].list.count ? type : arena.union(kept)
    }
    return keep(type) ? type : .never
  }

  func nonNullable(_ type: TypeID) -> TypeID {
    if type == .unknown { return .emptyObject }
    return filter(type) { $0 != .undefined && $0 != .null && $0 != .void }
  }

  /// Literal types of expressions become their base types, as for `let`.
  func widen(_ type: TypeID) -> TypeID {
    let info = arena[type]
    switch info.kind {
    case .union:
      guard info.list.contains(where: { arena[$0].isFresh }) else { return type }
      return arena.union(info.list.map { widen($0) })
    default: return info.isFresh ? baseOfLiteral(type) : type
    }
  }

  /// The primitive type that a literal type belongs to.
  func baseOfLiteral(_ type: TypeID) -> TypeID {
    let info = arena[type]
    switch info.kind {
    case .stringLiteral: return .string
    case .numberLiteral: return .number
    case .bigintLiteral: return .bigint
    case .booleanLiteral: return .boolean
    case .enumMember: return enumOfMember(SymbolID(info.payload)).map { enumType($0) } ?? .unresolved
    case .union: return arena.union(info.list.map { baseOfLiteral($0) })
    default: return type
    }
  }
}
