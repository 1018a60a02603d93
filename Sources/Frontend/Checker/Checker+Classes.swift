import Syntax

/// Class bodies and what they promise.
extension Checker {
  func checkClass(_ id: NodeID) {
    guard let symbol = symbol(id) else { return }
    let node = tree[id]
    let list = tree[ListID(node.d)]
    if node.c != 0 {
      let heritage = ClassHeritage(tree, NodeID(node.c))
      if heritage.superclass.exists { checkExpression(heritage.superclass) }
    }
    for member in list { checkMember(member) }
    guard silent == 0 else { return }
    checkHeritage(symbol, node)
    checkFieldInitialization(symbol, node, list)
  }

  private func checkMember(_ id: NodeID) {
    let node = tree[id]
    switch node.kind {
    case .propertyDeclaration:
      let view = PropertyDeclaration(node: node)
      let declared = view.type.exists ? getTypeFromTypeNode(view.type) : nil
      guard view.initializer.exists else { return }
      let outer = (environment, function)
      environment = FlowEnvironment()
      let type = checkExpression(view.initializer, declared)
      if let declared { checkAssignable(type, declared, at: view.name, expression: view.initializer) }
      (environment, function) = outer
    case .classStaticBlock:
      let outer = (environment, function, jumps)
      environment = FlowEnvironment()
      checkStatements(tree[Block(tree, ClassStaticBlock(node: node).body).statements])
      (environment, function, jumps) = outer
    case .methodDeclaration, .getAccessor, .setAccessor, .constructorDeclaration: deferBody(id)
    default: break
    }
  }

  // MARK: Heritage

  private func checkHeritage(_ symbol: SymbolID, _ node: Node) {
    guard node.c != 0 else { return }
    let arguments = typeParameters(of: symbol)
    let this = reference(symbol, arguments)
    let name = interner.string(program[symbol].name)
    let own = getMembers(this)
    for base in baseTypes(symbol, arguments) where arena.kind(base) == .reference {
      checkOverrides(this, base, name, node)
      guard !node.flags.contains(.abstract) else { continue }
      for property in own.properties where property.flags.contains(.abstract) && property.owner != symbol {
        let nameNode = node.a != 0 ? NodeID(node.a) : NodeID(node.c)
        let owner = property.owner.map { interner.string(program[$0].name) } ?? text(base)
        report(.abstractMembersMissing, [name, interner.string(property.name), owner], at: nameNode)
      }
    }
    let heritage = ClassHeritage(tree, NodeID(node.c))
    for item in tree[heritage.implements] {
      let type = getTypeFromTypeNode(item)
      guard isObjectType(type), !isTypeAssignableTo(this, type) else { continue }
      // A member of its own that does not fit is reported there.
      var found = false
      for property in getMembers(type).properties {
        guard let mine = own.property(property.name), mine.owner == symbol,
          !isTypeAssignableTo(readType(mine), readType(property))
        else { continue }
        found = true
        let nameNode = NodeID(tree[mine.declarations[0]].a)
        report(.incompatibleMember, [interner.string(property.name), name, text(type)], at: nameNode)
      }
      if !found, node.a != 0 { report(.incorrectlyImplements, [name, text(type)], at: NodeID(node.a)) }
    }
  }

  /// Own members must fit the inherited ones that they replace.
  private func checkOverrides(_ this: TypeID, _ base: TypeID, _ name: String, _ node: Node) {
    let inherited = getMembers(base)
    for member in tree[ListID(node.d)] where !tree.flags(member).contains(.static) {
      switch tree.kind(member) {
      case .propertyDeclaration, .methodDeclaration, .getAccessor, .setAccessor: break
      default: continue
      }
      let nameNode = NodeID(tree[member].a)
      guard tree.kind(nameNode) != .privateIdentifier, let key = memberName(nameNode), let old = inherited.property(key),
        let mine = getMembers(this).property(key), !old.flags.contains(.private)
      else { continue }
      // The base's own `this` stands for the derived class.
      var expected = readType(old)
      if let owner = old.owner { expected = instantiate(expected, arena.mapper([(arena.intern(.thisParameter, owner.raw), this)])) }
      if !isTypeAssignableTo(readType(mine), expected) {
        report(.incompatibleMember, [interner.string(key), name, text(base)], at: nameNode)
      }
    }
  }

  // MARK: Fields

  /// Fields that can never be undefined must be set by their initializer or by the constructor.
  private func checkFieldInitialization(_ symbol: SymbolID, _ node: Node, _ list: NodeList) {
    guard !node.flags.contains(.declare) else { return }
    var assigned: Set<Name>?
    for member in list where tree.kind(member) == .propertyDeclaration {
      let view = PropertyDeclaration(tree, member)
      let flags = tree.flags(member)
      guard view.initializer.isNone, view.type.exists,
        flags.isDisjoint(with: [.static, .optional, .definite, .declare, .abstract])
      else { continue }
      guard let name = memberName(view.name) else { continue }
      let type = getTypeFromTypeNode(view.type)
      if arena.kind(type) == .any || type == .unknown || arena.constituents(type).contains(.undefined) { continue }
      if assigned == nil { assigned = fieldsSetByConstructor(list) }
      if !assigned!.contains(name) {
        report(.notInitialized, [String(interner.string(name))], at: view.name)
      }
    }
  }

  /// The fields that the constructor assigns on every path, as far as its statements show.
  private func fieldsSetByConstructor(_ list: NodeList) -> Set<Name> {
    for member in list where tree.kind(member) == .constructorDeclaration {
      let body = ConstructorDeclaration(tree, member).body
      guard body.exists else { continue }
      // Without following every path, any assignment counts.
      var result: Set<Name> = []
      collectFieldAssignments(body, &result)
      return result
    }
    return []
  }

  private func collectFieldAssignments(_ id: NodeID, _ result: inout Set<Name>) {
    let node = tree[id]
    if node.kind == .assignmentExpression { collectFieldTargets(NodeID(node.a), &result) }
    tree.forEachChild(node) { collectFieldAssignments($0, &result) }
  }

  private func collectFieldTargets(_ id: NodeID, _ result: inout Set<Name>) {
    let node = tree[id]
    switch node.kind {
    case .propertyAccess:
      let view = PropertyAccess(node: node)
      if tree.kind(view.object) == .thisExpression, let name = memberName(view.name) { result.insert(name) }
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(node.a)] where tree.kind(element) == .bindingElement {
        collectFieldTargets(BindingElement(tree, element).target, &result)
      }
    default: break
    }
  }
}
