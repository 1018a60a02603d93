import Syntax

/// A type of the program; an index into `TypeArena.types`. Equal ids are identical types.
public struct TypeID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }

  /// What the program calls `any`.
  public static let any = TypeID(0)
  /// An `any` that stands for a type beyond this checker: it never leads to an error.
  public static let unresolved = TypeID(1)
  public static let unknown = TypeID(2)
  public static let never = TypeID(3)
  public static let void = TypeID(4)
  public static let undefined = TypeID(5)
  public static let null = TypeID(6)
  public static let string = TypeID(7)
  public static let number = TypeID(8)
  public static let bigint = TypeID(9)
  public static let symbol = TypeID(10)
  /// The keyword `object`.
  public static let object = TypeID(11)
  public static let `true` = TypeID(12)
  public static let `false` = TypeID(13)
  /// `true | false`.
  public static let boolean = TypeID(14)
  /// `{}`.
  public static let emptyObject = TypeID(15)
}

/// Distinguishes types; `Type.payload` is read accordingly.
public enum TypeKind: UInt8, Sendable {
  case any, unknown, never, void, undefined, null, string, number, bigint, symbol, object
  case booleanLiteral
  /// Payload: the name.
  case stringLiteral
  /// Payload: index of the value.
  case numberLiteral
  /// Payload: the digits.
  case bigintLiteral
  /// Payload: the member's symbol.
  case enumMember
  case union, intersection
  /// A class or interface with type arguments; payload: its symbol.
  case reference
  /// An object type written or inferred in one place; payload: index into `anonymous`.
  case anonymous
  /// Element types in `list`; payload: index into `tuples`.
  case tuple
  /// Payload: its symbol.
  case typeParameter
  /// The `this` type of a class or interface; payload: its symbol.
  case thisParameter
  /// `keyof T`, still generic.
  case keyof
  /// `T[K]`, still generic.
  case indexedAccess
  /// A generic alias whose body needs its arguments; payload: the alias's symbol.
  case application
}

/// One type.
public struct Type: Sendable {
  public var kind: TypeKind
  public var payload: UInt32
  /// Constituents, type arguments or elements.
  public var list: [TypeID]
  /// The literal type of a literal expression, which widens when it is stored in something mutable.
  public var isFresh = false
  /// Mentions type parameters, so that instantiation may change it.
  public var isGeneric = false
  /// The name under which a union, object or function type was declared.
  public var alias: SymbolID?
  public var aliasArguments: [TypeID] = []
}

/// A property of an object type.
public struct Property: Sendable {
  /// What a property allows.
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public static let optional = Flags(rawValue: 1)
    public static let readonly = Flags(rawValue: 2)
    public static let method = Flags(rawValue: 4)
    public static let `private` = Flags(rawValue: 8)
    public static let protected = Flags(rawValue: 16)
    public static let abstract = Flags(rawValue: 32)
    public static let getter = Flags(rawValue: 64)
    public static let setter = Flags(rawValue: 128)
  }

  public let name: Name
  public var flags: Flags
  /// Where it was declared; several for overloads and accessors.
  public var declarations: [NodeID]
  public var file: FileID
  public var mapper: MapperID
  /// Known already, or nil to be read from the declaration.
  public var type: TypeID?
  /// The class that declared it.
  public var owner: SymbolID?
}

/// The resolved members of an object type.
public struct Members: Sendable {
  public var properties: [Property] = []
  public var index: [Name: Int] = [:]
  public var call: [SignatureID] = []
  public var construct: [SignatureID] = []
  public var stringIndex: TypeID?
  public var numberIndex: TypeID?
  public var isIncomplete = false

  /// Adds `property`, or replaces the one of its name.
  mutating func add(_ property: Property) {
    if let old = index[property.name] {
      properties[old] = property
    } else {
      index[property.name] = properties.count
      properties.append(property)
    }
  }

  func property(_ name: Name) -> Property? { index[name].map { properties[$0] } }
}

/// Where an anonymous type comes from.
enum AnonymousSource {
  /// A type literal, function type, mapped type… of the syntax.
  case node(NodeID, FileID, MapperID)
  /// The constructor side of a class.
  case classStatics(SymbolID)
  /// A function, an enum object, a namespace…
  case value(SymbolID)
  /// The namespace object of a module.
  case module(FileID)
  /// Members known from the start: object literals, `Pick`…
  case members(Members)
  /// Another anonymous type under a mapper.
  case instantiated(TypeID, MapperID)
}

/// How tuple elements are present.
struct TupleShape: Hashable {
  /// 0 required, 1 optional, 2 rest.
  var elements: [UInt8]
  var isReadonly: Bool
}

/// A substitution of types for type parameters; an index into the arena's mappers.
public struct MapperID: Hashable, Sendable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }
  public static let identity = MapperID(0)
}

/// A call or construct signature; an index into the checker's signatures.
public struct SignatureID: Hashable, Sendable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }
}

/// One parameter of a signature.
struct SignatureParameter {
  var name: Name
  var type: TypeID
  var isOptional: Bool
  var isRest: Bool
}

/// `x is T`, `asserts x`.
struct SignaturePredicate {
  /// -1 for `this`.
  var parameter: Int
  var type: TypeID?
  var asserts: Bool
}

/// A call or construct signature.
struct SignatureInfo {
  var typeParameters: [TypeID] = []
  var parameters: [SignatureParameter] = []
  var returnType: TypeID?
  /// The function whose body gives the return type.
  var body: (node: NodeID, file: FileID, mapper: MapperID)?
  var predicate: SignaturePredicate?
  var thisType: TypeID?
  var isMethod = false
  var isAbstract = false
  /// How many arguments a call must give.
  var minimum = 0

  var hasRest: Bool { parameters.last?.isRest ?? false }
}
