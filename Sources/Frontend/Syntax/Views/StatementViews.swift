// Views of a file and its statements.

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
