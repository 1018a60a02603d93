import PIR

/// Where the code of a built-in function is.
public enum BuiltinImplementation: Hashable, Sendable {
  /// A C symbol of the boxed ABI.
  case native(String)
  /// An exported function of a prelude file, as `FILE:EXPORT`.
  case prelude(String)
}

/// The receiver that a fast form expects.
public enum FastReceiver: Hashable, Sendable {
  /// A static function: no receiver.
  case none
  /// A primitive receiver of a representation.
  case primitive(Representation)
  /// An object that passes a type test, handed over as an object pointer.
  case tested(TypeTest)
}

/// What a fast form or an intrinsic executes.
public enum FastTarget: Hashable, Sendable {
  case runtime(RuntimeFunction)
  case opcode(Opcode, TypeTest?)
}

extension Opcode {
  /// Whether a built-in that the opcode stands for takes a number modulo 2^32 there.
  public func wrapsOperand(_ index: Int, _ representation: Representation) -> Bool {
    info.operands.indices.contains(index) && info.operands[index] == .i32 && representation == .f64
  }
}

/// A typed way to call a built-in function when receiver and arguments have known representations.
public struct FastForm: Hashable, Sendable {
  public let receiver: FastReceiver
  /// Without the receiver.
  public let parameters: [Representation]
  public let result: Representation
  public let target: FastTarget
}

/// What a property of a built-in object is.
public enum BuiltinMemberKind: Hashable, Sendable {
  case method(BuiltinImplementation, length: Int)
  case getter(BuiltinImplementation)
  case number(Double)
  case string(String)
  case undefined
  case object(String)
}

/// A property of a built-in object, or of the global object.
public struct BuiltinMember: Sendable {
  /// The object's name; `globalThis` for globals.
  public var object: String
  public var key: String
  public var kind: BuiltinMemberKind
  public var isEnumerable = false
  public var isWritable = true
  /// Whether it is linked with its object though the program does not name it, because the runtime looks it up.
  public var isLinkedWithObject = false
  /// An object that what it does makes.
  public var madeObject: String?
  public var isConfigurable = true
  /// The key of the member of the same object whose function this one is, too.
  public var original: String?
  /// Of accessors.
  public var setter: BuiltinImplementation?
  public var fastForms: [FastForm] = []
}

/// A built-in object of the manifest.
public struct BuiltinObjectRow: Sendable {
  public let name: String
  public let index: Int
  /// The objects one of which a program must reach to reach this one; nil if every program can.
  public var reachedWith: [String]?
  public var call: BuiltinImplementation?
  public var construct: BuiltinImplementation?
  public var length = 0
  /// The C function that makes the object if it is an exotic one.
  public var make: BuiltinImplementation?
  public var fastForms: [FastForm] = []
  /// The forms of `new`.
  public var newForms: [FastForm] = []
  /// Whether only its constructor makes objects that have this prototype, so that programs without it need no members.
  public var isMadeByConstructor = false
  /// Indices into `BuiltinManifest.members`.
  public var members: [Int] = []
}
