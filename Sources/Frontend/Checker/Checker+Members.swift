import Syntax

/// Members of object types.
extension Checker {
  /// The members of `type`, which may be any type: primitives have those of their wrapper.
  func getMembers(_ type: TypeID) -> Members {
    if let known = members[type] { return known }
    guard resolvingMembers.insert(type).inserted, resolvingMembers.count < 100 else {
      return incomplete
    }
    defer { resolvingMembers.remove(type) }
    let result = resolveMembers(type)
    members[type] = result
    return result
  }

  private var incomplete: Members {
    var result = Members()
    result.isIncomplete = true
    return result
  }

  private func resolveMembers(_ type: TypeID) -> Members {
    let info = arena[type]
    switch info.kind {
    case .reference: return referenceMembers(type, SymbolID(info.payload), info.list)
    case .anonymous:
      switch arena.anonymous[Int(info.payload)] {
      case .members(let members): return members
      case .node(let node, let file, let mapper): return within(file) { nodeMembers(node, mapper) }
      case .instantiated(let base, let mapper): return instantiatedMembers(base, mapper)
      case .classStatics(let symbol): return staticMembers(symbol)
      case .value(let symbol): return valueMembers(symbol)
      case .module(let file): return moduleMembers(file)
      }
    case .tuple: return tupleMembers(type, info)
    case .intersection: return intersectionMembers(info.list)
    case .string, .stringLiteral: return wrapperMembers(names.string)
    case .number, .numberLiteral: return wrapperMembers(names.number)
    case .booleanLiteral: return wrapperMembers(names.boolean)
    case .bigint, .bigintLiteral: return wrapperMembers(names.bigint)
    case .symbol: return wrapperMembers(names.symbol)
    case .enumMember: return wrapperMembers(isStringEnumMember(SymbolID(info.payload)) ? names.string : names.number)
    case .typeParameter: return constraint(of: type).map { getMembers($0) } ?? Members()
    case .thisParameter:
      let symbol = SymbolID(info.payload)
      return getMembers(reference(symbol, typeParameters(of: symbol)))
    case .object: return Members()
    default: return incomplete
    }
  }

  private func wrapperMembers(_ name: Name) -> Members {
    globalType(name).map { getMembers($0) } ?? incomplete
  }

  // MARK: Classes and interfaces

  private func referenceMembers(_ type: TypeID, _ symbol: SymbolID, _ arguments: [TypeID]) -> Members {
    let info = program[symbol]
    var result = Members()
    let this = arena.intern(.thisParameter, symbol.raw)
    // Inherited members first; own ones replace them.
    for base in baseTypes(symbol, arguments) {
      if base == .unresolved {
        result.isIncomplete = true
        continue
      }
      inherit(getMembers(base), into: &result)
    }
    for declaration in info.declarations {
      within(info.file) {
        let parameters = parameterAliases(of: symbol, declaration: declaration)
        var pairs: [(from: TypeID, to: TypeID)] = Array(zip(parameters, arguments)).map { ($0, $1) }
        pairs.append((this, type))
        let mapper = arena.mapper(pairs)
        let node = tree[declaration]
        switch node.kind {
        case .classDeclaration, .classExpression:
          addClassMembers(tree[ListID(node.d)], statics: false, symbol, mapper, &result)
        case .interfaceDeclaration: addTypeMembers(tree[InterfaceDeclaration(node: node).members], mapper, &result)
        default: break
        }
      }
    }
    return result
  }

  private func inherit(_ base: Members, into result: inout Members) {
    for property in base.properties { result.add(property) }
    result.call += base.call
    result.construct += base.construct
    result.stringIndex = result.stringIndex ?? base.stringIndex
    result.numberIndex = result.numberIndex ?? base.numberIndex
    if base.isIncomplete { result.isIncomplete = true }
  }

  /// The types that a class or interface extends, under type arguments.
  func baseTypes(_ symbol: SymbolID, _ arguments: [TypeID]) -> [TypeID] {
    let bases: [TypeID]
    if let known = baseTypesCache[symbol] {
      bases = known
    } else {
      baseTypesCache[symbol] = [.unresolved]
      bases = resolveBaseTypes(symbol)
      baseTypesCache[symbol] = bases
    }
    let mapper = arena.mapper(zip(typeParameters(of: symbol), arguments).map { ($0, $1) })
    return bases.map { instantiate($0, mapper) }
  }

  private func resolveBaseTypes(_ symbol: SymbolID) -> [TypeID] {
    let info = program[symbol]
    return within(info.file) {
      var result: [TypeID] = []
      for declaration in info.declarations {
        let node = tree[declaration]
        switch node.kind {
        case .classDeclaration, .classExpression:
          guard node.c != 0 else { continue }
          let heritage = ClassHeritage(tree, NodeID(node.c))
          if heritage.superclass.exists { result.append(superclassInstance(heritage)) }
        case .interfaceDeclaration:
          for base in tree[InterfaceDeclaration(node: node).extends] {
            let type = getTypeFromTypeNode(base)
            result.append(isObjectType(type) ? type : .unresolved)
          }
        default: continue
        }
      }
      return result
    }
  }

  /// The instance type that `extends Expression<Arguments>` inherits from.
  private func superclassInstance(_ heritage: ClassHeritage) -> TypeID {
    let arguments = heritage.superclassTypeArguments.raw == 0 ? [] : tree[heritage.superclassTypeArguments].map { getTypeFromTypeNode($0) }
    if tree.kind(heritage.superclass) == .identifier, let base = classSymbol(symbol(heritage.superclass)) {
      return reference(base, fill(arguments, base))
    }
    if tree.kind(heritage.superclass) == .nullLiteral { return .unresolved }
    let constructor = detached(file) { checkExpression(heritage.superclass) }
    let signatures = getMembers(constructor).construct
    guard let signature = signatures.last else { return .unresolved }
    let parameters = self.signatures[Int(signature.raw)].typeParameters
    let returned = returnType(signature)
    if parameters.isEmpty { return isObjectType(returned) ? returned : .unresolved }
    guard arguments.count == parameters.count else { return .unresolved }
    return instantiate(returned, arena.mapper(zip(parameters, arguments).map { ($0, $1) }))
  }

  /// The class that a reference names, through imports.
  func classSymbol(_ symbol: SymbolID?) -> SymbolID? {
    guard let symbol else { return nil }
    switch program[symbol].kind {
    case .class: return symbol
    case .importBinding:
      guard case .symbol(let target)? = program.imports[symbol], program[target].kind == .class else { return nil }
      return target
    default: return nil
    }
  }

  /// The static type of the superclass; nil without one, `.unresolved` if it is not known.
  func baseConstructor(_ symbol: SymbolID) -> TypeID? {
    let info = program[symbol]
    return within(info.file) {
      let node = tree[info.declaration]
      guard node.kind == .classDeclaration || node.kind == .classExpression, node.c != 0 else { return nil }
      let superclass = ClassHeritage(tree, NodeID(node.c)).superclass
      guard superclass.exists else { return nil }
      if tree.kind(superclass) == .identifier, let base = classSymbol(self.symbol(superclass)) { return typeOfSymbol(base) }
      return detached(info.file) { checkExpression(superclass) }
    }
  }

  // MARK: Member lists

  /// The name of a member; nil if it is computed from something unknown.
  func memberName(_ node: NodeID) -> Name? {
    guard node.exists else { return nil }
    switch tree.kind(node) {
    case .identifier, .stringLiteral: return Name(tree[node].a)
    case .privateIdentifier: return interner.intern("#" + interner.string(Name(tree[node].a)))
    case .numericLiteral: return interner.intern(numberText(tree[NumericLiteral(tree, node).number]))
    case .computedPropertyName:
      let expression = ComputedPropertyName(tree, node).expression
      switch tree.kind(expression) {
      case .stringLiteral: return StringLiteral(tree, expression).value
      case .numericLiteral: return interner.intern(numberText(tree[NumericLiteral(tree, expression).number]))
      case .propertyAccess:
        let access = PropertyAccess(tree, expression)
        if tree.kind(access.object) == .identifier, Identifier(tree, access.object).name == names.globalSymbol {
          return interner.intern("@@" + interner.string(Name(tree[access.name].a)))
        }
        return propertyName(of: detached(file) { checkExpression(expression) })
      case .identifier: return propertyName(of: detached(file) { checkExpression(expression) })
      default: return nil
      }
    default: return nil
    }
  }

  private func accessFlags(_ flags: NodeFlags) -> Property.Flags {
    var result: Property.Flags = []
    if flags.contains(.optional) { result.insert(.optional) }
    if flags.contains(.readonly) { result.insert(.readonly) }
    if flags.contains(.private) { result.insert(.private) }
    if flags.contains(.protected) { result.insert(.protected) }
    if flags.contains(.abstract) { result.insert(.abstract) }
    return result
  }

  /// Adds the members of a class body; inherited ones of the same names give way.
  private func addClassMembers(
    _ list: NodeList, statics: Bool, _ owner: SymbolID, _ mapper: MapperID, _ result: inout Members
  ) {
    var own: Set<Name> = []
    func add(_ name: Name, _ flags: Property.Flags, _ node: NodeID) {
      if own.insert(name).inserted || result.property(name) == nil {
        result.add(Property(name: name, flags: flags, declarations: [node], file: file, mapper: mapper, owner: owner))
      } else if var old = result.property(name) {
        old.declarations.append(node)
        old.flags.formUnion(flags)
        result.add(old)
      }
    }
    for member in list {
      let node = tree[member]
      if node.kind == .constructorDeclaration {
        guard !statics else { continue }
        // Parameter properties.
        for parameter in tree[Signature(tree, ConstructorDeclaration(node: node).signature).parameters] {
          let flags = tree.flags(parameter)
          guard !flags.isDisjoint(with: [.public, .private, .protected, .readonly, .override]) else { continue }
          let target = Parameter(tree, parameter).target
          if tree.kind(target) == .identifier { add(Identifier(tree, target).name, accessFlags(flags), parameter) }
        }
        continue
      }
      guard node.flags.contains(.static) == statics else { continue }
      switch node.kind {
      case .propertyDeclaration, .methodDeclaration, .getAccessor, .setAccessor:
        guard let name = memberName(NodeID(node.a)) else {
          result.isIncomplete = true
          continue
        }
        var flags = accessFlags(node.flags)
        if tree.kind(NodeID(node.a)) == .privateIdentifier { flags.insert(.private) }
        if node.kind == .methodDeclaration { flags.insert(.method) }
        if node.kind == .getAccessor { flags.insert(.getter) }
        if node.kind == .setAccessor { flags.insert(.setter) }
        add(name, flags, member)
      case .indexSignature: addIndexSignature(IndexSignature(node: node), mapper, &result)
      default: break
      }
    }
  }

  private func addIndexSignature(_ view: IndexSignature, _ mapper: MapperID, _ result: inout Members) {
    let type = view.type.exists ? getTypeFromTypeNode(view.type, mapper) : .any
    for key in constituents(getTypeFromTypeNode(Parameter(tree, view.parameter).type, mapper)) {
      if key == .string { result.stringIndex = type } else if key == .number { result.numberIndex = type } else if key != .symbol {
        result.isIncomplete = true
      }
    }
  }

  /// Adds the members of an interface or type literal.
  func addTypeMembers(_ list: NodeList, _ mapper: MapperID, _ result: inout Members) {
    var own: Set<Name> = []
    var calls: [SignatureID] = []
    var constructs: [SignatureID] = []
    for member in list {
      let node = tree[member]
      switch node.kind {
      case .propertySignature, .methodSignature, .getAccessor, .setAccessor:
        guard let name = memberName(NodeID(node.a)) else {
          result.isIncomplete = true
          continue
        }
        var flags = accessFlags(node.flags)
        if node.kind == .getAccessor || node.flags.contains(.getter) {
          flags.insert(.getter)
        } else if node.kind == .setAccessor || node.flags.contains(.setter) {
          flags.insert(.setter)
        } else if node.kind == .methodSignature {
          flags.insert(.method)
        }
        // Overloads of one declaration, and of merged ones, add up.
        if flags.contains(.method) || flags.contains(.setter) || flags.contains(.getter), var old = result.property(name),
          own.contains(name) || old.file == file && old.flags.contains(.method) && old.mapper == mapper
        {
          old.declarations.append(member)
          old.flags.formUnion(flags)
          result.add(old)
        } else {
          result.add(Property(name: name, flags: flags, declarations: [member], file: file, mapper: mapper))
        }
        own.insert(name)
      case .callSignature: calls.append(getSignature(member, mapper))
      case .constructSignature: constructs.append(getSignature(member, mapper))
      case .indexSignature: addIndexSignature(IndexSignature(node: node), mapper, &result)
      default: break
      }
    }
    result.call = calls + result.call
    result.construct = constructs + result.construct
  }

  // MARK: Other object types

  private func nodeMembers(_ id: NodeID, _ mapper: MapperID) -> Members {
    let node = tree[id]
    var result = Members()
    switch node.kind {
    case .typeLiteral: addTypeMembers(tree[TypeLiteral(node: node).members], mapper, &result)
    case .functionType: result.call = [getSignature(id, mapper)]
    case .constructorType: result.construct = [getSignature(id, mapper)]
    default: result.call = [getSignature(id, mapper)]
    }
    return result
  }

  private func instantiatedMembers(_ base: TypeID, _ mapper: MapperID) -> Members {
    if case .node(let node, let file, let inner) = arena.anonymous[Int(arena[base].payload)] {
      return within(file) { nodeMembers(node, chain(inner, mapper)) }
    }
    var result = getMembers(base)
    for index in result.properties.indices {
      if let type = result.properties[index].type { result.properties[index].type = instantiate(type, mapper) }
      result.properties[index].mapper = chain(result.properties[index].mapper, mapper)
    }
    result.call = result.call.map { instantiateSignature($0, mapper) }
    result.construct = result.construct.map { instantiateSignature($0, mapper) }
    result.stringIndex = result.stringIndex.map { instantiate($0, mapper) }
    result.numberIndex = result.numberIndex.map { instantiate($0, mapper) }
    return result
  }

  private func staticMembers(_ symbol: SymbolID) -> Members {
    let info = program[symbol]
    var result = Members()
    if let base = baseConstructor(symbol) {
      var inherited = getMembers(base)
      if arena[base].kind == .any { inherited.isIncomplete = true }
      inherited.call = []
      inherited.construct = []
      inherit(inherited, into: &result)
    }
    within(info.file) {
      for declaration in info.declarations {
        let node = tree[declaration]
        guard node.kind == .classDeclaration || node.kind == .classExpression else { continue }
        addClassMembers(tree[ListID(node.d)], statics: true, symbol, .identity, &result)
      }
      result.construct = constructSignatures(symbol)
    }
    let instance = reference(symbol, typeParameters(of: symbol).map { _ in TypeID.any })
    result.add(
      Property(name: names.prototype, flags: [.readonly], declarations: [], file: info.file, mapper: .identity, type: instance))
    addNamespaceMembers(symbol, &result)
    addFunctionMembers(&result)
    return result
  }

  /// The construct signatures of a class: its constructors, or its superclass's under another name.
  private func constructSignatures(_ symbol: SymbolID) -> [SignatureID] {
    let info = program[symbol]
    let parameters = typeParameters(of: symbol)
    let instance = reference(symbol, parameters)
    let declaration = tree[info.declaration]
    guard declaration.kind == .classDeclaration || declaration.kind == .classExpression else { return [] }
    let isAbstract = declaration.flags.contains(.abstract)
    var constructors = tree[ListID(declaration.d)].filter { tree.kind($0) == .constructorDeclaration }
    // Overloads hide the implementation.
    if constructors.contains(where: { ConstructorDeclaration(tree, $0).body.isNone }), tree.flags(info.declaration).isDisjoint(with: .declare) {
      constructors = constructors.filter { ConstructorDeclaration(tree, $0).body.isNone }
    }
    func finish(_ id: SignatureID, _ extra: [TypeID]) -> SignatureID {
      var signature = signatures[Int(id.raw)]
      signature.returnType = instance
      signature.body = nil
      signature.typeParameters = extra
      signature.isAbstract = isAbstract
      return add(signature)
    }
    if !constructors.isEmpty { return constructors.map { finish(getSignature($0, .identity), parameters) } }
    if let base = baseConstructor(symbol), let baseInstance = baseTypes(symbol, parameters).first {
      let inherited = getMembers(base).construct
      if inherited.isEmpty { return [anySignature(returning: instance)] }
      return inherited.map { id in
        let own = signatures[Int(id.raw)].typeParameters
        let arguments = typeKind(baseInstance) == .reference ? arena[baseInstance].list : []
        let mapper = own.count == arguments.count ? arena.mapper(zip(own, arguments).map { ($0, $1) }) : .identity
        return finish(instantiateSignature(id, mapper), parameters)
      }
    }
    var signature = SignatureInfo()
    signature.typeParameters = parameters
    signature.returnType = instance
    signature.isAbstract = isAbstract
    return [add(signature)]
  }

  /// A signature that takes anything.
  func anySignature(returning type: TypeID) -> SignatureID {
    var signature = SignatureInfo()
    signature.parameters = [SignatureParameter(name: .empty, type: .unresolved, isOptional: true, isRest: true)]
    signature.returnType = type
    return add(signature)
  }

  /// Functions, enum objects and namespaces.
  private func valueMembers(_ symbol: SymbolID) -> Members {
    let info = program[symbol]
    var result = Members()
    if info.kind == .function {
      within(info.file) {
        let declarations = info.declarations.filter { tree.kind($0) == .functionDeclaration }
        let overloads = declarations.filter { FunctionDeclaration(tree, $0).body.isNone }
        for declaration in overloads.isEmpty ? declarations : overloads { result.call.append(getSignature(declaration, .identity)) }
      }
    }
    addNamespaceMembers(symbol, &result)
    if info.kind == .enum, hasNumericMember(symbol) { result.numberIndex = .string }
    return result
  }

  private func addNamespaceMembers(_ symbol: SymbolID, _ result: inout Members) {
    for (name, member) in program.namespaceMembers[symbol] ?? [:] {
      let isConst = program[member].kind != .let && program[member].kind != .var
      result.add(
        Property(
          name: name, flags: isConst ? .readonly : [], declarations: [], file: program[member].file, mapper: .identity,
          type: typeOfSymbol(member)))
    }
  }

  private func moduleMembers(_ file: FileID) -> Members {
    var result = Members()
    for (name, target) in program.exports[Int(file.raw)] {
      result.add(
        Property(name: name, flags: .readonly, declarations: [], file: file, mapper: .identity, type: typeOfExport(target)))
    }
    return result
  }

  private func tupleMembers(_ type: TypeID, _ info: Type) -> Members {
    let shape = arena.tuples[Int(info.payload)]
    let element = info.list.isEmpty ? TypeID.never : arena.union(info.list)
    let base = shape.isReadonly ? globalType(names.readonlyArray, [element]) : globalType(names.array, [element])
    var result = base.map { getMembers($0) } ?? incomplete
    for (index, element) in info.list.enumerated() where shape.elements[index] != 2 {
      var flags: Property.Flags = shape.isReadonly ? .readonly : []
      if shape.elements[index] == 1 { flags.insert(.optional) }
      result.add(
        Property(
          name: interner.intern(String(index)), flags: flags, declarations: [], file: file, mapper: .identity, type: element))
    }
    if shape.elements.allSatisfy({ $0 == 0 }) {
      result.add(
        Property(
          name: names.length, flags: .readonly, declarations: [], file: file, mapper: .identity,
          type: arena.number(Double(info.list.count))))
    }
    return result
  }

  private func intersectionMembers(_ parts: [TypeID]) -> Members {
    var result = Members()
    for part in parts {
      let other = getMembers(part)
      for property in other.properties {
        if let old = result.property(property.name) {
          var merged = property
          let first = typeOfProperty(old)
          let second = typeOfProperty(property)
          merged.type = first == second ? first : intersection([first, second])
          if !old.flags.contains(.optional) { merged.flags.remove(.optional) }
          if !old.flags.contains(.readonly) { merged.flags.remove(.readonly) }
          result.add(merged)
        } else {
          result.add(property)
        }
      }
      result.call += other.call
      result.construct += other.construct
      result.stringIndex = result.stringIndex ?? other.stringIndex
      result.numberIndex = result.numberIndex ?? other.numberIndex
      if other.isIncomplete { result.isIncomplete = true }
    }
    return result
  }

  /// What every function has besides its own: `call`, `name`…
  private func addFunctionMembers(_ result: inout Members) {
    guard let function = globalType(names.function) else { return }
    for property in getMembers(function).properties where result.index[property.name] == nil { result.add(property) }
  }

  // MARK: Lookup

  /// The property `name` of `type`, with the members of `Function` and `Object` that every object has.
  func getProperty(_ type: TypeID, _ name: Name) -> Property? {
    let info = arena[type]
    if info.kind == .union { return unionProperty(info.list, name) }
    let own = getMembers(type)
    if let property = own.property(name) { return property }
    if !own.call.isEmpty || !own.construct.isEmpty, let function = globalType(names.function),
      let property = getMembers(function).property(name)
    {
      return property
    }
    if info.kind == .null || info.kind == .undefined || info.kind == .void || info.kind == .never { return nil }
    if let object = globalType(names.object) { return getMembers(object).property(name) }
    return nil
  }

  /// A property that every constituent has, with the union of their types.
  private func unionProperty(_ parts: [TypeID], _ name: Name) -> Property? {
    var types: [TypeID] = []
    var result: Property?
    var flags: Property.Flags = []
    for part in parts {
      if let property = getProperty(part, name) {
        types.append(readType(property))
        flags.formUnion(property.flags.intersection([.readonly, .optional, .private, .protected]))
        result = property
      } else if let type = getMembers(part).stringIndex {
        types.append(type)
      } else {
        return nil
      }
    }
    guard var property = result else { return nil }
    property.type = arena.union(types)
    property.flags = flags.union(property.flags.intersection([.method, .getter]))
    // The optional part is in the type already.
    property.flags.remove(.optional)
    return property
  }

  /// What an element access with a key of type `key` finds beside properties.
  func indexType(_ type: TypeID, _ key: TypeID) -> TypeID? {
    let info = arena[type]
    if info.kind == .union {
      var parts: [TypeID] = []
      for part in info.list {
        guard let type = indexType(part, key) else { return nil }
        parts.append(type)
      }
      return arena.union(parts)
    }
    let own = getMembers(type)
    let isNumeric: Bool
    switch typeKind(key) {
    case .number, .numberLiteral: isNumeric = true
    case .enumMember: isNumeric = !isStringEnumMember(SymbolID(arena[key].payload))
    case .stringLiteral:
      let text = interner.string(Name(arena[key].payload))
      isNumeric = Int(text).map { String($0) == text } ?? false
    case .union:
      var parts: [TypeID] = []
      for part in arena[key].list {
        if let name = propertyName(of: part), let property = getProperty(type, name) {
          parts.append(readType(property))
        } else if let element = indexType(type, part) {
          parts.append(element)
        } else {
          return nil
        }
      }
      return arena.union(parts)
    default: isNumeric = false
    }
    if isNumeric, let element = own.numberIndex { return element }
    if info.kind == .string || info.kind == .stringLiteral, isNumeric { return .string }
    return own.stringIndex
  }

  /// The type of `property` as it is read: optional ones may be undefined.
  func readType(_ property: Property) -> TypeID {
    let type = typeOfProperty(property)
    return property.flags.contains(.optional) ? arena.union([type, .undefined]) : type
  }

  /// The declared type of `property`.
  func typeOfProperty(_ property: Property) -> TypeID {
    if let type = property.type { return type }
    return within(property.file) { typeOfMemberDeclarations(property) }
  }

  private func typeOfMemberDeclarations(_ property: Property) -> TypeID {
    let first = tree[property.declarations[0]]
    switch first.kind {
    case .propertySignature:
      return first.b == 0 ? .any : getTypeFromTypeNode(NodeID(first.b), property.mapper)
    case .propertyDeclaration, .parameter:
      return instantiate(typeOfPropertyDeclaration(property.declarations[0]), property.mapper)
    case .methodDeclaration: return methodType(property)
    case .methodSignature:
      return property.flags.isDisjoint(with: [.getter, .setter]) ? methodType(property) : accessorType(property)
    case .getAccessor, .setAccessor: return accessorType(property)
    default: return .unresolved
    }
  }

  private func methodType(_ property: Property) -> TypeID {
    let cacheKey = UInt64(property.file.raw) << 32 | UInt64(property.declarations[0].raw) | 1 << 62
    let base: TypeID
    // Methods of instantiated types have their own types; only the plain one is kept.
    if let known = typeNodeCache[cacheKey], property.mapper == .identity { return known }
    var result = Members()
    var declarations = property.declarations.filter { tree.kind($0) == .methodDeclaration || tree.kind($0) == .methodSignature }
    let overloads = declarations.filter { tree.kind($0) == .methodDeclaration && MethodDeclaration(tree, $0).body.isNone }
    if !overloads.isEmpty { declarations = overloads }
    result.call = declarations.map { getSignature($0, property.mapper) }
    let isGeneric = property.mapper == .identity
      ? !typeParameters(at: declarations[0]).isEmpty
      : arena.mappers[Int(property.mapper.raw)].contains { arena[$0.to].isGeneric } || result.call.contains { id in
        let signature = signatures[Int(id.raw)]
        return signature.parameters.contains { arena[$0.type].isGeneric } || signature.returnType.map { arena[$0].isGeneric } ?? true
      }
    base = arena.addAnonymous(.members(result), generic: isGeneric)
    if property.mapper == .identity { typeNodeCache[cacheKey] = base }
    return base
  }

  private func accessorType(_ property: Property) -> TypeID {
    for declaration in property.declarations {
      let isGetter = tree.kind(declaration) == .getAccessor || tree.flags(declaration).contains(.getter)
      if isGetter { return returnType(getSignature(declaration, property.mapper)) }
    }
    let signature = signatures[Int(getSignature(property.declarations[0], property.mapper).raw)]
    return signature.parameters.first?.type ?? .unresolved
  }
}
