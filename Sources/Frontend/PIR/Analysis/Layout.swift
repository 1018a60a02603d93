import Syntax

/// The properties that objects of one origin begin with, each in an inline slot of its own: what all objects of a class
/// have when their constructor is done, or those of literals with the same names; and the methods and getters of the class.
/// A class's constructor has a layout of its own, of its static members. Literals that begin alike follow a layout of what they
/// share, a *prefix*, which no object has: one test of the range tells where those fields lie.
///
/// At run time the shapes of such objects carry the layout's number for as long as the promise holds: the properties are
/// data properties that can be written, in their slots, and looking up a method or getter gives the function named here.
/// Objects that gain properties keep it, those that lose or redefine one, hide a method, or change their prototype, lose it;
/// and all lose it when a method of the class changes.
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

    /// A slot of a constructor that holds an accessor: nothing is found in it.
    public static let accessor = Field(.empty, isPrivate: true)
  }

  /// A method that is found on the prototype of the class or of one that it extends.
  public struct Method: Sendable {
    public let name: Name
    /// Code that defines it runs once: there is one closure of it.
    public let function: FunctionID
  }

  public var fields: [Field]
  public var methods: [Method] = []
  /// Of accessors that are found as methods are.
  public var getters: [Method] = []
  /// Whether the class's definition runs at most once, so that there is one class with the layout.
  public var isSingle = false
  /// How many properties instances of the class probably get.
  public var capacity: Int
  /// The slots that always hold numbers, a bit each: what would store anything else takes the layout from the object.
  public var numbers: UInt64 = 0
  /// The slots that always hold typed arrays of one kind, with the layout of that kind. It is lost also when any such array loses
  /// that layout. Only of classes that exist once.
  public var typedArrays: [Int: ElementKind] = [:]
  /// The constructor of a class; nil for literals.
  public var constructor: FunctionID?
  /// The constructor that itself has the layout, whose properties all lie outside of the object.
  public var object: FunctionID?
  /// The layout of the class that this one extends.
  public var parent: LayoutID?
  /// The last layout of a class that extends this one, or of a literal that begins with this prefix; those between do so too.
  public var last: LayoutID

  public init(fields: [Field], constructor: FunctionID? = nil, parent: LayoutID? = nil, last: LayoutID) {
    self.fields = fields
    capacity = fields.count
    self.constructor = constructor
    self.parent = parent
    self.last = last
  }

  /// Slots beyond lie outside of the object.
  public static let mostFields = 64

  /// Where the properties of a constructor begin: behind `length`, `name` and `prototype`.
  private static let firstOfConstructor = 3

  /// The slot of a property.
  public func slot(of field: Field) -> Int? {
    fields.firstIndex(of: field).map { object == nil ? $0 : $0 + Self.firstOfConstructor }
  }

  /// Whether a slot of an object always holds a number.
  public func holdsNumber(_ slot: Int) -> Bool { slot < Self.mostFields && numbers >> UInt64(slot) & 1 != 0 }

  /// The function that looking up a method gives.
  public func method(_ name: Name) -> FunctionID? { methods.first { $0.name == name }?.function }

  /// The getter that reading a property calls.
  public func getter(_ name: Name) -> FunctionID? { getters.first { $0.name == name }?.function }
}

/// A layout of the module; 0 is none.
public struct LayoutID: Hashable, Comparable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  /// Numbers from here on are kinds of typed arrays, the runtime's RT_LAYOUT_TYPED_ARRAY.
  public static let typedArrays: UInt32 = 0xFFFF_FF00
  @inlinable public static func < (a: LayoutID, b: LayoutID) -> Bool { a.raw < b.raw }
}
