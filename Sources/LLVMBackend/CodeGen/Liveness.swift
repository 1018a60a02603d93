import PIR

/// Which values are live at the borders of blocks.
struct Liveness {
  private var into: [BitSet]
  private var out: [BitSet]

  init(_ function: PIRFunction, order: [BlockID]) {
    let empty = BitSet(function.values.count)
    into = [BitSet](repeating: empty, count: function.blocks.count)
    out = into
    var defined = into
    for block in order {
      let index = Int(block.raw)
      for parameter in function[block].parameters { defined[index].insert(parameter.raw) }
      for id in function[block].instructions {
        let instruction = function[id]
        for operand in function.operands(instruction) { addUse(operand, index, defined[index]) }
        for edge in function.edges(instruction) {
          for argument in function.arguments(edge) { addUse(argument, index, defined[index]) }
        }
        if instruction.result.exists { defined[index].insert(instruction.result.raw) }
      }
    }
    var changed = true
    while changed {
      changed = false
      for block in order.reversed() {
        let index = Int(block.raw)
        for successor in function.successors(block) {
          if out[index].formUnion(into[Int(successor.raw)]) { changed = true }
        }
        if into[index].formUnion(out[index], without: defined[index]) { changed = true }
      }
    }
  }

  func liveIn(_ block: BlockID) -> BitSet { into[Int(block.raw)] }
  func liveOut(_ block: BlockID) -> BitSet { out[Int(block.raw)] }

  /// Notes a use in a block; not live into it if the block defined the value before.
  private mutating func addUse(_ value: ValueID, _ block: Int, _ defined: BitSet) {
    if !defined.contains(value.raw) { into[block].insert(value.raw) }
  }
}
