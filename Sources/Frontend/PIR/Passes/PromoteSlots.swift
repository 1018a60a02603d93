extension Pass {
  /// Turns slots into block parameters and plain values (SSA construction).
  public static let promoteSlots = Pass.perFunction(
    "promote-slots", "put local variables into SSA form, except where exceptions may observe them"
  ) { function in
    guard !function.slots.isEmpty else { return }
    var promotion = SlotPromotion(function.take())
    promotion.run()
    function = promotion.function
  }
}

/// SSA construction by dominance frontiers.
///
/// Slots that a handler's region may read stay in memory, since any instruction of a protected block can lead there.
private struct SlotPromotion {
  var function: PIRFunction
  private let flow: ControlFlow
  private var isPromotable: [Bool]

  init(_ original: PIRFunction) {
    function = original
    function.removeUnreachableBlocks()
    flow = ControlFlow(function)
    isPromotable = [Bool](repeating: true, count: function.slots.count)
  }

  mutating func run() {
    keepObservedSlots()
    let liveIn = SlotLiveness(function)
    let stores = stores()
    let parameters = placeParameters(liveIn: liveIn, stores: stores)
    rename(parameters)
    compact()
  }

  private func slot(_ instruction: Instruction) -> Int? {
    guard case .slot(let slot) = instruction.payload else { return nil }
    return Int(slot.raw)
  }

  /// A slot that is stored in a protected block and live on entry to its handler cannot be a value.
  private mutating func keepObservedSlots() {
    guard function.blocks.contains(where: { $0.handler != nil }) else { return }
    let liveIn = SlotLiveness(function)
    let stores = stores()
    for block in flow.reversePostorder {
      guard let handler = function[block].handler else { continue }
      for instruction in function[block].instructions where function[instruction].opcode == .slotStore {
        let slot = slot(function[instruction])!
        if liveIn.isLive(slot, at: handler) { isPromotable[slot] = false }
      }
    }
    // Where two definitions meet at a handler it would need a parameter; handlers take none.
    let frontiers = dominanceFrontiers()
    let handlers = Set(function.blocks.compactMap(\.handler))
    for slot in function.slots.indices where isPromotable[slot] {
      let meeting = iteratedFrontier(of: slot, frontiers, liveIn: liveIn, stores: stores)
      if !handlers.isDisjoint(with: meeting) { isPromotable[slot] = false }
    }
  }

  /// The blocks that store each slot.
  private func stores() -> [[BlockID]] {
    var stores = [[BlockID]](repeating: [], count: function.slots.count)
    for block in flow.reversePostorder {
      for id in function[block].instructions where function[id].opcode == .slotStore {
        guard let slot = slot(function[id]), stores[slot].last != block else { continue }
        stores[slot].append(block)
      }
    }
    return stores
  }

  /// The blocks where a slot's definitions meet while it is live.
  private func iteratedFrontier(
    of slot: Int, _ frontiers: [[BlockID]], liveIn: SlotLiveness, stores: [[BlockID]]
  ) -> [BlockID] {
    var result: [BlockID] = []
    var placed: Set<BlockID> = []
    var work = stores[slot]
    while let block = work.popLast() {
      for frontier in frontiers[Int(block.raw)] where liveIn.isLive(slot, at: frontier) && placed.insert(frontier).inserted {
        result.append(frontier)
        work.append(frontier)
      }
    }
    return result
  }

  private func dominanceFrontiers() -> [[BlockID]] {
    var frontiers = [[BlockID]](repeating: [], count: function.blocks.count)
    for block in flow.reversePostorder where flow.predecessors[Int(block.raw)].count > 1 {
      for predecessor in flow.predecessors[Int(block.raw)] {
        var runner = predecessor
        while runner != flow.immediateDominator[Int(block.raw)] {
          if frontiers[Int(runner.raw)].last != block { frontiers[Int(runner.raw)].append(block) }
          runner = flow.immediateDominator[Int(runner.raw)]
        }
      }
    }
    return frontiers
  }

  /// Adds block parameters at the iterated dominance frontiers of each promotable slot's stores.
  private mutating func placeParameters(liveIn: SlotLiveness, stores: [[BlockID]]) -> [[(slot: Int, value: ValueID)]] {
    let frontiers = dominanceFrontiers()
    var parameters = [[(slot: Int, value: ValueID)]](repeating: [], count: function.blocks.count)
    for slot in function.slots.indices where isPromotable[slot] {
      for block in iteratedFrontier(of: slot, frontiers, liveIn: liveIn, stores: stores) {
        let value = ValueID(UInt32(function.values.count))
        function.values.append(
          Value(
            representation: function.slots[slot].representation,
            definition: .blockParameter(block, function[block].parameters.count), name: function.slots[slot].name))
        function[block].parameters.append(value)
        parameters[Int(block.raw)].append((slot, value))
      }
    }
    return parameters
  }

  /// Walks the dominator tree with the current value of every slot.
  private mutating func rename(_ parameters: [[(slot: Int, value: ValueID)]]) {
    var children = [[BlockID]](repeating: [], count: function.blocks.count)
    for block in flow.reversePostorder.dropFirst() {
      children[Int(flow.immediateDominator[Int(block.raw)].raw)].append(block)
    }
    var replacement = [ValueID](repeating: .none, count: function.values.count)
    // Chains are resolved here so that values of dominating loads are final when they are passed on.
    func resolve(_ value: ValueID) -> ValueID {
      var current = value
      while current.exists, Int(current.raw) < replacement.count, replacement[Int(current.raw)].exists {
        current = replacement[Int(current.raw)]
      }
      return current
    }
    let none = [ValueID](repeating: .none, count: function.slots.count)
    var stack: [(block: BlockID, values: [ValueID])] = [(PIRFunction.entry, none)]
    while let (block, incoming) = stack.popLast() {
      var current = incoming
      for (slot, value) in parameters[Int(block.raw)] { current[slot] = value }
      var kept: [InstructionID] = []
      for id in function[block].instructions {
        let instruction = function[id]
        guard let slot = slot(instruction), isPromotable[slot] else {
          if instruction.opcode.isTerminator { passArguments(of: id, current, parameters, &kept, block) }
          kept.append(id)
          continue
        }
        if instruction.opcode == .slotStore {
          let value = resolve(function.operand(instruction, 0))
          if function[value].name == .empty { function[value].name = function.slots[slot].name }
          current[slot] = value
        } else {
          if !current[slot].exists { current[slot] = placeholder(slot, &kept) }
          replacement[Int(instruction.result.raw)] = current[slot]
        }
      }
      function[block].instructions = kept
      for child in children[Int(block.raw)] { stack.append((child, current)) }
    }
    function.replaceUses(replacement)
  }

  /// A value for a slot that is read before any store; lowering stores first, so only dead paths read it.
  private mutating func placeholder(_ slot: Int, _ kept: inout [InstructionID]) -> ValueID {
    let representation = function.slots[slot].representation
    let id: InstructionID
    switch representation {
    case .f64: id = function.makeInstruction(.constF64, payload: .double(0))
    case .i1: id = function.makeInstruction(.constI1, payload: .integer(0))
    case .i32: id = function.makeInstruction(.constI32, payload: .integer(0))
    case .i64: id = function.makeInstruction(.constI64, payload: .integer(0))
    case .boxed: id = function.makeInstruction(.undefined)
    // Texts may be compared where they are not needed.
    case .string: id = function.makeInstruction(.constString, payload: .name(.empty))
    default:
      let undefined = function.makeInstruction(.undefined)
      kept.append(undefined)
      id = function.makeInstruction(.unbox, [function[undefined].result], result: representation)
    }
    kept.append(id)
    return function[id].result
  }

  /// Extends the edges of a terminator with the values of the targets' new parameters.
  private mutating func passArguments(
    of id: InstructionID, _ current: [ValueID], _ parameters: [[(slot: Int, value: ValueID)]],
    _ kept: inout [InstructionID], _ block: BlockID
  ) {
    let edges = function[id].edges
    for index in edges.indices {
      let edge = function.edgePool[index]
      let added = parameters[Int(edge.target.raw)]
      guard !added.isEmpty else { continue }
      var arguments = Array(function.arguments(edge))
      for (slot, _) in added {
        arguments.append(current[slot].exists ? current[slot] : placeholder(slot, &kept))
      }
      function.edgePool[index] = Edge(target: edge.target, arguments: function.addOperands(arguments))
    }
  }

  /// Drops the promoted slots and renumbers the others.
  private mutating func compact() {
    var newIndex = [UInt32](repeating: 0, count: function.slots.count)
    var kept: [Slot] = []
    for (index, slot) in function.slots.enumerated() where !isPromotable[index] {
      newIndex[index] = UInt32(kept.count)
      kept.append(slot)
    }
    function.slots = kept
    for block in function.blocks {
      for id in block.instructions {
        if case .slot(let slot) = function[id].payload { function[id].payload = .slot(SlotID(newIndex[Int(slot.raw)])) }
      }
    }
  }
}
