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

// MARK: Names and literals

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

// MARK: Expressions

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

// MARK: Patterns

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

// MARK: Functions and classes

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

// MARK: Statements

/// The root of a file; flag `.module` if it has an import or export.
public struct Program: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .program }
  @inlinable public var statements: ListID { ListID(node.a) }
}

/// `{ … }`.
public struct Block: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .block }
  @inlinable public var statements: ListID { ListID(node.a) }
}

/// Directive prologues included.
public struct ExpressionStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .expressionStatement }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// Also the head of `for`.
public struct VariableStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .variableStatement }
  @inlinable public var declarations: ListID { ListID(node.a) }
  @inlinable public var keyword: VariableKeyword { VariableKeyword(rawValue: UInt8(truncatingIfNeeded: node.b))! }
}

/// Flag `.definite` for `!`.
public struct VariableDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .variableDeclaration }
  @inlinable public var target: NodeID { NodeID(node.a) }
  @inlinable public var initializer: NodeID { NodeID(node.b) }
  @inlinable public var type: NodeID { NodeID(node.c) }
}

/// The else branch may be none.
public struct IfStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .ifStatement }
  @inlinable public var condition: NodeID { NodeID(node.a) }
  @inlinable public var thenBranch: NodeID { NodeID(node.b) }
  @inlinable public var elseBranch: NodeID { NodeID(node.c) }
}

/// The initializer is a `variableStatement`, an expression or none.
public struct ForStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .forStatement }
  @inlinable public var initializer: NodeID { NodeID(node.a) }
  @inlinable public var condition: NodeID { NodeID(node.b) }
  @inlinable public var increment: NodeID { NodeID(node.c) }
  @inlinable public var body: NodeID { NodeID(node.d) }
}

/// The left side is a `variableStatement` or an assignment target.
public struct ForInStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .forInStatement }
  @inlinable public var left: NodeID { NodeID(node.a) }
  @inlinable public var expression: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
}

/// Flag `.await`.
public struct ForOfStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .forOfStatement }
  @inlinable public var left: NodeID { NodeID(node.a) }
  @inlinable public var expression: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
}

/// `while`.
public struct WhileStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .whileStatement }
  @inlinable public var condition: NodeID { NodeID(node.a) }
  @inlinable public var body: NodeID { NodeID(node.b) }
}

/// `do … while`.
public struct DoStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .doStatement }
  @inlinable public var body: NodeID { NodeID(node.a) }
  @inlinable public var condition: NodeID { NodeID(node.b) }
}

/// Empty name without a label.
public struct ContinueStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .continueStatement }
  @inlinable public var label: Name { Name(node.a) }
}

/// Empty name without a label.
public struct BreakStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .breakStatement }
  @inlinable public var label: Name { Name(node.a) }
}

/// The expression may be none.
public struct ReturnStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .returnStatement }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `throw e`.
public struct ThrowStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .throwStatement }
  @inlinable public var expression: NodeID { NodeID(node.a) }
}

/// `caseClause`s.
public struct SwitchStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .switchStatement }
  @inlinable public var discriminant: NodeID { NodeID(node.a) }
  @inlinable public var clauses: ListID { ListID(node.b) }
}

/// No test for `default`.
public struct CaseClause: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .caseClause }
  @inlinable public var test: NodeID { NodeID(node.a) }
  @inlinable public var statements: ListID { ListID(node.b) }
}

/// `label: s`.
public struct LabeledStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .labeledStatement }
  @inlinable public var label: Name { Name(node.a) }
  @inlinable public var body: NodeID { NodeID(node.b) }
}

/// Either may be none, not both.
public struct TryStatement: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .tryStatement }
  @inlinable public var block: NodeID { NodeID(node.a) }
  @inlinable public var catchClause: NodeID { NodeID(node.b) }
  @inlinable public var finallyBlock: NodeID { NodeID(node.c) }
}

/// The binding may be none.
public struct CatchClause: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .catchClause }
  @inlinable public var binding: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
  @inlinable public var block: NodeID { NodeID(node.c) }
}

/// No body for an overload or `declare`.
public struct FunctionDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .functionDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
  @inlinable public var body: NodeID { NodeID(node.c) }
}

/// Flags `.abstract .declare`.
public struct ClassDeclaration: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .classDeclaration }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var typeParameters: ListID { ListID(node.b) }
  @inlinable public var heritage: NodeID { NodeID(node.c) }
  @inlinable public var members: ListID { ListID(node.d) }
}

// MARK: Modules and TypeScript declarations

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

// MARK: Types

/// `any unknown never void string number …`.
public struct KeywordType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .keywordType }
  @inlinable public var keyword: TypeKeyword { TypeKeyword(rawValue: UInt8(truncatingIfNeeded: node.a))! }
}

/// The name is an identifier or `qualifiedName`.
public struct TypeReference: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeReference }
  @inlinable public var typeName: NodeID { NodeID(node.a) }
  @inlinable public var typeArguments: ListID { ListID(node.b) }
}

/// `A.B`.
public struct QualifiedName: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .qualifiedName }
  @inlinable public var left: NodeID { NodeID(node.a) }
  @inlinable public var right: NodeID { NodeID(node.b) }
}

/// `{ … }`.
public struct TypeLiteral: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeLiteral }
  @inlinable public var members: ListID { ListID(node.a) }
}

/// `T[]`.
public struct ArrayType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .arrayType }
  @inlinable public var element: NodeID { NodeID(node.a) }
}

/// Types, `namedTupleMember`, `optionalType`, `restType`.
public struct TupleType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .tupleType }
  @inlinable public var elements: ListID { ListID(node.a) }
}

/// Flags `.optional .rest`.
public struct NamedTupleMember: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .namedTupleMember }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// `T?` in a tuple.
public struct OptionalType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .optionalType }
  @inlinable public var type: NodeID { NodeID(node.a) }
}

/// `...T` in a tuple.
public struct RestType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .restType }
  @inlinable public var type: NodeID { NodeID(node.a) }
}

/// `A | B`.
public struct UnionType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .unionType }
  @inlinable public var types: ListID { ListID(node.a) }
}

/// `A & B`.
public struct IntersectionType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .intersectionType }
  @inlinable public var types: ListID { ListID(node.a) }
}

/// `(a: A) => R`.
public struct FunctionType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .functionType }
  @inlinable public var signature: NodeID { NodeID(node.a) }
}

/// Flag `.abstract`.
public struct ConstructorType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .constructorType }
  @inlinable public var signature: NodeID { NodeID(node.a) }
}

/// `A extends B ? C : D`.
public struct ConditionalType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .conditionalType }
  @inlinable public var check: NodeID { NodeID(node.a) }
  @inlinable public var `extends`: NodeID { NodeID(node.b) }
  @inlinable public var whenTrue: NodeID { NodeID(node.c) }
  @inlinable public var whenFalse: NodeID { NodeID(node.d) }
}

/// `infer T`.
public struct InferType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .inferType }
  @inlinable public var typeParameter: NodeID { NodeID(node.a) }
}

/// `(T)`.
public struct ParenthesizedType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .parenthesizedType }
  @inlinable public var type: NodeID { NodeID(node.a) }
}

/// `keyof unique readonly`.
public struct TypeOperator: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeOperator }
  @inlinable public var type: NodeID { NodeID(node.a) }
  @inlinable public var `operator`: TypeOperatorKind { TypeOperatorKind(rawValue: UInt8(truncatingIfNeeded: node.b))! }
}

/// `T[K]`.
public struct IndexedAccessType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .indexedAccessType }
  @inlinable public var object: NodeID { NodeID(node.a) }
  @inlinable public var index: NodeID { NodeID(node.b) }
}

/// Flags `.readonlyAdd .readonlyRemove .optionalAdd .optionalRemove`.
public struct MappedType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .mappedType }
  @inlinable public var typeParameter: NodeID { NodeID(node.a) }
  @inlinable public var nameType: NodeID { NodeID(node.b) }
  @inlinable public var type: NodeID { NodeID(node.c) }
}

/// A literal expression, or a negated number.
public struct LiteralType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .literalType }
  @inlinable public var literal: NodeID { NodeID(node.a) }
}

/// A template of types.
public struct TemplateLiteralType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .templateLiteralType }
  @inlinable public var elements: ListID { ListID(node.a) }
  @inlinable public var types: ListID { ListID(node.b) }
}

/// `typeof x`.
public struct TypeQuery: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeQuery }
  @inlinable public var expressionName: NodeID { NodeID(node.a) }
  @inlinable public var typeArguments: ListID { ListID(node.b) }
}

/// `import("x").T`; flag `.typeofImport`.
public struct ImportType: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .importType }
  @inlinable public var argument: NodeID { NodeID(node.a) }
  @inlinable public var qualifier: NodeID { NodeID(node.b) }
  @inlinable public var typeArguments: ListID { ListID(node.c) }
}

/// `x is T`; flag `.asserts`; the name may be `thisType`.
public struct TypePredicate: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typePredicate }
  @inlinable public var parameterName: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// Flags `.const .in .out`.
public struct TypeParameter: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .typeParameter }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var constraint: NodeID { NodeID(node.b) }
  @inlinable public var defaultType: NodeID { NodeID(node.c) }
}

/// Flags `.optional .readonly`.
public struct PropertySignature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .propertySignature }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}

/// Flag `.optional`; also accessors, with flags `.getter .setter`.
public struct MethodSignature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .methodSignature }
  @inlinable public var name: NodeID { NodeID(node.a) }
  @inlinable public var signature: NodeID { NodeID(node.b) }
}

/// `(a: A): R` in a type.
public struct CallSignature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .callSignature }
  @inlinable public var signature: NodeID { NodeID(node.a) }
}

/// `new (a: A): R` in a type.
public struct ConstructSignature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .constructSignature }
  @inlinable public var signature: NodeID { NodeID(node.a) }
}

/// `[k: K]: V`; flags `.static .readonly`.
public struct IndexSignature: SyntaxView {
  public let node: Node
  @inlinable public init(node: Node) { self.node = node }
  @inlinable public static var kind: SyntaxKind { .indexSignature }
  @inlinable public var parameter: NodeID { NodeID(node.a) }
  @inlinable public var type: NodeID { NodeID(node.b) }
}
