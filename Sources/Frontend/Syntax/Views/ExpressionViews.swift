// Views of expressions.

/// Expressions, `spreadElement`, `omittedExpression`.
public struct ArrayLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .arrayLiteral }
  @inlinable public var elements: ListID { ListID(node.a) }
}

/// Property assignments, shorthands, spreads, methods and accessors.
public struct ObjectLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .objectLiteral }
  @inlinable public var properties: ListID { ListID(node.a) }
}

/// `name: value`; the name is an identifier, literal or computed name.
public struct PropertyAssignment: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .propertyAssignment }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var value: NodeID { NodeID(node.b) }
}

/// `{name}`.
public struct ShorthandPropertyAssignment: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .shorthandPropertyAssignment }
  @inlinable public var name: NodeID { NodeID(node.a) }
}

/// `...expression` in a call, array or object.
public struct SpreadElement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .spreadElement }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `[expression]` as a member name.
public struct ComputedPropertyName: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .computedPropertyName }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// Flags `.async`, `.generator`.
public struct FunctionExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .functionExpression }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
}

/// The body is a block or an expression; flag `.async`.
public struct ArrowFunction: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .arrowFunction }
  @inlinable public var signature: NodeID { NodeID(node.a) }
  @inlinable public var body: NodeID { NodeID(node.b) }
}

/// The heritage is `classHeritage` or none.
public struct ClassExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .classExpression }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var typeParameters: ListID { ListID(node.b) }
  @inlinable public var heritage: NodeID { NodeID(node.c) }
  @inlinable public var members: ListID { ListID(node.d) }
}

/// Arithmetic, relational, equality, bitwise, `&&`, `||`, `??`, `in`, `instanceof`.
public struct BinaryExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .binaryExpression }
  @inlinable public var left: NodeID { NodeID(node.a) }
  @inlinable public var right: NodeID { NodeID(node.b) }
  @inlinable public var `operator`: BinaryOperator { BinaryOperator(rawValue: UInt8(truncatingIfNeeded: node.c))! }
}

/// Destructuring targets are `arrayPattern` and `objectPattern`.
public struct AssignmentExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .assignmentExpression }
  @inlinable public var target: NodeID { NodeID(node.a) }
  @inlinable public var value: NodeID { NodeID(node.b) }
  @inlinable public var `operator`: AssignmentOperator { AssignmentOperator(rawValue: UInt8(truncatingIfNeeded: node.c))! }
}

/// `! ~ + - typeof void delete`.
public struct PrefixUnaryExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .prefixUnaryExpression }
  @inlinable public var operand: NodeID { NodeID(node.a) }
  @inlinable public var `operator`: UnaryOperator { UnaryOperator(rawValue: UInt8(truncatingIfNeeded: node.b))! }
}

/// `++ --`; flag `.prefix`.
public struct UpdateExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .updateExpression }
  @inlinable public var operand: NodeID { NodeID(node.a) }
  @inlinable public var `operator`: UpdateOperator { UpdateOperator(rawValue: UInt8(truncatingIfNeeded: node.b))! }
}

/// `c ? a : b`.
public struct ConditionalExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .conditionalExpression }
  @inlinable public var condition: NodeID { NodeID(node.a) }
  @inlinable public var whenTrue: NodeID { NodeID(node.b) }
  @inlinable public var whenFalse: NodeID { NodeID(node.c) }
}

/// Flag `.optional` for `?.(`.
public struct CallExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .callExpression }
  @inlinable public var callee: NodeID { NodeID(node.a) }
  @inlinable public var arguments: ListID { ListID(node.b) }
  @inlinable public var typeArguments: ListID { ListID(node.c) }
}

/// `new C(...)`; arguments may be absent.
public struct NewExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .newExpression }
  @inlinable public var callee: NodeID { NodeID(node.a) }
  @inlinable public var arguments: ListID { ListID(node.b) }
  @inlinable public var typeArguments: ListID { ListID(node.c) }
}

/// The name is an identifier or private identifier; flag `.optional` for `?.`.
public struct PropertyAccess: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .propertyAccess }
  @inlinable public var object: NodeID { NodeID(node.a) }
  @inlinable public var name: NodeID { NodeID(node.b) }
}

/// Flag `.optional` for `?.[`.
public struct ElementAccess: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .elementAccess }
  @inlinable public var object: NodeID { NodeID(node.a) }
  @inlinable public var index: NodeID { NodeID(node.b) }
}

/// The whole chain that a `?.` inside short-circuits.
public struct OptionalChain: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .optionalChain }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// Kept because it matters to function naming, chains and printing.
public struct ParenthesizedExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .parenthesizedExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `a, b`.
public struct SequenceExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .sequenceExpression }
  @inlinable public var expressions: ListID { ListID(node.a) }
}

/// Flag `.delegate` for `yield*`; the expression may be none.
public struct YieldExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .yieldExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `await e`.
public struct AwaitExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .awaitExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `e as T`; `as const` has a `typeReference` to `const`.
public struct AsExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .asExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// `e satisfies T`.
public struct SatisfiesExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .satisfiesExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// `e!`.
public struct NonNullExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .nonNullExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `<T>e`.
public struct TypeAssertion: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeAssertion }
  @inlinable public var expression: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// `f<T>` without a call.
public struct InstantiationExpression: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .instantiationExpression }
  @inlinable public var expression: NodeID { NodeID(node.a) }
  @inlinable public var typeArguments: ListID { ListID(node.b) }
}

/// `import(s)`.
public struct ImportCall: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importCall }
  @inlinable public var specifier: NodeID { NodeID(node.a) }
  @inlinable public var options: NodeID { NodeID(node.b) }
}

/// `eval(text)` with a constant text; `failure` is the empty name if the text could be parsed.
public struct EvalCall: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .evalCall }
  @inlinable public var statements: ListID { ListID(node.a) }
  @inlinable public var failure: Name { Name(node.b) }
}

/// Constant texts that are code of the global scope; for `Function` an expression that makes the function.
public struct GlobalCode: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .globalCode }
  @inlinable public var statements: ListID { ListID(node.a) }
  @inlinable public var failure: Name { Name(node.b) }
}

/// `#x in o`.
public struct PrivateIn: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .privateIn }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var object: NodeID { NodeID(node.b) }
}
