// Views of types and of their members.

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
