import Syntax

/// The constant part of an instruction; its opcode says which case.
public enum Payload: Hashable, Sendable {
  case none
  case number(UInt64)  // The bit pattern of a double, so that payloads compare and hash exactly.
  case integer(Int64)
  case name(Name)
  case names(PoolRange)  // In the function's `namePool`.
  case integers(PoolRange)  // In the function's `integerPool`.
  case function(FunctionID)
  case global(GlobalID)
  case slot(SlotID)
  case runtime(RuntimeFunctionID)
  case builtin(BuiltinID)
  case test(TypeTest)
  case error(ErrorKind)
  case layout(LayoutID)

  /// A double as a payload.
  public static func double(_ value: Double) -> Payload { .number(value.bitPattern) }

  /// Whether it is a test for arrays.
  var asksForArray: Bool {
    if case .test(let test) = self { return test.asksForArray }
    return false
  }
}

/// A control-flow edge with the values for the target's parameters.
public struct Edge: Hashable, Sendable {
  public var target: BlockID
  public var arguments: PoolRange  // In the function's `operandPool`.
  public init(target: BlockID, arguments: PoolRange = .empty) {
    self.target = target
    self.arguments = arguments
  }
}

/// One PIR instruction; operands, edges and names live in pools of its function.
public struct Instruction: Sendable {
  public var opcode: Opcode
  /// `ValueID.none` for instructions of representation `void`.
  public var result: ValueID
  public var operands: PoolRange
  public var edges: PoolRange
  public var payload: Payload
  /// Byte offset in the function's file, for diagnostics, stack traces and debug lines.
  public var position: UInt32
}

/// What makes a value.
public enum ValueDefinition: Hashable, Sendable {
  case parameter(Int)
  case blockParameter(BlockID, Int)
  case instruction(InstructionID)
}

/// A value: its representation and its definition.
public struct Value: Sendable {
  public var representation: Representation
  /// The variable that it was first stored in, for remarks; empty if there was none.
  public var name: Name
  public var definition: ValueDefinition
  public init(representation: Representation, definition: ValueDefinition, name: Name = .empty) {
    self.representation = representation
    self.definition = definition
    self.name = name
  }
}

/// A basic block: parameters, instructions, a terminator last.
public struct Block: Sendable {
  public var parameters: [ValueID] = []
  public var instructions: [InstructionID] = []
  /// Where an exception of any instruction in the block goes; nil: to the caller. A handler has no parameters and
  /// begins with `catch`.
  public var handler: BlockID?
  /// Whether it is the general way beside one for what a pass guessed.
  public var isGeneral = false
  /// Whether control hardly ever gets here.
  public var isCold = false
  public init() {}
}
