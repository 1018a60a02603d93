import PIR
import Semantics
import Syntax

/// Array and object literals.
extension FunctionLowering {
  func arrayLiteral(_ node: NodeID) -> ValueID {
    let elements = tree[ArrayLiteral(tree, node).elements]
    position(node)
    return arrayOf(elements)
  }

  /// A new array of the values of expressions, with holes and spreads; `areArguments`: of a call.
  func arrayOf<C: RandomAccessCollection>(
    _ elements: C, areArguments: Bool = false
  ) -> ValueID where C.Element == NodeID, C.Index == Int {
    let head = elements.prefix { tree.kind($0) != .spreadElement }
    let values = head.map { tree.kind($0) == .omittedExpression ? emit(.hole) : boxed($0) }
    let array = emit(.arrayNew, values)
    guard head.count < elements.count else { return array }
    let object = box(array)
    for element in elements.suffix(from: head.endIndex) {
      switch tree.kind(element) {
      case .spreadElement:
        let source = boxed(SpreadElement(tree, element).expression)
        position(element)
        mentionIteration()
        if !areArguments {
          position(SpreadElement(tree, element).expression)
          blame(SpreadElement(tree, element).expression, .iterable)
        } else if head.count == elements.count - 1 {
          blameSpread(SpreadElement(tree, element).expression)
        }
        emit(.arrayAppend, [object, source])
      case .omittedExpression: emit(.arrayPush, [object, emit(.hole)])
      default: emit(.arrayPush, [object, boxed(element)])
      }
    }
    return array
  }

  /// Iterating finds these members of built-in iterators by name.
  func mentionIteration() {
    context.mention(names.iterator)
    context.mention(names.next)
    context.mention(names.return)
  }

  // MARK: Objects

  func objectLiteral(_ node: NodeID) -> ValueID {
    let properties = Array(tree[ObjectLiteral(tree, node).properties])
    position(node)
    let needsHome = properties.contains { isMethodLike($0) && usesSuper($0) }
    var homeKey: VariableKey?
    if needsHome {
      let key = context.newSynthetic()
      let slot = builder.addSlot(names.temporary)
      storage[key] = .slot(slot)
      homeKey = key
    }
    // The prefix of plain properties with constant, distinct names makes the object in one step.
    var prefix: [(Name, ValueID)] = []
    var seen: Set<Name> = []
    var index = 0
    if !needsHome {
      while index < properties.count, let name = plainName(properties[index]), seen.insert(name).inserted {
        prefix.append((name, plainValue(properties[index], name)))
        index += 1
      }
    }
    position(node)
    let object: ValueID
    if index == 0, !needsHome, let first = properties.first, tree.kind(first) == .spreadElement {
      // A literal that begins with a spread starts as a copy, which mostly has the shape of what is copied.
      let source = boxed(SpreadElement(tree, first).expression)
      position(first)
      object = emit(.objectClone, [source])
      index = 1
    } else {
      object = emit(.objectNew, prefix.map(\.1), payload: builder.names(prefix.map(\.0)))
    }
    guard index < properties.count else { return object }
    let target = box(object)
    if let homeKey { write(homeKey, target) }
    while index < properties.count {
      defineProperty(properties[index], on: target, home: homeKey)
      index += 1
    }
    return object
  }

  private func isMethodLike(_ property: NodeID) -> Bool {
    switch tree.kind(property) {
    case .methodDeclaration, .getAccessor, .setAccessor: return true
    default: return false
    }
  }

  func usesSuper(_ node: NodeID) -> Bool { FunctionFacts(tree, node, arguments: names.arguments).usesSuper }

  /// The constant name of a data property that needs nothing special.
  private func plainName(_ property: NodeID) -> Name? {
    switch tree.kind(property) {
    case .propertyAssignment:
      let key = PropertyAssignment(tree, property).name
      guard let name = constantPropertyName(key), !isIndexLike(name) else { return nil }
      // `__proto__: v` sets the prototype, however the name is spelled.
      return name == names.proto ? nil : name
    case .shorthandPropertyAssignment:
      return Identifier(tree, ShorthandPropertyAssignment(tree, property).name).name
    case .methodDeclaration:
      guard let name = constantPropertyName(MethodDeclaration(tree, property).name), !isIndexLike(name) else { return nil }
      return name
    default: return nil
    }
  }

  private func plainValue(_ property: NodeID, _ name: Name) -> ValueID {
    switch tree.kind(property) {
    case .propertyAssignment:
      let value = PropertyAssignment(tree, property).value
      return box(isAnonymousFunction(value) ? named(value, name) : expression(value))
    case .shorthandPropertyAssignment: return boxed(ShorthandPropertyAssignment(tree, property).name)
    default: return box(closure(of: property, name: name, role: .method))
    }
  }

  /// The name that a property's name node stands for, unless it is computed.
  func constantPropertyName(_ node: NodeID) -> Name? {
    switch tree.kind(node) {
    case .identifier: return Identifier(tree, node).name
    case .stringLiteral: return StringLiteral(tree, node).value
    case .numericLiteral:
      // Other numbers are spelled at run time, by the one implementation of Number::toString.
      let value = tree[NumericLiteral(tree, node).number]
      guard value == value.rounded(), abs(value) < 9_007_199_254_740_992 else { return nil }
      return context.intern(String(Int64(value)))
    case .bigIntLiteral: return BigIntLiteral(tree, node).digits
    case .computedPropertyName:
      let inner = tree.withoutWrappers(ComputedPropertyName(tree, node).expression)
      guard tree.kind(inner) == .stringLiteral else { return nil }
      let name = StringLiteral(tree, inner).value
      // `["__proto__"]` is an ordinary property.
      return name == names.proto ? nil : name
    default: return nil
    }
  }

  /// Whether the name is `__proto__` written as a plain name or string.
  private func isProto(_ key: NodeID) -> Bool {
    switch tree.kind(key) {
    case .identifier: return Identifier(tree, key).name == names.proto
    case .stringLiteral: return StringLiteral(tree, key).value == names.proto
    default: return false
    }
  }

  private func defineProperty(_ property: NodeID, on object: ValueID, home: VariableKey?) {
    position(property)
    let homeObject = home.map { HomeObject.variable($0) }
    switch tree.kind(property) {
    case .spreadElement:
      let source = boxed(SpreadElement(tree, property).expression)
      position(property)
      emit(.objectSpread, [object, source])
    case .propertyAssignment:
      let view = PropertyAssignment(tree, property)
      if isProto(view.name) {
        emit(.protoSet, [object, boxed(view.value)])
        return
      }
      let key = propertyKey(view.name)
      define(key, on: object, namedValue(view.value, key))
    case .shorthandPropertyAssignment:
      let name = ShorthandPropertyAssignment(tree, property).name
      define(.name(Identifier(tree, name).name), on: object, boxed(name))
    case .methodDeclaration:
      let key = propertyKey(MethodDeclaration(tree, property).name)
      let function = closure(of: property, name: key.name ?? .empty, role: .method, home: homeObject)
      nameFunction(function, key)
      define(key, on: object, box(function))
    case .getAccessor, .setAccessor:
      defineAccessor(property, on: object, home: homeObject, isEnumerable: true)
    default: break
    }
  }

  /// A property key: constant, or a value.
  enum PropertyKey {
    case name(Name)
    /// A constant that is like an array index.
    case index(ValueID)
    case computed(ValueID)

    var name: Name? { if case .name(let name) = self { return name } else { return nil } }
  }

  /// Evaluates a property's name.
  func propertyKey(_ node: NodeID) -> PropertyKey {
    if let name = constantPropertyName(node) {
      return isIndexLike(name) ? .index(box(emit(.constString, payload: .name(name)))) : .name(name)
    }
    if tree.kind(node) == .numericLiteral { return .index(boxed(node)) }
    let inner = ComputedPropertyName(tree, node).expression
    let value = boxed(inner)
    position(inner)
    if tree.kind(inner) == .numericLiteral || tree.kind(inner) == .stringLiteral { return .computed(value) }
    context.mention(names.toString)
    return .computed(emit(.jsToPropertyKey, [value]))
  }

  /// The value of a property definition, named after its key if it is an anonymous function.
  func namedValue(_ node: NodeID, _ key: PropertyKey) -> ValueID {
    guard isAnonymousFunction(node) else { return boxed(node) }
    if let name = key.name { return box(named(node, name)) }
    return box(named(node, .empty, key: key))
  }

  /// Names a function after a key that is only known at run time.
  func nameFunction(_ function: ValueID, _ key: PropertyKey, prefix: String? = nil) {
    switch key {
    case .name: break
    case .index(let value), .computed(let value):
      emit(.functionSetName, [box(function), value, prefix.map { box(string($0)) } ?? undefined()])
    }
  }

  /// CreateDataPropertyOrThrow.
  func define(_ key: PropertyKey, on object: ValueID, _ value: ValueID) {
    switch key {
    case .name(let name): emit(.propDefine, [object, value], payload: .name(name))
    case .index(let key), .computed(let key): emit(.elemDefine, [object, key, value])
    }
  }

  /// `get x() {}` or `set x(v) {}`; undefined leaves the other half as it is.
  func defineAccessor(_ node: NodeID, on object: ValueID, home: HomeObject?, isEnumerable: Bool) {
    let isGetter = tree.kind(node) == .getAccessor
    let key = propertyKey(NodeID(tree[node].a))
    let prefix = isGetter ? "get" : "set"
    let name = key.name.map { context.intern("\(prefix) \(context.text($0))") } ?? .empty
    let function = box(
      closure(of: node, name: name, role: .method, home: home, pathName: key.name.map { "\(prefix).\(context.text($0))" }))
    nameFunction(function, key, prefix: prefix)
    let none = undefined()
    let pair = isGetter ? [function, none] : [none, function]
    switch key {
    case .name(let name):
      emit(.accessorDefine, [object] + pair + [truth(isEnumerable)], payload: .name(name))
    case .index(let key), .computed(let key):
      emit(.accessorElemDefine, [object, key] + pair + [truth(isEnumerable)])
    }
  }
}
