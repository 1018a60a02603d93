// Views of functions and of the members of classes.

/// Shared by functions, methods, signatures and function types.
public struct Signature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .signature }
  @inlinable public var typeParameters: ListID { ListID(node.a) }
  @inlinable public var parameters: ListID { ListID(node.b) }
  @inlinable public var returnType: NodeID { NodeID(node.c) }
}

/// Flags `.rest .optional` and, for parameter properties, accessibility and `.readonly`. A `this` parameter is an identifier named `this`.
public struct Parameter: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .parameter }
  @inlinable public var target: NodeID { NodeID(node.a) }
  @inlinable public var initializer: NodeID { NodeID(node.b) }
  @inlinable public var type: NodeID { NodeID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// In classes and object literals; flags `.static .async .generator .optional .abstract`.
public struct MethodDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .methodDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// `get name() {}`.
public struct GetAccessor: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .getAccessor }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// `set name(v) {}`.
public struct SetAccessor: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .setAccessor }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// The body is none for an overload.
public struct ConstructorDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .constructorDeclaration }
  @inlinable public var signature: NodeID { NodeID(node.a) }
  @inlinable public var body: NodeID { NodeID(node.b) }
}

/// A class field; flags `.static .readonly .optional .definite .declare .abstract .accessor`.
public struct PropertyDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .propertyDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var initializer: NodeID { NodeID(node.b) }
  @inlinable public var type: NodeID { NodeID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// `static {}`.
public struct ClassStaticBlock: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .classStaticBlock }
  @inlinable public var body: NodeID { NodeID(node.a) }
}

/// The superclass is an expression or none.
public struct ClassHeritage: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .classHeritage }
  @inlinable public var superclass: NodeID { NodeID(node.a) }
  @inlinable public var superclassTypeArguments: ListID { ListID(node.b) }
  @inlinable public var implements: ListID { ListID(node.c) }
  @inlinable public var decorators: ListID { ListID(node.d) }
}

/// `@expression`.
public struct Decorator: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .decorator }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}
