/// The kinds of JavaScript values that a PIR value may have at run time; the empty set: none seen yet.
public struct TypeSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let number = TypeSet(rawValue: 1 << 0)
  public static let string = TypeSet(rawValue: 1 << 1)
  public static let boolean = TypeSet(rawValue: 1 << 2)
  public static let undefined = TypeSet(rawValue: 1 << 3)
  public static let null = TypeSet(rawValue: 1 << 4)
  public static let object = TypeSet(rawValue: 1 << 5)
  public static let symbol = TypeSet(rawValue: 1 << 6)
  public static let bigint = TypeSet(rawValue: 1 << 7)
  /// The internal "nothing here".
  public static let hole = TypeSet(rawValue: 1 << 8)

  /// Every value that a program can see.
  public static let any: TypeSet = [.number, .string, .boolean, .undefined, .null, .object, .symbol, .bigint]
  public static let nullish: TypeSet = [.undefined, .null]

  /// Whether the set is known to hold only values of `other`, and at least one.
  @inlinable public func isWithin(_ other: TypeSet) -> Bool { !isEmpty && isSubset(of: other) }

  /// What a value of an unboxed representation can be.
  public init(_ representation: Representation) {
    switch representation {
    case .void: self = []
    case .i1: self = .boolean
    case .i32, .u32, .i64, .f64: self = .number
    case .string: self = .string
    case .object, .function, .cell: self = .object
    case .boxed: self = TypeSet.any.union(.hole)
    }
  }

  /// The unboxed representation that holds every value of the set, if there is one.
  public var representation: Representation? {
    switch self {
    case .number: return .f64
    case .string: return .string
    case .boolean: return .i1
    case .object: return .object
    default: return nil
    }
  }

  /// Whether every, or no, value of the set passes a test; nil if it depends, or if there is no value yet.
  public func answer(_ test: TypeTest) -> Bool? {
    guard !isEmpty else { return nil }
    let positive: TypeSet
    switch test {
    case .number: positive = .number
    case .string: positive = .string
    case .boolean: positive = .boolean
    case .undefined: positive = .undefined
    case .null: positive = .null
    case .nullish: positive = .nullish
    case .object: positive = .object
    case .symbol: positive = .symbol
    case .bigint: positive = .bigint
    case .hole: positive = .hole
    case .function, .array, .builtinArray, .map, .set: return isDisjoint(with: .object) ? false : nil
    }
    if isSubset(of: positive) { return true }
    return isDisjoint(with: positive) ? false : nil
  }
}
