/// Typed views of nodes: `CallExpression(tree, id).callee` names an operand without copying or allocating.
///
/// A view may only be made of a node of its kind; debug builds check it.
public protocol SyntaxView {
  var node: Node { get }
  init(node: Node)
  static var kind: SyntaxKind { get }
}

extension SyntaxView {
  @inlinable public init(_ tree: SyntaxTree, _ id: NodeID) {
    self.init(node: tree[id])
    assert(node.kind == Self.kind, "view does not fit the node")
  }
}
