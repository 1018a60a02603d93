/// Which kinds of values each slot holds at the beginning of each block, as far as one function shows it.
///
/// Blocks that hardly run count for nothing: the answer is about the ways through the others.
struct SlotKinds {
  private var states: [[TypeSet]?]

  init(_ function: PIRFunction) {
    states = [[TypeSet]?](repeating: nil, count: function.blocks.count)
    let start = function.slots.map { $0.representation == .boxed ? TypeSet([]) : TypeSet($0.representation) }
    states[0] = start
    let order = ControlFlow.reversePostorder(function)
    var changed = true
    while changed {
      changed = false
      for block in order where !function[block].isCold {
        guard let state = states[Int(block.raw)] else { continue }
        let end = Self.transfer(state, block, function)
        for successor in ControlFlow.successors(of: block, in: function) where !function[successor].isCold {
          guard var known = states[Int(successor.raw)] else {
            states[Int(successor.raw)] = end
            changed = true
            continue
          }
          for slot in known.indices where !end[slot].isSubset(of: known[slot]) {
            known[slot].formUnion(end[slot])
            changed = true
          }
          states[Int(successor.raw)] = known
        }
      }
    }
  }

  /// By slot; nil if the block is not reached.
  subscript(block: BlockID) -> [TypeSet]? { states[Int(block.raw)] }

  private static func transfer(_ start: [TypeSet], _ block: BlockID, _ function: PIRFunction) -> [TypeSet] {
    var state = start
    var local: [ValueID: TypeSet] = [:]
    func kind(_ value: ValueID) -> TypeSet {
      function.representation(value) == .boxed ? local[value] ?? .any : TypeSet(function.representation(value))
    }
    for id in function[block].instructions {
      let instruction = function[id]
      switch (instruction.opcode, instruction.payload) {
      case (.slotStore, .slot(let slot)): state[Int(slot.raw)] = kind(function.operand(instruction, 0))
      case (.slotLoad, .slot(let slot)): local[instruction.result] = state[Int(slot.raw)]
      case (.box, _): local[instruction.result] = TypeSet(function.representation(function.operand(instruction, 0)))
      case (.undefined, _): local[instruction.result] = .undefined
      case (.null, _): local[instruction.result] = .null
      case (.hole, _): local[instruction.result] = .hole
      case (.jsAdd, _):
        let operands = (0..<2).map { kind(function.operand(instruction, $0)) }
        if operands.contains(.string) {
          local[instruction.result] = .string
        } else if operands.allSatisfy({ $0 == .number }) {
          local[instruction.result] = .number
        }
      case (.jsSub, _), (.jsMul, _), (.jsDiv, _), (.jsRem, _), (.jsPow, _), (.jsBitAnd, _), (.jsBitOr, _), (.jsBitXor, _),
        (.jsShl, _), (.jsShr, _), (.jsUShr, _), (.jsNeg, _), (.jsBitNot, _), (.jsInc, _), (.jsDec, _), (.jsToNumeric, _):
        if function.operands(instruction).allSatisfy({ kind($0) == .number }) { local[instruction.result] = .number }
      default: break
      }
    }
    return state
  }
}
