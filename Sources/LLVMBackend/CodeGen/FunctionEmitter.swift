import LLVM
import PIR
import Syntax

/// Translates one function of the program to LLVM IR.
///
/// PIR blocks become LLVM blocks with phis for their parameters, in an order in which definitions come before uses. An
/// instruction that can throw ends its LLVM block: the exception goes to a block shared by all instructions with one
/// handler, which notes the position for the stack trace.
final class FunctionEmitter {
  let id: FunctionID
  let function: PIRFunction
  let unit: ModuleEmitter
  let builder: IRBuilder
  let context: IRContext
  let value: IRValue
  let throwing: Bool
  let debugScope: DebugScope?
  let rawNumbers: RawNumbers

  /// By `ValueID`.
  var values: [IRValue?]
  /// By `BlockID`; nil if unreachable.
  var blocks: [IRBlock?]
  /// By `SlotID`.
  var slots: [IRValue] = []
  /// Space for the argument lists of calls; one at a time is in use.
  var argumentList: IRValue?
  /// Where exceptions go, by handler; nil: to the caller.
  var landings: [BlockID?: Landing] = [:]
  var landingOrder: [BlockID?] = []
  /// Whether positions are noted in a variable before they are needed. Without optimisation that is less work for LLVM
  /// and the program than the values of a phi, which are made before each branch too.
  let notesSites: Bool
  /// How many bits these notes have.
  let siteBits: Int
  var siteVariable: IRValue?
  var roots: RootFrame?
  /// The PIR block that is being translated.
  /// In derived constructors: where the object is made, for the trace if it is an error.
  var constructionSite: IRValue?
  /// What the current instruction can find fault with.
  var blameRole: BlameRole?
  var current = PIRFunction.entry

  init(_ id: FunctionID, in unit: ModuleEmitter) {
    self.id = id
    self.unit = unit
    function = unit.program[id]
    builder = unit.builder
    context = unit.context
    value = unit.functions[Int(id.raw)].function
    throwing = unit.facts.canThrow(id)
    debugScope = unit.debugScope(id)
    notesSites = unit.options.level == .none || function.isPlain(unit.options.level)
    siteBits = unit.isForSize(id) ? Self.siteBits(function) : 32
    rawNumbers = RawNumbers(function)
    values = [IRValue?](repeating: nil, count: function.values.count)
    blocks = [IRBlock?](repeating: nil, count: function.blocks.count)
  }

  func emit() {
    setLocation(function.span?.start ?? 0)
    let prologue = builder.addBlock("", to: value)
    builder.move(to: prologue)
    let order = function.reversePostorder()
    emitPrologue(order)
    for id in order {
      let block = builder.addBlock("", to: value)
      blocks[Int(id.raw)] = block
    }
    builder.jump(blocks[0]!)
    for id in order where !function[id].parameters.isEmpty {
      builder.move(to: blocks[Int(id.raw)]!)
      for parameter in function[id].parameters {
        values[Int(parameter.raw)] = builder.phi(unit.irType(function.representation(parameter)))
      }
    }
    let isStraight = straightBlocks()
    for id in order {
      builder.keepsCalls = keepsCalls || isStraight[Int(id.raw)]
      emit(block: id)
    }
    finishLandings()
  }

  /// Stack check, storage of slots, argument lists and roots, parameters.
  private func emitPrologue(_ order: [BlockID]) {
    let plan =
      unit.machine.spillsRoots
      ? RootPlan(
        function, effects: { unit.facts.effects($0, in: unit.program) },
        passesClosure: { unit.facts.passesClosure($0, in: unit.program) }, order: order) : nil
    if unit.facts.isRecursive(id) { emitStackCheck(plan) }
    for slot in function.slots {
      let type = unit.irType(slot.representation)
      let storage = builder.allocate(type)
      builder.store(context.zero(type), storage, volatile: slot.representation.isReference && unit.machine.spillsRoots)
      slots.append(storage)
    }
    let longest = order.reduce(0) { longest, block in
      function[block].instructions.reduce(longest) { max($0, argumentCount(function[$1])) }
    }
    if function.kind == .derivedConstructor {
      let site = unit.runtimeVariable("rt_current_site", context.pointer)
      constructionSite = builder.load(context.pointer, site)
    }
    if longest > 0 { argumentList = builder.allocate(context.array(context.i64, longest)) }
    roots = plan.flatMap { RootFrame($0, self) }
    let offset = function.kind == .resume || unit.facts.needsClosure(id) ? 1 : 0
    for (index, parameter) in function.parameters.enumerated() {
      define(parameter.value, value.parameter(index + offset))
    }
  }

  /// Whether all calls of the function stay calls.
  private var keepsCalls: Bool { function.prefersSize || function.endsSoon(unit.options.level) }

  /// Emits tests, which are as short as calls of them, so that slow versions have them, too.
  func expanding<Result>(_ tests: () -> Result) -> Result {
    let kept = builder.keepsCalls
    defer { builder.keepsCalls = kept }
    builder.keepsCalls = keepsCalls
    return tests()
  }

  /// Per block: whether calls stay calls, as slow versions are rarely worth a copy of what they call: such copies were a
  /// fifth of the time to build. Nor is, in large programs, code outside of loops in a function that runs once, or in a
  /// longer one that is not known to run often.
  private func straightBlocks() -> [Bool] {
    guard unit.effort == .brisk else {
      let callsInSlow = unit.isCompact || unit.effort == .once
      return function.blocks.map { callsInSlow && $0.isCold }
    }
    switch function.frequency {
    case .often: return function.blocks.map(\.isCold)
    case .unknown where function.blocks.reduce(0, { $0 + $1.instructions.count }) <= Self.shortFunction:
      return function.blocks.map(\.isCold)
    default: return zip(function.blocksInCycles(), function.blocks).map { !$0 || $1.isCold }
    }
  }

  /// In PIR instructions.
  private static let shortFunction = 20

  private func emit(block id: BlockID) {
    current = id
    builder.move(to: blocks[Int(id.raw)]!)
    for parameter in function[id].parameters { roots?.spill(parameter, self) }
    for instruction in function[id].instructions {
      setLocation(function[instruction].position)
      emit(function[instruction])
    }
  }

  /// Tells debuggers where the next instructions come from.
  private func setLocation(_ position: UInt32) {
    guard let debugScope else { return builder.clearLocation() }
    let place = unit.lineColumn(function.file, function.ownPosition(position))
    builder.setLocation(debugScope, line: place.line, column: place.column)
  }

  // MARK: Values

  /// The LLVM value of a PIR value. If it is a number, it can become a value.
  func get(_ id: ValueID) -> IRValue { rawNumbers.contains(id) ? canonical(bare(id)) : bare(id) }

  /// The same with the bits of any NaN.
  private func bare(_ id: ValueID) -> IRValue { values[Int(id.raw)]! }

  /// The LLVM value of an operand.
  func operand(_ instruction: Instruction, _ index: Int) -> IRValue {
    let id = function.operand(instruction, index)
    return instruction.opcode.acceptsRawNumbers ? bare(id) : get(id)
  }

  func representation(_ instruction: Instruction, _ index: Int) -> Representation {
    function.representation(function.operand(instruction, index))
  }

  /// The representation of an instruction's result.
  func resultRepresentation(_ instruction: Instruction) -> Representation {
    instruction.result.exists ? function.representation(instruction.result) : .void
  }

  /// Binds a PIR value.
  func define(_ id: ValueID, _ value: IRValue) {
    guard id.exists else { return }
    values[Int(id.raw)] = value
    roots?.spill(id, self)
  }

  // MARK: Edges

  /// Notes what an edge passes on, coming from an LLVM block.
  func addArguments(_ edge: Edge, from block: IRBlock) {
    for (parameter, argument) in zip(function[edge.target].parameters, function.arguments(edge)) {
      builder.addIncoming(bare(parameter), bare(argument), from: block)
    }
  }

  func block(_ id: BlockID) -> IRBlock { blocks[Int(id.raw)]! }
}
