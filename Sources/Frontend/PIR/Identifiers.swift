/// A value of one function: a parameter, a block parameter or an instruction's result.
public struct ValueID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  public static let none = ValueID(.max)
  @inlinable public var exists: Bool { raw != .max }
}

/// A basic block of one function.
public struct BlockID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// An instruction of one function.
public struct InstructionID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A local variable of one function that is not in SSA form.
public struct SlotID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A function of the module.
public struct FunctionID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A variable of the program's modules.
public struct GlobalID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A runtime function that instructions of the module call.
public struct RuntimeFunctionID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A built-in object that the module refers to.
public struct BuiltinID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A run of entries in one of a function's pools.
public struct PoolRange: Hashable, Sendable {
  public let start: UInt32
  public let count: UInt32
  @inlinable public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }
  public static let empty = PoolRange(start: 0, count: 0)
  @inlinable public var indices: Range<Int> { Int(start)..<Int(start + count) }
}
