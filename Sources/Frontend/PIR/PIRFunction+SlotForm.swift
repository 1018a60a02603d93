/// Taking a function out of SSA form, for passes that copy control flow; `promote-slots` puts it back.
extension PIRFunction {
  /// Keeps values that live in several blocks, and those in `forced`, in slots: afterwards blocks have no parameters and
  /// use only what they define or load themselves. Returns the slot of each value that has one.
  ///
  /// Constants are made anew wherever they are used, so that no pass loses sight of them. The entry block only stores
  /// the function's parameters.
  mutating func convertToSlotForm(forced: Set<ValueID>) -> [SlotID?] {
    splitEdgesWithArguments()
    let body = moveEntry()
    append(.jump, edges: [edge(to: body)], to: Self.entry, position: 0)
    var form = SlotForm(take(), forced: forced)
    form.run()
    self = form.function
    return form.slots
  }

  /// Gives edges with arguments a block of their own where their block has several successors.
  private mutating func splitEdgesWithArguments() {
    for index in blocks.indices {
      guard let last = blocks[index].instructions.last, self[last].edges.count > 1 else { continue }
      for position in self[last].edges.indices where edgePool[position].arguments.count > 0 {
        let edge = edgePool[position]
        let detour = addBlock(handlerOf: BlockID(UInt32(index)))
        append(.jump, edges: [edge], to: detour, position: self[last].position)
        edgePool[position] = Edge(target: detour)
      }
    }
  }
}

private struct SlotForm {
  var function: PIRFunction
  private(set) var slots: [SlotID?]
  private var definingBlock: [Int]
  /// Per block: the parameters it had.
  private let parameters: [[ValueID]]

  init(_ function: PIRFunction, forced: Set<ValueID>) {
    self.function = function
    parameters = function.blocks.map(\.parameters)
    slots = [SlotID?](repeating: nil, count: function.values.count)
    definingBlock = [Int](repeating: -1, count: function.values.count)
    for (index, block) in function.blocks.enumerated() {
      for id in block.instructions where function[id].result.exists { definingBlock[Int(function[id].result.raw)] = index }
    }
    // In order: the same program is to give the same code in every run.
    for value in forced.sorted(by: { $0.raw < $1.raw }) { addSlot(value) }
    for (index, block) in function.blocks.enumerated() {
      for parameter in block.parameters { addSlot(parameter) }
      for id in block.instructions {
        for operand in function.operands(function[id]) { use(operand, in: index) }
        for edge in function.edges(function[id]) { for argument in function.arguments(edge) { use(argument, in: index) } }
      }
    }
  }

  private mutating func use(_ value: ValueID, in block: Int) {
    if definingBlock[Int(value.raw)] != block, !isConstant(value) { addSlot(value) }
  }

  private mutating func addSlot(_ value: ValueID) {
    guard slots[Int(value.raw)] == nil else { return }
    slots[Int(value.raw)] = SlotID(UInt32(function.slots.count))
    function.slots.append(Slot(name: function[value].name, representation: function.representation(value)))
  }

  private func isConstant(_ value: ValueID) -> Bool {
    guard case .instruction(let id) = function[value].definition else { return false }
    switch function[id].opcode {
    case .constF64, .constI32, .constI64, .constI1, .constString, .constBigInt, .undefined, .null, .hole, .callee: return true
    case .box: return isConstant(function.operand(function[id], 0))
    default: return false
    }
  }

  mutating func run() {
    for index in function.blocks.indices.dropFirst() { rewrite(BlockID(UInt32(index))) }
    // The old entry moved; the new one jumps to it.
    for parameter in function.parameters { store(parameter.value, at: 0, in: PIRFunction.entry) }
  }

  private mutating func store(_ value: ValueID, at position: Int, in block: BlockID) {
    guard let slot = slots[Int(value.raw)] else { return }
    let store = function.makeInstruction(.slotStore, [value], payload: .slot(slot))
    function[block].instructions.insert(store, at: position)
  }

  private mutating func rewrite(_ block: BlockID) {
    var kept: [InstructionID] = []
    var local: [ValueID: ValueID] = [:]
    for id in function[block].instructions {
      for index in function[id].operands.indices {
        function.operandPool[index] = localize(function.operandPool[index], block, &local, &kept)
      }
      for edge in function[id].edges.indices { passArguments(edge, block, &local, &kept) }
      kept.append(id)
      let result = function[id].result
      if result.exists, let slot = slots[Int(result.raw)] {
        kept.append(function.makeInstruction(.slotStore, [result], payload: .slot(slot)))
      }
    }
    function[block].instructions = kept
    function[block].parameters = []
  }

  /// The value as this block has it: its own, loaded or made anew.
  private mutating func localize(
    _ value: ValueID, _ block: BlockID, _ local: inout [ValueID: ValueID], _ kept: inout [InstructionID]
  ) -> ValueID {
    if definingBlock.indices.contains(Int(value.raw)), definingBlock[Int(value.raw)] == Int(block.raw) { return value }
    if let known = local[value] { return known }
    let id: InstructionID
    if let slot = slots.indices.contains(Int(value.raw)) ? slots[Int(value.raw)] : nil {
      id = function.makeInstruction(.slotLoad, payload: .slot(slot), result: function.representation(value))
    } else {
      guard case .instruction(let source) = function[value].definition else { preconditionFailure("a value without definition") }
      let constant = function[source]
      let operands = function.operands(constant).map { localize($0, block, &local, &kept) }
      id = function.makeInstruction(
        constant.opcode, operands, payload: constant.payload, result: function.representation(value), position: constant.position)
    }
    kept.append(id)
    local[value] = function[id].result
    return function[id].result
  }

  /// Stores the arguments of an edge; only jumps have any.
  private mutating func passArguments(
    _ edge: Int, _ block: BlockID, _ local: inout [ValueID: ValueID], _ kept: inout [InstructionID]
  ) {
    let target = function.edgePool[edge].target
    let arguments = Array(function.arguments(function.edgePool[edge]))
    guard !arguments.isEmpty else { return }
    let values = arguments.map { localize($0, block, &local, &kept) }
    for (value, parameter) in zip(values, parameters[Int(target.raw)]) {
      kept.append(function.makeInstruction(.slotStore, [value], payload: .slot(slots[Int(parameter.raw)]!)))
    }
    function.edgePool[edge].arguments = .empty
  }
}
