/// What the text of a function says about what it needs from its caller.
public struct FunctionFacts {
  public private(set) var usesThis = false
  public private(set) var usesNewTarget = false
  public private(set) var usesArguments = false
  /// Whether it mentions the prelude's `argumentCount`.
  public private(set) var usesArgumentCount = false
  public private(set) var usesSuper = false
  public private(set) var containsArrow = false

  /// Facts about the function-like `node`: its parameters and body, with the arrows inside, without the functions inside.
  public init(_ tree: SyntaxTree, _ node: NodeID, arguments: Name, argumentCount: Name? = nil) {
    var pending: [NodeID]
    switch tree.kind(node) {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor:
      pending = [NodeID(tree[node].b), NodeID(tree[node].c)]
    case .constructorDeclaration, .arrowFunction: pending = [NodeID(tree[node].a), NodeID(tree[node].b)]
    default: pending = [node]
    }
    while let next = pending.popLast() {
      guard next.exists else { continue }
      switch tree.kind(next) {
      case .thisExpression: usesThis = true
      case .newTarget: usesNewTarget = true
      case .superExpression:
        usesSuper = true
        usesThis = true
      case .identifier:
        if Identifier(tree, next).name == arguments { usesArguments = true }
        if Identifier(tree, next).name == argumentCount { usesArgumentCount = true }
      case .functionDeclaration, .functionExpression, .constructorDeclaration, .classStaticBlock: continue
      case .methodDeclaration, .getAccessor, .setAccessor, .propertyDeclaration:
        // Only a computed name runs in the surrounding function.
        let name = NodeID(tree[next].a)
        if tree.kind(name) == .computedPropertyName { pending.append(name) }
      case .propertyAccess:
        // The name of a property is an identifier too, but refers to nothing.
        pending.append(PropertyAccess(tree, next).object)
      case .propertyAssignment:
        let property = PropertyAssignment(tree, next)
        if tree.kind(property.name) == .computedPropertyName { pending.append(property.name) }
        pending.append(property.value)
      default:
        if tree.kind(next) == .arrowFunction { containsArrow = true }
        tree.forEachChild(next) { pending.append($0) }
      }
    }
  }
}
