import Syntax

extension Pass {
  /// Makes of every function that suspends one that binds its parameters and makes a frame, and one that the runtime
  /// resumes.
  public static let splitSuspensions = Pass(
    name: "split-suspensions", purpose: "turn generators and async functions into state machines with frames"
  ) { module in
    for index in module.functions.indices where module.functions[index].kind.suspends {
      guard module.functions[index].blocks.contains(where: { $0.isSuspending(module.functions[index]) }) else { continue }
      var split = SuspensionSplitting(module.functions[index])
      let resume = module.addFunction(split.resumeFunction())
      split.makeOuter(resume)
      module.functions[index] = split.function
    }
  }
}

extension Block {
  fileprivate func isSuspending(_ function: PIRFunction) -> Bool {
    instructions.last.map { function[$0].opcode == .suspend } ?? false
  }
}

/// The state machine of one function.
///
/// It runs before SSA construction, where variables are slots: whatever is live across a suspension is a slot, or
/// becomes one, and each such slot has a place in the frame. Slots are stored to the frame where the function suspends,
/// as far as they can have changed, and loaded where it goes on; in between they are local variables like any other, so
/// that loops without suspensions run on registers. Constants are made again instead.
private struct SuspensionSplitting {
  /// The function with its suspensions; after `makeOuter` the part before the first one.
  var function: PIRFunction
  /// The blocks that end in `suspend`, the start first.
  private let suspensions: [BlockID]
  /// Per suspension, in the same order: the slots that are live where it goes on.
  private var live: [[Int]] = []
  /// The place of each slot that is live across some suspension; those live across the start come first.
  private var place: [Int: Int] = [:]
  private var frame: [Representation] = []

  init(_ original: PIRFunction) {
    var original = original
    original.removeUnreachableBlocks()
    let flow = ControlFlow(original)
    let all = flow.reversePostorder.filter { [original] in original[$0].isSuspending(original) }
    let starts = all.filter { [original] in Self.reason(of: $0, original) == .start }
    precondition(starts.count == 1, "@\(original.name) starts once")
    function = original
    suspensions = starts + all.filter { $0 != starts[0] }
    spillValues(flow)
    placeSlots()
  }

  private static func reason(of block: BlockID, _ function: PIRFunction) -> SuspensionReason {
    guard case .integer(let raw) = function[function.terminator(block)].payload, let reason = SuspensionReason(rawValue: raw)
    else { preconditionFailure("suspend without reason") }
    return reason
  }

  /// The block where a suspension goes on.
  private func resumption(_ block: BlockID) -> BlockID { function.edges(function[function.terminator(block)]).first!.target }

  // MARK: Values

  /// Gives slots to the values that are live across suspensions.
  private mutating func spillValues(_ flow: ControlFlow) {
    let crossing = crossingValues(flow)
    guard !crossing.isEmpty else { return }
    var slots: [ValueID: SlotID] = [:]
    // In order: the same program is to give the same code in every run.
    for value in crossing.sorted(by: { $0.raw < $1.raw }) where !isRemade(value) {
      slots[value] = SlotID(UInt32(function.slots.count))
      function.slots.append(Slot(name: .empty, representation: function.representation(value)))
    }
    // Uses in other blocks than the definition's load the slot, or make the constant again.
    for block in flow.reversePostorder {
      var kept: [InstructionID] = []
      func store(_ value: ValueID) {
        guard let slot = slots[value] else { return }
        kept.append(function.makeInstruction(.slotStore, [value], payload: .slot(slot)))
      }
      if block == PIRFunction.entry { for parameter in function.parameters { store(parameter.value) } }
      // `catch` stays the first instruction of a handler; block parameters are stored after it.
      var pendingParameters = function[block].parameters
      for id in function[block].instructions {
        if function[id].opcode != .catchException {
          for parameter in pendingParameters { store(parameter) }
          pendingParameters = []
        }
        replaceUses(in: id, block, crossing, slots, &kept)
        kept.append(id)
        if function[id].result.exists { store(function[id].result) }
      }
      function[block].instructions = kept
    }
  }

  private mutating func replaceUses(
    in id: InstructionID, _ block: BlockID, _ crossing: Set<ValueID>, _ slots: [ValueID: SlotID], _ kept: inout [InstructionID]
  ) {
    func replaced(_ values: ArraySlice<ValueID>) -> [ValueID]? {
      guard values.contains(where: { crossing.contains($0) && definitionBlock($0) != block }) else { return nil }
      return values.map { value in
        guard crossing.contains(value), definitionBlock(value) != block else { return value }
        let copy: InstructionID
        if let slot = slots[value] {
          copy = function.makeInstruction(.slotLoad, payload: .slot(slot), result: function.representation(value))
        } else {
          guard case .instruction(let definition) = function[value].definition else { preconditionFailure("not a constant") }
          let original = function[definition]
          copy = function.makeInstruction(
            original.opcode, payload: original.payload, result: function.representation(value), position: original.position)
        }
        kept.append(copy)
        return function[copy].result
      }
    }
    if let operands = replaced(function.operands(function[id])) { function[id].operands = function.addOperands(operands) }
    for edge in function[id].edges.indices {
      if let arguments = replaced(function.arguments(function.edgePool[edge])) {
        function.edgePool[edge].arguments = function.addOperands(arguments)
      }
    }
  }

  /// By value, from `crossingValues`.
  private var definitions: [UInt32] = []

  private func definitionBlock(_ value: ValueID) -> BlockID { BlockID(definitions[Int(value.raw)]) }

  /// Whether a value is a constant, or something that the resume function finds again by itself.
  private func isRemade(_ value: ValueID) -> Bool {
    guard case .instruction(let id) = function[value].definition else { return false }
    switch function[id].opcode {
    case .constF64, .constI32, .constI64, .constI1, .constString, .undefined, .null, .hole, .captureLoad, .callee, .frame,
      .builtin:
      return true
    default: return false
    }
  }

  /// The values that are live where some suspension goes on.
  private mutating func crossingValues(_ flow: ControlFlow) -> Set<ValueID> {
    definitions = [UInt32](repeating: 0, count: function.values.count)
    for block in flow.reversePostorder {
      for parameter in function[block].parameters { definitions[Int(parameter.raw)] = block.raw }
      for id in function[block].instructions where function[id].result.exists {
        definitions[Int(function[id].result.raw)] = block.raw
      }
    }
    // Backwards from each use to the definition, noting the resumptions on the way.
    let resumptions = Set(suspensions.map(resumption))
    var uses: [ValueID: Set<BlockID>] = [:]
    for block in flow.reversePostorder {
      func use(_ value: ValueID) {
        if definitions[Int(value.raw)] != block.raw { uses[value, default: []].insert(block) }
      }
      for id in function[block].instructions {
        for operand in function.operands(function[id]) { use(operand) }
        for edge in function.edges(function[id]) { for argument in function.arguments(edge) { use(argument) } }
      }
    }
    var crossing: Set<ValueID> = []
    for (value, blocks) in uses {
      var seen = blocks
      var work = Array(blocks)
      search: while let block = work.popLast() {
        if resumptions.contains(block) {
          crossing.insert(value)
          break search
        }
        for predecessor in flow.predecessors[Int(block.raw)]
        where predecessor.raw != definitions[Int(value.raw)] && seen.insert(predecessor).inserted {
          work.append(predecessor)
        }
      }
    }
    return crossing
  }

  // MARK: Slots

  private func slot(_ instruction: Instruction) -> Int? {
    guard case .slot(let slot) = instruction.payload else { return nil }
    return Int(slot.raw)
  }

  /// Finds the slots that are live across suspensions and lays out the frame.
  private mutating func placeSlots() {
    let liveness = SlotLiveness(function)
    for block in suspensions {
      live.append(function.slots.indices.filter { liveness.isLive($0, at: resumption(block)) })
      for slot in live.last! where place[slot] == nil {
        place[slot] = frame.count
        frame.append(function.slots[slot].representation)
      }
    }
  }

  // MARK: The two functions

  /// The function that runs from one suspension to the next.
  func resumeFunction() -> PIRFunction {
    var result = function
    result.name += ".resume"
    result.kind = .resume
    result.result = .boxed
    result.escapes = false
    result.frame = frame
    result.parameters = []
    var arguments: [ValueID] = []
    for (index, representation) in [Representation.i32, .i32, .boxed].enumerated() {
      let value = ValueID(UInt32(result.values.count))
      result.values.append(Value(representation: representation, definition: .parameter(index)))
      result.parameters.append(Parameter(kind: .positional(index), value: value))
      arguments.append(value)
    }
    let changing = changingSlots()
    result.moveEntry()
    // The dispatch on the point, in the new entry.
    var edges: [Edge] = []
    for (point, block) in suspensions.enumerated() {
      let target = resumption(block)
      let restore = BlockID(UInt32(result.blocks.count))
      result.blocks.append(Block())
      for slot in live[point] {
        let value = result.append(
          .frameLoad, payload: .integer(Int64(place[slot]!)), result: frame[place[slot]!], to: restore, position: 0)
        result.append(.slotStore, [value], payload: .slot(SlotID(UInt32(slot))), to: restore, position: 0)
      }
      result.append(.jump, edges: [Edge(target: target)], to: restore, position: 0)
      edges.append(Edge(target: restore))
    }
    let impossible = BlockID(UInt32(result.blocks.count))
    result.blocks.append(Block())
    result.append(.unreachable, to: impossible, position: 0)
    let start = UInt32(result.integerPool.count)
    result.integerPool.append(contentsOf: suspensions.indices.map(Int64.init))
    let cases = Payload.integers(PoolRange(start: start, count: UInt32(suspensions.count)))
    result.append(
      .switchInt, [arguments[0]], payload: cases, edges: edges + [Edge(target: impossible)], to: PIRFunction.entry, position: 0)
    for (point, block) in suspensions.enumerated().dropFirst() {
      suspend(block, at: point, storing: live[point].filter(changing.contains), &result)
    }
    result.removeUnreachableBlocks()
    result.replaceResumption(mode: arguments[1], value: arguments[2])
    return result
  }

  /// Stores what lives on and returns to whoever resumed.
  private func suspend(_ block: BlockID, at point: Int, storing slots: [Int], _ result: inout PIRFunction) {
    // The old entry has moved, but it is no suspension after the start.
    let last = result[block].instructions.removeLast()
    let position = result[last].position
    for slot in slots {
      let value = result.append(
        .slotLoad, payload: .slot(SlotID(UInt32(slot))), result: frame[place[slot]!], to: block, position: position)
      result.append(.frameStore, [value], payload: .integer(Int64(place[slot]!)), to: block, position: position)
    }
    let reason = Self.reason(of: block, function)
    result.append(.frameSuspend, payload: .integer(Int64(point) * 4 + reason.rawValue), to: block, position: position)
    result.append(.return, [function.operand(function[last], 0)], to: block, position: position)
  }

  /// The slots that code after the start stores.
  private func changingSlots() -> Set<Int> {
    var seen: Set<BlockID> = [resumption(suspensions[0])]
    var work = Array(seen)
    var result: Set<Int> = []
    while let block = work.popLast() {
      for id in function[block].instructions where function[id].opcode == .slotStore {
        if let slot = slot(function[id]) { result.insert(slot) }
      }
      for successor in ControlFlow.successors(of: block, in: function) where seen.insert(successor).inserted {
        work.append(successor)
      }
    }
    return result
  }

  /// Leaves the part before the first suspension, which makes the frame and hands it to the runtime.
  mutating func makeOuter(_ resume: FunctionID) {
    let block = suspensions[0]
    let last = function[block].instructions.removeLast()
    let position = function[last].position
    let needsClosure = function.kind.isGenerator || function.instructions.contains { $0.opcode == .callee || $0.opcode == .captureLoad }
    var operands: [ValueID] = []
    if needsClosure {
      let closure = function.append(.callee, to: block, position: position)
      operands.append(function.append(.box, [closure], to: block, position: position))
    } else {
      operands.append(function.append(.undefined, to: block, position: position))
    }
    for slot in live[0] {
      operands.append(
        function.append(
          .slotLoad, payload: .slot(SlotID(UInt32(slot))), result: frame[place[slot]!], to: block, position: position))
    }
    let object = function.append(.frameNew, operands, payload: .function(resume), result: .object, to: block, position: position)
    let boxed = function.append(.box, [object], to: block, position: position)
    if function.kind == .async {
      function.append(.return, [function.append(.asyncStart, [boxed], to: block, position: position)], to: block, position: position)
    } else {
      function.append(.return, [boxed], to: block, position: position)
    }
    function.removeUnreachableBlocks()
  }
}

extension PIRFunction {
  /// Makes the entry an ordinary block, which is returned, and puts an empty one in its place.
  @discardableResult
  mutating func moveEntry() -> BlockID {
    let body = BlockID(UInt32(blocks.count))
    blocks.append(blocks[0])
    blocks[0] = Block()
    for parameter in self[body].parameters.indices {
      self[self[body].parameters[parameter]].definition = .blockParameter(body, parameter)
    }
    for edge in edgePool.indices where edgePool[edge].target == PIRFunction.entry { edgePool[edge].target = body }
    for block in blocks.indices where blocks[block].handler == PIRFunction.entry { blocks[block].handler = body }
    return body
  }

  /// Lets the parameters of a resume function stand for what its blocks ask about their resumption.
  fileprivate mutating func replaceResumption(mode: ValueID, value: ValueID) {
    var replacement = [ValueID](repeating: .none, count: values.count)
    for index in blocks.indices {
      let kept = blocks[index].instructions.filter { id in
        switch self[id].opcode {
        case .resumeMode: replacement[Int(self[id].result.raw)] = mode
        case .resumeValue: replacement[Int(self[id].result.raw)] = value
        default: return true
        }
        return false
      }
      blocks[index].instructions = kept
    }
    replaceUses(replacement)
  }
}
