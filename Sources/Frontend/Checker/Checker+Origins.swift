import Syntax

/// Constants that hold a property of something else narrow where they come from: `const { kind, value } = shape`.
extension Checker {
  /// Narrows the object that constant `id` was read from, and what was read from it beside, by what holds of `id`.
  func narrowByOrigin(_ id: NodeID, in environment: inout FlowEnvironment, _ keep: (TypeID) -> Bool) {
    guard let symbol = symbol(id), isConstant(symbol) else { return }
    let declaration = program[symbol].declaration
    switch tree.kind(declaration) {
    case .variableDeclaration:
      let view = VariableDeclaration(tree, declaration)
      guard view.type.isNone, view.initializer.exists, tree.kind(view.initializer) == .propertyAccess,
        isConstantReference(PropertyAccess(tree, view.initializer).object)
      else { return }
      narrowByDiscriminant(view.initializer, in: &environment, keep)
    case .bindingElement:
      guard let name = boundName(declaration) else { return }
      narrowByPattern(parent(declaration), name, in: &environment, keep)
    default: break
    }
  }

  /// Narrows the source of `pattern` and the names in it by what holds of the property `name`.
  private func narrowByPattern(
    _ pattern: NodeID, _ name: Name, in environment: inout FlowEnvironment, _ keep: (TypeID) -> Bool
  ) {
    let owner = parent(pattern)
    if tree.kind(owner) == .variableDeclaration {
      let view = VariableDeclaration(tree, owner)
      if view.type.isNone, view.initializer.exists, isConstantReference(view.initializer) {
        narrow(view.initializer, in: &environment) { type in filter(type) { propertyMay($0, name, keep) } }
      }
    }
    let source = typeOfPatternSource(pattern)
    guard typeKind(source) == .union else { return }
    let remaining = filter(source) { propertyMay($0, name, keep) }
    if remaining == source || remaining == .never { return }
    for element in tree[ListID(tree[pattern].a)] where tree.kind(element) == .bindingElement {
      let target = BindingElement(tree, element).target
      guard tree.kind(target) == .identifier, boundName(element).map({ $0 != name }) ?? false,
        let sibling = symbol(target), isConstant(sibling)
      else { continue }
      let bound = commonBinding(element, pattern, remaining)
      narrow(target, in: &environment) { current in
        let known = filter(current) { isTypeAssignableTo($0, bound) }
        return known == .never ? bound : known
      }
    }
  }

  /// What `element` is bound to for any part of `source`.
  private func commonBinding(_ element: NodeID, _ pattern: NodeID, _ source: TypeID) -> TypeID {
    arena.union(constituents(source).map { widen(bindingType(element, pattern, $0)) })
  }

  /// The property that an element of a pattern takes, if nothing else can come in its place.
  private func boundName(_ element: NodeID) -> Name? {
    let view = BindingElement(tree, element)
    guard view.initializer.isNone, !tree.flags(element).contains(.rest) else { return nil }
    let pattern = parent(element)
    if tree.kind(pattern) == .arrayPattern {
      return tree[ArrayPattern(tree, pattern).elements].firstIndex(of: element).map { interner.intern(String($0)) }
    }
    return memberName(view.propertyName.exists ? view.propertyName : view.target)
  }

  /// Whether a variable of this file keeps its first value.
  private func isConstant(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    return info.file == file && (info.kind == .const || info.kind == .parameter && !info.flags.contains(.assigned))
  }

  private func isConstantReference(_ id: NodeID) -> Bool {
    switch tree.kind(id) {
    case .identifier: return symbol(id).map { isConstant($0) } ?? false
    case .parenthesizedExpression: return isConstantReference(NodeID(tree[id].a))
    default: return false
    }
  }
}
