// Views of imports, exports and TypeScript's declarations.

/// No clause for `import "x"`; flag `.typeOnly`.
public struct ImportDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importDeclaration }
  @inlinable public var specifier: NodeID { NodeID(node.a) }
  @inlinable public var clause: NodeID { NodeID(node.b) }
  @inlinable public var attributes: ListID { ListID(node.c) }
}

/// Names are identifiers or none.
public struct ImportClause: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importClause }
  @inlinable public var defaultName: NodeID { NodeID(node.a) }
  @inlinable public var namespaceName: NodeID { NodeID(node.b) }
  @inlinable public var specifiers: ListID { ListID(node.c) }
}

/// Flag `.typeOnly`; imported may be a string literal.
public struct ImportSpecifier: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importSpecifier }
  @inlinable public var imported: NodeID { NodeID(node.a) }
  @inlinable public var local: NodeID { NodeID(node.b) }
}

/// `with { type: "json" }`.
public struct ImportAttribute: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importAttribute }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var value: NodeID { NodeID(node.b) }
}

/// The reference is an entity name or `externalModuleReference`.
public struct ImportEqualsDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importEqualsDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var reference: NodeID { NodeID(node.b) }
}

/// `require("x")`.
public struct ExternalModuleReference: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .externalModuleReference }
  @inlinable public var specifier: NodeID { NodeID(node.a) }
}

/// `export {}` / `export * [as ns] from`; flags `.star .typeOnly`.
public struct ExportDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .exportDeclaration }
  @inlinable public var specifier: NodeID { NodeID(node.a) }
  @inlinable public var specifiers: ListID { ListID(node.b) }
  @inlinable public var namespaceName: NodeID { NodeID(node.c) }
  @inlinable public var attributes: ListID { ListID(node.d) }
}

/// Flag `.typeOnly`; equal nodes when there is no `as`.
public struct ExportSpecifier: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .exportSpecifier }
  @inlinable public var local: NodeID { NodeID(node.a) }
  @inlinable public var exported: NodeID { NodeID(node.b) }
}

/// `export default e`; flag `.exportEquals` for `export =`.
public struct ExportAssignment: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .exportAssignment }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `extends` holds `typeReference`s.
public struct InterfaceDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .interfaceDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var typeParameters: ListID { ListID(node.b) }
  @inlinable public var `extends`: ListID { ListID(node.c) }
  @inlinable public var members: ListID { ListID(node.d) }
}

/// `type N = T`.
public struct TypeAliasDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeAliasDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var typeParameters: ListID { ListID(node.b) }
  @inlinable public var type: NodeID { NodeID(node.c) }
}

/// Flags `.const .declare`.
public struct EnumDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .enumDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var members: ListID { ListID(node.b) }
}

/// The initializer may be none.
public struct EnumMember: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .enumMember }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var initializer: NodeID { NodeID(node.b) }
}

/// `namespace A {}`, `declare module "x" {}`, `declare global {}`; the body is `moduleBlock`, a nested `moduleDeclaration` or none.
public struct ModuleDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .moduleDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var body: NodeID { NodeID(node.b) }
}

/// Body of a namespace.
public struct ModuleBlock: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .moduleBlock }
  @inlinable public var statements: ListID { ListID(node.a) }
}
