import Syntax

/// The properties that objects of one origin begin with, each in an inline slot of its own: what all objects of a class
/// have when their constructor is done, or those of literals with the same names.
///
/// At run time the shapes of such objects carry the layout's number for as long as the promise holds: the properties are
/// data properties that can be written, in their slots. Objects that gain properties keep it, those that lose or redefine
/// one, or change their prototype, lose it.
public struct Layout: Sendable {
  /// One property; slots are numbered in order.
  public struct Field: Hashable, Sendable {
    public let name: Name
    /// A private name is a key of its own, whatever its spelling.
    public let isPrivate: Bool

    public init(_ name: Name, isPrivate: Bool = false) {
      self.name = name
      self.isPrivate = isPrivate
    }
  }

  public var fields: [Field]
  /// The constructor of a class; nil for literals.
  public var constructor: FunctionID?
  /// The layout of the class that this one extends.
  public var parent: LayoutID?
  /// The last layout of a class that extends this one; those between extend it too.
  public var last: LayoutID

  public init(fields: [Field], constructor: FunctionID? = nil, parent: LayoutID? = nil, last: LayoutID) {
    self.fields = fields
    self.constructor = constructor
    self.parent = parent
    self.last = last
  }

  /// Slots beyond lie outside of the object.
  public static let mostFields = 64

  /// The slot of a property.
  public func slot(of field: Field) -> Int? { fields.firstIndex(of: field) }
}

/// A layout of the module; 0 is none.
public struct LayoutID: Hashable, Comparable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: LayoutID, b: LayoutID) -> Bool { a.raw < b.raw }
}
