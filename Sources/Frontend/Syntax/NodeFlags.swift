/// Modifiers and variations of a node; each kind's doc comment says which it uses.
public struct NodeFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let async = NodeFlags(rawValue: 1 << 0)
  public static let generator = NodeFlags(rawValue: 1 << 1)
  /// `?.` in chains, `?` on parameters and members.
  public static let optional = NodeFlags(rawValue: 1 << 2)
  public static let rest = NodeFlags(rawValue: 1 << 3)
  public static let `static` = NodeFlags(rawValue: 1 << 4)
  public static let readonly = NodeFlags(rawValue: 1 << 5)
  public static let abstract = NodeFlags(rawValue: 1 << 6)
  public static let declare = NodeFlags(rawValue: 1 << 7)
  public static let `public` = NodeFlags(rawValue: 1 << 8)
  public static let `private` = NodeFlags(rawValue: 1 << 9)
  public static let protected = NodeFlags(rawValue: 1 << 10)
  public static let override = NodeFlags(rawValue: 1 << 11)
  public static let accessor = NodeFlags(rawValue: 1 << 12)
  /// `!` after a declared name.
  public static let definite = NodeFlags(rawValue: 1 << 13)
  public static let export = NodeFlags(rawValue: 1 << 14)
  public static let `default` = NodeFlags(rawValue: 1 << 15)
  public static let const = NodeFlags(rawValue: 1 << 16)
  public static let typeOnly = NodeFlags(rawValue: 1 << 17)
  public static let prefix = NodeFlags(rawValue: 1 << 18)
  public static let delegate = NodeFlags(rawValue: 1 << 19)
  public static let await = NodeFlags(rawValue: 1 << 20)
  public static let star = NodeFlags(rawValue: 1 << 21)
  public static let exportEquals = NodeFlags(rawValue: 1 << 22)
  public static let invalidEscape = NodeFlags(rawValue: 1 << 23)
  public static let getter = NodeFlags(rawValue: 1 << 24)
  public static let setter = NodeFlags(rawValue: 1 << 25)
  public static let asserts = NodeFlags(rawValue: 1 << 26)
  public static let `in` = NodeFlags(rawValue: 1 << 27)
  public static let out = NodeFlags(rawValue: 1 << 28)
  public static let module = NodeFlags(rawValue: 1 << 29)
  public static let typeofImport = NodeFlags(rawValue: 1 << 30)
  /// A `"use strict"`-like detail is not needed: all code is strict. Set where an arrow's body is an expression.
  public static let expressionBody = NodeFlags(rawValue: 1 << 31)

  // Only on `mappedType`, sharing bits that it does not use otherwise.
  public static let readonlyAdd = NodeFlags(rawValue: 1 << 0)
  public static let readonlyRemove = NodeFlags(rawValue: 1 << 1)
  public static let optionalAdd = NodeFlags(rawValue: 1 << 3)
  public static let optionalRemove = NodeFlags(rawValue: 1 << 4)
}
