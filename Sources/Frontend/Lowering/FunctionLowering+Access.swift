import PIR
import Semantics
import Syntax

/// Something that can be read and assigned, with its parts already evaluated (ECMA-262 6.2.5).
enum Reference {
  case variable(SymbolID)
  /// A name that nothing declares; with whether the global object has it, where the program may add to that object.
  case unresolved(Name, exists: ValueID?)
  case property(ValueID, Name)
  case element(ValueID, ValueID)
  case superProperty(home: ValueID, this: ValueID, Name)
  case superElement(home: ValueID, this: ValueID, ValueID)
  case `private`(ValueID, PrivateMember)
}

/// Property access and references.
extension FunctionLowering {
  /// `o.x` and `o[k]` as values.
  func access(_ node: NodeID) -> ValueID {
    if let value = staticMember(node) ?? memberOfRequire(node) { return value }
    return load(reference(node), at: node)
  }

  /// Evaluates the parts of an assignment target or member access, in order.
  ///
  /// - Parameter isReadFirst: whether the value is read before it is assigned, which converts a computed key, once.
  func reference(_ node: NodeID, isReadFirst: Bool = false) -> Reference {
    let node = tree.withoutWrappers(node)
    if let variable = exportMember(node) ?? moduleExports(node) { return .variable(variable) }
    switch tree.kind(node) {
    case .identifier:
      guard let symbol = program.symbol(of: node, in: file), !program[symbol].flags.contains(.ambient) else {
        let name = Identifier(tree, node).name
        return .unresolved(name, exists: globalMeaning(name) == nil ? globalExists(name) : nil)
      }
      return .variable(symbol)
    case .propertyAccess:
      let view = PropertyAccess(tree, node)
      if tree.kind(view.object) == .superExpression {
        position(node)
        let this = thisValue()
        return .superProperty(home: homeObject(), this: this, Identifier(tree, view.name).name)
      }
      let object = boxed(view.object)
      if tree.flags(node).contains(.optional) { leaveChainIfNullish(object) }
      return memberReference(object, view.name)
    case .elementAccess:
      let view = ElementAccess(tree, node)
      if tree.kind(view.object) == .superExpression {
        position(node)
        let this = thisValue()
        let key = boxed(view.index)
        let home = homeObject()
        return .superElement(home: home, this: this, isReadFirst ? propertyKey(key, of: nil, view.index) : key)
      }
      let object = boxed(view.object)
      if tree.flags(node).contains(.optional) { leaveChainIfNullish(object) }
      let reference = elementReference(object, view.index)
      if isReadFirst, case .element(let object, let key) = reference {
        return .element(object, propertyKey(key, of: object, view.index))
      }
      return reference
    default:
      _ = unsupported("This assignment target", instead: "assign to a variable or property", node)
      return .unresolved(names.undefined, exists: nil)
    }
  }

  /// A computed key that is used twice: only an object's conversion can be observed (ECMA-262 6.2.5.5 step 3.c).
  private func propertyKey(_ key: ValueID, of object: ValueID?, _ index: NodeID) -> ValueID {
    if isSurelyPrimitive(index) { return key }
    let converting = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    builder.branch(emit(.isType, [key], payload: .test(.object)), converting, [], done, [key])
    builder.move(to: converting)
    if let object { failIfNullish(object, at: index) { emit(.elemGet, [object, undefined()]) } }
    context.mention(names.toString)
    context.mention(names.valueOf)
    position(index)
    builder.jump(done, [emit(.jsToPropertyKey, [key])])
    builder.move(to: done)
    return result
  }

  /// Whether an expression gives no object, by its form.
  private func isSurelyPrimitive(_ node: NodeID) -> Bool {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .numericLiteral, .stringLiteral, .templateExpression, .updateExpression: return true
    case .binaryExpression: return !isLogical(inner)
    case .prefixUnaryExpression: return true
    default: return false
    }
  }

  /// Runs `access`, which throws, if `object` is undefined or null.
  func failIfNullish(_ object: ValueID, at node: NodeID, _ access: () -> Void) {
    let fails = builder.newBlock()
    let fine = builder.newBlock()
    branch(isNullish(object), fails, fine)
    builder.move(to: fails)
    position(node)
    access()
    builder.emit(.unreachable)
    builder.move(to: fine)
  }

  /// `object.name`, public or private.
  func memberReference(_ object: ValueID, _ name: NodeID) -> Reference {
    if tree.kind(name) == .privateIdentifier {
      return .private(object, privateMember(name))
    }
    return .property(object, Identifier(tree, name).name)
  }

  /// `object[index]`; a constant string that is no array index is a plain property.
  func elementReference(_ object: ValueID, _ index: NodeID) -> Reference {
    if let name = constantKey(index) { return .property(object, name) }
    return .element(object, boxed(index))
  }

  /// The property name that an index expression is for sure, unless it is like an array index.
  func constantKey(_ index: NodeID) -> Name? {
    let inner = tree.withoutWrappers(index)
    guard tree.kind(inner) == .stringLiteral else { return nil }
    let name = StringLiteral(tree, inner).value
    return isIndexLike(name) ? nil : name
  }

  /// Whether a key could be an array index, which is stored apart from named properties.
  func isIndexLike(_ name: Name) -> Bool {
    let bytes = program.graph.interner.utf8(name)
    guard let first = bytes.first, bytes.count <= 16 else { return false }
    if first == 0x30 { return bytes.count == 1 }
    return bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Values of references

  /// GetValue. `node` gives the position of what may fail.
  func load(_ reference: Reference, at node: NodeID) -> ValueID {
    position(accessPosition(node))
    switch reference {
    case .variable(let symbol): return symbolValue(symbol, node)
    case .unresolved(let name, _): return unresolved(node, name)
    case .property(let object, let name):
      context.mention(name)
      return emit(.propGet, [object], payload: .name(name))
    case .element(let object, let key): return emit(.elemGet, [object, key])
    case .superProperty(let home, let this, let name):
      context.mention(name)
      return emit(.superGet, [home, this], payload: .name(name))
    case .superElement(let home, let this, let key): return emit(.superElemGet, [home, this, key])
    case .private(let object, let member): return loadPrivate(object, member)
    }
  }

  /// PutValue.
  func store(_ value: ValueID, to reference: Reference, at node: NodeID) {
    position(accessPosition(node))
    let value = box(value)
    switch reference {
    case .variable(let symbol): assignVariable(symbol, value)
    case .unresolved(let name, let exists): assignUnresolved(name, value, exists)
    case .property(let object, let name):
      context.mention(name)
      emit(.propSet, [object, value], payload: .name(name))
    case .element(let object, let key): emit(.elemSet, [object, key, value])
    case .superProperty(let home, let this, let name):
      context.mention(name)
      emit(.superSet, [home, this, value], payload: .name(name))
    case .superElement(let home, let this, let key): emit(.superElemSet, [home, this, key, value])
    case .private(let object, let member): storePrivate(object, member, value)
    }
  }

  private func assignUnresolved(_ name: Name, _ value: ValueID, _ exists: ValueID?) {
    let text = context.text(name)
    switch globalMeaning(name) {
    case nil:
      guard let exists else { return throwError(.referenceError, "\(text) is not defined") }
      throwUnlessDefined(name, exists)
      // SetMutableBinding of an object environment record (9.1.1.2.5): the value may have deleted the property.
      throwUnlessDefined(name, emit(.jsIn, [box(string(name)), globalObject()]))
      emit(.propSet, [globalObject(), value], payload: .name(name))
    case .undefined?, .number?:
      throwError(.typeError, "Cannot assign to read only property '\(text)' of object '#<Object>'")
    default:
      context.mention(name)
      emit(.propSet, [globalObject(), value], payload: .name(name))
    }
  }

  /// The node that stack traces name for an access or call: the property's name.
  func accessPosition(_ node: NodeID) -> NodeID {
    switch tree.kind(node) {
    case .propertyAccess: return PropertyAccess(tree, node).name
    case .elementAccess: return ElementAccess(tree, node).index
    case .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression, .optionalChain:
      return accessPosition(NodeID(tree[node].a))
    default: return node
    }
  }

  // MARK: Home objects

  /// The object whose prototype `super.x` starts from.
  func homeObject() -> ValueID {
    var function: FunctionLowering? = self
    while let current = function {
      if let home = current.home {
        switch home {
        case .variable(let key): return read(key)
        case .prototypeOfActiveFunction:
          return emit(.propGet, [read(.activeFunction)], payload: .name(names.prototype))
        }
      }
      guard current.role == .arrow else { break }
      function = current.parent
    }
    throwError(.syntaxError, "'super' keyword unexpected here")
    return undefined()
  }

  // MARK: Static members

  /// Members of modules, namespaces and enums that are known without evaluating the object.
  func staticMember(_ node: NodeID) -> ValueID? {
    guard let (symbol, member) = memberOfName(node) else { return nil }
    if program[symbol].kind == .importBinding, case .namespace(let file)? = program.imports[symbol] {
      return namespaceExport(file, member)
    }
    let target = resolved(symbol)
    if let constant = context.enumConstant(target, member) {
      switch constant {
      case .number(let value): return number(value)
      case .string(let text): return string(text)
      }
    }
    return nil
  }

  /// The symbol and member name of `name.member` or `name["member"]`.
  func memberOfName(_ node: NodeID) -> (SymbolID, Name)? {
    let object: NodeID
    let member: Name
    switch tree.kind(node) {
    case .propertyAccess:
      let view = PropertyAccess(tree, node)
      guard tree.kind(view.name) == .identifier else { return nil }
      object = tree.withoutWrappers(view.object)
      member = Identifier(tree, view.name).name
    case .elementAccess:
      let view = ElementAccess(tree, node)
      guard let key = constantKey(view.index) else { return nil }
      object = tree.withoutWrappers(view.object)
      member = key
    default: return nil
    }
    guard tree.kind(object) == .identifier, let symbol = program.symbol(of: object, in: file) else { return nil }
    return (symbol, member)
  }

  /// The symbol behind an import.
  func resolved(_ symbol: SymbolID) -> SymbolID {
    if program[symbol].kind == .importBinding, case .symbol(let target)? = program.imports[symbol] { return target }
    return symbol
  }
}
