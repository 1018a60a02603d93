// Views of names and literals.

/// A reference, a binding or a plain property name.
public struct Identifier: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .identifier }
  @inlinable public var name: Name { Name(node.a) }
}

/// `#name`; the name is stored without `#`.
public struct PrivateIdentifier: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .privateIdentifier }
  @inlinable public var name: Name { Name(node.a) }
}

/// Also as a property name.
public struct NumericLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .numericLiteral }
  @inlinable public var number: NumberID { NumberID(node.a) }
}

/// Normalised decimal digits, no suffix.
public struct BigIntLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .bigIntLiteral }
  @inlinable public var digits: Name { Name(node.a) }
}

/// The cooked WTF-8 value.
public struct StringLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .stringLiteral }
  @inlinable public var value: Name { Name(node.a) }
}

/// A literal chunk of a template; flag `.invalidEscape` when it has no cooked value.
public struct TemplateElement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .templateElement }
  @inlinable public var cooked: Name { Name(node.a) }
  @inlinable public var raw: Name { Name(node.b) }
}

/// Always one element more than expressions.
public struct TemplateExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .templateExpression }
  @inlinable public var elements: ListID { ListID(node.a) }
  @inlinable public var expressions: ListID { ListID(node.b) }
}

/// A template applied to a tag.
public struct TaggedTemplate: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .taggedTemplate }
  @inlinable public var tag: NodeID { NodeID(node.a) }
  @inlinable public var template: NodeID { NodeID(node.b) }
  @inlinable public var typeArguments: ListID { ListID(node.c) }
}

/// `/pattern/flags`.
public struct RegularExpressionLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .regularExpressionLiteral }
  @inlinable public var pattern: Name { Name(node.a) }
  @inlinable public var regexpFlags: Name { Name(node.b) }
}
