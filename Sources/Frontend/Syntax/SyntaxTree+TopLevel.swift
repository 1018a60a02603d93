/// What a file does outside of all functions.
extension SyntaxTree {
  /// Whether `await` or `for await` stands outside of all functions.
  public var awaitsAtTopLevel: Bool {
    existsAtTopLevel(intoArrows: false) { node in
      kind(node) == .awaitExpression || kind(node) == .forOfStatement && flags(node).contains(.await)
    }
  }

  /// Whether `this` stands outside of all functions that have one of their own.
  public var usesThisAtTopLevel: Bool { existsAtTopLevel(intoArrows: true) { kind($0) == .thisExpression } }

  /// Whether a node outside of all functions fulfils `condition`.
  private func existsAtTopLevel(intoArrows: Bool, _ condition: (NodeID) -> Bool) -> Bool {
    var pending = [root]
    while let next = pending.popLast() {
      guard next.exists else { continue }
      if condition(next) { return true }
      switch kind(next) {
      case .arrowFunction:
        if intoArrows { forEachChild(next) { pending.append($0) } }
      case .functionDeclaration, .functionExpression, .constructorDeclaration, .classStaticBlock: continue
      case .methodDeclaration, .getAccessor, .setAccessor, .propertyDeclaration:
        // Only a computed name runs outside.
        let name = NodeID(self[next].a)
        if kind(name) == .computedPropertyName { pending.append(name) }
      default: forEachChild(next) { pending.append($0) }
      }
    }
    return false
  }
}
