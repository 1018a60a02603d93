extension Pass {
  /// Uses what was stored to a field, or loaded from it, instead of loading it again.
  public static let forwardFields = Pass(
    name: "forward-fields", purpose: "use what was last stored to a field instead of loading it", tellsChanges: true
  ) { module in
    let effects = module.runtimeFunctions.map(\.effects)
    let callees = CalleeEffects(module)
    changeConcurrently(&module.functions) { _, function in
      guard function.prefersSpeed else { return }
      var forwarding = FieldForwarding(function.take(), effects, callees)
      forwarding.run()
      function = forwarding.function
    }
  }
}

/// Follows the contents of fields along ways that nothing joins. What is known to be a number, as it was computed here, needs
/// no test then, and without that test's way out nobody sees what was stored in between.
private struct FieldForwarding {
  private(set) var function: PIRFunction
  private let runtimeEffects: [Effects]
  private let callees: CalleeEffects
  private var replacement: [ValueID]

  private struct Field: Hashable {
    let object: ValueID
    let slot: Payload
  }

  init(_ function: PIRFunction, _ runtimeEffects: [Effects], _ callees: CalleeEffects) {
    self.function = function
    self.runtimeEffects = runtimeEffects
    self.callees = callees
    replacement = [ValueID](repeating: .none, count: function.values.count)
  }

  mutating func run() {
    let loads = function.blocks.contains { block in
      block.instructions.contains { function[$0].opcode == .fieldLoad || function[$0].opcode == .fieldNumber }
    }
    guard loads else { return }
    let flow = ControlFlow(function)
    var ends = [[Field: ValueID]](repeating: [:], count: function.blocks.count)
    for block in flow.reversePostorder {
      var known: [Field: ValueID] = [:]
      let before = Array(flow.predecessors[Int(block.raw)])
      if block != PIRFunction.entry, before.count == 1, flow.order[Int(before[0].raw)] < flow.order[Int(block.raw)],
        function[before[0]].handler != block
      {
        known = ends[Int(before[0].raw)]
      }
      var kept: [InstructionID] = []
      for id in function[block].instructions where !forward(id, &known) { kept.append(id) }
      if kept.count < function.blocks[Int(block.raw)].instructions.count {
        function.blocks[Int(block.raw)].instructions = kept
        function.isSimple = false
      }
      ends[Int(block.raw)] = known
    }
    function.replaceUses(replacement)
  }

  /// Follows an instruction; whether its result is known already.
  private mutating func forward(_ id: InstructionID, _ known: inout [Field: ValueID]) -> Bool {
    let instruction = function[id]
    switch (instruction.opcode, instruction.payload) {
    case (.fieldLoad, let slot), (.fieldNumber, let slot):
      let field = Field(object: root(function.operand(instruction, 0)), slot: slot)
      guard let value = known[field] else {
        known[field] = instruction.result
        break
      }
      if function.representation(value) == function.representation(instruction.result) {
        replacement[Int(instruction.result.raw)] = value
        return true
      }
      // The same number in the other form.
      function[id].opcode = instruction.opcode == .fieldNumber ? .unbox : .box
      function[id].operands = function.addOperands([value])
      function[id].payload = .none
      function.isSimple = false
    case (.fieldStore, let slot):
      // Another name may be the same object's.
      known = known.filter { $0.key.slot != slot }
      known[Field(object: root(function.operand(instruction, 0)), slot: slot)] = function.operand(instruction, 1)
    case (.callDirect, .function(let callee)): if !callees.keepsFields[Int(callee.raw)] { known = [:] }
    default: if !known.isEmpty, !CalleeEffects.isQuiet(instruction, runtimeEffects) { known = [:] }
    }
    return false
  }

  /// The same object before conversions.
  private func root(_ value: ValueID) -> ValueID {
    var current = value
    while true {
      if replacement[Int(current.raw)].exists {
        current = replacement[Int(current.raw)]
        continue
      }
      guard case .instruction(let id) = function[current].definition else { return current }
      switch function[id].opcode {
      case .box, .unbox: break
      case .convert where function.representation(current).isReference: break
      default: return current
      }
      current = function.operand(function[id], 0)
    }
  }
}
