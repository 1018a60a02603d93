// Views of destructuring patterns.

/// `bindingElement` and `omittedExpression`.
public struct ArrayPattern: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .arrayPattern }
  @inlinable public var elements: ListID { ListID(node.a) }
}

/// `bindingElement`s.
public struct ObjectPattern: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .objectPattern }
  @inlinable public var properties: ListID { ListID(node.a) }
}

/// Flag `.rest`. In an assignment the target is any left-hand side. Without a property name the target is an identifier that also names the property.
public struct BindingElement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .bindingElement }
  @inlinable public var target: NodeID { NodeID(node.a) }
  @inlinable public var initializer: NodeID { NodeID(node.b) }
  @inlinable public var propertyName: NodeID { NodeID(node.c) }
}
