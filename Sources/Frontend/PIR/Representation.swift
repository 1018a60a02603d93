/// How a PIR value is held at run time; fixed for each value from the moment it is made.
public enum Representation: UInt8, Sendable, CaseIterable {
  /// No value.
  case void
  /// A truth value.
  case i1
  /// A number that is an integer in [-2^31, 2^31) and not -0.
  case i32
  /// A number that is an integer in [0, 2^32).
  case u32
  /// A number that is an integer in (-2^53, 2^53) and not -0. Only inside a function, never in a signature.
  case i64
  /// A number.
  case f64
  /// A pointer to a string; ropes included.
  case string
  /// A pointer to an object of any class; functions and arrays included.
  case object
  /// A pointer to a function object.
  case function
  /// A pointer to a cell that holds a captured variable; never visible to the program.
  case cell
  /// Any JavaScript value, NaN-boxed in 64 bits. Also carries the internal values `hole` (uninitialised, absent, end
  /// of iteration).
  case boxed

  /// The name in PIR text.
  public var name: String { String(describing: self) }

  /// Whether the collector must see values of this representation.
  public var isReference: Bool {
    switch self {
    case .string, .object, .function, .cell, .boxed: return true
    case .void, .i1, .i32, .u32, .i64, .f64: return false
    }
  }

  /// Whether values are JavaScript numbers.
  public var isNumber: Bool {
    switch self {
    case .i32, .u32, .i64, .f64: return true
    default: return false
    }
  }
}
