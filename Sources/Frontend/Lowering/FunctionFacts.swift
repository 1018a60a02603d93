import Syntax

/// What the text of a function says about what it needs from its caller.
struct FunctionFacts {
  var usesThis = false
  var usesNewTarget = false
  var usesArguments = false
  var usesSuper = false
  var containsArrow = false

  /// Facts about the function-like `node`: its parameters and body, with the arrows inside, without the functions inside.
  init(_ tree: SyntaxTree, _ node: NodeID, arguments: Name) {
    switch tree.kind(node) {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor:
      visit(tree, NodeID(tree[node].b), arguments)
      visit(tree, NodeID(tree[node].c), arguments)
    case .constructorDeclaration, .arrowFunction:
      visit(tree, NodeID(tree[node].a), arguments)
      visit(tree, NodeID(tree[node].b), arguments)
    default:
      visit(tree, node, arguments)
    }
  }

  private mutating func visit(_ tree: SyntaxTree, _ node: NodeID, _ arguments: Name) {
    guard node.exists else { return }
    switch tree.kind(node) {
    case .thisExpression: usesThis = true
    case .newTarget: usesNewTarget = true
    case .superExpression:
      usesSuper = true
      usesThis = true
      usesNewTarget = true
    case .identifier:
      if Identifier(tree, node).name == arguments { usesArguments = true }
    case .arrowFunction:
      containsArrow = true
      children(tree, node, arguments)
    case .functionDeclaration, .functionExpression, .constructorDeclaration, .classStaticBlock:
      return
    case .methodDeclaration, .getAccessor, .setAccessor, .propertyDeclaration:
      // Only a computed name runs in the surrounding function.
      let name = NodeID(tree[node].a)
      if tree.kind(name) == .computedPropertyName { visit(tree, name, arguments) }
    default:
      children(tree, node, arguments)
    }
  }

  private mutating func children(_ tree: SyntaxTree, _ node: NodeID, _ arguments: Name) {
    var pending: [NodeID] = []
    tree.forEachChild(node) { pending.append($0) }
    for child in pending { visit(tree, child, arguments) }
  }
}
