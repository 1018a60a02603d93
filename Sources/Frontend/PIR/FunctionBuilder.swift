import Syntax

/// Appends blocks and instructions to a function under construction.
public struct FunctionBuilder: Sendable {
  public var function: PIRFunction
  /// Where `emit` appends.
  public private(set) var block: BlockID
  /// Byte offset given to new instructions.
  public var position: UInt32 = 0
  /// The handler that new blocks get.
  public var handler: BlockID?

  /// Starts `function` with an empty entry block.
  public init(_ function: PIRFunction) {
    self.function = function
    block = PIRFunction.entry
    if self.function.blocks.isEmpty { self.function.blocks.append(Block()) }
  }

  /// Adds an incoming parameter.
  public mutating func addParameter(
    _ kind: ParameterKind, _ representation: Representation, hint: Representation? = nil
  ) -> ValueID {
    let value = newValue(representation, .parameter(function.parameters.count))
    function.parameters.append(Parameter(kind: kind, value: value, hint: hint))
    return value
  }

  public mutating func addSlot(_ name: Name, _ representation: Representation = .boxed) -> SlotID {
    function.slots.append(Slot(name: name, representation: representation))
    return SlotID(UInt32(function.slots.count - 1))
  }

  /// A new, empty block with the current handler; `move(to:)` it to fill it.
  public mutating func newBlock() -> BlockID {
    var block = Block()
    block.handler = handler
    function.blocks.append(block)
    return BlockID(UInt32(function.blocks.count - 1))
  }

  public mutating func addBlockParameter(_ block: BlockID, _ representation: Representation) -> ValueID {
    let value = newValue(representation, .blockParameter(block, function[block].parameters.count))
    function[block].parameters.append(value)
    return value
  }

  public mutating func move(to block: BlockID) { self.block = block }

  /// Whether the current block already ends in a terminator.
  public var isTerminated: Bool {
    guard let last = function[block].instructions.last else { return false }
    return function[last].opcode.isTerminator
  }

  /// Appends an instruction; `result` must be given where the opcode does not fix it.
  @discardableResult
  public mutating func emit(
    _ opcode: Opcode, _ operands: [ValueID] = [], payload: Payload = .none, result: Representation? = nil
  ) -> ValueID {
    append(opcode, operands, edges: [], payload: payload, result: result)
  }

  public mutating func jump(_ target: BlockID, _ arguments: [ValueID] = []) {
    append(.jump, [], edges: [edge(target, arguments)], payload: .none, result: nil)
  }

  public mutating func branch(
    _ condition: ValueID, _ whenTrue: BlockID, _ trueArguments: [ValueID] = [], _ whenFalse: BlockID,
    _ falseArguments: [ValueID] = []
  ) {
    let edges = [edge(whenTrue, trueArguments), edge(whenFalse, falseArguments)]
    append(.branch, [condition], edges: edges, payload: .none, result: nil)
  }

  public mutating func switchInt(_ value: ValueID, _ cases: [(Int64, BlockID)], default fallback: BlockID) {
    let start = function.integerPool.count
    function.integerPool.append(contentsOf: cases.map(\.0))
    let payload = Payload.integers(PoolRange(start: UInt32(start), count: UInt32(cases.count)))
    append(.switchInt, [value], edges: cases.map { Edge(target: $0.1) } + [Edge(target: fallback)], payload: payload, result: nil)
  }

  public mutating func suspend(_ value: ValueID, _ reason: SuspensionReason, resumeIn next: BlockID) {
    append(.suspend, [value], edges: [edge(next, [])], payload: .integer(reason.rawValue), result: nil)
  }

  /// Begins a function that suspends where nothing is to be bound before.
  public mutating func startSuspending() {
    let next = newBlock()
    suspend(emit(.undefined), .start, resumeIn: next)
    move(to: next)
  }

  /// Await (ECMA-262 27.7.5.3): the value of the settled promise, or its reason thrown.
  public mutating func await(_ value: ValueID, _ module: inout PIRModule) -> ValueID {
    let function = RuntimeFunction(symbol: "rt_await", parameters: [.boxed, .boxed], result: .void, effects: .any)
    let frame = emit(.box, [emit(.frame)])
    emit(.callRuntime, [frame, value], payload: .runtime(module.runtime(function)), result: .void)
    let next = newBlock()
    suspend(emit(.undefined), .await, resumeIn: next)
    move(to: next)
    let mode = emit(.resumeMode)
    let result = emit(.resumeValue)
    let failed = newBlock()
    let going = newBlock()
    switchInt(mode, [(1, failed)], default: going)
    move(to: failed)
    emit(.throw, [result])
    move(to: going)
    return result
  }

  /// Stores names in the pool for a payload.
  public mutating func names(_ names: [Name]) -> Payload {
    let start = function.namePool.count
    function.namePool.append(contentsOf: names)
    return .names(PoolRange(start: UInt32(start), count: UInt32(names.count)))
  }

  @discardableResult
  private mutating func append(
    _ opcode: Opcode, _ operands: [ValueID], edges: [Edge], payload: Payload, result: Representation?
  ) -> ValueID {
    assert(!isTerminated, "instruction after a terminator")
    let representation = result ?? opcode.info.result!
    let id = InstructionID(UInt32(function.instructions.count))
    let value = representation == .void ? ValueID.none : newValue(representation, .instruction(id))
    let operandStart = function.operandPool.count
    function.operandPool.append(contentsOf: operands)
    let edgeStart = function.edgePool.count
    function.edgePool.append(contentsOf: edges)
    function.instructions.append(
      Instruction(
        opcode: opcode, result: value,
        operands: PoolRange(start: UInt32(operandStart), count: UInt32(operands.count)),
        edges: PoolRange(start: UInt32(edgeStart), count: UInt32(edges.count)), payload: payload, position: position))
    function[block].instructions.append(id)
    return value
  }

  private mutating func edge(_ target: BlockID, _ arguments: [ValueID]) -> Edge {
    let start = function.operandPool.count
    function.operandPool.append(contentsOf: arguments)
    return Edge(target: target, arguments: PoolRange(start: UInt32(start), count: UInt32(arguments.count)))
  }

  private mutating func newValue(_ representation: Representation, _ definition: ValueDefinition) -> ValueID {
    function.values.append(Value(representation: representation, definition: definition))
    return ValueID(UInt32(function.values.count - 1))
  }
}
